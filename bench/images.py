"""Figures on picture files: `python -m bench.images [FOLDER]`, FOLDER with real files of any kind.

Time of one 2 MB photo in process and through a worker, next to Pillow and ExifTool in the same
run; names found in hiding places and gone afterwards; broken files; and, where a folder is named
and ExifTool is installed, the share of its personal fields and what clean copies still say.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.measure import Line, median_ms, use_one_core

use_one_core()  # before anything loads the number library

from PIL import Image as Pillow  # noqa: E402

from bench import drawn  # noqa: E402
from bench.alike import differences  # noqa: E402
from bench.broken import broken_files  # noqa: E402
from bench.exiftool import ALL_KINDS, MAKER, dump, files_in, left_over, score  # noqa: E402
from bench.hiding import PLACES  # noqa: E402
from integritetskoll.assemble import build_checker  # noqa: E402
from integritetskoll.checker import Checker  # noqa: E402
from integritetskoll.errors import DraftError  # noqa: E402
from integritetskoll.images.clean.verified import clean_image  # noqa: E402
from integritetskoll.images.judge import judge  # noqa: E402
from integritetskoll.images.open import read_image  # noqa: E402
from integritetskoll.images.pool import Pool  # noqa: E402
from integritetskoll.settings import Settings  # noqa: E402

NAMES = ("Tindra Kvistberg", "Åsa Hjortsäter", "Omar Al-Sayed", "Elsa Granlund")
ENCODINGS = ("utf-8", "latin-1", "utf-16-le", "utf-16-be", "mac_roman")
RUNS = 21
GOALS = {"gps": 0.99, "face": 0.99, "caption": 0.99, "creator": 0.99, "device": 0.99, MAKER: 0.9}


def main(folder: str | None = None) -> int:
    """Print every figure; 1 where one is far from its goal."""
    checker = build_checker(Settings())
    lines = []
    parts = [times(checker), hiding(checker), broken_files(checker, folder)]
    if folder and shutil.which("exiftool"):
        parts.append(against_exiftool(folder))
    for part in parts:
        for line in part:
            print(line, flush=True)
            lines.append(line)
    return 1 if any(line.broken for line in lines) else 0


# ---- time


def photo(megabytes: float = 2.0) -> bytes:
    """Return a photo of about this size, as a camera writes it, with nothing said of a person."""
    chance = random.Random(7)
    side = 1000
    noise = Pillow.frombytes("RGB", (side, side), chance.randbytes(side * side * 3))
    image = noise.resize((2400, 1800), Pillow.Resampling.BICUBIC)
    quality = next(
        (
            q
            for q in range(60, 100, 2)
            if len(drawn.encoded("JPEG", image, quality=q)) > megabytes * 1e6
        ),
        98,
    )
    tags = {0x010F: "Canon", 0x0110: "Canon EOS 5D Mark II", 0x0131: "Adobe Photoshop CS6"}
    block = drawn.exif(tags, sub={0x9003: "2026:05:12 10:11:12", 0xA434: "EF24-105mm f/4L IS USM"})
    return drawn.encoded("JPEG", image, quality=quality, exif=block)


def with_preview(data: bytes) -> bytes:
    """Return a JPEG with a preview of itself in front of all else."""
    with Pillow.open(io.BytesIO(data)) as opened:
        opened.draft("RGB", (320, 240))
        small = opened.resize((160, 120))
    return drawn.with_segments(data, drawn.thumbnail(drawn.encoded("JPEG", small)))


def times(checker: Checker) -> Iterator[Line]:
    """Yield the medians for one photo."""
    data = photo()
    words = drawn.photoshop(drawn.resource(0x0404, drawn.iptc((120, b"Tindra Kvistberg i 7B"))))
    captioned = drawn.with_segments(data, words)
    print(f"  one photo of {len(data) / 1e6:.1f} MB; medians of {RUNS}; in process: processor time")
    analyze = checker.analyzer.analyze
    yield Line(
        "read and judged in process",
        _cpu_ms(lambda: judge(read_image("IMG_1.jpg", data), analyze)),
        5,
        "ms",
    )
    with_text = _cpu_ms(lambda: judge(read_image("IMG_1.jpg", captioned), analyze))
    print(f"  the same with a caption to judge: {with_text:.1f} ms")
    previewed = with_preview(data)
    compared = _cpu_ms(lambda: judge(read_image("IMG_1.jpg", previewed), analyze))
    print(f"  the same with a preview, for which the picture is decoded: {compared:.1f} ms")
    with Pillow.open(io.BytesIO(data)) as opened:
        scans = with_preview(drawn.encoded("JPEG", opened, quality=90, progressive=True))
    compared = _cpu_ms(lambda: judge(read_image("IMG_1.jpg", scans), analyze))
    print(f"  the same, progressive: {compared:.1f} ms")
    yield Line("cleaned in process", _cpu_ms(lambda: clean_image("IMG_1.jpg", data)), 10, "ms")
    pool = Pool(size=1)
    read = _both_ms(pool, lambda: judge(pool.read("IMG_1.jpg", data), analyze))
    yield Line("read through a worker and judged, both processes", read, 15, "ms")
    clean = _both_ms(pool, lambda: pool.clean("IMG_1.jpg", data))
    yield Line("cleaned through a worker, both processes", clean, 40, "ms")
    print(f"  read through a worker by the clock: {_ms(lambda: pool.read('IMG_1', data)):.0f} ms")
    print(
        f"  cleaned through a worker by the clock: {_ms(lambda: pool.clean('IMG_1', data)):.0f} ms"
    )
    pool.close()
    print(f"  Pillow alone, open and getexif: {_cpu_ms(lambda: _pillow(data)):.1f} ms")
    print(f"  Pillow alone, decode: {_cpu_ms(lambda: Pillow.open(io.BytesIO(data)).load()):.1f} ms")
    if shutil.which("exiftool"):
        print(f"  ExifTool, one process for one file: {_exiftool_ms(data):.0f} ms")


def _cpu_ms(run: Callable[[], object]) -> float:
    """Return the median of processor time: what a run takes, whoever else uses the machine."""
    taken = []
    for _ in range(RUNS):
        started = time.process_time()
        run()
        taken.append((time.process_time() - started) * 1000)
    return statistics.median(taken)


def _both_ms(pool: Pool, run: Callable[[], object]) -> float:
    """Return the mean processor time of this process and the worker; by the clock elsewhere."""
    run()
    if not Path("/proc/self/stat").exists():
        return _ms(run)
    started, worker = time.process_time(), worker_seconds(pool)
    for _ in range(3 * RUNS):
        run()
    return (time.process_time() - started + worker_seconds(pool) - worker) * 1000 / (3 * RUNS)


def worker_seconds(pool: Pool) -> float:
    """Return the processor time of a pool's first worker (proc(5): fields 14 and 15 of stat)."""
    process = pool.waiting[0].process
    fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _ms(run: Callable[[], object]) -> float:
    return median_ms(run, times=RUNS)


def _pillow(data: bytes) -> None:
    with Pillow.open(io.BytesIO(data)) as opened:
        opened.getexif()


def _exiftool_ms(data: bytes) -> float:
    with tempfile.NamedTemporaryFile(suffix=".jpg") as file:
        file.write(data)
        file.flush()
        command = ["exiftool", "-j", "-n", file.name]
        return median_ms(lambda: subprocess.run(command, capture_output=True, check=False), times=5)


# ---- hiding places


def hiding(checker: Checker) -> Iterator[Line]:
    """Yield the shares of planted names that are missed, and that stay after cleaning."""
    missed, stayed, tried = 0, 0, 0
    for place, write in PLACES.items():
        for name in NAMES:
            tried += 1
            data = write(name)
            found = judge(read_image("IMG_1", data), checker.analyzer.analyze).findings
            if not any(name in finding.text for finding in found):
                missed += 1
                print(f"  not found: {name}, {place}")
            copy = clean_image("IMG_1", data).data
            stayed += any(name.encode(e, "ignore") in copy for e in ENCODINGS)
    print(f"  {len(PLACES)} places, {len(NAMES)} names: {tried - missed} of {tried} found")
    yield Line("planted names missed", 100 * missed / tried, 5, "%")
    yield Line("planted names left after cleaning", stayed, 0, "")


# ---- real files


def against_exiftool(folder: str) -> Iterator[Line]:
    """Yield what is missed of ExifTool's personal fields, and what cleaning leaves or changes."""
    files = files_in(Path(folder))
    result = score(files, dump(files))
    for kind in ALL_KINDS:
        print(f"  {kind}: {result.found[kind]} of {result.all[kind]} found")
        yield Line(f"{kind} missed", 100 * (1 - result.share(kind)), 100 * (1 - GOALS[kind]), "%")
    print(f"  in files that count as broken, and are never clear: {result.refused} fields")
    cleaned: dict[str, bytes] = {}
    refused, differ, unknown = [], [], 0
    for path in files:
        data = path.read_bytes()
        try:
            cleaned[path.name] = clean_image(path.name, data).data
        except DraftError as error:
            refused.append((path, error.code))
            continue
        found = differences(data, cleaned[path.name])
        unknown += found is None
        differ += [f"{path.name}: {what}" for what in found or ()]
    sound = [path for path, _ in refused if decodes(path.read_bytes())]
    print(f"  {len(files)} files: {len(refused)} refused, {len(sound)} of them decode in Pillow")
    print(f"  of {len(cleaned)} clean copies, {unknown} are not decoded here: nobody compared them")
    for path in sound:
        print(f"    refused though it decodes: {path.name}")
    left = left_over(cleaned)
    for line in (*differ, *left):
        print(f"    not as it should be: {line}")
    yield Line("personal fields left after cleaning", len(left), 0, "")
    yield Line("clean copies that do not look as the files did", len(differ), 0, "")
    yield Line("refused though they decode", 100 * len(sound) / len(files), 3, "%")


def decodes(data: bytes) -> bool:
    """Tell whether Pillow decodes a file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Pillow.open(io.BytesIO(data)) as opened:
                opened.load()
    except Exception:  # noqa: BLE001 - Pillow raises anything for a broken file
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
