"""The state while the lines of a list are followed in their order, and what it notes of each."""

from dataclasses import dataclass, field

from generator.importer import preamble
from generator.importer.answers import Question
from generator.importer.claims import claims_of, total_of
from generator.importer.columns import Layout
from generator.importer.entries import Entry, Fate, Unit
from generator.importer.headings import Heading, heading_of
from generator.importer.lexicon import Lexicon
from generator.importer.lines import Line
from generator.importer.outline import Outline
from generator.importer.preamble import Facts
from generator.importer.table import Row
from generator.values import Fault

UNKNOWN_KIND = "không rõ là tập thể, cá nhân hay hộ gia đình"


@dataclass
class Walk:
    """What is known so far.

    Attributes:
        lexicon: what the register knows by name.
        kind: the kind of recipients that the clerk said, or "".
        without: the columns that the clerk said not to read.
        take_hidden: whether hidden rows are read too.
        facts, units, faults, questions: what was found.
        outline: the headings above the line at hand.
        layout, block: the columns of the table at hand, and its block of rows.
        opened: whether a list has begun.
        ended: whether the signature or the addresses of copies have begun.
        untitled: the columns without a title that were told already.
    """

    lexicon: Lexicon
    kind: str = ""
    without: frozenset[str] = frozenset()
    take_hidden: bool = False
    facts: Facts = field(default_factory=Facts)
    units: list[Unit] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    outline: Outline = field(default_factory=Outline)
    layout: Layout | None = None
    block: int = 0
    opened: bool = False
    ended: bool = False
    untitled: set[tuple[str, str, int]] = field(default_factory=set)

    def begin(self) -> None:
        """Begin another sheet or file."""
        self.layout, self.opened, self.ended = None, False, False
        self.outline.close()

    def name(self, line: Line, fate: Fate, why: str = "") -> None:
        """Note that all of a line is no recipient, and what it is."""
        self.units += [Unit(row, row.text, fate, why) for row in line.members]

    def item(self, row: Row, text: str, entry: Entry | None, why: str = UNKNOWN_KIND) -> None:
        """Note a recipient, or the text that could not be made one."""
        fate: Fate = "result" if entry else "refused"
        self.units.append(Unit(row, text, fate, "" if entry else why, entry))

    def heading(self, text: str, stt: str = "") -> Heading | None:
        """Return what a text says as a heading of the rows below it, or None."""
        found = heading_of(text, self.lexicon, first_cell=stt)
        return None if found and found.words else found

    def section(self, line: Line, heading: Heading, text: str) -> None:
        """Open a section."""
        preamble.marks(self.facts, text, line.row)
        number = self.outline.add(heading, text.strip())
        self.facts.claims += claims_of(text, line.row, number, heading.kind)
        self.name(line, "heading", "đề mục")
        self.opened, self.ended = True, False

    def total(self, line: Line) -> None:
        """Note a total and the numbers that it states."""
        self.facts.claims += total_of(line.row.text, line.row)
        self.name(line, "total")
