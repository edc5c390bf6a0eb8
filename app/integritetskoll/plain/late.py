"""Regular expressions that are compiled at first use.

Compiling all of ours takes longer than reading the language model. A start that answers one short
text needs few of them: the large ones that a cheap test stands before are left until then.
"""

from __future__ import annotations

from typing import Any, cast

import regex


def compile_late(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return what behaves as the compiled pattern and is one from its first use on."""
    return cast("regex.Pattern[str]", LatePattern(pattern, flags))


class LatePattern:
    """A pattern that compiles when it is first asked for something, and hands out its methods."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = (source, flags)

    def __getattr__(self, name: str) -> Any:
        """Take the attribute of the compiled pattern; the next look-up finds it here."""
        found = getattr(regex.compile(*self._source), name)
        vars(self)[name] = found
        return found
