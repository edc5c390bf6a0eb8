"""Wording with the policy's own names for destinations and document types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from integritetskoll.domain.assessment import Reason
from integritetskoll.policy.schema import Policy
from integritetskoll.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language for one policy.

    `registered`: there is a register of those who may not be published, and it was asked.
    """

    wording: Wording
    policy: Policy
    registered: bool = False

    def say(self, section: str, reason: Reason) -> str | None:
        """Return the sentence of a reason with policy names in its gaps."""
        said = self.wording.find(section, reason.code, **self._named(reason.facts))
        return said[:1].upper() + said[1:] if said else None

    def entities(self, names: list[str]) -> str:
        """Return what entities are called, with commas between."""
        return ", ".join(self.wording.text("entities", name) for name in names)

    def _named(self, facts: Mapping[str, str]) -> dict[str, str]:
        named = dict(facts)
        language = self.wording.language
        for gap in ("destination", "place"):
            if gap in facts:
                named[gap] = getattr(self.policy.destinations[facts[gap]].definite, language)
        if "document_type" in facts:
            label = self.policy.document_types[facts["document_type"]].label
            named["document_type"] = getattr(label, language).lower()
        if "entity" in facts:
            named["entity"] = self.wording.text("entities", facts["entity"])
        return named
