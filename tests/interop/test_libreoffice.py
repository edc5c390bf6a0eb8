"""A real LibreOffice, headless: findings at the right letters, replacements, a block."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.serving import free_port

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.slow,
    pytest.mark.skipif(
        not os.environ.get("INTEGRITETSKOLL_TEST_LIBREOFFICE"), reason="not switched on"
    ),
]
SCRIPT = Path(__file__).with_name("office.py")
PYTHON = "/usr/bin/python3"
PARAGRAPHS = [
    "😀😀 Elsa i 3B vann & fick 100 % rätt! 🎉 Ring hennes pappa på 070-174 06 05.",
    "Vi har byggt broar av spaghetti + papper.",
    "Kim får inte vara med på klassfotot, ni vet varför.",
]
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="BaseURL" oor:op="fuse"><value>{address}/v2</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="IsEnabled" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/ServiceManager/GrammarCheckers/\
org.openoffice.lingu.LanguageToolGrammarChecker">
<prop oor:name="Locales" oor:op="fuse"><value>sv-SE</value></prop></item>
</oor:items>
"""


@pytest.fixture(scope="module")
def answer(server, tmp_path_factory: pytest.TempPathFactory):
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is not installed"
    folder = tmp_path_factory.mktemp("office")
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        SETTINGS.format(address=server.address), "utf-8"
    )
    port = free_port()
    office = subprocess.Popen(
        [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--norestore", "--nologo", f"--accept=socket,host=127.0.0.1,port={port};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    try:
        done = subprocess.run(
            [PYTHON, str(SCRIPT), str(port)], input=json.dumps(PARAGRAPHS),
            capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
    finally:
        office.terminate()
        office.wait(30)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_swedish_is_known(answer) -> None:
    assert answer["swedish"]


def test_findings_stand_at_the_right_letters(answer) -> None:
    errors = answer["paragraphs"][0]["errors"]
    assert {"Elsa", "070-174 06 05"} <= {error["words"] for error in errors}
    assert all(error["short"] and error["full"] for error in errors)
    assert answer["paragraphs"][1]["errors"] == []


def test_replacements_apply(answer) -> None:
    mended = answer["paragraphs"][0]["mended"]
    assert mended == (
        "😀😀 En elev i årskurs 3 vann & fick 100 % rätt! 🎉 Ring hennes pappa på [telefon]."
    )


def test_a_block_is_one_neutral_match(answer) -> None:
    blocked = answer["paragraphs"][2]
    (error,) = blocked["errors"]
    assert error["words"] == blocked["mended"] == PARAGRAPHS[2]
    assert error["suggestions"] == []
    # What the protocol calls message, LibreOffice calls the short comment.
    assert error["short"].startswith("Stoppat. Det här får inte publiceras")
    assert error["full"] == "Stoppat"
