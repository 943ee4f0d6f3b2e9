"""Definition (định nghĩa của chỉ số): what a statistic counts, on whose word, from when to when.

What a "direct worker" or a "small collective" is no law says for all; it is ruled, and changes. So
it is data, and each statistic tells the definition it was made by.
"""

import datetime
from collections.abc import Iterator

from generator.dates import overlaps
from generator.records.base import (
    Date,
    Fault,
    Field,
    Kind,
    PartialDate,
    Record,
    Reference,
    Text,
)
from generator.records.terms import GROUPS, MEASURES, SIZES, Measure

WORKERS, LEADERLESS, SMALL = MEASURES
# Of which classes of an honour a measure is made.
CLASSES = {"lao-dong-truc-tiep": GROUPS, "khong-lanh-dao": GROUPS, "tap-the-nho": SIZES}


class Definition(Record):
    """What one measure counts during a period."""

    measure: Measure = Field(title="chỉ số")
    text: Text = Field(title="nội dung định nghĩa")
    counts: tuple[Text, ...] = Field(title="các nhóm được tính", min_length=1)
    basis: Text = Field(title="căn cứ")
    confirmed: bool = Field(title="cơ quan có thẩm quyền đã xác nhận")
    valid_from: Date | None = Field(None, title="áp dụng từ")
    valid_to: Date | None = Field(None, title="áp dụng đến")

    def covers(self, first: datetime.date, last: datetime.date) -> bool:
        """Whether the definition applied on any day of the interval, its ends included."""
        return overlaps(self.valid_from, self.valid_to, first, last)

    @property
    def period(self) -> str:
        """When it applies, in words."""
        since = f"từ {self.valid_from.on}" if self.valid_from else ""
        until = f"đến {self.valid_to.on}" if self.valid_to else ""
        return " ".join(filter(None, (since, until))) or "mọi thời kỳ"


class Meanings:
    """What each measure counts; the definition is looked up once a date."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._known: dict[tuple[str, PartialDate], frozenset[str]] = {}

    def side(self, measure: str, date: PartialDate, code: str) -> str:
        """Tell whether a measure counts a class on a date: "yes", "no", or "" for no class."""
        if not code:
            return ""
        key = measure, date
        if key not in self._known:
            found = definition_on(self._reference, measure, date)
            self._known[key] = frozenset(found.counts if found else ())
        return "yes" if code in self._known[key] else "no"


def definition_on(reference: Reference, measure: str, date: PartialDate) -> Definition | None:
    """Return the definition of a measure that applies to a decision of that date.

    Of two that a date of low precision may mean, the later one.
    """
    found: list[Definition] = [
        d
        for d in reference.of("definition")
        if d.measure == measure and d.covers(date.first, date.last)
    ]
    return max(found, key=_since, default=None)


def _since(definition: Definition) -> datetime.date:
    return definition.valid_from.first if definition.valid_from else datetime.date.min


def sound(definition: Definition, reference: Reference) -> Iterator[Fault]:
    """A definition counts classes that there are, and ends after it begins."""
    known = CLASSES[definition.measure]
    for place, code in enumerate(definition.counts):
        if code not in known:
            yield definition.fault(
                "TK-002",
                ("counts", place),
                f"chỉ số «{MEASURES[definition.measure]}» không có nhóm «{code}»",
                f"chọn trong: {', '.join(known)}",
            )
    since, until = definition.valid_from, definition.valid_to
    if since and until and until.last < since.first:
        yield definition.fault(
            "TK-003", ("valid_to",), "hết áp dụng trước khi bắt đầu", "sửa valid_from hoặc valid_to"
        )


def one_at_a_time(definitions: tuple[Definition, ...], reference: Reference) -> Iterator[Fault]:
    """On no day two definitions of one measure apply."""
    for place, one in enumerate(definitions):
        for other in definitions[:place]:
            first = one.valid_from.first if one.valid_from else datetime.date.min
            last = one.valid_to.last if one.valid_to else datetime.date.max
            if other.measure == one.measure and other.covers(first, last):
                yield one.fault(
                    "TK-003",
                    ("valid_from",),
                    f"thời kỳ áp dụng gối lên «{other.id}» của cùng chỉ số",
                    "ghi valid_to cho định nghĩa cũ và valid_from cho định nghĩa mới",
                )


KIND = Kind(
    name="definition",
    label="định nghĩa của chỉ số thống kê",
    model=Definition,
    layout="table",
    where="data/vocabulary/definitions*.yml",
    named_by=(("measure",),),
    rules=(sound,),
    group_rules=(one_at_a_time,),
)
