"""Nothing of a picture file is stored either, also of one over a megabyte."""

from __future__ import annotations

import json
import tempfile
import urllib.request
from pathlib import Path

import pytest

from bench import drawn
from integritetskoll.domain.draft import Draft, Image
from integritetskoll.images.open import read_image
from tests.promises.conftest import CANARY, traces_in
from tests.promises.test_nothing_stored import must_be_clean, send
from tests.serving import client_of, real_server

NOTE = f"{CANARY} Kanarieström i 7B mår dåligt, 20100117-2384".encode()


def large() -> bytes:
    """A picture over two megabytes with a canary in a comment and behind its end."""
    image = drawn.with_segments(drawn.encoded("JPEG"), drawn.segment(0xFE, NOTE))
    return image + NOTE + bytes(2_500_000)


def form(*parts: tuple[str, str | None, bytes]) -> tuple[bytes, dict[str, str]]:
    body = b""
    for name, file, content in parts:
        named = f'; filename="{file}"' if file else ""
        body += f'--x\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'.encode()
        body += content + b"\r\n"
    return body + b"--x--\r\n", {"content-type": "multipart/form-data; boundary=x"}


def held_draft() -> bytes:
    """A draft as the page sends it, over a megabyte, with a canary in text and picture."""
    note = NOTE.decode()
    held = {"format": "jpeg", "size": [1, 1], "unread": [], "fields": [["a", note, "text", None]]}
    image = {"name": note, "data": json.dumps(held) + " " * 1_500_000}
    return json.dumps({"text": note, "images": [image]}).encode()


def requests() -> list[tuple[str, bytes, dict[str, str]]]:
    file = f"{CANARY} Kanarieström.jpg"
    text = ("text", None, NOTE)
    return [
        ("/api/v1/check/images", *form(("files", file, large()))),
        ("/api/v1/check/draft", *form(text, ("files", file, large()))),
        ("/api/v1/check/draft", *form(text, ("files", file, large()[:400]))),
        ("/api/v1/clean/image", *form(("file", file, large()))),
        ("/api/v1/clean/image", *form(("file", file, b"\xff\xd8\xff" + NOTE))),
        ("/api/v1/check/images", *form(("files", file, large()), ("context", None, NOTE))),
        ("/api/v1/check/images", *form(("files", file, large() * 12))),
        ("/", *form(text, ("files", file, large()))),
        ("/clean", *form(text, ("files", file, large()))),
        ("/clean", *form(text, ("files", file, large()[:300]))),
        ("/preview", *form(("file", file, large()))),
        ("/preview", *form(("file", file, b"\xff\xd8\xff" + NOTE))),
        ("/reading", *form(("file", file, large()))),
        ("/reading", *form(("file", file, large()[:400]))),
        ("/draft", *form(("draft", "draft", held_draft()))),
        ("/draft", *form(("draft", "draft", held_draft() * 2))),
    ]


@pytest.mark.slow
def test_a_server_leaves_nothing_of_a_picture_behind(tmp_path: Path) -> None:
    with real_server(tmp_path) as server:
        for path, body, headers in requests():
            status, answer = send(server.address + path, body, headers)
            assert status != 500
            if path in {"/api/v1/clean/image", "/preview"} or (
                status >= 400 and b"<html" not in answer
            ):
                assert not traces_in(answer), (path, status)
        with urllib.request.urlopen(f"{server.address}/metrics", timeout=60) as answer:  # noqa: S310
            assert not traces_in(answer.read())
    must_be_clean(tmp_path)


def test_uploads_never_become_files(checker, monkeypatch: pytest.MonkeyPatch) -> None:
    def rolled(_: object) -> None:
        raise AssertionError("an upload went to disk")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", rolled)
    client = client_of(checker)
    for path, body, headers in requests():
        assert client.post(path, content=body, headers=headers).status_code < 500


def test_repr_of_pictures_hides_what_they_say() -> None:
    image = Image(f"{CANARY}.jpg", large())
    for thing in (image, Draft("x", images=(image,)), read_image(image.name, image.data)):
        assert not traces_in(repr(thing).encode())
