"""When a consultation takes opinions, and in what state that leaves it.

Its last day is the one that the notice states, else the one counted from its length.
"""

import datetime
from typing import NamedTuple

from generator.records.base import Reference
from generator.records.consultation import Consultation
from generator.records.holiday import calendar_of


class Period(NamedTuple):
    """When opinions are taken.

    Attributes:
        first: the day from which the period runs.
        last: its last day; None when the notice tells neither that nor the length.
        days: the days that count, working days or all.
    """

    first: datetime.date
    last: datetime.date | None
    days: tuple[datetime.date, ...]


def period_of(consultation: Consultation, reference: Reference) -> Period:
    """Return when opinions are taken, by the calendar and the rule on the first day of the site."""
    calendar, first = calendar_of(reference), consultation.opens.first
    last = consultation.closes.last if consultation.closes else None
    working = consultation.counting == "working"
    if last is None and consultation.days:
        count = calendar.last if working else calendar.last_plain
        site = reference.site
        last = count(first, consultation.days, with_first=bool(site and site.count_first_day))
    if last is None or last < first:
        return Period(first, last, ())
    if working:
        return Period(first, last, calendar.days(first, last))
    length = (last - first).days + 1
    return Period(first, last, tuple(first + datetime.timedelta(n) for n in range(length)))


def state_of(consultation: Consultation, reference: Reference) -> str:
    """Return a key of `STATES`: the outcome, else what the dates tell as of the data's own date."""
    if consultation.outcome:
        return consultation.outcome.state
    today, last = reference.as_of.last, period_of(consultation, reference).last
    if consultation.opens.first > today:
        return "upcoming"
    return "closed" if last is None or last < today else "open"
