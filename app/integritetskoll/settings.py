"""The settings of an installation, read once from the environment (prefix INTEGRITETSKOLL_).

A variable that means nothing here is an error, never silently passed over: whoever sets it
believes that it protects somebody.
"""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "INTEGRITETSKOLL_"
TESTS = f"{PREFIX}TEST_"
"""Variables that switch on parts of the test suite; not settings."""

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

Names = Annotated[tuple[str, ...], NoDecode]


class Settings(BaseSettings):
    """What the environment says; every field has a default that is safe on one machine.

    `policy` is a file, None for the standard policy; `pipeline` a spaCy package or folder, None
    for the one that ships. `school` is the school of drafts that name none. `allowed_hosts` are
    names with or without port, `allowed_origins` whole origins. `max_text` counts code points,
    `max_file` the bytes of one picture file. `ocr`: text in pictures is read, by Tesseract.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, populate_by_name=True
    )

    policy: Path | None = None
    pipeline: str | None = None
    host: str = Field("127.0.0.1", min_length=1)
    port: int = Field(8000, ge=0, le=65535)
    workers: int = Field(1, ge=1, le=64)
    school: str | None = Field(None, max_length=200)
    allowed_hosts: Names = LOOPBACK
    allowed_origins: Names = ()
    max_text: int = Field(200_000, ge=1, le=10_000_000)
    max_file: int = Field(25_000_000, ge=1_000, le=200_000_000)
    ocr: bool = False
    register_use: Literal["optional", "required"] = Field(
        "optional", validation_alias=f"{PREFIX}REGISTER"
    )

    @field_validator("policy", "pipeline", "school", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: Any) -> Any:
        return None if value == "" else value

    @field_validator("allowed_hosts", "allowed_origins", mode="before")
    @classmethod
    def _split_at_commas(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return tuple(name.strip().lower() for name in value.split(",") if name.strip())

    @field_validator("allowed_origins")
    @classmethod
    def _origins_are_whole(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        if any("://" not in origin or origin.endswith("/") for origin in origins):
            raise ValueError
        return origins

    @model_validator(mode="before")
    @classmethod
    def _every_variable_means_something(cls, data: Any) -> Any:
        known = {variable(name) for name in cls.model_fields}
        for name in sorted(os.environ):
            upper = name.upper()
            if upper.startswith(PREFIX) and upper not in known and not upper.startswith(TESTS):
                raise PydanticCustomError(
                    "setting_unknown", "{name} is not a setting", {"name": name}
                )
        return data


def variable(field: str) -> str:
    """Return the environment variable that sets a field."""
    return f"{PREFIX}{'REGISTER' if field == 'register_use' else field.upper()}"


def is_loopback(host: str) -> bool:
    """Tell whether a server bound to `host` is reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
