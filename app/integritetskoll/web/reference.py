"""The page for developers at `/docs`, made from the OpenAPI schema: no script, nothing foreign."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from integritetskoll.report.wording import wording
from integritetskoll.web.pages import render

router = APIRouter(include_in_schema=False)
Schema = Mapping[str, Any]
OTHERS = {"file", "host", "pipeline", "policy", "port", "setting", "type"}
"""First words of the error codes that no call answers with."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model or a parameter of a call."""

    name: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call: what goes in, what comes out, and what it can refuse."""

    method: str
    path: str
    summary: str
    description: str
    parameters: list[Field]
    takes: str | None
    requests: list[tuple[str, str]]
    gives: str | None
    answers: list[tuple[str, str]]
    refusals: list[tuple[str, str]]


@router.get("/docs")
def show(request: Request) -> HTMLResponse:
    """Show every call with its examples, every model, every problem."""
    schema = request.app.openapi()
    errors = wording("en").sections["errors"]
    models = {
        name: [] if "enum" in model else list(_fields(model))
        for name, model in schema["components"]["schemas"].items()
    }
    return render(
        "reference.html",
        language="en",
        info=schema["info"],
        lead=schema["info"]["description"].split("\n\n")[0],
        points=_points(schema["info"]["description"]),
        calls=list(_calls(schema)),
        models={name: fields for name, fields in models.items() if fields},
        enums={n: m["enum"] for n, m in schema["components"]["schemas"].items() if "enum" in m},
        problems=[(c, s) for c, s in sorted(errors.items()) if c.partition("_")[0] not in OTHERS],
    )


def _points(description: str) -> list[str]:
    _, _, rest = description.partition("\n\n")
    plain = rest.replace("**", "").replace("`", "").replace("\n  ", " ")
    return [line.removeprefix("* ") for line in plain.splitlines() if line]


def _calls(schema: Schema) -> Iterator[Call]:
    for path, methods in schema["paths"].items():
        for method, one in methods.items():
            takes, requests = _content(one.get("requestBody", {}))
            done = next(s for s in one["responses"] if s.startswith("2"))
            gives, answers = _content(one["responses"][done])
            refusals = sorted(
                (s, r["description"]) for s, r in one["responses"].items() if s != done
            )
            yield Call(
                method.upper(), path, one["summary"], _plain(one.get("description", "")),
                [_parameter(parameter) for parameter in one.get("parameters", ())],
                takes, requests, gives, answers, refusals,
            )  # fmt: skip


def _content(body: Schema) -> tuple[str | None, list[tuple[str, str]]]:
    content: Schema = next(iter(body.get("content", {}).values()), {})
    kind = _type(content["schema"]) if "schema" in content else None
    examples = [
        (one.get("summary", ""), json.dumps(one["value"], ensure_ascii=False, indent=2))
        for one in content.get("examples", {}).values()
    ]
    return kind, examples


def _parameter(parameter: Schema) -> Field:
    required = parameter.get("required", False)
    return Field(parameter["name"], _type(parameter["schema"]), required, parameter["in"])


def _fields(model: Schema) -> Iterator[Field]:
    required = model.get("required", ())
    for name, one in model.get("properties", {}).items():
        yield Field(name, _type(one), name in required, _plain(one.get("description", "")))


def _plain(described: str) -> str:
    return described.replace("`", "")


def _type(schema: Schema) -> str:
    match schema:
        case {"$ref": reference}:
            name = str(reference.rpartition("/")[2])
        case {"format": "binary"}:
            name = "file"
        case {"anyOf": kinds}:
            name = " or ".join(map(_type, kinds))
        case {"enum": values}:
            name = ", ".join(map(str, values))
        case {"type": "array", "items": items}:
            name = f"list of {_type(items)}"
        case {"type": "object", "properties": fields}:
            name = f"form of {', '.join(fields)}"
        case {"type": "object", "additionalProperties": dict(inner)} if inner:
            name = f"object of {_type(inner)}"
        case _:
            name = str(schema.get("const", schema.get("type", "any")))
    return name
