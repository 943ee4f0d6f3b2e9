"""Markdown fields: what an office writes becomes harmless prose, and the rest is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup import refused, to_html

ALLOWED = {
    "p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "sup", "sub",
}  # fmt: skip
MARKS = "<>&\"'`*_[]()!#-=|\\/:;{}\n\t aàđ1javascript:onload"


def html(text: str) -> str:
    """Return a text as HTML; an address of the site comes out as `→address`."""
    return to_html(text, lambda address: f"→{address}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một **đậm** và *nghiêng*.", "<p>Một <strong>đậm</strong> và <em>nghiêng</em>.</p>"),
        ("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
        ("3. ba\n4. bốn", '<ol start="3">\n<li>ba</li>\n<li>bốn</li>\n</ol>'),
        ("## Đầu đề", "<h2>Đầu đề</h2>"),
        ("> lời", "<blockquote>\n<p>lời</p>\n</blockquote>"),
        ("[chuyện](/guong/x/)", '<p><a href="→/guong/x/">chuyện</a></p>'),
        (
            "[báo](https://a.example/?b=1&c)",
            '<p><a href="https://a.example/?b=1&amp;c">báo</a></p>',
        ),
        ("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>"),
    ],
)
def test_prose(text: str, expected: str) -> None:
    """Emphasis, lists, headings, quotations and links come out as they should, and pass."""
    assert html(text) == expected
    assert refused(text) == ""


def test_table_is_aligned_without_style() -> None:
    """A table's alignment is an attribute, since a strict policy allows no inline style."""
    found = html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<td align="right">2</td>' in found
    assert "style=" not in found


HOSTILE = (
    ("<script>alert(1)</script>", "<script>"),
    ("chữ <b>đậm</b>", "<b>"),
    ('<p onclick="x()">chữ</p>', "x()"),
    ('<a href="https://a.example" target="_blank">x</a>', "_blank"),
    ("[x](javascript:alert(1))", "javascript:alert(1)"),
    ("[x](JaVaScRiPt:alert(1))", "JaVaScRiPt:alert(1)"),
    ("[x](data:text/html,x)", "data:text/html,x"),
    ("[x](//evil.example/)", "//evil.example/"),
    ("[x](mailto:a@b.example)", "mailto:a@b.example"),
    ("[x](guong/x/)", "guong/x/"),
    ("![ảnh](https://a.example/a.jpg)", "<img>"),
    ("`mã`", "<code>"),
    ("    thụt vào", "<pre>"),
    ("# Đầu đề lớn", "<h1>"),
    ('<img src=x onerror="x()">', "<img>"),
    ("<svg/onload=alert(1)>", "<svg>"),
    ('<iframe src="https://a.example"></iframe>', "<iframe>"),
    ("<style>p {color: red}</style>", "<style>"),
    ('<p style="color: red">x</p>', "color: red"),
    ('<p id="trang">x</p>', "trang"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "piece"), HOSTILE)
def test_refused(text: str, piece: str) -> None:
    """Each forbidden thing is named, so that a clerk can find it."""
    assert refused(text) == piece


@pytest.mark.parametrize("text", [text for text, _ in HOSTILE])
def test_harm_is_cleaned_too(text: str) -> None:
    """Were it ever let through, nothing of it would reach a page."""
    found = html(text)
    assert set(re.findall(r"<([a-z0-9]+)", found)) <= ALLOWED
    assert not re.search(r'(?i)\son\w+=|style=|id=|href="(?:javascript|data|mailto):', found)


@given(st.text(alphabet=MARKS))
def test_whatever_is_written_is_harmless(text: str) -> None:
    """No Markdown gives a tag beyond the list, a script's address or an event."""
    found = html(text)
    assert set(re.findall(r"<([a-z0-9]+)", found)) <= ALLOWED
    assert not re.search(r'(?i)<[^>]*(?:\son\w+=|="\s*(?:javascript|data):)', found)
