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
        counted: whether the number of those records is told.
    """

    title: str
    address: str
    text: str
    kind: str = ""
    counted: bool = True


DUTIES: tuple[tuple[str, tuple[Duty, ...]], ...] = (
    (
        "Lịch",
        (
            Duty(
                "Sự kiện",
                "/su-kien/",
                "Lễ trao tặng, hội nghị, giao lưu, đại hội thi đua: sắp diễn ra và đã diễn ra.",
                "event",
            ),
            Duty(
                "Ngày kỷ niệm",
                "/ky-niem/",
                "Những ngày được kỷ niệm hằng năm, năm tròn sắp tới, việc làm nhân dịp đó.",
                "anniversary",
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
            Duty(
                "Cụm, khối thi đua",
                "/cum-khoi/",
                "Đơn vị thành viên, đơn vị trưởng từng năm, giao ước và kết quả đã công bố.",
                "cluster",
            ),
            Duty(
                "Hội đồng",
                "/hoi-dong/",
                "Hội đồng Thi đua - Khen thưởng, Hội đồng sáng kiến: thành viên, kỳ họp.",
                "council",
            ),
        ),
    ),
    (
        "Sáng kiến, mô hình",
        (
            Duty(
                "Sáng kiến",
                "/sang-kien/",
                "Sáng kiến đã được công nhận: tác giả, phạm vi, hiệu quả, quyết định.",
                "initiative",
            ),
            Duty(
                "Gương tỉnh bạn",
                "/guong-tinh-ban/",
                "Mô hình hay ở tỉnh khác, có nguồn, và điều có thể học.",
                "elsewhere",
            ),
        ),
    ),
    (
        "Kế hoạch",
        (
            Duty(
                "Nhiệm vụ trọng tâm",
                "/nhiem-vu/",
                "Việc của từng năm: ai làm, hạn nào, đến đâu.",
                "task",
            ),
            Duty(
                "Đơn vị theo năm",
                "/don-vi-nam/",
                "Đơn vị nào đã có gương điển hình, lượt khen, kế hoạch hưởng ứng; đơn vị nào chưa.",
                "cluster",
                counted=False,
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
            [
                (d, d.counted and len(reference.of(d.kind)))
                for d in found
                if not d.kind or reference.of(d.kind)
            ],
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
