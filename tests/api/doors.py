"""Every door that a text can come through, as a call with a client and the text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from bench import drawn
from tests.api.installation import CHECK, REDACT
from tests.review.files import csv

Door = Callable[[Any, str], Any]
CLEAR_ROW = "Ravi visar goda kunskaper om bråk. Nästa steg är procent."
EVERYTHING = "PERSON_NAME,PERSON"
LINES = {"accept": "application/x-ndjson"}
AS_JSON = {"accept": "application/json"}


def picture(text: str, name: str = "bild.jpg") -> tuple[str, bytes]:
    """A picture file with a text in its comment."""
    note = drawn.segment(0xFE, text.encode())
    return name, drawn.with_segments(drawn.encoded("JPEG"), note)


def own(path: str, **more: object) -> Door:
    return lambda client, text: client.post(path, json={"text": text, **more})


def upload(path: str, field: str = "files", *, headers: Any = None, **fields: str) -> Door:
    return lambda client, text: client.post(
        path, files=[(field, picture(text))], data=fields, headers=headers
    )


def draft(client: Any, text: str) -> Any:
    files = [("files", ("bild.png", drawn.encoded("PNG")))]
    return client.post("/api/v1/check/draft", files=files, data={"text": text})


def languagetool(**more: str) -> Door:
    return lambda client, text: client.post(
        "/v2/check", data={"text": text, "language": "sv-SE", **more}
    )


def by_query(client: Any, text: str) -> Any:
    return client.get("/v2/check", params={"text": text, "language": "sv"})


def marked_up(client: Any, text: str) -> Any:
    first, _, rest = text.partition(" ")
    parts = [{"text": first}, {"markup": "<b>", "interpretAs": " "}, {"text": rest}]
    data = json.dumps({"annotation": parts})
    return client.post("/v2/check", data={"data": data, "language": "sv-SE"})


def presidio(**more: object) -> Door:
    return lambda client, text: client.post(
        "/analyze", json={"text": text, "language": "sv", **more}
    )


def several(client: Any, text: str) -> Any:
    body = {"text": ["Vi har byggt broar.", text], "language": "sv"}
    return client.post("/analyze", json=body)


def anonymize(client: Any, text: str) -> Any:
    result = {"start": 0, "end": 5, "score": 1, "entity_type": "PERSON"}
    return client.post("/anonymize", json={"text": text, "analyzer_results": [result]})


def form(client: Any, text: str) -> Any:
    return client.post("/", data={"text": text})


def rows(path: str, count: int = 1, *, headers: Any = None, **fields: str) -> Door:
    def send(client: Any, text: str) -> Any:
        table = [["Namn", "Omdöme"], *[["Elev", text]] * count, ["Ravi", CLEAR_ROW]]
        file = {"file": ("klass.csv", csv(table))}
        return client.post(path, files=file, data=fields, headers=headers)

    return send


DOORS: dict[str, Door] = {
    "check": own(CHECK),
    "check in English": own(CHECK, wording="en"),
    "check, words ignored": own(
        CHECK,
        ignored=[{"entity": "PERSON", "text": one} for one in ("Tuva Kvistlind", "Tova Kvastlund")],
    ),
    "check elsewhere": own(
        CHECK, context={"destination": "unikum", "document_type": "written_assessment"}
    ),
    "redact": own(REDACT),
    "draft": draft,
    "images": upload("/api/v1/check/images"),
    "clean": upload("/api/v1/clean/image", "file"),
    "review": rows("/api/v1/review"),
    "review of many": rows("/api/v1/review", 6),
    "languagetool": languagetool(),
    "languagetool, all off": languagetool(
        disabledRules=EVERYTHING, disabledCategories="PERSON", mode="textLevelOnly"
    ),
    "languagetool, one on": languagetool(enabledOnly="true", enabledRules="EMAIL_ADDRESS"),
    "languagetool in English": languagetool(language="en-US"),
    "languagetool by query": by_query,
    "languagetool with markup": marked_up,
    "presidio": presidio(),
    "presidio, one entity": presidio(entities=["PHONE_NUMBER"], score_threshold=1),
    "presidio, all allowed": presidio(allow_list=[".*"], allow_list_match="regex"),
    "presidio in English": presidio(language="en"),
    "presidio, several": several,
    "anonymize": anonymize,
    "form": form,
    "form with a picture": upload("/", text=""),
    "form's clean copies": upload("/clean", text=""),
    "form's clean copies, script": upload("/clean", headers=AS_JSON, text=""),
    "form's review": rows("/review"),
    "form's review, lines": rows("/review", headers=LINES),
    "form's review as a page": rows("/review", wanted="html"),
    "form's review of many": rows("/review", 6),
}
