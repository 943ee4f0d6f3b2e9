"""Markdown → HTML by MkDocs and Material. The only module that knows MkDocs.

As a plugin it adds the register's outputs to the site as virtual files, so that `mkdocs build` and
`mkdocs serve` work by themselves; `build_site` runs the same build for `tuyenduong build`.
"""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import assemble
from generator.check import check, stops
from generator.files import matching
from generator.load import Register, load
from generator.records import KINDS
from generator.tree import outputs
from generator.values import UserError

WATCHED = ("data", "theme", "generator/templates")
# Pieces that become `assets/`, and Material's own look and scripts, which no page loads.
UNPUBLISHED = ("css/", "js/", "assets/javascripts/", "assets/stylesheets/", "assets/images/")


class Options(Config):
    """The plugin has none: the office's settings stand in `data/site.yml`."""


class TuyenDuong(BasePlugin[Options]):
    """The thin plugin: the register's pages come from the records, at every build anew."""

    root: Path
    register: Register

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep one instance over the rebuilds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the data before MkDocs touches the old site, and take its settings."""
        self.root = Path(config.config_file_path).parent
        self.register = load(self.root)
        faults = check(self.register)
        if stops(faults):
            raise PluginError("\n" + "\n".join(map(str, faults)))
        _settings(config, self.register)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the register's pages, and leave out what only its making needs."""
        records = {
            str(path)
            for kind in KINDS
            if kind.layout == "markdown"
            for path in matching(self.root, kind.where)
        }
        for file in list(files):
            if file.abs_src_path in records or file.src_uri.startswith(UNPUBLISHED):
                files.remove(file)
        for output in outputs(self.register.reference, self.register.volumes):
            file = File.generated(
                config, output.path, content=output.text, inclusion=InclusionLevel.NOT_IN_NAV
            )
            if output.source:
                file.edit_uri = os.path.relpath(output.source, Path(config.docs_dir).name)
            files.append(file)
        for name, text in assemble.assets(Path(config.theme.dirs[0])):
            files.append(File.generated(config, name, content=text))
        return files

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Stop private data before a single page is written."""
        contacts = self.register.reference.site.contacts
        if leaks := assemble.leaks_in(page.file.src_uri, markdown, contacts):
            raise PluginError("\n" + "\n".join(leaks))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Close every gate and add the search index."""
        try:
            assemble.finish(Path(config.site_dir), self.register.reference.site)
        except UserError as error:
            raise PluginError(f"\n{error}") from error

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Callable[..., Any]) -> Any:
        """Rebuild when a record, a template or the theme changes."""
        for folder in WATCHED:
            if (self.root / folder).is_dir():
                server.watch(str(self.root / folder))
        return server


def _settings(config: MkDocsConfig, register: Register) -> None:
    """Give MkDocs what the office set in `data/site.yml`."""
    reference = register.reference
    site = reference.site
    config.site_name, config.site_url = site.name, site.url
    config.site_description = site.tagline
    if site.repository:
        config.repo_url = site.repository
        config.edit_uri = f"edit/main/{Path(config.docs_dir).name}/"
    contact = site.contact
    config.extra.update(
        demonstration=site.demonstration,
        office=site.office,
        contact=[t for t in (contact.office, contact.address, contact.phone, contact.email) if t],
        data_licence=site.data_licence,
        as_of=reference.as_of.on,
    )
    config.extra_css = ["assets/site.css"]
    # Sitemap and page dates come from the data, so that the same data gives the same bytes.
    epoch = int((reference.as_of.last.toordinal() - 719163) * 86400)
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def build_site(root: Path, site_dir: Path) -> None:
    """Build the whole site into a directory.

    Args:
        root: the project's root, with `mkdocs.yml`.
        site_dir: an empty or new directory.

    Raises:
        UserError: the data, a link or a gate stopped the build; the message is in Vietnamese.
    """
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (Abort, ConfigurationError, PluginError) as error:
        raise UserError(str(error).strip()) from error
