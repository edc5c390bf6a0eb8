"""Names inside file names, handles and hashtags: "tindra_kvistberg_7b.jpg", "@hugo", "#tindra"."""

from __future__ import annotations

from collections.abc import Iterator, Set

import regex

from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.tokens import MANY, MOST, SOME, forms
from integritetskoll.text.persons.wordlists import maybe_names, not_by_itself
from integritetskoll.text.recognizers.base import scan

Span = tuple[int, int]
_TAG = regex.compile(r"(?<![\w@#.-])(?P<tag>[@#])(?P<name>\w[\w.-]*+)")
_FILE = regex.compile(
    r"\.(?i:jpe?g|png|heic|heif|gif|webp|tiff?|bmp|pdf|docx?|odt|pptx?|xlsx?|csv|txt|mp[34]|mov|"
    r"m4[av]|avi|wav|"
    r"zip|key|pages)\b"
)
_UNDER = regex.compile(r"(?<![\w@#.-])(?P<name>[^\W_]++(?:_[^\W_]++)++)(?![\w@])")
_LONGEST_NAME, _SHORTEST = 80, 3
_PART = regex.compile(r"\p{Lu}?\p{Ll}++|\p{Lu}++(?!\p{Ll})")
_SURNAME_ENDINGS = (
    "son", "berg", "ström", "strom", "kvist", "qvist", "gren", "lund", "dahl", "sjö", "falk",
    "mark", "man", "stedt", "stad", "ell", "ius", "ander", "holm", "fors", "ovic", "ski", "sen",
)  # fmt: skip


def joined_names(reading: Reading, accepted: Set[str]) -> Iterator[Span]:
    """Yield the part of a file name, handle or hashtag that is a name.

    `accepted` are the names that stand elsewhere in the draft, lower-cased.
    """
    for start, end, least in _places(reading.text):
        span = _name_in(reading, start, end, least=least, accepted=accepted)
        if span:
            yield span


def _places(text: str) -> Iterator[tuple[int, int, int]]:
    """Spans of handles, hashtags and file names, and how common a name in them must be."""
    if "@" in text or "#" in text:
        for match in scan(_TAG, text):
            yield *match.span("name"), 2 if match["tag"] == "@" else 3
    if "." in text:
        for match in scan(_FILE, text):
            start = match.start()
            while (
                start and start > match.start() - _LONGEST_NAME and _in_file_name(text[start - 1])
            ):
                start -= 1
            yield start, match.start(), 3
    if "_" in text:
        for match in scan(_UNDER, text):
            yield *match.span("name"), 2


def _in_file_name(character: str) -> bool:
    return character.isalnum() or character in "_-."


def _name_in(
    reading: Reading, start: int, end: int, *, least: int, accepted: Set[str]
) -> Span | None:
    parts = [m.span() for m in _PART.finditer(reading.text, start, end)]
    lowers = [reading.text[a:b].lower() for a, b in parts]
    reading.names.read(lowers)
    for place, lower in enumerate(lowers):
        if not _given(reading, lower, least, accepted):
            continue
        last = place
        if place + 1 < len(parts) and _surname(reading, lowers[place + 1]):
            last = place + 1
        return parts[place][0], parts[last][1]
    return None


def _given(reading: Reading, lower: str, least: int, accepted: Set[str]) -> bool:
    if lower in accepted:
        return True
    known = reading.names.of(lower)
    from_lists = any(form in not_by_itself() for form in forms(lower))
    return len(lower) >= _SHORTEST and known.given >= least and known.common <= 1 and not from_lists


def _surname(reading: Reading, lower: str) -> bool:
    if len(lower) == 1:
        return True
    known = reading.names.of(lower)
    if lower in maybe_names() and known.surname >= MOST:
        return True
    if known.common >= SOME or lower in not_by_itself():
        return False
    return known.surname >= SOME or known.given >= MANY or lower.endswith(_SURNAME_ENDINGS)
