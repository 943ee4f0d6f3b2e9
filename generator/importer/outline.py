"""The outline of a list: headings under headings, and what they say together."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.importer.headings import Heading
from generator.importer.lexicon import Named

_STYLES = (
    ("article", re.compile(r"\s*Điều \d+", re.IGNORECASE)),
    ("roman", re.compile(r"\s*[IVX]{1,5}(?:[.):\s\-]|$)")),
    ("letter", re.compile(r"\s*[A-H](?:[.):\s\-]|$)")),
    ("number", re.compile(r"\s*\d{1,2}(?:[.)/]|$)")),
    ("small", re.compile(r"\s*[a-zđ]\)")),
    ("dash", re.compile(r"\s*[-–—+*•]")),
)


class Section(NamedTuple):
    """Where a row stands: the numbers of the headings above it, and what they say together."""

    path: tuple[int, ...] = ()
    kind: str = ""
    award: Named | None = None
    place_text: str = ""
    posthumous: bool = False


@dataclass
class Outline:
    """The headings that hold for the row at hand, the outermost first."""

    _open: list[tuple[str, int, Heading]] = field(default_factory=list)
    _count: int = 0

    def add(self, heading: Heading, text: str) -> int:
        """Open a section; those of its own style and below end. Returns its number, from 1."""
        style = next((name for name, form in _STYLES if form.match(text)), "")
        style = style or ("award" if heading.award else "kind" if heading.kind else "place")
        styles = [name for name, _, _ in self._open]
        if style in styles:
            del self._open[styles.index(style) :]
        self._count += 1
        self._open.append((style, self._count, heading))
        return self._count

    def close(self) -> None:
        """End all sections: another sheet, another article begins."""
        self._open.clear()

    @property
    def section(self) -> Section:
        """What holds now: of each fact, the innermost heading that tells it."""
        found = Section(tuple(number for _, number, _ in self._open))
        for _, _, heading in self._open:
            award = heading.award or found.award
            if award and not award.award and found.award and found.award.award:
                award = found.award
            found = found._replace(
                kind=heading.kind or found.kind,
                award=award,
                place_text=heading.place_text or found.place_text,
                posthumous=heading.posthumous or found.posthumous,
            )
        return found
