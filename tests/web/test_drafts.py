"""Drafts whose pictures were sent once: what was read of them is held by the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.checker import Checker
from integritetskoll.images.field import Field, Kind
from integritetskoll.images.held import MOST
from tests.api.installation import client_of as client_at
from tests.register.conftest import TUVA, place_of, set_up
from tests.serving import client_of

PICTURES = sorted((Path(__file__).parents[2] / "samples").glob("picture-*.*"))
FILES = [one for one in PICTURES if one.suffix not in {".json", ".toml"}]
TEXT = "Hej!\r\nElsa i 3B vann 😀. Ring 070-174 06 05."
CONTEXT = {"destination": "facebook", "document_type": "post", "images_recognisable": True}


def reading_of(client, name: str, data: bytes) -> str:
    sent = {"files": [("file", (name, data))], "data": {"name": name}}
    answer = client.post("/reading", **sent)
    assert answer.status_code == 200, answer.text
    return answer.json()["reading"]


def checked(client, *pictures: tuple[str, str], text: str = TEXT, **more):
    images = [{"name": name, "data": reading} for name, reading in pictures]
    body = {"text": text, "context": CONTEXT, "ignored": [], "images": images, **more}
    return client.post("/draft", files=[("draft", ("draft", json.dumps(body)))])


def whole(client, *files: tuple[str, bytes], text: str = TEXT) -> dict:
    """The report of the same draft with its pictures in the request."""
    answer = client.post(
        "/api/v1/check/draft",
        files=[("files", one) for one in files],
        data={"text": text, "context": json.dumps(CONTEXT)},
    )
    return alike(answer)


def alike(answer) -> dict:
    assert answer.status_code == 200, answer.text
    return {**answer.json(), "reference": ""}


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.name)
def test_the_report_is_that_of_the_whole_draft(client, file: Path) -> None:
    data = file.read_bytes()
    held = reading_of(client, file.name, data)
    assert alike(checked(client, (file.name, held))) == whole(client, (file.name, data))


def test_several_pictures_in_their_order(client) -> None:
    files = [(one.name, one.read_bytes()) for one in FILES[:3]]
    held = [(name, reading_of(client, name, data)) for name, data in files]
    assert alike(checked(client, *held)) == whole(client, *files)


def test_a_picture_that_can_not_be_read_stays_so(client) -> None:
    held = reading_of(client, "bild.jpg", b"\xff\xd8\xff broken")
    answer = alike(checked(client, ("bild.jpg", held)))
    assert answer == whole(client, ("bild.jpg", b"\xff\xd8\xff broken"))
    assert answer["verdict"] != "clear"
    alone = checked(client, ("bild.jpg", held), text="")
    assert alone.status_code == 422
    assert "trasig" in alone.json()["detail"]


def test_text_seen_in_a_picture_is_held_and_looked_for_once(checker: Checker) -> None:
    seen = []

    def look(data: bytes) -> Field:
        seen.append(len(data))
        return Field("Picture:Text", "Elsa Lindqvist 7B", Kind.SWEPT)

    own = Checker(checker.analyzer, checker.policy, look=look)
    client = client_of(own)
    data = drawn.encoded("JPEG")
    held = reading_of(client, "a.jpg", data)
    first, again = (alike(checked(client, ("a.jpg", held))) for _ in range(2))
    assert seen == [len(data)]
    assert first == again == whole(client, ("a.jpg", data))
    assert any(one["source"].get("value") == "Elsa Lindqvist 7B" for one in first["findings"])


def test_a_picture_that_names_somebody_of_the_register_is_blocked(
    tmp_path: Path, checker: Checker
) -> None:
    client = client_at(set_up(place_of(tmp_path), TUVA), checker)
    data = PLACES["jpeg xmp mwg region"]("Tuva Kvistlind")
    held = reading_of(client, "a.jpg", data)
    answer = checked(client, ("a.jpg", held), text="Vi har byggt broar.")
    assert answer.json()["verdict"] == "blocked"
    assert alike(answer) == whole(client, ("a.jpg", data), text="Vi har byggt broar.")
    assert "Tuva" not in answer.text


@pytest.mark.parametrize(
    "held",
    [
        "", "{}", "[]", "[" * 9_000, '"x"', '{"refused": "x"}', '{"refused": ["image_broken"]}',
        '{"format": "jpeg", "size": [1], "fields": [], "unread": []}',
        '{"format": "jpeg", "size": [1, 1], "fields": [["a", "b", "no kind", null]], "unread": []}',
        json.dumps({"format": "jpeg", "size": [1, 1], "unread": [],
                    "fields": [["a", "x" * (MOST + 1), "text", None]]}),
        json.dumps({"format": "jpeg", "size": [1, 1], "unread": [],
                    "fields": [["a", "x", "text", None]] * 6_000}),
    ],
)  # fmt: skip
def test_what_was_not_made_here_is_refused(client, held: str) -> None:
    answer = checked(client, ("a.jpg", held))
    assert answer.status_code in {415, 422}
    assert "läsa" in answer.json()["detail"]


def test_what_a_page_does_not_send(client) -> None:
    for raw in ("", "{}", "[]", '{"text": 7}', '{"text": "\\ud800"}'):
        answer = client.post("/draft", files=[("draft", ("draft", raw or " "))])
        assert answer.status_code in {415, 422}, raw
    assert client.post("/draft", json={"text": "Hej"}).status_code == 415
    assert client.post("/reading", data={"name": "x"}).status_code == 415
    held = reading_of(client, "a.jpg", drawn.encoded("JPEG"))
    assert checked(client, ("a.jpg", held), context={"destination": "nowhere"}).status_code == 422
    assert checked(client, *[("a.jpg", held)] * 21).status_code == 413


def test_a_picture_that_is_too_large(client) -> None:
    answer = client.post("/reading", files=[("file", ("a.jpg", bytes(25_000_001)))])
    assert answer.status_code == 413
    assert "25" in answer.json()["detail"]
