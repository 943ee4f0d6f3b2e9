"""Small cells: numbers of people so low that they could point at somebody are not printed.

How many persons a place has is public, since their lists are; of what group they are could point at
one. So a cell of 1 to 4 is hidden, and since the row's total minus the cells shown would give a
lone hidden one away, a row hides none or at least two, all under the same word. For the same reason
such a table has no totals below, and only one table is made over the same persons.
"""

from collections.abc import Sequence

LEAST = 5
HIDDEN = "ẩn"
NOTE = (
    f"Ô từ 1 đến {LEAST - 1} người ghi “{HIDDEN}”, kèm ít nhất một ô khác cùng hàng để không tính "
    "ngược ra được từ tổng số. Số tập thể, số hộ gia đình và tổng số cá nhân của một nơi không ẩn, "
    "vì danh sách đã công khai."
)


def guarded(row: Sequence[int]) -> list[bool]:
    """Tell which cells of a row of persons are not printed.

    Args:
        row: how many persons each cell has, without the row's total.

    >>> guarded([3, 20, 7, 0]), guarded([0, 2]), guarded([5, 0])
    ([True, False, True, False], [True, True], [False, False])
    """
    hidden = [0 < number < LEAST for number in row]
    if sum(hidden) == 1:
        shown = [place for place, veiled in enumerate(hidden) if not veiled]
        hidden[min(shown, key=lambda place: (not row[place], row[place]))] = True
    return hidden
