"""Patterns that are tried only where they can begin find what they find when tried everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.normalize import normalize
from integritetskoll.text.persons import cues
from integritetskoll.text.recognizers import (
    account_words,
    birth_date,
    homes,
    location,
    school_class_numbers,
    school_class_spelled,
    street_address,
    username,
)
from integritetskoll.text.recognizers.starts import at_numbers, at_words, heads_of, scan_at

CLASSES = school_class_numbers._NUMBERED
BY_NUMBER = {
    "class": (CLASSES, lambda text: at_numbers(text, reach=school_class_numbers._REACH)),
    "row": (birth_date.IN_ROW, at_numbers),
    "street": (street_address.NUMBER, lambda text: (p - 1 for p in at_numbers(text) if p)),
}
BY_WORD = {
    "named class": (school_class_spelled._NAMED, school_class_spelled._NAMED_HEADS),
    "counted class": (school_class_spelled._NUMBER, school_class_spelled._NUMBER_HEADS),
    "login": (username.LOGIN_NAME, username.LOGIN_HEADS),
    "network": (username.NETWORK_NAME, username.NETWORK_HEADS),
    "add": (username.ADD, username.ADD_HEADS),
    "place": (location._AFTER_PREPOSITION, location._HEADS),
    "move": (homes.MOVES, homes.MOVES_HEADS),
    "farm": (homes.FARM, homes.FARM_HEADS),
    "home": (homes.HOME, homes.HOME_HEADS),
}
AS_WRITTEN = {"place", "farm", "home"}
PIECES = (
    *("7B", "åk 9", "åk 7, 8 och 9", "Årskurs F-3", "klass 5 a", "9:orna", "NA23b", "klassen 7:1"),
    *("grupp Gul3", "matte-grupp 1", "undervisningsgrupp R2", "2014-05-03", "3 maj 2013", " 12"),
    *("Storgatan 5", "Elsa", "sva-grupp", "den lilla gruppen", "särskild undervisningsgrupp"),
    *("mellanstadiet", "fjärdeklassare", "fordonsettan", "femmorna", "nian", "insta: elsa_14"),
    *("snapchat är noor.k7", "användarnamn: eklu01", "anv namn elsa12", "ig", "i Lund", "på Öland"),
    *("från Åre-Duved", "mvh Siv", "Hälsar Kim", "/ Bodil", "puss Noor\n", "ha en fin dag\nSiv"),
    *("bor på Gården Solbacken", "adress: Villa Ekudden", "Flyttat till ", "bo hemma i huset på "),
    *("bor i gula huset bredvid Konsum", "bor intill kyrkan", "hemma i", "lägg till elsa_14"),
    *("följ oss: noor.k7", "på insta heter jag ", "adda "),
    *(" ", "\n", ", ", ".", "(", "-", "/", "_", "x", "1", "klass", " och ", "ÅK"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
spaced = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


def everywhere(pattern: regex.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def only(pattern: regex.Pattern[str], text: str, places) -> list[tuple[int, int]]:
    return [match.span() for match in scan_at(pattern, text, places)]


@pytest.mark.parametrize("name", BY_NUMBER)
@given(text=texts | spaced)
def test_by_number(name: str, text: str) -> None:
    pattern, places = BY_NUMBER[name]
    assert only(pattern, text, places(text)) == everywhere(pattern, text)


@pytest.mark.parametrize("name", BY_WORD)
@given(text=texts | spaced)
def test_by_word(name: str, text: str) -> None:
    pattern, heads = BY_WORD[name]
    folded = text if name in AS_WRITTEN else fold_case(text)
    assert only(pattern, folded, at_words(folded, heads)) == everywhere(pattern, folded)


@given(text=texts | spaced)
def test_signatures(text: str) -> None:
    assert [match.span() for match in cues.goodbyes(text)] == everywhere(cues.SIGNATURE, text)


@pytest.mark.parametrize("sample", sorted(Path("samples").glob("*.txt")), ids=lambda p: p.stem)
def test_samples(sample: Path) -> None:
    text = normalize(sample.read_text("utf-8")).text
    for pattern, places in BY_NUMBER.values():
        assert only(pattern, text, places(text)) == everywhere(pattern, text)
    assert [match.span() for match in cues.goodbyes(text)] == everywhere(cues.SIGNATURE, text)


@pytest.mark.parametrize(
    "alternatives",
    [
        school_class_spelled._REVEALING,
        school_class_spelled._START,
        account_words.LOGIN,
        account_words.NETWORK_NAMES,
        account_words.NETWORK_MORE,
    ],
)
@given(data=st.data())
def test_every_alternative_begins_with_a_head(alternatives: str, data) -> None:
    drawn = data.draw(st.from_regex(re.compile(f"(?:{alternatives})(?!\n)"), fullmatch=True))
    assert drawn.startswith(tuple(heads_of(alternatives)))


@pytest.mark.parametrize(
    ("alternatives", "heads"),
    [
        ("bil|buss", {"bil", "buss"}),
        ("bilar?|bil", {"bil"}),
        ("(?:små|stor)barn", {"små", "stor"}),
        ("snapp?(?:chat)?|tik ?tok", {"snap", "tik"}),
        (r"anv\.? ?namn", {"anv"}),
    ],
)
def test_heads(alternatives: str, heads: set[str]) -> None:
    assert heads_of(alternatives) == heads


@pytest.mark.parametrize("alternatives", ["", "a?b", "(?:a)?b", "[ab]c", "x||y"])
def test_what_has_no_head(alternatives: str) -> None:
    with pytest.raises(ValueError, match=r"^.*$"):
        heads_of(alternatives)
