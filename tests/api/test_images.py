"""Picture files over HTTP: one report, a clean copy, and clear refusals."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from PIL import Image

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.api.models import Report
from integritetskoll.images.open import read_image
from tests.serving import client_of

TAGGED = PLACES["jpeg xmp mwg region"]("Omar Al-Sayed")
PLAIN = drawn.encoded("PNG")
CHECK, DRAFT, CLEAN = "/api/v1/check/images", "/api/v1/check/draft", "/api/v1/clean/image"


def sent(client, path: str, *files: tuple[str, bytes], name: str = "files", **fields: object):
    texts = {k: v if isinstance(v, str) else json.dumps(v) for k, v in fields.items()}
    return client.post(path, files=[(name, file) for file in files], data=texts)


def test_a_tagged_picture(client) -> None:
    answer = sent(client, CHECK, ("foto.jpg", TAGGED), context={"destination": "facebook"})
    assert answer.status_code == 200
    report = answer.json()
    Report.model_validate(report, strict=False)
    tag = next(f for f in report["findings"] if f["entity"] == "FACE_TAG")
    assert tag["source"] == {
        "kind": "image", "file": "foto.jpg", "field": "XMP:RegionName", "value": "Omar Al-Sayed",
        "region": [0.3, 0.25, 0.2, 0.1],
    }  # fmt: skip
    assert report["verdict"] in {"review", "do_not_publish"}


def test_a_plain_picture_is_clear(client) -> None:
    answer = sent(client, CHECK, ("IMG_1.png", PLAIN)).json()
    assert (answer["verdict"], answer["findings"]) == ("clear", [])


def test_an_unapproved_picture_of_children(client) -> None:
    context = {"destination": "facebook", "images_recognisable": True, "images_approved": False}
    answer = sent(client, CHECK, ("IMG_1.png", PLAIN), context=context).json()
    assert answer["verdict"] == "do_not_publish"
    assert "F3" in {rule["code"] for rule in answer["assessment"]["rules"]}


def test_text_and_pictures_in_one_report(client) -> None:
    answer = sent(client, DRAFT, ("foto.jpg", TAGGED), text="Elsa i 3B vann!", wording="en").json()
    assert {f["source"]["kind"] for f in answer["findings"]} == {"text", "image"}
    assert answer["summary"].startswith(("Look it over", "Do not publish"))


def test_a_draft_without_files(client) -> None:
    alone = client.post(DRAFT, files=[("text", (None, "Elsa i 3B vann!"))]).json()
    text = client.post("/api/v1/check/text", json={"text": "Elsa i 3B vann!"}).json()
    assert {**alone, "reference": ""} == {**text, "reference": ""}


def test_an_ignored_finding(client) -> None:
    ignored = [{"entity": "FACE_TAG", "text": "omar al-sayed"}]
    answer = sent(client, CHECK, ("a.jpg", TAGGED), ignored=ignored).json()
    assert "FACE_TAG" not in {f["entity"] for f in answer["findings"]}


@pytest.mark.parametrize("path", [CHECK, DRAFT])
def test_a_broken_picture(client, path: str) -> None:
    answer = sent(client, path, ("Omar.jpg", TAGGED[:20]), text="Vi byggde broar.")
    if path == DRAFT:
        assert answer.json()["verdict"] == "review"
        assert "image_unread" in {f["code"] for f in answer.json()["findings"]}
        return
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/files/0"
    assert "Omar" not in answer.text


def test_a_clean_copy(client) -> None:
    answer = sent(client, CLEAN, ("Omar_7B.jpg", TAGGED), name="file")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/jpeg"
    assert "bild-ren.jpg" in answer.headers["content-disposition"]
    assert "XMP:RegionName" in answer.headers["integritetskoll-removed"]
    assert "Omar" not in str(answer.headers)
    assert not read_image("", answer.content).fields
    before, after = (Image.open(io.BytesIO(data)) for data in (TAGGED, answer.content))
    assert before.tobytes() == after.tobytes()


def test_no_clean_copy_of_what_is_blocked(client) -> None:
    note = drawn.segment(0xFE, "Kim får inte vara med på bild, ni vet varför.".encode())
    blocked = drawn.with_segments(drawn.encoded("JPEG"), note)
    assert sent(client, CHECK, ("a.jpg", blocked)).json()["verdict"] == "blocked"
    answer = sent(client, CLEAN, ("a.jpg", blocked), name="file")
    assert answer.status_code == 409
    assert answer.json()["code"] == "blocked"
    assert "Kim" not in answer.text


@pytest.mark.parametrize(
    ("path", "files", "fields", "status", "code"),
    [
        (CHECK, [("a.jpg", b"hej")], {}, 422, "image_unsupported"),
        (CHECK, [("a.jpg", b"")], {}, 422, "image_unsupported"),
        (CLEAN, [("a.jpg", TAGGED[:-30])], {}, 422, "image_not_cleaned_truncated"),
        (CLEAN, [("a.jpg", TAGGED), ("b.jpg", TAGGED)], {}, 422, "no_files"),
        (CHECK, [("a.jpg", PLAIN)], {"context": "{"}, 422, "invalid_json"),
        (
            CHECK,
            [("a.jpg", PLAIN)],
            {"context": {"destination": "moon"}},
            422,
            "unknown_destination",
        ),
        (CHECK, [("a.jpg", PLAIN)], {"context": {"colour": 1}}, 422, "invalid_request"),
        (CHECK, [("a.jpg", PLAIN)] * 21, {}, 413, "too_many_images"),
    ],
)
def test_refusals(client, path: str, files, fields, status: int, code: str) -> None:
    answer = sent(client, path, *files, **fields)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_bodies_that_are_no_form(client) -> None:
    assert client.post(CHECK, json={"text": "x"}).status_code == 415
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post(CHECK, content=b"--x\r\nnonsense", headers=headers).status_code == 422
    assert sent(client, CHECK, text="Hej").status_code == 415
    part = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\xfe\r\n--x--\r\n'
    answer = client.post(DRAFT, content=part, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_utf8")


def test_a_file_over_the_limit(checker) -> None:
    small = client_of(replace(checker, max_file=50_000))
    answer = sent(small, CHECK, ("a.png", PLAIN + bytes(60_000)))
    assert (answer.status_code, answer.json()["code"]) == (413, "image_too_large")
    tiny = client_of(checker, max_file=1_000, max_text=10)
    assert sent(tiny, CHECK, ("a.png", bytes(200_000))).status_code == 413
