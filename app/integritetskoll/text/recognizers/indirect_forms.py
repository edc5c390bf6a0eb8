"""The forms of descriptions that single out a pupil, each with the words it can't do without.

A text is searched for a form only when one of its words stands there: most texts have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from integritetskoll.text.recognizers.school_class_spelled import SINGULAR

_ONES = (
    "eleven", "flickan", "pojken", "tjejen", "killen", "grabben", "barnet", "ungen",
    "klasskamraten", "klasskompisen", "kompisen", "bebisen",
)  # fmt: skip
_GROUPS = (
    "tvillingarna", "trillingarna", "syskonen", "syskonparet", "bröderna", "systrarna",
    "tvillingparet", "tvillingbröderna", "tvillingsystrarna", "kusinerna",
)  # fmt: skip
_AIDS = (
    "permobil", "rullstol", "rullator", "hörapparat", "hörselkåp", "insulinpump", "pump", "käpp",
    "krycko", "ledarhund", "assistenthund", "protes", "slöja", "hijab", "turban", "kippa", "sond",
    "talapparat", "pratapparat", "cochlea", "syrgas", "tandställning", "assistent", "resursperson",
    "benprotes", "epipen", "stödskena", "korsett", "ögonlapp", "blindkäpp", "gåstol", "tics",
    "adhd", "autism", "downs syndrom", "cp-skada", "diabetes", "epilepsi",
)  # fmt: skip
_CHILDREN = (
    "son", "dotter", "barn", "pojke", "flicka", "tjej", "kille", "grabb", "tvillingar", "söner",
    "döttrar",
)  # fmt: skip
_WHOSE = ("egen", "egna", "yngsta", "äldsta", "lilla")
_FAMILY = ("familjen", "syskonen", "bröderna", "systrarna")
_ONE = f"(?:{'|'.join(_ONES)})"
_MANY = f"(?:{'|'.join(_GROUPS)})"
_AID = rf"(?:{'|'.join(_AIDS)})\p{{L}}*"
_CHILD = f"(?:{'|'.join(_CHILDREN)})"
_CLASS = (
    r"(?:\d:an|(?:klass |åk ?|årskurs )?\d ?[A-Fa-f]?\b|(?:hela )?"
    rf"(?:{SINGULAR})|"
    r"f-klassen|förskoleklassen|(?-i:\p{Lu}{2,3}\d\d?\p{L}?)\b|(?:fordon|bygg|vård|el|teknik|"
    r"natur|samhäll|ekonomi|estet|handel)s? ?(?:ettan|tvåan|trean)|"
    r"avd(?:\.|elning(?:en)?) (?-i:\p{Lu}\p{Ll}+)|parallellklassen|vår (?:klass|grupp|"
    r"parallellklass)|(?:min|er|deras) klass)"
)
_PLACE = r"(?-i:\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)"
_WHEN = (
    r"(?:i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    r"december|höstas|våras|somras|vintras|"
    r"fredags|måndags|tisdags|onsdags|torsdags|lördags|söndags|år|höst|vår)|förra (?:veckan|"
    r"terminen|året|månaden|läsåret)|"
    r"nyss|nyligen|sist|mitt i terminen|efter (?:jul|lovet|sommaren|påsk|sportlovet|höstlovet))"
)
_JOBS = (
    r"(?:rektor|biträdande rektor|lärare|mattelärare|idrottslärare|klasslärare|mentor|kurator|"
    r"vaktmästare|skolsköterska|"
    r"förskollärare|fritidsledare|kock|vikarie|kommunalråd|kyrkoherde|präst|polis|borgmästare|"
    r"skolchef|busschaufför|tränare|"
    r"tandläkare|distriktssköterska|handlare|icahandlare|ica-handlare|bibliotekarie|"
    r"specialpedagog|fritidspedagog|"
    r"skolsekreterare|elevassistent|studievägledare)"
)


@cache
def form(pattern: str) -> regex.Pattern[str]:
    """Compile one of the forms when a text first needs it: nine of them slow the start down."""
    return regex.compile(pattern, regex.IGNORECASE)


FORMS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("nya ", "ny "),
        (
            rf"\b(?:den|vår|er) nya? (?:\p{{L}}+ )?(?:{_ONE}|elev|tjej|kille|flicka|pojke|"
            rf"klasskamrat|klasskompis)(?: (?:från {_PLACE}|i {_CLASS}|på {_PLACE}|"
            rf"som (?:heter|kom|kommer|började|börjar|flyttade) [^\n.,!?]{{2,50}}|med {_AID}))++"
            rf"|\b(?:de|våra) (?:två |tre )?nya? (?:eleverna|elever|syskonen|barnen)"
            rf"(?: (?:från {_PLACE}|i {_CLASS})){{1,2}}+"
        ),
    ),
    (_GROUPS, (rf"\b{_MANY} (?:i|på|från|ur) (?:{_CLASS}|klassen|{_PLACE})")),
    (
        tuple(f"s {word}" for word in (*_CHILDREN, *_WHOSE)),
        (rf"\b{_JOBS}(?:n|ns|ens|s|ans|ets|ns) (?:(?:{'|'.join(_WHOSE)}) )?{_CHILD}\b"),
    ),
    (
        _AIDS,
        (
            rf"\b(?:han|hon|hen|den|{_ONE}) (?:med|i) (?:en |ett |sin |det |den )?{_AID}"
            rf"(?: i {_CLASS})?"
        ),
    ),
    (
        tuple(f"{word} som " for word in _ONES),
        (
            rf"\b{_ONE} som (?:inte )?(?:\p{{Ll}}+ ){{1,3}}?(?:hos oss|{_WHEN}|"
            rf"till (?:oss|{_CLASS})|från {_PLACE}|i {_CLASS})"
            rf"(?: (?:från {_PLACE}|i {_CLASS}|{_WHEN}))*+"
        ),
    ),
    (
        ("enda ", "ende "),
        (
            rf"\b(?:den|det) (?:enda|ende) (?:\p{{L}}+ )?(?:{_ONE}|muslimen|juden|invandraren|"
            rf"romen|"
            rf"samen) (?:i|på|med|från|som) (?:{_CLASS}|klassen|gruppen|skolan|avdelningen|"
            rf"årskursen|"
            rf"{_AID}|{_PLACE}|programmet)(?: i {_CLASS})?"
            rf"|\b(?:klassens|skolans|gruppens|årskursens|avdelningens|vår|{_CLASS}s) (?:enda|"
            rf"ende) "
            rf"(?:\p{{L}}+ )?(?:elev|flicka|pojke|tjej|kille|muslim|jude|same|rom|barn)\b"
        ),
    ),
    (
        tuple(f"{word} {link} " for word in _ONES for link in ("i", "från", "på", "ur")),
        (
            rf"\b(?:den|det|vår) \p{{Ll}}+[ae] {_ONE} (?:i|från|på|ur) (?:{_CLASS}|{_PLACE})"
            rf"(?: i {_CLASS})?"
            rf"|\b{_ONE} i {_CLASS} (?:som|med) (?:\p{{L}}+ ){{0,3}}?(?:{_AID}|"
            rf"kom \p{{L}}+ \p{{L}}+|"
            rf"flytta\p{{L}}+|saknar \p{{L}}+|är \p{{L}}+)"
        ),
    ),
    (
        tuple(f"ska {word}" for word in (*_ONES, *_GROUPS, *_FAMILY, "elev")),
        (
            rf"\b(?:den|vår|de|våra) (?!svenska|nordiska|engelska)\p{{Ll}}{{3,}}ska "
            rf"(?:{_ONE}|elev|eleverna|{'|'.join(_FAMILY)}|tvillingarna)\b(?: i {_CLASS})?"
        ),
    ),
    (
        tuple(f"{word} från " for word in (*_ONES, *_FAMILY)),
        (rf"\b(?:{_ONE}|{'|'.join(_FAMILY)}) från {_PLACE}(?: i {_CLASS})?"),
    ),
)


_SHARED = (*_ONES, *_GROUPS, *_FAMILY)
"""What several forms need with other words around it: looked for once."""


def forms_in(lower: str) -> Iterator[regex.Pattern[str]]:
    """Yield the forms that one of whose words stands in a lower-case text."""
    here = frozenset(word for word in _SHARED if word in lower)
    for needed, pattern in _needs():
        for shared, word in needed:
            if (not shared or shared in here) and word in lower:
                yield form(pattern)
                break


@cache
def _needs() -> tuple[tuple[tuple[tuple[str, str], ...], str], ...]:
    """The forms; before each of their words the shared one in it, or an empty string."""
    return tuple(
        (tuple((next((s for s in _SHARED if s in word), ""), word) for word in needed), pattern)
        for needed, pattern in FORMS
    )
