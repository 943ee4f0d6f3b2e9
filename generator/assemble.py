"""What makes pages a site: assets, the gates for links and privacy, search, the manifest."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator import search
from generator.dates import PartialDate
from generator.links import dead_links
from generator.privacy import leaks
from generator.records.site import Site
from generator.values import UserError

MANIFEST = "manifest.txt"
_SHOWN = 50
_TEXTS = frozenset({".html", ".csv", ".json", ".jsonl", ".xml", ".txt", ".md", ".ics"})


def assets(theme: Path) -> Iterator[tuple[str, str]]:
    """Yield the site's own stylesheet and scripts: one file each, joined from `css/` and `js/`."""
    yield (
        "assets/site.css",
        "\n".join(p.read_text("utf-8") for p in sorted(theme.glob("css/*.css"))),
    )
    for path in sorted(theme.glob("js/*.js")):
        yield f"assets/{path.name}", path.read_text("utf-8")


def leaks_in(name: str, text: str, contacts: frozenset[str]) -> list[str]:
    """Return one message for each piece of private data in a text; never the piece itself."""
    return [
        f"{name}:{text.count(chr(10), 0, leak.start) + 1}: BM-002: có {leak.what}; "
        "xóa ở dữ liệu hoặc bài viết: dữ liệu riêng tư không được công bố"
        for leak in leaks(text, contacts)
    ]


def finish(site_dir: Path, site: Site, as_of: PartialDate) -> None:
    """Close the gates over a built site, then add the search index and the manifest.

    Raises:
        UserError: private data or dead links, all of them told.
    """
    close_gates(site_dir, site)
    add_files(site_dir, site, as_of)


def add_files(site_dir: Path, site: Site, as_of: PartialDate) -> None:
    """Write what is made of the whole site: sitemap, search index, manifest."""
    write_sitemap(site_dir, site.url, as_of)
    search.index(site_dir)
    write_manifest(site_dir)


def write_sitemap(site_dir: Path, base: str, as_of: PartialDate) -> None:
    """Write the list of all pages for search engines, by sitemaps.org."""
    pages = sorted(p.parent.relative_to(site_dir).as_posix() for p in site_dir.rglob("index.html"))
    lines = [
        f"<url><loc>{base}{'' if page == '.' else f'{page}/'}</loc>"
        f"<lastmod>{as_of.last.isoformat()}</lastmod></url>"
        for page in pages
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'{head}<urlset xmlns="{space}">\n' + "\n".join(lines) + "\n</urlset>\n"
    (site_dir / "sitemap.xml").write_text(text, "utf-8", newline="")


def close_gates(site_dir: Path, site: Site) -> None:
    """Look for private data and dead links in everything rendered.

    Raises:
        UserError: what was found, the first fifty places of it.
    """
    problems: list[str] = []
    for path in sorted(site_dir.rglob("*")):
        if path.suffix in _TEXTS:
            name = path.relative_to(site_dir).as_posix()
            problems += leaks_in(name, path.read_text("utf-8"), site.contacts)
    problems += [
        f"{page}: LK-001: liên kết «{link}» không dẫn tới đâu; sửa liên kết hoặc thêm trang đó"
        for page, link in dead_links(site_dir, site.url)
    ]
    if problems:
        rest = len(problems) - _SHOWN
        more = [f"… và {rest} chỗ nữa"] if rest > 0 else []
        raise UserError("\n".join(problems[:_SHOWN] + more))


def write_manifest(site_dir: Path) -> None:
    """Write the list of all files with their SHA-256, as `sha256sum --check` reads it.

    It is also how a build knows that a directory is a site of its own making.
    """
    names = sorted(p.relative_to(site_dir).as_posix() for p in site_dir.rglob("*") if p.is_file())
    lines = [f"{_sha256(site_dir / name)}  {name}" for name in names if name != MANIFEST]
    (site_dir / MANIFEST).write_text("\n".join(lines) + "\n", "utf-8")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
