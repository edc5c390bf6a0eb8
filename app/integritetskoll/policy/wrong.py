"""What is wrong with a policy file, as a code of our own: pydantic's reasons are English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from integritetskoll.errors import PolicyError

_CODES = {
    "extra_forbidden": "policy_key_unknown",
    "missing": "policy_key_missing",
    "less_than_equal": "policy_value_high",
    "greater_than_equal": "policy_value_low",
    "string_type": "policy_value_text",
    "policy_name_unknown": "policy_name_unknown",
    "policy_key_missing": "policy_key_missing",
}
_KINDS = {
    "int": "policy_value_number",
    "bool": "policy_value_switch",
    "literal": "policy_value_choice",
    "enum": "policy_value_choice",
}
_OF_A_KEY = "[key]"
_QUOTED = re.compile(r"'([^']*)'")
_PLACE = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")


def wrong_key(file: str, error: Mapping[str, Any]) -> PolicyError:
    """Return the error of a policy file from the first of pydantic's details about it."""
    kind, context = error["type"], error.get("ctx") or {}
    places = [str(one) for one in error["loc"] if one != _OF_A_KEY]
    code = _CODES.get(kind) or _KINDS.get(kind.partition("_")[0], "policy_value_kind")
    if error["loc"][-1:] == (_OF_A_KEY,):
        code = "policy_key_choice"
    facts = {
        "key": ".".join(places) or context.get("key", ""),
        "name": context.get("name", ""),
        "limit": context.get("le", context.get("ge", "")),
        "known": ", ".join(_QUOTED.findall(str(context.get("expected", "")))),
    }
    return PolicyError(
        code, file=file, **{name: fact for name, fact in facts.items() if fact != ""}
    )


def not_toml(file: str, text: str, message: str) -> PolicyError:
    """Return the error of a file that is not TOML: the line and column where reading ended."""
    place = _PLACE.search(message)
    line = int(place["line"]) if place else text.count("\n") + 1
    column = int(place["column"]) if place else len(text) - text.rfind("\n")
    return PolicyError("policy_not_toml", file=file, line=line, column=column)
