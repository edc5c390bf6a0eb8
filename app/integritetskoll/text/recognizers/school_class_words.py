"""Words that tell a class from a chapter, a room, a street number or a course."""

from __future__ import annotations

NOT_A_CLASS = frozenset(
    "kap kapitel kapitlet uppgift uppgiften uppg uppgifter uppgifterna fråga frågan frågor "
    "frågorna sal "
    "salen rum rummet lokal lokalen sida sidan sid s sidorna punkt punkten p vitamin vitaminet "
    "plan "
    "plats bok boken övning övningen övningar övn nr nummer figur fig tabell bild bilden del "
    "avsnitt "
    "avsnittet steg moment momentet port porten uppgång lgh trappa linje linjen buss bussen spår "
    "spåret "
    "perrong perrongen gate paragraf § artikel version v ver hus huset byggnad entré hiss våning "
    "vån "
    "block blocket skåp skåpet bänk bänken rad raden stol stolen ex exempel exemplet alternativ "
    "svar "
    "svaret bilaga bilagan ackord storlek stl strl kupa format papper läxa läxan mål målet delmål "
    "stycke "
    "nivå delprov delen problem problemet test level film säsong kurs kursen typ grad toner ton "
    "ring "
    "tangent modell modellen variant varianten ruta rutan koordinat koordinaterna punkterna flyg "
    "hytt "
    "hytten kod koden artiklar post posten zon zonen säkring säkringen batteri klänning kolumn "
    "cell "
    "cellen sats satsen tal talet ekvation ekvationen flik fliken bokstav nyckel läkemedel ms "
    "paragrafen kapitlen nivån aktivitet aktiviteten kupé vagn platsen box parkering kort kortet "
    "stycket ekvationerna talen grupp gruppen lag matchen omgång scen scenen akt klausul kl "
    "kapitlena "
    "usb playstation iphone samsung galaxy pixel boeing airbus audi volvo golf tesla hepatit "
    "influensa "
    "covid omega dna rna ps dos poäng tåg tåget gate fas fasen favorit direkt prio eldorado pixel "
    "matteborgen borgen singma spektrum formel safari prima champion spotlight milstolpen nok "
    "blyerts blyertspenna blyertspennor penna pennan pennor pennorna hårdhet rutin rutinen "
    "blankett blanketten kapitelprov nivåprov arbetsbok arbetsboken facit diagnos".split()
)
ADDRESS_ENDINGS = (
    "gatan", "vägen", "gränd", "gränden", "torg", "torget", "stigen", "allén", "allé", "backen",
    "gata", "väg", "liden", "leden", "kajen", "stråket", "platsen", "stig", "esplanaden",
    "promenaden",
    "bulevarden", "slingan", "kroken", "brinken", "gärdet",
)  # fmt: skip
THING_ENDINGS = (
    "blad", "bladet", "linje", "linjen", "lägenhet", "lägenheten", "uppgift", "uppgiften", "modul",
    "modulen", "boken", "häftet", "tåget", "kapitel", "fråga", "nivå", "avsnitt", "stencil",
    "stencilen", "kort", "kortet", "rummet", "salen", "försök", "figur", "bilaga", "övning",
    "övningen", "laboration", "labb", "station", "ruta", "spelplan", "batteri", "version",
)  # fmt: skip
"""Ends of compounds that number things, not classes ("arbetsblad 2B", "busslinje 4B")."""
BEFORE_CLASS = frozenset(
    "i klass klassen från för hos med till av och samt elev elever eleverna eleven mentor mentorn "
    "mentorer "
    "lärare klassföreståndare vi alla hela åk årskurs klasserna elevråd , : ( & / - från mot vs "
    "om åt "
    "än nuvarande gamla nya vår år laget kl vikarie rast prov omprov läxor klasslista schema "
    "närvaro "
    "veckobrev klassfoto foton föräldramöte klassråd elevrådet grattis hej resultat matte ma sv "
    "en no so "
    "idrott bild musik slöjd hkk teknik fysik kemi biologi svenska engelska matematik "
    "historia".split()
)
COURSES = frozenset(
    "matematik ma matte svenska historia samhällskunskap naturkunskap fysik kemi biologi engelska "
    "teknik "
    "religionskunskap psykologi filosofi idrott programmering svenskan matten kursen kurs".split()
)
NEVER_AFTER = (
    "§",
    "°",
    "-vitamin",
    "-batteri",
    "-säkring",
    "-papper",
    "x",
    "=",
    "+",
    "*",
    "/ ",
    ".0",
    "kap",
    "st ",
    "kr ",
    "kg",
)
BEFORE_SPACED = frozenset("i klass från för åk mentor elev elever elevråd hos eleverna".split())
BEFORE_ONE = frozenset("i till från för hela hos och med vår åt blivande nya av".split())
BEFORE_MANY = frozenset("alla våra nya några blivande med för och samt till".split())
SINGULAR_TRAPS = (
    "division", "serien", "bussen", "buss ", "linje", "växel", "växla", "körfält", "kanal", "spår",
    "tärning", "poäng", "krona", "kronor", "plånbok", "allsvenskan", "superettan", "peng", "mynt",
    "kortlek", "rutan", "betala", "matchen", "kvarter", "tabellen", "placering", "kom på",
    "slog en",
)  # fmt: skip
YEARS = (
    ("förskoleklass", "F"), ("f-klass", "F"), ("sexårs", "F"), ("sjätte", "6"), ("sjunde", "7"),
    ("första", "1"), ("andra", "2"), ("tredje", "3"), ("fjärde", "4"), ("femte", "5"),
    ("åttonde", "8"), ("nionde", "9"), ("ett", "1"), ("två", "2"), ("tre", "3"), ("fyr", "4"),
    ("fem", "5"), ("sex", "6"), ("sju", "7"), ("åtta", "8"), ("åtto", "8"), ("nio", "9"),
    ("nia", "9"),
)  # fmt: skip
