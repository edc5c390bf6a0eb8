"""Marks stand on the right letters, whatever the text, and never belong to another one."""

from __future__ import annotations

import pytest

from tests.browser.writing import DRAFT, marked, settled, verdict, write

pytestmark = pytest.mark.browser


def test_what_stands_out_is_marked_where_it_stands(live) -> None:
    write(live, DRAFT)
    assert {"070-174 06 05", "asa.ek@example.se"} <= set(marked(live))
    assert verdict(live) in {"Se över", "Publicera inte"}
    assert live.locator(".card").count() == len(marked(live))
    assert live.title().startswith(verdict(live))


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("😀🏳️‍🌈👩🏽‍🏫 ", "emoji"),
        ("A\u0308ntligen! Cafe\u0301 ", "combining"),
        ("שלום עולם, مرحبا بالعالم. ", "right to left"),
        ("\ud7ff\ue000\U0001f468\u200d\U0001f469 ", "edges"),
    ],
    ids=lambda one: one if one.isascii() else "",
)
def test_marks_stand_on_the_right_letters(live, before: str, name: str) -> None:
    write(live, f"{before}Ring 070-174 06 05. {before}Mejla asa.ek@example.se {before}")
    assert {"070-174 06 05", "asa.ek@example.se"} <= set(marked(live)), name


def test_marks_lie_over_the_letters_of_the_area(live) -> None:
    write(live, f"{'Vi har byggt broar av spaghetti. ' * 9}\n\nRing 070-174 06 05. 😀")
    same = live.evaluate("""() => {
        const [mirror, area] = [document.querySelector(".mirror"), document.querySelector("#text")];
        const style = one => { const s = getComputedStyle(one); return [s.font, s.padding,
            s.lineHeight, s.whiteSpace, s.overflowWrap, s.letterSpacing, one.clientWidth].join() };
        return [style(mirror) === style(area), mirror.offsetHeight, area.offsetHeight,
            mirror.offsetTop === area.offsetTop, area.scrollHeight <= area.clientHeight + 1]
    }""")
    assert same[0]
    assert same[1] == same[2]
    assert same[3]
    assert same[4]


def test_a_half_of_a_pair_is_no_trouble(live) -> None:
    with live.expect_response("**/api/v1/check/text"):
        live.evaluate("""() => { const area = document.querySelector("#text");
            area.value = "\\ud83d Ring 070-174 06 05."; area.dispatchEvent(new Event("input")) }""")
    settled(live)
    assert marked(live) == ["070-174 06 05"]


def test_marks_follow_what_is_written_before_the_answer(live) -> None:
    write(live, DRAFT)
    live.route("**/api/v1/check/text", lambda _: None)
    live.locator("#text").press("Control+Home")
    live.keyboard.type("Godmorgon! ")
    assert "070-174 06 05" in marked(live)


def test_answers_never_come_out_of_order(live) -> None:
    held = []
    live.route("**/api/v1/check/text", lambda route: held.append(route))  # noqa: PLW0108
    live.locator("#text").fill("Ring 070-174 06 05.")
    live.wait_for_timeout(400)
    live.locator("#text").fill("Mejla asa.ek@example.se nu.")
    live.wait_for_timeout(400)
    assert len(held) == 2
    held[1].continue_()
    settled(live)
    held[0].abort()
    live.wait_for_timeout(200)
    assert marked(live) == ["asa.ek@example.se"]
