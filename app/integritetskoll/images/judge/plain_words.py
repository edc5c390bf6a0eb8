"""What makers and programs write into files: no person, though it can look like a name."""

from __future__ import annotations

import re

_MAKERS = (
    r"canon|nikon|sony|olympus|om digital|panasonic|lumix|leica|fuji\w*|pentax|ricoh|asahi|samsung"
    r"|apple|iphone|ipad|ipod|mac ?os|macbook|imac|google|pixel|huawei|honor|xiaomi|redmi|oneplus|oppo|realme"
    r"|motorola|moto|nokia|hmd|lge?|htc|blackberry|rim|zte|asus|kodak|eastman|casio|minolta|konica|sigma|tamron"
    r"|tokina|carl zeiss|zeiss|zuiko|rokinon|samyang|hasselblad|mamiya|phase ?one|epson|seiko|hewlett|hp"
    r"|brother|xerox|agfa|polaroid|gopro|dji|parrot|garmin|flir|vivitar|sanyo|jvc|kyocera|toshiba"
    r"|sharp|benq|medion|rollei\w*|ds global|sx\d|adobe|photoshop|lightroom|camera raw|bridge|elements"
    r"|gimp|paint|picasa|photo ?scape|irfanview|xnview|acd(?:see| systems)|corel|ulead|digikam|darktable|rawtherapee"
    r"|shotwell|f-?spot|gthumb|imagemagick|graphicsmagick|libpng|lavc|ffmpeg|inkscape|krita|snapseed"
    r"|instagram|facebook|whatsapp|microsoft|windows|screenshot|snipping|exiftool|image::exiftool|exiv2|photos"
    r"|capture one|dxo|silkypix|viewnx|viewer|aperture|affinity|pixelmator|skitch|figma|sketch|cairo|qt|jhead"
    r"|xmp core|public xmp|quicktime|handbrake|ver(?:sion)?\b|v\d|firmware|dsc|dscn|dcim|mvi|img|r\d|created with"
    r"|digital camera|c2pa|make_test|openai|chatgpt|dall|midjourney|stable diffusion|truepic|nef|raw|jpe?g|png|tiff?|srgb|rgb|icc|isocoated|photo ?mechanic"
    r"|ef(?:-s)?\d|af-|lens|tessar|distagon|sonnar|summi\w*|elmar\w*|vario|voigt\w*|smc|super|standard|auto|zoom|medium"
)
PLAIN = re.compile(
    rf"(?:(?:{_MAKERS})\b.{{0,120}}|[A-Z]{{1,8}}[- ]?\d[\w .()/+-]{{0,40}}|[\d .,:/vV()+x-]{{1,60}}"
    r"|[A-Za-z]{0,6}\d[\w.-]{0,60}|com\.\w{1,40}\..{0,80})",
    re.IGNORECASE | re.DOTALL,
)
BOILERPLATE = frozenset(
    """olympus digital camera|samsung techwin|digital camera|minolta digital camera|konica minolta
    digital camera|sony dsc|kodak digital still camera|exif_jpeg_picture|default|untitled|none|null|n/a|na
    |unknown|ascii|jpeg|picture|image|photo|created with gimp|file written by adobe photoshop|
    jpeg encoder|user comments|charset=ascii|hybrid-fix|manual|gps|network|cellid|wlan|fused
    |public domain|no copyright|all rights reserved|copyright|copyright,all rights reserved|
    saved for web|raw|camera|scanner|bild|foto|photographer|photographs|author|owner|user|admin|
    administrator|root|test|x-default|face|pet|focus|normalized|pixel""".replace("\n", " ").split("|")
)
_IDENTIFIER = re.compile(
    r"(?:(?:xmp[.:](?:iid|did|id)|uuid|urn:uuid|adobe:docid:\w{1,20}|C2PA)[:.])?[0-9a-f]{6,}+(?:-[0-9a-f]{2,}+){0,6}"
    r"|(?:xmp[.:])?(?:iid|did)[:.].{1,80}|true|false|(?:0x)?[0-9a-f]{1,2}(?:[,\s]{1,3}(?:0x)?[0-9a-f]{1,8})*+[,\s]*+",
    re.IGNORECASE,
)
_BOILERPLATE = frozenset(" ".join(words.split()) for words in BOILERPLATE)
ORGANISATIONS = re.compile(
    r"\b(?:ab|inc|ltd|llc|gmbh|corp|corporation|company|co|foundation|agency|press|images?|nasa|noaa"
    r"|usgs|getty|reuters|tt|scanpix|shutterstock|istock\w*|pixabay|unsplash|flickr|wikimedia|commons"
    r"|museum|museet|library|university|universitet|kommun|skola|skolan|stiftelsen?|förlag|studio|team"
    r"|\w{2,30}\.(?:com|org|net|se|de|co\.uk)|department|ministry|government|state|city|www|https?|project|software|systems?|all rights)\b",
    re.IGNORECASE,
)


def is_plain(value: str) -> bool:
    """Tell whether a value is a camera, a program, a version or an empty phrase."""
    value = value.strip()
    return bool(PLAIN.fullmatch(value)) or is_boilerplate(value)


def is_boilerplate(value: str) -> bool:
    """Tell whether a value is what a maker writes where a person could write."""
    folded = " ".join(value.casefold().split()).strip(" .,;:*-_")
    if not any(c.isalnum() for c in folded) or folded in _BOILERPLATE:
        return True
    return bool(_IDENTIFIER.fullmatch(value.strip()))
