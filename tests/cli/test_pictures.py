"""Picture files on the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.cli.progress import followed
from integritetskoll.images.open import read_image

TAGGED = PLACES["jpeg xmp mwg region"]("Omar Al-Sayed")


def put(path: Path, data: bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return str(path)


def test_check_a_picture(run, tmp_path: Path) -> None:
    done = run("check", put(tmp_path / "foto.jpg", TAGGED))
    assert done.code in {1, 2}
    assert "Omar Al-Sayed" in done.out
    assert "XMP:RegionName" in done.out


def test_check_a_picture_as_json(run, tmp_path: Path) -> None:
    report = json.loads(run("check", "--json", put(tmp_path / "foto.jpg", TAGGED)).out)
    assert {f["source"]["kind"] for f in report["findings"]} == {"image"}
    assert {f["source"]["file"] for f in report["findings"]} == {"foto.jpg"}


def test_a_broken_picture(run, tmp_path: Path) -> None:
    done = run("check", put(tmp_path / "foto.png", drawn.encoded("PNG")[:20]))
    assert done.code == 65
    assert "trasig" in done.error


def test_clean_a_picture(run, tmp_path: Path) -> None:
    out = tmp_path / "ren.jpg"
    done = run("clean", put(tmp_path / "foto.jpg", TAGGED), "-o", str(out))
    assert done.code == 0
    assert not read_image("", out.read_bytes()).fields
    assert "Omar" not in done.error


def test_clean_never_overwrites_unless_told(run, tmp_path: Path) -> None:
    source, out = put(tmp_path / "foto.jpg", TAGGED), put(tmp_path / "ren.jpg", b"kept")
    done = run("clean", source, "-o", out)
    assert (done.code, Path(out).read_bytes()) == (65, b"kept")
    assert run("clean", source, "-o", out, "--force").code == 0
    assert Path(out).read_bytes() != b"kept"


def test_clean_a_folder(run, tmp_path: Path) -> None:
    put(tmp_path / "in/a.jpg", TAGGED)
    put(tmp_path / "in/b/c.png", drawn.encoded("PNG"))
    put(tmp_path / "in/broken.gif", b"GIF89a")
    put(tmp_path / "in/note.txt", b"Omar")
    done = run("clean", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    written = {str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.*")}
    assert written == {"a.jpg", "b/c.png"}
    assert done.code == 65
    assert "broken.gif" in done.error


def test_check_a_folder(run, tmp_path: Path) -> None:
    put(tmp_path / "in/a.jpg", TAGGED)
    put(tmp_path / "in/b/IMG_1.png", drawn.encoded("PNG"))
    put(tmp_path / "in/broken.gif", b"GIF89a")
    put(tmp_path / "in/note.txt", b"Omar")
    done = run("check", str(tmp_path / "in"))
    assert done.code == 65
    assert "broken.gif" in done.error
    assert "note.txt" not in done.out + done.error
    assert "Omar Al-Sayed" in done.out
    assert "3 bilder: 1 klart" in done.out
    assert "1 gick inte att läsa" in done.out
    told = json.loads(run("check", "--json", str(tmp_path / "in")).out)
    assert [Path(one["file"]).name for one in told] == ["a.jpg", "IMG_1.png", "broken.gif"]


@pytest.mark.parametrize("command", [("check",), ("clean", "-o", "out")])
def test_a_folder_without_pictures(run, tmp_path: Path, command: tuple[str, ...]) -> None:
    put(tmp_path / "note.txt", b"Omar")
    done = run(*command, str(tmp_path))
    assert done.code == 65
    assert "inga bilder" in done.error


def test_copies_within_the_folder_are_not_cleaned_again(run, tmp_path: Path) -> None:
    put(tmp_path / "a.jpg", TAGGED)
    for _ in range(2):
        assert run("clean", str(tmp_path), "-o", str(tmp_path / "rena"), "--force").code == 0
    assert {p.name for p in (tmp_path / "rena").rglob("*")} == {"a.jpg"}


def test_clean_tells_what_went_and_what_the_name_says(run, tmp_path: Path) -> None:
    source = put(tmp_path / "in/Tindra_Kvistberg_7B.jpg", TAGGED)
    (tmp_path / "out").mkdir()
    done = run("clean", source, "-o", str(tmp_path / "out"))
    assert "XMP:RegionName" in done.error
    assert "filnamnet säger vem" in done.error
    named = run("clean", source, "-o", str(tmp_path / "out/bild.jpg")).error
    assert "filnamnet" not in named
    plain = run(
        "clean", put(tmp_path / "b.png", drawn.encoded("PNG")), "-o", str(tmp_path / "c.png")
    )
    assert "inget att ta bort" in plain.error


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_follows_many_files_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(followed([1, 2, 3], "Rensar")) == [1, 2, 3]
    assert "Rensar" in screen.getvalue()
    assert "100%" in screen.getvalue()


def test_no_bar_for_one_file_or_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for screen, steps in ((Terminal(), [1]), (io.StringIO(), [1, 2])):
        monkeypatch.setattr(sys, "stderr", screen)
        assert list(followed(steps, "Rensar")) == steps
        assert not screen.getvalue()


def test_no_copy_of_what_is_blocked(run, tmp_path: Path) -> None:
    note = drawn.segment(0xFE, "Kim får inte vara med på bild, ni vet varför.".encode())
    source = put(tmp_path / "foto.jpg", drawn.with_segments(drawn.encoded("JPEG"), note))
    done = run("clean", source, "-o", str(tmp_path / "ren.jpg"))
    assert done.code == 3
    assert not (tmp_path / "ren.jpg").exists()


def test_a_missing_picture(run, tmp_path: Path) -> None:
    done = run("clean", str(tmp_path / "foto.jpg"), "-o", str(tmp_path / "ren.jpg"))
    assert done.code == 65
    assert "finns inte" in done.error
