"""Picture files on the command line: told from texts, cleaned into copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from integritetskoll.checker import Checker
from integritetskoll.cli.exits import UNREADABLE, complain
from integritetskoll.cli.options import say
from integritetskoll.cli.progress import followed
from integritetskoll.domain.draft import Context, Image
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError, ImageTooLargeError
from integritetskoll.images.open import format_of
from integritetskoll.report.model import FindingReport
from integritetskoll.report.wording import Language, wording

ENDINGS = frozenset(
    ".jpg .jpeg .jpe .mpo .png .apng .webp .gif .tif .tiff .heic .heif .avif".split()
)
_BEGINNING = 256
FILE_NAME = "File:FileName"
MOST_NAMES = 12
"""Names of fields that a line lists."""


def is_picture(name: str) -> bool:
    """Tell whether a file is a picture, by its first bytes or by how its name ends.

    A broken one must not pass as a text. False where it can't be opened.
    """
    if Path(name).suffix.lower() in ENDINGS and Path(name).is_file():
        return True
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
    if not pairs:
        raise DraftError("folder_without_pictures", file=name)
    return max(
        _clean_one(checker, one, copy, context, force, language)
        for one, copy in followed(pairs, say("cleaning", language))
    )


def _pairs(source: Path, out: Path) -> Iterator[tuple[Path, Path]]:
    if source.is_dir():
        inside = out.resolve()
        for one in pictures_in(source):
            if inside not in one.resolve().parents:  # copies of an earlier time
                yield one, out / one.relative_to(source)
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
    complain(_told(source, out, done.cleaned.removed, language), language, plain=True)
    if out.name == source.name and any(_names_file(f) for f in done.report.findings):
        complain(say("cleaned_name", language, file=out), language, plain=True)
    return 0


def _told(source: Path, out: Path, removed: Sequence[str], language: Language) -> str:
    """Return the line that tells what went: names of fields, never what they said."""
    removed = [name for name in removed if name != FILE_NAME]  # the copy's name is the caller's
    names = ", ".join(removed[:MOST_NAMES]) + (", …" if len(removed) > MOST_NAMES else "")
    code = "cleaned" if removed else "cleaned_nothing"
    return say(code, language, file=source, out=out, count=len(removed), names=names)


def _names_file(finding: FindingReport) -> bool:
    return finding.source.field == FILE_NAME


def _write(out: Path, data: bytes, *, force: bool) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("wb" if force else "xb") as file:
            file.write(data)
    except FileExistsError:
        raise DraftError("file_exists", file=str(out)) from None
    except OSError:
        raise DraftError("file_unwritable", file=str(out)) from None
