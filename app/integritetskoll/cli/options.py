"""The options that the commands share, worded from the wording files."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from integritetskoll.report.wording import Language, wording


def say(code: str, language: Language = "sv", **facts: object) -> str:
    """Return a sentence of the command line."""
    return wording(language).text("cli", code, **facts)


class Wording(StrEnum):
    """The languages of an answer."""

    SV = "sv"
    EN = "en"


class Purpose(StrEnum):
    """Why something is published."""

    NEEDED = "needed"
    INFORM = "inform"
    SHOW = "show"
    UNKNOWN = "unknown"


class Audience(StrEnum):
    """Who reads it."""

    ONE = "one"
    GROUP = "group"
    STAFF = "staff"
    SCHOOL = "school"
    EVERYONE = "everyone"


class RoleName(StrEnum):
    """What a key is for."""

    WRITER = "writer"
    REVIEWER = "reviewer"
    ADMIN = "admin"


class Format(StrEnum):
    """The forms of an answer."""

    PLAIN = "plain"
    JSON = "json"
    SARIF = "sarif"


def _option(code: str, *names: str, show_default: bool = False) -> Any:
    return typer.Option(*names, help=say(code), show_default=show_default)


InWording = Annotated[Wording, _option("help_wording", "--wording", show_default=True)]
AsJson = Annotated[bool, _option("help_json", "--json")]
Explained = Annotated[bool, _option("help_explain", "--explain")]
InFormat = Annotated[Format, _option("help_format", "--format", show_default=True)]
Destination = Annotated[str, _option("help_destination", "--destination", show_default=True)]
DocumentType = Annotated[str, _option("help_type", "--type", show_default=True)]
OfPurpose = Annotated[Purpose, _option("help_purpose", "--purpose", show_default=True)]
ForAudience = Annotated[Audience | None, _option("help_audience", "--audience")]
School = Annotated[str | None, _option("help_school", "--school")]
SchoolClass = Annotated[str | None, _option("help_class", "--class")]
Protected = Annotated[
    bool | None, _option("help_protected", "--protected-checked/--no-protected-checked")
]
Recognisable = Annotated[
    bool | None, _option("help_recognisable", "--images-recognisable/--no-images-recognisable")
]
Approved = Annotated[
    bool | None, _option("help_approved", "--images-approved/--no-images-approved")
]
