"""Working days as really published notices count them, and over every holiday of the year."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.working_days import Calendar

day = datetime.date.fromisoformat
PUBLIC = Calendar()
# The swap of New Year 2026, which `holidays` lacks (văn bản 12729/VPCP-KGVX).
OWN = Calendar({day("2026-01-02"): "Nghỉ hoán đổi"}, frozenset({day("2026-01-10")}))

# Really published notices: first day, length, the last day when the first counts, and when not.
NOTICES = {
    "Bắc Kạn, over New Year 2025": ("2024-12-31", 10, "2025-01-14", "2025-01-15"),
    "Bộ Công Thương": ("2024-11-26", 10, "2024-12-09", "2024-12-10"),
    "the army, over 2/9/2025": ("2025-08-20", 10, "2025-09-04", "2025-09-05"),
    "Thái Nguyên": ("2022-06-10", 10, "2022-06-23", "2022-06-24"),
    "Hà Nội, before Tết 2024": ("2024-02-06", 10, "2024-02-26", "2024-02-27"),
    "Hà Nội, 7 days": ("2025-03-22", 7, "2025-04-01", "2025-04-01"),
    "Bộ Tư pháp, 5 days": ("2021-10-07", 5, "2021-10-13", "2021-10-14"),
}


@pytest.mark.parametrize("notice", NOTICES.values(), ids=NOTICES)
def test_notices(notice):
    """The last day of a notice, by both rules on its first day."""
    first, number, counted, not_counted = notice
    assert PUBLIC.last(day(first), number, with_first=True) == day(counted)
    assert PUBLIC.last(day(first), number, with_first=False) == day(not_counted)


@pytest.mark.parametrize(
    ("first", "last", "off"),
    [
        ("2025-01-25", "2025-02-02", "2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31"),
        ("2024-02-08", "2024-02-14", "2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14"),
        # Giỗ Tổ on a Sunday, on a Saturday beside 30/4: the days in lieu.
        ("2022-04-09", "2022-04-12", "2022-04-11"),
        ("2023-04-28", "2023-05-04", "2023-05-01 2023-05-02 2023-05-03"),
        ("2024-04-18", "2024-04-18", "2024-04-18"),
        # 30/4 and 1/5 on a weekend; swapped for a Saturday.
        ("2022-04-29", "2022-05-04", "2022-05-02 2022-05-03"),
        ("2024-04-27", "2024-05-02", "2024-04-29 2024-04-30 2024-05-01"),
        ("2025-04-29", "2025-05-05", "2025-04-30 2025-05-01 2025-05-02"),
        # 2/9 with its second day, before or after, and in lieu of a Saturday.
        ("2023-08-31", "2023-09-05", "2023-09-01 2023-09-04"),
        ("2024-09-02", "2024-09-04", "2024-09-02 2024-09-03"),
        ("2026-08-29", "2026-09-03", "2026-08-31 2026-09-01 2026-09-02"),
        ("2026-11-23", "2026-11-25", "2026-11-24"),
    ],
)
def test_days_off(first, last, off):
    """Tết, Giỗ Tổ, 30/4 and 1/5, 2/9 and 24/11 with their days in lieu, as they were."""
    found = PUBLIC.days_off(day(first), day(last))
    assert " ".join(d.isoformat() for d, _ in found) == off
    assert all(name for _, name in found)


@pytest.mark.parametrize("saturday", ["2024-05-04", "2025-04-26", "2026-08-22"])
def test_a_worked_saturday(saturday):
    """A Saturday worked in lieu counts, the one after does not."""
    assert PUBLIC.works(day(saturday))
    assert not PUBLIC.works(day(saturday) + datetime.timedelta(7))


def test_the_offices_own_lines_go_first():
    """A day off and a day worked of `data/lich-nghi.yml` change the sum."""
    assert PUBLIC.last(day("2025-12-30"), 8, with_first=False) == day("2026-01-12")
    assert OWN.last(day("2025-12-30"), 8, with_first=False) == day("2026-01-12")
    assert PUBLIC.last(day("2025-12-30"), 2, with_first=False) == day("2026-01-02")
    assert OWN.last(day("2025-12-30"), 2, with_first=False) == day("2026-01-05")
    assert OWN.works(day("2026-01-10"))
    assert not PUBLIC.works(day("2026-01-10"))
    assert (day("2026-01-02"), "Nghỉ hoán đổi") in OWN.days_off(
        day("2026-01-01"), day("2026-01-04")
    )


def test_plain_days_end_on_a_working_day():
    """Plain days whose last is a day off end on the next working day (Civil Code, Art. 148)."""
    assert PUBLIC.last_plain(day("2025-04-23"), 7, with_first=False) == day("2025-05-05")
    assert PUBLIC.last_plain(day("2022-09-21"), 25, with_first=True) == day("2022-10-17")
    assert PUBLIC.last_plain(day("2026-11-02"), 3, with_first=True) == day("2026-11-04")


dates = st.dates(day("2005-01-01"), day("2090-12-31"))


@given(first=dates, number=st.integers(1, 60), with_first=st.booleans())
def test_the_last_day_is_the_one_that_is_counted_to(first, number, with_first):
    """Between first and last there are just so many working days, and the last is one of them."""
    last = PUBLIC.last(first, number, with_first=with_first)
    days = PUBLIC.days(first, last)
    assert days[-1] == last
    assert len(days) == number + (not with_first and PUBLIC.works(first))
