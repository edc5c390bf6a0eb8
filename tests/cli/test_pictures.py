"""Picture files on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from bench import drawn
from bench.hiding import PLACES
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
