"""YAML text → plain values with lines; what is more than plain is refused."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values import Ambiguous
from generator.yaml_tree import MAX_DEPTH, YamlError, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023", 2023),
        ("-1", -1),
        ("0", 0),
        ("0017", "0017"),
        ("00", "00"),
        ("12345678901234567890", "12345678901234567890"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("1e5", "1e5"),
        ("1.10", Decimal("1.10")),
        ("1.10.2023", "1.10.2023"),
        ("2.340.000", "2.340.000"),
        ("2023-10-17", "2023-10-17"),
        ("12:30", "12:30"),
        ("true", True),
        ("false", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("no", Ambiguous("no")),
        ("On", Ambiguous("On")),
        ("Y", Ambiguous("Y")),
        ("TRUE", Ambiguous("TRUE")),
        ("không", "không"),
        ('"no"', "no"),
        ("'2023'", "2023"),
        ('""', ""),
        ("|\n  hai\n  dòng", "hai\ndòng\n"),
        (">-\n  hai\n  dòng", "hai dòng"),
        ("[a, 1, no]", ("a", 1, Ambiguous("no"))),
        ("{b: 1}", {"b": 1}),
        ("[]", ()),
        ("{}", {}),
        ("Ly\u0301 A", "Lý A"),
        ('"Ly\u0301 A"', "Lý A"),
        ("inf", "inf"),
        (".nan", ".nan"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_scalars(text: str, value: Any) -> None:
    """Text stays text; only what can be nothing else is a number, a truth value or nothing."""
    found = read(f"a: {text}\n").value["a"]
    assert found == value
    assert type(found) is type(value)


def test_ambiguous_is_no_list() -> None:
    """A bare `no` passes for neither a list nor a text."""
    assert not isinstance(Ambiguous("no"), tuple | str)
    assert str(Ambiguous("no")) == "no"


def test_lines_of_every_value() -> None:
    """Each value and each group knows the line it begins on."""
    tree = read("a: 1\n\nb:\n  - x\n  - {c: 2,\n     d: 3}\n")
    assert tree.value == {"a": 1, "b": ("x", {"c": 2, "d": 3})}
    assert tree.lines == {
        (): 1, ("a",): 1, ("b",): 4, ("b", 0): 4, ("b", 1): 5, ("b", 1, "c"): 5, ("b", 1, "d"): 6,
    }  # fmt: skip


def test_repeated_key_keeps_the_first() -> None:
    """A key that stands twice is told with its line; the first value counts, group or not."""
    tree = read("a: 1\nb: {c: 1, c: 2}\na: {x: 1}\n")
    assert tree.value == {"a": 1, "b": {"c": 1}}
    assert tree.repeated == ((("b", "c"), 2), (("a",), 3))


def test_keys_are_text() -> None:
    """A key is the text it is written as, in NFC, be it a number or a truth value elsewhere."""
    assert read("2023: a\nno: b\nKe\u0301o: c\n").value == {"2023": "a", "no": "b", "Kéo": "c"}


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: [1\n", 1, "YML-001"),
        ("a: b: c\n", 1, "YML-001"),
        ("a:\n  b: 1\n c: 2\n", 3, "YML-001"),
        ("? [a]\n: 1\n", 1, "YML-001"),
        ("a: \0\n", 1, "YML-001"),
        ("a: 1\nb: \x1b\n", 2, "YML-001"),
        ("a: \ufffe\n", 1, "YML-001"),
        ("%YAML 9.9\n---\na: 1\n", 1, "YML-001"),
        ("a:\n\tb: 1\n", 2, "YML-002"),
        ("a: |\n  x\n  \ty\n", 3, "YML-002"),
        ("a: &x 1\n", 1, "YML-003"),
        ("a: 1\nb: *x\n", 2, "YML-003"),
        ("a: !!int '1'\n", 1, "YML-003"),
        ("a: !!python/name:os.system x\n", 1, "YML-003"),
        ("!!map\na: 1\n", 1, "YML-003"),
        ("a: " + "[" * 2000, 1, "YML-004"),
        ("- " * 2000 + "x", 1, "YML-004"),
        ("".join(" " * n + f"a{n}:\n" for n in range(1000)), MAX_DEPTH + 1, "YML-004"),
        ("a: 1\n---\nb: 2\n", 2, "YML-005"),
        ("a: 1\n...\n---\nb: 2\n", 3, "YML-005"),
    ],
)
def test_refused(text: str, line: int, code: str) -> None:
    """What is no YAML, or more than plain YAML, is refused at its line."""
    with pytest.raises(YamlError) as caught:
        read(text)
    assert (caught.value.line, caught.value.code) == (line, code)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name:An\nkind: person\n", 1, "thiếu dấu cách"),
        ("kind: person\nname:An\n", 2, "thiếu dấu cách"),
        ("a: Tặng: hai\nb: 1\n", 1, "trong giá trị có dấu hai chấm"),
        ("a: {id: 1, name: Tổ: A}\n", 1, "trong giá trị có dấu hai chấm"),
        ('a: 1\nname: "An\nkind: person\nb: 2\n', 2, "không có dấu nháy đóng"),
        ("name: 'An\nkind: person\n", 1, "không có dấu nháy đóng"),
        ("a: {b: 'x, c: 1}\nd: 1\n", 1, "không có dấu nháy đóng"),
        ('a: "Tổ" Một\nb: 1\n', 1, "sau dấu nháy đóng còn chữ"),
        ('a: "C:\\d"\n', 1, "gạch chéo ngược"),
        ("a: 1\n  b: 1\n", 2, "thụt vào 2 dấu cách, nhiều hơn dòng trên (0)"),
        ("a:\n    b: 1\n  c: 2\n", 3, "thụt vào 2 dấu cách, ít hơn dòng trên (4)"),
        ("a:\n  - id: 1\n   name: x\n", 3, "thụt vào 3 dấu cách"),
        ("a: {b: 1\nc: 2\n", 1, "dấu ngoặc { ở dòng này không có cặp"),
        ("a: [1, 2]]\nc: 2\n", 1, "dấu ngoặc ] ở dòng này không có cặp"),
        ("a: - b\n", 1, "cùng dòng với tên trường"),
        ("a： 1\nb: 2\n", 1, "không phải dấu hai chấm thường"),
        ("a: 1\nxin chào\nb: 2\n", 2, "không có dấu hai chấm"),
        ("# chú thích\n\na: @b\n", 3, "dấu có nghĩa riêng"),
        ("a: 1\n: 2\n", 2, "không đọc được YAML"),
    ],
)
def test_a_slip_is_told_as_what_it_is(text: str, line: int, words: str) -> None:
    """The clerk hears which line was meant otherwise, and what is wrong with it."""
    with pytest.raises(YamlError) as caught:
        read(text)
    assert caught.value.code == "YML-001"
    assert caught.value.line == line
    assert words in caught.value.problem


def test_depth_that_records_need_is_taken() -> None:
    """The limit of depth leaves room: a record needs five levels."""
    deep = "".join(" " * n + f"a{n}:\n" for n in range(MAX_DEPTH - 1)) + " " * MAX_DEPTH + "b: 1\n"
    assert read(deep).value


def lines_in(text: str) -> set[int]:
    """Return the lines that reading a text tells of: those of its values, or that of its fault."""
    try:
        return set(read(text).lines.values())
    except YamlError as error:
        return {error.line}


@given(st.text())
def test_any_text_is_values_or_a_fault(text: str) -> None:
    """Whatever a file holds, reading ends in values or in a fault, on a line of the file."""
    assert lines_in(text) <= set(range(1, len(text.splitlines()) + 2))
