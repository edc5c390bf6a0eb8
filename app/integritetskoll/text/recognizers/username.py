"""User names at school and handles on social networks.

A login name points out its bearer as a name does (GDPR, article 4(1): "online identifier").
Handles of schools and institutions are nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.late import compile_late
from integritetskoll.text.recognizers.account_words import (
    GROUPS,
    LOGIN,
    MARKUP,
    NETWORK,
    NETWORK_MORE,
    NETWORK_NAMES,
    NO_NAMES,
    TICKETS,
)
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.role_words import is_public_account
from integritetskoll.text.recognizers.starts import at_words, heads_of, scan_at
from integritetskoll.text.recognizers.table_columns import SEPARATORS, cells_under

IS = r"(?: ?(?P<sign>[:=]|->) ?| (?P<verb>är|heter|blir|var|e) | (?:som|med) )[\"'”“]?"
ANY = r"(?P<name>@?[\p{L}\d_](?:[.#-]*+[\p{L}\d_])*+)"
BUILT = (
    r"(?P<name>@?(?=[\p{L}-]*+(?:[\d_#]|\.[\p{L}\d]))(?=[^\s]{0,20}?\p{L}{2})"
    r"[\p{L}\d_](?:[.#-]*+[\p{L}\d_])*+)"
)
"""A token with a digit, an underscore or a dot in it: no word of a sentence looks so."""
END = r"(?![\p{L}\d@/])"
LOGIN_HEADS, NETWORK_HEADS = heads_of(LOGIN), heads_of(f"{NETWORK_NAMES}|{NETWORK_MORE}")
ADD_HEADS = ("lägg till", "adda", "följ", "friend")
AFTER_LABEL = rf"(?:{IS}{ANY}| [\"'”“(]?{BUILT}){END}"
LOGIN_NAME = compile_late(
    rf"\b(?:{LOGIN})(?:"
    rf"(?: (?:till|för|på|i|som)(?: [^\s:.!?]++){{1,4}}?)(?P<sign>: ?)(?P<verb>){BUILT}{END}"
    rf"|{AFTER_LABEL})"
)
NETWORK_NAME = compile_late(rf"\b(?:{NETWORK}){AFTER_LABEL}")
LOGS_IN = compile_late(
    r"\blogg(?:a|ar|ade|at) in (?:[\p{L}-]+ ){0,4}?(?:med|som|=|:)? ?[\"'”“]?"
    r"(?P<name>\p{L}{3,10}\d{2,4})(?![\p{L}\d@])"
    r"|\blogga in: ?(?P<direct>[\p{L}\d._-]{4,30})(?= ?[/,])",
)
AT = compile_late(
    r"(?<![\p{L}\d_.@/:=+-])@(?=[\d._]{0,6}\p{L}{2})[\p{L}\d_](?:[.-]*+[\p{L}\d_]){1,29}+(?![\p{L}\d@/:]|\.\d)"
)
ON = compile_late(rf"[\"'”“]? (?:på|i) (?:{NETWORK_NAMES})(?![\p{{L}}-])")
BEFORE_ON = compile_late(rf"(?P<verb>\bheter [\"'”“]?)?(?<![\p{{L}}\d@.#_-]){ANY}\Z")
HERE_CALLED = compile_late(
    rf"\b(?:på|i) (?:{NETWORK_NAMES}) heter (?:jag|han|hon|hen|vi) [\"'”“]?{ANY}{END}"
)
REACH = 60
"""Characters before "på snap" where the name may begin."""
ADD = compile_late(
    rf"\b(?:lägg till|adda|följ|friend)(?: mig| henne| honom"
    rf"| oss)?(?: på \p{{L}}+)?(?:: ?| )[\"'”“]?{BUILT}{END}",
)
TAGGED = compile_late(r"(?<![\p{L}\d#@])(?P<name>\p{L}[\p{L}\d_.]{1,31}#\d{4})(?!\d)")
LOGIN_HEADING = compile_late(
    r"användar(?:e|namn|id|-id)|user ?name|user|inlogg(?:ning)?|login|konto(?:namn)?|elevkonto"
    r"|datorkonto"
)
NETWORK_HEADING = compile_late(r"snap(?:chat)?|insta(?:gram)?|tiktok|discord|gamertag|nick")
CELL = compile_late(r"@?[\p{L}\d_](?:[.#-]*+[\p{L}\d_]){2,40}+")
PLAIN = compile_late(r"\p{Ll}[a-z]{3,19}")
AFTER_PLAIN = compile_late(
    r"\s*+(?:$|[\n,;.)/\"'”“!|(]|och (?:lösen|pw|pass)|lösen|pw\b|lägg|adda)"
)
NUMBERED = compile_late(
    r"(?:kap|sid|s|v|kl|nr|ca|bl|t|ver|version|vers|bild|img|dsc|del|avsnitt|nivå|level"
    r"|x)[._-]?\d[\d.]*",
    regex.IGNORECASE,
)
FILE = compile_late(
    r"\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|pptx?|mp[34]|mov|html?|py|js|txt|zip|odt|se|com|org|net"
    r"|nu)$",
    regex.IGNORECASE,
)
CODE_AFTER = compile_late(
    r"\s*\(|[^\n]{0,40}\n\s*(?:@|def |class |async |public |private |protected )"
)
LOGIN_SIGNS = ("anv", "user", "login", "inlogg", "logg", "konto", "elev-id", "elevid")
NETWORK_SIGNS = (
    "snap",
    "insta",
    "ig:",
    "ig ",
    "tiktok",
    "tik tok",
    "discord",
    "gamer",
    "nick",
    "alias",
    "roblox",
    "minecraft",
    "fortnite",
    "steam",
    "xbox",
    "psn",
    "twitch",
    "youtube",
    "yt",
    "bereal",
    "kik",
    "twitter",
    "facebook",
    "fb",
    "messenger",
    "telegram",
    "threads",
    "lägg till",
    "adda",
    "följ",
    "handle",
    "epic",
    "spelnamn",
    "scratch",
)


class UsernameRecognizer(SwedishRecognizer):
    """A login name or a handle; the span is the name itself."""

    ENTITIES = (Entity.USERNAME,)
    CODES = ("username", "social_handle")

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every account name once, in no certain order."""
        seen: set[int] = set()
        for start, end, code in _candidates(text):
            if start not in seen:
                seen.add(start)
                yield Hit(Entity.USERNAME, start, end, code)


def _candidates(text: str) -> Iterator[tuple[int, int, str]]:
    lowered = fold_case(text)
    if any(sign in lowered for sign in LOGIN_SIGNS):
        yield from _logins(text, lowered)
    if any(sign in lowered for sign in NETWORK_SIGNS):
        yield from _on_networks(text, lowered)
    if any(separator in text for separator in SEPARATORS):
        yield from _columns(text)
    if "@" in text:
        yield from _handles(text)
    if "#" in text:
        for match in scan(TAGGED, text):
            if match["name"].partition("#")[0].lower() not in TICKETS:
                yield *match.span("name"), "social_handle"


def _logins(text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    for match in scan_at(LOGIN_NAME, lowered, at_words(lowered, LOGIN_HEADS)):
        if _is_name(text, match):
            yield *match.span("name"), "username"
    for match in scan(LOGS_IN, lowered):
        group = "name" if match["name"] else "direct"
        if match[group] not in NO_NAMES and not is_public_account(match[group]):
            yield *match.span(group), "username"


def _on_networks(text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    places = at_words(lowered, NETWORK_HEADS)
    for match in scan_at(NETWORK_NAME, lowered, places):
        if _is_name(text, match):
            yield *match.span("name"), "social_handle"
    for match in scan_at(ADD, lowered, at_words(lowered, ADD_HEADS)):
        if _is_free(match["name"]) and _is_built(match["name"]):
            yield *match.span("name"), "social_handle"
    if not places:
        return
    for on in scan(ON, lowered):
        before = BEFORE_ON.search(lowered, max(0, on.start() - REACH), on.start())
        if before and _is_free(before["name"]) and _is_said(on, before):
            yield *before.span("name"), "social_handle"
    for match in scan(HERE_CALLED, lowered):
        if _is_free(match["name"]):
            yield *match.span("name"), "social_handle"


def _is_said(on: regex.Match[str], before: regex.Match[str]) -> bool:
    """Whether a word is a name on a network: "heter tove på snap", or built and "i Roblox"."""
    built = _is_built(before["name"])
    return built or (bool(before["verb"]) and " på " in on.group())


def _columns(text: str) -> Iterator[tuple[int, int, str]]:
    for heading, code in ((LOGIN_HEADING, "username"), (NETWORK_HEADING, "social_handle")):
        for start, end in cells_under(text, heading):
            cell = text[start:end]
            if CELL.fullmatch(cell) and cell.lower() not in NO_NAMES:
                yield start, end, code


def _is_name(text: str, match: regex.Match[str]) -> bool:
    """Decide by shape: a built name always, a plain word only where no other can stand."""
    name = text[slice(*match.span("name"))]
    if not _is_free(name):
        return False
    if name.startswith("@") or _is_built(name):
        return True
    after = AFTER_PLAIN.match(text, match.end("name"))
    said = bool(match["sign"] or match["verb"])
    return said and bool(PLAIN.fullmatch(name) and after)


def _is_free(name: str) -> bool:
    lowered = name.lstrip("@").lower()
    return not (
        lowered in NO_NAMES
        or lowered in GROUPS
        or NUMBERED.fullmatch(lowered)
        or FILE.search(lowered)
        or is_public_account(lowered)
    )


def _is_built(name: str) -> bool:
    letters = sum(c.isalpha() for c in name)
    return letters > 1 and any(c in "_#." or c.isdigit() for c in name)


def _handles(text: str) -> Iterator[tuple[int, int, str]]:
    for match in scan(AT, text):
        name = match.group()[1:].lower()
        if name in MARKUP or name in GROUPS or is_public_account(name) or FILE.search(name):
            continue
        at_line_start = (
            not text[: match.start()].rpartition("\n")[2].strip() if match.start() else True
        )
        if at_line_start and CODE_AFTER.match(text, match.end()):
            continue
        yield *match.span(), "social_handle"
