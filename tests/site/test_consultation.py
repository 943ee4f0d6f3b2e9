"""Consultations on the built site: found and labelled, and names kept in short form everywhere."""

import pytest

from generator.build import build
from generator.values import UserError
from tests.site.kit import Silent, ask


def test_the_search_finds_it_and_says_what_it_is(page, province_url):
    """Who is proposed is found among the texts, labelled; the register's own rows know no such."""
    found = ask(page, province_url, "Lầu Thị Đề Nghị")
    assert [title for title, _ in found] == [
        "Lấy ý kiến về đề nghị tặng Huân chương Suối Bạc cho ba cá nhân"
    ]
    assert page.locator("#td-results a").count() == 0
    assert "Lấy ý kiến" in page.locator("#td-texts-results .td-meta").first.inner_text()


def test_a_name_in_short_form_stands_nowhere_in_full(project):
    """A child who is proposed by initials cannot be named in a piece of news."""
    (project / "content" / "tin-tuc" / "2026" / "tin-em.md").write_text(
        "---\nillustrative: true\ntitle: Tin thử\ndate: 2026-10-30\nsummary: Tin.\n---\n"
        "Em Vi Văn Nhỏ Tuổi cứu hai bạn.\n",
        "utf-8",
    )
    with pytest.raises(UserError, match="BM-003"):
        build(project, project / "site", Silent())
