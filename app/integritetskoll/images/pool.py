"""Worker processes for picture files: started at need, ended at a time limit, replaced.

A hostile file can at worst end its worker: the service goes on, and the file counts as not read.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import weakref
from typing import IO, Any

from integritetskoll.errors import ImageError, ImageTooLargeError
from integritetskoll.images import protocol
from integritetskoll.images.clean.verified import Cleaned
from integritetskoll.images.field import Reading
from integritetskoll.images.shown import PREVIEW_SIDE

if sys.platform == "linux":
    import fcntl

SECONDS = 2.0
"""How long one file may take."""
STARTING = 10.0
"""How long the first file of a worker may take: it starts while the file waits."""
SHOWING = 8.0
"""How long a picture may take to be decoded for a preview: HEIC is slow."""
WIDE = 1 << 20
GAVE_UP = "image_gave_up"
LIFETIME = 500
"""Files after which a worker is replaced, so that no leak of a library grows."""
COMMAND = (sys.executable, "-m", "integritetskoll.images.worker")


class Worker:
    """One process, asked by one thread at a time."""

    def __init__(self) -> None:
        folder = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120
        paths = os.pathsep.join(filter(None, (folder, os.environ.get("PYTHONPATH"))))
        kept = {k: v for k, v in os.environ.items() if not k.startswith("INTEGRITETSKOLL_")}
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**kept, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        self.done = 0
        for pipe in (self.process.stdin, self.process.stdout):
            _widen(pipe)

    def ask(
        self, head: dict[str, Any], data: bytes, seconds: float
    ) -> tuple[dict[str, Any], bytes]:
        """Return the answer; raises EOFError where the process died or was ended at the limit."""
        limit = seconds if self.done else max(seconds, STARTING)
        clock = threading.Timer(limit, self.process.kill)
        clock.daemon = True
        clock.start()
        try:
            assert self.process.stdin is not None  # noqa: S101 - opened above
            assert self.process.stdout is not None  # noqa: S101
            protocol.write(self.process.stdin, head, data)  # type: ignore[arg-type]
            answered = protocol.read(self.process.stdout)  # type: ignore[arg-type]
        except (OSError, ValueError):
            raise EOFError from None
        finally:
            clock.cancel()
        self.done += 1
        return answered

    @property
    def spent(self) -> bool:
        """Whether it should be replaced."""
        return self.done >= LIFETIME or self.process.poll() is not None

    def end(self) -> None:
        """End the process and close what led to it."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self.process.wait()


class Pool:
    """At most `size` workers. `read` and `clean` may be called from any thread."""

    def __init__(self, *, size: int = 2, seconds: float = SECONDS) -> None:
        self._free: list[Worker] = []
        self._turns = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._seconds = seconds
        self._finish = weakref.finalize(self, _end_all, self._free)

    def read(self, name: str, data: bytes) -> Reading:
        """Read a file as `open.read_image` does, with its errors, and `image_gave_up`.

        Where that takes too long, previews are compared by their shape only: decoding may be slow.
        """
        asked = {"do": "read", "name": name}
        try:
            head, _ = self._ask({**asked, "comparing": True}, data)
        except ImageError as error:
            if error.code != GAVE_UP:
                raise
            head, _ = self._ask({**asked, "comparing": False}, data)
        try:
            return protocol.reading_in(name, head["reading"])
        except (KeyError, TypeError, ValueError):
            raise ImageError("image_broken") from None

    def clean(self, name: str, data: bytes) -> Cleaned:
        """Clean a file as `clean.verified.clean_image` does, with its errors."""
        head, body = self._ask({"do": "clean", "name": name}, data)
        return Cleaned(body, str(head["media_type"]), tuple(map(str, head["removed"])))

    def preview(self, data: bytes, side: int = PREVIEW_SIDE) -> bytes:
        """Decode a picture as `shown.preview` does, with its errors, and `image_gave_up`."""
        return self._ask({"do": "preview", "side": side}, data, SHOWING)[1]

    @property
    def waiting(self) -> tuple[Worker, ...]:
        """The workers that have nothing to do now."""
        return tuple(self._free)

    def close(self) -> None:
        """End all workers that wait."""
        with self._lock:
            _end_all(self._free)

    def _ask(
        self, head: dict[str, Any], data: bytes, least: float = 0.0
    ) -> tuple[dict[str, Any], bytes]:
        with self._turns:
            worker = self._take()
            try:
                answered, body = worker.ask(head, data, max(least, self._seconds))
            except EOFError:
                worker.end()
                raise ImageError(GAVE_UP) from None
            except BaseException:
                worker.end()
                raise
            self._give_back(worker)
        if "error" in answered:
            kind = ImageTooLargeError if answered["large"] else ImageError
            raise kind(answered["error"], **answered["facts"])
        return answered, body

    def _take(self) -> Worker:
        with self._lock:
            while self._free:
                worker = self._free.pop()
                if not worker.spent:
                    return worker
                worker.end()
        return Worker()

    def _give_back(self, worker: Worker) -> None:
        if worker.spent:
            worker.end()
            return
        with self._lock:
            self._free.append(worker)


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold a megabyte, where the system can: a photo then takes few turns."""
    if sys.platform == "linux" and pipe is not None:
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, WIDE)


def _end_all(workers: list[Worker]) -> None:
    while workers:
        workers.pop().end()
