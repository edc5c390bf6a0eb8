"""Import spaCy without its command line: half of spaCy's import, and nothing here uses it.

`import spacy` reads `spacy.cli` (its commands, a web client, a project tool) only to show the one
function `spacy.info`. It comes when somebody asks for it, as does the rest of `spacy.cli`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy, unless somebody has done so before."""
    if "spacy" in sys.modules or _INFO in sys.modules:
        return
    instead = ModuleType(_INFO)
    vars(instead)["info"] = _info
    sys.modules[_INFO] = instead
    try:
        spacy = import_module("spacy")
    finally:
        del sys.modules[_INFO]
    vars(spacy)["__getattr__"] = _later


def _info(*args: Any, **options: Any) -> Any:
    """Tell what `spacy.info` tells."""
    return import_module(_INFO).info(*args, **options)


def _later(name: str) -> Any:
    if name == "cli":
        return import_module(_COMMANDS)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
