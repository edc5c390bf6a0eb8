"""How the command line ends: its exit codes, and errors as one clear line."""

from __future__ import annotations

import sys

from integritetskoll.cli.options import say
from integritetskoll.errors import (
    DraftError,
    IntegritetskollError,
    LimitError,
    PolicyError,
    RegisterError,
    StorageError,
    UnavailableError,
)
from integritetskoll.report.wording import Language, wording

WRONG_USAGE = 64
UNREADABLE = 65
UNAVAILABLE = 69
INTERNAL = 70
INTERRUPTED = 130


def complain(message: str, language: Language, *, plain: bool = False) -> None:
    """Write one line to standard error."""
    line = " ".join(message.split())
    sys.stderr.write((line if plain else say("error", language, message=line)) + "\n")


def end_with(error: IntegritetskollError, language: Language) -> int:
    """Say what is wrong and return the exit code."""
    complain(wording(language).text("errors", error.code, **error.facts), language)
    return exit_code(error)


def exit_code(error: IntegritetskollError) -> int:
    """Return the exit code of an error: usage, what can't be read, or no safe answer."""
    match error:
        case DraftError() if error.code.startswith("unknown_"):
            return WRONG_USAGE
        case DraftError() | PolicyError():
            return UNREADABLE
        case RegisterError() if error.code.startswith(("entry_", "table_")):
            return UNREADABLE
        case UnavailableError() | StorageError() | LimitError():
            return UNAVAILABLE
        case RegisterError() if error.code.startswith("key_"):
            return UNAVAILABLE
    return WRONG_USAGE
