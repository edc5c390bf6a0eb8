"""`integritetskoll policy`: read a policy, say that it is valid, list what it knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from integritetskoll.cli.options import say
from integritetskoll.policy.reader import read_policy
from integritetskoll.policy.schema import Destination, DocumentType
from integritetskoll.report.terminal import console
from integritetskoll.report.wording import Language, wording


def show_policy(file: Path | None, *, language: Language) -> None:
    """Print the names of a policy that may stand in a context; raises PolicyError."""
    policy = read_policy(file)
    valid = say("policy_valid", language, name=policy.name, version=policy.version)
    screen = console()
    screen.print(valid)
    screen.print(_listed(say("destinations", language), policy.destinations, language))
    screen.print(_listed(say("document_types", language), policy.document_types, language))


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
