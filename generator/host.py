"""Markdown → HTML by MkDocs and Material. The only module that knows MkDocs.

As a plugin it adds the register's outputs to the site as virtual files, so that `mkdocs build` and
`mkdocs serve` work by themselves; `build_site` runs the same build for `tuyenduong build`.
"""

import logging
import os
import posixpath
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import assemble, kits, photos
from generator.cache import FOLDER, Store, key_of
from generator.cards import Cards
from generator.check import check, stops
from generator.files import by_hand, checksum, kept_as_markdown
from generator.formats.card import SHARED_CARD
from generator.gates import leaks_told
from generator.load import Register, load
from generator.markup import Extensions
from generator.records.base import Reference
from generator.tree import clashes, outputs, pages
from generator.values import SITE_PICTURE, Output, UserError

WATCHED = ("data", "theme", "generator/templates")
# Pieces that become `assets/`, and Material's own look and scripts, which no page loads.
UNPUBLISHED = (
    f"{photos.FOLDER}/",
    "css/",
    "js/",
    "assets/javascripts/",
    "assets/stylesheets/",
    "assets/images/",
)


class Options(Config):
    """The plugin has none: the office's settings stand in `data/site.yml`."""


class TuyenDuong(BasePlugin[Options]):
    """The thin plugin: the register's pages come from the records, at every build anew.

    Attributes:
        given: what `build_site` wants rendered: the Reference, and the shells of pages; else the
            plugin reads the register and renders everything.
    """

    root: Path
    register: Register
    reference: Reference
    given: tuple[Reference, tuple[Output, ...]] | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the data before MkDocs touches the old site, and take its settings."""
        self.root = Path(config.config_file_path).parent
        if self.given:
            self.reference = self.given[0]
        else:
            self.register = _checked(self.root)
            self.reference = self.register.reference
        _settings(config, self.reference)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the register's pages, and leave out what only its making needs."""
        records = {str(path) for path in kept_as_markdown(self.root)}
        for file in list(files):
            as_taken = file.src_uri.startswith(f"{photos.FOLDER}/")
            if file.abs_src_path in records or file.src_uri.startswith(UNPUBLISHED) or as_taken:
                files.remove(file)
        for name, content in (*self._photos(), *self._cards(Path(config.theme.dirs[0]))):
            files.append(File.generated(config, name, content=content))
        if self.given:
            whole = self.given[1]
        else:
            whole = tuple(outputs(self.register.reference, self.register.volumes))
        written = [file.src_uri for file in files.documentation_pages()]
        made = frozenset(output.path for output in whole)
        if faults := list(clashes(written, made.__contains__)):
            raise PluginError("\n" + "\n".join(faults))
        for output in whole:
            content = self._content(output)
            file = File.generated(
                config, output.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV
            )
            if output.source:
                file.edit_uri = posixpath.relpath(output.source, Path(config.docs_dir).name)
            files.append(file)
        for name, text in assemble.assets(Path(config.theme.dirs[0])):
            files.append(File.generated(config, name, content=text))
        return files

    def _content(self, output: Output) -> bytes:
        """Return the bytes of a file; a kit with photos is packed once for what it is."""
        taken = self.root / "content" / photos.FOLDER
        if not (output.kit and output.kit.photos):
            return kits.output_of(output, taken)
        store, name = Store(self.root / FOLDER / "store"), f"kits/{key_of(output.path).hex()}"
        key = key_of(output.kit, version("pillow"), version("python-docx"))
        made: bytes | None = store.get(name, key)
        if made is None:
            made = kits.output_of(output, taken)
            store.put(name, key, made)
        return made

    def _photos(self) -> Iterator[tuple[str, bytes]]:
        """Yield the photos in the sizes that pages show; each is made once for what it is."""
        store = Store(self.root / FOLDER / "store")
        found = [path for path in by_hand(self.root) if path.parent.name == photos.FOLDER]
        for path in found:
            name, key = f"photos/{path.name}", key_of(checksum(path), version("pillow"))
            made: list[tuple[str, bytes]] | None = store.get(name, key)
            if made is None:
                made = list(photos.versions(path))
                store.put(name, key, made)
            yield from made
        store.keep_only("photos", [path.name for path in found])

    def _cards(self, theme: Path) -> Iterator[tuple[str, bytes]]:
        """Yield the pictures for sharing: the site's own, and of the pages rendered here."""
        site = self.reference.site
        cards = Cards(theme, site.name)
        yield SITE_PICTURE, cards.draw(site.office, site.tagline, site.url)
        if not self.given:
            for page in pages(self.register.reference, self.register.volumes):
                if page.card:
                    yield page.picture, cards.draw(*page.card)

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Stop private data before a single page is written."""
        if page.file.generated_by is None:  # written by hand: its words are escaped here
            for name in ("title", "description"):
                if name in page.meta:
                    page.meta[name] = escape(str(page.meta[name]))
        contacts = self.reference.contacts
        if leaks := leaks_told(page.file.src_uri, markdown, contacts):
            raise PluginError("\n" + "\n".join(leaks))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Close every gate and add the search index; `build_site` leaves that to its caller."""
        if self.given is not None:
            return
        try:
            assemble.finish(Path(config.site_dir), self.register)
        except UserError as error:
            for path in Path(config.site_dir).iterdir():  # nothing that failed a gate is left there
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            raise PluginError(f"\n{error}") from error

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Callable[..., Any]) -> Any:
        """Rebuild when a record, a template or the theme changes."""
        for folder in WATCHED:
            if (self.root / folder).is_dir():
                server.watch(str(self.root / folder))
        return server


def _settings(config: MkDocsConfig, reference: Reference) -> None:
    """Give MkDocs what the office set in `data/site.yml`."""
    site = reference.site
    config.site_name, config.site_url = escape(site.name), site.url
    config.site_description = escape(site.tagline)
    if site.repository:
        config.repo_url = site.repository
        config.edit_uri = f"edit/main/{Path(config.docs_dir).name}/"
    contact = site.contact
    config.extra.update(
        demonstration=site.demonstration,
        office=escape(site.office),
        contact=[
            escape(t) for t in (contact.office, contact.address, contact.phone, contact.email) if t
        ],
        data_licence=escape(site.data_licence),
    )
    config.extra_css = ["assets/site.css"]
    config.theme.static_templates.discard("sitemap.xml")  # `assemble` writes one of all pages
    config.theme.static_templates.add(SHARED_CARD)
    # Sitemap and page dates come from the data, so that the same data gives the same bytes.
    epoch = int((reference.as_of.last.toordinal() - 719163) * 86400)
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _checked(root: Path) -> Register:
    register = load(root)
    faults = check(register)
    if stops(faults):
        last = "Còn lỗi: trang chưa đổi. Sửa rồi lưu lại."
        raise PluginError("\n".join(["", *map(str, faults), last]))
    for fault in faults:
        logging.getLogger("mkdocs.plugins.tuyenduong").info(str(fault))
    return register


def settings(root: Path) -> tuple[Extensions, frozenset[str], Path]:
    """Return the host's settings, as `mkdocs.yml` has them.

    Returns:
        Its Markdown extensions; the paths of the pages that its navigation names, and of the home
        page; the project's own folder of the theme.
    """
    config = _config(root)
    extensions = Extensions(tuple(config.markdown_extensions), config.mdx_configs)
    paths = frozenset(_paths(config.nav or ())) | {"index.md"}
    return extensions, paths, Path(config.theme.dirs[0])


def build_site(
    root: Path, site_dir: Path, reference: Reference, shells: tuple[Output, ...]
) -> None:
    """Render the hand-written pages, and shells: no gate over the whole, no search index yet.

    Args:
        root: the project's root, with `mkdocs.yml`.
        site_dir: an empty or new directory.
        reference: the Reference of a register that was read and checked.
        shells: the pages to render beside those written by hand.

    Raises:
        UserError: MkDocs stopped, or private data was found; the message says why.
    """
    heard = _Heard()
    with _listening(heard):
        try:
            config = _config(root, site_dir=str(site_dir), strict=True)
            plugin = config.plugins["tuyenduong"]
            assert isinstance(plugin, TuyenDuong)
            plugin.given = (reference, shells)
            mkdocs_build(config)
        except (Abort, ConfigurationError, PluginError) as error:
            lines = heard.lines or [str(error).strip()]
            raise UserError("MkDocs không dựng được trang:\n" + "\n".join(lines)) from error


def _paths(entries: Any) -> Iterator[str]:
    """Yield the paths of the pages that a navigation names."""
    match entries:
        case dict():
            yield from _paths(entries.values())
        case str():
            yield entries
        case _:
            for entry in entries:
                yield from _paths(entry)


def _config(root: Path, **settings: Any) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), **settings)


def serve(root: Path, address: str) -> None:
    """Show the site at an address of this machine, and rebuild it at every saved change.

    Raises:
        UserError: the first build failed.
    """
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.ERROR)
    logger.addHandler(logging.StreamHandler())  # faults, with file and line, at every rebuild
    try:
        mkdocs_serve(
            str(root / "mkdocs.yml"), livereload=True, dev_addr=address, theme=None, strict=True
        )
    except (Abort, ConfigurationError) as error:
        raise UserError(str(error).strip()) from error


class _Heard(logging.Handler):
    """Keeps what MkDocs warns of, so that it is told with the fault and not before."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.lines.append(record.getMessage().strip())


@contextmanager
def _listening(handler: logging.Handler) -> Iterator[None]:
    """Send what MkDocs says to a handler alone."""
    logger = logging.getLogger("mkdocs")
    before = logger.handlers[:], logger.propagate, logger.level
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.handlers, logger.propagate = before[0], before[1]
        logger.setLevel(before[2])
