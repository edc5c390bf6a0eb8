"""Contests: in a text about a match or a quiz, points and right answers are no results of tests.

Which entries that concerns, the tables say with the false alarm `§contest`.
"""

from __future__ import annotations

import re

CONTEST = "§contest"
"""The false alarm of an entry that counts points, right answers or results."""
_PLAYED = re.compile(
    r"\b(?:schack\w*|bordtennis|pingis\w*|\w*frågesport\w*|\w*quiz\w*|(?:tips|poäng|fråge)promenad\w*"
    r"|\w*turnering\w*|\w*tävling\w*|\w*mästerskap\w*|vandringspris\w*|\w*pokal\w*|\w*match\w*"
    r"|\w*cup(?:en)?|luftgevär|luftpistol|\w*skytte|serietabell\w*|domare|domaren|semifinal\w*"
    r"|kvartsfinal\w*|finalen|utslagsfråg\w*|lagnamn|(?:fem|tre|lag|mång|tio|sju)kamp\w*|melodikryss\w*|musikkryss\w*"
    r"|kubb|boule|bowling\w*|minigolf\w*|dart|stafett\w*|poängjakt\w*"
    r"|brännboll\w*|innebandy\w*|utslagning\w*|prispall\w*|guldmedalj\w*|silvermedalj\w*)\b"
    r"|\bfråga \d+: .*\bfråga \d+: ",
    re.IGNORECASE | re.DOTALL,
)
_TESTED = re.compile(
    r"\b(?:\w*prov(?:et|en|ets)?|np|delprov\w*|(?!protest)\w*test(?:et|en)?|tent\w+|glos\w*|\w*förhör\w*"
    r"|diagnos\w*|uppsats\w*|inlämning\w*|läxa\w*|läxor\w*|betyg\w*|omdöme\w*|kunskapskrav\w*"
    r"|kriteri\w+|matten?|godkän\w+|underkän\w+|kursen)\b",
    re.IGNORECASE,
)


def is_contest(text: str) -> bool:
    """Tell whether a text speaks of a contest, and of no test."""
    return _PLAYED.search(text) is not None and _TESTED.search(text) is None
