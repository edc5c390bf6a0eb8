"""Write docs/openapi.json from the code: the contract as a file, for those who make clients."""

from __future__ import annotations

import json
from pathlib import Path

from integritetskoll.server import create_app
from integritetskoll.settings import Settings

PAGE = Path(__file__).resolve().parent.parent / "docs" / "openapi.json"


def page() -> str:
    """Return the schema as text; the same for every installation."""
    return json.dumps(create_app(Settings()).openapi(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
