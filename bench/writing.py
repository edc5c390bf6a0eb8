"""A paragraph as writing tools send it, and many tools at once: `python -m bench.writing`.

A server of its own with the settings it has by itself, and paragraphs of 300 words as
LibreOffice sends them, each another. First one client; then twenty at once, each with a
connection of its own, who must get the answers that the one got.
"""

from __future__ import annotations

import http.client
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import median, quantiles
from urllib.parse import urlsplit

from bench.measure import Line
from bench.process import server
from bench.texts import school_text

WORDS, CLIENTS, EACH = 300, 20, 8
FORM = {"content-type": "application/x-www-form-urlencoded"}
OK = 200
Answers = list[tuple[float, bytes]]
"""Milliseconds and body of each answer; the body is empty where the answer was an error."""


def main() -> int:
    """Print the figures beside their budgets; 1 where one is broken or an answer was wrong."""
    texts = paragraphs(CLIENTS * EACH)
    with server() as (_, address):
        wait_for(address, texts[:3])
        alone = list(asked(address, texts))
        line = Line(f"/v2/check of {WORDS} words, one client", median(times(alone)), 40, "ms")
        print(line, flush=True)
        begun = time.perf_counter()
        together = at_once(address, texts)
        seconds = time.perf_counter() - begun
    wrong = errors(alone, together)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(Line(f"{CLIENTS} clients at once, {EACH} texts each: wrong answers", wrong, 0, ""))
    print(f"  {len(texts) / seconds:.0f} texts a second on {cores} cores, one worker")
    slow = quantiles(times(together), n=10)[-1]
    print(f"  median {median(times(together)):.0f} ms, nine of ten within {slow:.0f} ms")
    return 1 if line.broken or wrong else 0


def paragraphs(number: int) -> list[str]:
    """Return paragraphs of 300 words of school prose."""
    words = school_text(number * WORDS * 9).split()
    return [" ".join(words[at * WORDS : (at + 1) * WORDS]) for at in range(number)]


def at_once(address: str, texts: Sequence[str], *, clients: int = CLIENTS) -> Answers:
    """Return the answers to the texts, in their order, dealt out to clients that ask at once."""
    shares = [texts[at::clients] for at in range(clients)]
    with ThreadPoolExecutor(clients) as pool:
        done = list(pool.map(lambda share: list(asked(address, share)), shares))
    return [done[at % clients][at // clients] for at in range(len(texts))]


def errors(alone: Answers, together: Answers) -> int:
    """Count the texts with an error, or with another answer than a client alone got."""
    pairs = zip(alone, together, strict=True)
    return sum(not one[1] or one[1] != other[1] for one, other in pairs)


def times(answers: Iterable[tuple[float, bytes]]) -> list[float]:
    """Return the milliseconds of each answer."""
    return [taken for taken, _ in answers]


def asked(address: str, texts: Sequence[str]) -> Iterator[tuple[float, bytes]]:
    """Yield milliseconds and body, text by text, over one connection."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
    try:
        for text in texts:
            begun = time.perf_counter()
            connection.request("POST", "/v2/check", f"text={text}&language=sv-SE".encode(), FORM)
            answer = connection.getresponse()
            body = answer.read()
            yield (time.perf_counter() - begun) * 1000, body if answer.status == OK else b""
    finally:
        connection.close()


def wait_for(address: str, texts: Sequence[str], patience: float = 30) -> None:
    """Wait until the server answers; raises OSError when it never does."""
    give_up = time.monotonic() + patience
    while True:
        try:
            list(asked(address, texts))
        except OSError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)
        else:
            return


if __name__ == "__main__":
    sys.exit(main())
