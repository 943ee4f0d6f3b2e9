"""Values → Markdown: a text stays letters, a link leads on, a page carries its front matter."""

from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.render import escape_text, relative, render
from generator.values import Page
from generator.vietnamese import nfc, squeeze

# Any text that a record can hold: `fields` refuses the characters that control.
signs = st.sampled_from("*_`~^$#+-=:!|\\/<>&\"'[](){}.,;@%1a \n")
letters = st.characters(exclude_categories=("Cc", "Cs"))
pieces = st.sampled_from([
    "1. ", "1) ", "- ", "* ", "> ", ": ", "# ", "---", "===", "```", "~~~", "    ", "  \n",
    "{: .x}", "[a](b)", "![a](b)", "<b>", "</p>", "&amp;", "&#42;", "<!--",
    "[TOC]", "http://a.b", "<a@b.c>",
])  # fmt: skip
texts = st.lists(st.one_of(signs, letters, pieces)).map(lambda found: nfc("".join(found)))
many = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Reader(HTMLParser):
    """Collects the tags of a piece of HTML, and its text as a reader sees it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += unescape(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.text += unescape(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


@many
@given(text=texts)
def test_text_at_the_start_of_a_line(text: str, to_html: Callable[[str], str]) -> None:
    """A text that is a whole paragraph is read letter by letter, and is nothing but one."""
    found = Reader(to_html(escape_text(text)))
    assert found.tags == (["p"] if squeeze(text) else [])
    assert found.text == squeeze(text)


@many
@given(text=texts)
def test_text_within_a_line(text: str, to_html: Callable[[str], str]) -> None:
    """A text after a word and before another is read letter by letter."""
    found = Reader(to_html(f"Chữ {escape_text(text)} cuối"))
    assert found.tags == ["p"]
    assert squeeze(found.text) == squeeze(f"Chữ {text} cuối")


@many
@given(text=texts)
def test_text_in_a_list(text: str, to_html: Callable[[str], str]) -> None:
    """A text that is an item of a list begins no list, quotation or heading of its own."""
    found = Reader(to_html(f"- {escape_text(text)}.\n- x"))
    assert found.tags == ["ul", "li", "li"]
    assert squeeze(found.text) == squeeze(f"{squeeze(text)}. x")


@many
@given(text=texts)
def test_text_in_a_fact(text: str, to_html: Callable[[str], str]) -> None:
    """A text that is a definition stays one."""
    found = Reader(to_html(f"Tên\n:   {escape_text(text)}."))
    assert found.tags == ["dl", "dt", "dd"]
    assert squeeze(found.text) == f"Tên {squeeze(text)}.".replace("  ", " ")


@many
@given(text=texts)
def test_text_in_a_table(text: str, to_html: Callable[[str], str]) -> None:
    """A text in a cell opens no other cell and ends no table."""
    found = Reader(to_html(f"| A | B |\n|---|---|\n| {escape_text(text)} | b |"))
    assert found.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert squeeze(found.text) == squeeze(f"A B {text} b")


@many
@given(text=texts.filter(squeeze))
def test_text_in_a_heading(text: str, to_html: Callable[[str], str]) -> None:
    """A title that ends like a list of attributes gives the heading no other id."""
    html = to_html(f"# {escape_text(text)} {{: #trang }}")
    assert html.startswith('<h1 id="trang">')
    found = Reader(html.replace(' id="trang"', "", 1))
    assert found.tags == ["h1"]
    assert squeeze(found.text) == squeeze(text)


@pytest.mark.parametrize(
    ("address", "base", "expected"),
    [
        ("/phong-trao/x/", "/guong/y/", "../../phong-trao/x/"),
        ("/guong/y/", "/guong/y/", "./"),
        ("/", "/", "./"),
        ("/", "/guong/y/", "../../"),
        ("/vinh-danh/2023/a/1/", "/vinh-danh/2023/a/", "1/"),
        ("/tep/a.pdf", "/vinh-danh/2023/a/", "../../../tep/a.pdf"),
        ("https://a.example/?b=1&c=%20", "/", "https://a.example/?b=1&c=%20"),
        ("https://a.example/(x) y", "/", "https://a.example/%28x%29%20y"),
        ("https://a.example/đường", "/", "https://a.example/%C4%91%C6%B0%E1%BB%9Dng"),
    ],
)
def test_relative(address: str, base: str, expected: str) -> None:
    """A link leads from page to page; a web address keeps what it says, safe inside Markdown."""
    assert relative(address, base) == expected


def test_page_has_front_matter_that_is_read_back() -> None:
    """What the host reads of the front matter is what was meant, escaped for its template."""
    title = "</title> \"x\": \\ 'y' & {{ z }} – Đỗ\n#"
    page = Page("/tra-cuu/", "search.md.jinja", title, "- mô tả", {}, source="data/site.yml")
    output = render(page)
    head = yaml.safe_load(output.text.split("---\n")[1])
    assert output.path == "tra-cuu/index.md"
    assert output.source == "data/site.yml"
    assert unescape(head["title"]) == squeeze(title)
    assert "<" not in head["title"]
    assert head["description"] == "- mô tả"
    assert head["listed"] is True


def test_template_that_lacks_a_value_fails() -> None:
    """A page whose context forgets a value is an error of the program, never an empty place."""
    with pytest.raises(Exception, match="undefined"):
        render(Page("/x/", "topic.md.jinja", "X", "X", {}))
