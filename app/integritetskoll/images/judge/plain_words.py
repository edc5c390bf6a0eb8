"""What makers and programs write into files: no person, though it can look like a name."""

from __future__ import annotations

import re

_MAKERS = (
    r"canon|nikon|sony|olympus|om digital|panasonic|lumix|leica|fuji\w*|pentax|ricoh|asahi"
    r"|samsung|apple|iphone|ipad|ipod|mac ?os|macbook|imac|google|pixel|huawei|honor|xiaomi"
    r"|redmi|oneplus|oppo|realme|motorola|moto|nokia|hmd|lge?|htc|blackberry|rim|zte|asus"
    r"|kodak|eastman|casio|minolta|konica|sigma|tamron|tokina|carl zeiss|zeiss|zuiko|rokinon"
    r"|samyang|hasselblad|mamiya|phase ?one|epson|seiko|hewlett|hp|brother|xerox|agfa|polaroid"
    r"|gopro|dji|parrot|garmin|flir|vivitar|sanyo|jvc|kyocera|toshiba|sharp|benq|medion"
    r"|rollei\w*|ds global|sx\d|adobe|photoshop|lightroom|camera raw|bridge|elements|gimp"
    r"|paint|picasa|photo ?scape|irfanview|xnview|acd(?:see| systems)|corel|ulead|digikam"
    r"|darktable|rawtherapee|shotwell|f-?spot|gthumb|imagemagick|graphicsmagick|libpng|lavc"
    r"|ffmpeg|inkscape|krita|snapseed|instagram|facebook|whatsapp|microsoft|windows|screenshot"
    r"|snipping|exiftool|image::exiftool|exiv2|photos|capture one|dxo|silkypix|viewnx|viewer"
    r"|aperture|affinity|pixelmator|skitch|figma|sketch|cairo|qt|jhead|xmp core|public xmp"
    r"|quicktime|handbrake|ver(?:sion)?\b|v\d|firmware|dsc|dscn|dcim|mvi|img|r\d|created with"
    r"|digital camera|c2pa|make_test|openai|chatgpt|dall|midjourney|stable diffusion|truepic"
    r"|nef|raw|jpe?g|png|tiff?|srgb|rgb|icc|isocoated|photo ?mechanic|ef(?:-s)?\d|af-|lens"
    r"|tessar|distagon|sonnar|summi\w*|elmar\w*|vario|voigt\w*|smc|super|standard|auto|zoom"
    r"|medium"
)
PLAIN = re.compile(
    rf"(?:(?:{_MAKERS})\b.{{0,120}}|[A-Z]{{1,8}}[- ]?\d[\w .()/+-]{{0,40}}|[\d .,:/vV()+x-]{{1,60}}"
    r"|[A-Za-z]{0,6}\d[\w.-]{0,60}|com\.\w{1,40}\..{0,80})",
    re.IGNORECASE | re.DOTALL,
)
_PHRASES = """
    olympus digital camera, samsung techwin, digital camera, minolta digital camera, sony dsc,
    konica minolta digital camera, kodak digital still camera, exif_jpeg_picture, default, untitled,
    none, null, n/a, na, unknown, ascii, jpeg, picture, image, photo, created with gimp,
    file written by adobe photoshop, jpeg encoder, user comments, charset=ascii, hybrid-fix, manual,
    gps, network, cellid, wlan, fused, public domain, no copyright, all rights reserved, copyright,
    saved for web, raw, camera, scanner, bild, foto, photographer, photographs, author, owner, user,
    admin, administrator, root, test, x-default, face, pet, focus, normalized, pixel, true, false,
    color, colour, exif, xmp, alpha
"""
_BOILERPLATE = frozenset(" ".join(phrase.split()) for phrase in _PHRASES.split(","))
_PERSONAL_NUMBER = re.compile(r"\d{6}[-+ ]?\d{4}|@|\b0\d{1,3}[- ]?\d{2,3}[ -]?\d{2}")
_IDENTIFIER = re.compile(
    r"(?:xmp[.:](?:iid|did|id)|uuid|urn:uuid|adobe:docid:\w{1,20}|(?:xmp[.:])?(?:iid|did))[.:].{1,80}"
    r"|(?=[\d-]{0,40}[a-f])[0-9a-f]{12,}+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{4,40}"
    r"|(?:0x[0-9a-f]{1,8}[,\s]{0,3}){4,}+",
    re.IGNORECASE,
)
ORGANISATIONS = re.compile(
    r"\b(?:ab|inc|ltd|llc|gmbh|corp|corporation|company|co|foundation|agency|press|images?|nasa|noaa"
    r"|usgs|getty|reuters|tt|scanpix|shutterstock|istock\w*|pixabay|unsplash|flickr|wikimedia|commons"
    r"|museum|museet|library|university|universitet|kommun|skola|skolan|stiftelsen?|förlag|studio|team"
    r"|\w{2,30}\.(?:com|org|net|se|de|co\.uk)|department|ministry|government|www|https?|project"
    r"|software|systems?|all rights)\b",
    re.IGNORECASE,
)


def is_plain(value: str) -> bool:
    """Tell whether a value is a camera, a program, a version or an empty phrase."""
    value = value.strip()
    if _PERSONAL_NUMBER.search(value):
        return False
    return bool(PLAIN.fullmatch(value)) or is_boilerplate(value)


def is_boilerplate(value: str) -> bool:
    """Tell whether a value is what a maker writes where a person could write."""
    folded = " ".join(value.casefold().split()).strip(" .,;:*-_")
    if not any(c.isalnum() for c in folded) or folded in _BOILERPLATE:
        return True
    return bool(_IDENTIFIER.fullmatch(value.strip()))
