"""What was read of a picture, as text that its sender holds: the picture need not come again.

It says nothing that the sender's own file does not say; who changes it deceives only himself, as
with another picture. The limits of reading hold for it too.
"""

from __future__ import annotations

import json

from integritetskoll.errors import DraftError, ImageError
from integritetskoll.images import limits
from integritetskoll.images.field import Reading
from integritetskoll.images.protocol import reading_in, reading_out

MOST = 2 * limits.MAX_TEXT
"""Characters of all values together: of the file, and of the text that is seen in the picture."""
UNREADABLE = frozenset({"image_broken", "image_gave_up", "image_unsupported"})
"""Reasons for which nothing was read."""


def held(read: Reading | ImageError) -> str:
    """Return what was read, or the reason why nothing was, as JSON."""
    if isinstance(read, ImageError):
        return json.dumps({"refused": read.code})
    return json.dumps(reading_out(read))


def restored(name: str, data: bytes) -> Reading:
    """Return what was read of the picture that is called `name`.

    Raises ImageError with the reason where nothing could be read, DraftError `wrong_form` for
    what was not made here.
    """
    try:
        given = json.loads(data)
        refused = given.get("refused")
        reading = None if refused in UNREADABLE else reading_in(name, given)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        raise DraftError("wrong_form") from None
    if reading is None:
        raise ImageError(refused)
    if (
        len(reading.fields) > limits.MAX_FIELDS + 1
        or sum(len(f.value) for f in reading.fields) > MOST
    ):
        raise DraftError("wrong_form")
    return reading
