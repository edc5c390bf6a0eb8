"""Parts of speech for training, from the Universal Dependencies files."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from models.recipe.sources import shared

_OLD = {"CONJ": "CCONJ", "DT": "PRON"}
_HELPING = frozenset({"aux", "auxpass", "cop"})
TRAIN = ("sv-ud-train.v1.0-2014.conll", "sv_swell-ud-test.conllu")
DEV = ("sv_talbanken-ud-dev.conllu",)
TEST = ("sv_talbanken-ud-test.conllu",)
Row = tuple[str, str, str]


def read(files: tuple[str, ...]) -> Iterator[list[Row]]:
    """Sentences as rows of form, lemma and part of speech."""
    for name in files:
        yield from _sentences(shared() / "corpora" / "pos" / name)


def _sentences(path: Path) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) > 4 and cells[0].isdigit():
            helping = cells[3] == "VERB" and cells[7] in _HELPING
            part = "AUX" if helping else _OLD.get(cells[3], cells[3])
            rows.append((cells[1], cells[2], part))
        elif not line.strip() and rows:
            yield rows
            rows = []


def examples(vocab: Vocab, files: tuple[str, ...], *, lower: bool) -> list[Example]:
    """Examples with parts of speech only; names stay unknown. `lower` adds a lower-cased copy."""
    found = []
    for rows in read(files):
        forms = [[row[0] for row in rows]]
        if lower:
            forms.append([row[0].lower() for row in rows])
        for words in forms:
            truth = Doc(vocab, words=words, pos=[row[2] for row in rows])
            found.append(Example(Doc(vocab, words=words), truth))
    return found
