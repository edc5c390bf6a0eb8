"""Read what clients send to `check`: a query, a form, a form that nobody encoded, or JSON.

The content type is no guide: ltex-ls labels its form `application/json`, and LibreOffice 7.4
sends `text=…&language=sv-SE` without percent-encoding, so that `&`, `+` and `%` are letters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from integritetskoll.api.problems import BadRequestError

FIELDS = "integritetskoll.fields"
"""Where the fields stand in the scope of a request, once somebody has read them."""
MOST_FIELDS = 60
LANGUAGE = re.compile(r"auto|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
MODES = frozenset({"all", "allButTextLevelOnly", "textLevelOnly", "batch"})
_LANGUAGE_FIELD = "&language="
_UNENCODED = re.compile(r"[^A-Za-z0-9_.~!'()*%+-]|%(?![0-9A-Fa-f]{2})")
_FIELD = re.compile(r"[A-Za-z]{2,30}=(?:[A-Za-z0-9_.~!'()*+-]|%[0-9A-Fa-f]{2})*")


@dataclass(frozen=True, slots=True)
class Params:
    """The parameters of a check. `sets` are ids of rules and categories to switch on or off."""

    language: str
    mode: str = "all"
    picky: bool = False
    enabled_only: bool = False
    enabled_rules: frozenset[str] = frozenset()
    disabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    text: str | None = field(default=None, repr=False)
    data: Any = field(default=None, repr=False)


async def read_params(request: Request) -> Params:
    """Return the parameters; a request that brings its fields along is not read again.

    Raises BadRequestError 400 with our code for what is missing or wrong.
    """
    given = request.scope.get(FIELDS)
    if given is None:
        given = fields_sent(request.url.query, await request.body())
    return _params(given)


def fields_sent(query: str, body: bytes) -> Mapping[str, Any]:
    """Return the fields of query and body, of which the body goes first.

    Raises BadRequestError 400.
    """
    try:
        return {**dict(_encoded(query)), **fields_of(body.decode("utf-8"))}
    except UnicodeDecodeError:
        raise BadRequestError(400, "invalid_utf8") from None
    except ValueError:
        raise BadRequestError(400, "bad_request") from None


def fields_of(body: str) -> Mapping[str, Any]:
    """Return the fields of a body, whatever form it has; raises ValueError."""
    if body.lstrip("\ufeff \r\n\t").startswith("{"):
        try:
            parsed = json.loads(body.removeprefix("\ufeff"))
        except RecursionError:
            raise ValueError from None
        return parsed if isinstance(parsed, dict) else {}
    return _unencoded(body) or dict(_encoded(body))


def _unencoded(body: str) -> dict[str, Any] | None:
    """Return the fields of a body that nobody percent-encoded, None for any other.

    Everything up to the last `&language=` is text.
    """
    head, marker, rest = body.rpartition(_LANGUAGE_FIELD)
    if not marker or not head.startswith("text="):
        return None
    text = head.removeprefix("text=")
    first, *others = text.split("&")
    if not _UNENCODED.search(first) and all(_FIELD.fullmatch(other) for other in others):
        return None
    return {**dict(_encoded(marker[1:] + rest)), "text": text}


def _encoded(form: str) -> list[tuple[str, str]]:
    return parse_qsl(form, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)


def _params(given: Mapping[str, Any]) -> Params:
    text, data = given.get("text"), given.get("data")
    if text is None and data is None:
        raise BadRequestError(400, "lt_no_text")
    if text is not None and not isinstance(text, str):
        raise BadRequestError(400, "lt_no_text")
    language = given.get("language")
    if not language:
        raise BadRequestError(400, "lt_no_language")
    if not isinstance(language, str) or not LANGUAGE.fullmatch(language):
        raise BadRequestError(400, "lt_language_unknown")
    mode = str(given.get("mode") or "all")
    if mode not in MODES:
        raise BadRequestError(400, "lt_mode_unknown", known=", ".join(sorted(MODES)))
    params = Params(
        language=language,
        mode=mode,
        picky=str(given.get("level", "")).lower() == "picky",
        enabled_only=str(given.get("enabledOnly", "")).lower() in {"true", "yes", "on", "1"},
        enabled_rules=_ids(given.get("enabledRules")),
        disabled_rules=_ids(given.get("disabledRules")),
        enabled_categories=_ids(given.get("enabledCategories")),
        disabled_categories=_ids(given.get("disabledCategories")),
        text=text,
        data=data,
    )
    if params.enabled_only and not (params.enabled_rules or params.enabled_categories):
        raise BadRequestError(400, "lt_enabled_only")
    return params


def _ids(value: Any) -> frozenset[str]:
    ones = value if isinstance(value, list) else str(value or "").split(",")
    return frozenset(str(one).strip() for one in ones if str(one).strip())
