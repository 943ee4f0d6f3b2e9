"""What the clerk says beside the sources: options of the command, or answers at the terminal."""

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from generator.importer.table import safe
from generator.values import Fault, Position


@dataclass(frozen=True)
class Answers:
    """Everything that may be said; empty where nothing was. Names are those of the options."""

    issuer: str = ""
    symbol: str = ""
    no_symbol: str = ""
    date: str = ""
    date_basis: str = ""
    title: str = ""
    occasion: str = ""
    award: str = ""
    grade: str = ""
    kind: str = ""
    commendation: str = ""
    movement: str = ""
    encoding: str = ""
    accept_count: bool = False
    leave_out: bool = False
    take_hidden: bool = False
    illustrative: bool = False
    without: tuple[str, ...] = ()

    def said(self, name: str, text: Any) -> "Answers":
        """Return the answers with one more of them."""
        values: dict[str, Any] = {name: text}
        if name == "without":
            values = {name: (*self.without, text)}
        return replace(self, **values)


class Question(NamedTuple):
    """Something that only a person can say.

    Attributes:
        name: the field of `Answers` that the answer fills.
        code: the fault's code where nobody can be asked.
        text: what is asked, in Vietnamese.
        choices: values with their words; empty for a free text.
        option: how the answer is given on the command line.
        position: where the doubt arose.
        agreed: what the answer is if the clerk agrees to go on; None where that is not asked.
        column: the letters of the column that it is about.
    """

    name: str
    code: str
    text: str
    choices: tuple[tuple[str, str], ...]
    option: str
    position: Position
    agreed: Any = None
    column: str = ""

    @property
    def fault(self) -> Fault:
        """The question as a fault, for where there is no terminal."""
        some = ", ".join(safe(value) for value, _ in self.choices[:8])
        more = f" (một trong: {some}{', …' if len(self.choices) > 8 else ''})" if some else ""
        return Fault(self.position, self.code, self.column, self.text, f"thêm {self.option}{more}")
