"""Invented people, with names as the peoples of the northern mountains bear them."""

from random import Random
from typing import NamedTuple


class People(NamedTuple):
    """A people's share of the sample, and the words its names are made of."""

    share: float
    surnames: tuple[str, ...]
    middle_men: tuple[str, ...]
    middle_women: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]


_MEN = tuple(
    "An Anh Bách Bảo Bình Cường Chiến Công Dũng Dương Đạt Đăng Đông Đức Giang Hà Hải Hậu Hiếu Hòa "
    "Hoàn Hùng Huy Hưng Khánh Khôi Kiên Lâm Long Mạnh Minh Nam Nghĩa Nhân Phong Phúc Quang Quân "
    "Quyết Sơn Tài Tâm Tân Thành Thắng Thế Thiện Thịnh Thuận Thủy Tiến Toàn Tùng Tuấn Tú Ước Văn "
    "Việt Vinh Vượng Ý".split()
)
_WOMEN = tuple(
    "An Ánh Ái Ân Bích Châm Chi Chuyên Diệp Dung Duyên Đào Điệp Giang Hà Hạnh Hằng Hậu Hiền Hoa "
    "Hoài Hồng Huế Huệ Hương Hường Lan Lành Liên Liễu Loan Lụa Mai Mến Minh Mơ Mùi Nga Ngân Ngọc "
    "Nguyệt Nhàn Nhung Oanh Phương Phượng Quyên Sen Tâm Thảo Thêm Thoa Thơm Thu Thúy Thùy Thủy "
    "Tình Trang Tuyết Út Vân Xuân Yến".split()
)
PEOPLES = (
    People(
        0.46,
        tuple("Nông Hoàng Ma Lường Đàm Hứa Bế Lục Triệu Mạc Hà Vi Lý Dương Nguyễn Đinh".split()),
        ("Văn", "Văn", "Đình", "Ngọc", "Quốc"),
        ("Thị", "Thị", "Thị", "Thu", "Thúy"),
        _MEN,
        _WOMEN,
    ),
    People(
        0.24,
        tuple("Nguyễn Trần Lê Phạm Vũ Đỗ Bùi Đặng Ngô Dương Phan Trịnh Đoàn Lưu Tạ Cao".split()),
        ("Văn", "Đức", "Quang", "Minh", "Hữu"),
        ("Thị", "Thị", "Thanh", "Ngọc", "Phương"),
        _MEN,
        _WOMEN,
    ),
    People(
        0.20,
        tuple("Bàn Triệu Phùng Đặng Lý Chu Lưu".split()),
        ("Văn", "Hữu", "Tòn", "Kim", "Phúc"),
        ("Thị", "Mùi", "Thị", "Tà"),
        tuple("Chiêu Chìu Phin Phẩu Sếnh Tiến Vảng Vạng Pu Quyên Sinh Nảy Nhất".split()),
        tuple("Mẩy Ghển Pham Mủi Sếnh Nảy Khé Lai Liều Tá Coi".split()),
    ),
    People(
        0.10,
        tuple("Giàng Vàng Sùng Lý Thào Ma Hoàng Dương Lầu".split()),
        ("A", "A", "A", "Seo", "Mí"),
        ("Thị", "Thị", "Y"),
        tuple("Páo Chớ Dính Sình Máy Lử Pó Súa Dợ Ửng Chú Sính Nhè Vừ".split()),
        tuple("Dợ Mỷ Sua Chá Máy Ca Say Sông Vá Dua".split()),
    ),
)


def person(random: Random) -> str:
    """Return a name: family name, middle name, given name."""
    draw = random.random()
    people = PEOPLES[-1]
    for candidate in PEOPLES:
        draw -= candidate.share
        if draw < 0:
            people = candidate
            break
    man = random.random() < 0.52
    middle = people.middle_men if man else people.middle_women
    given = people.men if man else people.women
    words = pick(random, people.surnames), pick(random, middle), pick(random, given)
    return " ".join(words)


def pick(random: Random, words: tuple[str, ...]) -> str:
    """Return one of some words; the same for the same state on every Python."""
    return words[int(random.random() * len(words))]
