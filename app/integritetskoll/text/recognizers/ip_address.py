"""IP addresses of version 4 and 6 (RFC 791, RFC 4291), read by the standard library.

An address of a home or a device is personal data (EU court, C-582/14 Breyer); private,
loopback and documentation ranges point to nobody outside the house and have a code of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan

VERSION_4 = regex.compile(r"(?<![\w.:-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)")
VERSION_6 = regex.compile(
    r"(?<![\w.:])(?=[0-9a-fA-F:]{0,40}:)[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}"
    r"(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?![\w:])"
)
LONG_GROUP = regex.compile(r"(?=.*\d).*[0-9a-fA-F]{3}|\d\S*:fe")
NOT_ADDRESS = regex.compile(
    r"(?<!\pL)(?:kap(?:itel)?|avsnitt|version|ver|v|release|uppgift|punkt|paragraf|nr|firmware|build"
    r"|programvara|uppdatering|§+|lgr|uppg|övning|rubrik|steg|ios|android|windows|chrome|app)"
    r"\.?:? ?$",
    regex.IGNORECASE,
)


class IpAddressRecognizer(SwedishRecognizer):
    """A whole IP address; a section or a version number with three dots isn't one."""

    ENTITIES = (Entity.IP_ADDRESS,)
    CODES = ("ip_address", "ip_address_private")

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the addresses, version 4 first."""
        if text.count(".") > 2:
            for match in scan(VERSION_4, text):
                if not NOT_ADDRESS.search(text[max(0, match.start() - 16) : match.start()]):
                    yield from _hits(match)
        if text.count(":") > 1:
            for match in scan(VERSION_6, text):
                # Short groups may be a clock, a score or code: "10::30", "1:2:3:4:5:6:7:8", "a::b".
                if LONG_GROUP.search(match.group()) or match.group() == "::1":
                    yield from _hits(match)


def _hits(match: regex.Match[str]) -> Iterator[Hit]:
    try:
        address = ip_address(match.group())
    except ValueError:
        return
    if address.is_unspecified or (address.version == 4 and match.group().startswith("0.")):
        return
    code = "ip_address" if address.is_global else "ip_address_private"
    if address.version == 4 and address.is_multicast:
        return
    yield Hit(Entity.IP_ADDRESS, match.start(), match.end(), code)
