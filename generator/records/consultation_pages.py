"""The page of a consultation: what is asked, until when, and where an opinion goes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.records.award import Award
from generator.records.base import FeedEntry, Kind, Link, Page, PartialDate, Reference
from generator.records.calendar import own_calendar
from generator.records.consultation import (
    COUNTINGS,
    STATES,
    WITHDRAWALS,
    Consultation,
    Proposal,
)
from generator.records.consultation_law import law_on
from generator.records.consultation_rules import RULES
from generator.records.consultation_time import Period, in_calendar, period_of, state_of
from generator.records.holiday import calendar_of
from generator.records.telling import numbered, sources_known

if TYPE_CHECKING:
    import datetime

    from generator.records.digest import Index


def summary_of(consultation: Consultation, reference: Reference) -> dict[str, object]:
    """Return what a list shows of a consultation: its state and its time."""
    state = state_of(consultation, reference)
    period = period_of(consultation, reference)
    return {
        "record": consultation,
        "state": state,
        "state_text": STATES[state],
        "opens": consultation.opens,
        "last": _date(period.last) if period.last else None,
        "days": " ".join(day.isoformat() for day in period.days) if _ahead(state) else "",
        "unit": "ngày làm việc" if consultation.counting == "working" else "ngày",
    }


def _ahead(state: str) -> bool:
    return state in ("open", "upcoming")


def _date(day: "datetime.date") -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def pages(consultation: Consultation, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a consultation."""
    summary = summary_of(consultation, reference)
    outcome = consultation.outcome
    act = f"/vinh-danh/{outcome.decision}/" if outcome and outcome.decision else ""
    yield Page(
        address=consultation.address,
        template="consultation.md.jinja",
        title=consultation.title,
        description=f"Lấy ý kiến Nhân dân, chưa phải là khen thưởng: {consultation.whom} "
        "được đề nghị khen thưởng cấp Nhà nước.",
        context={
            **summary,
            "ahead": _ahead(str(summary["state"])),
            "calendar": own_calendar(in_calendar(consultation, reference), reference.as_of.last),
            "as_of": reference.as_of,
            "rows": [_row(proposal, consultation, reference) for proposal in consultation.proposed],
            "law": law_on(reference, consultation.opens),
            "length": _length(consultation),
            "first_counts": reference.site.count_first_day,
            "days_off": _days_off(period_of(consultation, reference), reference),
            "decision": next((d for d in index.decisions if act and d.address == act), None),
            "reason": WITHDRAWALS[outcome.reason] if outcome and outcome.reason else "",
            "numbers": numbered(consultation.sources),
        },
        source=consultation.origin.file,
        crumbs=(Link("Lấy ý kiến Nhân dân", "/lay-y-kien/"),),
        kind="Lấy ý kiến",
        cite=f"{consultation.title} (lấy ý kiến Nhân dân, chưa phải là khen thưởng)",
        section="lay-y-kien",
        noindex=True,
    )


def _length(consultation: Consultation) -> str:
    if not consultation.days:
        return ""
    return f"{consultation.days} {COUNTINGS[consultation.counting]}"


def _days_off(period: Period, reference: Reference) -> list[tuple[PartialDate, str]]:
    """Return the days within the period on which offices are closed, and why; never weekends."""
    if period.last is None or not period.days:
        return []
    found = calendar_of(reference).days_off(period.first, period.last)
    return [(_date(day), name) for day, name in found]


def _row(proposal: Proposal, consultation: Consultation, reference: Reference) -> dict[str, object]:
    """Return a row of the list; who was withdrawn is named no more, if a person."""
    award: Award = reference.find("award", proposal.award)
    gone = state_of(consultation, reference) == "withdrawn" and proposal.kind == "person"
    place = proposal.place_text if proposal.placed else None
    return {
        "name": "Một cá nhân" if gone else proposal.shown_name,
        "lines": [] if gone else list(filter(None, (proposal.role, proposal.unit, place))),
        "award": award.named(proposal.grade),
        "award_address": award.address,
        "achievement": None if gone else proposal.achievement,
    }


def in_feeds(consultation: Consultation, reference: Reference) -> Iterator[FeedEntry]:
    """Yield the consultation's entry once it is open; nothing in it reads like an award."""
    if consultation.opens.first > reference.as_of.last:
        return
    last, outcome = period_of(consultation, reference).last, consultation.outcome
    until = f" đến {_date(last).on}" if last else ""
    lines = [
        f"Lấy ý kiến Nhân dân, chưa phải là khen thưởng: {consultation.whom} được đề nghị.",
        f"{consultation.office} lấy ý kiến từ {consultation.opens.on}{until}.",
    ]
    if outcome:
        reason = f": {WITHDRAWALS[outcome.reason]}" if outcome.reason else ""
        on = f" {outcome.date.on}" if outcome.date else ""
        lines.append(f"{STATES[outcome.state].capitalize()}{on}{reason}.")
    gone = bool(outcome and outcome.state == "withdrawn")
    plain = consultation.title.lower().startswith("lấy ý kiến")
    yield FeedEntry(
        address=consultation.address,
        title=consultation.title if plain else f"Lấy ý kiến: {consultation.title}",
        summary="\n".join(lines),
        category="Lấy ý kiến Nhân dân",
        published=consultation.opens,
        updated=(outcome and outcome.date) or consultation.opens,
        state="withdrawn" if gone else "usable",
        word=STATES["withdrawn"].capitalize() if gone else "",
        illustrative=consultation.illustrative,
    )


KIND = Kind(
    name="consultation",
    label="lấy ý kiến nhân dân",
    model=Consultation,
    layout="file",
    where="data/consultations/*.yml",
    rules=(*RULES, sources_known),
    pages=pages,
    feed=in_feeds,
    calendar=in_calendar,
)
