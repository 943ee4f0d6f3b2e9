"""What the other builders need to make the same pages: settings, and the Markdown in their form."""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from bench.shell import shell_of

_HERE = Path(__file__).parent
_ATTRIBUTES = re.compile(r"\{: *(#[^}]*?) *\}")
_KIND = re.compile(r"^kind:", re.M)  # a word that Hugo keeps for itself
_NAV = ("vinh-danh", "guong", "phong-trao", "dia-ban", "tin-tuc")
_NAMES = ("Vinh danh", "Gương điển hình", "Phong trào", "Địa bàn", "Tin tức")


def write_settings(folder: Path, sample: Path, theme: Path) -> None:
    """Write a plain `mkdocs.yml`, without a plugin, that MkDocs and Zensical build the pages by.

    Args:
        folder: where it goes; the Markdown tree lies in `docs/` beside it, the site in `site/`.
        sample: the records, for the office's words.
        theme: our theme's folder.
    """
    office = yaml.safe_load((sample / "data" / "site.yml").read_text("utf-8"))
    nav: list[dict[str, str]] = [
        {name: f"{path}/index.md"} for name, path in zip(_NAMES, _NAV, strict=True)
    ]
    settings: dict[str, Any] = {
        "site_name": office["name"],
        "site_url": office["url"],
        "site_description": office["tagline"],
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {
            "name": "material",
            "custom_dir": "theme",
            "language": "vi",
            "font": False,
            "favicon": "assets/favicon.svg",
        },
        "plugins": [{"search": {"enabled": False}}],  # or Zensical makes an index
        "extra_css": ["assets/site.css"],
        "extra": {
            "demonstration": office["demonstration"],
            "office": office["office"],
            "contact": [text for text in office["contact"].values() if text],
            "data_licence": office["data_licence"],
            "as_of": "ngày {2}/{1}/{0}".format(*office["as_of"].split("-")),
        },
        "nav": [*nav, {"Giới thiệu": "gioi-thieu.md"}],
        "not_in_nav": "/**",
        "markdown_extensions": [
            *("attr_list", "def_list", "md_in_html", "sane_lists"),
            {"tables": {"use_align_attribute": True}},
            "toc",
        ],
        "validation": {"links": {"unrecognized_links": "ignore"}},  # or it tells each one
    }
    shutil.copytree(theme, folder / "theme")  # Zensical reads nothing outside
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")


def write_hugo(folder: Path, pages: Path, site: Path, theme: Path) -> None:
    """Write a whole Hugo project: configuration, layouts, the same Markdown, other files.

    Hugo's parser writes `{#id}` where ours writes `{: #id }`, and a page with pages below it is
    `_index.md`; nothing else is changed. All of it is done before any clock runs.

    Args:
        folder: the project; new.
        pages: the Markdown tree.
        site: a built site of ours, from which the shell is taken.
        theme: our theme's folder.
    """
    shutil.copytree(_HERE / "hugo", folder)
    path = _typical(site)
    shell = shell_of((site / path / "index.html").read_text("utf-8"), f"{path}/")
    (folder / "layouts").mkdir()
    (folder / "layouts" / "all.html").write_text(shell.page, "utf-8")
    (folder / "layouts" / "404.html").write_text(shell.missing, "utf-8")
    with (folder / "hugo.toml").open("r+", encoding="utf-8") as file:
        text = file.read()
        file.seek(0)
        file.write(f'baseURL = "{shell.address}"\n{text}')
    shutil.copytree(theme / "assets", folder / "static" / "assets")
    for source in pages.rglob("*"):
        if source.is_file():
            _take(source, source.relative_to(pages), folder)


def hugo_form(text: str) -> str:
    """Return a page's Markdown as Hugo's parser reads it."""
    return _ATTRIBUTES.sub(r"{\1}", _KIND.sub("what:", text, count=1))


def _take(source: Path, name: Path, folder: Path) -> None:
    """Put one file of the Markdown tree where Hugo looks for it."""
    if name.suffix != ".md":
        target = folder / "static" / name
    elif name.name == "index.md" and any(child.is_dir() for child in source.parent.iterdir()):
        target = folder / "content" / name.with_name("_index.md")
    else:
        target = folder / "content" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if name.suffix == ".md":
        target.write_text(hugo_form(source.read_text("utf-8")), "utf-8")
    else:
        shutil.copyfile(source, target)


def _typical(site: Path) -> str:
    """Return the address of the first honour's page: the kind that most pages are."""
    found = sorted(site.glob("vinh-danh/*/*/*/*/index.html"))
    if not found:
        raise ValueError("the site has no page of an honour")
    return found[0].parent.relative_to(site).as_posix()
