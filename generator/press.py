"""Pages → finished files of the site, each through the gates before it is written.

What is true of one page is looked at here, where the page is made: private data, hidden names.
Where its links lead is told to the caller, who alone knows all pages.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.bodies import Bodies, Body
from generator.cards import Cards
from generator.formats import names
from generator.gates import dead_told, plain_leaks_told
from generator.hidden import Hidden
from generator.kits import content_of, words_of
from generator.links import target
from generator.markup import Converter, Extensions
from generator.privacy import plain
from generator.records.digest import DecisionEntry, HonourEntry
from generator.records.published import texts_of
from generator.render import cited, files_of
from generator.stamp import Frame, Shell, frame_of, stamp
from generator.values import CardWords, Page


class Job(NamedTuple):
    """What all pages of a build have in common."""

    staging: Path
    base: str
    shells: Mapping[Frame, Shell]
    in_navigation: frozenset[str]
    extensions: Extensions
    contacts: frozenset[str]
    hidden: Mapping[str, str]
    theme: Path
    photos: Path
    site: str


class Made(NamedTuple):
    """Pages that were made.

    Attributes:
        files: the files, from the site's root, each with its SHA-256.
        links: what the pages link to (a file, or a file with `#` and an anchor), each with a page
            that does; left out are the files made here, and the rows of lists, which are made of
            the very records that have those pages.
        problems: what a gate found, one message each.
        cards: the pictures for sharing that the pages name, and the words of each.
        unindexed: the pages that search engines may not keep.
    """

    files: Mapping[str, str]
    links: Mapping[str, str]
    problems: tuple[str, ...]
    cards: Mapping[str, CardWords]
    unindexed: frozenset[str]


class Press:
    """Makes pages, one after the other."""

    def __init__(self, job: Job) -> None:
        self._job, self._folder = job, ""
        self._bodies = Bodies(Converter(job.extensions))
        self._hidden = Hidden(job.hidden)

    def make(self, pages: Iterable[Page], known: Mapping[str, str]) -> Made:
        """Make pages and write those that differ.

        Args:
            pages: the pages.
            known: the files of the site as it is, with their SHA-256; what is the same already is
                not written again.
        """
        files: dict[str, str] = {}
        links: dict[str, str] = {}  # a file linked to, and the first page that does
        problems: list[str] = []
        cards: dict[str, CardWords] = {}
        unindexed: set[str] = set()
        for page in pages:
            name = page.html
            body = self._bodies.make(page)
            shell = self._job.shells[frame_of(page, self._job.in_navigation)]
            html = stamp(shell, page, body.html)
            beside = files_of(page)
            words = page.title, page.description, cited(page), body.text, *told_beside(page)
            problems += self.told_in(name, "\x1f".join(words))
            for found in self._targets(name, body, problems) - _rows(page):
                links.setdefault(found, name)
            files[name] = self._write(name, html.encode("utf-8"), known)
            for file, made in beside.items():
                files[file] = self._write(file, content_of(made, self._job.photos), known)
            if page.noindex:
                unindexed.add(name)
            if page.card:
                cards[page.picture] = page.card
        outside = {link: page for link, page in links.items() if link not in files}
        return Made(files, outside, tuple(problems), cards, frozenset(unindexed))

    @cached_property
    def _cards(self) -> Cards:
        return Cards(self._job.theme, self._job.site)

    def draw(self, cards: Mapping[str, CardWords], known: Mapping[str, str]) -> dict[str, str]:
        """Draw pictures for sharing, and write those that differ; return each with its SHA-256."""
        drawn = ((name, self._cards.draw(*words)) for name, words in cards.items())
        return {name: self._write(name, picture, known) for name, picture in drawn}

    def _targets(self, name: str, body: Body, problems: list[str]) -> set[str]:
        """Return what a page links to; what is dead for sure is told at once."""
        found = {_file(address) for address in body.addresses if address.startswith("/")}
        for link in body.links:
            goal = target(link, name, self._job.base)
            if goal is None:
                continue
            file, _, anchor = goal.partition("#")
            here = anchor and file == name
            if goal == "//" or (here and f' id="{anchor}"' not in body.html):
                problems.append(dead_told(name, link))
            elif not here:
                found.add(goal)
        return found

    def told_in(self, name: str, bare: str) -> tuple[str, ...]:
        """Return what the gates have to say about a plain text: private data, hidden names."""
        whole = f"{name}\x1f{bare}"
        leaks = plain_leaks_told(name, whole, self._job.contacts)
        return (*leaks, *self._hidden.told_in(name, whole))

    def _write(self, name: str, content: bytes, known: Mapping[str, str]) -> str:
        digest = sha256(content).hexdigest()
        if known.get(name) != digest:
            path = f"{self._job.staging}/{name}"
            folder = path.rpartition("/")[0]
            if folder != self._folder:  # a page's files come one after the other
                self._folder = folder
                try:  # a million times: as bare as can be
                    os.mkdir(folder)
                except (FileExistsError, FileNotFoundError):
                    os.makedirs(folder, exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)
        return digest


def names_of(page: Page) -> Iterator[str]:
    """Yield the files that a page is made as, from the root of the site."""
    yield page.html
    yield from names(page)


def told_beside(page: Page) -> Iterator[str]:
    """Yield what the files beside a page tell, as plain texts."""
    yield from (plain(words_of(made)) for made in page.files.values())
    if page.thing:
        yield plain("\x1f".join(texts_of(page.thing)))


def _rows(page: Page) -> set[str]:
    """Return the files that the rows of a page's lists lead to."""
    lists = (value for value in page.context.values() if isinstance(value, tuple | list))
    entries = (e for found in lists for e in found if isinstance(e, DecisionEntry | HonourEntry))
    return {_file(entry.address) for entry in entries}


def _file(address: str) -> str:
    """Return the file of an address of the site, with its anchor."""
    path, sign, anchor = address.lstrip("/").partition("#")
    path = path.partition("?")[0]
    file = f"{path}index.html" if not path or path.endswith("/") else path
    return f"{file}{sign}{anchor}"
