"""Picture files on the command line: told from texts by their first bytes, cleaned into copies."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.progress import Progress

from integritetskoll.checker import Checker
from integritetskoll.cli.exits import UNREADABLE, complain
from integritetskoll.cli.options import say
from integritetskoll.domain.draft import Context, Image
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError, ImageTooLargeError
from integritetskoll.images.open import format_of
from integritetskoll.report.terminal import console
from integritetskoll.report.wording import Language, wording

ENDINGS = frozenset(
    ".jpg .jpeg .jpe .mpo .png .apng .webp .gif .tif .tiff .heic .heif .avif".split()
)
_BEGINNING = 256


def is_picture(name: str) -> bool:
    """Tell whether a file is a picture, by its first bytes; False where it can't be opened."""
    try:
        with Path(name).open("rb") as file:
            return format_of(file.read(_BEGINNING)) is not None
    except (OSError, ValueError):
        return False


def read_picture(name: str, *, shown: str, max_file: int) -> Image:
    """Return a picture; raises DraftError or ImageTooLargeError."""
    try:
        with Path(name).open("rb") as file:
            data = file.read(max_file + 1)
    except (OSError, ValueError):
        raise DraftError("file_unreadable", file=shown) from None
    if len(data) > max_file:
        raise ImageTooLargeError("image_too_large", limit=f"{max_file / 1_000_000:g}")
    return Image(Path(name).name, data)


def pictures_in(folder: Path) -> list[Path]:
    """Return the picture files below a folder, by their endings."""
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())


def clean_pictures(
    checker: Checker, name: str, out: Path, context: Context, *, force: bool, language: Language
) -> int:
    """Write clean copies and return the exit code; a blocked picture gets none."""
    source = Path(name)
    if not source.exists():
        raise DraftError("file_missing", file=name)
    pairs = list(_pairs(source, out))
    worst = 0
    if len(pairs) == 1 or not sys.stderr.isatty():
        return max(
            (_clean_one(checker, a, b, context, force, language) for a, b in pairs), default=0
        )
    with Progress(console=console(error=True), transient=True) as progress:
        task = progress.add_task(say("cleaning", language), total=len(pairs))
        for one, copy in pairs:
            worst = max(worst, _clean_one(checker, one, copy, context, force, language))
            progress.advance(task)
    return worst


def _pairs(source: Path, out: Path) -> Iterator[tuple[Path, Path]]:
    if source.is_dir():
        yield from ((one, out / one.relative_to(source)) for one in pictures_in(source))
    else:
        yield source, out / source.name if out.is_dir() else out


def _clean_one(
    checker: Checker, source: Path, out: Path, context: Context, force: bool, language: Language
) -> int:
    try:
        image = read_picture(str(source), shown=str(source), max_file=checker.max_file)
        done = checker.clean(image, context, wording=language)
        if done.cleaned is None:
            complain(f"{source}: {done.report.summary}", language, plain=True)
            return Verdict.BLOCKED.rank
        _write(out, done.cleaned.data, force=force)
    except DraftError as error:
        if error.code.startswith("unknown_"):
            raise
        why = wording(language).text("errors", error.code, **error.facts)
        complain(why if "file" in error.facts else f"{source}: {why}", language)
        return UNREADABLE
    told = say("cleaned", language, file=source, out=out, count=len(done.cleaned.removed))
    complain(told, language, plain=True)
    return 0


def _write(out: Path, data: bytes, *, force: bool) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("wb" if force else "xb") as file:
            file.write(data)
    except FileExistsError:
        raise DraftError("file_exists", file=str(out)) from None
    except OSError:
        raise DraftError("file_unwritable", file=str(out)) from None
