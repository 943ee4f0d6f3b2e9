"""An honour as a page, and its earlier versions."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.records.base import Link, Page, Reference
from generator.records.citation import Citation
from generator.records.decision import Decision
from generator.records.decision_citation import cite_honour
from generator.records.decision_entries import honour_entry
from generator.records.decision_facts import act_facts, crumbs, dated_act
from generator.records.digest import HonourEntry
from generator.records.honour import Honour, acts_on
from generator.records.place import Place
from generator.records.terms import COMMENDATIONS, GROUPS, RECIPIENT_KINDS, SIZES, STATUSES
from generator.records.versions import Earlier, frozen, listing, versions


class Listed(NamedTuple):
    """An honour, and how lists show it."""

    honour: Honour
    entry: HonourEntry


def listed_in(decision: Decision, reference: Reference) -> list[Listed]:
    """Return the honours of a decision, in the order of its list."""
    return [Listed(h, honour_entry(decision, h, reference)) for h in decision.honours]


def honour_page(decision: Decision, row: Listed, citation: Citation, reference: Reference) -> Page:
    """Return the page of an honour, without its forms for machines."""
    honour, entry = row
    place: Place | None = reference.find("place", honour.place) if honour.placed else None
    status = decision.status(honour)
    act = f"{dated_act(decision)} của {reference.find('unit', decision.issuer).name}"
    return Page(
        address=entry.address,
        template="honour.md.jinja",
        title=entry.name,
        description=("" if entry.counted else f"{STATUSES[status.code]}. ")
        + f"{entry.name}: {entry.award_name}, theo {act}.",
        context={
            **act_facts(decision, reference),
            "entry": entry,
            "award": reference.find("award", honour.award),
            "kind": RECIPIENT_KINDS[honour.kind],
            "lead": _lead(honour, entry),
            **_told(honour),
            "place": place,
            "where": place.with_now(reference) if place else "",
            "recipient": reference.find("recipient", entry.recipient),
            "posthumous": honour.posthumous,
            "withheld": honour.display == "withheld",
            "commendation": COMMENDATIONS.get(entry.commendation),
            "status": STATUSES[status.code] if status.cause else None,
            "cause": status.cause,
            "cause_paper": status.cause.paper(reference) if status.cause else None,
            "citation": citation,
        },
        source=decision.origin.file,
        crumbs=(*crumbs(decision), Link(decision.label, decision.address)),
        updated=entry.updated,
        kind="Lượt khen thưởng" if entry.counted else STATUSES[status.code],
        section="vinh-danh",
        listed=False,
    )


def honour_versions(
    latest: Page, number: int, found: Sequence[Earlier[Decision]], reference: Reference
) -> Iterator[Page]:
    """Yield the page of an honour, then those of its earlier versions.

    Args:
        latest: the page.
        number: of the honour.
        found: the decision as it was before each later act, the oldest first.
        reference: the Reference.
    """
    acts = [was.change for was in found]
    own = [found[acts.index(act)] for act in acts_on(number, tuple(acts))]
    first = found[0].record.date
    for act in acts:
        first = act.date if number in act.added else first
    told = versions(own, latest.address, reference, first)
    latest = listing(latest, told)
    yield latest
    for was, version in zip(own, told, strict=True):
        honour = next(h for h in was.record.honours if h.id == number)
        row = Listed(honour, honour_entry(was.record, honour, reference))
        citation = cite_honour(was.record, *row, reference)
        yield frozen(honour_page(was.record, row, citation, reference), version, latest)


def _lead(honour: Honour, entry: HonourEntry) -> str:
    """Return what stands under a name: role, unit, place; a place does not repeat its own name."""
    place = "" if entry.place_text.lower() == entry.name.lower() else entry.place_text
    words = (honour.role, honour.unit, place) if honour.open else ()
    return ", ".join(filter(None, words))


def _told(honour: Honour) -> dict[str, object]:
    """What the page of an honour tells, unless it would tell who is withheld."""
    facts: dict[str, object] = {
        "achievement": honour.achievement,
        "group": GROUPS.get(honour.group or ""),
        "size": SIZES.get(honour.size or ""),
        "feat_date": honour.feat_date,
        "note": honour.note,
    }
    return facts if honour.open else dict.fromkeys(facts)
