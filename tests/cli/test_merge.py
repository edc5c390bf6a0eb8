"""Before a merge: the hook of pre-commit, and the step of the example in docs/api.md."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
EXAMPLES = [
    yaml.safe_load(block)
    for block in re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs" / "api.md").read_text("utf-8"), re.S
    )
]
TEXTS = {
    "Vi har byggt broar av spaghetti.\n": 0,
    "Elsa i 3B vann skolans stafett!\n": 1,
    "Elsa i 3B vann! Ring henne på 070-174 06 05.\n": 2,
    "Kim får inte vara med på klassfotot, ni vet varför.\n": 3,
}


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"sida {number}.md" for number in range(len(TEXTS))]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text, "utf-8")
    return paths


def words_of(command: str) -> list[str]:
    program, *words = shlex.split(command)
    assert program == "integritetskoll"
    return words


def test_the_hook_lets_only_clear_pages_pass(run, pages: list[Path]) -> None:
    (hook,) = HOOKS
    (example,) = [one["repos"][0]["hooks"][0] for one in EXAMPLES if "repos" in one]
    assert example["id"] == hook["id"]
    assert {"markdown", "plain-text"} == set(hook["types_or"])
    words = [*words_of(hook["entry"]), *example["args"]]
    codes = [run(*words, str(page)).code for page in pages]
    assert codes[0] == 0
    assert 0 not in codes[1:]
    assert run(*words, *map(str, pages)).code == max(codes)


def test_the_step_of_the_example_writes_what_is_uploaded(run, pages: list[Path]) -> None:
    (steps,) = [one for one in EXAMPLES if isinstance(one, list)]
    command, _, file = steps[0]["run"].partition(" > ")
    assert steps[1]["with"]["sarif_file"] == file
    words = words_of(command)
    assert words.pop() == "content/*.md"
    done = run(*words, *map(str, pages))
    (only,) = json.loads(done.out)["runs"]
    uris = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in only["results"]
    }
    assert {uri.rpartition("/")[2] for uri in uris} == {f"sida%20{at}.md" for at in (1, 2, 3)}
    assert done.code == max(TEXTS.values())


@pytest.mark.parametrize(("text", "code"), TEXTS.items())
def test_codes(run, tmp_path: Path, text: str, code: int) -> None:
    path = tmp_path / "sida.md"
    path.write_text(text, "utf-8")
    assert run("check", "--destination", "website", str(path)).code == code
