"""`check` and `redact`: what they print, how they end, and what they say to bad input."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from integritetskoll.domain.draft import Context, Draft
from integritetskoll.report.json import to_dict

CLEAR = "Årskurs 8 har byggt broar av spaghetti i teknik."
REVIEW = "Elsa i 3B vann skolans stafett!"
STOP = "Elsas personnummer är 20100117-2384."
HINT = "Kim har skyddad identitet och får inte synas på bilder."
OTHER_HINT = "Alla i 5A utom Noor får vara med på fotot. Ring 070-174 06 05."


@pytest.fixture
def file(tmp_path: Path):
    """Write a file and return its name."""
    count = 0

    def write(content: str | bytes, name: str | None = None) -> str:
        nonlocal count
        count += 1
        path = tmp_path / (name or f"utkast{count}.txt")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [(CLEAR, 0, "KLART"), (REVIEW, 1, "SE ÖVER"), (STOP, 2, "PUBLICERA INTE"),
     (HINT, 3, "STOPPAT")],
)  # fmt: skip
def test_the_exit_code_is_the_verdict(run, file, text: str, code: int, word: str) -> None:
    done = run("check", file(text))
    assert (done.code, done.error) == (code, "")
    assert word in done.out


def test_the_report_for_people(run, file, checker) -> None:
    done = run("check", file(REVIEW))
    report = checker.check(Draft(REVIEW))
    assert "«Elsa»[1]" in done.out
    assert "Samlad bedömning: 10 av 17" in done.out
    assert "■■■■ 4/4" in done.out
    for factor in report.assessment.factors:
        assert factor.reason in done.out
    assert "Gör så här" in done.out
    assert "\x1b" not in done.out
    assert "Traceback" not in done.out


def test_a_block_says_nothing(run, file) -> None:
    done = run("check", file(HINT))
    assert "Kim" not in done.out
    assert "«" not in done.out
    assert "Samlad bedömning" not in done.out


def test_every_block_has_the_same_answer(run, file) -> None:
    texts = [run("check", file(text)).out for text in (HINT, OTHER_HINT)]
    answers = [json.loads(run("check", "--json", file(text)).out) for text in (HINT, OTHER_HINT)]
    pages = [re.sub(r"[0-9a-f]{8}", "", text) for text in texts]
    assert pages[0] == pages[1]
    for answer in answers:
        answer.pop("reference")
    assert answers[0] == answers[1]
    assert answers[0]["assessment"] is None
    assert not any(answers[0][part] for part in ("findings", "questions", "elsewhere"))


def test_json_is_the_report(run, file, checker) -> None:
    done = run("check", "--json", file(REVIEW), "--wording", "en", "--destination", "vklass",
               "--type", "newsletter", "--purpose", "inform", "--audience", "group", "--school",
               "Granbackaskolan", "--class", "3B", "--no-protected-checked")  # fmt: skip
    context = Context("vklass", "newsletter", "inform", "group", "Granbackaskolan", "3B",
                      protected_identity_checked=False)  # fmt: skip
    expected = to_dict(checker.check(Draft(REVIEW, context), wording="en"))
    assert {**json.loads(done.out), "reference": ""} == {**expected, "reference": ""}


def test_standard_input(run) -> None:
    done = run("check", "-", given=REVIEW.encode())
    assert (done.code, done.error) == (1, "")


def test_several_files_end_with_the_worst(run, file) -> None:
    done = run("check", file(REVIEW), file(STOP), file(CLEAR))
    assert done.code == 2
    assert done.out.count("utkast") == 3


def test_an_unreadable_file_does_not_stop_the_others(run, file) -> None:
    done = run(
        "check", file(REVIEW), file(b"\xff\xfe\x00", "bild.jpg"), "finns-inte.txt", file(STOP)
    )
    assert done.code == 65
    assert "SE ÖVER" in done.out
    assert "PUBLICERA INTE" in done.out
    assert len(done.error.splitlines()) == 2


def test_several_files_as_json(run, file) -> None:
    done = run("check", "--json", file(REVIEW), "finns-inte.txt")
    first, second = json.loads(done.out)
    assert first["report"]["verdict"] == "review"
    assert second["error"]["code"] == "file_missing"
    assert done.code == 65


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Det finns ingen text att kontrollera."),
        (b" \n\t\n", "Det finns ingen text att kontrollera."),
        (b"\xef\xbb\xbf", "Det finns ingen text att kontrollera."),
        ("Kanariefågel".encode("latin-1"), "inte sparad i UTF-8"),
        ("Kanariefågel".encode("utf-16"), "UTF-16"),
        (b"%PDF-1.7\n\xff\xfe\0\0\0\rIHDR\xff", "ingen textfil"),
        (b"\0" * 500, "ingen textfil"),
        (b"\0\xff" * 500_000, "ingen textfil"),
        (b"a" * 200_001, "Gränsen är 200000 tecken"),
        (b"a" * 1_000_000, "Gränsen är 200000 tecken"),
        ("Kanariefågel \ud800".encode("utf-8", "surrogatepass"), "inte sparad i UTF-8"),
    ],
    ids=["empty", "blank", "mark", "latin-1", "utf-16", "pdf", "nul", "large binary", "long",
         "1 MB", "surrogate"],
)  # fmt: skip
@pytest.mark.parametrize("command", ["check", "redact"])
def test_what_can_not_be_read(run, file, content: bytes, sentence: str, command: str) -> None:
    for arguments, given in (((file(content),), b""), (("-",), content)):
        done = run(command, *arguments, given=given)
        assert (done.code, done.out) == (65, "")
        assert sentence in done.error
        assert done.error.startswith("Fel: ")
        assert len(done.error.splitlines()) == 1
        assert "Kanarie" not in done.error


def test_a_missing_file_and_a_folder(run, tmp_path: Path) -> None:
    for name, sentence in [
        ("finns-inte.txt", "finns inte"),
        (str(tmp_path), "mapp"),
        ("\0", "går inte att läsa"),
    ]:
        done = run("check", name)
        assert done.code == 65
        assert sentence in done.error


def test_a_byte_order_mark_is_no_part_of_the_text(run, file) -> None:
    done = run("check", "--json", file(b"\xef\xbb\xbf" + REVIEW.encode()))
    assert json.loads(done.out)["findings"][0]["start"] == 0


def test_windows_line_ends_count(run, file) -> None:
    text = "Hej!\r\nRing 070-174 06 05."
    done = run("check", "--json", file(text))
    (phone,) = [f for f in json.loads(done.out)["findings"] if f["entity"] == "PHONE_NUMBER"]
    assert text[phone["start"] : phone["end"]] == "070-174 06 05"


def test_nothing_of_the_text_commands_the_terminal(run, file) -> None:
    text = "\x1b[2J\x1b]0;x\x07 Elsa\x9b31m vann \u202eåt höger\u202c! \0 [bold]Noor[/bold] :smile:"
    done = run("check", file(text))
    assert done.code in {1, 2}
    assert not set(done.out) & set("\x1b\x07\x9b\u202e\0")
    assert ":smile:" in done.out
    assert "[bold]" in done.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check",), "saknas"),
        (("check", "--skriv", "x"), "--skriv finns inte"),
        (("kolla",), "De som finns: audit, check"),
        (("check", "--purpose", "mars", "-"), "--purpose"),
        (("check", "--wording", "de", "-"), "--wording"),
        (("check", "--destination", "mars", "-"), "closed_blog"),
        (("check", "--type", "mars", "-"), "written_assessment"),
        (("redact", "a", "b"), "förstå"),
        (("serve", "--port", "x"), "--port"),
    ],
)
def test_wrong_usage(run, arguments: tuple[str, ...], sentence: str) -> None:
    done = run(*arguments, given=REVIEW.encode())
    assert (done.code, done.out) == (64, "")
    assert sentence in done.error
    assert len(done.error.splitlines()) == 1


def test_errors_in_english(run) -> None:
    done = run("check", "--wording", "en", "finns-inte.txt")
    assert done.error == "Error: finns-inte.txt: there is no such file.\n"
    assert run("check", "--wording=en", "--skriv").error.startswith("Error: There is no option")


def test_redaction(run, file, checker) -> None:
    done = run("redact", file(STOP))
    assert (done.code, done.out) == (0, checker.redact(Draft(STOP)).text)
    assert "20100117" not in done.out


def test_a_blocked_text_is_not_redacted(run, file) -> None:
    done = run("redact", file(HINT))
    assert (done.code, done.out) == (3, "")
    assert done.error.startswith("Stoppat.")
    assert "Kim" not in done.error


def test_a_failure_tells_nothing_of_the_draft(run, file, monkeypatch: pytest.MonkeyPatch) -> None:
    from integritetskoll.checker import Checker  # noqa: PLC0415

    def fail(*_, **__):
        raise RuntimeError("Kanariefågel")

    monkeypatch.setattr(Checker, "check", fail)
    done = run("check", file("Kanariefågel"))
    assert (done.code, done.out) == (70, "")
    assert "RuntimeError" in done.error
    assert "Kanariefågel" not in done.error


def test_findings_are_explained_when_asked(run, file) -> None:
    name = file("Kim har adhd.")
    plain, explained = run("check", name), run("check", name, "--explain")
    assert "HealthRecognizer" not in plain.out
    assert "HealthRecognizer" in explained.out
    assert "Artikel 9 i GDPR" in explained.out
    assert explained.code == plain.code == 2
    hint = run("check", file(HINT), "--explain")
    assert "Recognizer" not in hint.out
