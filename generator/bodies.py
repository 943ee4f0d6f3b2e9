"""Page → the HTML of its body, without converting each page's Markdown.

Two pages of one template differ in their words, seldom in their shape. So a template is printed
with holes where the words go; the Markdown of that skeleton is converted once, and every page of
the same shape is the same HTML with its own words in the holes. What is put into a hole is
escaped so that Markdown would have left it as it is: the result is what converting the whole
page gives, byte for byte (the tests hold it against the host).
"""

import re
from collections.abc import Callable
from functools import lru_cache

from generator.markup import Converter
from generator.render import Printer, body_of, environment_of
from generator.values import Page

# A word that neither Markdown nor HTML touches, and no template holds.
_HOLE = "tuyenduong{}x"
_IN_ORDER = re.compile(r"tuyenduong(\d+)x")
_SHAPES = 2048  # pages of a register have some hundred shapes; long tables a few for each length


class Bodies:
    """Makes the bodies of pages, one after the other."""

    def __init__(self, converter: Converter) -> None:
        self._convert = converter.convert
        self._printer = _Holes(self._filled)
        self._environment = environment_of(self._printer, reload=False)
        self._pieces = lru_cache(_SHAPES)(self._converted)

    def html(self, page: Page) -> str:
        """Return the body of a page as HTML."""
        self._printer.words.clear()
        return self._filled(body_of(page, self._printer, self._environment), inline=False)

    def _filled(self, markdown: str, *, inline: bool) -> str:
        """Convert a piece of Markdown with holes, and put the words in."""
        if not markdown:
            return ""
        found = _IN_ORDER.split(markdown)
        words = self._printer.words
        given = [words[int(number)] for number in found[1::2]]
        for number in range(len(given)):  # the same shape has the same numbers on every page
            found[2 * number + 1] = _HOLE.format(number)
        texts, numbers = self._pieces("".join(found), inline)
        pieces = list(texts)
        for at, number in enumerate(numbers):
            pieces[2 * at + 1] = given[number]
        return "".join(pieces)

    def _converted(self, skeleton: str, inline: bool) -> tuple[list[str], list[int]]:
        """Return a skeleton as HTML, cut at its holes (text, hole, text, …), and their numbers."""
        html = self._convert(skeleton)
        if inline:
            html = html.removeprefix("<p>").removesuffix("</p>")
        found = _IN_ORDER.split(html)
        return found, [int(number) for number in found[1::2]]


class _Holes(Printer):
    """Prints a hole for every word, and keeps the words, by the number of the hole."""

    def __init__(self, filled: Callable[..., str]) -> None:
        self.words: list[str] = []
        self._fill = filled

    def _hole(self, word: str) -> str:
        self.words.append(word)
        return _HOLE.format(len(self.words) - 1)

    def text(self, text: str) -> str:
        return self._hole(text)

    def address(self, address: str) -> str:
        return self._hole(super().address(address))

    def prose(self, text: str) -> str:
        return self._hole(super().prose(text))

    def piece(self, text: str) -> str:
        return self._hole(self._fill(text.strip(), inline=True))
