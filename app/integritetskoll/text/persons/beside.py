"""What stands beside a name: the words before and after it within its sentence or row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import regex

from integritetskoll.text.persons.cues import goodbyes
from integritetskoll.text.persons.wordlists import words

Span = tuple[int, int]
_WINDOW = 90
_TOKEN = regex.compile(r"\p{L}++(?:[.-]\p{L}++)*+(?::\p{L}++)?|\d++[A-Fa-f]?\b|[,(:;!?)\n/&+-]")
_CUT = regex.compile(r"(?<=\p{L}{3}[.!?]|[!?;|])\s|(?<=\d\.)\s(?=\p{Lu})|\n")
_AND = frozenset({"och", "&", "+", "o", "samt"})
_JOIN = _AND | {",", "/"}

_LINKING = frozenset(
    "vår vårt våra er ert ny nya nye ordinarie biträdande bitr ansvarig är en blivande skolans "
    "kommunens förskolans bibliotekets enhetens rektorsområdets".split()
)


@dataclass(frozen=True, slots=True)
class Beside:
    """Tokens before (nearest last) and after (nearest first) a name, as written."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    tail: str = field(repr=False)

    @property
    def word(self) -> str:
        """The nearest word before in lower case; empty when the name opens its sentence."""
        return self.before[-1].lower().strip(".") if self.before else ""


def beside(text: str, span: Span) -> Beside:
    """Read what stands beside a half-open span, at most 90 characters each way."""
    start, end = span
    head = text[max(0, start - _WINDOW) : start]
    cut = max(head.rfind(mark) for mark in ("\n", "! ", "? ", "; ", "|"))
    head = head[cut + 1 :]
    stop = head.rfind(". ")
    if stop > 2 and head[stop - 3 : stop].isalpha():  # noqa: PLR2004
        head = head[stop + 1 :]
    tail = text[end : end + _WINDOW // 2]
    return Beside(tuple(_TOKEN.findall(head)), tuple(_TOKEN.findall(tail)), tail)


def without_names(before: Sequence[str]) -> tuple[str, ...]:
    """The tokens before a row of names: "mentorerna Siv och" becomes "mentorerna"."""
    rest = list(before)
    if len(rest) > 1 and rest[-1] in _AND and _title(rest[-2]):
        return ()  # "kuratorn och Tuva": the title is another's
    while len(rest) > 1 and rest[-1] in _JOIN and rest[-2][:1].isupper():
        rest.pop()
        while rest and rest[-1][:1].isupper() and not _title(rest[-1]):
            rest.pop()
    while rest and rest[-1] in {":", "-"}:
        rest.pop()
    if len(rest) > 2 and rest[-2].lower() in {"i", "för", "åk"} and rest[-1][:1].isdigit():  # noqa: PLR2004
        del rest[-2:]
    return tuple(rest)


def _title(token: str) -> bool:
    lower = token.lower()
    return lower in words("staff_titles") or lower in words("guardians")


def sentence(text: str, span: Span) -> str:
    """The sentence or row around a span, at most 300 characters each way."""
    head = _CUT.split(text[max(0, span[0] - 300) : span[0]])[-1]
    tail = _CUT.split(text[span[1] - 3 : span[1] + 300])
    after: str = tail[0]
    return f"{head}{text[span[0] : span[1]]}{after[3:]}"


def signatures(text: str) -> list[Span]:
    """The spans of names that sign the text: as far as names, titles and joining words go."""
    found = []
    for match in goodbyes(text):
        start, end = match.span("who" if match["who"] else "slash")
        found.append((start, _names_end(text, start, end)))
    return found


def _names_end(text: str, start: int, end: int) -> int:
    last = start
    comma = False
    for token in _TOKEN.finditer(text, start, end):
        word = token[0]
        if word == ",":
            comma = True
            continue
        if word in _JOIN or (_title(word) and not comma):
            continue
        if not (word[:1].isupper() or last == start):
            break
        last, comma = token.end(), False
    return last


def titled_after(near: Beside, is_title: Callable[[str], bool]) -> bool:
    """Whether a title follows: ", kurator", "(Tovas mamma)", "är vår nya rektor", a line below."""
    after = near.after
    opener = after[0].lower() if after else ""
    if after[:2] == ("och", "är"):
        after = after[1:]
        opener = "är"
    if opener == "!":  # "Välkomna Sergej! Ny vaktmästare från måndag."
        return after[1:2] in {("Ny",), ("Nya",)} and is_title(after[2].lower() if after[2:] else "")
    if opener in {"ny", "nya", "nye", "tillförordnad", "tf", "vikarierande"}:
        return len(after) > 1 and is_title(after[1].lower())
    if opener not in {",", "(", "är", "\n", "-"} or (opener == "-" and near.tail[:1] == "-"):
        return False
    rest = list(after[1:6])
    while rest and (rest[0].lower() in _LINKING or _owner(rest)):
        rest.pop(0)
    if not rest or not is_title(rest[0].lower()):
        return False
    # ", mentorn sa" and ", mentor Siv" speak of somebody else.
    definite = opener == "," and rest[0].lower().endswith(("en", "an", "rn"))
    follows = rest[1] if len(rest) > 1 else ""
    another = follows[:1].isupper() and len(follows) > 1 and not follows.isupper()
    another = another and f"{rest[0]} {follows}" in near.tail
    return not definite and not (another and opener != "\n")


def _owner(tokens: Sequence[str]) -> bool:
    """Whether a genitive name stands before the title ("Tovas mamma")."""
    return len(tokens) > 1 and tokens[0][:1].isupper() and tokens[0].endswith("s")
