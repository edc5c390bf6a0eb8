"""Twenty writing tools at once: no error, and nobody gets somebody else's answer."""

from __future__ import annotations

import json

import pytest

from bench.writing import CLIENTS, asked, at_once, errors, paragraphs

pytestmark = pytest.mark.slow
NAMES = ("Elsa", "Nora", "Ali", "Tindra", "Hugo")


def test_twenty_clients_at_once_get_their_own_answers(server) -> None:
    texts = [
        f"{NAMES[at % len(NAMES)]} i {1 + at % 9}B ringer 070-174 06 {5 + at:02}. {text[:300]}"
        for at, text in enumerate(paragraphs(CLIENTS * 2))
    ]
    alone = list(asked(server.address, texts))
    together = at_once(server.address, texts)
    assert errors(alone, together) == 0
    for text, (_, body) in zip(texts, together, strict=True):
        units = text.encode("utf-16-le")
        words = {
            units[m["offset"] * 2 : (m["offset"] + m["length"]) * 2].decode("utf-16-le")
            for m in json.loads(body)["matches"]
        }
        assert text in words or {text.split()[0], text.partition(".")[0][-13:]} <= words
