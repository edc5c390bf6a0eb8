"""The recorded requests (recorded.toml), and what an answer to one must cover."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ADD_ONS = (
    "app://obsidian.md",
    "chrome-extension://oldceeleldhonbafppcapldpdifcinji",
    "moz-extension://0f3b0496-5fa4-4942-99b5-7644b7c6e8d1",
)
"""The origins that the requests come from."""


@dataclass(frozen=True)
class Recorded:
    """A request as a client sends it; `text` is the client's text, `words` are to be found."""

    client: str
    source: str
    method: str
    target: str
    body: str
    text: str
    words: tuple[str, ...]
    headers: dict[str, str]

    def raw(self, host: str) -> bytes:
        """The request as it goes over the wire."""
        body = self.body.encode()
        lines = [f"{self.method} {self.target} HTTP/1.1", f"Host: {host}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if body:
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + body

    def covered(self, answer: dict[str, Any]) -> list[str]:
        """The words of the client's text that the matches lie over."""
        units = self.text.encode("utf-16-le")
        return [
            units[m["offset"] * 2 : (m["offset"] + m["length"]) * 2].decode("utf-16-le")
            for m in answer["matches"]
        ]


def recorded() -> list[Recorded]:
    """Every request of the file."""
    raw = Path(__file__).with_suffix(".toml").read_text("utf-8")
    return [
        Recorded(**{**one, "words": tuple(one["words"])}) for one in tomllib.loads(raw)["request"]
    ]


REQUESTS = recorded()
