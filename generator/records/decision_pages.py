"""A decision and its honours as pages."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.records import decision_rules
from generator.records.base import Kind, Link, Page, Reference
from generator.records.decision import Decision, counts
from generator.records.decision_citation import cite_decision
from generator.records.decision_facts import act_facts, crumbs
from generator.records.decision_kit import press_kit
from generator.records.decision_published import decision_published, honours_published
from generator.records.digest import IN_FORCE, HonourEntry
from generator.records.honour import Honour, status_of
from generator.records.honour_pages import Listed, honour_page, honour_versions, listed_in
from generator.records.paging import paged
from generator.records.published import Thing
from generator.records.terms import STATUSES
from generator.records.versions import earlier, first_day, frozen, listing, versions


def pages(decision: Decision, reference: Reference) -> Iterator[Page]:
    """Make the pages of a decision: the first of its list, its honours, the rest of a long list.

    Each honour is followed by its earlier versions; those of the decision come last.
    """
    found = earlier(decision)
    listed = listed_in(decision, reference)
    told = versions(found, decision.address, reference, first_day(found, decision))
    things = tuple(honours_published(decision, [entry for _, entry in listed], reference))
    page = listing(_published(decision, listed, things, reference), told)
    first, *others = _with_rows(page, listed, ())
    yield first
    for row, thing in zip(listed, things, strict=True):
        latest = replace(honour_page(decision, row, thing.citation, reference), thing=thing)
        yield from honour_versions(latest, row.honour.id, found, reference) if found else (latest,)
    yield from others
    fallen = {row.honour.id for row in listed if not row.entry.counted}
    for was, version in zip(found, told, strict=True):
        listed = listed_in(was.record, reference)
        old = frozen(_decision_page(was.record, listed, reference), version, page)
        yield from _with_rows(old, listed, fallen)


def _with_rows(page: Page, listed: list[Listed], fallen: Collection[int]) -> Iterator[Page]:
    """Yield a decision's page with its list, and the pages on which that goes on.

    Args:
        page: without the list.
        listed: the honours as they were.
        fallen: those that are in force no more.
    """
    counted = [row for row in listed if row.entry.counted]
    awards = dict.fromkeys(entry.award_words for _, entry in counted)
    same = next(iter(awards)) if len(awards) == 1 else ""
    rows = [_row(honour, entry, same, honour.id in fallen) for honour, entry in counted]
    page = replace(page, context={**page.context, "award": same})
    yield from paged(page, "rows", rows, newest_first=False)


def _published(
    decision: Decision, listed: list[Listed], things: tuple[Thing, ...], reference: Reference
) -> Page:
    """Return the page of a decision with what only the version of today has: its other forms."""
    page = _decision_page(decision, listed, reference)
    citation = page.context["citation"]
    kit, kilobytes = press_kit(decision, [entry for _, entry in listed], citation, reference)
    return replace(
        page,
        context={**page.context, "kilobytes": kilobytes},
        beside=kit,
        thing=decision_published(decision, citation, things, reference),
    )


def _decision_page(decision: Decision, listed: list[Listed], reference: Reference) -> Page:
    issuer = reference.find("unit", decision.issuer)
    citation = cite_decision(decision, reference)
    code, cause = status_of(0, decision.history)
    alive = code in IN_FORCE
    stated, named = decision.stated_counts, decision.listed_counts
    return Page(
        address=decision.address,
        template="decision.md.jinja",
        title=decision.label,
        description=(f"{citation.force}. " if citation.force else "")
        + f"{decision.label} của {issuer.name}, {decision.date.on}: {decision.title}",
        context={
            **act_facts(decision, reference),
            "revoked": [(e, STATUSES[e.status]) for _, e in listed if not e.counted],
            "url": reference.site.url + decision.address[1:],
            "stated": counts(stated),
            "listed": counts(named),
            "partial": decision.listed == "partial",
            "gone": None if alive else STATUSES[code],
            "cause": cause.reason.rstrip(".") if cause else "",
            "history": _history(decision, reference),
            "citation": citation,
            "kilobytes": 0,
            "grounds": _grounds(decision, reference),
            "leads": reference.leads_to(decision.place),
        },
        source=decision.origin.file,
        crumbs=crumbs(decision),
        card=_card(decision, issuer.name) if alive and reference.site.decision_pictures else None,
        updated=citation.updated,
        kind=decision.act if alive else STATUSES[code],
        section="vinh-danh",
        listed=False,
    )


def _history(decision: Decision, reference: Reference) -> list[dict[str, object]]:
    """Return what later acts changed, the oldest first, in words."""
    return [
        {
            "date": entry.date,
            "change": STATUSES[entry.change],
            "paper": entry.paper(reference),
            "reason": entry.reason,
            "names": ", ".join(h.shown_name for h in decision.honours if h.id in entry.rows),
            "basis": entry.legal_basis,
        }
        for entry in sorted(decision.history, key=lambda item: item.date.last)
    ]


def _grounds(decision: Decision, reference: Reference) -> list[Link]:
    """Return what the act is based on, as printed; each leads to its document where it is known."""
    bases = [found for key in decision.bases if (found := reference.find("document", key))]
    links = []
    for text in decision.grounds:
        named = [base for base in bases if base.symbol and base.symbol in text]
        links.append(Link(text, named[0].address if named else ""))
    known = {link.address for link in links}
    links += [Link(base.cited, base.address) for base in bases if base.address not in known]
    return links + [Link(text, "") for text in decision.proposals]


def _card(decision: Decision, issuer: str) -> tuple[str, str, str]:
    """Return the words of a decision's picture."""
    return decision.label, decision.title, f"{issuer} · {decision.dated}"


def _row(honour: Honour, entry: HonourEntry, same: str, fallen: bool) -> dict[str, object]:
    """An honour in its decision's list; `same` is the award of all, which no row repeats."""
    return {
        "stt": honour.stt or "",
        "entry": entry,
        "role": honour.role if honour.open else None,
        "award": "" if same else entry.award_words,
        "fallen": fallen,
    }


KIND = Kind(
    name="decision",
    label="quyết định khen thưởng",
    model=Decision,
    layout="volume",
    where="data/awards/*/*/*.yml",
    folders=("date", "issuer"),
    named_by=(("symbol",), ("khong-so", "title")),
    rules=decision_rules.RULES,
    group_rules=decision_rules.GROUP_RULES,
    volume_pages=pages,
)
