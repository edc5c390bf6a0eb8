"""The words of a text, and which of them can be a person: what the test for the head works on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import regex
from spacy.attrs import IDX, POS
from spacy.symbols import VERB

from integritetskoll.plain.fold import fold_case
from integritetskoll.text.pipeline.names import NameTable
from integritetskoll.text.recognizers._patterns import word_classes
from integritetskoll.text.recognizers._people import Names, is_name, names_of
from integritetskoll.text.recognizers._value_lexicon import TRIPLE, Forms, Word, look_up

TOKEN = re.compile(r"\w++(?:['-]\w++)*+|[^\w ]")
_THRICE = re.compile(r"(\S)\1\1")
"""Any sign three times, which is told faster than a letter three times."""
_QUOTE = regex.compile(r"[\"”“»]([^\"”“»\n]{1,400})[\"”“«]")
CLASSES = word_classes("value_heads")
COPULA, SKIP, AND, PREPOSITION, AUXILIARY, NOUN = (
    CLASSES[name]
    for name in ("copula", "skip", "coordinate", "preposition", "auxiliary", "person_noun")
)
KIN = word_classes("people")["kin"] | {"barn"}
_OWNERS = word_classes("people")["owner"] | {"din", "ditt"}
_SUBJECT = CLASSES["subject"]
ENDS = frozenset(".!?\n;…")
MARKS = frozenset(":-|(\t;–")
NOMINATIVE = frozenset(("hon", "han", "hen", "du", "ni"))
STEPS = 14
"""Tokens within which a head is looked for."""
_KEY = "integritetskoll.values"
_PLURAL = frozenset(("de", "dom", "ni"))
_LONG_QUOTE = 2
_SENTENCE = 40


@dataclass(frozen=True)
class Tokens:
    """The words and marks of a text: `lower[n]` stands at `spans[n]`; `found` are value words.

    `tags` are the parts of speech by start; `known` keeps which tokens are names.
    """

    text: str = field(repr=False)
    names: Names = field(repr=False)
    lower: list[str] = field(repr=False)
    spans: list[tuple[int, int]] = field(repr=False)
    found: dict[int, Word] = field(repr=False)
    tags: Mapping[int, int] = field(default_factory=dict, repr=False)
    known: dict[int, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Quotations of more than two words."""
        found = _QUOTE.finditer(self.text)
        return [m.span() for m in found if m[1].count(" ") >= _LONG_QUOTE]

    def word(self, n: int) -> str:
        """The lower-cased token `n`, or a line break beyond the ends."""
        return self.lower[n] if 0 <= n < len(self.lower) else "\n"

    def person(self, n: int) -> bool:
        """Whether token `n` can be a person as a subject."""
        if not 0 <= n < len(self.lower):
            return False
        word = self.lower[n]
        if word in _SUBJECT:
            return True
        owned = word in KIN and not _OWNERS.isdisjoint(self.lower[max(0, n - 2) : n])
        return owned or self.named(n)

    def named(self, n: int) -> bool:
        """Whether token `n` is a name."""
        if n not in self.known:
            within = 0 <= n < len(self.lower)
            self.known[n] = within and is_name(self.names, self.text, *self.spans[n])
        return self.known[n]

    def called(self, n: int) -> bool:
        """Whether token `n` is a subject in the singular: "han", "Ruben", "eleven"; not "de"."""
        return self.word(n) not in _PLURAL and self.person(n)

    def tag(self, n: int) -> int:
        """The part of speech of token `n` as spaCy numbers it; 0 when nobody tagged it."""
        return self.tags.get(self.spans[n][0], 0) if 0 <= n < len(self.lower) else 0

    def before_verb(self, n: int) -> bool:
        """Whether a verb in the present follows: what opens so is a noun ("Maskar lever")."""
        return self.tag(n + 1) == VERB and self.word(n + 1).endswith("r")

    def before(self, n: int) -> str:
        """The sentence or row up to token `n`."""
        at = n
        while at > 0 and n - at < _SENTENCE and self.lower[at - 1] not in ENDS:
            at -= 1
        return self.text[self.spans[at][0] : self.spans[n][0]]


def read(text: str, doc: Any, table: NameTable | None, known: Forms) -> Tokens:
    """Return the tokens of a plain text with the value words in it; `doc` may be None."""
    store = getattr(doc, "user_data", {})
    if (kept := store.get(_KEY)) and kept[0] == text and kept[1] is known:
        return kept[2]  # type: ignore[no-any-return]
    lowered = fold_case(text)
    spans = [match.span() for match in TOKEN.finditer(text)]
    lower = [lowered[start:end] for start, end in spans]
    stretched = _THRICE.search(lowered) is not None and TRIPLE.search(lowered) is not None
    found = look_up(lower, known, stretched=stretched)
    if stretched:
        lower = [TRIPLE.sub(r"\1", part) for part in lower]
    tokens = Tokens(text, names_of(doc, table), lower, spans, found, _tags(doc))
    store[_KEY] = (text, known, tokens)
    return tokens


def _tags(doc: Any) -> Mapping[int, int]:
    if doc is None or not len(doc):
        return {}
    places, parts = doc.to_array([IDX, POS]).T.tolist()
    return dict(zip(places, parts, strict=True))
