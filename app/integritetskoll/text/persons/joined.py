"""Names inside file names, handles and hashtags: "tindra_kvistberg_7b.jpg", "@hugo", "#tindra"."""

from __future__ import annotations

from collections.abc import Iterator, Set

import regex

from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.tokens import forms
from integritetskoll.text.persons.wordlists import not_by_itself
from integritetskoll.text.recognizers.base import scan

Span = tuple[int, int]
_JOINED = regex.compile(
    r"(?<![\w@#.-])(?P<tag>[@#])(?P<handle>\w[\w.-]*+)"
    r"|(?<![\w@#.-])(?=[\w-]*+(?:\.[\w-]++)*?\.(?i:jpe?g|png|heic|heif|gif|webp|tiff?|bmp|pdf|docx?|odt|"
    r"pptx?|xlsx?|csv|txt|mp[34]|mov|m4[av]|avi|wav|zip|key|pages)\b)(?P<file>[\w-]++(?:\.[\w-]++)*+)"
    r"|(?<![\w@#.-])(?P<under>[^\W_]++(?:_[^\W_]++)++)(?![\w@])"
)
_PART = regex.compile(r"\p{Lu}?\p{Ll}++|\p{Lu}++(?!\p{Ll})")
_SURNAME_ENDINGS = (
    "son", "berg", "ström", "strom", "kvist", "qvist", "gren", "lund", "dahl", "sjö", "falk", "mark",
    "man", "stedt", "stad", "ell", "ius", "ander", "holm", "fors", "ovic", "ski", "sen",
)  # fmt: skip


def joined_names(reading: Reading, accepted: Set[str]) -> Iterator[Span]:
    """Yield the part of a file name, handle or hashtag that is a name.

    `accepted` are the names that stand elsewhere in the draft, lower-cased.
    """
    text = reading.text
    if not ("@" in text or "#" in text or "_" in text or "." in text):
        return
    for match in scan(_JOINED, text):
        kind = match.lastgroup or "file"
        if match["tag"] == "@" or kind == "under":
            least = 2
        else:
            least = 3
        span = _name_in(reading, *match.span(kind), least=least, accepted=accepted)
        if span:
            yield span


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
    return len(lower) > 2 and known.given >= least and known.common <= 1 and not from_lists


def _surname(reading: Reading, lower: str) -> bool:
    if len(lower) == 1:
        return True
    known = reading.names.of(lower)
    if known.common >= 2 or lower in not_by_itself():
        return False
    return known.surname >= 1 or known.given >= 3 or lower.endswith(_SURNAME_ENDINGS)
