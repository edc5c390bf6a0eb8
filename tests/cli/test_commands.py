"""The other commands, the settings they read, and the command as a program of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from integritetskoll import __version__
from integritetskoll.assemble import build_checker
from integritetskoll.cli.exits import exit_code
from integritetskoll.errors import PipelineError
from integritetskoll.settings import PREFIX, Settings
from tests.serving import quiet_environment


def test_version_and_help(run) -> None:
    assert run("--version").out == f"integritetskoll {__version__}\n"
    for arguments in ((), ("--help",), ("check", "--help"), ("serve", "--help")):
        done = run(*arguments)
        assert done.code == 0
        assert "Usage" in done.out
    # Every option whole, also in a narrow terminal.
    assert "--images-recognisable / --no-images-recognisable" in run("check", "--help").out


def test_the_policy_is_listed(run, checker) -> None:
    done = run("policy")
    assert done.code == 0
    for name in (*checker.policy.destinations, *checker.policy.document_types):
        assert name in done.out
    assert "Destinations" in run("policy", "--wording", "en").out


def test_a_policy_of_another_municipality_shows_what_is_its_own(run) -> None:
    example = Path(__file__).parents[2] / "docs" / "policy-skogsbacka.toml"
    done = run("policy", "--file", str(example))
    assert done.code == 0
    assert "thresholds.bulk: 3 (standard: 5)" in done.out
    assert "destinations.pmo: finns inte här" in done.out
    assert "only here" in run("policy", "--file", str(example), "--wording", "en").out


STANDARD = resources.files("integritetskoll.policy").joinpath("standard.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (STANDARD.replace("spread = 4", "spread = 9", 1), "destinations.website.spread"),
        (STANDARD.replace("review = 7", "revue = 7"), "thresholds.revue"),
        (STANDARD.replace('sensible = ["unikum"]', 'sensible = ["mars"]', 1), "mars"),
        ("name = ", "TOML"),
        (None, "går inte att läsa"),
    ],
)
def test_a_broken_policy_names_file_and_key(
    run, tmp_path: Path, content: str | None, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "egen.toml"
    if content is not None:
        path.write_text(content, "utf-8")
    done = run("policy", "--file", str(path))
    assert (done.code, done.out) == (65, "")
    assert "egen.toml" in done.error
    assert named in done.error
    assert len(done.error.splitlines()) == 1
    monkeypatch.setenv(f"{PREFIX}POLICY", str(path))
    assert run("check", "-", given=b"Hej").code == 65
    assert run("policy").code == 65


def test_an_own_policy_is_valid(run, tmp_path: Path) -> None:
    path = tmp_path / "egen.toml"
    path.write_text(STANDARD.replace('name = "standard"', 'name = "Granbacka"'), "utf-8")
    assert "Granbacka" in run("policy", "--file", str(path)).out


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2"])  # noqa: S104
def test_the_server_stays_on_this_machine(run, host: str) -> None:
    done = run("serve", "--host", host)
    assert done.code == 64
    assert "den här datorn" in done.error
    assert len(done.error.splitlines()) == 1


def test_a_port_that_is_taken(run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", str(taken.getsockname()[1]))
    assert done.code == 64
    assert "--port" in done.error


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "hej"), ("DATABASE_URL", "x"), ("REGISTER", "x")]
)
def test_a_wrong_setting_is_one_line(run, name, value, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    for arguments in (("serve",), ("check", "-")):
        done = run(*arguments, given=b"Hej")
        assert (done.code, done.out) == (64, "")
        assert PREFIX + name in done.error
        assert len(done.error.splitlines()) == 1


def test_no_check_without_the_required_register(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}REGISTER", "required")
    done = run("check", "-", given=b"Hej")
    assert (done.code, done.out) == (69, "")


@pytest.mark.parametrize("where", ["ingen_modell", "."])
def test_a_pipeline_that_can_not_be_used(where: str) -> None:
    with pytest.raises(PipelineError) as caught:
        build_checker(Settings(pipeline=where))
    assert exit_code(caught.value) == 64


def program(*arguments: str, folder: Path, given: bytes = b"", **variables: str):
    return subprocess.run(
        [sys.executable, "-m", "integritetskoll.cli", *arguments],
        input=given,
        capture_output=True,
        env={**quiet_environment(folder), **variables},
        cwd=folder / "cwd",
        check=False,
    )


@pytest.mark.slow
def test_as_a_program(tmp_path: Path) -> None:
    (tmp_path / "cwd").mkdir()
    text = b"Ring Elsa i 3B: 070-174 06 05!"
    done = program("check", "-", folder=tmp_path, given=text)
    assert (done.returncode, done.stderr) == (2, b"")
    assert "«070-174 06 05»" in done.stdout.decode()
    ascii_only = program(
        "check", "-", folder=tmp_path, given=text, PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert ascii_only.returncode == 2
    assert b"<<070-174 06 05>>[" in ascii_only.stdout
    assert b"####" in ascii_only.stdout
    help_page = program("--help", folder=tmp_path)
    assert help_page.returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}])
def test_colours_on_a_terminal_only(tmp_path: Path, variables: dict[str, str]) -> None:
    import pty  # noqa: PLC0415

    (tmp_path / "cwd").mkdir()
    (tmp_path / "utkast.txt").write_text("Ring Elsa i 3B: 070-174 06 05!", "utf-8")
    environment = {**quiet_environment(tmp_path), "TERM": "xterm-256color", **variables}
    command = [sys.executable, "-m", "integritetskoll.cli", "check", str(tmp_path / "utkast.txt")]
    process, master = pty.fork()
    if process == 0:
        os.execve(sys.executable, command, environment)  # noqa: S606
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.waitpid(process, 0)
    assert "070-174 06 05" in shown.decode()
    assert (b"\x1b[30;43m" in shown or b"\x1b[1;30;43m" in shown) == (not variables)


@pytest.mark.parametrize(("given", "kept"), [(None, "1"), ("3", "3")])
def test_matrices_are_multiplied_in_one_thread(
    tmp_path: Path, given: str | None, kept: str
) -> None:
    code = (
        "import contextlib, os, sys\n"
        "from integritetskoll.cli.main import run\n"
        "assert 'numpy' not in sys.modules\n"
        "with contextlib.suppress(SystemExit):\n"
        "    run(['--version'])\n"
        "print(os.environ['OPENBLAS_NUM_THREADS'])\n"
    )
    environment = quiet_environment(tmp_path)
    environment.pop("OPENBLAS_NUM_THREADS", None)
    if given:
        environment["OPENBLAS_NUM_THREADS"] = given
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.split()[-1] == kept
