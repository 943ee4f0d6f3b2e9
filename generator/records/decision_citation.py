"""How a decision and its honours are cited."""

from generator.records.base import Reference
from generator.records.citation import Citation, labelled
from generator.records.decision import Decision, counts
from generator.records.digest import IN_FORCE, HonourEntry
from generator.records.honour import Honour
from generator.records.terms import RECIPIENT_KINDS, STATUSES


def cite_honour(
    decision: Decision, honour: Honour, entry: HonourEntry, reference: Reference
) -> Citation:
    """Return how one honour is cited; a name that is withheld is not in it."""
    issuer = reference.find("unit", decision.issuer)
    site = reference.site
    version, updated = decision.version(honour.id)
    status = decision.status(honour)
    gone = "" if entry.counted else STATUSES[status.code].lower()
    if gone and status.cause:
        gone += f" theo {status.cause.paper(reference)}"
    withheld = honour.display == "withheld"
    name = f"một {RECIPIENT_KINDS[honour.kind]} (không công bố tên)" if withheld else entry.name
    verb = "được truy tặng" if honour.posthumous else "được tặng"
    return Citation(
        title=_labelled(f"{entry.name}: {entry.award_name}", decision),
        author=site.office,
        authority=issuer.name,
        number=_number(decision),
        issued=decision.date,
        container=site.name,
        version=version,
        updated=updated,
        status=gone,
        press=_labelled(
            f"{_according(decision, issuer.name)}, {name} {verb} {entry.award_name}", decision
        ),
        site=site.url,
        demonstration=site.demonstration,
        address=entry.address,
    )


def cite_decision(decision: Decision, reference: Reference) -> Citation:
    """Return how a decision is cited."""
    issuer = reference.find("unit", decision.issuer)
    site = reference.site
    version, updated = decision.version()
    stated = counts(decision.stated_counts)
    code = decision.status_code
    return Citation(
        title=_labelled(decision.title, decision),
        author=issuer.name,
        authority="",
        number=_number(decision),
        issued=decision.date,
        container=site.name,
        version=version,
        updated=updated,
        status="" if code in IN_FORCE else STATUSES[code].lower(),
        press=_labelled(
            f"{_according(decision, issuer.name)} ({decision.title})"
            + (f", {stated} được khen" if stated else ""),
            decision,
        ),
        site=site.url,
        demonstration=site.demonstration,
        address=decision.address,
    )


def _labelled(text: str, decision: Decision) -> str:
    return labelled(text, illustrative=decision.illustrative)


def _number(decision: Decision) -> str:
    return decision.label if decision.symbol else ""


def _according(decision: Decision, issuer: str) -> str:
    """Return the beginning of a sentence that rests on the act."""
    dated = f" {decision.dated}" if decision.symbol else ""
    return f"Theo {decision.label}{dated} của {issuer}"
