"""The geometry of charts and maps: nothing outside, nothing lost, shares that add up."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.lists.charts import WIDTH, Amounts, bars, columns
from generator.lists.tiles import SHADES, Spot, drawn

AMOUNTS = st.lists(st.integers(0, 2_000_000), min_size=3, max_size=3).map(tuple)
ROWS = st.lists(st.builds(Amounts, st.text("ab ", max_size=90), AMOUNTS, st.just("1.234")),
                min_size=1, max_size=40)  # fmt: skip
BOTTOM = 152  # where the columns stand
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
    for line in {words.y for words in chart.middles if words.y > BOTTOM}:
        below = sorted(words.x for words in chart.middles if words.y == line)
        assert all(later - earlier >= 40 for earlier, later in pairwise(below))


def test_every_year_that_has_a_column_is_named() -> None:
    """Three columns in eighteen years: each has its year and its sum, and no other year has one."""
    sums = dict.fromkeys(range(2008, 2026), 0) | {2008: 3, 2023: 25, 2025: 1}
    chart = columns([Amounts(str(year), (n,), str(n)) for year, n in sums.items()], SERIES[:1])
    below = {words.text: words.x for words in chart.middles if words.y > BOTTOM}
    above = {words.text: words.x for words in chart.middles if words.y < BOTTOM}
    assert set(below) == {"2008", "2023", "2025"}
    assert [above["3"], above["25"], above["1"]] == [below["2008"], below["2023"], below["2025"]]


def test_of_many_years_some_are_named() -> None:
    """Forty columns: their years stand on one line, the last among them, and do not touch."""
    chart = columns([Amounts(str(year), (9,), "9") for year in range(1986, 2026)], SERIES[:1])
    below = [words for words in chart.middles if words.y > BOTTOM]
    assert len({words.y for words in below}) == 1
    assert "2025" in {words.text for words in below}
    assert len(below) >= 5


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
