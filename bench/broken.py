"""What the service does with broken picture files: `python -m bench.broken [FOLDER [COUNT]]`.

Each goes through the checker and its worker processes, as at every door, and through cleaning.
The planted name is a second witness: where its bytes are still there and nothing was found and
nothing was said to be unread, a part was passed over in silence.
"""

from __future__ import annotations

import dataclasses
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.exiftool import files_in
from bench.fuzz import mutants
from bench.hiding import PLACES
from bench.measure import Line
from integritetskoll.assemble import build_checker
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Draft, Image
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError
from integritetskoll.images.field import Reading
from integritetskoll.images.pool import Pool
from integritetskoll.settings import Settings

NAME = "Tindra Kvistberg"
BROKEN = 10_000
SMALL = 60_000
"""Bytes up to which a real file is one of the seeds."""


@dataclass(slots=True)
class Tally:
    """What happened, by kind of answer, and the slowest answer in seconds."""

    answers: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    memory: int = 0


def passed_over(reading: Reading, data: bytes, name: str = NAME) -> bool:
    """Tell whether a name stands in the bytes, and neither it nor an unread part was reported."""
    if name.encode() not in data or reading.unread:
        return False
    return not any(name in " ".join(one.value.split()) for one in reading.fields)


def run(checker: Checker, pool: Pool, files: Iterator[tuple[int, bytes]]) -> Tally:
    """Check and clean every file, and count."""
    tally = Tally()
    read: list[Reading] = []

    def keeping(name: str, data: bytes) -> Reading:
        read.append(pool.read(name, data))
        return read[-1]

    checker = dataclasses.replace(checker, read=keeping, clean_file=pool.clean)
    for number, data in files:
        read.clear()
        for act in (_check, _clean):
            started = time.perf_counter()
            tally.answers[act(checker, read, data)] += 1
            tally.slowest = max(tally.slowest, time.perf_counter() - started)
        if not number % 50:
            tally.memory = max(tally.memory, *map(_peak, pool.waiting), 0)
    return tally


def _check(checker: Checker, read: list[Reading], data: bytes) -> str:
    try:
        report = checker.check(Draft("", images=(Image("IMG_1.jpg", data),)))
    except DraftError as error:
        return f"check: {error.code}"
    except BaseException as error:  # noqa: BLE001 - that is what is counted
        return f"crash: {type(error).__name__}"
    if read[0].unread and report.verdict == Verdict.CLEAR:
        return "check: clear though unread"
    return "check: passed over" if passed_over(read[0], data) else "check: answered"


def _clean(checker: Checker, read: list[Reading], data: bytes) -> str:
    try:
        copy = checker.clean_file("IMG_1.jpg", data).data
    except DraftError as error:
        return f"clean: {error.code}"
    except BaseException as error:  # noqa: BLE001 - as above
        return f"crash: {type(error).__name__}"
    known = bool(read) and any(NAME in one.value for one in read[0].fields)
    return "clean: name left" if known and NAME.encode() in copy else "clean: cleaned"


def _peak(worker: object) -> int:
    """Return the most memory that a worker has had in use, in bytes; 0 where nobody says."""
    path = Path(f"/proc/{worker.process.pid}/status")  # type: ignore[attr-defined]
    if not path.exists():
        return 0
    lines = dict(line.split(":", 1) for line in path.read_text("ascii").splitlines())
    return int(lines["VmPeak"].split()[0]) << 10


def seeds(folder: str | None) -> list[bytes]:
    """Return the files that are broken: a name in every place, and small real ones."""
    planted = [write(NAME) for write in PLACES.values()]
    real = [path.read_bytes() for path in files_in(Path(folder))] if folder else []
    return [*planted, *(data for data in real if 0 < len(data) < SMALL)]


def broken_files(
    checker: Checker, folder: str | None = None, count: int = BROKEN
) -> Iterator[Line]:
    """Yield crashes, the slowest answer, memory, and what was passed over or left."""
    pool = Pool(size=1)
    started = seeds(folder)
    tally = run(checker, pool, mutants(started, count))
    pool.close()
    print(f"  {count:,} broken files from {len(started)} seeds; answers:")
    for answer, times in sorted(tally.answers.items()):
        print(f"    {answer}: {times:,}")
    crashes = sum(n for answer, n in tally.answers.items() if answer.startswith("crash"))
    gave_up = sum(n for answer, n in tally.answers.items() if answer.endswith("gave_up"))
    yield Line("crashes", crashes, 0, "")
    yield Line("files on which a worker died or was ended", gave_up, 0, "")
    yield Line("slowest answer to a broken file, by the clock", tally.slowest, 2, "s")
    yield Line("memory of a worker, its address space", tally.memory / 2**20, 512, "MiB")
    yield Line("clear though a part was unread", tally.answers["check: clear though unread"], 0, "")
    passed = 100 * tally.answers["check: passed over"] / count
    yield Line("planted names passed over in silence", passed, 0.2, "%")
    yield Line("planted names left after cleaning", tally.answers["clean: name left"], 0, "")


def main(folder: str | None = None, count: str = str(BROKEN)) -> int:
    """Print every figure; 1 where one is far from its goal."""
    lines = list(broken_files(build_checker(Settings()), folder, int(count)))
    print("\n".join(map(str, lines)))
    return 1 if any(line.broken for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
