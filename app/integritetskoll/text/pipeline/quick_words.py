"""spaCy's tokenizer, read and run faster: the same tokens.

Texts are read in memory zones, where every word is new: it is cut, and all that spaCy notes of a
word is noted again, for each text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from spacy import attrs
from spacy.lang.lex_attrs import word_shape
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

UNREAD = "integritetskoll.Unread.v1"
LONGEST_ENDING = 64
SHAPE_RUN = 4
_CHUNK = re.compile(r"(\S+)( ?)|(\s+)")
LONG = 100
"""Letters from which on spaCy calls the shape of a word "LONG"."""
_UNREAD_FLAGS = (
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
_UNREAD_IN_OWN = (
    attrs.NORM,
    attrs.PREFIX,
    attrs.IS_ALPHA,
    attrs.IS_DIGIT,
    attrs.IS_LOWER,
    attrs.IS_TITLE,
    attrs.IS_UPPER,
    attrs.IS_STOP,
    attrs.LANG,
)
"""What another pipeline may look at, but the one that ships does not."""


@registry.tokenizers(UNREAD)
def unread() -> Callable[[Language], Tokenizer]:
    """Make a tokenizer without rules, which is read from the pipeline's folder.

    spaCy's own would first compile all rules of the language, only to drop them.
    """
    return lambda nlp: Tokenizer(nlp.vocab)


def quicken(nlp: Language, *, own: bool) -> None:
    """Leave out what spaCy notes of each word and nobody here reads, and cut words faster.

    In the pipeline that ships (`own`) no rule cuts a word of letters alone, so none is tried.
    """
    getters = nlp.vocab.lex_attr_getters
    for flag in (*_UNREAD_FLAGS, *_UNREAD_IN_OWN) if own else _UNREAD_FLAGS:
        getters.pop(flag, None)
    if getters.get(attrs.SHAPE) is word_shape:
        getters[attrs.SHAPE] = shape
    if isinstance(nlp.tokenizer, Tokenizer):
        _cut_faster(nlp.tokenizer, letters=not own)
        if own:
            nlp.tokenizer = QuickTokenizer(nlp.tokenizer)


def shape(word: str) -> str:
    """The shape of a word as spaCy has it ("Xxxxx", "ddd"); plain words need no loop."""
    if len(word) < LONG and word.isalpha():
        if word.islower():
            return "x" * min(len(word), SHAPE_RUN)
        if word[0].isupper() and word[1:].islower():
            return "X" + "x" * min(len(word) - 1, SHAPE_RUN)
    found: str = word_shape(word)
    return found


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern of spaCy's tokenizer, which saves its `pattern`.

    What ends a word is looked for in its last characters: a row of 4,000 emoji is one word to
    spaCy, and took it twenty seconds. Where `letters`, words of letters alone are tried too.
    """

    compiled: re.Pattern[str]
    letters: bool

    @property
    def pattern(self) -> str:
        return self.compiled.pattern

    def begins(self, word: str) -> re.Match[str] | None:
        return self.compiled.search(word) if self.letters or not word.isalpha() else None

    def ends(self, word: str) -> re.Match[str] | None:
        if word.isalpha() and not self.letters:
            return None
        return self.compiled.search(word[-LONGEST_ENDING:])

    def inside(self, word: str) -> Iterable[re.Match[str]]:
        return self.compiled.finditer(word) if self.letters or not word.isalpha() else ()

    def whole(self, word: str) -> re.Match[str] | None:
        return self.compiled.match(word) if self.letters or not word.isalpha() else None


class QuickTokenizer:
    """spaCy's tokenizer, which is asked only for what is not a word of letters alone.

    What stands between white space is cut by itself; of its tokens only the form is kept, not
    the norm that a special case may give it.
    """

    def __init__(self, spacys: Tokenizer) -> None:
        self._spacys = spacys
        self._special = frozenset(spacys.rules or ())

    def __getattr__(self, name: str) -> Any:
        """Be spaCy's in all else: rules, how it is saved and read."""
        return getattr(self._spacys, name)

    def __call__(self, text: str) -> Doc:
        """Cut a text into words, signs and white space."""
        found: list[tuple[str, str, str]] = _CHUNK.findall(text)
        is_plain = [chunk.isalpha() and chunk not in self._special for chunk, _, _ in found]
        cut = _grouped(self._spacys("".join(_mixed(found, is_plain))))
        words: list[str] = []
        spaces: list[bool] = []
        for (chunk, space, gap), plain in zip(found, is_plain, strict=True):
            if plain or gap:
                words.append(chunk or gap)
            else:
                words += (parts := next(cut))
                spaces += [False] * (len(parts) - 1)
            spaces.append(space != "")
        return Doc(self._spacys.vocab, words=words, spaces=spaces)


def _mixed(found: list[tuple[str, str, str]], is_plain: list[bool]) -> Iterator[str]:
    """Yield what spaCy must cut, apart where it does not stand side by side in the text."""
    apart = ""
    for (chunk, _, _), plain in zip(found, is_plain, strict=True):
        if chunk and not plain:
            yield apart + chunk
            apart = " "
        elif apart:
            apart = "\n"


def _grouped(doc: Doc) -> Iterator[list[str]]:
    """Yield the forms of the tokens that stand together, without white space."""
    parts: list[str] = []
    for token in doc:
        if (word := token.text) != "\n":
            parts.append(word)
        if word == "\n" or token.whitespace_:
            yield parts
            parts = []
    yield parts


def _cut_faster(tokenizer: Any, *, letters: bool) -> None:
    rules, tokenizer.rules = tokenizer.rules, {}
    for name, kind in (
        ("prefix_search", _Rule.begins),
        ("suffix_search", _Rule.ends),
        ("infix_finditer", _Rule.inside),
        ("url_match", _Rule.whole),
    ):
        found = getattr(tokenizer, name)
        if found is not None:
            rule = _Rule(found.__self__, letters)
            setattr(tokenizer, name, kind.__get__(rule))
    tokenizer.rules = rules
