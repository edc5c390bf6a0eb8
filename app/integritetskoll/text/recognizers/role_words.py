"""Words by which an address or an account shows that it belongs to an office, not to a person.

Municipal practice: one mailbox per function ("rektor@", "expedition@", "granbackaskolan@").
Everything is written folded (no marks, lower case), as `fold_marks` gives it.
"""

from __future__ import annotations

import regex

from integritetskoll.plain.fold import fold_marks

ROLES = frozenset(
    """
    abonnemang admin administration administrator administratorer aktuellt alla allmanna anmalan
    anmalningar annons antagning antagningen arbetsmiljo arende arenden arkiv arkivet avdelning
    avfall barnomsorg bestall bestallning betyg bibliotek biblioteket bibblan bitradanderektor
    biblan bokning booking bostad bygg byra cafe careers central chef chefen contact dataskydd
    dataskyddsombud dataskyddsombudet desk diarie diariet drift dso economy ekonomi
    ekonomiavdelningen elevhalsa elevhalsan elevkar elevkaren elever elevrad elevradet enhet
    evenemang event events exp expedition expeditionen fackligt fakta faktura fakturor faq
    felanmalan foraldraforening foraldraforeningen foraldrar foraldrarad forening forskola
    forskolan forskolechef forsta forvaltning forvaltningen fritids fritidsgard fritidsgarden
    fritidshem fritidshemmet fraga fragor gdpr do not no reply grundskola grundskolan gymnasie
    gymnasiet gymnasieskola gruppen halsa hej hello help helpdesk hjalp hemsida hr idrott info
    information infomaster inkop integritet intendent invoice it itsupport jobb jobba jobs kansli
    kansliet kassor klagomal klass klassrad koket komvux kommun kommunen konsumentvagledning
    kontakt kontakta kontor kontoret kontaktcenter kok kulturskola kulturskolan kund kundcenter
    kundservice kundtjanst kurator kuratorer kurs kurser kvalitet larare lararlag larplattform
    ledning ledningen lokal lokalbokning lokalvard lon loner mail marknad matsal matsalen media
    medborgarservice medlem medlemmar mottagning musikskolan namnd namnden newsletter nyheter
    nyhetsbrev noreply nospam office order ordforande ombud omsorg orosanmalan personal
    personalavdelningen planering post postmaster praktik press privacy prenumeration radgivning
    receptionen reception redaktion redaktionen registrar registrator registrering regionen rektor
    rektorer rektorn reklamation resurs sakerhet sales samordnare samordnaren schema schemalaggare
    sektion sekreterare service servicecenter servicedesk sfi sjukanmalan sjukskriv skola skolan
    skolbibliotek skolexp skolexpedition skolexpeditionen skolhalsa skolhalsovard skolkurator
    skolpsykolog skolskjuts skolskoterska skolskoterskan skolsyster socialtjanst socialtjansten
    specialpedagog spam studie studier studievagledare studievagledning styrelse styrelsen support
    supporten syv sekretariat tavling team teamet teknik telefon tidningen tillganglighet trafik
    trygghet uppdrag utbildning utbildningen utveckling vaktmastare vaktmastaren vaktmasteri
    valfard verksamhet verksamheten vikarie vikarier vikariebokning vikariesamordnare
    vikariecentral vuxenutbildning vuxenutbildningen valkommen webb webbmaster webbredaktion
    webbredaktionen webmaster website www oppenforskola oppnaforskolan abuse hostmaster mailer
    daemon daemonen root security sysadmin undervisning arbetslag arbetslaget mentorer hemkunskap
    matematik
    """.split()
)
PUBLIC = frozenset(
    """
    1177 aftonbladet arbetsformedlingen astridlindgrens barncancerfonden bbc bris csn dn expressen
    facebook folkhalsomyndigheten friends fbi google googleclassroom hm ica ikea imy instagram
    instagramswe kahoot kronofogden kungahuset lararforbundet lilleskutt linkedin majblomman
    microsoft microsoft365 mrbeast msb nasa nasjonal natgeo netflix nobelprize nordiskamuseet nrk
    ok polisen postnord p3 radiosporten radda raddabarnen raddabarnensverige regeringen riksdagen
    riksteatern rodakorset sgu sj skansen skatteverket skolinspektionen skolverket smhi snapchat
    spotify sr sverigeslarare sverigesradio sverigesriksdag svt svtbarn svtnyheter svtplay
    svtsport tekniska tekniskamuseet ted tedx tiktok trafikverket twitter umo un unicef
    unicefsverige ur utbildningsradion vasamuseet vattenfall visit voi whitehouse who wikipedia
    wwf wwfsverige x youmo youtube
    """.split()
)
_PUBLIC_STARTS = ("svt", "visit", "skolverk", "sverigesradio", "unicef", "google", "microsoft")
_INSTITUTION = regex.compile(
    r"skolan|forskola|skola\d*$|kommun|fritids|gymnasi|bibliotek|museum|museet|region|kyrka|polis"
    r"|myndighet|verket|forening|forbund|universitet|hogskol|nyheter|tidning|radio|official"
    r"|klass\d|^klass|^ak\d|arskurs|elevkar|elevrad|idrotts|teater|kultur|sverige$|school|foretag"
)
_HEAD = regex.compile(
    r"(?:skolan?|team(?:et)?|gruppen|radet|forskolan?|gymnasiet|gymnasium|kommun|kommunen|fritids|fritidshem"
    r"|forvaltning(?:en)?"
    r"|bibliotek(?:et)?|museet|museum|lansstyrelsen|namnd(?:en)?|verket|myndigheten|forbundet"
    r"|foreningen|forening|expedition(?:en)?|kansli(?:et)?|rektor|larare|support|service|enheten"
    r"|skolexp|noreply|nyheter|tidningen|radion|teatern|universitet(?:et)?|hogskolan?|region(?:en)?"
    r"|polisen|kyrkan|school|college|klassen|redaktionen)(?:s?\d{0,4})"
)
_TAIL = regex.compile(r"(?:skolan?s?|forskolan?s?|kommuns?|gymnasiets?)[a-z0-9]*")
_ROLE_HEAD = regex.compile(
    r"(?:info|rektor|kontakt|noreply|donotreply|support|region|kommun|skolan?)"
)
_PARTS = regex.compile(r"[._+-]+")
_CLASS = regex.compile(
    r"(?:(?:klass|arskurs|grupp|mentor|mentorer|larare)\d{0,2}[a-h]?|(?:ak|fk|f)\d{1,2}[a-h]?|\d[a-h]|\d{1,4})"
)
_WITH_OTHER = 2


def is_office(name: str) -> bool:
    """Tell whether the local part of an address or an account name is an office's.

    Two parts may hold a place beside the role ("rektor.granbacka"); with three, at least two
    must be roles: "rektor.siv.grankvist" is a person. A class or a number says nothing.
    """
    parts = [part for part in _PARTS.split(fold_marks(name)) if part]
    words = [part for part in parts if not _CLASS.fullmatch(part)]
    if not words:
        return bool(parts)
    roles = sum(_is_role(part) for part in words)
    return roles == len(words) or roles >= _WITH_OTHER or (roles == 1 and len(words) == _WITH_OTHER)


def is_public_account(handle: str) -> bool:
    """Tell whether an account on a network is an institution's, as far as its name shows it."""
    folded = fold_marks(handle).strip("@._-")
    bare = "".join(c for c in folded if c.isalnum())
    return (
        bare in PUBLIC
        or bare.startswith(_PUBLIC_STARTS)
        or is_office(folded)
        or bool(_INSTITUTION.search(bare))
    )


def _is_role(part: str) -> bool:
    return bool(
        part in ROLES
        or part.rstrip("0123456789") in ROLES
        or _ends_in_head(part)
        or (_ROLE_HEAD.match(part) and _TAIL.search(part))
    )


def _ends_in_head(part: str) -> bool:
    match = _HEAD.search(part)
    return match is not None and match.end() == len(part)
