"""An installation with a register, keys and a client of its own, for the tests of the doors."""

from __future__ import annotations

from starlette.testclient import TestClient

from integritetskoll.access.caller import Role
from integritetskoll.access.keys import create_key
from integritetskoll.checker import Checker
from integritetskoll.server import create_app
from integritetskoll.storage.engine import open_engine
from tests.register.conftest import Place

CHECK, REDACT = "/api/v1/check/text", "/api/v1/redact/text"
IN_REGISTER = {"text": "I dag vann Tuva Kvistlind skolans stafett."}


def key_of(place: Place, role: Role, **more: object) -> dict[str, str]:
    key = create_key(open_engine(place.settings), role=role, **more)[1]
    return {"authorization": f"Bearer {key}"}


def client_of(place: Place, shared: Checker, **settings: object) -> TestClient:
    changed = place.settings.model_copy(update=settings)
    host = "http://kollen.example.se" if settings.get("host") else "http://127.0.0.1:8000"
    stops = type(place.stops)(
        place.stops.register,
        type(place.stops.budget)(place.stops.budget.engine, changed.block_budget),
        place.stops.trail,
        shared.stops.words,
    )
    own = Checker(shared.analyzer, shared.policy, stops=stops)
    return TestClient(create_app(changed, checker=own), base_url=host)
