"""A–Z: people by given name, collectives and households from the left, in Vietnamese order."""

from collections.abc import Iterator

from generator.records.base import Reference
from generator.records.digest import HonourEntry, Index
from generator.records.paging import paged
from generator.values import Link, Page
from generator.vietnamese import ALPHABET, letter_of, letter_slug

_ORDER = [letter.upper() for letter in ALPHABET] + ["#"]


def alphabet(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the A–Z and a page for each letter; names that are not shown in full are left out."""
    people = [e for e in index.honours if e.named and e.recipient_kind == "person"]
    bodies = [e for e in index.honours if e.named and e.recipient_kind != "person"]
    sections = (
        ("Cá nhân", "/a-z/", _by_letter(people)),
        ("Tập thể, hộ gia đình", "/a-z/tap-the/", _by_letter(bodies)),
    )
    yield Page(
        address="/a-z/",
        template="alphabet.md.jinja",
        title="A–Z",
        description="Tên cá nhân, tập thể, hộ gia đình trong sổ vinh danh theo thứ tự chữ cái.",
        context={
            "sections": [
                (title, [(x, f"{base}{letter_slug(x)}/", len(group)) for x, group in letters])
                for title, base, letters in sections
            ]
        },
        listed=False,
        section="vinh-danh",
        source="data/site.yml",
    )
    for title, base, letters in sections:
        for letter, group in letters:
            page = Page(
                address=f"{base}{letter_slug(letter)}/",
                template="letter.md.jinja",
                title=f"{title}: {'khác' if letter == '#' else letter}",
                description=f"{title} có tên bắt đầu bằng chữ {letter} trong sổ vinh danh.",
                context={},
                crumbs=(Link("A–Z", "/a-z/"),),
                listed=False,
                section="vinh-danh",
                source="data/site.yml",
            )
            yield from paged(page, "honours", group, newest_first=False)


def _by_letter(entries: list[HonourEntry]) -> list[tuple[str, list[HonourEntry]]]:
    """Group entries by the letter they stand under, each group in order, the newest first."""
    groups: dict[str, list[HonourEntry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.order, entry.name)):
        groups.setdefault(letter_of(entry.order), []).append(entry)
    return [(letter, groups[letter]) for letter in _ORDER if letter in groups]
