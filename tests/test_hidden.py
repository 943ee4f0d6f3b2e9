"""Names that may not be shown: found in any writing, and not where they are somebody else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hidden import Hidden, _pairs, may_stand_in, name_key, still_hidden
from generator.privacy import plain

FILE = "data/awards/x.yml"
words = st.sampled_from(["hoà", "hòa", "thị", "an", "ân", "văn", "đỗ", "thuý", "thúy"])
names = st.lists(words, min_size=2, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    "text",
    [
        "Em Đỗ Thị Hòa được khen",
        "EM ĐỖ THỊ HOÀ ĐƯỢC KHEN",
        "<p>em <b>Đỗ</b> Thị&#32;Hòa</p>",
        "Đỗ\nThị  Hòa",
        "(Đỗ Thị Hòa)",
    ],
)
def test_a_hidden_name_is_found(text: str) -> None:
    """Tags, entities, capitals, tone placement and white space hide no name."""
    found = Hidden({name_key("Đỗ Thị Hòa"): FILE}).told_in("trang", plain(text))
    assert [message.startswith("trang: BM-003") for message in found] == [True]
    assert "hòa" not in found[0].lower()


@pytest.mark.parametrize("text", ["Đỗ Thị Hoàn", "Thị Hòa", "Đỗ Thị, Hòa", "Hòa Thị Đỗ"])
def test_other_names_are_let_through(text: str) -> None:
    """A longer word, a part, other signs between or another order make another name."""
    assert Hidden({name_key("Đỗ Thị Hòa"): FILE}).told_in("trang", plain(text)) == []


def test_a_name_that_somebody_shows_is_hidden_no_more() -> None:
    """Shown by itself, or within a household's name, it is a name of others too."""
    hidden = {name_key(name): FILE for name in ("Đỗ Thị Hòa", "Ma A Páo", "Lý Thị An")}
    shown = [frozenset({name_key("Đỗ Thị Hoà")}), frozenset({name_key("Hộ bà Lý Thị An")})]
    assert still_hidden([hidden], shown) == {"ma a páo": FILE}


@given(names, st.lists(names, max_size=4).map(", ".join))
def test_what_stands_in_a_text_may_stand_in_it(name: str, text: str) -> None:
    """Where a name is found, its pairs of words are there."""
    from array import array

    pairs = array("I", sorted(set(_pairs(text)))).tobytes()
    if Hidden({name_key(name): FILE}).told_in("trang", plain(text)):
        assert may_stand_in([name_key(name)], pairs)
