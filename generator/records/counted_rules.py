"""What statistics need of a decision: classes that are defined, feats that come before the act."""

from collections.abc import Iterator

from generator.records.base import Fault, FieldPath, PartialDate, Reference
from generator.records.decision import Decision
from generator.records.definition import SMALL, WORKERS, definition_on
from generator.records.terms import MEASURES


def measures_defined(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """Where classes are given, the measure made of them is defined for the decision's date."""
    for field, measure in (("group", WORKERS), ("size", SMALL)):
        rows = (n for n, honour in enumerate(decision.honours) if getattr(honour, field))
        place = next(rows, None)
        if place is not None and definition_on(reference, measure, decision.date) is None:
            yield decision.fault(
                "TK-001",
                ("honours", place, field),
                f"chỉ số «{MEASURES[measure]}» chưa có định nghĩa cho {decision.date.on}, "
                "nên trang thống kê không tính được",
                "thêm định nghĩa, căn cứ và thời kỳ áp dụng vào data/vocabulary/definitions.yml",
            )


def feats_before(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """A feat is done before the act that honours it."""
    yield from _feat(decision, ("feat_date",), decision.feat_date)
    for place, honour in enumerate(decision.honours):
        yield from _feat(decision, ("honours", place, "feat_date"), honour.feat_date)


def _feat(decision: Decision, path: FieldPath, feat: PartialDate | None) -> Iterator[Fault]:
    if feat is not None and feat.first > decision.date.last:
        yield decision.fault(
            "QD-024",
            path,
            f"thành tích lập {feat.on}, sau chính quyết định ({decision.date.text})",
            "sửa feat_date hoặc date",
        )


def sizes_of_collectives(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """Only a collective has a size."""
    for place, honour in enumerate(decision.honours):
        if honour.size and honour.kind != "collective":
            yield decision.fault(
                "QD-025",
                ("honours", place, "size"),
                "chỉ tập thể mới có quy mô",
                "bỏ size, hoặc sửa kind",
            )


RULES = (measures_defined, feats_before, sizes_of_collectives)
