"""The words beside a number that say what kind of number it is.

The nearest label before a number decides, else the nearest one after it on the same line.
Words from Swedish forms, invoices and school administration.
"""

from __future__ import annotations

from enum import StrEnum

from integritetskoll.plain.late import compile_late

BEFORE = 48
AFTER = 24


class Label(StrEnum):
    """What the neighbourhood says a number is."""

    IDENTITY = "identity"
    PERSON = "person"
    GUARDIAN = "guardian"
    """A grown-up whose phone number is as likely as a personnummer."""
    PHONE = "phone"
    SERIES = "series"
    """A reference that is never a person's number: OCR, invoice, register number, ISBN."""
    ACCOUNT = "account"
    """A reference that may hold a person's number: customer, account, member."""


IDENTITY = (
    r"person(?:nummer|numret|\.? ?-?nr|nmr|num\b)|pers(?:nr|num|\.? ?-?nr|\.? nummer)"
    r"|(?<!\pL)p\.?-?nr|pnr|pnummer|p-nummer|samordnings?-?n|samnr|sam\.nr|interims?-?n"
    r"|(?<!\pL)tf-?(?:nr|nummer)|personbeteckning|personbevis|personid|person-id"
    r"|(?<!\pL)id-?(?:nummer|nr|beteckning)(?!\pL)|(?<!\pL)ssn(?!\pL)|sista fyra|fyra sista"
)
PERSON = (
    r"född|föds|födel|(?<!\pL)(?:f|fdd|f\.d)\.? ?$|elev|barn|sökande|(?<!\pL)son(?:en)?"
    r"(?!\pL)|dotter|syskon|deltagar|patient|kille|tjej|pojke|flicka|sjukanmäl"
    r"|frånvaroanmäl|(?<!\pL)namn(?!\pL)"
)
GUARDIAN = (
    r"mamma|pappa|(?<!\pL)(?:mor|far|morfar|farfar|mormor|farmor)(?!\pL)|vårdnadshav|målsman"
    r"|anhörig|förälder|föräldr|styvpappa|bonusmamma|god man"
)
PHONE = (
    r"telefon|(?<!\pL)(?:tel|tfn|tlf|tele|fax)(?:efax|nr|nummer)?(?!\pL)|mobil|(?<!\pL)mob(?!\pL)"
    r"|(?<!\pL)(?:ring|rings|ringa|ringer|ringde|ringas|nås|nå|når|sms|sms:a|smsa|messa|sms:ar|slå"
    r"|phone|call|cell|vx|vxl)(?!\pL)|växel|whats ?app|jour(?:nummer|tele|en\b)|☎|📞|📱|☏"
    r"|(?<!\pL)kontakta?(?!\pL)|signal(?!\pL)|wa\.me|hemnummer|nödnummer|direktnummer"
    r"|(?<!\pL)nummer till|(?<!\pL)nr till"
)
SERIES = (
    r"(?<!\pL)ocr|faktur|invoice|(?<!\pL)order|beställ|boknings|diarie|(?<!\pL)d\.?nr"
    r"|ärende|mål(?:nr|nummer)|org(?:anisation)?s?\.?-? ?(?:nr|nummer)|(?<!\pL)orgnr"
    r"|bankgiro|(?<!\pL)(?:bg|pg)(?:nr)?(?!\pL)|plusgiro|postgiro|isbn|issn|artikel|art\.? ?nr"
    r"|(?<!\pL)kurs(?:en|kod|koden|plan|nr|nummer|er|id|tillfälle|s)?(?!\pL)|(?<!\pL)ean|streckkod"
    r"|serie-?(?:nr|nummer)|(?<!\pL)s/n|(?<!\pL)version|skolenhet|gtin|imei|licens|kvitto|spårning"
    r"|kolli|paket|försändelse|inventarie|biljett|modell|avtal|kontrakt|protokollsnr|katalog"
    r"|produkt|anläggnings-?(?:id|nr)|mätar|(?<!\pL)vin(?!\pL)|tillverkning|partinr|batch"
    r"|(?<!\pL)doi|(?<!\pL)id=|skol(?:kod|id)|(?<!\pL)momsnr|(?<!\pL)vat|projekt-?(?:nr|nummer)"
    r"|hyllsign|verifikat|löpnr|löpnummer|verkskod|betalningsref|(?<!\pL)fält"
)
ACCOUNT = (
    r"kund(?:nr|nummer|\.? ?nr|id)|(?<!\pL)ref(?!\pL)|referens|refnr|konto|clearing|swish|medlem"
    r"|(?<!\pL)kort(?:et|nr|nummer)?(?!\pL)|lånekort|bankkort|saldo|belopp|summa|(?<!\pL)kr(?!\pL)"
    r"|kod(?:en)?(?!\pL)|lånenr|räkna|beräkna|(?<!\pL)tal(?:et|en)?(?!\pL)"
)
_SAYS = compile_late(r"\)?[ ,.]*+(?:\(|=|är |som |gäller )(?:[^\W\d]++ ){0,2}[^\W\d]*+-?")
"""What may stand between a number and a label after it: "1403129800 är vårt OCR-nummer"."""
_LABELS = compile_late(
    "|".join(
        f"(?P<{label}>{words})"
        for label, words in (
            (Label.IDENTITY, IDENTITY),
            (Label.SERIES, SERIES),
            (Label.PHONE, PHONE),
            (Label.ACCOUNT, ACCOUNT),
            (Label.GUARDIAN, GUARDIAN),
            (Label.PERSON, PERSON),
        )
    )
)


def label_of(text: str, start: int, end: int) -> Label | None:
    """Return what the words around `text[start:end]` say it is; None when they say nothing."""
    return label_before(text, start) or _label_after(text, end)


def label_before(text: str, start: int, *, reach: int = BEFORE) -> Label | None:
    """Return the nearest label before `start`; another line counts only as a heading."""
    window = text[max(0, start - reach) : start].lower()
    line = window.rfind("\n")
    if line >= 0 and window[line:].strip(" \n\t-*•|"):
        window = window[line + 1 :]
    elif line >= 0:
        window = window[window.rfind("\n", 0, line) + 1 : line]
    found = None
    for match in _LABELS.finditer(window):
        found = match.lastgroup
    return Label(found) if found else None


def _label_after(text: str, end: int) -> Label | None:
    window = text[end : end + AFTER].lower().partition("\n")[0]
    match = _LABELS.search(window)
    if not match or not _SAYS.fullmatch(window, 0, match.start()):
        return None
    return Label(match.lastgroup)
