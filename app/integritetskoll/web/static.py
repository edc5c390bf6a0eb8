"""The style sheet, the scripts and the icon, from own files."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).with_name("static")
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
"""Said here: a system may call them something else, and no browser runs a script that is text."""


class OwnFiles(StaticFiles):
    """Files that a browser may keep as long as it asks whether they have changed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file, or raise 404."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        media_type = TYPES.get(Path(path).suffix)
        if media_type and "content-type" in response.headers:
            response.headers["content-type"] = f"{media_type}; charset=utf-8"
        return response


def mount() -> Mount:
    """Return the route of the files."""
    return Mount("/static", OwnFiles(directory=FOLDER), name="static")
