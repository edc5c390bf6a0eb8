"""What Swedish streets are called, and the ordinary words that end in the same way.

Endings by frequency among street names in Sweden; Lantmäteriet, "God ortnamnssed" and SS 637003
for how an address is built.
"""

from __future__ import annotations

import regex

ENDINGS = (
    r"gatan?|gatu|vägen?|vegen|veien|gränd(?:en)?|torg(?:et)?|allén?|stig(?:en)?|backen?|plan(?:en)?"
    r"|leden|kaj(?:en)?|esplanad(?:en)?|stråket|slingan|(?<=[lsn])ringen|liden|höjden|gången|kroken"
    r"|brink(?:en)?|svängen|rundan|promenaden|boulevard(?:en)?|sträte(?:t)?|strädde|gattu"
    r"|(?<=\p{L}{4})tie|katu|polku|kuja|passagen|spåret|vändan|vreten"
)
STREET = regex.compile(rf"(?P<stem>\p{{L}}[\p{{L}}:'-]*?)(?P<ending>{ENDINGS})", regex.IGNORECASE)
BARE = frozenset(
    """
    gata gatan väg vägen gränd gränden torg torget allé allén stig stigen backe backen plan planen
    plats platsen kaj kajen led leden park parken strädde esplanad boulevard gång gången
    trappor brink brinken strand gård
    """.split()
)
LOOSE = frozenset(
    {"plan", "planen", "plats", "platsen", "gård", "gång", "gången", "strand", "park"}
)
"""Bare words that a person's name stands before in other sentences, too ("Elsas plats 4")."""
LOWER = ("gatan", "vägen", "gränd", "gränden", "stigen", "allén")
"""Endings that make a street of a word in lower case."""
DIRECTIONS = frozenset(
    """
    norra södra östra västra lilla stora gamla nya övre nedre inre yttre mellersta norr söder
    öster väster sankt sankta s:t s:ta kung kungs drottning prins prinsessan doktor biskop general
    kapten mäster n. s. v. ö. n s v ö första andra tredje fjärde femte sjätte sjunde
    åttonde nionde tionde högra vänstra långa breda smala krokiga fredriks
    """.split()
)
PARTICLES = frozenset("von af de den der och".split())
NOT_IN_NAME = frozenset(
    """
    adress adressen avtal bakom besök besöksadress bor bostad bostadsadress dennes deras dess
    efter elev eleven eleverna familjen flytt flyttat framför från fram följ går gatuadress gå
    hans hela hem hemadress hemma hennes hos här i in ingång inte invid kl klassens kommunens kör
    längs lgh mamma med mellan men mentor min mitt mot namn nu nära och ort pappa parkera på ring
    ringde sedan ser skicka skolan skolans skriv stanna sväng ta tag telefon till tillsammans
    träff ut utanför vi vid vår vårt åk än är även uppe nere vars ert ditt alla allas årets
    veckans dagens barnens elevens lokal plats samling start mål möte ute bredvid mittemot kontakt
    tel vårdnadshavare
    """.split()
)
COMMON = frozenset(
    """
    arbets av bil cykel europa fart far fly flyg flykt framtids gen grus grå gång hem hinder hål
    in is järn järnvägs kör lands luft läns lärande motor motortrafik natur omkörnings omvägs rid
    riks rätt rörelse skid skogs skol skrid spår strå studie takt tele till trafik tryck tur ut
    vandrings vatten vinter vinterl väderl åter ån land livs mjölk huvud huvudlands genom jakt löp
    löpar mot motions skidspårs skoter sommar salts ans barn nerv blod känslo karriär inlärnings
    under utbildnings läro kors sid sido omlednings ved beslut besluts smyg riddar bana sätts
    skolv vardags kaf kafferep
    """.split()
)
MOTORWAYS = frozenset("bil cykel europa gen järn läns motor motortrafik om riks rätt ut".split())
"""What makes an ordinary word also of a capitalised one: a road, a bypass, a way out."""
NAMED_AFTER_PLACE = frozenset({"torg", "torget", "allé", "gränd", "backe"})
NOT_ADJECTIVE = frozenset(
    """
    alla bra bägge båda denna detta egna ena halva hela hitta höga ingen mina måla olika raka rätta
    samma senaste sina sista ta tappa testa tidigare undvik vilka våra välja öva öppna
    """.split()
)
COMMON_BY_ENDING = {
    "plan": """
        aktivitets ande arbets bas basket behandlings bemannings beredskaps betal blom budget bygg
        detalj drift dags elev flyg fotbolls fram framtids grov golv grund grus hand handlings
        idrotts individuell insats is jordbruks karriär konstgräs koordinat kost kris
        krishanterings kurs käll ledighets lek lektions likabehandlings läro lär lönt mat mål måls
        nöd omsorgs parkerings pedagogiska planerings projekt rese räddnings sam schema semester
        skol skolgårds spel start strategi studie stöd säkerhets ta tak tennis termins tids tid
        tim träffs trygghets utrymnings utbildnings utvecklings utvärderings vecko verksamhets
        vård ämnes år års åtgärds översikts övergångs över vision medie barnkonvention
        genomförande
    """,
    "led": """
        vandrings skid rid cykel trafik far kungs väg ar skoter kanot ljus näringskedje bi
    """,
    "ring": "boxnings bad simm mot jul fisk klack förlovnings vigsel nyckel års luft tänk",
    "gång": """
        ut in om år över till upp ned ner fram genom av sam för åter mot an under skol soldat be
        lopp men hem kom rund vandel tåg jord käll arv cirkel ar data bort stam före
    """,
    "höjd": "bröst mid upp skriv punkt tids yttersta sitt linje kropps",
    "back": "skid pulka snö start slalom hopp ryggsim",
    "stig": "natur löp upp ny motions upptäckar tips kropps poesi",
    "torg": "bok kultur aktivitets mat ämnes informations jobb kunskaps arbetslags lärande",
    "krok": "kläd klädes fisk ved mete rygg",
    "spåret": "motions el skid löp ljud brott bak inner sido järnvägs",
    "stråket": "handels lärande",
    "runda": "tips prat fråge kort påsk promenad slut rund samtals",
    "slinga": "motions ljus fall löp tips belysnings lokal",
    "gata": "gå lek",
    "vändan": "om",
}
"""By the beginning of the ending: first parts that make an ordinary word."""
NOT_A_PLACE = frozenset(
    """
    avdelning avsnitt bana betyg bilaga blad block bord box buss dag del delmål ett etapp
    expedition fack fas figur fråga fredag fönster grupp gruppen halv hall hus hylla is kap
    kapitel kl klass klassen klockan korridor kurs lag lektion lgh linje lista lokal lördag match
    matematik ma mål måndag nivå nr nummer ons onsdag ordning paket paviljong pass period plan
    plats port postbox prov punkt rad rum runda sal sektion sektor sid sida sidan sjuan skåp spår
    station steg studio söndag sv tabell tel telefon tema text tisdag torsdag ttr uppgift upplaga
    vagn v vecka veckan verk version vers vånig våning år åk årskurs övning januari februari mars
    april maj juni juli augusti september oktober november december trappa svenska engelska
    historia jul påsk modul moment omgång poäng minst högst ca cirka windows minecraft fortnite
    iphone chromebook roblox fifa word excel unikum kahoot avd skolår
    """.split()
)
AFTER_NUMBER = regex.compile(
    r"(?: |-)?(?:km|m|meter\p{L}*|mil|min\p{L}*|kr|kronor|:-|%|procent|gånger|ggr|elever\p{L}*"
    r"|st|stycken|år\p{L}*"
    r"|tim|timm\p{L}*|veck\p{L}*|dagar?|mål|poäng|h|x|klasser\p{L}*|barn|personer|grader|°|cm|mm"
    r"|kg|varv"
    r"|steg|platser|omgångar|sek\p{L}*|träd|lag|bilar|bussar|kamrater|flickor|pojkar|hp|kvm|m2"
    r"|m²|byggnader"
    r"|vuxna|st\.|skolor|affärer|butiker|hus)(?!\p{L})"
)
MONTH = regex.compile(
    r" (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|jan|feb|aug|sept?|okt|nov|dec)\b"
)
ABBREVIATED = regex.compile(r"(?:\p{Lu}[\p{L}-]{2,}(?:g|v|gr|pl)|[NSVÖ] \p{Lu}\p{L}+(?:g|v))\.?")
NOT_ABBREVIATED = regex.compile(
    r".*(?:[aeiouyåäöéj]|n|ber|bur|bor|tor|kor|sor|fär|hel|äl|al|or)g"
    r"|.*(?:[aeiouyåäöé]|tol|el|hal|kal|val|gol|jär|var|tor|lar|ar|jäl|kal|ul|er)v|.*(?:a|o|y|än)gr"
    r"|.*(?:ex|kom|im)pl"
)
"""Words that end in -g and -v of their own: "berg", "golv"."""
ABBREVIATIONS = frozenset(
    {"kyrkog", "nyg", "storg", "vasag", "östg", "västg", "drottningg", "kungsg"}
)
