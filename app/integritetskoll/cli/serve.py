"""`integritetskoll serve`: the form and the API, on this machine only until there are keys."""

from __future__ import annotations

import logging
import os
import socket
import sys

import uvicorn

from integritetskoll.cli.options import say
from integritetskoll.errors import SettingsError
from integritetskoll.report.wording import Language
from integritetskoll.server import create_app, guarded
from integritetskoll.settings import Settings, variable

APPLICATION = "integritetskoll.server:from_environment"


def serve(settings: Settings, *, language: Language = "sv") -> None:
    """Run the server until it is stopped.

    Raises SettingsError: `host_without_keys`, `port_taken`. uvicorn's access log holds the query
    and stays off; the log line of the application holds route and status.
    """
    guarded(settings)
    _must_be_free(settings.host, settings.port)
    _log_to_standard_error()
    options = {
        "host": settings.host.strip("[]"),
        "port": settings.port,
        "access_log": False,
        "log_config": None,
        "server_header": False,
        "proxy_headers": False,  # whom to believe about callers is ours to say
    }
    # Built before anything is promised, so that what is wrong is said first.
    application = create_app(settings)
    sys.stderr.write(say("serving", language, address=_address(settings)) + "\n")
    if settings.workers == 1:
        uvicorn.run(application, **options)  # type: ignore[arg-type]
        return
    os.environ[variable("port")] = str(settings.port)
    os.environ[variable("host")] = settings.host
    uvicorn.run(APPLICATION, factory=True, workers=settings.workers, **options)  # type: ignore[arg-type]


def _address(settings: Settings) -> str:
    host = settings.host.strip("[]")
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def _must_be_free(host: str, port: int) -> None:
    """Try the port before anything is loaded: the error comes at once and in plain words."""
    try:
        family, kind, _, _, place = socket.getaddrinfo(
            host.strip("[]"), port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(place)
    except OSError:
        raise SettingsError("port_taken", port=port) from None


def _log_to_standard_error() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("integritetskoll").setLevel(logging.INFO)
