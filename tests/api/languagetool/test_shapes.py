"""Answers that fit what the schema says, and a schema that says all that is read."""

from __future__ import annotations

import json
from pathlib import Path

from integritetskoll.api.languagetool import models, params
from integritetskoll.api.languagetool.key import FIELD
from integritetskoll.api.languagetool.rules import all_rules
from tests.api.languagetool.test_answers import CHECK, HINT, TEXT, UNIKUM, check


def test_answers_fit_their_models(client) -> None:
    for text, path in ((TEXT, CHECK), (HINT, CHECK), ("Nora är lat.", UNIKUM), ("", CHECK)):
        answer = check(client, text, path=path, level="picky")
        raw = json.dumps(answer)
        models.LanguageToolAnswer.model_validate_json(raw, extra="forbid", strict=True)
    config = client.get("/v2/configinfo", params={"language": "sv"}).json()
    models.LanguageToolConfig.model_validate(config, extra="forbid")
    for one in client.get("/v2/languages").json():
        models.LanguageToolKnown.model_validate(one, extra="forbid")


def test_every_field_that_is_read_is_described() -> None:
    class Asked(dict):
        def get(self, name, default=None):
            self.setdefault("asked", set()).add(name)
            return super().get(name, default)

    given = Asked(text="Elsa", language="sv")
    params._params(given)
    fields = models.LanguageToolRequest.model_json_schema()["properties"]
    assert set(fields) == given["asked"] | {FIELD}


def test_a_rule_that_somebody_may_have_switched_off_keeps_its_name() -> None:
    given_out = set(Path(__file__).with_name("rule_ids.txt").read_text("utf-8").splitlines())
    rules = {f"{rule.id} {rule.category}" for rule in all_rules()}
    assert given_out - rules == set(), "tools know these: keep the id, or take it off on purpose"
    assert rules - given_out == set(), "new: add it to rule_ids.txt"
