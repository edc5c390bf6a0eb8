"""What all pages share: their headers, their words in both languages, the help, the map."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from integritetskoll.domain.entity import Entity
from integritetskoll.report.wording import wording
from integritetskoll.web import outline
from integritetskoll.web.sentences import sentences
from integritetskoll.web.told import BY_CODE, KINDS

WEB = Path(outline.__file__).parent
SCRIPTS = {path.name: path.read_text("utf-8") for path in (WEB / "static" / "js").glob("*.js")}


@pytest.mark.parametrize("path", ["/", "/review", "/?lang=en"])
def test_pages_run_own_scripts_and_nothing_else(client, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", ["/help", "/docs", "/sign-in", "/words"])
def test_other_answers_run_no_script(client, path: str) -> None:
    assert "script-src" not in client.get(path).headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/review", "/help", "/words"])
def test_nothing_is_kept(client, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-store"


def test_scripts_are_served_as_scripts(client) -> None:
    for name in SCRIPTS:
        answer = client.get(f"/static/js/{name}")
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


def test_scripts_make_no_markup_and_ask_nobody_else() -> None:
    for name, text in SCRIPTS.items():
        markup = re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", text)
        assert not markup, name
        assert "http:" not in text, name
        assert "https:" not in text, name
        assert len(text.splitlines()) <= 250, name


def test_every_module_that_is_imported_is_there() -> None:
    for name, text in SCRIPTS.items():
        named = re.findall(r'from "\./([\w.]+)"', text)
        assert set(named) <= set(SCRIPTS), name


def test_every_sentence_is_used_and_every_used_one_is_there(client) -> None:
    templates = " ".join(path.read_text("utf-8") for path in (WEB / "templates").glob("*.html"))
    code = " ".join(path.read_text("utf-8") for path in WEB.glob("*.py"))
    used = f"{templates} {code} {' '.join(SCRIPTS.values())}"
    words = client.get("/words").json()
    for section, known in sentences("sv").sections.items():
        for name in known:
            assert re.search(rf"""["'`]{name}["'`]""", used), (section, name)
    for name, text in SCRIPTS.items():
        for said, section in re.findall(r'say\("(\w+)"(?:, (?:\w+|\{[^}]*\}), "(\w+)")?', text):
            assert said in words[section or "live"], (name, said)
        for said in re.findall(r'\bword\("(\w+)"', text):
            assert said in words["review"], (name, said)


def test_both_languages_say_the_same_things_with_the_same_gaps() -> None:
    swedish, english = (sentences(language).sections for language in ("sv", "en"))
    assert {name: set(codes) for name, codes in swedish.items()} == {
        name: set(codes) for name, codes in english.items()
    }
    for section, codes in swedish.items():
        for code, sentence in codes.items():
            gaps = [set(re.findall(r"\{\w+\}", one)) for one in (sentence, english[section][code])]
            assert gaps[0] == gaps[1], (section, code)


def test_words_name_every_entity_and_its_law(client) -> None:
    words = client.get("/words?lang=en").json()
    assert set(words["grounds_by_entity"]) == {str(one) for one in Entity}
    codes = [*words["grounds_by_entity"].values(), *words["grounds_by_code"].values()]
    assert {one for some in codes for one in some} <= set(words["grounds"])
    assert set(words["factors"]) == {"sensitivity", "context", "purpose", "spread", "consequence"}
    assert set(words["told_by_code"].values()) <= set(words["told"])


def test_what_files_tell_has_a_word_for_each_kind() -> None:
    toml = tomllib.loads((WEB / "words" / "sv.toml").read_text("utf-8"))
    assert set(KINDS) == set(toml["told"])
    assert set(BY_CODE.values()) < set(KINDS)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_help_says_what_is_and_what_is_not_checked(client, language: str) -> None:
    page = client.get(f"/help?lang={language}").text
    for verdict in wording(language).sections["verdicts"].values():
        assert f"</svg>\n {verdict}</dt>" in re.sub(r"\n+ *", "\n ", page)
    for place in ("steps", "answers", "checked", "not", "law", "privacy", "grounds"):
        assert f'id="{place}"' in page
    assert page.count("GDPR") > 3


@pytest.mark.parametrize(
    ("value", "inside"),
    [
        ("59.329500, 18.067667", True),
        ("55.6050, 13.0038", True),
        ("67.8558, 20.2253", True),
        ("48.8566, 2.3522", False),
        ("-33.8, 151.2", False),
        ("?, 18.0", False),
        ("+59.3293+018.0686/", False),
        (None, False),
    ],
)
def test_a_position_lies_in_the_drawing_or_nowhere(value: str | None, inside: bool) -> None:
    assert (outline.place_of(value) is not None) is inside


@pytest.mark.parametrize(
    ("north", "east", "inside"),
    [
        (59.33, 18.07, True), (57.7, 12.0, True), (55.6, 13.05, True), (67.86, 20.22, True),
        (63.18, 14.64, True), (57.5, 18.5, True), (59.9, 10.75, False), (60.17, 24.94, False),
        (55.68, 12.57, False), (63.43, 10.4, False),
    ],
)  # fmt: skip
def test_towns_lie_where_they_lie(north: float, east: float, inside: bool) -> None:
    lands = (outline.MAINLAND, outline.GOTLAND, outline.OLAND)
    assert any(within(land, east, north) for land in lands) is inside


def within(line: outline.Line, x: float, y: float) -> bool:
    """Whether a point lies inside a line: how often a ray crosses it."""
    crossed = False
    for (x1, y1), (x2, y2) in zip(line, (*line[1:], line[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def test_who_is_signed_in_can_sign_out(client) -> None:
    assert 'action="/sign-out"' not in client.get("/").text
    page = client.get("/", headers={"cookie": "integritetskoll_session=abc"}).text
    assert 'action="/sign-out"' in page
