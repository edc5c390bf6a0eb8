"""Rules and categories: what a client may switch off, and what it colours by.

LibreOffice underlines `TYPOS` red, `STYLE` blue and all else orange, so value words are style.
"""

from __future__ import annotations

from dataclasses import dataclass

from integritetskoll.api.languagetool.params import Params
from integritetskoll.domain.entity import Entity
from integritetskoll.report.wording import Wording
from integritetskoll.text.recognizers.catalog import RECOGNIZERS
from integritetskoll.text.recognizers.protected_identity_hint import POSSIBLE

PREFIX = "IK_"
PRIVACY, SENSITIVE, VALUE_WORDS, BLOCK = "PRIVACY", "SENSITIVE", "STYLE", "PUBLICATION"
BLOCK_ID = f"{PREFIX}PUBLICATION_BLOCK"
_SENSITIVE = frozenset(
    "HEALTH RELIGION ETHNICITY SEXUAL_ORIENTATION POLITICAL_OPINION UNION_MEMBERSHIP BIOMETRIC "
    "SOCIAL_CIRCUMSTANCES PUPIL_SUPPORT SCHOOL_SECRECY DISCIPLINE CRIMINAL_OFFENCE GRADE "
    "ABSENCE".split()
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the protocol: one for each reason code, its id as stable as the code."""

    id: str
    entity: str
    category: str

    def as_dict(self, words: Wording) -> dict[str, object]:
        """Return the rule as a match holds it."""
        return {
            "id": self.id,
            "description": title(words.text("entities", self.entity)),
            "issueType": "style" if self.category == VALUE_WORDS else "uncategorized",
            "category": {"id": self.category, "name": _name(self.category, words)},
        }


def rule_of(entity: str, code: str) -> Rule:
    """Return the rule of a finding."""
    return Rule(f"{PREFIX}{code.upper()}", entity, category_of(entity))


def category_of(entity: str) -> str:
    """Return the category of an entity."""
    if entity in {Entity.VALUE_WORD, Entity.OPINION}:
        return VALUE_WORDS
    return SENSITIVE if entity in _SENSITIVE else PRIVACY


def block_rule(words: Wording) -> dict[str, object]:
    """Return the rule of a block: one for every cause."""
    return {
        "id": BLOCK_ID,
        "description": words.text("verdicts", "blocked"),
        "issueType": "uncategorized",
        "category": {"id": BLOCK, "name": _name(BLOCK, words)},
    }


def all_rules() -> list[Rule]:
    """Return every rule that a client may switch off; a block is none of them."""
    hint = Entity.PROTECTED_IDENTITY_HINT
    pairs = {
        (str(recognizer.ENTITIES[0]), code)
        for recognizer in RECOGNIZERS
        for code in recognizer.CODES
        if hint not in recognizer.ENTITIES
    }
    pairs.add((str(Entity.SCHOOL_SECRECY), POSSIBLE))
    return [rule_of(entity, code) for entity, code in sorted(pairs)]


def is_on(rule: Rule, params: Params) -> bool:
    """Tell whether the client wants matches of this rule."""
    if rule.id in params.disabled_rules:
        return False
    named = rule.id in params.enabled_rules or rule.category in params.enabled_categories
    if params.enabled_only:
        return named
    return rule.category not in params.disabled_categories or named


def title(label: str) -> str:
    """Return a label with a capital."""
    return label[:1].upper() + label[1:]


def _name(category: str, words: Wording) -> str:
    return words.text("labels", f"category.{category}")
