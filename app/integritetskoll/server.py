"""The HTTP service: both doors on one application, behind the guards they share."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import partial
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from integritetskoll import __version__
from integritetskoll.access.caller import current_caller
from integritetskoll.access.desk import Desk, open_desk
from integritetskoll.api import audit, health, images, register, review, routes, schema
from integritetskoll.api.doors import on_http_error
from integritetskoll.api.gate import Gate
from integritetskoll.api.guard import Guard
from integritetskoll.api.head import Head
from integritetskoll.api.headers import SecurityHeaders
from integritetskoll.api.journal import Counts, Journal
from integritetskoll.api.languagetool import routes as languagetool
from integritetskoll.api.languagetool.key import KeyInFields
from integritetskoll.api.limits import BodyLimit, body_limit
from integritetskoll.api.presidio import routes as presidio
from integritetskoll.api.problems import on_invalid_request, on_own_error
from integritetskoll.api.slashes import OneSlash
from integritetskoll.assemble import build_checker, build_trail
from integritetskoll.checker import Checker
from integritetskoll.errors import IntegritetskollError, RegisterError, SettingsError
from integritetskoll.settings import Settings, is_loopback
from integritetskoll.storage.place import is_missing
from integritetskoll.uploads import upload_limit
from integritetskoll.web import (
    drafts,
    form,
    help_pages,
    previews,
    reference,
    reviews,
    sign_in,
    static,
    vocabulary,
)

NO_TELEMETRY: dict[str, Any] = {
    "telemetry": {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
}
"""FastAPI can send request bodies and errors to a collector named in the environment. Ours
leave the machine on nobody's word; a FastAPI without that feature passes the option over."""

TALKATIVE = ("presidio-analyzer", "presidio-anonymizer", "spacy", "tldextract", "filelock")


def create_app(settings: Settings, *, checker: Checker | None = None) -> FastAPI:
    """Return the application; raises PolicyError, PipelineError or SettingsError.

    `host_without_keys`: bound to more than this machine, it needs keys or a trusted proxy, and a
    register, without which no check is answered.
    """
    settings, desk = guarded(settings)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    counts = Counts()
    app = FastAPI(
        title="Integritetskoll",
        version=__version__,
        summary="Does a school text say too much about a person?",
        description=schema.DESCRIPTION,
        openapi_tags=schema.TAGS,
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        docs_url=None,
        redoc_url=None,
        middleware=_middleware(settings, counts, desk),
        **NO_TELEMETRY,
    )
    app.openapi = partial(schema.openapi, app)  # type: ignore[method-assign]
    app.state.settings = settings
    app.state.counts = counts
    app.state.desk = desk
    app.state.trail = build_trail(settings)
    app.state.note = partial(_note, app)
    app.state.checker = checker or build_checker(settings)
    app.state.policy = app.state.checker.policy
    app.add_exception_handler(IntegritetskollError, on_own_error)
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(RequestValidationError, on_invalid_request)
    for one in (
        *(routes, images, review, register, audit, health, languagetool, presidio),
        *(form, drafts, previews, reviews, help_pages, vocabulary, sign_in, reference),
    ):
        app.include_router(one.router)
    app.router.routes.append(static.mount())
    return app


def from_environment() -> FastAPI:
    """Return the application by the environment, for a server with several workers."""
    return create_app(Settings())


def guarded(settings: Settings) -> tuple[Settings, Desk]:
    """Return the settings with what follows from where the server listens, and the desk."""
    desk = open_desk(settings)
    if is_loopback(settings.host):
        return settings, desk
    try:
        safe = bool(settings.trusted_proxy) or desk.has_keys()
    except IntegritetskollError:
        safe = False
    if not safe:
        raise SettingsError("host_without_keys")
    settings = settings.model_copy(update={"register_use": "required"})
    return settings, open_desk(settings)


def _note(app: FastAPI, event: str, reference: str) -> None:
    """Add an event of an admin to the trail, where there is one."""
    caller = current_caller()
    if caller is None or is_missing(app.state.settings):
        return
    with suppress(RegisterError):  # no key, no chain
        app.state.trail.append(event, who=caller.who, door=caller.door, reference=reference)


def _middleware(settings: Settings, counts: Counts, desk: Desk) -> list[Middleware]:
    """Return the layers every request passes, outermost first."""
    hosts, origins = settings.allowed_hosts, settings.allowed_origins
    layers = [
        Middleware(OneSlash),
        Middleware(SecurityHeaders),
        Middleware(Journal, counts=counts),
        Middleware(Head),
        Middleware(Guard, hosts=hosts, origins=origins),
    ]
    if origins:
        methods, headers = ["GET", "POST"], ["authorization", "content-type"]
        layers.append(
            Middleware(
                CORSMiddleware,
                allow_origins=origins,
                allow_methods=methods,
                allow_headers=headers,
                allow_private_network=True,
            )
        )
    text, files = body_limit(settings.max_text), upload_limit(settings)
    return [
        *layers,
        Middleware(BodyLimit, limit=text, files=files),
        Middleware(KeyInFields),
        Middleware(Gate, desk=desk),
    ]
