"""The standard policy is whole; a broken file names its key."""

from __future__ import annotations

from importlib import resources

import pytest

from integritetskoll.errors import PolicyError
from integritetskoll.policy.reader import parse, read_policy, standard_policy
from integritetskoll.report.wording import wording

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


OPEN = "spread = 4\nopen = true"
BROKEN = [
    (OPEN, "spread = 9\nopen = true", "policy_value_high", "destinations.website.spread", "4"),
    (OPEN, "spread = -1\nopen = true", "policy_value_low", "destinations.website.spread", "0"),
    (OPEN, "spread = 4.5\nopen = true", "policy_value_number", "website.spread", "heltal"),
    (OPEN, "spread = 4\nopen = 'ja!'", "policy_value_switch", "website.open", "true"),
    (OPEN, "open = true", "policy_key_missing", "destinations.website.spread", "saknas"),
    (OPEN, f"{OPEN}\nright = 3", "policy_value_kind", "destinations.website.right", "fel slags"),
    ('group = "open"', 'group = "opne"', "policy_value_choice", "website.group", "open, closed"),
    ("review = 7", 'review = "sju"', "policy_value_number", "thresholds.review", "heltal"),
    ("review = 7", "reveiw = 7", "policy_key_unknown", "thresholds.reveiw", "finns inte"),
    ('MU = "pmo"', 'MU = "pm0"', "policy_name_unknown", "places", "pm0"),
    ("[entities]\nPERSON", "[entities]\nPERSOM", "policy_key_choice", "entities.PERSOM", "PERSON,"),
    ("version = ", "version = 3 #", "policy_value_text", "version", "citattecken"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "code", "key", "said"), BROKEN)
def test_a_broken_policy_names_its_key_in_plain_words(
    right: str, wrong: str, code: str, key: str, said: str
) -> None:
    assert right in STANDARD
    with pytest.raises(PolicyError) as caught:
        parse(STANDARD.replace(right, wrong, 1), name="egen.toml")
    error = caught.value
    assert error.code == code
    assert str(error.facts["key"]).endswith(key)
    shown = wording("sv").text("errors", error.code, **error.facts)
    assert key in shown
    assert said in shown
    assert "Input" not in shown
    assert wording("en").text("errors", error.code, **error.facts) != shown


def test_a_missing_entity_is_named() -> None:
    line = next(one for one in STANDARD.splitlines() if one.startswith("EMBEDDED_IMAGE"))
    with pytest.raises(PolicyError) as caught:
        parse(STANDARD.replace(line, "", 1), name="egen.toml")
    error = caught.value
    assert (error.code, error.facts["key"]) == ("policy_key_missing", "entities.EMBEDDED_IMAGE")


@pytest.mark.parametrize(
    ("text", "line", "column"), [("name = \n", 1, 8), ("a = 1\nb = [1,", 2, 8), ("a = 1\n[b", 2, 3)]
)
def test_what_is_not_toml_says_where(text: str, line: int, column: int) -> None:
    with pytest.raises(PolicyError) as caught:
        parse(text, name="egen.toml")
    assert caught.value.code == "policy_not_toml"
    assert (caught.value.facts["line"], caught.value.facts["column"]) == (line, column)


def test_a_missing_or_binary_file_is_said(tmp_path) -> None:
    binary = tmp_path / "policy.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.toml", binary, tmp_path):
        with pytest.raises(PolicyError) as caught:
            read_policy(path)
        assert caught.value.code == "policy_unreadable"
