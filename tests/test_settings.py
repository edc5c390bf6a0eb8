"""Settings: every one has an effect, and a wrong one ends the start with one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from integritetskoll.cli.environment import read_settings
from integritetskoll.errors import SettingsError
from integritetskoll.report.wording import LANGUAGES, wording
from integritetskoll.settings import (
    LOOPBACK,
    PREFIX,
    Settings,
    default_key_file,
    is_loopback,
    variable,
)


def test_the_defaults_are_safe_on_one_machine() -> None:
    settings = Settings()
    assert is_loopback(settings.host)
    assert settings.allowed_hosts == LOOPBACK
    assert settings.allowed_origins == ()
    assert settings.max_text == 200_000
    assert settings.register_use == "optional"
    assert (settings.block_budget, settings.rate_limit) == (20, None)
    assert not default_key_file().is_relative_to(settings.data)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "POLICY": "own.toml", "PORT": "9000", "SCHOOL": "Granbackaskolan", "MAX_TEXT": "500",
        "ALLOWED_HOSTS": "kollen.example.se, LOCALHOST", "REGISTER": "required", "PIPELINE": "",
        "ALLOWED_ORIGINS": "app://obsidian.md",
    }.items():  # fmt: skip
        monkeypatch.setenv(PREFIX + name, value)
    settings = read_settings()
    assert settings.policy == Path("own.toml")
    assert (settings.port, settings.max_text, settings.school) == (9000, 500, "Granbackaskolan")
    assert settings.allowed_hosts == ("kollen.example.se", "localhost")
    assert settings.allowed_origins == ("app://obsidian.md",)
    assert settings.register_use == "required"
    assert settings.pipeline is None


def test_what_is_given_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}PORT", "9000")
    assert read_settings(port=9001).port == 9001
    assert read_settings(port=None).port == 9000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "kanariefågel"),
        ("PORT", "70000"),
        ("WORKERS", "0"),
        ("MAX_TEXT", "-1"),
        ("REGISTER", "kanariefågel"),
        ("ALLOWED_ORIGINS", "kanariefågel"),
        ("ALLOWED_ORIGINS", "*"),
        ("ALLOWED_ORIGINS", "https://kanariefågel.se/x"),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "http://kanariefågel.se"),
        ("HOST", ""),
        ("DATABASE_URL", "kanariefågel"),
        ("RATE_LIMIT", "kanariefågel"),
        ("RATE_LIMIT_STORAGE", "kanariefågel"),
        ("BLOCK_BUDGET", "kanariefågel"),
        ("REGISTER_KEY", "kanariefågel"),
        ("TRUSTED_PROXY", "kanariefågel"),
        ("AUDIT_DAYS", "kanariefågel"),
    ],
)
def test_a_wrong_value_names_its_variable_and_not_itself(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    error = caught.value
    assert error.code == "setting_wrong"
    assert error.facts["name"] == PREFIX + name
    assert not value or value not in str(error)


@pytest.mark.parametrize("name", ["DATABASE", "RATELIMIT", "BLOCKS", "MAXTEXT"])
def test_a_variable_that_means_nothing_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PREFIX + name, "kanariefågel")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert caught.value.code == "setting_unknown"
    assert caught.value.facts == {"name": PREFIX + name}
    with pytest.raises(ValidationError):
        Settings()


def test_switches_of_the_test_suite_are_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}TEST_ANYTHING", "1")
    assert Settings().port == 8000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_has_words_for_what_it_must_be(language: str) -> None:
    named = {variable(field).removeprefix(PREFIX) for field in Settings.model_fields}
    assert set(wording(language).sections["settings"]) == named


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("localhost", True), ("::1", True),
        ("[::1]", True), ("0.0.0.0", False),  # noqa: S104
        ("::", False), ("127.evil.example.com", False),
        ("192.168.1.4", False), ("skola.example.se", False),
    ],
)  # fmt: skip
def test_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
