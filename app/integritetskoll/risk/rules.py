"""Floors F1-F8 and hard stops H1-H4 of the assessment scheme, one small function each.

A function returns the rule when it fires, None otherwise. H2 (protection hints) is decided
before anything is assessed: see `decide.hints`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from integritetskoll.domain.assessment import Reason, Rule
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link
from integritetskoll.domain.verdict import Verdict
from integritetskoll.risk.combine import PUPILS, Situation, Weighed
from integritetskoll.risk.factors import has_class

TEAM = 2
"""Spread of a closed group or the staff team."""
WIDE = 3
"""Spread of e-mail or the whole school."""
ART_9 = 4
QUOTED = 60
"""Characters of a finding that a rule quotes at most."""


def f1_sensitive_person(s: Situation) -> Rule | None:
    """Sensitive data about a person may not leave the right system."""
    sensitive = [w for w in s.weighed if w.sensitivity == ART_9 and w.about_somebody]
    by_type = s.document_type.sensitivity == ART_9 and s.document_type.about_one
    if s.spread < TEAM or not (sensitive or by_type):
        return None
    facts = {"destination": s.context.destination}
    if not sensitive:
        facts["document_type"] = s.context.document_type
        return Rule("F1", Verdict.DO_NOT_PUBLISH, Reason("F1_document", facts))
    entity = sensitive[0].finding.entity
    facts |= {
        "entity": entity,
        "words": _quoted([w for w in sensitive if w.finding.entity == entity]),
    }
    return Rule("F1", Verdict.DO_NOT_PUBLISH, Reason("F1", facts))


def f2_whereabouts(s: Situation) -> Rule | None:
    """Nobody tells the open web where children will be."""
    told = [w for w in s.coded(s.policy.rules.whereabouts) if w.link != Link.NONE]
    if s.open and told:
        facts = {"destination": s.context.destination, "words": _quoted(told)}
        return Rule("F2", Verdict.DO_NOT_PUBLISH, Reason("F2", facts))
    return None


def f3_recognisable_image(s: Situation) -> Rule | None:
    """A recognisable child needs approval by the school's routine."""
    if not s.context.images_recognisable or s.spread < WIDE:
        return None
    if s.context.images_approved:
        return Rule("F3", Verdict.REVIEW, Reason("F3_approved"))
    return Rule("F3", Verdict.DO_NOT_PUBLISH, Reason("F3"))


def f4_pupil_in_the_open(s: Situation) -> Rule | None:
    """A named or recognisable pupil on an open channel is looked at once more."""
    pupils = [w for w in s.weighed if w.about_somebody and w.finding.role in PUPILS]
    if not s.open or not (pupils or s.context.images_recognisable):
        return None
    named = any(w.link == Link.NAMED and w.finding.entity == Entity.PERSON for w in pupils)
    code = "F4" if named else "F4_recognisable"
    return Rule("F4", Verdict.REVIEW, Reason(code, {"with_class": str(has_class(s))}))


def f5_value_word(s: Situation) -> Rule | None:
    """An assessment speaks about knowledge, not about the person."""
    words = [w for w in s.weighed if w.finding.entity in {Entity.VALUE_WORD, Entity.OPINION}]
    words = [w for w in words if w.finding.code not in s.policy.rules.suggestions]
    if s.document_type.assessment and words:
        return Rule("F5", Verdict.REVIEW, Reason("F5", {"words": _quoted(words)}))
    return None


def f6_register(s: Situation) -> Rule | None:
    """A list of persons is a register."""
    if s.is_bulk and s.spread >= WIDE:
        return Rule("F6", Verdict.DO_NOT_PUBLISH, Reason("F6", {"count": str(s.bulk)}))
    return None


def f7_unread(s: Situation) -> Rule | None:
    """What could not be read was not judged."""
    return Rule("F7", Verdict.REVIEW, Reason("F7")) if s.unread else None


def f8_security(s: Situation) -> Rule | None:
    """Alarm codes and plans are secret, person or not (OSL 18 kap. 8 §, 23 kap. 5 a §)."""
    if s.spread >= TEAM and s.coded(s.policy.rules.security):
        return Rule("F8", Verdict.DO_NOT_PUBLISH, Reason("F8"))
    return None


def h1_number_or_password(s: Situation) -> Rule | None:
    """Personnummer and passwords stay in the administrative systems (act 2018:218, 3 kap. 10 §)."""
    hits = s.coded(s.policy.rules.hard_stop)
    if not hits or s.destination.administration:
        return None
    secret = hits[0].finding.entity == Entity.PASSWORD
    return Rule("H1", Verdict.DO_NOT_PUBLISH, Reason("H1_password" if secret else "H1"))


def h3_authority_in_cloud(s: Situation) -> Rule | None:
    """Exercise of authority never lies in a cloud tool."""
    document = s.document_type.information == "MU"
    if document and s.destination.cloud and s.destination.information["MU"] == "never":
        facts = {"destination": s.context.destination, "place": s.policy.places["MU"]}
        return Rule("H3", Verdict.DO_NOT_PUBLISH, Reason("H3", facts))
    return None


def h4_not_checked(s: Situation) -> Rule | None:
    """The writer says that the routine for protected identity was not followed."""
    if s.open and s.context.protected_identity_checked is False:
        return Rule("H4", Verdict.DO_NOT_PUBLISH, Reason("H4"))
    return None


def _quoted(weighed: Sequence[Weighed]) -> str:
    """The words of the first findings, each once, so that a rule says what it is about."""
    words = dict.fromkeys(" ".join(w.finding.text.split()) for w in weighed)
    shown = (w if len(w) <= QUOTED else f"{w[:QUOTED].rstrip()}…" for w in list(words)[:3])
    return ", ".join(f"”{w}”" for w in shown)


RULES: tuple[Callable[[Situation], Rule | None], ...] = (
    h1_number_or_password,
    h3_authority_in_cloud,
    h4_not_checked,
    f1_sensitive_person,
    f2_whereabouts,
    f3_recognisable_image,
    f4_pupil_in_the_open,
    f5_value_word,
    f6_register,
    f7_unread,
    f8_security,
)
