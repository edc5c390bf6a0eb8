"""The command `integritetskoll` and how it ends."""

from __future__ import annotations

import os
import sys

import typer

from integritetskoll.cli.commands import app
from integritetskoll.cli.exits import INTERNAL, INTERRUPTED, WRONG_USAGE, complain, end_with
from integritetskoll.cli.options import say
from integritetskoll.errors import IntegritetskollError
from integritetskoll.report.wording import LANGUAGES, Language, wording

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""Threads of the matrix products. Ours are small: more threads mostly wait for each other, and
took three times the processor's time for the same check."""


def run(arguments: list[str] | None = None) -> None:
    """Run the command and end the process with its exit code; never with a traceback."""
    for name in THREADS:
        os.environ.setdefault(name, "1")
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(_end(given or ["--help"]))


def _end(given: list[str]) -> int:
    language = _language(given)
    try:
        code = app(given, standalone_mode=False)
    except IntegritetskollError as error:
        return end_with(error, language)
    except KeyboardInterrupt:
        complain(say("stopped", language), language, plain=True)
        return INTERRUPTED
    except (typer.TyperException, typer.Abort) as error:
        complain(_usage(error, language), language)
        return WRONG_USAGE
    except Exception as error:  # noqa: BLE001 - its words and its traceback may hold a draft
        internal = wording(language).text("errors", "internal")
        complain(f"{internal} ({type(error).__name__})", language)
        return INTERNAL
    return code if isinstance(code, int) else 0


def _language(given: list[str]) -> Language:
    """Return the language asked for, also where the rest can't be understood."""
    for name, value in zip(given, [*given[1:], ""], strict=True):
        chosen = value if name == "--wording" else name.removeprefix("--wording=")
        for language in LANGUAGES:
            if chosen == language and name.startswith("--wording"):
                return language
    return "sv"


def _usage(error: Exception, language: Language) -> str:
    """Say what is wrong with the arguments; the parser's own words are English."""
    kind = type(error).__name__
    parameter = getattr(error, "param", None)
    name = parameter.opts[-1] if parameter is not None else ""
    if parameter is not None and not name.startswith("-"):
        name = parameter.metavar or name.upper()
    if kind == "NoSuchOption":
        return say("usage_option", language, name=getattr(error, "option_name", ""))
    if kind == "MissingParameter":
        return say("usage_missing", language, name=name)
    if kind in {"BadParameter", "BadOptionUsage"} and name:
        return say("usage_value", language, name=name)
    command = "No such command" in str(error)
    return say("usage_command" if command else "usage_other", language)
