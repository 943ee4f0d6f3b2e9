"""When a consultation takes opinions, and in what state that leaves it.

Its last day is the one that the notice states, else the one counted from its length.
"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from generator.records.base import CalendarEntry, Reference
from generator.records.consultation import Consultation
from generator.records.holiday import calendar_of
from generator.working_days import DAY, each_day


class Period(NamedTuple):
    """When opinions are taken.

    Attributes:
        first: the day from which the period runs.
        last: its last day; None when the notice tells neither that nor the length.
        days: the days that count, working days or all, by the site's rule on the first.
    """

    first: datetime.date
    last: datetime.date | None
    days: tuple[datetime.date, ...]


def period_of(consultation: Consultation, reference: Reference) -> Period:
    """Return when opinions are taken, by the calendar and the rule on the first day of the site."""
    calendar, first = calendar_of(reference), consultation.opens.first
    with_first = bool(reference.site and reference.site.count_first_day)
    working = consultation.counting == "working"
    last = consultation.closes.last if consultation.closes else None
    if last is None and consultation.days:
        count = calendar.last if working else calendar.last_plain
        last = count(first, consultation.days, with_first=with_first)
    if last is None:
        return Period(first, None, ())
    start = first if with_first else first + DAY
    return Period(first, last, tuple((calendar.days if working else each_day)(start, last)))


def state_of(consultation: Consultation, reference: Reference) -> str:
    """Return a key of `STATES`: the outcome, else what the dates tell as of the data's own date."""
    if consultation.outcome:
        return consultation.outcome.state
    today, last = reference.as_of.last, period_of(consultation, reference).last
    if consultation.opens.first > today:
        return "upcoming"
    return "closed" if last is None or last < today else "open"


def in_calendar(consultation: Consultation, reference: Reference) -> Iterator[CalendarEntry]:
    """Yield the last day for opinions, if it is known; a proposal withdrawn asks nobody."""
    last = period_of(consultation, reference).last
    if last is None or state_of(consultation, reference) == "withdrawn":
        return
    yield CalendarEntry(
        address=consultation.address,
        title=f"Hạn cuối gửi ý kiến: {consultation.title}",
        first=last,
        last=last,
        text="Lấy ý kiến Nhân dân, chưa phải là khen thưởng.",
        illustrative=consultation.illustrative,
    )
