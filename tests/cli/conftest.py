"""The command line, run in this process with the checker of the suite."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

from integritetskoll import assemble
from integritetskoll.cli import main


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    error: str


@pytest.fixture
def run(checker, monkeypatch: pytest.MonkeyPatch, capsysbinary):
    """Run the command with arguments (and bytes on standard input): exit code and output."""
    build = assemble.build_checker

    def built(settings):
        return (
            checker
            if settings.register_use == "optional" and not settings.policy
            else build(settings)
        )

    monkeypatch.setattr(assemble, "build_checker", built)

    def run(*arguments: str, given: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        with pytest.raises(SystemExit) as ended:
            main.run(list(arguments))
        captured = capsysbinary.readouterr()
        return Outcome(ended.value.code, captured.out.decode("utf-8"), captured.err.decode("utf-8"))

    return run
