"""Which strings are names of hosts on the net: by the public suffix list, from a bundled copy.

publicsuffix.org through tldextract. Nothing is downloaded and nothing is cached on disk: the
snapshot inside the installed package is the only source (docs/design.md, section 8).
"""

from __future__ import annotations

from functools import cache

import tldextract

INNER = frozenset({"example", "intern", "internal", "invalid", "lan", "local", "skola", "test"})
"""Endings that no list knows, used inside schools' own nets and in documentation (RFC 2606)."""


def host_end(host: str) -> int:
    """Return where the name of a host in `host` ends, 0 when there is none.

    Words that a missing space glued to it fall off: "example.se.Hon" ends after "example.se".
    """
    labels = host.split(".")
    while len(labels) > 1:
        last = labels[-1]
        glued = last[:1].isupper() and labels[-2].islower()
        if not glued and _known_ending(".".join(labels).lower()):
            return len(".".join(labels))
        labels.pop()
    return 0


def _known_ending(host: str) -> bool:
    if host.rpartition(".")[2] in INNER:
        return True
    found = _suffixes().extract_str(host)
    return bool(found.suffix and found.domain)


@cache
def _suffixes() -> tldextract.TLDExtract:
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, fallback_to_snapshot=True)
