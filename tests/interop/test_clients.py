"""Clients of LanguageTool's protocol, unmodified, against the running server."""

from __future__ import annotations

import sys
import types

import pytest

TEXT = "😀 Elsa i 3B vann skolans stafett! Ring hennes pappa på 070-174 06 05."
HINT = "Kim får inte vara med på klassfotot, ni vet varför."

pytestmark = pytest.mark.slow


@pytest.mark.filterwarnings("ignore")
def test_language_tool_python(server) -> None:
    language_tool_python = pytest.importorskip("language_tool_python")
    tool = language_tool_python.LanguageTool("sv-SE", remote_server=server.address)
    matches = tool.check(TEXT)
    words = {TEXT[match.offset : match.offset + match.error_length] for match in matches}
    assert {"Elsa", "070-174 06 05"} <= words
    corrected = tool.correct(TEXT)
    assert corrected.startswith("😀 En elev i årskurs 3 vann skolans stafett!")
    (block,) = tool.check(HINT)
    assert block.message.startswith("Stoppat.")
    tool.disabled_rules = {match.rule_id for match in (*matches, block)}
    assert tool.check(TEXT) == []
    assert len(tool.check(HINT)) == 1


@pytest.mark.filterwarnings("ignore")
def test_pylanguagetool(server, monkeypatch: pytest.MonkeyPatch) -> None:
    # It asks for its own version only, of a module that setuptools no longer has.
    monkeypatch.setitem(sys.modules, "pkg_resources", types.ModuleType("pkg_resources"))
    api = pytest.importorskip("pylanguagetool.api")
    address = f"{server.address}/v2/"
    codes = {one["longCode"] for one in api.get_languages(address)}
    assert "sv-SE" in codes
    answer = api.check(TEXT.replace("😀", ""), address, "sv-SE", pwl=["Elsa"])
    words = {match["rule"]["id"] for match in answer["matches"]}
    assert "IK_PHONE_NUMBER" in words
    assert "IK_PERSON_NAME" not in words
    with pytest.raises(ValueError, match="Fel: "):
        api.check("Elsa", address, "--")


@pytest.mark.filterwarnings("ignore")
def test_the_command_of_pylanguagetool(server, monkeypatch, capsys, tmp_path) -> None:
    monkeypatch.setitem(sys.modules, "pkg_resources", types.ModuleType("pkg_resources"))
    cli = pytest.importorskip("pylanguagetool.cli")
    file = tmp_path / "brev.txt"
    file.write_text(TEXT.replace("😀 ", ""), "utf-8")
    address = f"{server.address}/v2/"
    options = ["--api-url", address, "--lang", "auto", "--no-color", "--rules", "--rule-categories"]
    monkeypatch.setattr(sys, "argv", ["pylanguagetool", *options, str(file)])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    printed = capsys.readouterr().out
    assert ended.value.code == 1
    assert "Swedish detected (100% confidence)" in printed
    assert "IK_PHONE_NUMBER: Telefonnummer" in printed
    assert "Integritetskoll 0" in printed
