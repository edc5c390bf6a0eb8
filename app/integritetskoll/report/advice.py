"""What the writer can do: the rules that fired first, then each kind of data, then where to go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from integritetskoll.domain.assessment import Assessment, Reason
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.report.words import Words
from integritetskoll.risk.combine import Situation, misplaced
from integritetskoll.risk.rules import ART_9

# What a rule's own advice already says of an entity.
_TOLD_BY_RULE: Mapping[str, frozenset[str]] = {
    "F2": frozenset({Entity.WHEREABOUTS}),
    "F4": frozenset({Entity.PERSON, Entity.INDIRECT_IDENTIFICATION}),
    "F5": frozenset({Entity.VALUE_WORD, Entity.OPINION}),
    "F6": frozenset({Entity.PERSON}),
    "F8": frozenset({Entity.SCHOOL_SECRECY}),
    "H1": frozenset(
        {
            Entity.SE_PERSONNUMMER,
            Entity.SE_SAMORDNINGSNUMMER,
            Entity.SE_INTERIM_NUMBER,
            Entity.PASSWORD,
        }
    ),
}


def advice(
    verdict: Verdict,
    assessment: Assessment,
    s: Situation,
    elsewhere: Mapping[str, Verdict],
    words: Words,
    *,
    pictures: bool = False,
) -> tuple[str, ...]:
    """Return what to do, each sentence once; a verdict that is not clear has at least one."""
    if verdict == Verdict.CLEAR:
        looked = Reason("clear_images" if pictures else "clear_pictures")
        return _told(words, Reason(f"clear_{s.context.destination}"), looked)[:1]
    moves = _moves(assessment, s)
    reasons = [*_by_pictures(s), *_by_rules(assessment, s), *moves]
    reasons += _by_entities(assessment, s, words)
    named = {move.facts["place"] for move in moves}
    better = [n for n, other in elsewhere.items() if other == Verdict.CLEAR and n not in named]
    if better:
        reasons.append(Reason("elsewhere", {"destination": better[0]}))
    elif not moves and assessment.factors[0].reason.code == "sensitivity.document":
        place = s.policy.places[s.document_type.information]
        reasons.append(Reason("document", {"place": place}))
    return _told(words, *reasons) or _told(words, Reason("otherwise"))


def _by_pictures(s: Situation) -> Iterator[Reason]:
    if any(w.finding.source.kind == "image" and w.sensitivity for w in s.weighed):
        yield Reason("images_clean")


def _by_rules(assessment: Assessment, s: Situation) -> Iterator[Reason]:
    listed = any(rule.code == "F6" for rule in assessment.rules)
    year = next((w.finding.facts["year"] for w in s.weighed if "year" in w.finding.facts), None)
    for rule in assessment.rules:
        facts = {**rule.reason.facts, "place": s.policy.places["SEK"], "year": year or ""}
        if rule.reason.code != "F4":
            yield Reason(rule.reason.code, facts)
        elif not listed:
            yield Reason("F4_year" if year else "F4", facts)


def _moves(assessment: Assessment, s: Situation) -> list[Reason]:
    """Where what is misplaced belongs, unless a rule's own advice has said it."""
    told = {"MU"} if any(rule.code == "H3" for rule in assessment.rules) else set()
    destination = s.context.destination
    return [
        Reason(f"class_{c}", {"destination": destination, "place": s.policy.places[c]})
        for c in misplaced(s)
        if c not in told
    ]


def _by_entities(assessment: Assessment, s: Situation, words: Words) -> Iterator[Reason]:
    rules = {rule.code for rule in assessment.rules}
    told = frozenset[str]().union(*(_TOLD_BY_RULE.get(code, frozenset()) for code in rules))
    if s.document_type.about_one:
        told |= {Entity.PERSON}
    about = [
        w for w in s.weighed if w.about_somebody and w.sensitivity and w.finding.entity not in told
    ]
    sensitive = dict.fromkeys(w.finding.entity for w in about if w.sensitivity == ART_9)
    if sensitive and "F1" not in rules:
        yield Reason("sensitive", {"entities": words.entities(list(sensitive))})
    for entity in dict.fromkeys(w.finding.entity for w in about):
        yield Reason(f"entity_{entity}")


def _told(words: Words, *reasons: Reason) -> tuple[str, ...]:
    told = (words.say("advice", reason) for reason in reasons)
    return tuple(dict.fromkeys(sentence for sentence in told if sentence))
