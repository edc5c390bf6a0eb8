"""The four answers, from best to worst."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """Klart · Se över · Publicera inte · Stoppat."""

    CLEAR = "clear"
    REVIEW = "review"
    DO_NOT_PUBLISH = "do_not_publish"
    BLOCKED = "blocked"

    @property
    def rank(self) -> int:
        """0 for clear to 3 for blocked: also the exit code of the command line."""
        return _RANKS[self]

    @staticmethod
    def worst(*verdicts: Verdict) -> Verdict:
        """Return the worst of them; a verdict is never better than its worst rule."""
        return max(verdicts, key=lambda verdict: verdict.rank, default=Verdict.CLEAR)


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}
