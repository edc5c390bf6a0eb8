"""spaCy's name finder, read faster: the same scores, the same choices.

spaCy asks for the lock of the interpreter at every step of its search, which is most of its time.
Where no name is open, a step looks at its own token alone, so all these steps are scored at once;
only the tokens inside a name are taken one by one. What asks for more (names set before, sentence
starts, another network) is left to spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline.ner import DEFAULT_NER_MODEL, EntityRecognizer
from spacy.tokens import Doc, Span

FACTORY = "integritetskoll_names"
_FEATURES = 3
"""What a step looks at: its token, the first token of the open name, the last one of it."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Moves:
    """The steps of the search by their number, and those that carry a name on, by its label."""

    outside: int
    begins: dict[int, str]
    units: dict[int, str]
    inside: dict[str, tuple[int, int]]
    opening: NDArray[np.bool_] = field(repr=False)
    """which steps open a name that goes on"""
    naming: NDArray[np.bool_] = field(repr=False)
    """which steps open a name, whether it goes on or not"""
    barred: NDArray[np.bool_] = field(repr=False)
    """which steps can't be taken where no name is open"""


def moves_of(names: list[str]) -> Moves:
    """Sort the names of spaCy's steps: "O", "B-PER", "I-PER", "L-PER", "U-PER"."""
    number = {name: row for row, name in enumerate(names)}
    labels = {name[2:] for name in names if name[1:2] == "-" and name[2:]}
    begins = {number[f"B-{label}"]: label for label in labels}
    units = {number[f"U-{label}"]: label for label in labels}
    opening, naming = (
        np.isin(np.arange(len(names)), list(some)) for some in (begins, begins | units)
    )
    barred = ~naming
    barred[number["O"]] = False
    inside = {label: (number[f"I-{label}"], number[f"L-{label}"]) for label in labels}
    return Moves(number["O"], begins, units, inside, opening, naming, barred)


class QuickNames:
    """spaCy's name finder, with a quicker search."""

    def __init__(self, spacys: Any) -> None:
        self._spacys = spacys
        self._moves: Moves | None = None

    def __getattr__(self, name: str) -> Any:
        """Be spaCy's in all else: labels, weights, how it is saved and read."""
        return getattr(self._spacys, name)

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of a text."""
        network = self._spacys.model
        seen = doc.to_array([ENT_IOB, SENT_START, IS_SPACE]).reshape(-1, 3)
        if not len(doc) or not _is_simple(network) or seen[:, 0].any() or _starts(seen[:, 1]):
            found: Doc = self._spacys(doc)
            return found
        if self._moves is None:
            known = self._spacys.moves
            self._moves = moves_of([known.get_class_name(row) for row in range(known.n_moves)])
        named = spans(*_scores(network, doc), self._moves, seen[:, 2] != 0)
        doc.set_ents([Span(doc, *span) for span in named])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:  # noqa: ARG002
        """Find the names of many texts; `batch_size` is there because spaCy passes it."""
        return map(self, docs)


def _is_simple(network: Any) -> bool:
    attrs, lower = network.attrs, network.get_ref("lower")
    return (
        not attrs["has_upper"] and not attrs["unseen_classes"] and lower.get_dim("nF") == _FEATURES
    )


def _starts(marks: NDArray[Any]) -> bool:
    """Whether a sentence is known to start anywhere but at the first token."""
    return bool((marks[1:] == 1).any())


def _scores(network: Any, doc: Doc) -> tuple[Scores, Scores]:
    """What each token adds to the score of each step, by feature (row 0: no token), and bias."""
    lower = network.get_ref("lower")
    parts = lower.predict(network.get_ref("tok2vec").predict([doc]))
    return parts, lower.get_param("b")


def spans(
    parts: Scores, bias: Scores, moves: Moves, space: NDArray[np.bool_]
) -> list[tuple[int, int, str]]:
    """The names: half-open spans of tokens and labels, as spaCy's greedy search finds them."""
    first = _outside(parts, bias, moves, space)
    found: list[tuple[int, int, str]] = []
    free = 0
    for start in np.flatnonzero(first != moves.outside).tolist():
        if start < free:
            continue
        step = int(first[start])
        if step in moves.units:
            free, label = start + 1, moves.units[step]
        else:
            label = moves.begins[step]
            free = _end(parts, bias, moves.inside[label], start)
        found.append((start, free, label))
    return found


def _outside(
    parts: Scores, bias: Scores, moves: Moves, space: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """The best step of each token where no name is open."""
    pieces = parts[1:, 0] + parts[0, 1] + parts[0, 2] + bias
    scores: Scores = pieces[..., 0]
    for piece in range(1, pieces.shape[-1]):
        scores = np.maximum(scores, pieces[..., piece])
    scores[:, moves.barred] = -np.inf
    scores[-1, moves.opening] = -np.inf
    if space.any():
        scores[np.outer(space, moves.naming)] = -np.inf
    best: NDArray[np.intp] = scores.argmax(axis=1)
    return best


def _end(parts: Scores, bias: Scores, steps: tuple[int, int], start: int) -> int:
    """Where the name ends that begins at `start`: after the first token whose step is "last"."""
    inside, last = steps
    rows = list(steps)
    opened, size = parts[start + 1, 1, rows], len(parts) - 1
    for at in range(start + 1, size - 1):
        more, done = (parts[at + 1, 0, rows] + opened + parts[at, 2, rows] + bias[rows]).max(axis=1)
        if done > more or (done == more and last < inside):
            return at + 1
    return size


@Language.factory(
    FACTORY,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "model": DEFAULT_NER_MODEL,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
)
def make_names(
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> QuickNames:
    """Make the component for spaCy."""
    return QuickNames(
        EntityRecognizer(
            nlp.vocab,
            model,
            name=name,
            moves=moves,
            update_with_oracle_cut_size=update_with_oracle_cut_size,
            incorrect_spans_key=incorrect_spans_key,
            scorer=scorer,
        )
    )
