"""Facts that were read and what the clerk says → what the decision is; what is left is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.dates import PartialDate
from generator.importer.answers import Answers, Question
from generator.importer.days import Day, first_day
from generator.importer.lexicon import Lexicon
from generator.importer.preamble import Facts
from generator.importer.table import Row, safe, wrong
from generator.values import Fault, Position
from generator.vietnamese import slugify


@dataclass
class Settled:
    """The decision's own fields, as far as they are known; what to ask, and what is wrong."""

    symbol: str = ""
    id: str = ""
    date: PartialDate | None = None
    issuer: str = ""
    title: str = ""
    occasion: str = ""
    commendation: str = ""
    movement: str = ""
    award: str = ""
    grade: str = ""
    questions: list[Question] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def settle(facts: Facts, answers: Answers, lexicon: Lexicon, start: Position) -> Settled:
    """Settle what the decision is.

    Args:
        facts: what was read.
        answers: what the clerk says; it goes before what was read.
        lexicon: who may decide, and what.
        start: the place to show for what stands nowhere.
    """
    settled = Settled(
        title=answers.title or facts.title,
        occasion=answers.occasion or facts.occasion,
        movement=answers.movement or _labelled(facts, "movement"),
        grade=answers.grade,
    )
    settled.faults += _no_decision(facts)
    settled.faults += [
        wrong(row, "NHAP-025", f"«{safe(bad.text)}»: {bad.why}", "sửa lại trong tệp nguồn")
        for bad, row in facts.impossible
    ]
    _symbol(settled, facts, answers, start)
    _date(settled, facts, answers, start)
    _issuer(settled, facts, answers, lexicon, start)
    if not settled.title:
        text = "không thấy trích yếu của quyết định"
        settled.questions.append(Question("title", "NHAP-024", text, (), '--title "…"', start))
    kind = _labelled(facts, "commendation")
    settled.commendation = answers.commendation or lexicon.commendation_in(kind)
    named = facts.award or lexicon.award_in(_labelled(facts, "award"))
    settled.award = answers.award or (
        lexicon.award_of(named, settled.issuer, settled.date) if named else ""
    )
    if named and not answers.award:
        settled.grade = settled.grade or named.grade
    return settled


def _no_decision(facts: Facts) -> Iterator[Fault]:
    """A proposal, a draft, a notice for opinions, and a page of several acts are no decision."""
    for mark, row in facts.proposal[:1]:
        yield wrong(
            row, "NHAP-021", f"đây là đề nghị, dự thảo hoặc danh sách lấy ý kiến («{safe(mark)}»), "
            "không phải quyết định đã ký", "chờ quyết định được ký, rồi nhập danh sách kèm theo nó",
        )  # fmt: skip
    acts = {tuple(re.findall(r"\d+", act)): row for act, row in facts.acts}
    if len(acts) > 1:
        row = facts.acts[-1][1]
        problem = f"nguồn kể {len(acts)} lần khen khác nhau"
        yield wrong(row, "NHAP-022", problem, "tách mỗi quyết định thành một tệp rồi nhập từng tệp")


def _symbol(settled: Settled, facts: Facts, answers: Answers, start: Position) -> None:
    found = tuple(facts.symbols)
    settled.symbol = answers.symbol or (found[0] if len(found) == 1 else "")
    if answers.no_symbol:
        settled.symbol, settled.id = "", f"khong-so-{slugify(answers.no_symbol)}"
    elif settled.symbol:
        settled.id = slugify(settled.symbol)
    else:
        text = "không thấy số, ký hiệu của quyết định"
        if found:
            text = "thấy nhiều số, ký hiệu khác nhau, không rõ số nào là của quyết định"
        option = '--symbol "12/QĐ-UBND", hoặc --no-symbol "tên ngắn" nếu văn bản không có số'
        choices = tuple((symbol, symbol) for symbol in found)
        settled.questions.append(Question("symbol", "NHAP-024", text, choices, option, start))


def _date(settled: Settled, facts: Facts, answers: Answers, start: Position) -> None:
    days = {day.date: (day, row) for day, row in facts.days}
    if answers.date:
        settled.date = date_of(answers.date)
        if settled.date is None:
            text = f"--date «{safe(answers.date)}» không phải ngày hợp lệ"
            cure = "viết ngày/tháng/năm (17/10/2023), hoặc chỉ năm (2023)"
            settled.faults.append(Fault(start, "NHAP-031", "", text, cure))
        return
    if len(days) == 1:
        (day, row) = next(iter(days.values()))
        settled.date = PartialDate(day.date.year, day.date.month, day.date.day)
        if day.concluded:
            settled.remarks.append(
                f"{_at(row)}: ngày «{day.text}» đọc là {settled.date.text}: {day.concluded}"
            )
        return
    text = "thấy nhiều ngày khác nhau" if days else "không thấy ngày của quyết định"
    choices = tuple((f"{day:%d/%m/%Y}", f"{day:%d/%m/%Y}") for day in sorted(days))
    settled.questions.append(
        Question("date", "NHAP-024", text, choices, "--date ngày/tháng/năm", start)
    )


def _issuer(
    settled: Settled, facts: Facts, answers: Answers, lexicon: Lexicon, start: Position
) -> None:
    units = [unit for unit in lexicon.reference.of("unit") if unit.authority]
    named = _labelled(facts, "issuer")
    found = tuple(dict.fromkeys([*filter(None, [lexicon.issuer_in(named)]), *facts.issuers]))
    settled.issuer = answers.issuer or (found[0] if len(found) == 1 or (named and found) else "")
    if not settled.issuer:
        text = "không rõ người, cơ quan quyết định"
        choices = tuple((u.id, u.short) for u in units if not found or u.id in found)
        settled.questions.append(
            Question("issuer", "NHAP-024", text, choices, "--issuer mã", start)
        )


def date_of(text: str) -> PartialDate | None:
    """Return the date that an option says: 17/10/2023, 2023-10-17, 2023-10 or 2023."""
    day = first_day(text)
    if isinstance(day, Day):
        return PartialDate(day.date.year, day.date.month, day.date.day)
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _labelled(facts: Facts, name: str) -> str:
    return facts.labelled.get(name, ("", None))[0]


def _at(row: Row) -> str:
    return f"{row.position.file}:{row.number}"
