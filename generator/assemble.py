"""What makes pages a site: assets, the gates for links and privacy, search, the manifest."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote

from generator import finder, search
from generator.dates import PartialDate
from generator.links import dead_links
from generator.load import Register
from generator.privacy import leaks, plain
from generator.records.decision_pages import digest
from generator.values import UserError
from generator.vietnamese import canonical_tone, squeeze

MANIFEST = "manifest.txt"
MARK = "# Tuyên dương: mọi tệp của trang, và mã SHA-256 của từng tệp"
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
    """Return one message for each kind of private data in a text; never the piece itself."""
    return [
        f"{name}: BM-002: có {what}; xóa ở dữ liệu hoặc bài viết, đó là dữ liệu riêng tư"
        for what in dict.fromkeys(leak.what for leak in leaks(text, contacts))
    ]


def hidden_names(register: Register) -> Mapping[str, str]:
    """Return the names that may not be shown in full, and the file of the decision of each.

    A name that another honour shows in full is somebody else's too, and is left out.
    """
    rows = [(d, h) for volume in register.volumes for d in volume.decisions for h in d.honours]
    shown = {_key(honour.name) for _, honour in rows if honour.named}
    hidden = {_key(h.name): d.origin.file for d, h in rows if not h.named}
    return {name: file for name, file in hidden.items() if name not in shown}


def _key(name: str) -> str:
    return canonical_tone(squeeze(name))


def close_gates(site_dir: Path, register: Register) -> None:
    """Look for private data, hidden names and dead links in everything rendered.

    Raises:
        UserError: what was found, the first fifty places of it.
    """
    site = register.reference.site
    hidden = hidden_names(register)
    pattern = re.compile("|".join(rf"\b{re.escape(item)}\b" for item in sorted(hidden)))
    problems: list[str] = []
    for path in sorted(site_dir.rglob("*")):
        name = path.relative_to(site_dir).as_posix()
        if path.is_file():
            problems += leaks_in(name, name, frozenset())
        if path.suffix.lower() in _TEXTS:
            text = path.read_text("utf-8", errors="replace")
            problems += leaks_in(name, text, site.contacts)
            problems += _named_in(name, text, hidden, pattern)
    problems += [
        f"{page}: LK-001: liên kết «{link}» không dẫn tới đâu; sửa liên kết hoặc thêm trang đó"
        for page, link in dead_links(site_dir, site.url)
    ]
    if problems:
        rest = len(problems) - _SHOWN
        more = [f"… và {rest} chỗ nữa"] if rest > 0 else []
        raise UserError("\n".join(problems[:_SHOWN] + more))


def _named_in(
    name: str, text: str, hidden: Mapping[str, str], pattern: re.Pattern[str]
) -> list[str]:
    """Return one message for each hidden name that a text holds; never the name itself."""
    found = pattern.findall(canonical_tone(plain(text))) if hidden else []
    return [
        f"{name}: BM-003: có tên mà {hidden[item]} không cho hiện đủ; xóa tên đó ở bài viết"
        for item in dict.fromkeys(found)
    ]


def finish(site_dir: Path, register: Register) -> None:
    """Close the gates over a built site, then add what is made of the whole of it.

    Raises:
        UserError: private data or dead links, all of them told.
    """
    close_gates(site_dir, register)
    add_files(site_dir, register)


def add_files(site_dir: Path, register: Register) -> None:
    """Write what is made of the whole site: sitemap, search indexes, manifest."""
    reference = register.reference
    write_sitemap(site_dir, reference.site.url, reference.as_of)
    volumes = (finder.part(digest(volume, reference), reference) for volume in register.volumes)
    for name, content in finder.join([finder.records_part(reference), *volumes]):
        (site_dir / name).parent.mkdir(parents=True, exist_ok=True)
        (site_dir / name).write_bytes(content)
    search.index(site_dir)
    write_manifest(site_dir)


def write_sitemap(site_dir: Path, base: str, as_of: PartialDate) -> None:
    """Write the list of all pages for search engines, by sitemaps.org."""
    pages = sorted(p.parent.relative_to(site_dir).as_posix() for p in site_dir.rglob("index.html"))
    lines = [
        f"<url><loc>{escape(base + quote('' if page == '.' else f'{page}/'))}</loc>"
        f"<lastmod>{as_of.last.isoformat()}</lastmod></url>"
        for page in pages
    ]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'{head}<urlset xmlns="{space}">\n' + "\n".join(lines) + "\n</urlset>\n"
    (site_dir / "sitemap.xml").write_text(text, "utf-8", newline="")


def write_manifest(site_dir: Path) -> None:
    """Write the list of all files with their SHA-256, as `sha256sum --check` reads it.

    It is also how a build knows that a directory is a site of its own making.
    """
    names = sorted(p.relative_to(site_dir).as_posix() for p in site_dir.rglob("*") if p.is_file())
    lines = [f"{_sha256(site_dir / name)}  {name}" for name in names if name != MANIFEST]
    (site_dir / MANIFEST).write_text("\n".join([MARK, *lines]) + "\n", "utf-8")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
