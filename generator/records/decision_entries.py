"""A decision and its honours as the entries that lists are made of."""

from sys import intern

from generator.records.award import Award
from generator.records.base import Reference, Volume
from generator.records.change import changes_of
from generator.records.decision import COUNTED_KINDS, Decision, counts
from generator.records.digest import IN_FORCE, DecisionEntry, Digest, HonourEntry, marked
from generator.records.honour import Honour
from generator.records.place import Place
from generator.vietnamese import sort_key


def digest(volume: Volume, reference: Reference) -> Digest:
    """Return a volume in short: what every list of the site needs of it."""
    return Digest(
        key=volume.key,
        decisions=tuple(marked(_decision_entry(item, reference)) for item in volume.decisions),
        by_decision=tuple(_entries(item, reference) for item in volume.decisions),
        changes=tuple(c for item in volume.decisions for c in changes_of(item, reference)),
    )


def _entries(decision: Decision, reference: Reference) -> tuple[HonourEntry, ...]:
    found = (honour_entry(decision, honour, reference) for honour in decision.honours)
    return tuple(map(marked, found))


def honour_entry(decision: Decision, honour: Honour, reference: Reference) -> HonourEntry:
    """Return an honour as lists show it; a withheld name stays behind."""
    award: Award = reference.find("award", honour.award)
    place: Place | None = reference.find("place", honour.place)
    status = decision.status(honour)
    shown = honour.open
    return HonourEntry(
        address=decision.address_of(honour),
        name=honour.shown_name,
        recipient_kind=honour.kind,
        award=award.id,
        award_name=award.named(honour.grade),
        statutory=award.statutory,
        unit=(honour.unit or "") if shown else "",
        places=place.reach(reference) if place and honour.placed else (),
        place_text=_place_text(honour, place, reference) if honour.placed else "",
        date=decision.date,
        decision=decision.address,
        decision_label=decision.label,
        issuer=decision.issuer,
        movement=decision.movement or "",
        recipient=(honour.recipient or "") if honour.named else "",
        commendation=honour.commendation or decision.commendation or "",
        status=status.code,
        named=honour.named,
        illustrative=decision.illustrative,
        group=(honour.group or "") if shown else "",
        role=intern(honour.role or "") if shown else "",  # a volume says few roles, many times
        posthumous=honour.posthumous,
        size=(honour.size or "") if shown else "",
        days=decision.days_after_feat(honour),
        order=sort_key(honour.name, person=honour.kind == "person") if honour.named else b"",
        updated=decision.version(honour.id)[1],
    )


def _place_text(honour: Honour, place: Place | None, reference: Reference) -> str:
    return honour.place_text or (place.full_name(reference) if place else "")


def _decision_entry(decision: Decision, reference: Reference) -> DecisionEntry:
    issuer = reference.find("unit", decision.issuer)
    alive = [h for h in decision.honours if decision.status(h).code in IN_FORCE]
    return DecisionEntry(
        address=decision.address,
        label=decision.label,
        title=decision.title,
        date=decision.date,
        date_text=decision.date.text,
        issuer=decision.issuer,
        issuer_name=issuer.short,
        movement=decision.movement or "",
        awards=tuple(dict.fromkeys(h.award for h in decision.honours)),
        count_text=_count_text(decision, alive),
        in_force=decision.status_code in IN_FORCE,
        illustrative=decision.illustrative,
        proposers=tuple(dict.fromkeys(decision.proposers)),
        bases=decision.bases,
        stated=tuple(decision.stated_counts.values()),
        listed=tuple(decision.listed_counts.values()),
        updated=decision.version()[1],
    )


def _count_text(decision: Decision, alive: list[Honour]) -> str:
    """Return how many the list names, and how many the act states where the list is partial."""
    named = counts({kind: sum(h.kind == kind for h in alive) for kind, _ in COUNTED_KINDS})
    stated = counts(decision.stated_counts) if decision.listed == "partial" else ""
    return " · ".join(filter(None, (named, stated and f"nguồn ghi {stated}")))
