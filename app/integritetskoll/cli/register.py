"""`integritetskoll register …`: fill the register, keep it, never list it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from integritetskoll.cli.environment import read_settings
from integritetskoll.cli.options import InWording, Wording, say
from integritetskoll.errors import IntegritetskollError, RegisterError
from integritetskoll.report.wording import Language, wording
from integritetskoll.settings import Settings

if TYPE_CHECKING:
    from integritetskoll.register.admin import RegisterOffice
    from integritetskoll.register.person import Person

app = typer.Typer(help=say("help_register"), no_args_is_help=True)
Table = Annotated[str, typer.Argument(help=say("help_table"), metavar="FILE")]
Reference = Annotated[str | None, typer.Option("--reference", help=say("help_reference"))]
Yes = Annotated[bool, typer.Option("--yes", help=say("help_yes"))]


@app.command(help=say("help_register_init"))
def init(in_wording: InWording = Wording.SV) -> None:
    """Make key and database."""
    from integritetskoll.register import key  # noqa: PLC0415
    from integritetskoll.register.admin import RegisterOffice  # noqa: PLC0415
    from integritetskoll.storage.migrate import prepare  # noqa: PLC0415

    language: Language = in_wording.value
    settings = read_settings(language=language)
    if settings.register_key is None:
        key.must_lie_apart(key.key_file(settings), settings)
    made = RegisterOffice(settings).set_up(prepare(settings))
    _note(settings, "register_set_up")
    _tell("register_ready", language)
    if made:
        _tell("register_key_made", language, file=key.key_file(settings))


@app.command(help=say("help_register_add"))
def add(in_wording: InWording = Wording.SV) -> None:
    """Ask for a person's details and put them in."""
    from integritetskoll.cli.asking import ask_person  # noqa: PLC0415

    language: Language = in_wording.value
    settings = read_settings(language=language)
    office = _office(settings)
    reference = office.add([ask_person(language)])[0]
    _note(settings, "entry_added", reference)
    _tell("register_added", language, reference=reference)


@app.command("import", help=say("help_register_import"))
def import_(file: Table, in_wording: InWording = Wording.SV) -> None:
    """Put in everybody of a table, all or nobody."""
    language: Language = in_wording.value
    settings = read_settings(language=language)
    office = _office(settings)
    count = len(office.add(_table(file, language)))
    _note(settings, "entries_imported")
    _tell("register_imported", language, count=count)
    _remind(file, language)


@app.command(help=say("help_register_rekey"))
def rekey(file: Table, in_wording: InWording = Wording.SV) -> None:
    """Change the key: forget everybody, put in everybody of a table under a new one."""
    from integritetskoll.assemble import chain_trail_anew  # noqa: PLC0415

    language: Language = in_wording.value
    settings = read_settings(language=language)
    office = _office(settings)
    count = office.rekey(_table(file, language), also=chain_trail_anew)
    _note(settings, "register_rekeyed")
    _tell("register_rekeyed", language, count=count)
    _remind(file, language)


@app.command(help=say("help_register_remove"))
def remove(reference: Reference = None, in_wording: InWording = Wording.SV) -> None:
    """Take somebody out, by reference or by the same details."""
    from integritetskoll.cli.asking import ask_person  # noqa: PLC0415

    language: Language = in_wording.value
    settings = read_settings(language=language)
    office = _office(settings)
    if reference:
        office.remove_reference(reference)
    else:
        office.remove(ask_person(language))
    _note(settings, "entry_removed", reference or "")
    _tell("register_removed", language)


@app.command(help=say("help_register_due"))
def due(in_wording: InWording = Wording.SV) -> None:
    """Show references and dates of what is to be looked at again."""
    office = _office(read_settings(language=in_wording.value))
    for reference, end in office.due():
        typer.echo(f"{reference}  {end.isoformat()}")


@app.command(help=say("help_register_expire"))
def expire(yes: Yes = False, in_wording: InWording = Wording.SV) -> None:
    """Take out everybody whose date is passed, after a yes."""
    from integritetskoll.cli.asking import confirmed  # noqa: PLC0415

    language: Language = in_wording.value
    settings = read_settings(language=language)
    office = _office(settings)
    found = office.due()
    if not found or not (yes or confirmed(say("register_expire", language, count=len(found)))):
        _tell("register_kept", language)
        return
    for reference, _ in found:
        office.remove_reference(reference)
        _note(settings, "entry_expired", reference)
    _tell("register_expired", language, count=len(found))


@app.command(help=say("help_register_status"))
def status(in_wording: InWording = Wording.SV) -> None:
    """Show the state and counts."""
    from integritetskoll.access.budget import paused  # noqa: PLC0415
    from integritetskoll.access.desk import today  # noqa: PLC0415
    from integritetskoll.register.service import Register, State  # noqa: PLC0415
    from integritetskoll.storage.engine import open_engine  # noqa: PLC0415

    language: Language = in_wording.value
    settings = read_settings(language=language)
    state = Register(settings).state()
    typer.echo(say(f"register_state_{state.replace(' ', '_')}", language))
    if state is not State.READY:
        raise typer.Exit(69 if state is State.UNAVAILABLE else 0)
    counts = _office(settings).status()
    facts = {"count": counts.entries, "due": counts.due, "without": counts.without_date}
    typer.echo(say("register_counts", language, **facts))
    if counts.few:
        typer.echo(say("register_few", language))
    for who in paused(open_engine(settings), settings.block_budget, today()):
        typer.echo(say("register_paused", language, who=who))


def _office(settings: Settings) -> RegisterOffice:
    from integritetskoll.register.admin import RegisterOffice  # noqa: PLC0415

    return RegisterOffice(settings)


def _table(file: str, language: Language) -> list[Person]:
    from integritetskoll.register.table import MOST_BYTES, read_table  # noqa: PLC0415

    try:
        if file == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(file).open("rb") as opened:
                raw = opened.read(MOST_BYTES + 1)
    except OSError:
        raise RegisterError("table_unreadable") from None
    try:
        return read_table(raw)
    except RegisterError as error:
        if "why" not in error.facts:
            raise
        why = wording(language).find("errors", str(error.facts["why"]), limit=200) or ""
        raise RegisterError(error.code, line=error.facts["line"], why=why) from None


def _note(settings: Settings, event: str, reference: str = "") -> None:
    """Add an event to the trail; what was done is done, also where that fails."""
    from integritetskoll.assemble import build_trail  # noqa: PLC0415

    try:
        build_trail(settings).append(event, who="local", door="cli", reference=reference)
    except IntegritetskollError:
        _tell("audit_failed", "sv")


def _remind(file: str, language: Language) -> None:
    if file != "-":
        _tell("register_delete_file", language)


def _tell(code: str, language: Language, **facts: object) -> None:
    typer.echo(say(code, language, **facts), err=code == "audit_failed")
