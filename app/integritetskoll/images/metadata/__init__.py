"""The blocks that many kinds of files carry alike: EXIF, IPTC, XMP, profiles, claims of origin."""
