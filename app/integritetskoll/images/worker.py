"""A process that reads and cleans picture files, one at a time, under limits of its own.

`python -m integritetskoll.images.worker`: messages in on standard input, out on standard output.
It opens no file and no connection; when it dies, the service starts another.
"""

from __future__ import annotations

import sys
from typing import Any

from integritetskoll.errors import ImageError, ImageTooLargeError
from integritetskoll.images import protocol
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.open import read_image
from integritetskoll.images.shown import preview

MEMORY = 512 << 20
"""Bytes of address space."""


def main() -> None:
    """Answer until standard input ends."""
    limit_memory()
    given, taken = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            head, data = protocol.read(given)
        except EOFError:
            return
        protocol.write(taken, *answer(head, data))


def limit_memory() -> None:
    """Bound the memory of this process, where the system can; no core file either."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """Do what a message asks and return the answer; every error is one, too."""
    try:
        if head["do"] == "clean":
            cleaned = clean_image(head["name"], data)
            removed = list(cleaned.removed)
            return {"media_type": cleaned.media_type, "removed": removed}, cleaned.data
        if head["do"] == "preview":
            return {}, preview(data, head["side"])
        reading = read_image(head["name"], data, comparing=head["comparing"])
        return {"reading": protocol.reading_out(reading)}, b""
    except ImageError as error:
        large = isinstance(error, ImageTooLargeError)
        return {"error": error.code, "facts": error.facts, "large": large}, b""
    except Exception:  # noqa: BLE001 - MemoryError, RecursionError: a hostile file makes anything
        return {"error": "image_broken", "facts": {}, "large": False}, b""


if __name__ == "__main__":
    main()
