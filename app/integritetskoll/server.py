"""The HTTP service: both doors on one application, behind the guards they share."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from integritetskoll import __version__
from integritetskoll.api import health, routes, schema
from integritetskoll.api.guard import Guard
from integritetskoll.api.headers import SecurityHeaders
from integritetskoll.api.journal import Counts, Journal
from integritetskoll.api.languagetool import routes as languagetool
from integritetskoll.api.limits import BodyLimit, body_limit
from integritetskoll.api.presidio import routes as presidio
from integritetskoll.api.problems import on_http_error, on_invalid_request, on_own_error
from integritetskoll.assemble import build_checker
from integritetskoll.checker import Checker
from integritetskoll.errors import IntegritetskollError, UnavailableError
from integritetskoll.policy.reader import read_policy
from integritetskoll.settings import Settings
from integritetskoll.web import form, reference, static

NO_TELEMETRY: dict[str, Any] = {
    "telemetry": {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
}
"""FastAPI can send request bodies and errors to a collector named in the environment. Ours
leave the machine on nobody's word; a FastAPI without that feature passes the option over."""

TALKATIVE = ("presidio-analyzer", "presidio-anonymizer", "spacy", "tldextract", "filelock")


def create_app(settings: Settings, *, checker: Checker | None = None) -> FastAPI:
    """Return the application; raises PolicyError or PipelineError where it can't be built."""
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
        middleware=_middleware(settings, counts),
        **NO_TELEMETRY,
    )
    app.openapi = partial(schema.openapi, app)  # type: ignore[method-assign]
    app.state.settings = settings
    app.state.counts = counts
    checker = checker or _checker(settings)
    app.state.checker = checker
    app.state.policy = checker.policy if checker else read_policy(settings.policy)
    app.add_exception_handler(IntegritetskollError, on_own_error)
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(RequestValidationError, on_invalid_request)
    for router in (
        routes.router,
        health.router,
        languagetool.router,
        presidio.router,
        form.router,
        reference.router,
    ):
        app.include_router(router)
    app.router.routes.append(static.mount())
    return app


def from_environment() -> FastAPI:
    """Return the application by the environment, for a server with several workers."""
    return create_app(Settings())


def _checker(settings: Settings) -> Checker | None:
    try:
        return build_checker(settings)
    except UnavailableError:
        return None


def _middleware(settings: Settings, counts: Counts) -> list[Middleware]:
    """Return the layers every request passes, outermost first."""
    hosts, origins = settings.allowed_hosts, settings.allowed_origins
    layers = [
        Middleware(SecurityHeaders),
        Middleware(Journal, counts=counts),
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
    return [*layers, Middleware(BodyLimit, limit=body_limit(settings.max_text))]
