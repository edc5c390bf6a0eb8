"""The policy as callers see it: names with what people call them, in one language."""

from __future__ import annotations

from typing import Any, get_args

from integritetskoll.policy.schema import Audience, Policy
from integritetskoll.report.wording import LANGUAGES, Language, wording


def policy_out(policy: Policy, *, language: Language, max_text: int) -> dict[str, Any]:
    """Return the answer of GET /api/v1/policy."""
    words = wording(language)
    labels = words.sections["labels"]
    return {
        "name": policy.name,
        "version": policy.version,
        "max_text": max_text,
        "destinations": [
            {
                "name": name,
                "label": getattr(one.label, language),
                "group": one.group,
                "group_label": labels[f"group.{one.group}"],
                "open": one.open,
                "spread": one.spread,
            }
            for name, one in policy.destinations.items()
        ],
        "document_types": [
            {"name": name, "label": getattr(one.label, language)}
            for name, one in policy.document_types.items()
        ],
        "purposes": [{"name": n, "label": labels[f"purpose.{n}"]} for n in policy.purposes],
        "audiences": [
            {"name": name, "label": labels[f"audience.{name}"]} for name in get_args(Audience)
        ],
        "questions": [
            {"code": code, "message": message, "field": code}
            for code, message in words.sections["questions"].items()
        ],
        "wording": {
            "language": language,
            "languages": list(LANGUAGES),
            "verdicts": dict(words.sections["verdicts"]),
            "factors": {
                code.removeprefix("factor."): label
                for code, label in labels.items()
                if code.startswith("factor.")
            },
            "entities": dict(words.sections["entities"]),
        },
    }
