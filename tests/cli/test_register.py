"""The commands of the register, the keys and the trail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from integritetskoll.settings import PREFIX

TABLE = "given_name;surname;school_class\nTuva;Kvistlind;7B\nÅsa;Kvistlind;7B\n"
ASKED = "Nora\nKvistlind\n\n\n\n7B\n\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(f"{PREFIX}DATA", str(tmp_path / "data"))
    monkeypatch.setenv(f"{PREFIX}REGISTER_KEY_FILE", str(tmp_path / "key"))
    return tmp_path


def test_from_nothing_to_an_empty_register_again(run, own: Path) -> None:
    assert run("register", "add", given=ASKED.encode()).code == 64
    made = run("register", "init")
    assert made.code == 0
    assert str(own / "key") in made.out
    assert run("register", "init").code == 0
    added = run("register", "add", given=ASKED.encode())
    assert added.code == 0
    assert "Nora" not in added.out + added.error
    taken = run("register", "import", "-", given=TABLE.encode("cp1252"))
    assert (taken.code, taken.out) == (0, "Inlästa: 2.\n")
    status = run("register", "status").out
    assert "Poster: 3." in status
    assert "färre än tio" in status
    for given in (ASKED, ASKED, ASKED.replace("Nora", "Ingen")):
        gone = run("register", "remove", given=given.encode())
        assert (gone.code, gone.out) == (0, "Om posten fanns är den borttagen.\n")
    assert "Poster: 2." in run("register", "status").out
    events = run("audit", "show").out
    assert "Kvistlind" not in events
    assert "entries_imported" in events
    assert run("audit", "verify").code == 0
    assert run("audit", "verify", "--count", "99").code == 1


def test_a_table_is_not_kept_and_its_owner_is_reminded(run, own: Path) -> None:
    run("register", "init")
    file = own / "elever.csv"
    file.write_text(TABLE, "utf-8")
    done = run("register", "import", str(file))
    assert "Radera filen" in done.out
    file.unlink()
    kept = b"".join(path.read_bytes() for path in own.rglob("*") if path.is_file())
    assert b"Kvistlind" not in kept


@pytest.mark.usefixtures("own")
def test_a_bad_row_takes_nothing(run) -> None:
    run("register", "init")
    done = run("register", "import", "-", given=f"{TABLE};Hemligström;7B\n".encode())
    assert done.code == 65
    assert "Rad 4" in done.error
    assert "Hemlig" not in done.error
    assert "Poster: 0." in run("register", "status").out


@pytest.mark.usefixtures("own")
def test_what_is_due_goes_after_a_yes(run) -> None:
    run("register", "init")
    table = "given_name,surname,end_date\nTuva,Kvistlind,2020-01-01\n"
    run("register", "import", "-", given=table.encode())
    assert "2020-01-01" in run("register", "due").out
    assert "Ingenting" in run("register", "expire", given=b"kanske\n").out
    assert "Poster: 1." in run("register", "status").out
    assert "Borttagna: 1." in run("register", "expire", given=b"ja\n").out
    assert "Poster: 0." in run("register", "status").out


def test_a_register_that_is_not_there(run, own: Path) -> None:
    assert run("register", "status").code == 69
    (own / "key").write_text("0" * 64)
    if os.name == "posix":
        (own / "key").chmod(0o600)
    assert run("register", "status").code == 69


def test_a_new_key_keeps_the_trail(run, own: Path) -> None:
    run("register", "init")
    file, key = own / "elever.csv", (own / "key").read_text()
    file.write_text(TABLE, "utf-8")
    run("register", "import", str(file))
    done = run("register", "rekey", str(file))
    assert (done.code, (own / "key").read_text() == key) == (0, False)
    assert "Ny nyckel. Inlästa: 2." in done.out
    assert run("audit", "verify").code == 0
    assert "register_rekeyed" in run("audit", "show").out
    assert "Poster: 2." in run("register", "status").out


def test_the_key_may_not_lie_in_the_data_folder(run, own: Path, monkeypatch) -> None:
    monkeypatch.setenv(f"{PREFIX}REGISTER_KEY_FILE", str(own / "data" / "key"))
    done = run("register", "init")
    assert done.code == 69
    assert "datamappen" in done.error
    assert not (own / "data").exists()


@pytest.mark.usefixtures("own")
def test_keys(run) -> None:
    run("register", "init")
    made = run("key", "create", "--role", "reviewer", "--school", "Granbackaskolan")
    key = made.out.strip()
    assert key.startswith("ik_")
    name = key.split("_")[1]
    listed = run("key", "list").out
    assert name in listed
    assert "reviewer" in listed
    assert key.rpartition("_")[2] not in listed
    assert run("key", "revoke", name).code == 0
    assert run("key", "revoke", "00000000").code == 64
    assert run("key", "resume", name).code == 0
    assert run("key", "create", "--role", "king").code == 64
    assert "key_revoked" in run("audit", "show").out
