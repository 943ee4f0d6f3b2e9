"""Private data is found in every spelling; what only looks like it is let through."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import privacy
from generator.privacy import leaks, masked
from generator.records.contact import Contact

PLANTED = {
    "số định danh cá nhân": (
        "001201000123", "CCCD: 001201000123", "001 201 000 123", "(001201000123)",
        "001.201.000.123", "001-201-000-123", "số 001201000123.", "<td>001201000123</td>",
    ),
    "số chứng minh nhân dân": ("012345678", "CMND 012345678, cấp tại tỉnh", "CMND:012345678."),
    "số điện thoại": (
        "0912345678", "0912.345.678", "0912 345 678", "091 234 5678", "091-234-5678",
        "+84912345678", "+84 912 345 678", "(0200) 3000 123", "0200 3000 123", "02003000123",
        "0200.3000.123", "(0200) 3000123", "0912 34 56 78", "024 3825 3536", "0200 3 000 123",
        "(0200) 3.000.123", "đt:0912345678", "0912345678.",
    ),
    "địa chỉ thư điện tử": (
        "ly.thi@thu.example", "<ly@thu.example>", "Ly_Thi+1@mail.thu.example", "thư: a@b.vn.",
    ),
    "ngày sinh đầy đủ": (
        "sinh ngày 02/09/1975", "Sinh 2.9.1975", "sinh năm 2-9-1975", "SN 02/09/1975", "sn: 2/9/75",
        "ngày sinh: 02/09/1975", "Ngày sinh 2 tháng 9 năm 1975", "NS 02 / 09 / 1975",
        "ngày, tháng, năm sinh: 02/09/1975", "(sinh ngày 02 tháng 9 năm 1975)",
        "Nông Văn An sinh ngày 02/09/1975",
    ),
    "địa chỉ nhà": (
        "số nhà 12", "nhà số 5", "số 12 đường Trần Phú", "12/5 đường Trần Phú", "ngõ 8 phố Huế",
        "12 phố Huế", "số 7, ngõ 3", "hộ khẩu thường trú", "12/3/4 hẻm Cây Đa", "số 45A, phố Huế",
    ),
    "số tài khoản": (
        "STK 19034567890", "số tài khoản: 1903 4567 8901 23", "TK ngân hàng 0123456",
        "tài khoản 12345678",
    ),
    "mã cán bộ, số hiệu": (
        "mã cán bộ BK00123", "mã nhân viên: 4567", "số hiệu công chức 0012-345", "mã CBCCVC 123456",
    ),
    "mã số thuế, số bảo hiểm, số hộ chiếu": (
        "MST 4700123456", "số BHXH 0123456789", "hộ chiếu B1234567", "hộ chiếu số C 7654321",
    ),
}  # fmt: skip

HARMLESS = (
    "Quyết định số 1870/QĐ-UBND ngày 17/10/2023",
    "Tờ trình số 270/TTr-BTĐKT",
    "Nghị định số 98/2023/NĐ-CP, khoản 12 Điều 34",
    "các năm 2020-2021-2022",
    "năm học 2022–2023",
    "giai đoạn 2021-2025, 2026-2030",
    "từ 05.9.2022-31.5.2023",
    "123.456.789.012 đồng",
    "2.340.000 đồng",
    "1,5 tỷ đồng",
    "03.10.2023",
    "03-10-2023",
    "17/10/2023 – 20/10/2023",
    "https://bao.example/bai-20231017093012345.html",
    "https://bao.example/?id=1746697588657&so=001201000123",
    "bao.example/post012345678.html",
    "điểm 91,14",
    "SN 1975",
    "sinh năm 1975",
    "học sinh ngày 20/11/2023 dự lễ",
    "các thí sinh 12/6/2023",
    "tổng vệ sinh ngày 05/6/2023",
    "đã hy sinh ngày 27/7/1972",
    "đêm Giáng sinh 24/12/2023",
    "ngày thành lập 11/4/1900",
    "mã kiểm 0123456789abcdef0123456789abcdef",
    "1870-qd-ubnd",
    "a @ b",
    "làm 12 đường liên thôn",
    "6 km đường bê tông",
    "tổ 5, phường Ước Lâm",
    "thôn 6, xã Hòa Khê",
    "cụm thi đua số 3 thôn Nà Mẫu",
    "phố Đầu Cầu, thị trấn Mây Trắng",
    "đạt 30/30 thôn có đường",
    "mã lượt khen 12",
    "mở 1.200 tài khoản năm 2023",
    "chi trả bảo hiểm xã hội cho 12.000 người",
    "năm 2023 phố Mới khang trang",
)


@pytest.mark.parametrize(
    ("what", "text"), [(what, text) for what, texts in PLANTED.items() for text in texts]
)
def test_planted_is_found(what: str, text: str) -> None:
    """Each kind of private data is found in each way of writing it, within a sentence too."""
    for planted in (text, f"Bà Lý Thị Thử, {text}, xã Hòa Khê"):
        assert what in {leak.what for leak in leaks(planted)}


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_is_let_through(text: str) -> None:
    """Numbers of papers, money, years, dates and web addresses are no private data."""
    assert list(leaks(text)) == []
    assert list(leaks(f"<p>Theo {text}, tỉnh khen.</p>")) == []


@pytest.mark.parametrize(
    "text",
    [
        "0912345678/0987654321", "0912345678-0987654321", "SĐT.0912345678", "(+84) 912 345 678",
        "CMND 095123456/CA", "CCCD 006085001234/CTCCC", "09 12 34 56 78", "0912–345–678",
        "０９１２３４５６７８", "0912\u200b345678", "sinh vào ngày 05/03/1990",
        "ngày sinh: 1990-03-05",
        "https://zalo.me/0912345678", "0912**345**678", "0913 345\n679", "an&#64;thu.example",
        "<strong>Ngày sinh:</strong> 05/03/1990", "0912<b>345</b>678", '<img title="0912345678">',
        "<th>Ngày sinh</th><td>05/03/1990</td>",
    ],
)  # fmt: skip
def test_disguises_are_seen_through(text: str) -> None:
    """Entities, tags, odd characters and neighbours hide no private number."""
    assert list(leaks(text))


def test_numbers_in_neighbouring_cells_are_two() -> None:
    """What stands in two cells of a table is not one number."""
    assert not list(leaks("<td>0912</td><td>345678</td>"))


def test_a_message_repeats_no_private_data() -> None:
    """A fault that would quote private data quotes dots."""
    assert masked("giá trị «0912345678» không hợp lệ") == "giá trị «…» không hợp lệ"
    assert masked("cần số, gặp «12 quyết định»") == "cần số, gặp «12 quyết định»"


def test_contacts_of_the_office_are_let_through() -> None:
    """The office's own contacts pass, exactly as they are written, and no other."""
    allowed = frozenset({"0200 3000 123", "vinh-danh@thanh-son.example"})
    assert list(leaks("Gọi 0200 3000 123 hoặc vinh-danh@thanh-son.example", allowed)) == []
    assert [leak.what for leak in leaks("Gọi 0200 3000 124", allowed)] == ["số điện thoại"]


def test_an_office_is_called_by_a_link_and_nobody_else() -> None:
    """The number of an office's contact passes as a link dials it, and no other number does."""
    contact = Contact(office="Ban Thi đua", phone="0200 3000 123", email="a@thanh-son.example")
    link = '<a href="tel:{}">gọi</a> <a href="mailto:a@thanh-son.example">viết</a>'
    assert list(leaks(link.format(contact.dialled), contact.texts)) == []
    assert [leak.what for leak in leaks(link.format("0912345678"), contact.texts)] == [
        "số điện thoại"
    ]


def test_contact_hides_nothing_beside_it() -> None:
    """A private number that stands beside an allowed one is still found, at its place."""
    (leak,) = leaks("0200 3000 123, 0912345678", frozenset({"0200 3000 123"}))
    assert leak.text == "0912345678"


def test_several_leaks_are_all_told() -> None:
    """One text may hold many; all are found."""
    text = "CCCD 001201000123, đt 0912345678, thư a@b.vn, sinh ngày 02/09/1975"
    assert len(list(leaks(text))) == 4


SCRAPS = (
    "0", "84", "+84", "912", "3825", "1975", "\n", ".", " ", "-", "(", ")", "sinh ", "NS ", "sn: ",
    "số nhà ", "thường trú", "hộ khẩu ", "@", "a", "/", "٣", "０",
)  # fmt: skip
WHOLE = [text for texts in PLANTED.values() for text in texts]
PIECES = st.sampled_from([*WHOLE, *HARMLESS, *SCRAPS])


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_a_quick_look_misses_nothing(text: str) -> None:
    """Where a pattern would find something, what is looked for first is there."""
    bare = privacy.plain(text).replace("\n", " \n ")
    low = bare.lower()
    for words, sign, patterns in privacy._EVERYTHING:
        seen = any(word in low for word in words) and sign.search(low)
        for what, pattern in patterns:
            assert seen or not pattern.search(bare), what


@settings(max_examples=400)
@given(
    st.lists(PIECES, max_size=4).map("".join), st.sampled_from(["", "<b>", "**", "\u00ad", "&#64;"])
)
def test_a_text_that_is_not_looked_at_holds_nothing(text: str, disguise: str) -> None:
    """`leaks` of a text finds what it finds in the text made plain, however it is disguised."""
    at = len(text) // 2
    text = text[:at] + disguise + text[at:]
    assert list(leaks(text)) == list(privacy.leaks_in_plain(privacy.plain(text)))
