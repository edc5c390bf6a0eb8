"""The house keeps its own rules: layers, sizes, wording, and pages that say what is true."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import typer.main
from presidio_analyzer import predefined_recognizers
from starlette.testclient import TestClient

from bench import openapi, recognizers
from integritetskoll.cli.commands import app
from integritetskoll.domain.entity import Entity
from integritetskoll.report.wording import LANGUAGES, wording
from integritetskoll.server import create_app
from integritetskoll.settings import Settings, variable
from integritetskoll.text.recognizers.catalog import RECOGNIZERS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "app" / "integritetskoll"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

LONG = {
    "app/integritetskoll/text/lexicon/matcher.py": "one pass over a text for all lexicons",
    "app/integritetskoll/text/recognizers/_people.py": "whom a few words of Swedish speak of",
    "app/integritetskoll/text/recognizers/_value_heads.py": "which noun a value word speaks of",
    "bench/hiding.py": "a line for each place in a picture file where a name can hide",
    "bench/numbers.py": "a generator for each kind of number",
    "tests/test_house.py": "a rule of the house for each promise",
}
"""Python files that may have more than 250 lines, and why."""
BIG = {
    "tests/data/ordinary.txt": "ordinary texts, in which false alarms are counted",
    "models/learned/": "the learned scores: one small number for each bucket",
    "models/sv_integritetskoll/": "the trained pipeline: its tables and weights",
}
"""Tracked files that may be larger than 1 MiB, by how their path begins, and why."""
# In pieces, so that this file doesn't hold what it forbids.
FORBIDDEN = re.compile(
    "|".join(
        (
            "index" + "-url",
            'resolved" *: *"' + "https?:",
            r"https?://[^ \"]*/(?:" + "simple|packages)/",
            r"(?:^|[^A-Za-z0-9_.~-])/(?:" + "work|farm|root|opt|tmp)/",
        )
    ),
    re.MULTILINE,
)


@cache
def tracked() -> tuple[str, ...]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    return tuple(name for name in listed.stdout.decode().split("\0") if name)


def present() -> list[Path]:
    return [path for name in tracked() if (path := ROOT / name).is_file()]


# ---- code ---------------------------------------------------------------------------------


def test_every_module_of_the_package_has_its_layer() -> None:
    contract = PROJECT["tool"]["importlinter"]["contracts"][0]
    layers = set(re.findall(r"\w+", " ".join(contract["layers"])))
    modules = {
        path.stem
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path.is_dir() and any(path.glob("**/*.py")))
    } - {"__init__"}
    assert contract["exhaustive"] is True
    assert modules <= layers


def test_no_python_file_grows_without_a_reason() -> None:
    files = [path for path in present() if path.suffix == ".py"]
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in files}
    long = {name for name, length in lengths.items() if length > 250}
    assert long <= set(LONG), {name: lengths[name] for name in long - set(LONG)}
    assert set(LONG) <= long, "no longer long: take them off the list"


def test_no_file_is_named_after_nothing() -> None:
    empty = re.compile(r"\b(utils?|helpers?|managers?|misc|common)\b")
    assert not [name for name in tracked() if empty.search(name.replace("_", " "))]


def test_big_files_are_meant() -> None:
    big = [p.relative_to(ROOT).as_posix() for p in present() if p.stat().st_size > 1 << 20]
    assert not [name for name in big if not name.startswith(tuple(BIG))]


def test_no_tracked_file_tells_where_it_was_made() -> None:
    found = []
    for path in present():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in FORBIDDEN.finditer(text)]
    assert not found


# ---- wording ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_reads_like_one(language: str) -> None:
    sections = wording(language).sections
    for section in ("findings", "rules", "reasons", "advice", "questions", "footer"):
        for code, sentence in sections[section].items():
            assert sentence.strip() == sentence, (section, code)
            assert sentence[-1] in ".?!", (section, code)


def test_both_languages_say_the_same_things() -> None:
    swedish, english = (wording(language).sections for language in LANGUAGES)
    assert {name: set(codes) for name, codes in swedish.items()} == {
        name: set(codes) for name, codes in english.items()
    }


# ---- pages --------------------------------------------------------------------------------


def shell_lines(page: Path) -> list[str]:
    """The commands of a page's ```sh blocks; one may go on over lines, inside quotes too."""
    commands: list[str] = []
    for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        waiting = ""
        for line in block.splitlines():
            waiting += line + "\n"
            try:
                shlex.split(waiting)
            except ValueError:
                continue
            commands.append(waiting.strip())
            waiting = ""
        assert not waiting, "an open quote"
    return commands


COMMANDS = [(page.name, line) for page in PAGES for line in shell_lines(page)]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_readme_shows_the_two_commands() -> None:
    shown = [line for name, line in COMMANDS if name == "README.md"]
    assert "make run" in shown
    assert any(line.startswith(("integritetskoll check", ".venv/bin/integ")) for line in shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE))
    assert named <= TARGETS


def test_every_target_says_what_it_does() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert all(re.search(rf"^{target}:.*## \S", text, re.MULTILINE) for target in TARGETS)


@pytest.mark.parametrize(
    "line",
    sorted({line for _, line in COMMANDS if "integritetskoll " in line and "curl" not in line}),
)
def test_every_command_line_of_a_page_is_understood(line: str) -> None:
    words = shlex.split(line.rpartition("|")[2], comments=True)
    words = words[[w.rpartition("/")[2] for w in words].index("integritetskoll") + 1 :]
    command = typer.main.get_command(app).commands[words.pop(0)]
    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known | {"--help"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    gone = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not gone


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_that_a_page_names_exists(page: Path) -> None:
    named = set(re.findall(r"INTEGRITETSKOLL_[A-Z_]+[A-Z]", page.read_text("utf-8")))
    known = {variable(field) for field in Settings.model_fields}
    assert {name for name in named if "_TEST_" not in name} <= known


def test_every_curl_of_the_pages_works() -> None:
    pages = {"api.md", "writing-tools.md"}
    lines = [line for name, line in COMMANDS if name in pages and line.startswith("curl")]
    assert len(lines) >= 7
    with TestClient(create_app(Settings()), base_url="http://127.0.0.1:8000") as client:
        for line in lines:
            answer = send(client, shlex.split(line))
            assert answer.status_code == 200, (line, answer.text)


def send(client: TestClient, words: list[str]):
    """Do what a curl command line does, with the few options that the page uses."""
    body = words[words.index("--json") + 1] if "--json" in words else None
    parts = [w.partition("=") for before, w in pairwise(words) if before == "-F"]
    if parts:
        files = [(n, (ROOT / v[1:]).read_bytes()) for n, _, v in parts if v.startswith("@")]
        fields = {n: v for n, _, v in parts if not v.startswith("@")}
        address = next(word for word in words if word.startswith("http://"))
        return client.post(address, files=files, data=fields)
    address = next(word for word in words if word.startswith("http://"))
    if "--form" in words:
        name = words[words.index("--form") + 1].partition("=@")[2]
        return client.post(address, files={"file": (name, (ROOT / name).read_bytes())})
    if body is None:
        return client.get(address)
    return client.post(address, json=json.loads(body))


def test_the_page_of_recognizers_is_as_the_code_has_it() -> None:
    assert recognizers.PAGE.read_text("utf-8") == recognizers.page(), "run `make docs`"


def test_the_schema_that_is_kept_is_the_one_that_is_served() -> None:
    assert openapi.PAGE.read_text("utf-8") == openapi.page(), "run `make docs`"


def test_no_recognizer_takes_the_name_of_one_of_presidios() -> None:
    # Presidio's registry finds its own by class name among all subclasses: ours would shadow them.
    theirs = {name for name in dir(predefined_recognizers) if name.endswith("Recognizer")}
    assert not theirs & {recognizer.__name__ for recognizer in RECOGNIZERS}


def test_every_word_for_an_entity_is_used_as_presidio_would() -> None:
    assert all(re.fullmatch(r"[A-Z_]+", entity) for entity in Entity)


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    headings = re.findall(r"^(\d+)\. [A-Z]", text, re.MULTILINE)
    assert headings == [str(number) for number in range(1, 16)]
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text
    assert "\nAppendix\n" in text
