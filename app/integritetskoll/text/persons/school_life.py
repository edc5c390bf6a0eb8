"""What is said of somebody at school, though the name is that of a figure in a book."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from integritetskoll.text.persons.beside import Beside, Span, sentence
from integritetskoll.text.persons.role_words import PLAYED
from integritetskoll.text.persons.wordlists import words
from integritetskoll.text.persons.works import told_of

_SPOKEN_TO = frozenset(
    "hej hejsan hallå tjena kära käre bästa tack grattis välkommen fråga mejla maila kontakta ring "
    "hälsa hälsar eleven elev eleverna pojken klasskompisen klasskamraten faddern vinnaren "
    "sonen dottern kompisen eleverna elevernas".split()
)
"""Words before a name that speak to somebody or name a pupil."""
_OURS = frozenset("min mitt vår vårt er ert din ditt mina våra".split())
_MADE = frozenset(
    "recension bokrecension recenserad text texten bild bilden foto teckning teckningen saga "
    "berättelse boktips bokanalys analys novell dikt redovisning tolkning referat affisch uppsats "
    "läslogg presentation skriven skrivet gjord gjort målad målat ritad ritat illustrerad inläst "
    "inspelad hälsning hälsningar tips skrivna gjorda".split()
)
"""What pupils make, before "av" or "från"."""
_LABEL = regex.compile(
    r"(?i)\b(?:text|foto|bild|teckning|illustration|elev(?:er)?|grupp|lag|läsgrupp|boktips"
    r"|boksamtal"
    r"|recensent|skribent|ansvarig\p{L}*|mentor|frånvarande|närvarande|sjuka?|borta|regi|läsare"
    r"|bokcirkel\p{L}*|par|bord|saknas|restlista|omprov"
    r"|redovisar)(?: \p{L}?\d?)?: ?[^.:\n]{0,60}\Z"
)
_AFTER = regex.compile(
    r"(?i),?(?: och (?:jag|vi)\b| i (?:vår|min|er|din|parallell)?\p{L}* ?(?:klass|grupp|lag"
    r"|bokcirkel"
    r"|läsgrupp)(?:en)?\b| från (?:klassen|\d)| på fritids|(?: som)?(?: inte| redan| också)? "
    r"(?:redovisa|recensera|presentera|tipsa|sammanfatta|analysera|reflektera|lånade|lånar"
    r"|räckte upp"
    r"|delade ut|fyller|fyllde|hälsar|mejla|mailade|ringde|saknas|hämta[sd]|delt(?:ar"
    r"|og) (?:aktivt|inte|på|i (?:und|sam|disk))"
    r"|medverka"
    r"|går i (?:klass|\p{L}*an\b|\d)|lämnade in|spela[rd]|ledde|valde|väljer|har valt"
    r"|fick godkänt"
    r"|når |uppnår|klarar |utvecklar|kan (?:inte )?(?:delta|komma|vara med|läsa)"
    r"|(?:läste|läser|läsa|(?:har|hade) läst) (?:högt|upp|klart|boken|om|vidare|ut\b|ur|sid"
    r"|kapitel|hela"
    r"|första|i klassen|för|flyt|med|bra|sin|\d)"
    r"|berätta(?:r|de) (?:om|för (?:oss|klassen|gruppen))|(?:tyckte|tycker|tyckt) (?:att |om "
    r"|bäst|boken)"
    r"|(?:skrev|skriver|har skrivit) (?:en |sin |ett |sitt )?(?:\p{L}+ )?(?:recension"
    r"|bokrecension|text"
    r"|uppsats|analys|berättelse|saga|läslogg|logg|referat|dikt|novell|prov|slut)"
    r"|(?:har|fick|får|hade) (?:fått |haft )?(?:svårt|lätt|gjort|lämnat|missat|varit|jobbat"
    r"|arbetat|hjälp"
    r"|stöd|extra|läxa|diplom|betyg|högsta betyg|åtgärdsprogram|anpass|frånvaro|närvaro|godkän"
    r"|tid hos)"
    r"|behöver (?:mer )?(?:stöd|hjälp|extra|anpass|träna|öva|tid|gå|lämna)"
    r"|visar (?:god|säker|kunskap|förmåga|utveckl|att h[aeo]n|stor|viss|intresse)"
    r"|(?:arbeta|jobba)(?:r|de|t)? (?:bra|med|i|själv|vid)"
    r"|är (?:frånvarande|ledig|inte här|ny i|elev|ordningsvakt|klassens)"
    r"|ska (?:spela|läsa|redovisa|hämtas|till|byta|sluta|få)))"
)
_DAYS = regex.compile(
    r"(?i)\b(?:är (?:sjuk|hemma|borta|tillbaka)|oss|jag|mig|vår klass|somnade|kissade|kräktes"
    r"|ville hem|vägrade|ramlade|sprang ut|gick hem|åkte hem|kom för sent|utbrott|glömde|i ?dag"
    r"|i ?går|i ?morgon|i ?morse|i förmiddags"
    r"|i eftermiddag|efter lunch"
    r"|[ip]å? (?:mån|tis|ons|tors|fre|lör|sön)dags?|kl\.? ?\d|klockan \d|hela veckan"
    r"|förra veckan)\b"
)
_SCHOOL = regex.compile(
    r"(?i)\b(?:mentor\p{L}*|vikarie\p{L}*|(?:från|när)var(?:o|ande)\p{L}*|vårdnadshavar\p{L}*"
    r"|utvecklingssamtal\p{L}*|åtgärdsprogram\p{L}*|anpassning\p{L}*|elevhälsa\p{L}*"
    r"|elevråd\p{L}*"
    r"|kuratorn?|specialpedagog\p{L}*|omdöme\p{L}*|läsgrupp\p{L}*|fritids|grupp \d"
    r"|skolsköterskan?|bup"
    r"|orosanmäl\p{L}*"
    r"|rastvakt\p{L}*|elevassistent\p{L}*|sjukanmäl\p{L}*|soc|klassrummet|klasslista\p{L}*"
    r"|matsalen"
    r"|idrott(?:en|ssalen|shallen)|talpedagog\p{L}*|logoped\p{L}*|nationella prov\p{L}*)\b"
    r"|\d{5,}|@|\d{2,4}-\d{2}"
)
_ROW = regex.compile(r"[ \t]*[:;|\t][ \t]*(?:[A-F]|V?G|IG|\d+|[+-]|ja|nej)(?!\p{L})")
"""What stands behind a name in a list of results."""
_SAYS = frozenset("säger tycker tyckte tipsar skriver skrev läser läste föreslår".split())
_HEAD = 90


def is_of_school(text: str, span: Span, near: Beside, works: Sequence[Span]) -> bool:
    """Whether the words beside a name, or its sentence, speak of somebody at school.

    `works`: where works are named. A sentence that tells of one may say when, or who is ill.
    """
    if _is_spoken_to(near) or _is_maker(near) or _AFTER.match(text, span[1]):
        return True
    if _ROW.match(text, span[1]) or (near.word in _SAYS and not _speech(text, span)):
        return True
    start = text.rfind("\n", 0, span[0]) + 1
    if _LABEL.search(text, max(start, span[0] - _HEAD), span[0]):
        return True
    said = sentence(text, span)
    if _SCHOOL.search(said):
        return True
    if told_of(said) or any(text[start:end] in said for start, end in works):
        return False
    return _DAYS.search(said) is not None


def _speech(text: str, span: Span) -> bool:
    """Whether what is said stands in quotation marks before the name, as in a story."""
    start = text.rfind("\n", 0, span[0]) + 1
    return any(mark in text[start : span[0]] for mark in '"”»“')


def _is_spoken_to(near: Beside) -> bool:
    word = near.word
    if word in _SPOKEN_TO or word in words("staff_titles", "before", "job"):
        return True
    return (
        word in words("guardians")
        and _OURS.intersection(map(str.lower, near.before[-2:-1])) != set()
    )


def _is_maker(near: Beside) -> bool:
    if near.word not in {"av", "från"}:
        return False
    one_more = near.before[-2].lower() if len(near.before) > 1 else ""
    opens = near.word == "av" and not one_more
    return opens or one_more in _MADE or (near.word == "av" and one_more in PLAYED)
