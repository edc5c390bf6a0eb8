"""The commands of `integritetskoll` and their options.

The language pipeline is loaded by the commands that need it, so that help comes at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from integritetskoll import __version__
from integritetskoll.access.caller import Caller, acting_as
from integritetskoll.cli import audit, keys, register
from integritetskoll.cli.environment import read_settings
from integritetskoll.cli.options import (
    Approved,
    AsJson,
    Destination,
    DocumentType,
    Explained,
    ForAudience,
    Format,
    InFormat,
    InWording,
    OfPurpose,
    Protected,
    Purpose,
    Recognisable,
    School,
    SchoolClass,
    Wording,
    say,
)
from integritetskoll.domain.draft import Context

app = typer.Typer(
    help=f"{say('help')}\n\n{say('help_exit')}",
    no_args_is_help=False,
    # Boxes cut the names of long options; plain help shows them whole.
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(register.app, name="register")
app.add_typer(keys.app, name="key")
app.add_typer(audit.app, name="audit")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"integritetskoll {__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option("--version", help=say("help_version"), callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Take the options that come before a command."""
    del version


@app.command(help=say("help_check"))
def check(  # noqa: PLR0913, PLR0917 - one parameter for each option
    files: Annotated[list[str], typer.Argument(help=say("help_files"), metavar="FILE…")],
    as_json: AsJson = False,
    explain: Explained = False,
    in_format: InFormat = Format.PLAIN,
    destination: Destination = "blog",
    document_type: DocumentType = "post",
    purpose: OfPurpose = Purpose.UNKNOWN,
    audience: ForAudience = None,
    school: School = None,
    school_class: SchoolClass = None,
    protected_checked: Protected = None,
    images_recognisable: Recognisable = None,
    images_approved: Approved = None,
    in_wording: InWording = Wording.SV,
) -> None:
    """Check files."""
    from integritetskoll.cli.check import check_files  # noqa: PLC0415

    settings = read_settings(language=in_wording.value)
    context = Context(
        destination=destination,
        document_type=document_type,
        purpose=purpose.value,
        audience=audience.value if audience else None,
        school=school or settings.school,
        school_class=school_class,
        images_recognisable=images_recognisable,
        images_approved=images_approved,
        protected_identity_checked=protected_checked,
    )
    checker = _checker(settings)
    with acting_as(Caller(door="cli")):
        code = check_files(
            checker,
            files,
            context,
            language=in_wording.value,
            form=Format.JSON.value if as_json else in_format.value,
            explained=explain,
        )
    raise typer.Exit(code)


@app.command(help=say("help_redact"))
def redact(
    file: Annotated[str, typer.Argument(help=say("help_file"), metavar="FILE")],
    destination: Destination = "blog",
    document_type: DocumentType = "post",
    audience: ForAudience = None,
    in_wording: InWording = Wording.SV,
) -> None:
    """Redact a file."""
    from integritetskoll.cli.check import redact_file  # noqa: PLC0415

    settings = read_settings(language=in_wording.value)
    context = Context(
        destination=destination,
        document_type=document_type,
        audience=audience.value if audience else None,
        school=settings.school,
    )
    with acting_as(Caller(door="cli")):
        code = redact_file(_checker(settings), file, context, language=in_wording.value)
    raise typer.Exit(code)


@app.command(help=say("help_clean"))
def clean(
    file: Annotated[str, typer.Argument(help=say("help_clean_file"), metavar="FILE")],
    out: Annotated[Path, typer.Option("--out", "-o", help=say("help_out"))],
    force: Annotated[bool, typer.Option("--force", help=say("help_force"))] = False,
    destination: Destination = "blog",
    in_wording: InWording = Wording.SV,
) -> None:
    """Clean a picture file, or a folder of them."""
    from integritetskoll.cli.pictures import clean_pictures  # noqa: PLC0415

    settings = read_settings(language=in_wording.value)
    context = Context(destination=destination, school=settings.school)
    checker = _checker(settings)
    with acting_as(Caller(door="cli")):
        code = clean_pictures(checker, file, out, context, force=force, language=in_wording.value)
    raise typer.Exit(code)


@app.command(help=say("help_review"))
def review(  # noqa: PLR0913, PLR0917 - one parameter for each option
    files: Annotated[list[str], typer.Argument(help=say("help_review_files"), metavar="FILE…")],
    column: Annotated[str, typer.Option("--column", help=say("help_column"))] = "",
    label: Annotated[str, typer.Option("--label", help=say("help_label"))] = "",
    xlsx: Annotated[Path | None, typer.Option("--xlsx", help=say("help_xlsx"))] = None,
    html: Annotated[Path | None, typer.Option("--html", help=say("help_html"))] = None,
    as_json: AsJson = False,
    destination: Destination = "unikum",
    document_type: DocumentType = "written_assessment",
    in_wording: InWording = Wording.SV,
) -> None:
    """Review many assessments."""
    from integritetskoll.cli.review import Wanted, review_files  # noqa: PLC0415
    from integritetskoll.review.rows import Columns  # noqa: PLC0415

    settings = read_settings(language=in_wording.value)
    context = Context(destination=destination, document_type=document_type, school=settings.school)
    wanted = Wanted(Columns(column, label), xlsx, html, as_json)
    checker = _checker(settings)
    with acting_as(Caller(door="cli")):
        code = review_files(checker, files, context, wanted, language=in_wording.value)
    raise typer.Exit(code)


@app.command(help=say("help_serve"))
def serve(
    host: Annotated[str | None, typer.Option("--host", help=say("help_host"))] = None,
    port: Annotated[int | None, typer.Option("--port", help=say("help_port"))] = None,
) -> None:
    """Run the server."""
    from integritetskoll.cli import serve as server  # noqa: PLC0415

    server.serve(read_settings(host=host, port=port))


@app.command(help=say("help_policy"))
def policy(
    file: Annotated[Path | None, typer.Option("--file", help=say("help_policy_file"))] = None,
    in_wording: InWording = Wording.SV,
) -> None:
    """Show and validate the policy."""
    from integritetskoll.cli.policy import show_policy  # noqa: PLC0415

    chosen = file or read_settings(language=in_wording.value).policy
    show_policy(chosen, language=in_wording.value)


def _checker(settings: Any) -> Any:
    from integritetskoll.assemble import build_checker  # noqa: PLC0415

    return build_checker(settings)
