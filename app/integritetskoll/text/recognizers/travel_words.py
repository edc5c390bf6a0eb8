"""How Swedish says who travels how, where one gets off, and who fetches whom and when.

Pieces of regular expressions; case counts for the names of places and persons only.
"""

from __future__ import annotations

import regex

from integritetskoll.plain.late import compile_late

TIME = r"(?:kl(?:ockan|\.)? ?\d{1,2}(?:[.:]\d{2})?|\d{1,2}[.:]\d{2})(?![\d:])"
DAY = (
    r"(?:på |om |varje |var |på varje )?(?:måndag|tisdag|onsdag|torsdag|fredag|lördag"
    r"|söndag)(?:en|ar(?:na)?|s)?"
    r"|idag|i dag|imorgon|i morgon|i eftermiddag|varje dag|på (?:morgonen|eftermiddagen|morgnarna)"
)
# Case matters for places, so only the words around them are read in either case.
PLACE = (
    r"(?:[Vv]id|[Pp]å|[Ii]|[Uu]tanför|[Ff]rån|[Tt]ill) (?:hållplats(?:en)? |stationen "
    r"|busshållplats(?:en)? )?"
    r"(?:\p{Lu}[\p{L}'-]*+(?: \p{Lu}[\p{L}'-]*+){0,2}|(?:\p{Ll}+(?:a|s) )?\p{Ll}{2,}(?:en|et|an"
    r"|dörr|n)|fritids|skolan)"
)
TAIL = rf"(?:,? (?:{PLACE}|{TIME}|{DAY})(?![\p{{L}}\d]))"
VEHICLE = (
    r"(?:skolskjuts(?:en|bil(?:en)?|buss(?:en)?|taxi)?|skoltaxi(?:n)?|skolbuss(?:en)?"
    r"|färdtjänst(?:en)?"
    r"|rullstolstaxi(?:n)?|sjuktaxi(?:n)?|handikapptaxi(?:n)?)"
)
COMMON = (
    r"(?:taxi(?:n)?|buss(?:en)?|tåg(?:et)?|pendel(?:n|tåget)?|spårvagn(?:en)?"
    r"|tunnelbana(?:n)?|båt(?:en)?|färja(?:n)?)"
)
NUMBER = r"(?: ?(?:linje(?:n)?|nr|nummer|buss|taxi))? ?\d{1,4}\p{L}?(?!\d|[.:,]\d|\p{L})"
RIDES = (
    r"(?:åker|åkt|tar|tog|kör|körs|reser|pendlar|har|får|fick|beviljad|beviljats|hämtas med"
    r"|hämtas av|kommer med)"
)
OFF = (
    r"(?:går|kliver|stiger|hoppar|byter|ska gå|ska kliva|ska stiga) (?:alltid |oftast )?(?:av"
    r"|på|buss)"
)
HOMEWARD = (
    r"(?:hem(?:åt)?|till skolan|från skolan|hit|till fritids|hem till (?:pappa|mamma|mormor"
    r"|farmor))"
)
OFF_PLACE = (
    r"(?:vid|på|i) (?:hållplats(?:en)? |busshållplatsen(?: vid)? |stationen )?"
    r"(?:\p{Lu}[\p{L}'-]*+(?: \p{Lu}[\p{L}'-]*+){0,2}(?: torg| skola| station| centrum| kyrka)?"
    r"|hållplatsen|busshållplatsen|stationen|torget|skolan|macken|kyrkan|vändplanen|rondellen)"
)
SCHOOL_TRANSPORT = compile_late(
    rf"(?<!\p{{L}})(?:"
    rf"(?i:{RIDES})(?: (?i:numera|alltid|nu|själv|ensam|den|sin|egen"
    rf"|ofta))? (?i:{VEHICLE})(?:{NUMBER})?"
    rf"(?: (?i:{HOMEWARD}))?"
    rf"|(?i:{VEHICLE}),? ?:?{NUMBER}(?: (?i:{HOMEWARD}))?"
    rf"|(?i:{VEHICLE})(?: (?i:{HOMEWARD}))?(?= (?i:kl\b|\d{{1,2}}[.:]\d\d))"
    rf"|(?i:{RIDES})(?: (?i:numera|alltid|nu|ensam|ofta))? (?i:(?:{COMMON}(?:{NUMBER})?"
    rf"|linje \d{{1,4}}))"
    rf" (?i:{HOMEWARD})(?!\p{{L}})"
    rf"|(?i:åker|tar) (?i:linje) \d{{1,4}}(?![\d.\p{{L}}])"
    rf"|(?i:åker|tar) (?i:buss|taxi|tåg|linje) \d{{1,4}} (?i:till|från|mot) \p{{Lu}}[\p{{L}}-]+"
    rf"|(?i:{COMMON}) (?i:hem)(?= (?i:kl\b|\d{{1,2}}[.:]\d\d))"
    rf"|(?i:{OFF}) {OFF_PLACE}(?!\p{{L}})"
    rf")(?:,? (?i:{OFF}) {OFF_PLACE})?{TAIL}{{0,4}}"
)
FAMILY = (
    r"(?:(?:bonus|styv|plast|extra)?(?:pappa|mamma|pappan|mamman|föräldrarna)|mormor|morfar"
    r"|farmor|farfar|moster|faster"
    r"|farbror|morbror|storasyster|storebror|storasystern|syskonet|grannen|barnvakten"
    r"|barnflickan|dagmamman|familjehemmet"
    r"|kontaktpersonen|assistenten|ledsagaren|god man|kusinen|vårdnadshavaren|sambon|taxin|taxi"
    r"|skolskjutsen)"
)
WHO = (
    rf"(?:(?:\p{{Lu}}[\p{{L}}-]+s )?(?i:(?:hans |hennes |sin |sina )?{FAMILY})"
    rf"|\p{{Lu}}[\p{{L}}-]+s? (?i:{FAMILY}))"
)
FETCHES = (
    r"(?:hämtar|hämtade|lämnar|skjutsar|kör|plockar upp|möter(?: upp)?|kommer och hämtar"
    r"|ska hämta|följer)"
)
WHOM = (
    r"(?: (?i:henne|honom|hen|barnen|barnet|syskonen|flickan|pojken)"
    r"| \p{Lu}[\p{L}-]+(?: och \p{Lu}[\p{L}-]+)?)"
)
WHEN = (
    rf"(?:{TIME}|{DAY}|(?i:tidigt|direkt|efter (?:skolan|lektionen|fritids|lunch|provet)|sent|hem))"
)
PICKUP = compile_late(
    rf"(?<!\p{{L}})(?:"
    rf"{WHO} (?i:{FETCHES})(?:{WHOM})?(?: (?i:alltid|oftast|bara|själv|upp))?"
    rf"(?:(?:,? (?:{WHEN}|{PLACE})(?![\p{{L}}\d]))++|(?=[.,!\n]|$))"
    rf"|{WHO} (?i:{FETCHES}){WHOM}(?!\p{{L}})"
    rf"|(?i:(?:(?:bli|blir|blev|ska bli|får bli|får|får bara|får endast|ska|skall|kan) )?"
    rf"(?:hämtad|hämtas|upphämtad|skjutsad|skjutsas|lämnas|avlämnad)) (?i:alltid |bara |endast "
    rf"|oftast )?"
    rf"(?:(?i:av) {WHO}(?:{TAIL}){{0,3}}"
    rf"|(?:(?:{PLACE},? )?(?:{DAY})? ?{TIME})(?: (?i:av) {WHO})?(?:{TAIL}){{0,2}})"
    rf"|(?i:(?:blir|ska bli) (?:hämtad|skjutsad)) {PLACE}(?!\p{{L}}){TAIL}{{0,2}}"
    rf"|(?i:hämtas|hämtning|lämnas|lämning)(?: (?i:av))?: ?(?:(?i:{FAMILY})(?! (?i:och"
    rf"|eller) \p{{Ll}}+s)|{TIME})"
    rf"(?:,? (?:{WHEN}|(?i:{FAMILY})))?(?:{TAIL}){{0,2}}"
    rf")"
)
LOCKER = compile_late(
    r"(?<![\p{L}\d])(?:elev|kläd|värde|gymnastik|idrotts|skol)?skåp(?:et)?(?:s?nummer|s?nr|splats)?"
    r"(?: är| har)?(?: ?(?:nr|nummer|no)\.?)?:? ?(?P<number>[a-f]?-?\d{1,4}[a-f]?)"
    r"(?![\d\p{L}%]|[.,:x-]\d| ?(?:cm|m|mm|kr|st|x|×|kg|hyll|dörr|lådor|delar|av|för|till salu"
    r"|elever|skåp|stycken))"
)
GENERAL = compile_late(
    r"\b(?:alla|elever(?:na)?|barn(?:en)?|de|dem|ni|er|du|man|vi|klassen|ditt barn|era barn|den"
    r"|vem|vilka"
    r"|föräldrar|vårdnadshavare)(?: (?:som|elever|barn))?(?: (?:som|inte|kan|ska|ofta|också|får"
    r"|har|alla)){0,2} \Z"
    r"|\bsom \Z|\b\d[A-Ha-h] \Z|\b(?:ansök\p{L}*|rätt|bestäm\p{L}*|regler\p{L}*|frågor)"
    r" (?:om|till|för) \Z",
    regex.IGNORECASE,
)
