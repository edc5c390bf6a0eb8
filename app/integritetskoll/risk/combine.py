"""What the findings amount to in this Context: which of them count, and how much each weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from integritetskoll.domain.draft import Context
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Link, Role
from integritetskoll.policy.schema import Destination, DocumentType, InformationClass, Policy

PUPILS = frozenset({Role.PUPIL, Role.GUARDIAN, None})
ATTRIBUTE = 2
"""Sensitivity from which a finding says something about a person beyond naming them."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A finding with its levels: sensitivity and consequence, 0 to 4, and its link.

    `free`: the person's role (staff, public, fiction) takes the weight away.
    """

    finding: Finding
    sensitivity: int
    consequence: int
    link: Link
    free: bool = False

    @property
    def about_somebody(self) -> bool:
        """Tell whether it says something of weight about one person, named or not."""
        return not self.free and self.link.rank >= Link.INDIRECT.rank


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything the assessment looks at: Context, its parts of the policy, weighed findings."""

    context: Context
    destination: Destination
    document_type: DocumentType
    policy: Policy = field(repr=False)
    weighed: tuple[Weighed, ...]
    unread: bool = False
    bulk: int = 0

    @property
    def spread(self) -> int:
        """The factor's level for this destination, document type and audience."""
        level = self.destination.spread_for.get(self.context.document_type, self.destination.spread)
        by_audience: Mapping[Any, int] = self.destination.spread_by_audience
        return by_audience.get(self.context.audience, level)

    @property
    def open(self) -> bool:
        """Tell whether anybody can read it; a closed group on social media is not open."""
        return self.destination.open and self.spread == 4  # noqa: PLR2004 - top of the scale

    @property
    def is_bulk(self) -> bool:
        """Tell whether the draft is a register of persons."""
        return self.bulk >= self.policy.thresholds.bulk

    def coded(self, codes: Iterable[str]) -> tuple[Weighed, ...]:
        """Return the weighed findings with one of these reason codes."""
        wanted = frozenset(codes)
        return tuple(w for w in self.weighed if w.finding.code in wanted)


def misplaced(s: Situation) -> tuple[InformationClass, ...]:
    """Return the classes of information about somebody that this destination never holds.

    What is said of one person beyond the name counts, and what the document itself is.
    """
    classes = [
        s.policy.entities[Entity(w.finding.entity)].information
        for w in sorted(s.weighed, key=lambda w: -w.sensitivity)
        if w.about_somebody and w.sensitivity >= ATTRIBUTE
    ]
    if s.document_type.about_one and s.document_type.sensitivity > ATTRIBUTE:
        classes.insert(0, s.document_type.information)
    return tuple(c for c in dict.fromkeys(classes) if s.destination.information[c] == "never")


def relevant(findings: Iterable[Finding], context: Context, policy: Policy) -> list[Finding]:
    """Return the findings that are findings here, with the link they have by themselves.

    Teaching content (no link) is none; outside assessments only negative hard words that are
    tied to a pupil count (docs/design.md, section 4).
    """
    assessment = policy.document_types[context.document_type].assessment
    everywhere = policy.rules.value_words_everywhere
    kept = []
    for finding in findings:
        weight = policy.entities[Entity(finding.entity)]
        secret = finding.code in policy.rules.security
        if finding.link.rank < weight.needs_link.rank and not secret:
            continue
        value_word = finding.entity in {Entity.VALUE_WORD, Entity.OPINION}
        if (
            value_word
            and not assessment
            and (finding.code not in everywhere or finding.link != Link.NAMED)
        ):
            continue
        link = _link(finding, policy)
        kept.append(finding if link == finding.link else replace(finding, link=link))
    return kept


def weigh(finding: Finding, policy: Policy) -> Weighed:
    """Return the finding with the levels that the policy gives its code, entity and role."""
    weight = policy.entities[Entity(finding.entity)]
    code = policy.codes.get(finding.code)
    link = _link(finding, policy)
    if _is_free(finding, policy):
        return Weighed(finding, 0, 0, link, free=True)
    sensitivity = _first(code.sensitivity if code else None, weight.sensitivity)
    consequence = _first(code.consequence if code else None, weight.consequence)
    if code and code.capped:
        sensitivity = min(sensitivity, weight.sensitivity)
        consequence = min(consequence, weight.consequence)
    if link == Link.GROUP and weight.needs_link == Link.GROUP:
        # "Magsjuka i 5A": nobody is pointed out, so it weighs as a class matter.
        cap = policy.thresholds
        sensitivity = min(sensitivity, cap.group_sensitivity)
        consequence = min(consequence, cap.group_consequence)
    return Weighed(finding, sensitivity, consequence, link)


def _link(finding: Finding, policy: Policy) -> Link:
    """The link of a finding, or the one that its kind of data has by itself, if it is stronger."""
    if _is_free(finding, policy):
        return finding.link
    code = policy.codes.get(finding.code)
    own = policy.entities[Entity(finding.entity)].link
    return _stronger(finding.link, code.link if code and code.link is not None else own)


def _is_free(finding: Finding, policy: Policy) -> bool:
    role = policy.roles.get(finding.role) if finding.role else None
    return role is not None and finding.entity in role.free


def situation(
    findings: Sequence[Finding], context: Context, policy: Policy, *, unread: bool, bulk: int
) -> Situation:
    """Return the situation that `assess` judges."""
    return Situation(
        context=context,
        destination=policy.destinations[context.destination],
        document_type=policy.document_types[context.document_type],
        policy=policy,
        weighed=tuple(weigh(finding, policy) for finding in findings),
        unread=unread,
        bulk=bulk,
    )


def _stronger(one: Link, other: Link) -> Link:
    return other if other.rank > one.rank else one


def _first(level: int | None, otherwise: int) -> int:
    return otherwise if level is None else level
