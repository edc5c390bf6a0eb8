"""`integritetskoll audit …`: verify the trail of events, show it to the admin."""

from __future__ import annotations

from typing import Annotated

import typer

from integritetskoll.cli.environment import read_settings
from integritetskoll.cli.options import InWording, Wording, say
from integritetskoll.report.wording import Language

app = typer.Typer(help=say("help_audit"), no_args_is_help=True)
BROKEN = 1


@app.command(help=say("help_audit_verify"))
def verify(
    count: Annotated[int | None, typer.Option("--count", help=say("help_kept_count"))] = None,
    in_wording: InWording = Wording.SV,
) -> None:
    """Go through the chain; print head and count for safe-keeping."""
    from integritetskoll.assemble import build_trail  # noqa: PLC0415

    language: Language = in_wording.value
    found = build_trail(read_settings(language=language)).verify()
    typer.echo(say("audit_head", language, count=found.count, head=found.head))
    if not found.whole:
        typer.echo(say("audit_broken", language, number=found.wrong_at))
    elif count is not None and found.count < count:
        typer.echo(say("audit_shorter", language, count=count))
    else:
        typer.echo(say("audit_whole", language))
        return
    raise typer.Exit(BROKEN)


@app.command(help=say("help_audit_show"))
def show(
    reference: Annotated[
        str | None, typer.Option("--reference", help=say("help_audit_reference"))
    ] = None,
    last: Annotated[int, typer.Option("--last", min=1, max=1000, help=say("help_last"))] = 50,
    in_wording: InWording = Wording.SV,
) -> None:
    """Show events: when, who, door, what, reference."""
    from integritetskoll.assemble import build_trail  # noqa: PLC0415

    trail = build_trail(read_settings(language=in_wording.value))
    for one in trail.show(reference=reference, last=last):
        typer.echo("  ".join((one.at, one.who, one.door, one.event, one.reference)))
