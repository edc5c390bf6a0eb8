"""`check --format sarif`: results with places and reasons, never the words of the text."""

from __future__ import annotations

import json

LINES = "# Veckobrev 😀\n\nElsa i 3B vann!\nRing henne på 070-174 06 05.\n"
HINT = "Kim får inte vara med på klassfotot, ni vet varför.\n"


def sarif_of(run, *arguments: str, code: int) -> dict:
    done = run("check", "--format", "sarif", *arguments)
    assert done.code == code, done.error
    whole = json.loads(done.out)
    assert whole["version"] == "2.1.0"
    (only,) = whole["runs"]
    known = {rule["id"] for rule in only["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in only["results"]} == known
    return only


def covered(text: str, result: dict) -> str:
    region = result["locations"][0]["physicalLocation"]["region"]
    lines = text.split("\n")
    assert region["startLine"] == region["endLine"]
    line = lines[region["startLine"] - 1]
    words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
    start = region["charOffset"]
    assert text[start : start + region["charLength"]] == words
    return words


def test_places_are_lines_and_columns(run, tmp_path) -> None:
    path = tmp_path / "vecka 12.md"
    path.write_text(LINES, "utf-8")
    results = sarif_of(run, str(path), code=2)["results"]
    found = {one["ruleId"]: covered(LINES, one) for one in results if one["ruleId"] != "verdict"}
    assert found["phone_number"] == "070-174 06 05"
    assert "Elsa" in found.values()
    (verdict,) = [one for one in results if one["ruleId"] == "verdict"]
    assert verdict["level"] == "error"
    assert verdict["message"]["text"].startswith("Publicera inte.")
    place = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place.endswith("vecka%2012.md")
    whole = json.dumps(results, ensure_ascii=False)
    assert "Elsa" not in whole
    assert "070" not in whole


def test_a_clear_text_has_no_results(run, tmp_path) -> None:
    path = tmp_path / "broar.md"
    path.write_text("Vi har byggt broar av spaghetti.\n", "utf-8")
    assert sarif_of(run, str(path), code=0)["results"] == []


def test_a_block_is_one_result(run, tmp_path) -> None:
    path = tmp_path / "foto.md"
    path.write_text(HINT, "utf-8")
    (result,) = sarif_of(run, str(path), code=3)["results"]
    assert (result["ruleId"], result["level"]) == ("verdict", "error")
    assert result["message"]["text"].startswith("Stoppat.")


def test_a_file_that_cannot_be_read_is_a_failed_run(run, tmp_path) -> None:
    path = tmp_path / "broar.md"
    path.write_text("Vi har byggt broar.\n", "utf-8")
    only = sarif_of(run, str(path), str(tmp_path / "nowhere.md"), code=65)
    (invocation,) = only["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "finns inte" in invocation["toolExecutionNotifications"][0]["message"]["text"]
