"""The examples and error answers of the OpenAPI page. Every person in them is invented."""

from __future__ import annotations

from typing import Any

from integritetskoll.api.problems import MEDIA_TYPE

SAMPLE_REQUEST: dict[str, Any] = {
    "text": "Elsa i 3B vann skolans stafett!",
    "context": {"destination": "blog", "document_type": "post"},
}
REQUESTS: dict[str, Any] = {
    "short": {"summary": "Only a text", "value": {"text": SAMPLE_REQUEST["text"]}},
    "whole": {
        "summary": "Every field",
        "value": {
            "text": SAMPLE_REQUEST["text"],
            "context": {
                **SAMPLE_REQUEST["context"],
                "purpose": "inform",
                "audience": "everyone",
                "school": "Granbackaskolan",
                "school_class": "3B",
                "images_recognisable": False,
                "images_approved": None,
                "protected_identity_checked": True,
            },
            "wording": "sv",
            "ignored": [{"entity": "PERSON", "text": "Selma Lagerlöf"}],
        },
    },
}
FACTORS = [
    ("sensitivity", 1, 4, "Namn på en elev."),
    ("context", 3, 3, "Namn tillsammans med klass."),
    ("purpose", 1, 2, "Inget syfte angivet."),
    ("spread", 4, 4, "Bloggen kan läsas av alla."),
    ("consequence", 1, 4, "Eleven kan kännas igen."),
]
REPORT: dict[str, Any] = {
    "verdict": "review",
    "summary": "Se över. Namn och klass gör eleven lätt att hitta.",
    "reference": "b1946ac9",
    "assessment": {
        "score": 10,
        "factors": [
            dict(zip(("factor", "level", "max", "reason"), factor, strict=True))
            for factor in FACTORS
        ],
        "rules": [{"code": "F4", "message": "En namngiven elev i en öppen kanal."}],
    },
    "findings": [
        {
            "entity": "PERSON",
            "start": 0,
            "end": 4,
            "score": 0.93,
            "severity": "medium",
            "link": "named",
            "code": "person_name",
            "message": "Ett namn: vem som helst kan läsa det här.",
            "suggestions": ["En elev"],
            "source": {"kind": "text"},
        }
    ],
    "questions": [
        {
            "code": "protected_identity_checked",
            "message": "Är kontroll gjord enligt skolans rutin?",
        }
    ],
    "elsewhere": {"unikum": "clear"},
    "advice": ["Skriv 'en elev i årskurs 3' i stället."],
    "footer": ["Det här är ett stöd. Du och din huvudman ansvarar för bedömningen."],
}
IMAGE_REPORT: dict[str, Any] = {
    **REPORT,
    "findings": [
        {
            "entity": "FACE_TAG",
            "start": 0,
            "end": 16,
            "score": 0.97,
            "severity": "high",
            "link": "named",
            "code": "face_tag",
            "message": "En person är utpekad med namn i bildfilen.",
            "suggestions": [],
            "source": {
                "kind": "image",
                "file": "luciatag.jpg",
                "field": "XMP:RegionPersonDisplayName",
                "value": "Tindra Kvistberg",
                "region": [0.31, 0.18, 0.12, 0.16],
            },
        }
    ],
}
BLOCKED: dict[str, Any] = {
    "verdict": "blocked",
    "summary": "Stoppat. Det här får inte publiceras eller skickas.",
    "reference": "77d5a3c0",
    "assessment": None,
    "findings": [],
    "questions": [],
    "elsewhere": {},
    "advice": ["Ta med utkastet till rektor, som vet vad som gäller."],
    "footer": ["Det här är ett stöd. Du och din huvudman ansvarar för bedömningen."],
}


def ok(example: Any, *, blocked: Any = None) -> dict[str, Any]:
    """Return the 200 answer with its example, and the blocked one where there is one."""
    examples = {"answer": {"summary": "An answer", "value": example}}
    if blocked is not None:
        examples["blocked"] = {"summary": "A blocked draft", "value": blocked}
    return {"description": "The answer", "content": {"application/json": {"examples": examples}}}


def refusal(description: str, status: int, title: str, code: str, detail: str) -> dict[str, Any]:
    """Return an error answer with the schema of problems and an example."""
    example = {
        "type": f"/docs#{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "code": code,
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {MEDIA_TYPE: {"schema": schema, "example": example}}
    return {"description": description, "content": content}


FOREIGN = refusal(
    "Another page or host name asks", 403, "Forbidden", "foreign_host",
    "Tjänsten svarar bara under sina egna namn.",
)  # fmt: skip
TOO_LARGE = refusal(
    "The text or the body is too large", 413, "Content Too Large", "text_too_long",
    "Texten är för lång. Gränsen är 200000 tecken.",
)  # fmt: skip
MEDIA = refusal(
    "The body is not sent as JSON", 415, "Unsupported Media Type", "wrong_media_type",
    "Skicka innehållet som application/json.",
)  # fmt: skip
INVALID = refusal(
    "The text or a field can't be used", 422, "Unprocessable Content", "empty_text",
    "Det finns ingen text att kontrollera.",
)  # fmt: skip
INTERNAL = refusal(
    "Something failed here; nothing of the draft is kept", 500, "Internal Server Error",
    "internal", "Något gick fel hos oss. Ingenting av utkastet är sparat.",
)  # fmt: skip
UNAVAILABLE = refusal(
    "No safe answer is possible now", 503, "Service Unavailable", "register_missing",
    "Registret över dem som inte får publiceras krävs men finns inte.",
)  # fmt: skip
SIGNED_OUT = refusal(
    "A valid key is needed", 401, "Unauthorized", "sign_in_first",
    "Logga in, eller skicka en nyckel i Authorization: Bearer.",
)  # fmt: skip
FORBIDDEN = refusal(
    "The key has another role, or another page or host name asks", 403, "Forbidden",
    "role_missing", "Nyckeln räcker inte till. Det behövs en nyckel för admin.",
)  # fmt: skip
TOO_OFTEN = refusal(
    "Too many calls, or too many blocks today", 429, "Too Many Requests", "too_many_requests",
    "För många anrop. Vänta 60 sekunder.",
)  # fmt: skip
REFUSALS: dict[int | str, dict[str, Any]] = {
    401: SIGNED_OUT,
    403: FOREIGN,
    413: TOO_LARGE,
    415: MEDIA,
    422: INVALID,
    429: TOO_OFTEN,
    500: INTERNAL,
    503: UNAVAILABLE,
}
