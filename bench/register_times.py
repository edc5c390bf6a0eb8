"""What the register costs, and whether time tells who is in it.

Costs are processor time. What must not tell is taken in turns, thousands of times each, by the
clock and in processor time: a busy neighbour hits both alike.
"""

from __future__ import annotations

import dataclasses
import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from bench.measure import Line
from bench.register_people import People, Someone
from bench.texts import school_text
from integritetskoll.access.caller import Caller, acting_as
from integritetskoll.assemble import build_stops
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Draft
from integritetskoll.register.admin import RegisterOffice
from integritetskoll.register.match import Piece
from integritetskoll.register.person import read_person
from integritetskoll.register.service import Register
from integritetskoll.settings import Settings
from integritetskoll.stops import Stops
from integritetskoll.storage.migrate import prepare

FLAT = (200, 2_000, 20_000)
CALLS = 2_000
MEANT = Someone("Tuva", "Kvistlind", "Granbackaskolan", "7B")
NOT_MEANT = Someone("Elsa", "Krustberg", "Granbackaskolan", "7B")
MOST_APART = 0.3
BY_NAME = "I dag vann Tuva Kvistlind loppet. Hon får inte ta med en bild, som alla."
BY_HINT = "I dag vann Tova Kvastlund loppet. Hon får inte vara med på bild, ni vet."
HINT_AND_NAME = "I dag vann Tuva Kvistlind loppet. Hon får inte vara med på bild, ni vet."
Run = Callable[[], object]


def cost(checker: Checker, people: People) -> None:
    """Print processor time of a 2,000-character draft by size of the register."""
    text = school_text(2_000)
    pieces = [Piece(text, checker.analyzer.analyze(text).findings)]
    print("\ncost of a 2,000-character draft, medians of processor time")
    taken = {}
    for size in FLAT:
        with installed(people.many(size)) as settings:
            taken[size] = _median_ms(partial(_asks, build_stops(settings), pieces, checker))
            read_in = _median_ms(partial(_reads, settings), times=3)
        print(f"  {size:>6} entries {taken[size]:7.2f} ms; all read in anew {read_in:7.1f} ms")
    print(Line("asking with 2,000 entries", taken[2_000], 5, "ms"))
    print(Line("20,000 entries / 200", taken[20_000] / taken[200], 1.5, "×"))
    full = _median_ms(lambda: checker.check(Draft(text)), times=21)
    print(f"  whole check without a register: {full:.2f} ms")


def _asks(stops: Stops, pieces: Sequence[Piece], checker: Checker) -> None:
    stops.begin().means(pieces, checker.stops.words)


def _reads(settings: Settings) -> None:
    Register(settings).current()


def silence(checker: Checker, calls: int = CALLS) -> Iterator[Line]:
    """Yield how far medians lie apart, milliseconds: causes of a block, and names.

    A text with a hint takes longer to read than one without, as any word does; whoever sent it
    knows its words. So the cause of a block is changed under one and the same text, and between
    two texts what comes after the reading is compared.
    """
    with installed([MEANT]) as with_her, installed([NOT_MEANT]) as without_her:
        own, other = (_with(checker, each) for each in (with_her, without_her))
        # Nobody is acting: nothing is noted, the check ends with the verdict.
        verdicts = [partial(one.check, Draft(BY_NAME)) for one in (own, other)]
        yield from _apart("up to the verdict, name in the register or not", verdicts, calls)
        with acting_as(Caller()):
            causes = [partial(one.check, Draft(HINT_AND_NAME)) for one in (own, other)]
            yield from _apart("a hint, with and without the register", causes, calls)
            texts = [partial(own.check, Draft(text)) for text in (BY_NAME, BY_HINT)]
            yield from _apart("register or hint, once read", texts, calls, since=Marked.last)


class Marked(Stops):
    """What stops a draft; notes when a draft was read and the register is asked."""

    __slots__ = ()
    _last: ClassVar[list[tuple[float, float]]] = []

    def stop(self, *given: Any) -> bool:
        """Note the moment, then ask."""
        self._last[:] = [now()]
        return super().stop(*given)

    @classmethod
    def last(cls) -> tuple[float, float]:
        """Return when a draft was last read."""
        return cls._last[0]


def _apart(name: str, runs: Sequence[Run], calls: int, **more: Any) -> Iterator[Line]:
    for way, (one, other) in zip(
        ("clock", "processor"), in_turns(runs, calls, **more), strict=True
    ):
        yield Line(f"{name}, {way}", abs(one - other), MOST_APART, "ms")
        print(f"  medians {one:.3f} and {other:.3f} ms")


def now() -> tuple[float, float]:
    """Return the clock and the processor time of this process, in seconds."""
    return time.perf_counter(), time.process_time()


def in_turns(
    runs: Sequence[Run], calls: int, *, since: Callable[[], tuple[float, float]] | None = None
) -> tuple[list[float], list[float]]:
    """Return the medians of each run in milliseconds: by the clock, and of processor time.

    Counted from where a run begins, or from the moment that `since` tells after it.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in runs]
    for run in runs:
        run()
    gc.collect()
    for turn in range(calls):
        order = range(len(runs)) if turn % 2 else reversed(range(len(runs)))
        for at in order:
            begun = now()
            runs[at]()
            ended = now()
            begun = since() if since else begun
            taken[at].append((ended[0] - begun[0], ended[1] - begun[1]))
    medians = [[statistics.median(way) * 1000 for way in zip(*each, strict=True)] for each in taken]
    return [clock for clock, _ in medians], [processor for _, processor in medians]


@contextmanager
def installed(people: Sequence[Someone]) -> Iterator[Settings]:
    """Give an installation with a register of people in a database of its own."""
    with TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder, "data"), register_key_file=Path(folder, "key"))
        office = RegisterOffice(settings)
        office.set_up(prepare(settings))
        office.add([read_person(**one.fields()) for one in people])
        yield settings


def _with(checker: Checker, settings: Settings) -> Checker:
    built = build_stops(settings)
    stops = Marked(built.register, built.budget, built.trail, checker.stops.words)
    return dataclasses.replace(checker, stops=stops)


def _median_ms(run: Run, *, times: int = 101) -> float:
    run()
    taken = []
    for _ in range(times):
        begun = time.process_time()
        run()
        taken.append(time.process_time() - begun)
    return statistics.median(taken) * 1000
