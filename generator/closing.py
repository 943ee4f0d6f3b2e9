"""The last part of a build: what is made of the whole site, and the gates over it."""

import shutil
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from generator import finder, manifest, search
from generator.cache import Store, key_of
from generator.exports import PARTS, make_all
from generator.files import by_hand
from generator.gates import dead_ends, leaks_told, refuse, text_told, texts_told
from generator.hidden import Hidden
from generator.making import Making, Tick
from generator.reading import Read
from generator.records import KINDS
from generator.records.digest import Index
from generator.sitemap import Dates, sitemaps
from generator.tray import Tray
from generator.tree import clashes
from generator.uses import Marks
from generator.volumes import stored


class Closing:
    """The closing of one site, step by step."""

    def __init__(
        self, root: Path, store: Store, register: Read, tray: Tray, making: Making
    ) -> None:
        self._root, self._store, self._register = root, store, register
        self._tray, self._making = tray, making

    def join(self, tick: Tick) -> None:
        """Write the register's own search index, joined from parts."""
        tasks, sheets = self._register.tasks, self._register.sheets
        records = finder.records_part(self._register.reference)
        marks = [(task.name, task.key, dict(sheet.uses))
                 for task, sheet in zip(tasks, sheets, strict=True)]  # fmt: skip

        def joined() -> dict[str, str]:
            before = set(self._tray.files)
            own = (stored("finder", task) for task in tasks)
            for name, content in finder.join([records, *own]):
                self._tray.put(name, content)
            return {n: made for n, made in self._tray.files.items() if n not in before}

        self._once("joined", key_of(self._register.engine, marks, records), joined)
        self._make(marks)

    @cached_property
    def _index(self) -> Index:
        return self._register.short

    def _make(self, marks: object) -> None:
        """Write the files that are made of the Reference and the Index, through the gates."""
        register, making, tray = self._register, self._making, self._tray
        reference, hidden = register.reference, Hidden(making.hidden)
        gates = key_of(register.engine, sorted(reference.contacts), sorted(making.hidden))

        def written() -> dict[str, str]:
            passed: dict[str, str] = self._store.get("gated", gates) or {}
            seen, found = set[str](), dict[str, str]()
            told = len(making.problems)
            for name, text in make_all(reference, self._index):
                tray.put(name, text.encode("utf-8"))
                found[name] = tray.files[name]
                if passed.get(name) != found[name]:
                    lines = [line for line in text.splitlines() if line not in seen]
                    seen.update(lines)  # an entry stands in many feeds: looked at once
                    words = "\n".join(lines)
                    making.problems += text_told(name, words, reference.contacts, hidden)
            if len(making.problems) == told:
                self._store.put("gated", gates, found)
            return found

        kinds = Marks(register.loaded).of((kind.name, "*") for kind in KINDS)
        files = sorted(reference.papers.items()), sorted(reference.photos.items())
        self._once("makers", key_of(gates, marks, kinds, files, reference.as_of), written)

    def _once(self, name: str, key: bytes, make: Callable[[], dict[str, str]]) -> None:
        """Make some files, unless the site has them as they were made of the same things."""
        kept: dict[str, str] | None = self._store.get(name, key)
        if kept is None or not self._tray.has(kept):
            kept = make()
            self._store.put(name, key, kept)
        self._tray.add(kept)

    def close_gates(self, tick: Tick) -> None:
        """Look at what no page could tell by itself: links, clashes, files of other origin.

        Raises:
            UserError: what was found, the first fifty places of it.
        """
        making, tray = self._making, self._tray
        contacts, hidden = self._register.reference.contacts, Hidden(making.hidden)
        content = self._root / "content"
        written = (path.relative_to(content).as_posix() for path in by_hand(self._root))
        pages = (name for name in written if name.endswith(".md"))
        refuse(list(clashes(pages, lambda path: _html(path) in making.twice)))
        for frame, shell in sorted(making.hosted.shells.items()):
            making.problems += leaks_told(f"theme/ ({frame.section})", shell.text, contacts)
        making.problems += texts_told(making.hosted.files, tray.text_of, contacts, hidden)
        records = finder.text_of(finder.records_part(self._register.reference))
        making.problems += text_told(f"{finder.FOLDER}/", records, contacts, hidden)
        making.problems += dead_ends(making.links, tray.files.__contains__, tray.text_of)
        refuse(making.problems)

    def index(self, tick: Tick) -> None:
        """Write the search index of the texts, or keep the one that was made of the same texts."""
        tray, names = self._tray, sorted(self._making.searched)
        folder = tray.staging.with_name(f"{tray.staging.name}.search")

        def indexed() -> dict[str, str]:
            shutil.rmtree(folder, ignore_errors=True)
            try:
                search.index(((name, tray.text_of(name).decode("utf-8")) for name in names), folder)
                return tray.take(folder)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

        texts = [(name, tray.files[name]) for name in names]
        self._once("search", key_of(self._register.engine, texts), indexed)

    def sum_up(self, tick: Tick) -> None:
        """Write the sitemap and the manifest, and forget what belongs to no volume any more."""
        reference, tray = self._register.reference, self._tray
        known = (name for name in tray.files if name not in self._making.unindexed)
        dates = Dates(self._making.pages, self._index, reference.as_of)
        for name, text in sitemaps(known, reference.site.url, dates):
            tray.put(name, text.encode("utf-8"))
        tray.put(manifest.MANIFEST, manifest.text_of(tray.files).encode("utf-8"))
        names = [task.name for task in self._register.tasks]
        for folder in ("sheets", "records", "pairs", "made", "finder", *PARTS):
            self._store.keep_only(folder, names)
        self._store.keep_only("shared", ())


def _html(path: str) -> str:
    return path.removesuffix(".md") + ".html"
