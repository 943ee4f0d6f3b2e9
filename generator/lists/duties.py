"""The office's public duties on one page: the way in to all that is not an honour."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.lists.catalogue import catalogue
from generator.records.base import Reference
from generator.records.digest import Index
from generator.values import Page


class Duty(NamedTuple):
    """An entrance.

    Attributes:
        title, address: the list that it leads to.
        text: what is found there, in one sentence.
        kind: the record kind that it counts; without any the entrance is left out. "" always
            stays.
    """

    title: str
    address: str
    text: str
    kind: str = ""


DUTIES: tuple[tuple[str, tuple[Duty, ...]], ...] = (
    (
        "Công khai",
        (
            Duty(
                "Thống kê",
                "/thong-ke/",
                "Sổ vinh danh bằng số, mỗi con số dẫn tới danh sách đứng sau nó.",
            ),
        ),
    ),
    (
        "Tổ chức",
        (
            Duty(
                "Cơ quan, đơn vị",
                "/co-quan/",
                "Người và cơ quan có thẩm quyền khen thưởng, phát động phong trào.",
                "unit",
            ),
        ),
    ),
    (
        "Quy định",
        (
            Duty(
                "Danh hiệu, hình thức khen thưởng",
                "/danh-hieu/",
                "Điều kiện pháp lý, người có thẩm quyền quyết định và các lượt khen của từng loại.",
                "award",
            ),
        ),
    ),
    (
        "Trang này",
        (
            Duty(
                "Giới thiệu",
                "/gioi-thieu/",
                "Sổ có gì, lấy từ đâu, cách trích dẫn và cách báo sai.",
            ),
        ),
    ),
)


def duties(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the page of the office's duties, those of which it keeps records."""
    groups = [
        (
            name,
            [(d, len(reference.of(d.kind))) for d in found if not d.kind or reference.of(d.kind)],
        )
        for name, found in DUTIES
    ]
    yield catalogue(
        "/cong-tac/",
        "duties",
        "Công tác thi đua, khen thưởng",
        "Các việc công khai của cơ quan thi đua, khen thưởng: tổ chức, quy định, kế hoạch, lịch.",
        {"groups": [(name, found) for name, found in groups if found]},
    )
