"""Compile the pinned requirements, for every platform at once and with hashes.

    python requirements/compile.py            write the pinned files (needs `uv` and a network)
    python requirements/compile.py --check    say whether they still fit what they were made from

The first line of each file holds a digest of its inputs, so that the check needs no network.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent / "pyproject.toml"
BUILD = HERE / "build.in"
GROUPS: dict[str, tuple[str, ...]] = {"base": (), "dev": ("dev",), "train": ("train",)}
OPTIONS = (
    *("--no-config", "--quiet", "--no-header", "--no-annotate"),
    *("--universal", "--generate-hashes", "--python-version", "3.11"),
)
PIN = re.compile(r"[a-z0-9][a-z0-9._-]*(\[[a-z,-]+\])?==[^ ]+( ; .+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def main() -> int:
    """Write or check the files; 1 when a check fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    parser.add_argument("--upgrade", action="store_true", help="take newer versions where they fit")
    options = parser.parse_args()
    if options.check:
        faults = [fault for name in GROUPS for fault in check(name)]
        sys.stderr.write("".join(f"{fault}\n" for fault in faults))
        return 1 if faults else 0
    for name in GROUPS:
        write(name, upgrade=options.upgrade)
    return 0


def digest(name: str) -> str:
    """Return a digest of what a file is made from: dependencies, groups and build backend."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    inputs = {
        "python": project["project"]["requires-python"],
        "runtime": sorted(project["project"]["dependencies"]),
        "groups": {group: sorted(project["dependency-groups"][group]) for group in GROUPS[name]},
        "build": [*project["build-system"]["requires"], BUILD.read_text("utf-8")],
    }
    return hashlib.sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()


def first_line(name: str) -> str:
    """Return the comment that ties a file to its inputs."""
    return f"# Made by `make requirements`; inputs sha256:{digest(name)}\n"


def write(name: str, *, upgrade: bool) -> None:
    """Resolve one file. The versions it already pins are kept unless `upgrade` says otherwise."""
    target = HERE / f"{name}.txt"
    groups = [part for group in GROUPS[name] for part in ("--group", group)]
    shared = [] if name == "base" else ["--constraints", str(HERE / "base.txt")]
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", *OPTIONS, *groups, *shared),
        *(["--upgrade"] if upgrade else []),
        *("--output-file", str(target), str(PROJECT), str(BUILD)),
    ]
    subprocess.run(command, check=True, cwd=HERE.parent)  # noqa: S603 - every part stands above
    target.write_text(first_line(name) + target.read_text("utf-8"), "utf-8")


def check(name: str) -> list[str]:
    """Return what is wrong with one file: out of date, a pin without a hash, anything else."""
    path = HERE / f"{name}.txt"
    first, *lines = path.read_text("utf-8").splitlines()
    faults = [f"{path.name}: run `make requirements`"] if f"{first}\n" != first_line(name) else []
    for number, (line, after) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 2):
        if not (PIN.fullmatch(line) or HASH.fullmatch(line)):
            faults.append(f"{path.name}:{number}: neither a pin nor a hash")
        elif PIN.fullmatch(line) and not HASH.fullmatch(after):
            faults.append(f"{path.name}:{number}: a pin without a hash")
    return faults


if __name__ == "__main__":
    sys.exit(main())
