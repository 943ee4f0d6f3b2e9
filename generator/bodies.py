"""Page → the HTML of its body, without converting each page's Markdown.

Two pages of one template differ in their words, seldom in their shape. So a template is printed
with holes where the words go; the Markdown of that skeleton is converted once, and every page of
the same shape is the same HTML with its own words in the holes. What is put into a hole is
escaped so that Markdown would have left it as it is: the result is what converting the whole
page gives, byte for byte (the tests hold it against the host).

The gates need a page's text, without tags: it is filled in the same way, beside the HTML.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.links import quick
from generator.markup import Converter
from generator.privacy import plain
from generator.render import Printer, body_of, environment_of, escape_text
from generator.values import Page

_IN_ORDER = re.compile(r"tuyenduong(\d+)x")
_OWN_ATTRIBUTE = re.compile(r'\s[\w-]+="(?![^"]*tuyenduong\d)[^"]*"')  # without any hole
_KEPT = 20_000  # rows of lists, half a kilobyte each; lists are made so that they come again soon
_LATE = "\0"  # stands around an address that is printed when the page is known
_SHAPES = 2048  # pages of a register have some hundred shapes; long tables a few for each length


class Body(NamedTuple):
    """What a page shows.

    Attributes:
        html: its HTML.
        text: its words as a reader takes them in, those in attributes too; the template's own
            attributes and addresses of the site left out.
        addresses: the addresses it leads to, of the site (`/guong/x/`) or of the web.
        links: other links, as the HTML has them: of free text, and to anchors of the page.
    """

    html: str
    text: str
    addresses: frozenset[str]
    links: frozenset[str]


class _Word(NamedTuple):
    """What goes into a hole: as HTML, and as text."""

    html: str
    text: str


class _Mould(NamedTuple):
    """A converted skeleton, cut at its holes: text, hole, text, …; and which hole it is."""

    html: tuple[str, ...]
    html_holes: tuple[int, ...]
    text: tuple[str, ...]
    text_holes: tuple[int, ...]
    links: frozenset[str]


class Bodies:
    """Makes the bodies of pages, one after the other."""

    def __init__(self, converter: Converter) -> None:
        self._convert = converter.convert
        self._printer = _Holes(self._piece)
        self._environment = environment_of(self._printer, reload=False)
        self._mould = lru_cache(_SHAPES)(self._made)

    def make(self, page: Page) -> Body:
        """Return the body of a page."""
        printer = self._printer
        printer.begin()
        word, links = self._filled(body_of(page, printer, self._environment), inline=False)
        return Body(*word, frozenset(printer.addresses), links | printer.links)

    def _piece(self, markdown: str) -> _Word:
        return self._filled(markdown, inline=True)[0] if markdown else _Word("", "")

    def _filled(self, markdown: str, *, inline: bool) -> tuple[_Word, frozenset[str]]:
        """Convert a piece of Markdown with holes, and put the words in."""
        found = _IN_ORDER.split(markdown)
        words = self._printer.words
        given = [words[int(number)] for number in found[1::2]]
        found[1::2] = _holes(len(given))  # the same shape has the same numbers on every page
        mould = self._mould("".join(found), inline)
        html = _put(mould.html, mould.html_holes, [word.html for word in given])
        text = _put(mould.text, mould.text_holes, [word.text for word in given])
        return _Word(html, text), mould.links

    def _made(self, skeleton: str, inline: bool) -> _Mould:
        html = self._convert(skeleton)
        if inline:
            html = html.removeprefix("<p>").removesuffix("</p>")
        cut, told = _IN_ORDER.split(html), _IN_ORDER.split(plain(_OWN_ATTRIBUTE.sub("", html)))
        own = frozenset(link for link in quick(html) if not _IN_ORDER.search(link))
        return _Mould(
            tuple(cut), tuple(map(int, cut[1::2])), tuple(told), tuple(map(int, told[1::2])), own
        )


def _put(pieces: tuple[str, ...], holes: tuple[int, ...], words: Sequence[str]) -> str:
    whole = list(pieces)
    whole[1::2] = [words[hole] for hole in holes]
    return "".join(whole)


_KNOWN_HOLES: list[str] = []


def _holes(count: int) -> list[str]:
    """Return the words that stand for the first holes: no Markdown or HTML touches them."""
    while len(_KNOWN_HOLES) < count:
        _KNOWN_HOLES.append(f"tuyenduong{len(_KNOWN_HOLES)}x")
    return _KNOWN_HOLES[:count]


class _Holes(Printer):
    """Prints a hole for every word, and keeps the words, by the number of the hole."""

    def __init__(self, piece: Callable[[str], _Word]) -> None:
        self._piece = piece
        self._kept: dict[tuple[object, ...], list[str]] = {}  # text, address, text, …
        self._keeping = False
        self.begin()

    def begin(self) -> None:
        """Begin a page."""
        self.words: list[_Word] = []
        self.addresses: set[str] = set()
        self.links: set[str] = set()

    def _hole(self, word: _Word) -> str:
        words = self.words
        words.append(word)
        if len(words) > len(_KNOWN_HOLES):
            _holes(len(words))
        return _KNOWN_HOLES[len(words) - 1]

    def text(self, value: object) -> str:
        """Print a text, a number, or nothing."""
        word = _word("" if value is None else str(value))
        return self._hole(word) if word.html else ""

    def address(self, address: str) -> str:
        """Print an address as seen from the page."""
        self.addresses.add(address)
        found = super().address(address)
        words = "" if address.startswith("/") else found
        return self._hole(_Word(_LATE + address + _LATE if self._keeping else found, words))

    def verbatim(self, text: str) -> str:
        """Print a text as it is."""
        html = super().verbatim(text)
        return self._hole(_Word(html, plain(html if "<" in text else text)))

    def drawing(self, svg: str) -> str:
        """Print a drawing of ours."""
        return self._hole(_Word(svg, ""))

    def prose(self, text: str) -> str:
        """Print a Markdown field of a record as harmless HTML."""
        html = super().prose(text)
        self.links |= quick(html)
        return self._hole(_Word(html, plain(html)))

    def piece(self, key: tuple[object, ...], text: Callable[[], str]) -> str:
        """Print an inline piece of Markdown: converted by itself, and put in as a whole.

        A piece with a key is the same on all pages but for the way to what it leads to: it is
        kept, and only its addresses are printed anew. Its words count among those of the page it
        is made for, which is where the gates see them.
        """
        if not key:
            return self._hole(self._piece(text().strip()))
        words = ""
        if key not in self._kept:
            self._keeping = True
            html, words = self._piece(text().strip())
            self._keeping = False
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = html.split(_LATE)
        pieces = list(self._kept[key])
        self.addresses.update(pieces[1::2])
        pieces[1::2] = map(super().address, pieces[1::2])
        return self._hole(_Word("".join(pieces), words))


@lru_cache(maxsize=16384)  # a register says the same words over and over
def _word(text: str) -> _Word:
    html = escape_text(text)
    return _Word(html, plain(html))
