"""`integritetskoll key …`: make, list and revoke access keys, let a paused one go on."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from integritetskoll.cli.environment import read_settings
from integritetskoll.cli.options import InWording, RoleName, Wording, say
from integritetskoll.errors import AccessError, StorageError
from integritetskoll.settings import Settings
from integritetskoll.storage.place import is_missing

app = typer.Typer(help=say("help_key"), no_args_is_help=True)
Id = Annotated[str, typer.Argument(help=say("help_key_id"), metavar="ID")]


@app.command(help=say("help_key_create"))
def create(
    role: Annotated[RoleName, typer.Option("--role", help=say("help_role"))] = RoleName.WRITER,
    school: Annotated[str | None, typer.Option("--school", help=say("help_key_school"))] = None,
    end_date: Annotated[
        datetime | None,
        typer.Option("--end-date", formats=["%Y-%m-%d"], help=say("help_end_date")),
    ] = None,
    in_wording: InWording = Wording.SV,
) -> None:
    """Make a key and show it, once."""
    from integritetskoll.access.caller import Role  # noqa: PLC0415
    from integritetskoll.access.keys import create_key  # noqa: PLC0415
    from integritetskoll.storage.migrate import prepare  # noqa: PLC0415

    settings = read_settings(language=in_wording.value)
    end = end_date.date() if end_date else None
    name, key = create_key(prepare(settings), role=Role(role), school=school, end_date=end)
    _note(settings, "key_created", name)
    typer.echo(say("key_once", in_wording.value, id=name), err=True)
    typer.echo(key)


@app.command("list", help=say("help_key_list"))
def list_(in_wording: InWording = Wording.SV) -> None:
    """Show ids, roles, schools and ends."""
    from integritetskoll.access.keys import all_keys  # noqa: PLC0415
    from integritetskoll.storage.engine import open_engine  # noqa: PLC0415

    settings = read_settings(language=in_wording.value)
    if is_missing(settings):
        return
    for key in all_keys(open_engine(settings)):
        ends = key.revoked or key.end_date
        typer.echo("  ".join((key.id, key.role, str(ends or "-"), key.school or "-")))


@app.command(help=say("help_key_revoke"))
def revoke(name: Id, in_wording: InWording = Wording.SV) -> None:
    """Revoke a key at once."""
    from integritetskoll.access.desk import today  # noqa: PLC0415
    from integritetskoll.access.keys import revoke_key  # noqa: PLC0415
    from integritetskoll.storage.engine import open_engine  # noqa: PLC0415

    settings = read_settings(language=in_wording.value)
    if is_missing(settings) or not revoke_key(open_engine(settings), name, today()):
        raise AccessError("key_unknown")
    _note(settings, "key_revoked", name)
    typer.echo(say("key_revoked", in_wording.value))


@app.command(help=say("help_key_resume"))
def resume(name: Id, in_wording: InWording = Wording.SV) -> None:
    """Let a key that pauses today go on."""
    from integritetskoll.access.budget import resume as go_on  # noqa: PLC0415
    from integritetskoll.access.desk import today  # noqa: PLC0415
    from integritetskoll.storage.engine import open_engine  # noqa: PLC0415

    settings = read_settings(language=in_wording.value)
    if is_missing(settings):
        raise StorageError("Missing")
    go_on(open_engine(settings), name, today())
    _note(settings, "key_resumed", name)
    typer.echo(say("key_resumed", in_wording.value))


def _note(settings: Settings, event: str, reference: str) -> None:
    """Add an event to the trail where there is one: without a register there is no chain."""
    from integritetskoll.assemble import build_trail  # noqa: PLC0415
    from integritetskoll.errors import RegisterError  # noqa: PLC0415

    try:
        build_trail(settings).append(event, who="local", door="cli", reference=reference)
    except RegisterError:
        typer.echo(say("audit_without_register"), err=True)
