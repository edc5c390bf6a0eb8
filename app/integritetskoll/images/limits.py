"""How much of one file is looked at. What goes past a limit counts as not read, never as clean."""

from __future__ import annotations

MAX_PIXELS = 120_000_000
"""Width times height: above every phone and most cameras, below what exhausts a small server."""
MAX_FRAMES = 2_000
MAX_NESTING = 3
"""Pictures within pictures within pictures."""
MAX_DECODED = 8
"""Embedded pictures of one file that are decoded to be compared; more are told by their shape."""
MAX_DEPTH = 12
"""Boxes in boxes, structures in structures."""
MAX_INFLATED = 8 << 20
"""Bytes that one compressed text may unpack to."""
MAX_FIELDS = 5_000
MAX_VALUE = 20_000
"""Characters of one value."""
MAX_TEXT = 150_000
"""Characters of all values together."""
MAX_ENTRIES = 4_000
"""Entries of one EXIF directory; parts of one file."""
MAX_SWEPT = 4 << 20
"""Bytes that are searched for readable text in one block."""
