"""Pictures for sharing, 1200 × 630: what a page is called, in the site's own letters and colours.

A picture is put together from words that were drawn before: a register says the same words over
and over, so one costs a third of drawing it whole. Sixteen colours, no metadata: the same words
give the same bytes.
"""

import re
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from math import cos, pi, sin
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
FONTS, TOKENS = "assets/fonts", "css/00-tokens.css"
_BAND, _MARGIN = 118, 80
_SHADES = 4  # of a word, its ground included
_LINES = 4
_RUNS = 3  # zlib looks for runs alone: twice as fast, and such pictures are runs
_COLOUR = re.compile(r"--td-([a-z-]+): #([0-9a-f]{6});")


class Style(NamedTuple):
    """How words are drawn: font file, weight if it has several, size, colour and its ground."""

    font: str
    weight: int | None
    size: int
    ink: str
    ground: str


_NAME = Style("source-serif-4.woff2", 600, 44, "red-ink", "red")
_EYEBROW = Style("be-vietnam-pro-600.woff2", None, 32, "red", "paper")
_TITLE = Style("source-serif-4.woff2", 600, 62, "ink", "paper")
_SMALLER = _TITLE._replace(size=50)
_LINE = Style("be-vietnam-pro-400.woff2", None, 30, "ink-soft", "paper")
_STYLES = (_NAME, _EYEBROW, _TITLE, _LINE)
_Colour = tuple[int, int, int]


def look_of(theme: Path) -> list[bytes]:
    """Return all of the theme that pictures are drawn with, so that a change of it is noticed."""
    files = (theme / TOKENS, *sorted((theme / FONTS).glob("*.woff2")))
    return [sha256(path.read_bytes()).digest() for path in files]


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """Return the corners of a five-pointed star that stands on two of them."""
    turns = (pi * (n / 5 - 0.5) for n in range(10))
    reach = (radius * (1 if n % 2 == 0 else 0.382) for n in range(10))
    return [(x + r * cos(a), y + r * sin(a)) for a, r in zip(turns, reach, strict=True)]


class Cards:
    """Draws the pictures of one site."""

    def __init__(self, theme: Path, site: str) -> None:
        """Begin.

        Args:
            theme: the folder of the theme, for its fonts and colours.
            site: the site's name, which stands on every picture.
        """
        self._fonts = theme / FONTS
        tokens = (theme / TOKENS).read_text("utf-8").partition("@media")[0]
        self._colours: dict[str, _Colour] = {
            name: (value[0], value[1], value[2])
            for name, value in ((n, bytes.fromhex(v)) for n, v in _COLOUR.findall(tokens))
        }
        shades = (self._shade(s.ink, s.ground, n) for s in _STYLES for n in range(_SHADES))
        self._place = {c: n for n, c in enumerate(dict.fromkeys((self._colours["gold"], *shades)))}
        self._font = lru_cache(maxsize=None)(self._loaded)
        self._tile = lru_cache(maxsize=4096)(self._drawn)
        self._ground = self._begun(site)

    def draw(self, eyebrow: str, title: str, line: str) -> bytes:
        """Return a picture as PNG: what the page is, its title, a line below."""
        image = self._ground.copy()
        self._put(image, eyebrow, _EYEBROW, _BAND + 52, 1)
        lines = self._wrapped(title, _TITLE)
        style = _TITLE if len(lines) < _LINES else _SMALLER
        self._put(image, title, style, _BAND + 118, _LINES)
        self._put(image, line, _LINE, SIZE[1] - 90, 1)
        file = BytesIO()
        image.save(file, "PNG", bits=4, compress_type=_RUNS)
        return file.getvalue()

    def _begun(self, site: str) -> Image.Image:
        """Return what all pictures have in common: the band with the site's name, and its star."""
        image = Image.new("P", SIZE, self._place[self._colours["paper"]])
        image.putpalette([part for colour in self._place for part in colour])
        pen = ImageDraw.Draw(image)
        red, gold = (self._place[self._colours[name]] for name in ("red", "gold"))
        pen.rectangle((0, 0, SIZE[0], _BAND), fill=red)
        pen.rectangle((0, _BAND, SIZE[0], _BAND + 5), fill=gold)
        pen.polygon(_star(SIZE[0] - _MARGIN - 34, _BAND // 2 + 2, 34), fill=gold)
        self._put(image, site, _NAME, 34, 1)
        return image

    def _shade(self, ink: str, ground: str, step: int) -> _Colour:
        """Return a colour between the ground and the ink."""
        pairs = zip(self._colours[ground], self._colours[ink], strict=True)
        red, green, blue = (round(a + (b - a) * step / (_SHADES - 1)) for a, b in pairs)
        return red, green, blue

    def _loaded(self, style: Style) -> ImageFont.FreeTypeFont:
        font = ImageFont.truetype(str(self._fonts / style.font), style.size)
        if style.weight:
            font.set_variation_by_axes([style.weight])
        return font

    def _drawn(self, word: str, style: Style) -> Image.Image:
        """Return a word as a tile of the palette's colours."""
        font = self._font(style)
        tile = Image.new("L", (round(font.getlength(word)) + 2, round(style.size * 1.5)))
        ImageDraw.Draw(tile).text(
            (1, round(style.size * 1.1)), word, font=font, fill=255, anchor="ls"
        )
        shades = [self._place[self._shade(style.ink, style.ground, n)] for n in range(_SHADES)]
        return tile.point([shades[value * _SHADES // 256] for value in range(256)])

    def _wrapped(self, text: str, style: Style) -> list[list[str]]:
        """Return the words of each line."""
        space, room = self._font(style).getlength(" "), SIZE[0] - 2 * _MARGIN
        lines: list[list[str]] = [[]]
        used = 0.0
        for word in text.split():
            wide = self._tile(word, style).width
            if lines[-1] and used + wide > room:
                lines.append([])
                used = 0.0
            lines[-1].append(word)
            used += wide + space
        return lines

    def _put(self, image: Image.Image, text: str, style: Style, top: int, most: int) -> None:
        """Put a text on a picture, cut after so many lines."""
        lines = self._wrapped(text, style)
        if len(lines) > most:
            lines = lines[:most]
            lines[-1][-1:] = ["…"]
        space = self._font(style).getlength(" ")
        for number, words in enumerate(lines):
            left = float(_MARGIN)
            for word in words:
                tile = self._tile(word, style)
                image.paste(tile, (round(left), top + round(number * style.size * 1.36)))
                left += tile.width - 2 + space
