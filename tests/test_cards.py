"""Pictures for sharing: their size, their words, and the same bytes for the same words."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from generator.cards import SIZE, Cards

THEME = Path(__file__).parents[1] / "theme"
WORDS = (
    "Quyết định số 1870/QĐ-UBND",
    "Tặng Bằng khen cho các tập thể có thành tích xuất sắc",
    "Chủ tịch Ủy ban nhân dân tỉnh · ngày 17/10/2023",
)


@pytest.fixture(scope="module")
def cards() -> Cards:
    """The pictures of a site."""
    return Cards(THEME, "Sổ vinh danh")


def opened(content: bytes) -> Image.Image:
    """Return a picture as it is seen."""
    return Image.open(BytesIO(content)).convert("RGB")


def test_a_picture(cards: Cards) -> None:
    """It has the size that networks ask for, is small, and is made of the tokens' colours."""
    content = cards.draw(*WORDS)
    picture = opened(content)
    assert picture.size == SIZE
    assert len(content) < 40_000
    assert picture.getpixel((5, 5)) == (0x7A, 0x12, 0x16)
    assert picture.getpixel((5, 625)) == (0xFF, 0xFD, 0xF8)


def test_the_same_words_the_same_bytes(cards: Cards) -> None:
    """Neither what was drawn before nor when it is drawn is seen in a picture."""
    first = Cards(THEME, "Sổ vinh danh").draw(*WORDS)
    cards.draw("khác", "một tiêu đề khác", "dòng khác")
    assert cards.draw(*WORDS) == first


def test_words_are_drawn(cards: Cards) -> None:
    """Another mark gives another picture; each line stands in its own part."""
    whole = opened(cards.draw(*WORDS))
    for place, (top, bottom) in enumerate(((150, 230), (230, 530), (530, 630))):
        others = ["" if n == place else words for n, words in enumerate(WORDS)]
        box = ImageChops.difference(whole, opened(cards.draw(*others))).getbbox()
        assert box is not None
        assert top <= box[1] < box[3] <= bottom
    marked, bare = (opened(cards.draw("", text, "")) for text in ("Ể Ữ Ặ", "E U A"))
    assert ImageChops.difference(marked, bare).getbbox()


def test_a_long_title_stays_inside(cards: Cards) -> None:
    """A title longer than there is room for is cut; nothing runs over the margins."""
    picture = opened(cards.draw("Quyết định", "Tặng Bằng khen cho các tập thể " * 20, "ngày"))
    empty = opened(cards.draw("", "", ""))
    left, _, right, bottom = ImageChops.difference(picture, empty).getbbox()
    assert left >= 78
    assert right <= SIZE[0] - 78
    assert bottom < SIZE[1] - 30
