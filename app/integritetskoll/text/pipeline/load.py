"""Load a language pipeline: the one that ships, or another that the installation names."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import spacy
from spacy import attrs
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry
from thinc.api import NumpyOps

# Importing these registers them, also where the package lies without its entry points.
import integritetskoll.text.pipeline.features
import integritetskoll.text.pipeline.lemmas  # noqa: F401
from integritetskoll.errors import PipelineError
from integritetskoll.text.pipeline.shipped import find_shipped

FOLDER = "sv_integritetskoll"
LONGEST_ENDING = 64
_BARE: Mapping[str, Any] = MappingProxyType(
    {"config": {"nlp": {"tokenizer": {"@tokenizers": "integritetskoll.Unread.v1"}}}}
)
_UNREAD = (
    attrs.LIKE_URL,
    attrs.LIKE_EMAIL,
    attrs.LIKE_NUM,
    attrs.IS_CURRENCY,
    attrs.IS_QUOTE,
    attrs.IS_LEFT_PUNCT,
    attrs.IS_RIGHT_PUNCT,
    attrs.IS_BRACKET,
    attrs.IS_ASCII,
)
ENTITIES: Mapping[str, str] = MappingProxyType(
    {
        "PER": "PERSON",
        "PRS": "PERSON",
        "PERSON": "PERSON",
        "LOC": "LOCATION",
        "GPE": "LOCATION",
        "ORG": "ORGANIZATION",
    }
)


def load_pipeline(
    where: str | Path | None = None, *, labels: Mapping[str, str] = ENTITIES
) -> Language:
    """Load the shipped pipeline (None), or a folder or installed package; nothing is downloaded.

    PipelineError when it is missing (`pipeline_missing`), can't be read (`pipeline_unreadable`)
    or tags no persons (`pipeline_without_persons`); `labels` are the names it may use for them.
    """
    nlp = _read(where) if where else _read(shipped(), **_BARE)
    if not any(entity_of(label, labels) == "PERSON" for label in _labels(nlp)):
        raise PipelineError("pipeline_without_persons", pipeline=str(where or FOLDER))
    _multiply_with_numpy(nlp)
    _drop_unread_flags(nlp)
    _end_words_in_linear_time(nlp)
    _know_common_words(nlp)
    return nlp


def entity_of(label: str, labels: Mapping[str, str] = ENTITIES) -> str | None:
    """Our name for a label of the pipeline; None for one we don't use."""
    return labels.get(label)


def shipped() -> Path:
    """The folder that ships: beside this file in a wheel, under models/ in the repository."""
    return find_shipped(Path(__file__), FOLDER, "config.cfg")


@registry.tokenizers("integritetskoll.Unread.v1")
def unread() -> Callable[[Language], Tokenizer]:
    """Make a tokenizer without rules, which is read from the pipeline's folder.

    spaCy's own would first compile all rules of the language, only to drop them.
    """
    return lambda nlp: Tokenizer(nlp.vocab)


def _read(where: str | Path, **options: Any) -> Language:
    installed = isinstance(where, str) and spacy.util.is_package(where)
    if not installed and not Path(where).exists():
        raise PipelineError("pipeline_missing", pipeline=str(where))
    try:
        return spacy.load(where, **options)
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise PipelineError("pipeline_unreadable", pipeline=str(where)) from error


def _labels(nlp: Language) -> Iterable[str]:
    found: list[str] = []
    for name, component in nlp.components:
        if nlp.get_pipe_meta(name).assigns and "doc.ents" in nlp.get_pipe_meta(name).assigns:
            found += getattr(component, "labels", ())
    return found


def _drop_unread_flags(nlp: Language) -> None:
    """Leave out what spaCy notes of each new word and nobody here reads: `like_url` and the like.

    Texts are read in memory zones, where every word is new: this is a third of the tokenizer.
    """
    for flag in _UNREAD:
        nlp.vocab.lex_attr_getters.pop(flag, None)


@dataclass(frozen=True, slots=True)
class _Endings:
    """spaCy's pattern for what ends a word, tried on its last characters; spaCy saves `pattern`."""

    compiled: re.Pattern[str]

    @property
    def pattern(self) -> str:
        return self.compiled.pattern

    def search(self, word: str) -> re.Match[str] | None:
        return self.compiled.search(word[-LONGEST_ENDING:])


def _end_words_in_linear_time(nlp: Language) -> None:
    """Keep the tokenizer from reading a whole word again for each sign it takes off its end.

    A row of 4,000 emoji or quotation marks is one word to spaCy, and took it twenty seconds.
    """
    search: Any = getattr(nlp.tokenizer, "suffix_search", None)
    if search is not None:
        nlp.tokenizer.suffix_search = _Endings(search.__self__).search


def _know_common_words(nlp: Language) -> None:
    """Make the commonest words known for good, so that no text has to make them anew."""
    for word in nlp.Defaults.stop_words:
        for form in (word, word.capitalize()):
            _ = nlp.vocab[form]


def _multiply_with_numpy(nlp: Language) -> None:
    """Use NumPy's matrix product instead of BLIS: three times faster on the sizes we have."""
    for _, component in nlp.components:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            if isinstance(node.ops, NumpyOps):
                node.ops.use_blis = False
