"""Words of a plain text for comparing with names: runs of letters, and what stands between.

Finer than words of a sentence: "tuva_lind_7b.jpg", "#TuvaLind" and "Lind,Tuva" each hold "Tuva"
and "Lind". Letters that stand apart ("T u v a") are put together by `spelled`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

_RUN = regex.compile(r"\p{Lu}?[\p{Ll}\p{Lo}\p{M}\p{Lm}]++|\p{Lu}++(?![\p{Ll}])|\p{Lu}")
_CHUNK = regex.compile(r"\S++")
_FILE = regex.compile(
    r"\.(?:jpe?g|png|hei[cf]|gif|webp|tiff?|bmp|pdf|docx?|odt|pptx?|xlsx?|csv|txt|mp[34]|mov|"
    r"m4[av]|avi|wav)\b",
    regex.IGNORECASE,
)
_SENTENCE = regex.compile(r"[.!?…:][\"'”»)\]]*\s")
MOST_APART = 3
"""Signs between two parts of a name, beside spaces: "Lind - Tuva", "Lind | Tuva"."""
WIDEST = 64
SHORTEST_SPELLED, LONGEST_SPELLED = 4, 40


class Token(NamedTuple):
    """A run of letters. `glued`: inside a handle, hashtag, address, link or file name.

    `first`: begins a sentence, line or text. `gap` is what stands before it, back to the token
    before; None where that can't be the same name (a digit, a sentence end, too much).
    """

    text: str
    start: int
    end: int
    glued: bool
    first: bool
    gap: str | None

    def __repr__(self) -> str:
        """Hide the text."""
        return f"Token({self.start}, {self.end})"

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokens(text: str) -> list[Token]:
    """Return the tokens of a plain text (see `normalize`) in order. Linear in its length."""
    found: list[Token] = []
    stretches = glued_stretches(text)
    glued = next(stretches, None)
    end, before = 0, ""
    for match in _RUN.finditer(text):
        start, next_end = match.span()
        while glued and glued[1] <= start:
            glued = next(stretches, None)
        between = text[end:start]
        if between == " " and before:
            where: tuple[str | None, bool] = between, False
        else:
            where = _gap(between, before)
        if found and len(before) == 1 and _is_class(text, found[-1].start):
            where = None, where[1]
        word = match.group()
        inside = glued is not None and glued[0] <= start
        found.append(Token(word, start, next_end, inside, where[1], where[0]))
        end, before = next_end, word
    return found


def glued_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of handles, hashtags, addresses, links and file names."""
    if not any(sign in text for sign in ("@", "#", "_", "//", "www.")) and not _FILE.search(text):
        return
    for match in _CHUNK.finditer(text):
        chunk = match.group()
        if (
            "@" in chunk or "#" in chunk or "_" in chunk or "//" in chunk
            or ("." in chunk and (chunk.startswith("www.") or _FILE.search(chunk)))
        ):  # fmt: skip
            yield match.span()


def _is_class(text: str, at: int) -> bool:
    """Whether a single letter goes with a number: "7B" is no initial."""
    return at > 0 and text[at - 1].isdigit()


def _gap(between: str, before: str) -> tuple[str | None, bool]:
    """What may stand inside a name, and whether a sentence, line or text begins after it."""
    if not before:
        return None, True
    # "Tuva. Lind" are two sentences, "T. Lind" is one name.
    sentence = _SENTENCE.search(between)
    ends = sentence is not None and (len(before) > 1 or sentence.group()[0] != ".")
    first = ends or "\n" in between
    signs = len(between) - sum(map(str.isspace, between))
    if ends or signs > MOST_APART or len(between) > WIDEST or between.count("\n") > 1:
        return None, first
    return (None if any(map(str.isalnum, between)) else between), first


def spelled(found: Sequence[Token]) -> Iterator[str]:
    """Yield what letters that stand apart may spell: "T u v a L i n d" and parts of it.

    It may begin at the first three letters, at a capital and after a wider gap; in a run that
    nobody's name is as long as, capitals are no beginning. A word before or after the run may be
    the other half of a name: "T u v a Lind".
    """
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and len(found[end].text) == 1 and (end == at or _near(found[end])):
            end += 1
        if end - at >= SHORTEST_SPELLED:
            before = found[at - 1].text if at and found[at].gap is not None else ""
            follows = end < len(found) and found[end].gap is not None
            yield from _pieces(found[at:end], before, found[end].text if follows else "")
        at = max(end, at + 1)


def _near(token: Token) -> bool:
    return token.gap is not None and token.gap.strip() == token.gap.strip()[:1]


def _pieces(letters: Sequence[Token], before: str, after: str) -> Iterator[str]:
    written = "".join(letter.text for letter in letters)
    short = len(letters) <= 2 * LONGEST_SPELLED
    for start, letter in enumerate(letters):
        if start <= 2 or (short and letter.capital) or len(letter.gap or "") > 1:  # noqa: PLR2004
            last = min(len(written), start + LONGEST_SPELLED)
            for end in range(start + SHORTEST_SPELLED - 1, last + 1):
                yield written[start:end]
                if before and not start:
                    yield before + written[:end]
            if after and last == len(written):
                yield written[start:] + after
