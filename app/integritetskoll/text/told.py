"""Passages that tell of nobody real: stories, reviews, history, sports news, language exercises.

A paragraph shows its kind by how it opens (a review, a pupil's tale) or by several words of one
kind (years and kings, leagues and clubs). Sentences in it that speak of pupils, and those that
speak of somebody whom such a sentence names, tell of somebody real all the same. The words stand
in `lexicon/frames.tsv` under `told_*`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from integritetskoll.plain.segments import Segment, Segments, paragraphs
from integritetskoll.text.guesses import TOLD
from integritetskoll.text.lexicon.reader import any_of, patterns
from integritetskoll.text.overlap import Candidate
from integritetskoll.text.persons.tokens import forms
from integritetskoll.text.persons.wordlists import famous, famous_by_first
from integritetskoll.text.view import PersonSpan, between

ENOUGH = 3
"""Signs of one kind that make a passage one of history, sport or fiction."""
_OPENING = 120
"""Characters in which a passage opens."""
_LONGEST = 4000
"""Characters of the longest passage that is looked at: history fills a page, not a book."""
_SENTENCES = 2
_NAMES = 3
"""Famous names that count, and words of the longest famous name that is looked up."""


_BOOK = re.compile(rf"[^\w(]*{any_of('told_book')}(?!\w)", re.IGNORECASE)
_EXERCISE = re.compile(rf"[^\w(]*{any_of('told_exercise')}(?!\w)", re.IGNORECASE)
_CLASS = re.compile(r"\b(?:[1-9][a-f]|klassen|frånvar\w*)\b", re.IGNORECASE)
_INSIDE = re.compile(r"\((?:novell|saga|berättelse|deckare|följetong|äventyr) av ", re.IGNORECASE)
_READS = re.compile(rf"\W*{any_of('told_reads')}\b", re.IGNORECASE)
_BY = re.compile(r" av [A-ZÅÄÖ]")
_OF_BOOKS = re.compile(
    r"\b(?:boken|romanen|novellen|filmen|serien|sidor|utspelar|handlar om|av 5|kapitel\w*)\b"
)
_BYLINE = re.compile(
    r"(?!.*\b(?:rapport|foto\w*|bild|bilder|sammanfattning|utvärdering|\w*utredning|bedömning"
    r"|anteckning\w*|kartläggning|protokoll|information|uppföljning|beskrivning|analys|anmälan"
    r"|inlägg|brev|text|text och bild|omdöme|uppgift\w*|prov\w*|frånvaro|närvaro|foton|stöd"
    r"|hjälp|lista|hämtas|lämnas|skickat|skrivet|lån|besök) (?:om \w+ )?av\b)"
    r"(?P<title>[^\n.:!?]{3,60} )?av (?P<names>[^\n.:!?\d]{2,80})\n",
    re.IGNORECASE,
)
_LETTER = re.compile(rf"\b{any_of('told_letter')}")
_REAL = re.compile(rf"\b{any_of('told_real')}\b", re.IGNORECASE)
_PUPIL = re.compile(rf"\b{any_of('told_pupil')}\b")
_YEAR = re.compile(
    r"(?<![\d:.,/–-])(?:1[0-8]\d\d|19[0-5]\d)(?![\d:,/]|[.–-]\d)"
    r"(?! ?(?:kr|kronor|m|meter|km|g|gram|ml|elever|personer|st|p|poäng|ord|tecken|steg)\b)"
)
_CENTURY = re.compile(r"\b1[0-8]00-talet")
_REGNAL = re.compile(r"\b[A-ZÅÄÖ]\w+ [IVX]{1,4}\b(?!\.)")
_SIGNS = {
    kind: tuple(re.compile(rf"\b{sign}(?!\w)") for sign in patterns(f"told_{kind}"))
    for kind in ("history", "sport", "story")
}
_ANY = {kind: re.compile(rf"\b{any_of(f'told_{kind}')}(?!\w)") for kind in _SIGNS}
"""One search instead of a dozen where no sign stands, as in most passages."""
_CHOICE = re.compile(r"\(\w+ ?/ ?\w+\)")
"""What an exercise asks to choose from: "Ahmed (är/har) 25 år"."""
_WORD = re.compile(r"[^\W\d_][\w'.-]*")


def told(
    text: str,
    segments: Segments,
    persons: Sequence[PersonSpan],
    candidates: Iterable[Candidate],
) -> frozenset[int]:
    """Return the numbers of the segments of a plain text that tell of nobody real.

    Passages are looked at in which a candidate stands that tells something.
    """
    asked = {segments.at(c.start) for c in candidates if c.entity in TOLD}
    found: set[int] = set()
    for first, last in paragraphs(segments):
        if not any(number in asked for number in range(first, last)):
            continue
        passage = list(enumerate(segments.items[first:last], first))
        said = text[passage[0][1].start : passage[-1][1].end]
        if len(said) > _LONGEST:
            continue
        real = _real_cue(said, passage, persons)
        if real is not None:
            found.update(_nobodys(text, passage, persons, real))
    return frozenset(found)


def _real_cue(
    said: str, passage: Sequence[tuple[int, Segment]], persons: Sequence[PersonSpan]
) -> re.Pattern[str] | None:
    """Return what makes a sentence of a passage real; None where the passage is no telling."""
    if _EXERCISE.match(said) or len(_CHOICE.findall(said)) >= _SENTENCES:
        return _CLASS
    if _is_book(said):
        return _REAL
    if _LETTER.search(said.lower()):
        return None
    return _REAL if _has_byline(said, passage, persons) or _is_of_a_kind(said) else None


def _is_of_a_kind(said: str) -> bool:
    """Whether enough words of one kind stand in a passage: of fiction, history or sport."""
    if sum(map(bool, _found(said, "story"))) >= ENOUGH:
        return True
    return not _PUPIL.search(said.lower()) and (_is_history(said) or _is_sport(said))


def _is_book(said: str) -> bool:
    lines = said.split("\n", 2)[:2]
    if any(_BOOK.match(line[:_OPENING]) for line in lines) or _INSIDE.search(said):
        return True
    if not _READS.match(said):
        return False
    opening = said.split(". ", 1)[0]
    if re.match(r"\W*(?:vi|klassen) ", said, re.IGNORECASE):
        return False
    by_somebody = _BY.search(opening) is not None or bool(_famous(said))
    return by_somebody and _OF_BOOKS.search(said.lower()) is not None


def _has_byline(
    said: str, passage: Sequence[tuple[int, Segment]], persons: Sequence[PersonSpan]
) -> bool:
    """Whether a title, or the line below it, says whose tale follows ("av Måns och Jabril")."""
    if len(passage) <= _SENTENCES + 1:
        return False
    begins = passage[0][1].start
    for place, (_, segment) in enumerate(passage[:_SENTENCES]):
        match = _BYLINE.match(said[segment.start - begins : segment.end - begins])
        if match is None or bool(match["title"]) == bool(place):
            continue
        names = segment.start + match.start("names")
        if between(persons, names, segment.end) and not between(persons, begins, names):
            return True
    return False


def _is_history(said: str) -> bool:
    dated = min(_SENTENCES, len(set(_YEAR.findall(said))))
    dated += bool(_REGNAL.search(said)) + bool(_CENTURY.search(said))
    signs = _signs(said, "history") + dated
    if not signs:
        return False
    names = min(_NAMES, len(_famous(said)))
    return bool(dated or names) and signs + names >= ENOUGH


def _is_sport(said: str) -> bool:
    signs = _signs(said, "sport")
    return signs >= ENOUGH or (signs >= _SENTENCES and signs + len(_famous(said)) >= ENOUGH)


def _signs(said: str, kind: str) -> int:
    """How many signs of a kind stand in a passage; each of one word once."""
    return sum(map(len, _found(said, kind)))


def _found(said: str, kind: str) -> list[set[str]]:
    """What each sign of a kind finds in a passage; nothing at all where none finds anything."""
    lower = said.lower()
    if not _ANY[kind].search(lower):
        return []
    return [set(sign.findall(lower)) for sign in _SIGNS[kind]]


def _famous(said: str) -> set[str]:
    """The famous persons that a passage names in a way that nobody else is named."""
    words = [match[0].lower().rstrip(".'") for match in _WORD.finditer(said)]
    known, firsts = famous(), famous_by_first()
    found: set[str] = set()
    for at, word in enumerate(words):
        longest = _NAMES if word in firsts else 1
        for length in range(1, longest + 1):
            for form in forms(" ".join(words[at : at + length])):
                entry = known.get(form)
                if entry and entry[2] == ("full" if " " in form else "alone"):
                    found.add(form)
    return found


def _nobodys(
    text: str,
    passage: Iterable[tuple[int, Segment]],
    persons: Sequence[PersonSpan],
    cue: re.Pattern[str],
) -> Iterable[int]:
    """Yield the segments that neither speak of pupils nor of whom such a segment names."""
    seen = [
        (
            number,
            between(persons, segment.start, segment.end),
            cue.search(text, segment.start, segment.end) is not None,
        )
        for number, segment in passage
    ]
    real = {person.index for _, near, cued in seen if cued for person in near}
    last = False
    for number, near, cued in seen:
        if near:
            last = any(person.index in real for person in near)
        if not cued and not last:
            yield number
