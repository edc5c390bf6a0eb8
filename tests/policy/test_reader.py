"""The standard policy is whole; a broken file names its key."""

from __future__ import annotations

from importlib import resources

import pytest

from integritetskoll.errors import PolicyError
from integritetskoll.policy.reader import parse, read_policy, standard_policy

STANDARD = resources.files("integritetskoll.policy").joinpath("standard.toml").read_text("utf-8")
DESTINATIONS = (
    "website blog closed_blog facebook instagram x gafe classroom unikum vklass pmo extens dexter "
    "hypernet lifecare procapita outlook ciceron"
).split()
DOCUMENT_TYPES = (
    "post newsletter email written_assessment planning investigation list caption"
).split()


def test_every_destination_and_document_type_is_there() -> None:
    policy = standard_policy()
    assert sorted(policy.destinations) == sorted(DESTINATIONS)
    assert sorted(policy.document_types) == sorted(DOCUMENT_TYPES)


def test_every_destination_says_where_each_class_of_information_stands() -> None:
    for destination in standard_policy().destinations.values():
        assert set(destination.information) == {"MU", "PA", "PED", "SEK"}


BROKEN = [
    ("spread = 4\nopen = true", "spread = 9\nopen = true", "destinations.website.spread"),
    ('group = "open"', 'group = "opne"', "destinations.website.group"),
    ("review = 7", 'review = "sju"', "thresholds.review"),
    ("review = 7", "reveiw = 7", "thresholds.reveiw"),
    ('MU = "pmo"', 'MU = "pm0"', "places: pm0 is not in this policy"),
    ("[entities]\nPERSON", "[entities]\nPERSOM", "entities.PERSOM.[key]"),
]


@pytest.mark.parametrize(("right", "wrong", "key"), BROKEN)
def test_a_broken_policy_names_its_key(right: str, wrong: str, key: str) -> None:
    assert right in STANDARD
    with pytest.raises(PolicyError) as caught:
        parse(STANDARD.replace(right, wrong, 1), name="egen.toml")
    assert caught.value.code == "policy_wrong_key"
    assert key in str(caught.value.facts["key"])


def test_what_is_not_toml_says_where() -> None:
    with pytest.raises(PolicyError) as caught:
        parse("name = \n", name="egen.toml")
    assert caught.value.code == "policy_not_toml"
    assert "line 1" in caught.value.facts["where"]


def test_a_missing_or_binary_file_is_said(tmp_path) -> None:
    binary = tmp_path / "policy.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.toml", binary, tmp_path):
        with pytest.raises(PolicyError) as caught:
            read_policy(path)
        assert caught.value.code == "policy_unreadable"
