"""Characters, authors, rulers and sums: persons that teaching content names."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from integritetskoll.text.persons.beside import Beside, Span, sentence, without_names
from integritetskoll.text.persons.role_words import (
    ABOUT,
    ANIMALS,
    BEARERS,
    BEARING,
    CALLED,
    EVERYDAY,
    FICTION_TITLES,
    LIVED,
    PLAYED,
    STUDY,
    TEACHING,
    WORKS,
)
from integritetskoll.text.persons.tokens import forms
from integritetskoll.text.persons.wordlists import famous

CLASS_NEXT = regex.compile(
    r"[ \t]*[,(]?[ \t]*(?:i |från )?(?:klass |åk ?|årskurs )?\d ?[A-Fa-f]?\b(?! ?[,.]\d)"
)
_ANY_CLASS = regex.compile(r"\b[1-9] ?[A-Fa-f]\b")
_YEARS = regex.compile(
    r"\b(?:1[0-8]\d\d|19[0-7]\d)(?:-tal\p{L}*)?\b|\b\d{3}-tal\p{L}*|\b[ef]\.? ?[Kk]r\b"
)
_LIFE = regex.compile(r"(?:'s|:s)? ?(?:\((?:född )?\d{3,4}(?:-\d{2,4})?\)|[IVX]{1,5}\b(?![:.)]))")
_REIGNED = frozenset({"levde", "regerade", "kröntes", "avrättades"})
"""Verbs that make who follows them a figure of history too ("på 300-talet levde Lucia")."""
_SOURCE = regex.compile(
    r" (?:m\.fl\. |et al\.? )?\((?:19|20)\d\d[a-z]?(?:[,:] ?s?\.? ?\d{1,4})?\) "
    r"(?:menar|skriver|hävdar|visar|beskriver|anser|lyfter|betonar|definierar|konstaterar|talar)\b"
)
"""A source in a text on education: "Hattie (2009) menar"."""
_TOLD_OF = regex.compile(
    r"(?i)\b(?:bilder|barn|ungdoms|kapitel)?(?:bok|boken|romanen|novellen|sagan|filmen|serien|pjäsen"
    r"|musikalen|berättelsen)\b[^.!?\n]{0,60}? (?:handlar|handlade) om "
    r"(?:(?:en|den|ett) (?:\p{Ll}++ ){1,3}(?:som heter|vid namn) )?\Z"
)
"""What a book tells of: "boken ”Sommarlov” handlar om ", "handlar om en pojke som heter "."""
_TOLD = frozenset({"om", "heter", "namn"})
_TOLD_REACH = 140
_EXERCISE = regex.compile(
    r"(?i)\b(?:hur (?:många|mycket|långt|länge|stor|stort|gammal|fort|ofta|lång|"
    r"långa)\b[^\n.?]{0,90}\?"
    r"|(?:beräkna|bestäm|räkna ut)\b|matteproblem|textuppgift|räkneproblem)"
)
_ASKS = ("hur ", "beräkna", "bestäm", "räkna ut", "problem", "textuppgift")
_EXERCISE_REACH = 250
_EVERYDAY_SIGNS = 2
_PERFORMS = regex.compile(
    r" (?:ska )?(?:spelar?|spelade|sjunger|sjöng|dansar|regisserar|skrev manus)\b"
)
_CASTS = regex.compile(r"(?:pjäsen|föreställningen|musikalen|filmen|teatern) spela(?:r|de) \Z")
"""What pupils do with a play: "Alice spelar huvudrollen", "i pjäsen spelar Maja kungen"."""


def questions(text: str) -> list[Span]:
    """Where a text asks for a number ("Hur många …?")."""
    lower = text.lower()
    if any(word in lower for word in _ASKS):
        return [match.span() for match in _EXERCISE.finditer(text)]
    return []


def is_fiction(text: str, span: Span, near: Beside, *, known: str) -> bool:
    """Whether a character, an author or a figure of history stands here; `known`: see `fame`."""
    if near.after[:1] == ("i",) and _ANY_CLASS.match(text, span[1] + len(" i ")):
        return False
    if near.word == "av" and near.before[-2:-1] and near.before[-2].lower() in PLAYED:
        return False
    if near.word in _TOLD and _TOLD_OF.search(text, max(0, span[0] - _TOLD_REACH), span[0]):
        return True
    return known == "fiction" or _introduced(text, span, near) or _lived(text, span, near)


def _introduced(text: str, span: Span, near: Beside) -> bool:
    """Whether the words before make it fiction: "kung …", "boken om …", "dikter av …"."""
    before = tuple(token.lower() for token in without_names(near.before))
    word, one_more = (before[-1], before[-2:-1]) if before else ("", ())
    if word in FICTION_TITLES:
        return near.before[-1] != ":"
    if _is_called(tuple(token.lower() for token in near.before), text, span):
        return True
    if word == "som":
        return one_more in {("rollen",), ("rollerna",)}
    if word == "om":
        studied = STUDY.intersection(before[-3:-1]) and not _owns(text, span, near)
        return bool(studied or ABOUT.intersection(one_more))
    if word == "av" and " " in text[span[0] : span[1]] and WORKS.intersection(before):
        return not CLASS_NEXT.match(text, span[1])
    return False


def _owns(text: str, span: Span, near: Beside) -> bool:
    """Whether a single name stands before what is its own ("läs på om Elsas anpassningar")."""
    name = text[span[0] : span[1]]
    return " " not in name and name.endswith("s") and bool(near.after) and near.after[0].islower()


def _is_called(before: Sequence[str], text: str, span: Span) -> bool:
    """Whether an animal or a thing bears the name ("geten Rut", "min hund heter Doris")."""
    word, one_more = (before[-1], before[-2:-1]) if before else ("", ())
    if word in {"var", "är"} and one_more == ("vem",):
        return text[span[1] : span[1] + 1] == "?"
    bearer = before[-2] if word in CALLED and one_more else word
    if bearer == "som" and len(before) > len(("katten", "som", "heter")) - 1:
        bearer = before[-3]
    bears = bearer in BEARERS or bearer.endswith(BEARING) or (word in CALLED and bearer in ANIMALS)
    return bears and not CLASS_NEXT.match(text, span[1])


def _lived(text: str, span: Span, near: Beside) -> bool:
    if _SOURCE.match(text, span[1]):
        return True
    if " " in text[span[0] : span[1]] and _LIFE.match(text, span[1]):
        return True
    verb = near.after[0].lower() if near.after else ""
    lived = verb in LIVED or verb == "skrev" or near.word in _REIGNED
    return lived and bool(_YEARS.search(sentence(text, span)))


def in_exercise(text: str, span: Span, questions: Sequence[Span]) -> bool:
    """Whether a question with numbers follows in the same paragraph: somebody in a sum."""
    for start, end in questions:
        if span[0] - _EXERCISE_REACH // 4 <= start <= span[1] + _EXERCISE_REACH:
            piece = text[max(0, min(span[0], start) - 60) : max(end, span[1])]
            if "\n\n" not in text[span[1] : start] and any(c.isdigit() for c in piece):
                return not _ANY_CLASS.search(piece)
    return False


def fame(name: str, text: str, span: Span) -> str:
    """Return "public" or "fiction" for a name of the lists (some only in teaching), else ""."""
    known = famous()
    for form in forms(name.lower()):
        entry = known.get(form)
        if entry and (entry[2] != "teaching" or _is_teaching(text, span, name)):
            return entry[1]
    parts = name.lower().split()
    last = (
        known.get(parts[-1]) or known.get(parts[-1].removesuffix("s")) if len(parts) > 1 else None
    )
    if last and last[2] == "alone" and _is_teaching(text, span, name):
        return last[1]
    return ""


def _is_teaching(text: str, span: Span, name: str) -> bool:
    """Whether the sentence around a name teaches: its words, a year, or other famous names.

    Pupils bear the single names of figures, so for those an everyday sign must not stand alone.
    """
    if " " not in name and _is_on_stage(text, span):
        return False
    around = sentence(text, span)
    tokens = {token.lower() for token in regex.findall(r"[\p{L}-]+", around)}
    everyday = len(tokens & EVERYDAY)
    if tokens & TEACHING or _YEARS.search(around):
        return True
    enough = 1 if " " in name else _EVERYDAY_SIGNS
    return everyday + _famous_beside(tokens, set(forms(name.lower())), enough) >= enough


def _famous_beside(tokens: set[str], own: set[str], most: int) -> int:
    """Return how many unmistakable names stand in a sentence besides one's own, up to `most`."""
    known, found = famous(), 0
    for token in tokens:
        named = (form for form in forms(token) if form not in own and form in known)
        found += any(known[form][2] == "alone" for form in named)
        if found >= most:
            break
    return found


def _is_on_stage(text: str, span: Span) -> bool:
    """Whether a name is that of who acts, not of the part that is played."""
    if _PERFORMS.match(text, span[1]):
        return True
    casts = _CASTS.search(text, max(0, span[0] - _TOLD_REACH), span[0]) is not None
    return casts and text[span[1] : span[1] + 2].strip().islower()
