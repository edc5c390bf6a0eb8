"""Previews of real pictures against edited copies of them: `python -m bench.previews FOLDER`.

For each kind of change: in how many pictures the preview that was left as it was is told. The
first group should be told never (the same is shown), the second always.
"""

from __future__ import annotations

import io
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import ExifTags, Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from bench.exiftool import files_in
from integritetskoll.images.likeness import shows_the_same

Edit = Callable[[Image.Image, random.Random], Image.Image]
LEAST = 400
"""Pixels of the shorter side of a picture worth editing."""


def cut(share: float) -> Edit:
    """Cut up to a share of width and height away, anywhere, keeping the shape."""

    def edit(image: Image.Image, chance: random.Random) -> Image.Image:
        wide, high = round(image.width * (1 - share)), round(image.height * (1 - share))
        left, top = chance.randint(0, image.width - wide), chance.randint(0, image.height - high)
        return image.crop((left, top, left + wide, top + high))

    return edit


def within(share: float, change: Callable[[Image.Image], Image.Image]) -> Edit:
    """Change a part with this share of width and height."""

    def edit(image: Image.Image, chance: random.Random) -> Image.Image:
        wide, high = round(image.width * share), round(image.height * share)
        left, top = chance.randint(0, image.width - wide), chance.randint(0, image.height - high)
        box = (left, top, left + wide, top + high)
        copy = image.copy()
        copy.paste(change(image.crop(box)), box)
        return copy

    return edit


def painted(part: Image.Image) -> Image.Image:
    """Cover with white and a black frame."""
    ImageDraw.Draw(part).rectangle((0, 0, part.width, part.height), "white", "black", 2)
    return part


def blurred(part: Image.Image) -> Image.Image:
    """Blur as who makes a face unknown."""
    return part.filter(ImageFilter.GaussianBlur(part.width / 4))


def coarse(part: Image.Image) -> Image.Image:
    """Make squares of it."""
    few = part.resize((4, 4), Image.Resampling.BOX)
    return few.resize(part.size, Image.Resampling.NEAREST)


SAME: dict[str, Edit] = {
    "nothing": lambda image, _: image,
    "40 % brighter": lambda image, _: ImageEnhance.Brightness(image).enhance(1.4),
    "40 % darker": lambda image, _: ImageEnhance.Brightness(image).enhance(0.6),
    "more contrast": lambda image, _: ImageEnhance.Contrast(image).enhance(1.5),
    "grey": lambda image, _: image.convert("L").convert("RGB"),
    "sharper": lambda image, _: ImageEnhance.Sharpness(image).enhance(4),
    "turned": lambda image, _: image.rotate(90, expand=True),
}
OTHER: dict[str, Edit] = {
    "5 % cut away": cut(0.05),
    "10 % cut away": cut(0.1),
    "20 % cut away": cut(0.2),
    "a part of 8 % painted over": within(0.08, painted),
    "a part of 12 % painted over": within(0.12, painted),
    "a part of 20 % painted over": within(0.2, painted),
    "a part of 12 % blurred": within(0.12, blurred),
    "a part of 20 % blurred": within(0.2, blurred),
    "a part of 20 % in squares": within(0.2, coarse),
    "mirrored": lambda image, _: ImageOps.mirror(image),
}


def pairs(folder: Path) -> Iterator[tuple[Image.Image, Image.Image]]:
    """Yield previews, grey, and their pictures, made smaller."""
    for path in files_in(folder):
        try:
            with Image.open(io.BytesIO(path.read_bytes())) as opened:
                small = _preview(opened)
                if small is None or min(opened.size) < LEAST:
                    continue
                opened.draft("RGB", (640, 640))
                yield small, opened.convert("RGB")
        except Exception:  # noqa: BLE001, S112 - broken files are among them
            continue


def _preview(opened: Image.Image) -> Image.Image | None:
    """Return the preview in a picture's EXIF block."""
    second = opened.getexif().get_ifd(ExifTags.IFD.IFD1)
    if 0x0201 not in second:
        return None
    block = opened.info["exif"].removeprefix(b"Exif\0\0")
    small = Image.open(io.BytesIO(block[second[0x0201] :]))
    return small.convert("L") if small.width >= 64 else None


def main(folder: str) -> int:
    """Print how often each change is told."""
    warnings.simplefilter("ignore")
    found = list(pairs(Path(folder)))
    print(f"{len(found)} pictures with previews")
    for title, edits in (("shows the same", SAME), ("shows more or else", OTHER)):
        print(f"{title}; told:")
        for name, edit in edits.items():
            chance = random.Random(name)
            told = sum(
                not shows_the_same(small, edit(image, chance).convert("L"))
                for small, image in found
            )
            print(f"  {name}: {told} of {len(found)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
