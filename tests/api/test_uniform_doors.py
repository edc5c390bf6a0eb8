"""A block is the same at the doors of other protocols, whatever its cause and the filters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.installation import IN_REGISTER, client_of
from tests.register.conftest import TUVA, Place, place_of, set_up

REGISTER = IN_REGISTER["text"]
HINT = "Nora har skyddad identitet och får inte synas."
FILTERS = (
    {}, {"mode": "textLevelOnly"}, {"mode": "allButTextLevelOnly"}, {"level": "picky"},
    {"disabledCategories": "PUBLICATION,PRIVACY,SENSITIVE,STYLE"}, {"language": "en"},
    {"disabledRules": "IK_PUBLICATION_BLOCK,IK_PERSON_NAME,IK_PERSON_FULL_NAME"},
    {"enabledOnly": "true", "enabledRules": "IK_PHONE_NUMBER"},
)  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return set_up(place_of(tmp_path), TUVA)


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_one_match_in_a_writing_tool(place: Place, checker, filters) -> None:
    client = client_of(place, checker)
    told = []
    for text in (REGISTER, HINT):
        fields = {"text": text, "language": "sv-SE", **filters}
        answer = client.post("/v2/check", data=fields).json()
        (match,) = answer.pop("matches")
        answer.pop("sentenceRanges")
        assert (match.pop("offset"), match.pop("length")) == (0, len(text))
        assert match.pop("context")["text"] == match.pop("sentence") == text
        told.append((answer, match))
    assert told[0] == told[1]
    assert {(one.event, one.door) for one in place.stops.trail.show()} == {
        ("blocked", "languagetool")
    }


def test_one_result_for_a_data_platform(place: Place, checker) -> None:
    client = client_of(place, checker)
    rows, refusals = [], []
    for text in (REGISTER, HINT):
        asked = {"text": text, "language": "sv", "allow_list": [text], "entities": ["URL"]}
        (row,) = client.post("/analyze", json=asked).json()
        assert row.pop("end") == len(text)
        rows.append(row)
        refused = client.post("/anonymize", json={"text": text, "analyzer_results": []})
        refusals.append((refused.status_code, refused.content))
    assert rows[0] == rows[1]
    assert refusals[0] == refusals[1]
    assert refusals[0][0] == 409
    assert {(one.event, one.door) for one in place.stops.trail.show()} == {("blocked", "presidio")}


def test_a_paragraph_counts_once_while_one_writes_on_it(place: Place, checker) -> None:
    client = client_of(place, checker, block_budget=1)

    def status_of(text: str) -> int:
        return client.post("/v2/check", data={"text": text, "language": "sv"}).status_code

    assert {status_of(f"{REGISTER} Det var kul.{'!' * more}") for more in range(5)} == {200}
    other = client.post("/v2/check", data={"text": f"Hej! {REGISTER}", "language": "sv"})
    assert other.status_code == 429
    assert other.text.startswith("Fel: ")
    assert status_of("Vi har byggt broar.") == 429
