"""The settings of the environment, and one clear line where they are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from integritetskoll.errors import SettingsError
from integritetskoll.report.wording import Language, wording
from integritetskoll.settings import PREFIX, Settings, variable


def read_settings(*, language: Language = "sv", **given: Any) -> Settings:
    """Return the settings; what is `given` goes before the environment.

    Raises SettingsError, which names the variable and what it must be, never its value.
    """
    chosen = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**chosen)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise _wrong(first, language) from None


def _wrong(error: Mapping[str, Any], language: Language) -> SettingsError:
    if error["type"] == "setting_unknown":
        return SettingsError("setting_unknown", **error["ctx"])
    field = str(error["loc"][0])
    name = field if field.startswith(PREFIX) else variable(field)
    expected = wording(language).text("settings", name.removeprefix(PREFIX))
    return SettingsError("setting_wrong", name=name, expected=expected)
