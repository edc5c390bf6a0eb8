"""Texts of a table, by the section in which they stand."""

from __future__ import annotations

from pathlib import Path


def cases(name: str, section: str) -> list[str]:
    """Read a section of `<name>_cases.txt`; `\\n` stands for a line break."""
    text = (Path(__file__).parent / f"{name}_cases.txt").read_text("utf-8")
    rows = text.split(f"[{section}]\n")[1].split("\n\n")[0].splitlines()
    return [row.replace("\\n", "\n") for row in rows]
