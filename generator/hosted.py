"""What the host renders: hand-written pages, assets, and the shells of all others.

It starts slowly, so what it rendered is kept, and used until anything that went into it changes.
"""

import shutil
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.cache import Store, key_of
from generator.files import by_hand, checksum, checksums
from generator.gates import links_in
from generator.markup import Extensions
from generator.records.base import Reference
from generator.sitemap import SITEMAP
from generator.stamp import Frame, Shell, cut, shell_page
from generator.tray import Tray


class Hosted(NamedTuple):
    """What the host rendered.

    Attributes:
        files: its files, from the site's root, with their SHA-256.
        links: what they and the shells link to, each with a page that does.
        problems: the links among them that are dead for sure.
        shells: the shells, by frame.
    """

    files: Mapping[str, str]
    links: Mapping[str, str]
    problems: tuple[str, ...]
    shells: Mapping[Frame, Shell]


class Settings(NamedTuple):
    """What the rest of a build asks of the host's settings."""

    extensions: Extensions
    in_navigation: frozenset[str]
    theme: Path


class Host:
    """The host of one project, asked as seldom as possible."""

    def __init__(self, root: Path, store: Store, engine: bytes) -> None:
        self._root = root
        self._store = store
        self._config = key_of(engine, root, (root / "mkdocs.yml").read_bytes())

    @cached_property
    def settings(self) -> Settings:
        """The host's settings."""
        found = self._store.get("host/settings", self._config)
        if found is None:
            from generator import host  # MkDocs takes half a second to import: only when needed

            found = Settings(*host.settings(self._root))
            self._store.put("host/settings", self._config, found)
        assert isinstance(found, Settings)
        return found

    def rendered(
        self,
        tray: Tray,
        reference: Reference,
        frames: Iterable[Frame],
    ) -> Hosted:
        """Render what only the host can, or take it as it was rendered before.

        Args:
            tray: where new files are staged.
            reference: the Reference.
            frames: the frames that pages need.

        Raises:
            UserError: the host stopped; the message says why.
        """
        wanted = sorted(set(frames))
        written = [(path.relative_to(self._root), checksum(path)) for path in by_hand(self._root)]
        theme = checksums(self.settings.theme)
        key = key_of(self._config, theme, written, reference.site, wanted)
        found: Hosted | None = self._store.get("host/site", key)
        if found is None or not tray.has(found.files):
            found = self._render(tray, reference, wanted)
            self._store.put("host/site", key, found)
        return found

    def _render(self, tray: Tray, reference: Reference, frames: list[Frame]) -> Hosted:
        from generator import host

        folder = tray.staging.with_name(f"{tray.staging.name}.host")
        shutil.rmtree(folder, ignore_errors=True)
        shells = {frame: shell_page(frame, number) for number, frame in enumerate(frames)}
        try:
            host.build_site(self._root, folder, reference, tuple(shells.values()))
            names = {f: s.path.removesuffix(".md") + ".html" for f, s in shells.items()}
            links, problems = _links(folder, set(names.values()), reference.site.url)
            made = {
                frame: cut((folder / name).read_text("utf-8"), shells[frame].path)
                for frame, name in names.items()
            }
            for name in (*names.values(), SITEMAP):  # the host's sitemap knows few of the pages
                (folder / name).unlink(missing_ok=True)
            files = tray.take(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return Hosted(files, links, tuple(problems), made)


def _links(folder: Path, shells: set[str], base: str) -> tuple[dict[str, str], list[str]]:
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.html"))
    links, problems = links_in(names, lambda name: (folder / name).read_bytes(), base)
    return {goal: page for goal, page in links.items() if goal not in shells}, problems
