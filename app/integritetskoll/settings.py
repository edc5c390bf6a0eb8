"""The settings of an installation, read once from the environment (prefix INTEGRITETSKOLL_).

A variable that means nothing here is an error, never silently passed over: whoever sets it
believes that it protects somebody.
"""

from __future__ import annotations

import ipaddress
import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "INTEGRITETSKOLL_"
TESTS = f"{PREFIX}TEST_"
"""Variables that switch on parts of the test suite; not settings."""

HOST_NAME = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(:[0-9]{1,5})?")
ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(:[0-9]{1,5})?")

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

Names = Annotated[tuple[str, ...], NoDecode]
PRODUCT = "integritetskoll"
RATE = r"off|[1-9][0-9]{0,6}/(second|minute|hour|day)"
RATE_FOR_KEYS = "600/minute"
"""The limit where callers have keys and the installation names none."""


class Settings(BaseSettings):
    """What the environment says; every field has a default that is safe on one machine.

    `policy` is a file, None for the standard policy; `pipeline` a spaCy package or folder, None
    for the one that ships. `school` is the school of drafts that name none. `allowed_hosts` are
    names with or without port, `allowed_origins` whole origins. `max_text` counts code points,
    `max_file` the bytes of one picture file. `ocr`: text in pictures is read, by Tesseract.

    `data` is the folder of the embedded database, `database_url` names another database.
    `register_key` (64 hexadecimal digits) goes before `register_key_file`. `rate_limit` None:
    `RATE_FOR_KEYS` for keys, nothing for this machine without one. `block_budget` counts blocked
    units per key and day, None for no budget. `trusted_proxy` are addresses or networks whose
    word about the user is taken. `audit_days` is how long events are kept.
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
    data: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir(PRODUCT), "data"))
    database_url: str | None = Field(None, pattern=r"^[a-z0-9]+(\+[a-z0-9]+)?://", repr=False)
    register_key: SecretStr | None = None
    register_key_file: Path | None = None
    rate_limit: str | None = Field(None, pattern=f"^({RATE})$")
    rate_limit_storage: str = Field("memory://", pattern=r"^(memory://|rediss?://.+)$", repr=False)
    block_budget: int | None = Field(20, ge=1, le=100_000)
    trusted_proxy: Names = ()
    audit_days: int = Field(730, ge=1, le=36_500)
    register_use: Literal["optional", "required"] = Field(
        "optional", validation_alias=f"{PREFIX}REGISTER"
    )

    @field_validator(
        "policy", "pipeline", "school", "database_url", "register_key", "register_key_file",
        "rate_limit", mode="before",
    )  # fmt: skip
    @classmethod
    def _empty_is_unset(cls, value: Any) -> Any:
        return None if value == "" else value

    @field_validator("block_budget", mode="before")
    @classmethod
    def _off_is_none(cls, value: Any) -> Any:
        return None if value == "off" else value

    @field_validator("allowed_hosts", "allowed_origins", "trusted_proxy", mode="before")
    @classmethod
    def _split_at_commas(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return tuple(name.strip().lower() for name in value.split(",") if name.strip())

    @field_validator("allowed_hosts")
    @classmethod
    def _hosts_are_names(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        if not hosts or not all(HOST_NAME.fullmatch(host) for host in hosts):
            raise ValueError
        return hosts

    @field_validator("allowed_origins")
    @classmethod
    def _origins_are_whole(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        if not all(ORIGIN.fullmatch(origin) for origin in origins):
            raise ValueError
        return origins

    @field_validator("register_key")
    @classmethod
    def _keys_are_hexadecimal(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and not re.fullmatch("[0-9a-fA-F]{64}", key.get_secret_value()):
            raise ValueError
        return key

    @field_validator("trusted_proxy")
    @classmethod
    def _proxies_are_networks(cls, proxies: tuple[str, ...]) -> tuple[str, ...]:
        for proxy in proxies:
            ipaddress.ip_network(proxy, strict=False)
        return proxies

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


def default_key_file() -> Path:
    """Return where the register's key lies unless the installation says otherwise.

    Never the data folder: key and database together are the list.
    """
    return Path(platformdirs.user_config_dir(PRODUCT)) / "register.key"


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
