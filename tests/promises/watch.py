"""Run the command line and note what Python itself sees of files, processes and the network.

`python watch.py NOTES ARGUMENTS…`: one line in NOTES for every file opened for writing, every
process started, every address or name asked for that is not this machine (PEP 578 audit events).
"""

from __future__ import annotations

import os
import sys

NOTES = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
THIS_MACHINE = {"127.0.0.1", "::1", "localhost", b"127.0.0.1", b"localhost", "", None}
STARTING = {"subprocess.Popen", "os.system", "os.posix_spawn", "os.exec", "os.fork"}
CHANGING = {"os.mkdir", "os.rename", "os.link", "os.symlink", "sqlite3.connect"}


def forbidden(event: str, arguments: tuple) -> bool:
    if event == "open":
        path, mode, flags = arguments
        writing = any(letter in str(mode or "") for letter in "wax+")
        return (writing or bool(int(flags or 0) & WRITING)) and path != os.devnull
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        return not isinstance(address, tuple) or address[0] not in THIS_MACHINE
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
        return arguments[0] not in THIS_MACHINE
    return event in STARTING | CHANGING or event.startswith("tempfile.")


def note(event: str, arguments: tuple) -> None:
    if forbidden(event, arguments):
        os.write(NOTES, f"{event} {arguments!r}\n".encode())


if __name__ == "__main__":
    sys.addaudithook(note)
    from integritetskoll.cli.main import run

    run(sys.argv[2:])
