"""The geometry of charts and maps: nothing outside, nothing lost, shares that add up."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.lists.charts import WIDTH, Amounts, bars, columns
from generator.lists.tiles import SHADES, Spot, drawn

AMOUNTS = st.lists(st.integers(0, 2_000_000), min_size=3, max_size=3).map(tuple)
ROWS = st.lists(st.builds(Amounts, st.text("ab ", max_size=90), AMOUNTS, st.just("1.234")),
                min_size=1, max_size=40)  # fmt: skip
SERIES = ("Một", "Hai", "Ba")
SPOTS = st.dictionaries(
    st.tuples(st.integers(1, 30), st.integers(1, 30)), st.integers(0, 5000), min_size=1, max_size=60
)


@given(rows=ROWS, shares=st.booleans(), unknown=st.booleans())
def test_bars_stay_inside(rows: list[Amounts], shares: bool, unknown: bool) -> None:
    """Every piece of every bar lies inside the drawing, and every amount above zero has one."""
    chart = bars(rows, SERIES, shares=shares, unknown=unknown)
    assert len(chart.pieces) == sum(amount > 0 for row in rows for amount in row.amounts)
    for piece in chart.pieces:
        assert 0 <= piece.x < WIDTH
        assert piece.width >= 2
        assert piece.x + piece.width <= WIDTH + 2
        assert piece.y + piece.height <= chart.height
    assert {piece.series for piece in chart.pieces} <= ({0, 1, 2} if unknown else {1, 2, 3})
    assert all(words.y <= chart.height for words in (*chart.starts, *chart.ends))


@given(rows=ROWS)
def test_columns_stay_inside(rows: list[Amounts]) -> None:
    """Every piece of every column lies inside the drawing; years stand clear of each other."""
    chart = columns(rows, SERIES)
    assert all(p.x >= 0 and p.x + p.width <= WIDTH and p.y >= -6 for p in chart.pieces)
    below = sorted(w.x for w in chart.middles if w.y > chart.height - 12)
    assert all(later - earlier >= 40 for earlier, later in pairwise(below))


def test_a_share_is_as_wide_as_it_is() -> None:
    """A quarter of a bar of shares takes a quarter of the width, whatever the other bars are."""
    chart = bars([Amounts("A", (1, 3), ""), Amounts("B", (500, 1500), "")], SERIES[:2], shares=True)
    assert [piece.width for piece in chart.pieces] == [WIDTH // 4, WIDTH * 3 // 4] * 2


def test_a_long_name_takes_two_lines() -> None:
    """A name that is too long for one line is broken between words, and cut at the end of two."""
    name = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh " * 3
    chart = bars([Amounts(name, (1,), "12")], ("Một",))
    assert len(chart.starts) == 2
    assert chart.starts[1].text.endswith("…")
    assert name.startswith(chart.starts[0].text)
    assert chart.legend == ()  # one series needs no names


@given(spots=SPOTS)
def test_tiles_keep_apart(spots: dict[tuple[int, int], int]) -> None:
    """Every place has a tile of its own inside the map, darker the more it has."""
    found = drawn([Spot(x, y, "Nà Mẫu", f"{n}", "/dia-ban/x/", n) for (x, y), n in spots.items()])
    assert len({(tile.x, tile.y) for tile in found.tiles}) == len(spots)
    assert all(t.x + t.size <= found.width <= WIDTH for t in found.tiles)
    assert all(t.y + t.size <= found.height for t in found.tiles)
    shades = sorted((int(tile.label), tile.shade) for tile in found.tiles)
    assert all(few[1] <= many[1] for few, many in pairwise(shades))
    assert all((amount == 0) == (shade == 0) for amount, shade in shades)
    assert {shade for _, shade in shades} == {shade for shade, _ in found.legend}
    assert max(shade for shade, _ in found.legend) < SHADES
