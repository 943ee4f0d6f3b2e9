"""What was understood and what the clerk says → the decision, checked by the register's rules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.check import check_volume, in_order
from generator.files import VOLUME_KIND, volumes
from generator.importer import counted, gate, honours
from generator.importer.answers import Answers, Question
from generator.importer.converted import Old, convert
from generator.importer.fields import facts_of
from generator.importer.ledger import Balance, balance, imbalance
from generator.importer.lexicon import Lexicon
from generator.importer.settled import Settled, settle
from generator.importer.table import Source
from generator.importer.understand import Understood, understand
from generator.importer.walk import Walk
from generator.importer.whole import about_rows, damaged, no_list
from generator.importer.words import key
from generator.load import Loaded, load_volume
from generator.records.base import Origin, Volume
from generator.records.decision import Decision, volume_of
from generator.records.validation import build
from generator.values import Fault, FieldPath, Position

NO_DECISION = ("NHAP-021", "NHAP-022")


@dataclass(frozen=True)
class Proposal:
    """What an import would write, and everything that a person should know before.

    Attributes:
        understood: what became of every row.
        balance: rows by what became of them.
        facts: the decision's own fields, in the order of its file.
        rows: the list, in the order of its file, without what `facts` says of all.
        whole: the rows with all their fields.
        where: the file of the decision, from the root, without its suffix.
        decision: the record, if there is nothing wrong with its form.
        questions, faults: what keeps it from being written.
        converted: the cells of an old encoding.
        remarks: what was concluded, in Vietnamese.
    """

    understood: Understood | None = None
    balance: Balance | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    rows: tuple[dict[str, Any], ...] = ()
    whole: tuple[dict[str, Any], ...] = ()
    where: str = ""
    decision: Decision | None = None
    questions: tuple[Question, ...] = ()
    faults: tuple[Fault, ...] = ()
    converted: tuple[Old, ...] = ()
    remarks: tuple[str, ...] = ()


def propose(
    sources: Sequence[Source],
    answers: Answers,
    root: Path,
    loaded: Loaded,
    moved: Callable[[], None],
) -> Proposal:
    """Say what an import of some sources would write; writes nothing.

    Args:
        sources: the files, read.
        answers: what the clerk says.
        root: the project's root.
        loaded: its register without the decisions.
        moved: called after each row that was understood.
    """
    if faults := tuple(fault for source in sources for fault in source.faults):
        return Proposal(faults=faults)
    clear, old, asked = convert(sources, answers)
    lexicon = Lexicon(loaded.reference)
    without = frozenset(key(column) for column in answers.without)
    walk = Walk(lexicon, answers.kind, without, answers.take_hidden)
    found = understand(clear, walk, moved)
    start = Position(sources[0].name, 0)
    settled = settle(found.facts, answers, lexicon, start)
    rows = honours.rows_of(found.entries, settled, lexicon, start)
    sums = balance(found.rows, found.units)
    questions = [*asked, *found.questions, *about_rows(sources, found, answers)]
    questions += settled.questions
    stops = [
        *found.faults, *settled.faults, *no_list(found, answers, start), *damaged(clear, start),
    ]  # fmt: skip
    proposal = Proposal(
        found, sums, questions=tuple(questions), faults=tuple(stops), converted=old,
        remarks=_remarks(sources, settled, found), whole=rows,
    )  # fmt: skip
    if any(fault.code in NO_DECISION for fault in stops):  # nothing to ask, nothing to count
        kept = tuple(fault for fault in stops if fault.code != "NHAP-013")
        return replace(proposal, questions=(), faults=kept)
    return _composed(proposal, found, settled, answers, root, loaded)


def _remarks(sources: Sequence[Source], settled: Settled, found: Understood) -> tuple[str, ...]:
    """Return what could not be seen, what was concluded, and whence the numbers are."""
    told = [*(remark for source in sources for remark in source.remarks), *settled.remarks]
    told += [f"{words}: không đọc" for source in sources for words in source.unread]
    if found.entries and not found.facts.claims:
        told.append("nguồn không ghi số lượng: lấy theo danh sách")
    return tuple(told)


def _composed(
    proposal: Proposal,
    found: Understood,
    settled: Settled,
    answers: Answers,
    root: Path,
    loaded: Loaded,
) -> Proposal:
    """Make the record, if there is no question left that it needs an answer to."""
    claims, entries = found.facts.claims, found.entries
    differing = counted.differences(claims, entries)
    faults = [*proposal.faults]
    if not answers.accept_count:
        faults += counted.faults(differing, entries)
    shared, rows = honours.with_defaults(proposal.whole)
    facts = facts_of(settled, answers, counted.stated(claims, entries), shared, len(entries))
    positions = [entry.row.position for entry in entries]
    faults += gate.private_rows(proposal.whole, positions)
    faults += gate.private_facts(facts, Position(positions[0].file if positions else "", 0))
    proposal = replace(proposal, facts=facts, rows=rows, faults=tuple(faults))
    if faults or proposal.questions:
        return proposal
    where = f"data/awards/{settled.date.year if settled.date else 0}/{settled.issuer}/{settled.id}"
    proposal = replace(proposal, where=where, faults=imbalance(found.rows, found.units))
    return proposal if proposal.faults else _checked(proposal, positions, root, loaded)


def _checked(
    proposal: Proposal, positions: Sequence[Position], root: Path, loaded: Loaded
) -> Proposal:
    """Hold the record against the rules of the register; faults point at rows of the source."""
    file = f"{proposal.where}.yml"
    if (root / file).exists():
        problem, cure = "quyết định này đã có trong sổ", "sửa tệp đó, hoặc xem lại số và ngày"
        return replace(proposal, faults=(Fault(Position(file, 0), "NHAP-030", "", problem, cure),))
    at: dict[FieldPath, Position] = {("honours", n): p for n, p in enumerate(positions)}
    at[()] = Position(file, 0)
    data = {**proposal.facts, "honours": proposal.rows}
    record, faults = build(VOLUME_KIND, data, Origin(file, at))
    if not isinstance(record, Decision):
        return replace(proposal, faults=in_order(faults))
    place = volume_of(record.date.year, record.issuer, record.id)
    siblings, _ = load_volume(root, place, volumes(root).get(place, ()))
    told = check_volume(Volume(place, (*siblings.decisions, record)), loaded)
    files = {file, *(position.file for position in positions)}
    ours = in_order(fault for fault in told if fault.position.file in files)
    return replace(proposal, decision=record, faults=ours)
