"""The client against a real server, and its types against the models of the API."""

from __future__ import annotations

from typing import get_type_hints

import pytest

from integritetskoll import client as module
from integritetskoll.api import models
from integritetskoll.client import Client, ProblemError
from tests.serving import real_server

TEXT = "Elsa i 3B vann skolans stafett!"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory):
    with real_server(tmp_path_factory.mktemp("client")) as server:
        yield Client(server.address + "/")


@pytest.mark.slow
def test_a_real_server_answers(client: Client) -> None:
    report = client.check(TEXT, destination="blog", document_type="post", purpose="inform")
    models.Report.model_validate(report, extra="forbid")
    assert report["verdict"] == "review"
    assert client.check(TEXT, wording="en")["summary"].startswith("Look it over.")
    redaction = client.redact(TEXT, ignored=[{"entity": "SCHOOL_CLASS", "text": "3B"}])
    assert redaction["text"] == "[elev A] i 3B vann skolans stafett!"
    assert "blog" in {one["name"] for one in client.policy()["destinations"]}
    with pytest.raises(ProblemError) as caught:
        client.check(TEXT, destination="mars")
    assert (caught.value.status, caught.value.code) == (422, "unknown_destination")
    assert "mars" not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["Message", "Factor", "Assessment", "Finding", "Report", "Redaction"]
)
def test_the_types_are_those_of_the_api(name: str) -> None:
    assert set(get_type_hints(getattr(module, name))) == set(getattr(models, name).model_fields)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "127.0.0.1:8000", ""])
def test_only_web_addresses(address: str) -> None:
    with pytest.raises(ValueError, match="http"):
        Client(address)
