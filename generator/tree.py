"""The whole Markdown tree of a register: every page and every export, as values.

This is all that a host needs; nothing here knows which host it will be.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.exports import data_files, make_all, of_volumes, parts_of_all
from generator.files import VOLUME_KIND
from generator.formats import markdown_form
from generator.formats.markdown_form import TWIN
from generator.kit import Kit
from generator.lists import LISTS
from generator.records import KINDS
from generator.records.base import Record, Reference, Volume
from generator.records.decision_entries import digest
from generator.records.digest import Digest, Index
from generator.render import files_of, fragment, render
from generator.values import Output, Page


def outputs(reference: Reference, volumes: tuple[Volume, ...]) -> Iterator[Output]:
    """Yield every file of the tree: the pages as Markdown, then the exports."""
    digests = tuple(digest(volume, reference) for volume in volumes)
    for page in _pages(reference, volumes, digests):
        yield render(page)
        for name, made in files_of(page).items():
            if isinstance(made, Kit):
                yield Output(name, "", page.source, kit=made)
            elif not name.endswith(TWIN):  # it would lie where the page's text does
                yield Output(name, made, page.source)
    yield from (Output(*found, "") for found in data_texts(reference, volumes, digests))
    yield from (Output(*found, "") for found in make_all(reference, Index(digests)))


def twins(found: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """Yield the things of pages as Markdown: files of the site that no host may take for pages."""
    for page in found:
        if page.thing:
            yield f"{page.address[1:]}{TWIN}", markdown_form.make(page.thing, fragment)


def data_texts(
    reference: Reference, volumes: tuple[Volume, ...], digests: tuple[Digest, ...]
) -> Iterator[tuple[str, str]]:
    """Yield those files of the register as data that are texts; the others need a folder."""
    parts = parts_of_all(volumes, digests, reference)
    for file in data_files(reference, (key.year for key in parts)):
        if file.text:
            yield file.path, "".join(file.text(of_volumes(parts, file.year)))


def pages(reference: Reference, volumes: tuple[Volume, ...]) -> Iterator[Page]:
    """Yield every page: those of the volumes, of the other records, and the lists."""
    return _pages(reference, volumes, tuple(digest(volume, reference) for volume in volumes))


def _pages(
    reference: Reference, volumes: tuple[Volume, ...], digests: tuple[Digest, ...]
) -> Iterator[Page]:
    for volume in volumes:
        yield from volume_pages(volume, reference)
    yield from list_pages(reference, Index(digests))


def list_pages(reference: Reference, index: Index) -> Iterator[Page]:
    """Yield the pages of the Reference's records, and the lists."""
    for kind in KINDS:
        if kind.pages is not None:
            for record in reference.of(kind.name):
                yield from _of(record, kind.pages(record, reference, index))
    for make in LISTS:
        yield from make(reference, index)


def volume_pages(volume: Volume, reference: Reference) -> Iterator[Page]:
    """Yield the pages of one volume; they depend on it and the Reference alone."""
    make = VOLUME_KIND.volume_pages
    assert make is not None, "the kind of the volumes makes pages"
    for decision in volume.decisions:
        yield from _of(decision, make(decision, reference))


def _of(record: Record, made: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages of a record; what goes out alone says whether it is invented."""
    if not record.illustrative:
        yield from made
        return
    for page in made:
        yield replace(
            page,
            cite=f"{page.cite or page.title} (dữ liệu minh họa)",
            description=f"Dữ liệu minh họa. {page.description}",
        )


def clashes(content: Iterable[str], made: Callable[[str], bool]) -> Iterator[str]:
    """Find hand-written pages that lie at the address of a generated one.

    Args:
        content: the paths of hand-written pages, from `content/`.
        made: whether a path is that of a generated page.
    """
    for path in sorted(content):
        folder = f"/{path.removesuffix('.md')}".removesuffix("/index").lstrip("/")
        if made(f"{folder}/index.md".lstrip("/")) or made(f"{folder}.md"):
            yield (
                f"content/{path}: TEP-008: trùng địa chỉ với một trang mà sổ tự làm; đổi tên tệp, "
                "hoặc đưa nội dung vào hồ sơ của trang đó"
            )
