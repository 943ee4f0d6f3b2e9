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


# fmt: off
# Two lines an entrance, so that the whole page is seen at once.
DUTIES: tuple[tuple[str, tuple[Duty, ...]], ...] = (
    ("Công khai", (
        Duty("Lấy ý kiến Nhân dân", "/lay-y-kien/", kind="consultation",
             text="Ai được đề nghị khen thưởng cấp Nhà nước, đến ngày nào, gửi ý kiến về đâu."),
        Duty("Thống kê", "/thong-ke/",
             text="Sổ vinh danh bằng số, mỗi con số dẫn tới danh sách tương ứng."),
        Duty("Đính chính", "/dinh-chinh/",
             text="Mọi lần đính chính, hủy bỏ, tước, phục hồi, và các phản ánh đã trả lời."),
        Duty("Nguồn tin tự động", "/feeds/",
             text="Theo dõi quyết định, gương, tin và đính chính bằng phần mềm đọc tin."),
        Duty("Báo chí", "/bao-chi/",
             text="Bộ tư liệu cho phóng viên, nơi hỏi, cách trích dẫn, các chuyên mục."),
        Duty("Phản ánh, kiến nghị", "/phan-anh/",
             text="Báo sai sót, xin ghi tắt tên: gửi đến đâu, viết gì, bao lâu có trả lời."),
    )),
    ("Lịch", (
        Duty("Sự kiện", "/su-kien/", kind="event",
             text="Lễ trao tặng, hội nghị, giao lưu, đại hội thi đua: sắp diễn ra và đã diễn ra."),
        Duty("Ngày kỷ niệm", "/ky-niem/", kind="anniversary",
             text="Những ngày được kỷ niệm hằng năm, năm tròn sắp tới, việc làm nhân dịp đó."),
    )),
    ("Tổ chức", (
        Duty("Cơ quan, đơn vị", "/co-quan/", kind="unit",
             text="Người và cơ quan có thẩm quyền khen thưởng, phát động phong trào."),
        Duty("Cụm, khối thi đua", "/cum-khoi/", kind="cluster",
             text="Thành viên, cụm trưởng, khối trưởng từng năm, giao ước và kết quả đã công bố."),
        Duty("Hội đồng", "/hoi-dong/", kind="council",
             text="Hội đồng Thi đua - Khen thưởng, Hội đồng sáng kiến: thành viên, kỳ họp."),
    )),
    ("Sáng kiến, mô hình", (
        Duty("Sáng kiến", "/sang-kien/", kind="initiative",
             text="Sáng kiến đã được công nhận: tác giả, phạm vi, hiệu quả, quyết định."),
        Duty("Gương tỉnh bạn", "/guong-tinh-ban/", kind="elsewhere",
             text="Mô hình hay ở tỉnh khác, có nguồn, và điều có thể học."),
    )),
    ("Kế hoạch", (
        Duty("Nhiệm vụ trọng tâm", "/nhiem-vu/", kind="task",
             text="Việc của từng năm: ai chủ trì, hạn khi nào, làm đến đâu."),
        Duty("Đơn vị theo năm", "/don-vi-nam/", kind="cluster", counted=False,
             text="Đơn vị nào đã có gương điển hình, lượt khen, kế hoạch; đơn vị nào chưa."),
    )),
    ("Quy định", (
        Duty("Văn bản", "/van-ban/", kind="document",
             text="Luật, nghị định, thông tư, kế hoạch: còn hiệu lực không, văn bản nào thay thế."),
        Duty("Thủ tục", "/thu-tuc/", kind="procedure",
             text="Ai đề nghị khen thưởng, hồ sơ gồm gì, ai quyết định, nộp ở đâu."),
        Duty("Làm hồ sơ khen thưởng", "/lam-ho-so/", kind="procedure", counted=False,
             text="Chuẩn bị hồ sơ, viết báo cáo thành tích, văn bản phải theo, nơi nộp, nơi hỏi."),
        Duty("Danh hiệu, hình thức khen thưởng", "/danh-hieu/", kind="award",
             text="Căn cứ pháp lý, người có thẩm quyền và các lượt khen của từng loại."),
    )),
    ("Về trang này", (
        Duty("Giới thiệu", "/gioi-thieu/",
             text="Sổ có gì, lấy từ đâu, cách trích dẫn và cách báo sai."),
        Duty("Dữ liệu mở", "/du-lieu/",
             text="Toàn bộ sổ để tải về: Excel, CSV, SQLite; cách đếm đúng, cách ghi nguồn."),
    )),
)
# fmt: on


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
