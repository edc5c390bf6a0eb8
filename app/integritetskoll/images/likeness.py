"""Whether a small picture shows what a large one shows, no more and nothing else.

Both are made small and grey, the tones of one are fitted to the other's (who only changes light
or contrast shows nothing new), and the worst part of what still differs decides. Measured on
previews of real files and on edited copies of them: `docs/threat-model.md` has the figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, ImageChops

Grey = Image.Image
"""A picture of mode L."""

SIDE = 96
"""Pixels of the longer side to which both are brought: less hides a face, more shows coding."""
BLOCK = 4
LOCAL, WORST, MEAN = 20.0, 48.0, 12.0
"""Differences of grey, 0 to 255: of one block above three times the mean, of one block, of all."""
LIKE = 0.06
"""How much the shapes of a picture and its preview may differ, by rounding to whole pixels."""
DARK = 24
"""Brightness up to which the bars that cameras put around a preview count as black."""
LARGER = 1.2
"""From how many times the pixels of the picture a preview of it shows more than it does."""
_SHIFTS = [(right, down) for right in (-1, 0, 1) for down in (-1, 0, 1)]


def alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two sizes are of the same shape, turned or not."""
    first, second = one[0] / max(1, one[1]), other[0] / max(1, other[1])
    least = max(1, min(*one, *other))
    return min(abs(first / r - 1) for r in (second, 1 / second)) <= LIKE + 2 / least


def shows_the_same(preview: Grey, picture: Grey) -> bool:
    """Tell whether the preview shows the picture, or the middle of it; turned or not."""
    return any(_same(one, other) for one, other in _ways(preview, picture))


def without_bars(preview: Grey) -> Grey:
    """Return a preview without the black bars around it."""
    box = preview.point([0] * (DARK + 1) + [255] * (255 - DARK)).getbbox()
    return preview.crop(box) if box else preview


def _ways(preview: Grey, picture: Grey) -> Iterator[tuple[Grey, Grey]]:
    """Yield the ways to lay one on the other: as they are first, then turned, without bars."""
    bare = without_bars(preview)
    for one in (preview,) if bare.size == preview.size else (preview, bare):
        for turn in (0, 90, 270, 180):
            turned = one.rotate(turn, expand=True)
            yield turned, _middle(picture, turned.width / turned.height)


def _middle(picture: Grey, ratio: float) -> Grey:
    """Return the middle of a picture in a shape: a preview that shows less is harmless."""
    width, height = picture.size
    if abs(ratio / (width / height) - 1) <= LIKE:
        return picture
    if width / height > ratio:
        narrow = max(1, round(height * ratio))
        left = (width - narrow) // 2
        return picture.crop((left, 0, left + narrow, height))
    low = max(1, round(width / ratio))
    top = (height - low) // 2
    return picture.crop((0, top, width, top + low))


def _same(one: Grey, other: Grey) -> bool:
    ratio = one.width / one.height
    size = (max(8, round(SIDE * min(1, ratio))), max(8, round(SIDE / max(1, ratio))))
    if other.width > one.width:  # first to the size of the preview: its way of being made small
        other = other.resize(one.size, Image.Resampling.BOX)
    small, large = (picture.resize(size, Image.Resampling.BILINEAR) for picture in (one, other))
    rest = _difference(small, _fitted(large, small))
    blocks = rest.resize(
        (max(1, rest.width // BLOCK), max(1, rest.height // BLOCK)), Image.Resampling.BOX
    )
    worst = max(level for level, count in enumerate(blocks.histogram()) if count)
    counts = rest.histogram()
    mean = sum(level * count for level, count in enumerate(counts)) / sum(counts)
    return bool(worst <= WORST and mean <= MEAN and worst - 3 * mean <= LOCAL)


def _fitted(picture: Grey, like: Grey) -> Grey:
    """Return a picture with its tones spread as those of another (histogram matching)."""
    own, wanted = picture.histogram(), like.histogram()
    table, below, reached, level = [], 0.0, wanted[0], 0
    for count in own:
        middle = below + count / 2
        below += count
        while level < 255 and reached < middle:  # noqa: PLR2004 - white
            level += 1
            reached += wanted[level]
        table.append(level)
    return picture.point(table)


def _difference(one: Grey, other: Grey) -> Grey:
    """Return what differs, a pixel's shift forgiven: edges move when a picture is made small."""
    rest = ImageChops.difference(one, other)
    for right, down in _SHIFTS:
        shifted = ImageChops.offset(other, right, down)
        rest = ImageChops.darker(rest, ImageChops.difference(one, shifted))
    return rest.crop((1, 1, rest.width - 1, rest.height - 1))
