"""A bar on standard error while many files are worked on, where somebody looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.progress import track

from integritetskoll.report.terminal import console

Step = TypeVar("Step")


def followed(steps: Sequence[Step], title: str) -> Iterable[Step]:
    """Yield the steps; with several of them, and on a terminal, a bar shows how far it is."""
    screen = console(error=True)
    if len(steps) < 2 or not screen.is_terminal:  # noqa: PLR2004 - one file needs no bar
        return steps
    return _tracked(steps, title)


def _tracked(steps: Sequence[Step], title: str) -> Iterator[Step]:
    yield from track(steps, title, console=console(error=True), transient=True)
