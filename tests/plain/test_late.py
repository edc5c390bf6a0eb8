"""Patterns compiled at first use: they do what compiled ones do, and all of ours compile."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest
import regex

import integritetskoll.text
from integritetskoll.plain.late import LatePattern, compile_late


@pytest.mark.parametrize(
    ("pattern", "flags", "text"),
    [(r"b+", 0, "abba"), (r"B(?P<rest>.*)", regex.IGNORECASE, "abba"), (r"q", 0, "abba")],
)
def test_finds_what_a_compiled_pattern_finds(pattern: str, flags: int, text: str) -> None:
    late, compiled = compile_late(pattern, flags), regex.compile(pattern, flags)
    for _ in range(2):
        assert [m.span() for m in late.finditer(text)] == [
            m.span() for m in compiled.finditer(text)
        ]
        assert bool(late.search(text)) == bool(compiled.search(text))
        assert bool(late.fullmatch(text)) == bool(compiled.fullmatch(text))
    assert (late.pattern, late.flags) == (compiled.pattern, compiled.flags)


def test_a_wrong_pattern_is_an_error_when_it_is_used() -> None:
    late = compile_late("(")
    with pytest.raises(regex.error):
        late.search("x")


def test_every_late_pattern_of_the_product_compiles() -> None:
    packages = pkgutil.walk_packages(integritetskoll.text.__path__, "integritetskoll.text.")
    late = [
        value
        for package in packages
        for value in vars(import_module(package.name)).values()
        if isinstance(value, LatePattern)
    ]
    assert len(late) > 40
    assert all(pattern.pattern for pattern in late)
