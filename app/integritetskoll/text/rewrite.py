"""Rewordings of what judges a pupil: wordings that point to knowledge, filled from the sentence.

They are Swedish whatever the language of the answer, because they stand in a Swedish text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from integritetskoll.text.recognizers._patterns import rows

_MOST = 3
_SKILL = regex.compile(
    r"\[(?:centralt )?innehåll\]|\[(?:moment|område|ämne|kunskapsområde|problemtyp)\]"
)
_FOR_THE_PUPIL, _THE_PUPIL_FIRST, _THE_PUPIL = (
    regex.compile(rf"\b{words}\b") for words in ("för eleven", "Eleven", "eleven")
)
_OBJECTS = {"hon": "henne", "han": "honom", "du": "dig", "ni": "er"}
_PRONOUNS = frozenset(("hon", "han", "hen", "du", "ni"))
_UNFILLED = frozenset(("", "eleven"))


def rewordings(facts: Mapping[str, str]) -> tuple[str, ...]:
    """Return one to three rewordings for a finding's facts; none where it has no theme.

    Facts: `theme` (value_rewrites.tsv), `own` (wordings of the word itself, separated by |),
    `pupil` (how the sentence calls the pupil), `skill` (the content it names).
    """
    theme = facts.get("theme")
    if theme is None:
        return ()
    own = [wording.strip() for wording in facts.get("own", "").split("|") if wording.strip()]
    wordings = [*own, *_of_theme(theme)][:_MOST]
    filled = (_fill(one, facts.get("pupil", ""), facts.get("skill", "")) for one in wordings)
    return tuple(dict.fromkeys(filled))


def _fill(wording: str, pupil: str, skill: str) -> str:
    if skill:
        wording = _SKILL.sub(lambda _: skill, wording)
    lower = pupil.lower()
    if lower in _UNFILLED:
        return wording
    subject = lower if lower in _PRONOUNS else pupil
    wording = _FOR_THE_PUPIL.sub(f"för {_OBJECTS.get(lower, subject)}", wording)
    wording = _THE_PUPIL_FIRST.sub(subject[:1].upper() + subject[1:], wording)
    return str(_THE_PUPIL.sub(subject, wording))


@cache
def _of_theme(theme: str) -> list[str]:
    return [wording for name, wording in rows("value_rewrites") if name == theme]
