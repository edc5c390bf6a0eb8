"""Where a policy differs from the standard one: what a municipality has changed, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from integritetskoll.policy.schema import Policy

_NOT_COMPARED = frozenset({"name", "version"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A key of the policy with its standard value and the other's; None where one has no such key.

    A destination or document type that only one of them has is one difference, not one per key.
    """

    key: str
    standard: Any
    other: Any


def differences(standard: Policy, other: Policy) -> tuple[Difference, ...]:
    """Return where `other` differs, in the order of the standard policy, then what it adds."""
    one, two = (policy.model_dump(mode="json") for policy in (standard, other))
    return tuple(found for found in _compare("", one, two) if found.key not in _NOT_COMPARED)


def _compare(key: str, one: Any, two: Any) -> Iterator[Difference]:
    if one == two:
        return
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        for name in (*one, *(n for n in two if n not in one)):
            yield from _compare(f"{key}.{name}".lstrip("."), one.get(name), two.get(name))
        return
    yield Difference(key, one, two)
