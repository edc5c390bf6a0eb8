"""Forms of a request, right and wrong, and what is read from them."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

CHECK = "/v2/check"
FORM = "application/x-www-form-urlencoded"
NAME = "Elsa i 3B vann skolans stafett!"


def post(client, body: bytes | str, media_type: str = FORM, path: str = CHECK, **headers):
    raw = body.encode() if isinstance(body, str) else body
    return client.post(path, content=raw, headers={"content-type": media_type, **headers})


def found(answer) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [match["context"]["text"] for match in answer.json()["matches"]]


# Beside the recorded ones (recorded.toml): the body, and the words its matches must cover.
SHAPES = {
    "libreoffice 7.4, the words of a field in the text": (
        b"text=Elsa skrev &language=en i 3B, ring 070-174 06 05&language=sv-SE",
        FORM,
        {"Elsa", "070-174 06 05"},
    ),
    "libreoffice 25.2": (
        f"text={quote('Elsa & Åke + 100 % i 3B: ring 070-174 06 05!', safe='')}"
        "&language=sv-SE".encode(),
        FORM,
        {"Elsa", "Åke", "070-174 06 05"},
    ),
    "curl -d": (f"language=sv&text={NAME}".encode(), FORM, {"Elsa"}),
    "JSON": (json.dumps({"language": "sv-SE", "text": NAME}).encode(), "application/json",
             {"Elsa"}),
    "JSON with data as an object": (
        json.dumps({"language": "auto", "data": {"text": NAME}}).encode(), "application/json",
        {"Elsa"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_what_clients_send(client, shape: str) -> None:
    body, media_type, words = SHAPES[shape]
    answer = post(client, body, media_type)
    assert answer.status_code == 200, answer.text
    covered = set()
    for match in answer.json()["matches"]:
        context = match["context"]
        covered.add(context["text"][context["offset"] : context["offset"] + context["length"]])
    assert words <= covered


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80))
def test_an_encoded_form_is_read_as_it_was_written(text: str) -> None:
    from integritetskoll.api.languagetool.params import fields_of  # noqa: PLC0415

    body = urlencode({"text": text, "mode": "all", "language": "sv-SE"})
    assert dict(fields_of(body)) == {"text": text, "mode": "all", "language": "sv-SE"}


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=80))
def test_a_form_that_nobody_encoded_keeps_its_text(text: str) -> None:
    from integritetskoll.api.languagetool.params import fields_of  # noqa: PLC0415

    read = dict(fields_of(f"text=Hej hej {text}&language=sv-SE"))
    assert read == {"text": f"Hej hej {text}", "language": "sv-SE"}


def test_get(client) -> None:
    answer = client.get(CHECK, params={"text": NAME, "language": "sv-SE"})
    assert found(answer)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"language=sv", 400),
        (b"text=Elsa", 400),
        (b"text=Elsa&language=", 400),
        (b"text=Elsa&language=%00", 400),
        (b"text=%ff&language=sv", 400),
        (b"text=\xff \xfe&language=sv", 400),
        (b"language=sv&data=nej", 400),
        (b"language=sv&data=[]", 400),
        (b"language=sv&data=%7B%22annotation%22%3A%5B%7B%7D%5D%7D", 400),
        (b'language=sv&data={"annotation":[{"text":"\\ud800 hej"}]}', 400),
        (b"text=Elsa&language=sv&mode=kanariefagel", 400),
        (b"text=Elsa&language=sv&enabledOnly=true", 400),
        (b'{"text": [1], "language": "sv"}', 400),
        (b"{", 400),
        (b"[" * 100_000, 400),
        (b"{" + b'"a":{' * 100_000, 400),
        (b"text=" + b"a" * 200_001 + b"&language=sv", 413),
        (b"text=" + b"a" * 4_000_000 + b"&language=sv", 413),
    ],
)
def test_errors_are_plain_text(client, body: bytes, status: int) -> None:
    answer = post(client, body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.startswith("Fel: ")
    assert "kanariefagel" not in answer.text
    assert post(client, body, **{"accept-language": "en"}).text.startswith("Error: ")


def test_an_empty_paragraph_has_no_matches(client) -> None:
    assert found(post(client, "text=&language=sv-SE")) == []
    assert found(post(client, "text=%20%0A&language=sv-SE")) == []
