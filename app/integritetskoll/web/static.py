"""The style sheet and the icon, from own files."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).with_name("static")


class OwnFiles(StaticFiles):
    """Files that a browser may keep as long as it asks whether they have changed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file, or raise 404."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response


def mount() -> Mount:
    """Return the route of the files."""
    return Mount("/static", OwnFiles(directory=FOLDER), name="static")
