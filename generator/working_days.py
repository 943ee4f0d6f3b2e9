"""The working days of Vietnam's public offices, and how a period of days is counted.

The public holidays with their days in lieu come from `holidays`. It lacks some of the days that a
year's notice swaps, so an office's own lines go before it.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

DAY = datetime.timedelta(days=1)
_SATURDAY = 5
# The years for which a period is counted: the lunar tables of `holidays` end in 2100.
KNOWN_YEARS = range(2000, 2100)


@dataclass(frozen=True)
class Calendar:
    """A calendar of working days.

    Attributes:
        off: days off that `holidays` does not know, and why.
        worked: days worked that it takes for days off.
    """

    off: Mapping[datetime.date, str] = field(default_factory=dict)
    worked: frozenset[datetime.date] = frozenset()

    def works(self, day: datetime.date) -> bool:
        """Whether offices work on a day."""
        if day in self.off or day in self.worked:
            return day in self.worked
        public = _public(day.year)
        return day in public.worked or (day.weekday() < _SATURDAY and day not in public.off)

    def days(self, first: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
        """Return the working days from one day to another, both included."""
        return tuple(day for day in each_day(first, last) if self.works(day))

    def days_off(
        self, first: datetime.date, last: datetime.date
    ) -> tuple[tuple[datetime.date, str], ...]:
        """Return the days off that are no plain weekend, both ends included, each with its name."""
        off = (day for day in each_day(first, last) if not self.works(day))
        named = ((day, self.off.get(day) or _public(day.year).off.get(day, "")) for day in off)
        return tuple((day, name) for day, name in named if name and day.weekday() < _SATURDAY)

    def last(self, first: datetime.date, number: int, *, with_first: bool) -> datetime.date:
        """Return the last of a number of working days.

        Args:
            first: the day from which the period runs.
            number: how many working days, at least 1.
            with_first: whether that day is the first of them, when it is a working day; else the
                next day is (Civil Code 91/2015/QH13, Art. 147).
        """
        day = first if with_first else first + DAY
        while number > 1 or not self.works(day):
            number -= self.works(day)
            day += DAY
        return day

    def last_plain(self, first: datetime.date, number: int, *, with_first: bool) -> datetime.date:
        """Return the last of a number of plain days; never a day off (Civil Code, Art. 148)."""
        day = first + DAY * (number - with_first)
        while not self.works(day):
            day += DAY
        return day


def each_day(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Yield the days from one to another, both included; none when they go backwards."""
    return (first + DAY * count for count in range((last - first).days + 1))


@cache
def _public(year: int) -> Calendar:
    """Return what `holidays` knows of a year."""
    from holidays import country_holidays  # only who asks waits for it

    found = country_holidays("VN", years=year, language="vi")
    return Calendar(dict(found.items()), frozenset(found.weekend_workdays))
