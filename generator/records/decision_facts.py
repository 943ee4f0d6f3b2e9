"""What the pages of a decision and of its honours both tell of the act."""

from generator.records.base import Link, Reference
from generator.records.decision import Decision
from generator.records.terms import COMMENDATIONS, DATE_BASES


def act_facts(decision: Decision, reference: Reference) -> dict[str, object]:
    """What the pages of a decision and of its honours both show of the act."""
    return {
        "decision": decision,
        "version": None,
        "earlier": (),
        "signer": decision.signer.words if decision.signer else None,
        "issuer": reference.find("unit", decision.issuer),
        "proposers": [reference.find("unit", key) for key in decision.proposers],
        "movement": reference.find("movement", decision.movement),
        "date_basis": DATE_BASES[decision.date_basis],
        "commendation": COMMENDATIONS.get(decision.commendation or ""),
    }


def crumbs(decision: Decision) -> tuple[Link, ...]:
    """Return the pages above that of a decision."""
    year = decision.date.year
    return (Link("Vinh danh", "/vinh-danh/"), Link(f"Năm {year}", f"/vinh-danh/{year}/"))


def dated_act(decision: Decision) -> str:
    """Return an act with its date."""
    return f"{decision.label}, {decision.dated}" if decision.symbol else decision.label
