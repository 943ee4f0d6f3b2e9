"""The rules of a consultation: its time, its law, its outcome, and whom it may name."""

from collections.abc import Iterator

from generator.records.award import Award
from generator.records.base import Fault, Reference, walk
from generator.records.consultation import Consultation
from generator.records.consultation_law import law_on
from generator.records.consultation_time import period_of
from generator.records.contact import offices_alone
from generator.records.holiday import calendar_of
from generator.records.law_rules import child_protected, class_known
from generator.working_days import KNOWN_YEARS


def days_known(consultation: Consultation, reference: Reference) -> Iterator[Fault]:
    """First and last day are days, the last can be told, and nothing ends before it starts."""
    for name in ("opens", "closes"):
        date = getattr(consultation, name)
        if date and (not date.day or date.year not in KNOWN_YEARS):
            problem = f"không rõ là ngày nào ({date.text})"
            yield consultation.fault("LYK-009", (name,), problem, "ghi đủ năm-tháng-ngày")
    opens, closes, outcome = consultation.opens, consultation.closes, consultation.outcome
    if closes and closes.last < opens.first:
        yield consultation.fault(
            "LYK-001",
            ("closes",),
            f"ngày cuối ({closes.text}) trước ngày bắt đầu ({opens.text})",
            "sửa opens hoặc closes",
        )
    if outcome and outcome.date and outcome.date.last < opens.first:
        yield consultation.fault(
            "LYK-001",
            ("outcome", "date"),
            f"kết quả ({outcome.date.text}) có trước ngày bắt đầu ({opens.text})",
            "sửa opens hoặc ngày của kết quả",
        )
    if not (closes or consultation.days or outcome):
        yield consultation.fault(
            "LYK-007",
            ("opens",),
            "không rõ khi nào hết hạn",
            "ghi closes, hoặc days; thông báo cũ không ghi hạn thì ghi outcome: {state: closed}",
        )


def long_enough(consultation: Consultation, reference: Reference) -> Iterator[Fault]:
    """Opinions are taken for as many working days as the law of the first day asks.

    What is long enough only when its first day counts, and what is over, is told as a warning.
    """
    law = law_on(reference, consultation.opens)
    if law is None or not law.working_days or not _countable(consultation):
        return
    (first, last, days), works = period_of(consultation, reference), calendar_of(reference).works
    counted = sum(map(works, days))
    if last is None or last < first or counted >= law.working_days:
        return
    with_first = counted + (works(first) and first not in days)
    mild = with_first >= law.working_days or last < reference.as_of.last
    yield consultation.fault(
        "LYK-002",
        ("closes",) if consultation.closes else ("days",),
        f"thời hạn có {counted} ngày làm việc, {law.name} quy định ít nhất {law.working_days}",
        "sửa ngày cuối, hoặc kiểm tra data/lich-nghi.yml và count_first_day trong data/site.yml",
        "cảnh báo" if mild else "lỗi",
    )


def _countable(consultation: Consultation) -> bool:
    dates = (consultation.opens, consultation.closes)
    return all(date.day and date.year in KNOWN_YEARS for date in dates if date)


def asked_by_law(consultation: Consultation, reference: Reference) -> Iterator[Fault]:
    """The law of the first day asks for consultation before each award that is proposed."""
    law = law_on(reference, consultation.opens)
    if law is None:
        yield consultation.fault(
            "LYK-004",
            ("opens",),
            f"không có quy định lấy ý kiến nào có hiệu lực {consultation.opens.on}",
            "thêm quy định đó vào data/vocabulary/consultation-laws.yml",
            "cảnh báo",
        )
    for place, proposal in enumerate(consultation.proposed):
        award: Award | None = reference.find("award", proposal.award)
        if award is None:
            continue
        yield from class_known(consultation, ("proposed", place), proposal, award)
        if law is not None and not law.asks_for(award):
            yield consultation.fault(
                "LYK-003",
                ("proposed", place, "award"),
                f"«{award.name}» không thuộc diện phải lấy ý kiến theo {law.name}",
                "kiểm tra danh hiệu, hình thức và ngày",
                "cảnh báo" if award.id in law.doubtful else "lỗi",
            )


def outcome_told(consultation: Consultation, reference: Reference) -> Iterator[Fault]:
    """Who says "decided" names the decision; who says "withdrawn" says when and why."""
    outcome = consultation.outcome
    if outcome is None:
        return
    if (outcome.state == "decided") != bool(outcome.decision):
        wanting = "chưa ghi quyết định nào" if outcome.state == "decided" else "lại ghi quyết định"
        yield consultation.fault(
            "LYK-005",
            ("outcome", "decision"),
            f"kết quả là «{outcome.state}» mà {wanting}",
            "ghi state: decided cùng với decision: <năm>/<người ký>/<mã>",
        )
    if outcome.state == "withdrawn" and not (outcome.date and outcome.reason):
        yield consultation.fault(
            "LYK-006",
            ("outcome",),
            "đã rút đề nghị mà thiếu ngày hoặc lý do",
            "ghi date và reason",
        )


def withdrawn_names_gone(consultation: Consultation, reference: Reference) -> Iterator[Fault]:
    """Who was withdrawn, if a person, is named nowhere else in the record, which is published."""
    if consultation.outcome is None or consultation.outcome.state != "withdrawn":
        return
    names = [p.name for p in consultation.proposed if p.kind == "person"]
    for path, value, _ in walk(consultation):
        if path[0] != "proposed" and any(name in str(value) for name in names):
            yield consultation.fault(
                "LYK-011", path, "còn tên một người đã rút khỏi đề nghị", "viết lại, bỏ tên đó"
            )


def people_protected(consultation: Consultation, reference: Reference) -> Iterator[Fault]:
    """Children are shown by initials; contacts are those of offices."""
    for place, proposal in enumerate(consultation.proposed):
        yield from child_protected(consultation, ("proposed", place), proposal)
    yield from offices_alone(consultation, consultation.places_of_contacts)


RULES = (
    days_known,
    long_enough,
    asked_by_law,
    outcome_told,
    withdrawn_names_gone,
    people_protected,
)
