"""`integritetskoll policy`: read a policy, say that it is valid, list it and what is its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from integritetskoll.cli.options import say
from integritetskoll.policy.compare import Difference, differences
from integritetskoll.policy.reader import read_policy, standard_policy
from integritetskoll.policy.schema import Destination, DocumentType
from integritetskoll.report.terminal import console
from integritetskoll.report.wording import Language, wording


def show_policy(file: Path | None, *, language: Language) -> None:
    """Print a policy's names for a context, and where it differs; raises PolicyError."""
    policy = read_policy(file)
    valid = say("policy_valid", language, name=policy.name, version=policy.version)
    screen = console()
    screen.print(valid)
    screen.print(_listed(say("destinations", language), policy.destinations, language))
    screen.print(_listed(say("document_types", language), policy.document_types, language))
    if file is not None:
        screen.print(_changed(differences(standard_policy(), policy), language))


def _listed(
    title: str, ones: Mapping[str, Destination] | Mapping[str, DocumentType], language: Language
) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    labels = wording(language).sections["labels"]
    for name, one in ones.items():
        label = getattr(one.label, language)
        group = labels[f"group.{one.group}"] if isinstance(one, Destination) else ""
        table.add_row(f"  {name}", label, Text(group, "dim"))
    return Group("", Text(title, "bold"), table)


def _changed(found: tuple[Difference, ...], language: Language) -> RenderableType:
    title = Text(say("policy_differences", language, count=len(found)), "bold")
    return Group("", title, *(Text(f"  {_difference(one, language)}") for one in found))


def _difference(one: Difference, language: Language) -> str:
    if one.standard is None:
        return say("policy_added", language, key=one.key)
    if one.other is None:
        return say("policy_removed", language, key=one.key)
    before, now = _shown(one.standard), _shown(one.other)
    return say("policy_changed", language, key=one.key, standard=before, other=now)


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
