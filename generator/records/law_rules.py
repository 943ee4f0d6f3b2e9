"""What the law and the map of its date say of an honour: award, giver, place, children."""

import re
from collections.abc import Iterator, Sequence

from generator.dates import overlaps
from generator.records.award import Award, Provision
from generator.records.base import Fault, FieldPath, Record, Reference
from generator.records.consultation import Proposal
from generator.records.decision import Decision
from generator.records.document import Document
from generator.records.honour import Honour
from generator.records.movement import Movement
from generator.records.place import Place
from generator.records.terms import AUTHORITIES, RECIPIENT_KINDS
from generator.records.unit import Unit

_CHILD = re.compile(r"\b(?:em|cháu)\s+(\w)|\blớp [1-9]\w{0,2}\b", re.IGNORECASE)


def awards_lawful(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """An award was in the law at the decision's date, for that kind of recipient, by that issuer.

    A date of low precision is checked over all the days it may mean: what no provision allows is
    a fault, what only some of them allow is a warning.
    """
    for place, honour in enumerate(decision.honours):
        award: Award | None = reference.find("award", honour.award)
        if award is not None:
            yield from class_known(decision, ("honours", place), honour, award)
            yield from _lawful(decision, place, honour, award, reference)


def class_known(
    record: Record, path: FieldPath, row: Honour | Proposal, award: Award
) -> Iterator[Fault]:
    """A row tells the class of an award that has classes, and of no other."""
    if award.classes and row.grade not in award.classes:
        yield record.fault(
            "QD-013",
            (*path, "class"),
            f"«{award.name}» phải ghi rõ hạng",
            f"ghi class là một trong: {', '.join(award.classes)}",
        )
    elif row.grade and not award.classes:
        yield record.fault(
            "QD-013",
            (*path, "class"),
            f"«{award.name}» không chia hạng",
            "xóa dòng class",
        )


def _lawful(
    decision: Decision, place: int, honour: Honour, award: Award, reference: Reference
) -> Iterator[Fault]:
    periods = award.provisions_on(decision.date)
    if not periods:
        yield decision.fault(
            "QD-005",
            ("honours", place, "award"),
            f"«{award.name}» chưa có hoặc không còn trong luật vào {decision.date.on}",
            "kiểm tra ngày của quyết định và tên danh hiệu theo luật có hiệu lực khi đó",
        )
        return
    if not award.lawful_throughout(decision.date):
        yield decision.fault(
            "QD-005",
            ("honours", place, "award"),
            f"«{award.name}» chỉ có trong luật ở một phần của {decision.date.text}",
            "nếu biết, ghi ngày của quyết định chính xác hơn",
            "cảnh báo",
        )
    refusing = [period for period in periods if honour.kind not in period.recipients]
    if refusing:
        yield decision.fault(
            "QD-006",
            ("honours", place, "kind"),
            f"«{award.name}» không tặng cho {RECIPIENT_KINDS[honour.kind]} "
            f"({_basis(refusing[0].article, refusing[0].law, reference)})",
            "kiểm tra loại đối tượng, danh hiệu và ngày",
            "lỗi" if len(refusing) == len(periods) else "cảnh báo",
        )
    yield from _decider(decision, ("honours", place, "award"), award, periods, reference)


def _decider(
    decision: Decision,
    path: FieldPath,
    award: Award,
    periods: Sequence[Provision],
    reference: Reference,
) -> Iterator[Fault]:
    issuer: Unit | None = reference.find("unit", decision.issuer)
    refusing = [p for p in periods if issuer is not None and issuer.authority not in p.deciders]
    if issuer is None or not refusing:
        return
    period = refusing[0]
    doubt = issuer.authority in period.doubtful_deciders
    right = ", ".join(AUTHORITIES[key] for key in period.deciders)
    yield decision.fault(
        "QD-007",
        path,
        f"{issuer.short} không có thẩm quyền tặng «{award.name}»: "
        f"theo {_basis(period.decider_article, period.law, reference)}, thẩm quyền thuộc {right}",
        "đối chiếu lại với bản gốc" if doubt else "kiểm tra issuer, danh hiệu hoặc ngày",
        "cảnh báo" if doubt or len(refusing) < len(periods) else "lỗi",
    )


def _basis(article: str | None, key: str, reference: Reference) -> str:
    law = reference.find("document", key)
    name = law.cited if law is not None else key
    return f"{article} {name}" if article else name


def place_of_its_date(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """A place named in a list stood on the date of the decision: names moved between levels."""
    for position, honour in enumerate(decision.honours):
        place: Place | None = reference.find("place", honour.place)
        if place is None or place.stood(decision.date.first, decision.date.last):
            continue
        others: list[Place] = [
            other
            for other in reference.of("place")
            if other.name == place.name and other.stood(decision.date.first, decision.date.last)
        ]
        named = " hoặc ".join(f"«{other.id}» ({other.full_name(reference)})" for other in others)
        yield decision.fault(
            "QD-018",
            ("honours", position, "place"),
            f"vào {decision.date.on} chưa có hoặc không còn {place.full_name(reference)}",
            f"có phải {named}?" if named else "chọn đơn vị hành chính có vào ngày đó",
        )


def issuer_of_its_date(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """Who decides was in office on that day: offices end when provinces merge."""
    issuer: Unit | None = reference.find("unit", decision.issuer)
    if issuer is None or issuer.stood(decision.date.first, decision.date.last):
        return
    after: Unit | None = reference.find("unit", issuer.successor)
    yield decision.fault(
        "QD-022",
        ("issuer",),
        f"{issuer.short} không còn hoặc chưa có vào {decision.date.on}",
        f"có phải «{after.id}»?" if after else "kiểm tra ngày và người quyết định",
    )


def within_the_movement(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """Honours of a movement come after it began, and soon after it ended: it is summed up then."""
    movement: Movement | None = reference.find("movement", decision.movement)
    if movement is None:
        return
    early = decision.date.last < movement.begins.first
    late = movement.ends is not None and decision.date.first.year > movement.ends.last.year + 1
    if early or late:
        yield decision.fault(
            "QD-017",
            ("movement",),
            f"văn bản {decision.date.on} nằm ngoài thời gian của phong trào ({movement.period})",
            "kiểm tra ngày của văn bản và phong trào",
            "lỗi" if early else "cảnh báo",
        )


def bases_of_its_date(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """The documents that a decision is based on were in force then."""
    for place, key in enumerate(decision.bases):
        document: Document | None = reference.find("document", key)
        if document is None:
            continue
        dates = (document.valid_from, document.valid_to)
        if not overlaps(*dates, decision.date.first, decision.date.last):
            yield decision.fault(
                "QD-026",
                ("bases", place),
                f"{document.label} không có hiệu lực vào {decision.date.on}",
                "kiểm tra ngày của quyết định và văn bản làm căn cứ",
                "cảnh báo",
            )


def children_protected(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """No child is shown in full without consent."""
    for position, honour in enumerate(decision.honours):
        yield from child_protected(decision, ("honours", position), honour)


def child_protected(record: Record, path: FieldPath, row: Honour | Proposal) -> Iterator[Fault]:
    """A child under 16 is shown in full only with recorded consent (Luật 91/2025/QH15)."""
    if row.kind != "person" or row.display != "full" or row.consent:
        return
    words = " ".join(filter(None, (row.name, row.role, row.achievement)))
    if row.child:
        yield record.fault(
            "QD-019",
            (*path, "display"),
            "trẻ em dưới 16 tuổi hiện đủ tên mà chưa ghi sự đồng ý",
            "ghi display: initials, hoặc ghi consent: ai đồng ý, bằng văn bản nào",
        )
    elif row.child is None and _like_a_child(words):
        yield record.fault(
            "QD-020",
            (*path, "name"),
            "có thể là trẻ em dưới 16 tuổi",
            "ghi child: true (và display: initials) hoặc child: false",
            "cảnh báo",
        )


def _like_a_child(words: str) -> bool:
    """Whether a row reads like a child's: "em Lan", "lớp 7A"; "em ở" is none."""
    return any(match[1] is None or match[1].isupper() for match in _CHILD.finditer(words))


RULES = (
    awards_lawful,
    issuer_of_its_date,
    place_of_its_date,
    within_the_movement,
    bases_of_its_date,
    children_protected,
)
