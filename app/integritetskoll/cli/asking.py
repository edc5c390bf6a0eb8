"""Details asked for at the terminal, never shown, never taken as an argument.

Arguments stand in the shell's history and in the list of processes. What can't be seen while it is
typed is asked for twice.
"""

from __future__ import annotations

import getpass
import sys

from integritetskoll.cli.options import say
from integritetskoll.errors import RegisterError
from integritetskoll.register.person import FIELDS, Person, read_person
from integritetskoll.report.wording import Language

TIMES = 3


def ask_person(language: Language) -> Person:
    """Ask for a person's details, one line for each field; raises RegisterError."""
    return read_person(**{field: _ask(field, language) for field in FIELDS})


def _ask(field: str, language: Language) -> str:
    question = say(f"ask_{field}", language)
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    for _ in range(TIMES):
        answer = getpass.getpass(f"{question}: ")
        if not answer.strip() or getpass.getpass(f"{say('ask_again', language)}: ") == answer:
            return answer
        sys.stderr.write(say("ask_differs", language) + "\n")
    raise RegisterError("entry_not_typed_alike")


def confirmed(question: str) -> bool:
    """Ask whether to go on; only a whole yes does."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"ja", "yes"}
