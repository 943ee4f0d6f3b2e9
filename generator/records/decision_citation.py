"""How a decision and its honours are cited."""

from generator.records.base import Reference
from generator.records.citation import Citation, labelled
from generator.records.decision import Decision, counts
from generator.records.decision_standing import became, ended, note, standing
from generator.records.digest import HonourEntry
from generator.records.honour import Honour
from generator.records.terms import RECIPIENT_KINDS


def cite_honour(
    decision: Decision, honour: Honour, entry: HonourEntry, reference: Reference
) -> Citation:
    """Return how one honour is cited; a name that is withheld is not in it."""
    issuer = reference.find("unit", decision.issuer)
    site = reference.site
    version, updated = decision.version(honour.id)
    cause = decision.status(honour).cause
    gone = became(cause, reference) if cause and not entry.counted else ""
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
        ended=bool(gone),
        address=entry.address,
    )


def cite_decision(decision: Decision, reference: Reference) -> Citation:
    """Return how a decision is cited; its count is of what stands, and a note tells the rest."""
    issuer = reference.find("unit", decision.issuer)
    site = reference.site
    version, updated = decision.version()
    gone = ended(decision)
    count = counts(standing(decision))
    left = ", không còn lượt khen nào có hiệu lực" if gone else ""
    return Citation(
        title=_labelled(decision.title, decision),
        author=issuer.name,
        authority="",
        number=_number(decision),
        issued=decision.date,
        container=site.name,
        version=version,
        updated=updated,
        status=note(decision, reference),
        press=_labelled(
            f"{_according(decision, issuer.name)} ({decision.title})"
            + (f", {count} được khen" if count else left),
            decision,
        ),
        site=site.url,
        demonstration=site.demonstration,
        ended=gone,
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
