"""What is made of a text once and lies in the `user_data` of spaCy's Doc for who asks next.

It is gone with the Doc. Without such a Doc it is simply made again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Made = TypeVar("Made")


def once(doc: Any, key: str, text: str, make: Callable[[], Made]) -> Made:
    """Return what `make` gives for `text`, made once for each Doc; `key` names it there."""
    store = getattr(doc, "user_data", None)
    if not isinstance(store, dict):
        return make()
    known = store.get(key)
    if known is None or known[0] != text:
        known = store[key] = (text, make())
    made: Made = known[1]
    return made
