"""The words that stand beside account names, and those that look like account names and are none.

Collected from how pupils and schools write; brand names as they are said ("insta", "snap").
"""

from __future__ import annotations

LOGIN = (
    r"användar-?namn(?:et)?|användarn(?=[ :])|"
    r"användar-?id(?:t|:t)?|användaren?|anv\.? ?namn|user ?name|user ?id"
    r"|user|login"
    r"(?: ?id)?|inloggning(?:en)?(?:s(?:namn(?:et)?|uppgift(?:er(?:na)?)?|id))?|inlogg(?:et)?"
    r"|logga in med"
    r"|elev-?konto(?:t)?|elev-?id(?:t)?|dator?konto(?:t)?|skolkonto(?:t)?|googlekonto(?:t)?"
    r"|konto-?namn(?:et)?"
    r"|kontot|konto"
)
NETWORK_NAMES = (
    r"snapp?(?:chatt?)?|insta(?:gram)?|ig|tik ?tok|discord|twitter|facebook|fb|messenger|kik|twitch"
    r"|youtube"
    r"|yt|bereal|threads|telegram|steam|xbox|psn|playstation|roblox|minecraft|fortnite"
    r"|epic(?: games)?"
    r"|scratch|pinterest|reddit"
)
NETWORK_MORE = (
    r"gamer-?tag(?:gen)?|spelnamn(?:et)?|nick(?:et|name)?|smeknamn på nätet|alias(?:et)?|handle|dc"
)
NETWORK = (
    rf"(?:{NETWORK_NAMES})(?:en)?(?:-?(?:konto(?:t)?|namn(?:et)?|användar-?namn(?:et)?"
    rf"|profil(?:en)?|id|tag(?:gen)?|handle))?|{NETWORK_MORE}"
)
NO_NAMES = frozenset(
    """
    admin administrator alla annat barn barnet barnets berätta bild bilder bildkonto bra byt
    datorn ditt dina dölj efternamn elev elevens elever eleven eleverna en epost e-post er ett fel
    fråga förnamn förnamnet glömt google guest gäst gast gästkonto hej hemligt här ingen inget
    inte ja konto kolla kommer kontakta klassen lärare läraren lärarna lösenord lösenordet mejl
    mejla mobilt bankid mobiltbankid bank-id min mina mitt namn nej ni nytt någon något okänd oss
    personal personnummer pedagog pin privat privata rektor ring saknas samma se sen skola skolan
    skolans skriv stängt standard student test tillfälligt titta tyvärr unikum user username
    användarnamn användare via vi vår vårdnadshavare vårdnadshavarna var vuxen vuxna välj öppen
    öppet det den de du dig som med utan och eller att på till från för av i om igen snart klart
    aktivt spärrat avstängt freja e-legitimation elegitimation sso microsoft teams classroom
    vklass tack okej lagom kul roligt härligt film filmer video videor länk länken nyheter sida
    sidan
    """.split()
)
GROUPS = frozenset(
    """
    all alla channel everyone everybody here klassen hela familjen home föräldrar föräldrarna elev
    elever eleverna lärare lärarna rektor mentor mentorer mamma pappa vårdnadshavare jobbet skolan
    skola hemma biblioteket matsalen gympasalen work gmail hotmail outlook elev.se
    """.split()
)
MARKUP = frozenset(
    """
    abstractmethod after afterall aftereach apply author autowired before beforeall beforeeach
    bean cached cached_property charset classmethod component config container contextmanager
    controller counter-style dataclass deprecated entity example extend fixture font-face
    font-feature-values forward function getter hostlistener id if else each for ignore import
    include injectable input interface internal jit keyframes layer link lru_cache media mixin
    namespace njit nonnull notnull nullable output override overload page param parameterized
    property pytest.fixture pytest.mark.parametrize repository requestmapping restcontroller
    return returns safevarargs screen see service setter since size spring staticmethod supports
    suppresswarnings tailwind test throws todo transactional tf.function type typedef use value
    var version viewport wraps app.route app.get app.post nu media-queries
    """.split()
)
TICKETS = frozenset(
    """
    bild bug faktura fel fråga issue kod kurs nr nummer no order pr sal sida ticket uppgift
    utskrift version ärende ärendenummer artikel sak rum hus bord lag match grupp
    """.split()
)
