"""Earlier versions: what the register published until a later act changed it.

A version is told by a record alone, never by a build: each entry of its `history` ends one, and
`before` in the entry says what the fields were until then. An earlier version has a page of its
own at `v<n>/` below the address of the thing, made as the page of today is made, with a notice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Generic, NamedTuple, TypeVar

from generator.records.base import Link, Page, PartialDate, Record, Reference

R = TypeVar("R", bound=Record)


class Earlier(NamedTuple, Generic[R]):
    """A record as it was.

    Attributes:
        record: all it said then, and its history until then.
        change: the entry of its history that ended this.
    """

    record: R
    change: Any


class Version(NamedTuple):
    """An earlier version of a page.

    Attributes:
        number: from 1.
        latest: the number of the version of today.
        address: where it is, for ever.
        since, until: when it stood.
        why: what replaced it, in words.
        paper: the act that did, in words; "" where a text was changed by no act.
        kept: False where the register does not say what some of its words were.
        home: where the version of today is.
        fallen: what became of the thing since, where it is in force no more; "" otherwise.
    """

    number: int
    latest: int
    address: str
    since: PartialDate
    until: PartialDate
    why: str
    paper: str
    kept: bool
    home: str
    fallen: str = ""


def earlier(record: R) -> tuple[Earlier[R], ...]:
    """Return a record as it was before each change of its history, the oldest first."""
    found: list[Earlier[R]] = []
    whole: Any = record
    changes = sorted(whole.history, key=lambda change: change.date.last)
    while changes:
        change = changes.pop()
        record = _undone(record, change, tuple(changes))
        found.append(Earlier(record, change))
    return tuple(reversed(found))


def _undone(record: R, change: Any, history: tuple[Any, ...]) -> R:
    """Return a record as it was before a change; what makes its address stays."""
    fields = change.before.given if change.before else {}
    added = getattr(change, "added", ())
    if "honours" in fields or added:  # of a list only the rows that were otherwise are told
        rows = {row.id: row.given for row in fields.get("honours", ())}
        now: Any = record
        there = (honour for honour in now.honours if honour.id not in added)
        fields["honours"] = tuple(h.model_copy(update=rows.get(h.id, {})) for h in there)
    return record.model_copy(update={**fields, "history": history})


def versions(
    found: Sequence[Earlier[Any]], address: str, reference: Reference, first: PartialDate
) -> tuple[Version, ...]:
    """Return the earlier versions of a thing, the oldest first.

    Args:
        found: what it was before each change that concerns it.
        address: where it is.
        reference: for the names of offices.
        first: since when it is there.
    """
    changes = [was.change for was in found]
    days = [first, *(change.date for change in changes)]
    return tuple(
        Version(
            number=number,
            latest=len(days),
            address=f"{address}v{number}/",
            since=max(days[:number], key=lambda day: day.last),
            until=change.date,
            why=change.told,
            paper=change.paper(reference),
            kept=not any(later.unkept for later in changes[number - 1 :]),
            home=address,
        )
        for number, change in enumerate(changes, 1)
    )


def first_day(found: Sequence[Earlier[Any]], record: Any) -> PartialDate:
    """Return the day from which a record is there, as its first version tells it."""
    day: PartialDate = (found[0].record if found else record).issued
    return day


def pages_of(record: R, reference: Reference, make: Callable[[R], Page]) -> Iterator[Page]:
    """Yield the page of a record, then those of its earlier versions."""
    found, page = earlier(record), make(record)
    told = versions(found, page.address, reference, first_day(found, record))
    latest = listing(page, told)
    yield latest
    for was, version in zip(found, told, strict=True):
        yield frozen(make(was.record), version, latest)


def listing(page: Page, told: tuple[Version, ...]) -> Page:
    """Return the page of today with its earlier versions."""
    return replace(page, context={**page.context, "version": None, "earlier": told})


def frozen(page: Page, version: Version, latest: Page) -> Page:
    """Return the page of an earlier version, which nobody finds who does not look for it.

    Args:
        page: the page as it would be if nothing had changed since.
        version: which version it is.
        latest: the page of today, with a citation in its context.
    """
    now, then = latest.context["citation"], page.context["citation"]
    fallen = now.status if now.ended else ""
    replaced = fallen or f"đã được thay bằng phiên bản {version.latest}"
    status = "; ".join(filter(None, (replaced, "" if fallen else now.status)))
    context = {
        **page.context,
        "citation": then._replace(address=version.address, status=status, ended=now.ended),
        "url": now.site + version.address[1:],
        "version": version._replace(fallen=fallen[:1].upper() + fallen[1:]),
        "earlier": (),
    }
    name = f"phiên bản {version.number}"
    return replace(
        page,
        address=version.address,
        title=f"{page.title} ({name})",
        description=f"{name.capitalize()}, {replaced}. {page.description}",
        context=context,
        crumbs=(*latest.crumbs, Link(latest.title, latest.address)),
        card=None,
        beside={},
        feed="",
        thing=None,
        linked=None,
        listed=False,
        noindex=True,
    )
