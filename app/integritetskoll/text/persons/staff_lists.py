"""Staff by what they do: jobs beside names, lists with subjects taught or languages interpreted."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from integritetskoll.text.persons.beside import Span
from integritetskoll.text.persons.role_words import JOB
from integritetskoll.text.persons.wordlists import words

_NEW_STAFF = regex.compile(
    r"(?i)\b(?:nya? (?:personal|kolleg\p{L}+|medarbetare|lärare)|undervisande lärare|ämneslärare|"
    r"personallista|personalnytt|ny(?:tt)? i personalen)\b"
)
_PRESENTED = regex.compile(
    r"(?im)^\W*+(?:vi som (?:arbetar|jobbar)[^\n.!?:]{0,60}(?:\n|:)[^\n]*"
    r"|(?:vår|vårt|våra|nya|skolans|fritids) (?:\p{L}++ )?(?P<job>\p{L}++)"
    r"(?: (?:på|i|för) [^\n:.!?]{1,30})?:[^\n]*)"
)
"""A line that presents staff, by what stands before its colon or in the line above."""
_TEAM = ("personal", "personalen", "arbetslag", "lärarlag", "team", "kollegor")
_WORKED = regex.compile(
    r"[^.!?\n]{0,90}\b(?:jobbat|arbetat|jobbade|arbetade|närmast från|tar över efter|börjar som)\b"
)
_OF_SUBJECT = regex.compile(
    r"(?i)(?:hemkunskaps?|slöjd|syslöjds?|träslöjds?|matte|bild|musik|idrotts?|gympa|svenska|engelska"
    r"|franska|spanska|tyska|no|so|teknik|kök|köks|mat|städ|vaktis|fritids|biblioteks?|syster)-\p{Lu}"
)
"""How pupils call staff: "Hemkunskaps-Gun"."""
_IN_OFFICE = regex.compile(
    r" (?:på|i) (?:expeditionen|expen|vaktmästeriet|skolköket|skolkansliet)\b"
)
_SUBJECTS = regex.compile(
    r" \((?i:ma|no|so|sva?|eng?|fy|ke|bi|hi|ge|re|sh|bl|mu|idh?|tk|tn|sl|hkk|ms|spa?|fra?|tya?|"
    r"bild|musik|slöjd|matte|matematik|svenska|engelska|franska|spanska|tyska|idrott|fritids)"
    r"(?:(?:[/,+&]| och )[ ]?\p{L}{2,10})*+\)"
)
"""What a teacher in a list of the staff teaches: "Aida (SVA)", "Cornelis (Ma/Fy)"."""
_INTERPRETERS = regex.compile(
    r"(?i)\btolkar(?:na)?(?: är| på plats| med oss| ikväll| denna kväll)"
    r"[^:\n.!?]{0,20}:[\p{L}\s,()'-]*\Z"
)
_TURN_TO = regex.compile(
    r"(?i)\b(?:(?:kontakta|mejla|(?:hör av|vänd|anmäl) (?:er|dig) (?:till|hos)) "
    r"|(?:ring|kontakta|mejla|sök) (?:vaktmästeriet|expeditionen|receptionen|köket|kansliet), )\Z"
)
_FOUND = regex.compile(r"(?i)\b(?:finns|nås|når (?:ni|du)|träffar (?:ni|du)) \Z")
_AT_DESK = regex.compile(r" (?:på|i) (?:drop-in|expeditionen|mottagningen|telefon|rum \d)")
_NEAR = 30
"""Characters before the full name of whom readers are to turn to."""
_LINE = 300
_HEADING = regex.compile(
    r"(?im)^[^\p{L}\n]*+(?:(?:vår|ny|all|skolans|ordinarie) )?"
    r"(?:lärarlag|arbetslag|personal(?:en|lista)?|"
    r"vikarier|pedagoger|lärar(?:e|na|lista)|kollegiet|elevhälso?team|skolledning|skolvärdar)\b"
    r"(?![^\n]*\b(?:elev|barn))[^\n:.!?]{0,60}+:?[ \t]*+$"
)
"""The heading of a list of staff ("Personalen på Trollets förskola")."""
_ROW = 120
_ROWS = 40
"""Rows that a list of staff is followed back over."""
_AT_WORK = frozenset(
    "vaktmästare kock bibliotekarie skolbibliotekarie rektor lärare fritidsledare tränare "
    "it-tekniker städare lokalvårdare chaufför busschaufför utvecklingsledare".split()
)
"""Jobs that stand by a name for who has them; "Leo logoped kl 10" is whom Leo sees."""


def is_job(word: str) -> bool:
    """Whether a lower-cased word is what somebody at work is called."""
    return word in words("staff_titles", "before", "job") or JOB.fullmatch(word) is not None


def is_of_new_staff(text: str) -> bool:
    """Whether a text presents staff ("Nya kollegor i höst")."""
    return _NEW_STAFF.search(text) is not None


def headings(text: str) -> tuple[int, ...]:
    """Where headings of lists of staff end in a text."""
    return tuple(match.end() for match in _HEADING.finditer(text))


def is_listed(text: str, span: Span, ends: Sequence[int]) -> bool:
    """Whether the name stands in the rows below one of these headings."""
    above = [end for end in ends if end <= span[0]]
    if not above:
        return False
    end = text.find("\n", span[1])
    rows = text[above[-1] : end if end >= 0 else None].split("\n")[1:]
    return len(rows) <= _ROWS and not any(
        len(row) > _ROW or row.rstrip().endswith((".", ":", "!", "?")) for row in rows
    )


def teaches(text: str, span: Span) -> bool:
    """Whether subjects stand in brackets after the name."""
    return _SUBJECTS.match(text, span[1]) is not None


def interprets(text: str, span: Span) -> bool:
    """Whether the name stands in a row of interpreters, each with a language."""
    start = text.rfind("\n", 0, span[0]) + 1
    return _INTERPRETERS.search(text, max(start, span[0] - _LINE), span[0]) is not None


def presenting(text: str) -> tuple[Span, ...]:
    """The lines of a text that present who stands in them as staff."""
    found = ((match, (match["job"] or _TEAM[0]).lower()) for match in _PRESENTED.finditer(text))
    return tuple(match.span() for match, job in found if job in _TEAM or is_job(job))


def is_presented(text: str, span: Span, lines: Sequence[Span]) -> bool:
    """Whether one of these lines presents somebody, or the name says what they teach."""
    if _OF_SUBJECT.match(text, span[0]) or _IN_OFFICE.match(text, span[1]):
        return True
    return any(start <= span[0] < end for start, end in lines)


def has_worked(text: str, span: Span) -> bool:
    """Whether the sentence says of somebody, behind the name, where they have worked."""
    return _WORKED.match(text, span[1]) is not None


def is_titled(after: Sequence[str]) -> bool:
    """Whether a name's own job follows at once ("Hasse vaktmästare", "Siv Ek som lärare i no")."""
    said = list(after[1:3] if after[:1] == ("som",) else after[:2])
    if not said or said[-1][:1].isupper():
        return False
    return said[0] in _AT_WORK or said[0].endswith("lärare")


def is_reached(text: str, span: Span) -> bool:
    """Whether readers are told to turn to somebody, by the full name ("kontakta Siv Ek")."""
    start, end = span
    if " " not in text[start:end]:
        return False
    near = text[max(0, start - _NEAR) : start]
    at_desk = _FOUND.search(near) is not None and _AT_DESK.match(text, end) is not None
    return at_desk or _TURN_TO.search(near) is not None
