"""What is made of the whole site: assets, sitemap, search index, manifest; and the gates over it.

`finish` does all of it to a site that the host built by itself.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from generator import exports, finder, manifest, search
from generator.gates import dead_ends, links_in, refuse, text_told, texts_told
from generator.hidden import Hidden, names_beside, names_in, still_hidden
from generator.load import Register
from generator.records.decision_entries import digest
from generator.records.digest import Index
from generator.sitemap import Dates, sitemaps
from generator.tree import list_pages, twins, volume_pages

_DATA = f"{exports.FOLDER}/"  # its files are made of rows, which are told by themselves


def assets(theme: Path) -> Iterator[tuple[str, str]]:
    """Yield the site's own stylesheets and scripts.

    The files of `css/` are one stylesheet for all pages; those of a folder in it are one more, for
    the pages that need them (`main.html` says which). Scripts are those of `js/`.
    """
    css = theme / "css"
    more = ((folder.name, folder) for folder in sorted(css.glob("*")) if folder.is_dir())
    for name, folder in (("site", css), *more):
        rules = (path.read_text("utf-8") for path in sorted(folder.glob("*.css")))
        yield f"assets/{name}.css", "\n".join(rules)
    scripts = theme / "js"
    for path in sorted(scripts.rglob("*.js")):
        yield f"assets/{path.relative_to(scripts).as_posix()}", path.read_text("utf-8")


def finish(site_dir: Path, register: Register) -> None:
    """Close the gates over a built site, then add what is made of the whole of it.

    Raises:
        UserError: private data or dead links, all of them told.
    """
    reference, site = register.reference, register.reference.site
    digests = tuple(digest(volume, reference) for volume in register.volumes)
    index = Index(digests)
    lists = tuple(list_pages(reference, index))
    acts = [p for volume in register.volumes for p in volume_pages(volume, reference)]
    for name, text in twins((*lists, *acts)):
        (site_dir / name).write_text(text, "utf-8", newline="")
    parts = [finder.records_part(reference), *(finder.part(d, reference) for d in digests)]
    made = exports.parts_of_all(register.volumes, digests, reference)
    exports.write_all(site_dir, made, reference)
    names = sorted(p.relative_to(site_dir).as_posix() for p in site_dir.rglob("*") if p.is_file())
    rows = exports.texts_in(part[name] for part in made.values() for name in exports.ROWS)
    words = ((f"{finder.FOLDER}/", finder.text_of(part)) for part in parts)
    close_gates(site_dir, names, register, [(_DATA, rows), *words])
    unindexed = {page.html for page in (*lists, *acts) if page.noindex}
    known = (name for name in names if name not in unindexed)
    for name, text in sitemaps(known, site.url, Dates(lists, index, reference.as_of)):
        (site_dir / name).write_text(text, "utf-8", newline="")
    texts = (name for name in names if name.endswith(".html"))
    for name, content in finder.join(parts):
        (site_dir / name).parent.mkdir(parents=True, exist_ok=True)
        (site_dir / name).write_bytes(content)
    search.index(((name, (site_dir / name).read_text("utf-8")) for name in texts), site_dir)
    files = {
        path.relative_to(site_dir).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site_dir.rglob("*")
        if path.is_file()
    }
    (site_dir / manifest.MANIFEST).write_text(manifest.text_of(files), "utf-8")


def close_gates(
    site_dir: Path, names: list[str], register: Register, texts: Iterable[tuple[str, str]]
) -> None:
    """Look for private data, hidden names and dead links in everything rendered.

    Raises:
        UserError: what was found, the first fifty places of it.
    """
    site = register.reference.site
    told = [names_in(volume) for volume in register.volumes]
    kept = [names_beside(register.reference), *(names for names, _ in told)]
    hidden = Hidden(still_hidden(kept, (shown for _, shown in told)))

    @cache
    def text_of(name: str) -> bytes:
        return (site_dir / name).read_bytes()

    links, problems = links_in(names, text_of, site.url)
    rest = (name for name in names if name.endswith(".html") or not name.startswith(_DATA))
    told_of = list(texts_told(rest, text_of, register.reference.contacts, hidden))
    for folder, text in texts:
        told_of += text_told(folder, text, register.reference.contacts, hidden)
    refuse([*told_of, *problems, *dead_ends(links, set(names).__contains__, text_of)])
