"""Names of schools, preschools and after-school centres.

A school narrows a person down; which preschool a child goes to is a personal circumstance
(OSL 23 kap. 1 §). The forms follow the names in Skolverket's register of school units.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.persons.tokens import Names
from integritetskoll.text.persons.wordlists import words
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan

_HEAD = r"(?:\p{Lu}[\p{Ll}\p{Lu}]*+|S:t|S:ta|f\.d\.)(?:-\p{Lu}\p{L}*+)?"
_KIND = (
    r"(?:[Ff]ria |[Kk]ristna |[Ii]nternationella |[Ee]ngelska |[Aa]npassade? |[Nn]ya |[Gg]amla |"
    r"[Kk]ommunala |[Ee]nskilda )?"
    r"(?:[Ss]kol(?:an|ans|a|as|orna)|[Ff]örskol(?:a|as|an|ans)|[Ff]riskol(?:a|as|an|ans)|"
    r"[Gg]rundskol(?:a|as|an|ans)|[Gg]ymnasi(?:um|ums|et|ets|eskola|eskolas)|"
    r"[Cc]entralskol(?:a|as|an|ans)|[Mm]ontessoriskol(?:a|as|an)|[Ww]aldorfskol(?:a|as|an)|"
    r"(?:[Ff]olk)?högskol(?:a|as)|[Bb]yskol(?:a|as)|[Rr]esursskol(?:a|as|an)|[Gg]årdsskol(?:a|as)|"
    r"[Kk]yrkskol(?:a|as)|[Nn]aturbruksgymnasi(?:um|ums|et)|[Pp]raktiska gymnasi(?:um|et)|"
    r"[Hh]ögstadieskol(?:a|as)|[Bb]arnskol(?:a|as)|"
    r"[Mm]ontessoriförskol(?:a|as)|[Uu]teförskol(?:a|as)|[Ll]ärcent(?:er|rum)|[Ff]ritids(?:hem|"
    r"hems|gård)?|[Ss]ärskol(?:a|as)|[Ss]ameskol(?:a|as)|[Mm]usikklasser)"
)
_LEVELS = r"(?: (?:F|f|[1-9])-[1-9](?![\p{L}\d]))?"
_NAMED = regex.compile(
    rf"(?<![\p{{L}}\d.@-])(?P<heads>{_HEAD}(?: {_HEAD}| (?:i|af|von|"
    rf"och)(?= \p{{Lu}})){{0,4}}?) (?P<kind>{_KIND})(?!\p{{L}}|-\p{{L}}){_LEVELS}"
)
_ONE_WORD = regex.compile(
    r"(?<![\p{L}\d.@-])(?P<heads>(?:(?:\p{Lu}\p{L}*+|"
    r"S:t) ){0,3}?)(?P<word>\p{Lu}[\p{L}-]*?(?:[a-zåäöé](?:skolan|skolans|skolorna|gymnasiet|"
    r"gymnasiets|gymnasium|gymnasiums|förskola|förskolas|förskolan|förskolans|fritidshem|"
    r"akademin)))(?![\p{L}]|-\p{L})"
    rf"(?P<more>(?: fritids(?:hem(?:met)?)?)?){_LEVELS}"
)
_AFTER = regex.compile(
    r"\b(?:[Ff]örskolan|[Ff]riskolan|[Gg]ymnasiet|[Ff]ritidshemmet|[Ff]amiljedaghemmet|"
    r"[Mm]ontessoriförskolan|[Mm]ontessoriskolan|[Ww]aldorfskolan|[Uu]teförskolan|"
    r"[Ff]reinetskolan|"
    r"[Mm]usikskolan|[Dd]agiset|[Ff]ritidsgården|[Ss]kolenheten|[Bb]yskolan|"
    r"[Kk]ooperativet) [\"'”]?(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)[\"'”]?"
)
_CHAIN = regex.compile(
    r"\b(?:Vittra|Rytmus|Pro[Cc]ivitas|Prolympia|Jensen|JENSEN|Pysslingen|Thoren (?:Framtid|"
    r"Business School|Innovation School)|TBS|IES|NTI|LBS|"
    r"Internationella [Ee]ngelska [Ss]kolan|Engelska [Ss]kolan|Drottning Blankas?|Cybergymnasiet|"
    r"Kunskapsskolan|Svedenskolan|Futuraskolan|Raoul Wallenbergskolan)"
    r"(?:s)?(?: (?:[Gg]ymnasium|[Gg]ymnasiet|[Gg]rundskola|[Ff]örskola|"
    r"[Ss]kolan))?(?: \p{Lu}\p{Ll}+)?s?\b(?<=[a-z] [^\n]{3,40}|skolan|gymnasiet|gymnasium)"
)
_SMALL = regex.compile(
    r"(?<=\b(?:på|från|till|vid|i) )\p{Ll}{2,}(?:backa?s?|bergs?|dals?|lunds?|viks?|bys?|torps?|"
    r"ås|sjö|näs|holms?|bjork|björks?|kulla|haga|hags|änga|ängs|strands?|hults?|bro|fors|ströms?|"
    r"myre|skogs?|äng|gårds|parks|stads|dahls?|feldts?|sten(?:s|a)?)(?:skolan|skolans|"
    r"gymnasiet)(?!\p{L})"
)
_STARTERS = frozenset(
    "anpassade fria kristna kommunala fristående vår vårt våra er ert era en ett alla den det "
    "denna detta min mitt din hela varje ingen inga någon vilken "
    "vilka annan andra ny nya gammal gamla bra bästa egen samma i på från till vid för om av med "
    "och men att "
    "efter under innan mellan hej välkommen välkomna tack rektor idag nu när här där kommunens "
    "stadens "
    "sveriges dagens landets elevens barnens framtidens familjens svensk svenska kommunal "
    "fristående".split()
)


class SchoolRecognizer(SwedishRecognizer):
    """Schools by the form of their names; "skolan" and "simskolan" are none."""

    ENTITIES = (Entity.SCHOOL,)
    CODES = ("school",)
    WANTS_NAMES = True

    def find(self, text: str, doc: Any) -> Iterable[Hit]:  # noqa: ARG002
        """Yield every school; none overlaps another."""
        lower = text.lower()
        if not any(
            part in lower for part in ("skol", "gymn", "fritids", "dagis", "vittra", "rytmus")
        ):
            return
        last = 0
        for start, end in sorted(self._spans(text), key=lambda span: (span[0], -span[1])):
            if start >= last:
                last = end
                yield Hit(Entity.SCHOOL, start, end, "school")

    def _spans(self, text: str) -> Iterable[tuple[int, int]]:
        for match in scan(_NAMED, text):
            start = self._head(text, match.start(), match.end("heads"), match["kind"])
            if start is not None:
                yield start, match.end()
        for match in scan(_ONE_WORD, text):
            if not _generic(match["word"]):
                yield _skip_starters(text, match.start(), match.start("word")), match.end()
        for match in scan(_AFTER, text):
            if match["name"].split()[0].lower() not in _STARTERS | words(
                "school_words", "function"
            ):
                yield match.start(), match.end()
        for match in scan(_CHAIN, text):
            yield match.span()
        for match in scan(_SMALL, text):
            if not _generic(match[0]):
                yield match.span()

    def _head(self, text: str, start: int, end: int, kind: str) -> int | None:
        """Where the name begins before "skola"; None for "Vår skola" and "Elsas skola"."""
        start = _skip_starters(text, start, end)
        head = text[start:end].strip().lower()
        if not head or head in words("school_words", "calendar", "function", "heading"):
            return None
        if " " in head or self._table is None or kind.lower().startswith("gymn"):
            return start
        names = Names(self._table)
        names.read([head])
        known = names.of(head)
        return None if known.given >= 3 and not known.place else start


def _skip_starters(text: str, start: int, end: int) -> int:
    """Leave out the words before a name that have a capital for other reasons."""
    place = start
    for match in regex.finditer(r"\S+\s*", text[start:end]):
        if match[0].strip().lower() not in _STARTERS:
            break
        place = start + match.end()
    return place


def _generic(word: str) -> bool:
    lower = word.lower().removesuffix("s")
    generic = words("school_words", "generic_school")
    return lower in generic or lower.removesuffix("n") in generic
