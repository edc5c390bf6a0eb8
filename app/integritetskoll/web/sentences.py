"""What the pages themselves say, beside the sentences of the report: own files, both languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from integritetskoll.report.wording import Language, Wording


@cache
def sentences(language: Language) -> Wording:
    """Return the sentences of the pages in a language."""
    folder = resources.files(__package__).joinpath("words")
    return Wording(language, tomllib.loads(folder.joinpath(f"{language}.toml").read_text("utf-8")))


def language_of(asked: str | None) -> Language:
    """Return the language that an address asks for; Swedish unless it says English."""
    return "en" if asked == "en" else "sv"
