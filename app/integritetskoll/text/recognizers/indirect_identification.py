"""Descriptions that point out one pupil without a name: "den nya eleven från Ukraina i 5A".

In a group of some thirty, a description identifies (GDPR recital 26: singling out).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan

_ONE = (
    r"(?:eleven|flickan|pojken|tjejen|killen|grabben|barnet|ungen|klasskamraten|klasskompisen|"
    r"kompisen|bebisen)"
)
_MANY = (
    r"(?:tvillingarna|trillingarna|syskonen|syskonparet|bröderna|systrarna|tvillingparet|"
    r"tvillingbröderna|"
    r"tvillingsystrarna|kusinerna)"
)
_CLASS = (
    r"(?:\d:an|(?:klass |åk ?|årskurs )?\d ?[A-Fa-f]?\b|(?:hela )?(?:ettan|tvåan|trean|fyran|"
    r"femman|sexan|sjuan|åttan|nian)|"
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
_AID = (
    r"(?:permobil|rullstol|rullator|hörapparat|hörselkåp|insulinpump|pump|käpp|krycko|ledarhund|"
    r"assistenthund|protes|slöja|hijab|turban|"
    r"kippa|sondmat|sond|talapparat|pratapparat|cochlea|syrgas|tandställning|assistent|"
    r"resursperson|benprotes|epipen|stödskena|"
    r"korsett|ögonlapp|blindkäpp|gåstol|tics|adhd|autism|downs? syndrom|cp-skada|diabetes|"
    r"epilepsi)\p{L}*"
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
_WHOLE = regex.compile(
    rf"(?:\b(?:den|vår|er) nya? (?:\p{{L}}+ )?(?:{_ONE}|elev|tjej|kille|flicka|pojke|klasskamrat|"
    rf"klasskompis)"
    rf"(?: (?:från {_PLACE}|i {_CLASS}|på {_PLACE}|som (?:heter|kom|kommer|började|börjar|"
    rf"flyttade) [^\n.,!?]{{2,50}}|med {_AID}))++"
    rf"|\b(?:de|våra) (?:två |tre )?nya? (?:eleverna|elever|syskonen|barnen) (?:från {_PLACE}|"
    rf"i {_CLASS})(?: (?:från {_PLACE}|i {_CLASS}))?"
    rf"|\b{_MANY} (?:i|på|från) (?:{_CLASS}|klassen|{_PLACE})"
    rf"|\b{_JOBS}(?:n|ns|ens|s|ans|ets|ns) (?:egen |egna |yngsta |äldsta |lilla )?(?:son|dotter|"
    rf"barn|pojke|flicka|tjej|kille|grabb|tvillingar|söner|döttrar)\b"
    rf"|\b(?:han|hon|hen|den|eleven|{_ONE}) (?:med|i) (?:en |ett |sin |det |"
    rf"den )?{_AID}(?: i {_CLASS})?"
    rf"|\b{_ONE} som (?:inte )?(?:\p{{Ll}}+ ){{1,3}}?(?:hos oss|{_WHEN}|till (?:oss|{_CLASS})|"
    rf"från {_PLACE}|i {_CLASS})(?: (?:från {_PLACE}|i {_CLASS}|{_WHEN}))*+"
    rf"|\b(?:den|det) (?:enda|ende) (?:\p{{L}}+ )?(?:{_ONE}|muslimen|juden|tjejen|invandraren|"
    rf"romen|samen) (?:i|på|med|från|som) (?:{_CLASS}|klassen|gruppen|skolan|avdelningen|"
    rf"årskursen|{_AID}|{_PLACE}|programmet)(?: i {_CLASS})?"
    rf"|\b(?:klassens|skolans|gruppens|årskursens|avdelningens|vår|{_CLASS}s) (?:enda|"
    rf"ende) (?:\p{{L}}+ )?(?:elev|flicka|pojke|tjej|kille|muslim|jude|same|rom|barn)\b"
    rf"|\b(?:den|det|vår) \p{{Ll}}+[ae] (?:{_ONE}) (?:i|från|på) (?:{_CLASS}|"
    rf"{_PLACE})(?: i {_CLASS})?"
    rf"|\b(?:den|vår|de|våra) (?!svenska|nordiska|engelska)\p{{Ll}}{{3,}}ska (?:{_ONE}|elev|"
    rf"eleverna|familjen|bröderna|systrarna|syskonen|tvillingarna)\b(?: i {_CLASS})?"
    rf"|\b(?:{_ONE}|familjen|syskonen|bröderna|systrarna) från (?!början|och|den|"
    rf"klassen){_PLACE}(?: i {_CLASS})?"
    rf"|\b{_ONE} i {_CLASS} (?:som|med) (?:\p{{L}}+ ){{0,3}}?(?:{_AID}|kom \p{{L}}+ \p{{L}}+|"
    rf"flytta\p{{L}}+|saknar \p{{L}}+|är \p{{L}}+))",
    regex.IGNORECASE,
)
_QUICK = (
    "nya", "tvilling", "trilling", "syskon", "bröder", "systrar", "son", "dotter", "barn", "pojke",
    "flicka", "tjej", "kille", "eleven", "elev ", "grabb", "han ", "hon ", "hen ", "enda",
    "ende", "kusin", "familjen", "ungen", "kompis",
)  # fmt: skip
_FICTION = regex.compile(
    r"(?i)\b(?:romulus|remus|hans och greta|sagan|romanen|novellen|boken|filmen|pjäsen|karl xii|"
    r"gustav vasa|berättelsen|"
    r"dikten|1[0-8]\d\d|kapitel|kap\.|huvudpersonen|långstrump|lejonhjärta|grimm)\b"
)
_CAPITAL_AFTER = regex.compile(r"(?:från|på) \p{Ll}")


class IndirectIdentificationRecognizer(SwedishRecognizer):
    """Descriptions that single out a pupil, whole as written."""

    ENTITIES = (Entity.INDIRECT_IDENTIFICATION,)
    CODES = ("indirect_description",)

    def find(self, text: str, doc: Any) -> Iterable[Hit]:  # noqa: ARG002
        """Yield every description; what is said of new pupils in general is none."""
        lower = text.lower()
        if not any(word in lower for word in _QUICK):
            return
        for match in scan(_WHOLE, text):
            start, end = match.span()
            if _CAPITAL_AFTER.search(match[0]) or _in_fiction(text, start, end):
                continue
            end -= len(match[0]) - len(match[0].rstrip(" ,"))
            yield Hit(Entity.INDIRECT_IDENTIFICATION, start, end, "indirect_description")


def _in_fiction(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    around = text[max(line, start - 80) : min(stop if stop >= 0 else len(text), end + 60)]
    return bool(_FICTION.search(around))
