"""Text in the picture itself (class lists, screens, whiteboards), read by Tesseract where it is.

An option: Tesseract is a program of its own, installed by the operator, fed by a pipe. It makes
no files. What it reads counts only with a number that checks or a whole name, because texture
reads like letters, too.
"""

from __future__ import annotations

import os
import shutil
import subprocess

from integritetskoll.images.field import Field, Kind

PROGRAM = "tesseract"
LANGUAGES = "swe+eng"
SPARSE = "11"
"""Page segmentation: find as much text as possible in no particular order."""
SECONDS = 20
NAME = "Picture:Text"


def program() -> str | None:
    """Return where Tesseract is, None where it is not installed."""
    return shutil.which(PROGRAM)


def text_in(data: bytes) -> Field | None:
    """Return the text of a picture as a field, None where there is none.

    Raises OSError or subprocess.SubprocessError where Tesseract can't read it in time.
    """
    found = program()
    if found is None:
        return None
    done = subprocess.run(  # noqa: S603 - the operator's own program, no shell
        [found, "stdin", "stdout", "-l", _languages(found), "--psm", SPARSE],
        input=data,
        capture_output=True,
        timeout=SECONDS,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    text = done.stdout.decode("utf-8", "replace").strip()
    return Field(NAME, text, Kind.SWEPT) if text else None


def _languages(found: str) -> str:
    listed = subprocess.run(  # noqa: S603 - as above
        [found, "--list-langs"], capture_output=True, timeout=SECONDS, check=False
    )
    known = set(listed.stdout.decode("utf-8", "replace").split())
    wanted = [language for language in LANGUAGES.split("+") if language in known]
    return "+".join(wanted) or "eng"
