"""Hosts whose addresses lead to one person or to what somebody shares, and by which path.

Read from the services' own address forms (2025). The key is the registered host, without
"www." and "m."; the pattern is matched from the start of the path.
"""

from __future__ import annotations

from types import MappingProxyType

import regex

from integritetskoll.plain.late import compile_late

_NOT_FACEBOOK = (
    "ads|business|events|gaming|groups|hashtag|help|home|legal|login|marketplace|media|pages|photo"
    "|photos|policies|policy|posts|privacy|reel|search|settings|share|sharer|story|terms|v|watch"
)
_NOT_INSTAGRAM = "about|accounts|developer|direct|explore|legal|p|reel|reels|terms|tv|web"
_NOT_X = "about|explore|hashtag|home|i|intent|login|notifications|privacy|search|settings|share|tos"
_NAME = r"/@?(?P<name>[\w.\-%]{2,80})/?$"
_AT_NAME = r"/@(?P<name>[\w.\-%]{2,80})"


def _path(pattern: str) -> regex.Pattern[str]:
    return compile_late(pattern, regex.IGNORECASE)


def _first(*, but: str, more: str = "") -> regex.Pattern[str]:
    return _path(rf"/(?!(?:{but})(?:[/.?]|$))(?P<name>[\w.\-%]{{3,80}})/?(?:$|{more or '(?!)'})")


_FACEBOOK = _path(
    rf"/(?:profile\.php|people/[^/]+|groups/[^/]+/user/\d|stories/\d"
    rf"|(?!(?:{_NOT_FACEBOOK})(?:[/.?]|$))(?P<name>[\w.\-]{{3,80}})(?:/|$))"
)
_INSTAGRAM = _path(
    rf"/(?:stories/(?!highlights)(?P<name>[\w.]+)|(?!(?:{_NOT_INSTAGRAM})(?:/|$))"
    rf"(?P<name>[\w.]{{2,40}})(?:/|$))"
)
_X = _path(rf"/(?!(?:{_NOT_X})(?:/|$))(?P<name>\w{{2,20}})(?:/|$)")
_LOOKED_UP = _path(r"/.*(?:person|personer|\+)|/[^/]+-\d{6,}")

PROFILES = MappingProxyType(
    {
        "facebook.com": _FACEBOOK,
        "fb.com": _FACEBOOK,
        "fb.me": _path(_NAME),
        "m.me": _path(_NAME),
        "instagram.com": _INSTAGRAM,
        "instagr.am": _INSTAGRAM,
        "threads.net": _path(_AT_NAME),
        "threads.com": _path(_AT_NAME),
        "tiktok.com": _path(_AT_NAME),
        "youtube.com": _path(r"/(?:@|user/|c/|channel/(?=UC))(?P<name>[\w.\-%]+)"),
        "snapchat.com": _path(r"/(?:add/|@|u/|p/)(?P<name>[\w.\-]+)"),
        "linkedin.com": _path(r"/(?:in|pub)/(?P<name>[^/]+)"),
        "x.com": _X,
        "twitter.com": _X,
        "bsky.app": _path(r"/profile/(?P<name>[\w.\-:]+)"),
        "twitch.tv": _first(but="directory|p|downloads|jobs|videos|settings"),
        "discord.com": _path(r"/users/(?P<name>\d+)"),
        "reddit.com": _path(r"/u(?:ser)?/(?P<name>[\w\-]+)"),
        "pinterest.com": _first(but="pin|search|ideas|explore|today|categories"),
        "pinterest.se": _first(but="pin|search|ideas|explore|today|categories"),
        "flickr.com": _path(r"/(?:people|photos)/(?P<name>(?!tags)[^/]+)"),
        "soundcloud.com": _first(but="discover|search|stream|upload|charts|pages|you"),
        "open.spotify.com": _path(r"/user/(?P<name>[^/]+)"),
        "steamcommunity.com": _path(r"/(?:id|profiles)/(?P<name>[^/]+)"),
        "roblox.com": _path(r"/(?:\w\w/)?users/(?P<name>\d+)"),
        "strava.com": _path(r"/athletes/(?P<name>[^/]+)"),
        "github.com": _first(
            but="about|explore|features|topics|login|pricing|search|trending|marketplace|sponsors|"
            "settings|orgs|collections|events|readme|security|team|enterprise|customer-stories"
        ),
        "linktr.ee": _path(_NAME),
        "bere.al": _path(_NAME),
        "vsco.co": _path(r"/(?P<name>[\w.\-]+)"),
        "t.me": _path(_NAME),
        "wa.me": _path(r"/(?P<name>\+?\d{6,})"),
        "kik.me": _path(_NAME),
        "ask.fm": _path(_NAME),
        "ngl.link": _path(_NAME),
        "vk.com": _path(_NAME),
        "scratch.mit.edu": _path(r"/users/(?P<name>[^/]+)"),
        "duolingo.com": _path(r"/(?:profile|u)/(?P<name>[^/]+)"),
        "chess.com": _path(r"/member/(?P<name>[^/]+)"),
        "hitta.se": _LOOKED_UP,
        "eniro.se": _LOOKED_UP,
        "merinfo.se": _LOOKED_UP,
        "mrkoll.se": _LOOKED_UP,
        "ratsit.se": _LOOKED_UP,
        "birthday.se": _LOOKED_UP,
        "upplysning.se": _LOOKED_UP,
    }
)
SHARED = MappingProxyType(
    {
        "docs.google.com": _path(
            r"/(?:a/[^/]+/)?(?:document|spreadsheets|presentation|forms"
            r"|drawings|file|videos|vids|uc)(?:/u/\d+)?/\w"
        ),
        "drive.google.com": _path(r"/(?:file|drive|open|folderview|uc|a/)"),
        "photos.google.com": _path(r"/(?:share|album|photo|u/\d+/(?:share|album|photo))"),
        "photos.app.goo.gl": _path(r"/\w"),
        "jamboard.google.com": _path(r"/d/"),
        "keep.google.com": _path(r"/.+"),
        "classroom.google.com": _path(r"/(?:u/\d+/)?c/"),
        "goo.gl": _path(r"/(?:photos|forms)/"),
        "forms.gle": _path(r"/\w"),
        "forms.office.com": _path(r"/.*(?:Pages|r|e|g)/"),
        "forms.microsoft.com": _path(r"/.*(?:Pages|r|e|g)/"),
        "forms.cloud.microsoft": _path(r"/.*(?:Pages|r|e|g)/"),
        "1drv.ms": _path(r"/\w"),
        "onedrive.live.com": _path(r"/.*"),
        "dropbox.com": _path(r"/(?:s|sh|scl|sc|l|t|request|home)/"),
        "db.tt": _path(r"/\w"),
        "icloud.com": _path(
            r"/(?:photos|share|iclouddrive|sharedalbum|notes|pages|numbers|keynote)"
        ),
        "share.icloud.com": _path(r"/\w"),
        "we.tl": _path(r"/\w"),
        "wetransfer.com": _path(r"/downloads/"),
        "mega.nz": _path(r"/(?:file|folder|#)"),
        "box.com": _path(r"/s/"),
        "padlet.com": _path(r"/(?!gallery|premium|features|about|auth|support)[\w.\-]+/[\w.\-]"),
        "canva.com": _path(r"/design/"),
        "figma.com": _path(r"/(?:file|design|board)/"),
    }
)
USER_PATH = _path(
    r"(?:/.*)?/(?:~|@|(?:users?|u|profil|profile|profiles|profiler|members?|medlem|medlemmar"
    r"|anv%C3%A4ndare|användare|people|wiki/(?:user|anv%C3%A4ndare|användare):)/?)"
    r"(?<=[~@/:])(?P<name>[\w\-.%]{2,80})"
)
"""A page of a user anywhere else: "/~tindra", "/users/tindra", "/wiki/Användare:Tindra"."""
NOT_USER = frozenset(
    """
    about add all aktivera account avatar create edit forgot help index index.html index.php info
    list login logga-in logout new me password privacy register register.html reset search
    settings sign_in sign_up signin signup support verify view
    """.split()
)
SECRET_KEY = compile_late(
    r"(?:[a-z]*_?-?(?:token|passw(?:or)?d|pwd|pw|losenord|l%C3%B6senord|lösenord|secret|signature"
    r"|sessionid|session|jwt|apikey|api_key|invitation|invite|inbjudan|sharekey|resourcekey)"
    r"|auth|authkey|sig|sid|key|code|kod|hash|otp|nonce|ticket|magic|email_hash|share)",
    regex.IGNORECASE,
)
PERSON_KEY = compile_late(
    r"(?:e-?mail|epost|e-post|mejl|mail|usr|user(?:_?name|_?id)?|uid|anv(?:andare|ändare|id|namn)?"
    r"|username|login|elev(?:_?id)?|student(?:_?id)?|pupil(?:_?id)?|barn(?:_?id)?|person(?:_?id)?"
    r"|pnr|personnr|personnummer|ssn|namn|name|fnamn|enamn|fornamn|efternamn|firstname|lastname"
    r"|phone|telefon|mobil|tel)",
    regex.IGNORECASE,
)
