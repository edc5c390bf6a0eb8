"""Lists that name staff with what they teach or the language they interpret."""

from __future__ import annotations

import regex

from integritetskoll.text.persons.beside import Span

_NEW_STAFF = regex.compile(
    r"(?i)\b(?:nya? (?:personal|kolleg\p{L}+|medarbetare|lärare)|undervisande lärare|ämneslärare|"
    r"personallista)\b"
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
_LINE = 300


def is_of_new_staff(text: str) -> bool:
    """Whether a text presents staff ("Nya kollegor i höst")."""
    return _NEW_STAFF.search(text) is not None


def teaches(text: str, span: Span) -> bool:
    """Whether subjects stand in brackets after the name."""
    return _SUBJECTS.match(text, span[1]) is not None


def interprets(text: str, span: Span) -> bool:
    """Whether the name stands in a row of interpreters, each with a language."""
    start = text.rfind("\n", 0, span[0]) + 1
    return _INTERPRETERS.search(text, max(start, span[0] - _LINE), span[0]) is not None
