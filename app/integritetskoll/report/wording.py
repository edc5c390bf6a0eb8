"""The wording files: every sentence a user reads, Swedish first, by section and code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one language."""

    language: Language
    sections: Mapping[str, Mapping[str, str]]

    def text(self, section: str, code: str, **facts: object) -> str:
        """Return a sentence with its gaps filled; raises KeyError for an unknown code."""
        return self.sections[section][code].format_map(facts)

    def find(self, section: str, code: str, **facts: object) -> str | None:
        """Return a sentence, or None where there is none for this code."""
        template = self.sections.get(section, {}).get(code)
        return template.format_map(facts) if template else None


@cache
def wording(language: Language) -> Wording:
    """Return the wording of a language."""
    raw = resources.files(__package__).joinpath(f"{language}.toml").read_text("utf-8")
    return Wording(language, tomllib.loads(raw))
