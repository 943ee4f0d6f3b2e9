"""What is published as data of a decision and of its honours."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.records.base import Reference
from generator.records.citation import Citation
from generator.records.decision import Decision
from generator.records.decision_citation import cite_honour
from generator.records.decision_standing import listed_standing
from generator.records.digest import IN_FORCE, HonourEntry
from generator.records.honour import Honour, Status, status_of
from generator.records.place import Place
from generator.records.published import PublishedChange, Thing, present


def honours_published(
    decision: Decision, entries: Iterable[HonourEntry], reference: Reference
) -> Iterator[Thing]:
    """Yield the honours of a decision, in the order of its list, revoked ones too.

    Args:
        decision: the decision.
        entries: its honours as lists show them.
        reference: the Reference.
    """
    act = _act(decision, reference)
    for honour, entry in zip(decision.honours, entries, strict=True):
        yield _honour(decision, honour, entry, act, reference)


def _honour(
    decision: Decision,
    honour: Honour,
    entry: HonourEntry,
    act: Mapping[str, Any],
    reference: Reference,
) -> Thing:
    """Return an honour as data: never a withheld name, nor what would tell whose it is."""
    citation = cite_honour(decision, honour, entry, reference)
    base: str = reference.site.url
    place: Place | None = reference.find("place", honour.place) if honour.placed else None
    recipient = reference.find("recipient", entry.recipient)
    facts: dict[str, Any] = {
        "url": citation.url,
        "name": entry.name,
        "recipient_kind": entry.recipient_kind,
        "award": entry.award,
        "award_name": entry.award_name,
        "counted": entry.in_figures,
        "posthumous": honour.posthumous,
        "role": entry.role,
        "unit": entry.unit,
        "place": place.id if place else "",
        "place_text": entry.place_text,
        "place_now": place.now(reference) if place else "",
        "achievement": (honour.achievement or "") if honour.open else "",
        "commendation": entry.commendation,
        "group": entry.group,
        "size": entry.size,
        "feat_date": honour.feat_date.iso if honour.feat_date and honour.open else "",
        "note": (honour.note or "") if honour.open else "",
        "row": honour.stt or "",
        "recipient": base + recipient.address[1:] if recipient else "",
        **act,
        **_status(decision.status(honour), reference),
        "illustrative": decision.illustrative,
        "version": citation.version,
        "updated": citation.updated.iso,
    }
    return Thing("honour", present(facts), citation)


def _act(decision: Decision, reference: Reference) -> dict[str, Any]:
    movement = reference.find("movement", decision.movement)
    return {
        "date": decision.date.iso,
        "date_basis": decision.date_basis,
        "decision": reference.site.url + decision.address[1:],
        "decision_label": decision.label,
        "decision_title": decision.title,
        "occasion": decision.occasion or "",
        "issuer": decision.issuer,
        "issuer_name": reference.find("unit", decision.issuer).name,
        "movement": decision.movement,
        "movement_name": movement.name if movement else "",
    }


def _status(status: Status, reference: Reference) -> dict[str, Any]:
    """Return a state, and the act that brought it."""
    cause = status.cause
    if cause is None:
        return {"status": status.code}
    return {
        "status": status.code,
        "status_date": cause.date.iso,
        "status_paper": cause.paper(reference),
        "status_reason": cause.reason,
    }


def decision_published(
    decision: Decision, citation: Citation, parts: tuple[Thing, ...], reference: Reference
) -> Thing:
    """Return a decision as data; its parts are its honours, in the order of its list."""
    act = _act(decision, reference)
    file = decision.file
    facts: dict[str, Any] = {
        "url": citation.url,
        "label": decision.label,
        "title": decision.title,
        "symbol": decision.symbol or "",
        "date": act["date"],
        "date_basis": decision.date_basis,
        "issuer": decision.issuer,
        "issuer_name": act["issuer_name"],
        "signer": decision.signer.words if decision.signer else "",
        "commendation": decision.commendation or "",
        "movement": act["movement"],
        "movement_name": act["movement_name"],
        "occasion": act["occasion"],
        "stated": decision.stated_counts,
        "listed": decision.listed_counts,
        "standing": listed_standing(decision),
        "revoked": sum(part.facts["status"] not in IN_FORCE for part in parts),
        "partial": (decision.listed_reason or "") if decision.listed == "partial" else "",
        "file": f"{reference.site.url}tep/{file.name}" if file else "",
        "file_sha256": file.sha256 if file else "",
        **_status(status_of(0, decision.history), reference),
        "history": [_change(decision, place, reference) for place in range(len(decision.history))],
        "honours": [_row(part) for part in parts],
        "illustrative": decision.illustrative,
        "version": citation.version,
        "updated": citation.updated.iso,
    }
    return Thing("decision", present(facts), citation, parts)


def _change(decision: Decision, place: int, reference: Reference) -> PublishedChange:
    entry = decision.history[place]
    base = reference.site.url + decision.address[1:]
    return {
        "change": entry.change,
        "date": entry.date.iso,
        "paper": entry.paper(reference),
        "reason": entry.reason,
        "honours": [f"{base}{number}/" for number in entry.rows],
    }


def _row(part: Thing) -> dict[str, str]:
    names = ("url", "name", "award_name", "status")
    return {name: str(part.facts[name]) for name in names}
