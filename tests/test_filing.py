"""The pages for who puts files in, and for who looks for products: made of the records alone."""

from pathlib import Path

import pytest

from generator.lists.products import products
from generator.lists.rules import filing
from generator.load import load
from generator.records.base import Reference
from generator.records.digest import Index
from generator.values import Page

ROOT = Path(__file__).parents[1]
NOTHING = Index(())


@pytest.fixture(scope="module", params=[ROOT, ROOT / "tests/province"], ids=["shipped", "province"])
def reference(request: pytest.FixtureRequest) -> Reference:
    """The records of the shipped register, and of the invented province."""
    return load(request.param).reference


def test_every_paper_names_who_asks_for_it(reference: Reference) -> None:
    """Each paper of a procedure is told once; invented procedures never mix with real ones."""
    [page] = filing(reference, NOTHING)
    procedures = reference.of("procedure")
    real = [p for p in procedures if not p.illustrative] or list(procedures)
    told = page.context["papers"]
    assert {(text, p.id) for text, users in told for p in users} == {
        (text, p.id) for p in real for text in p.papers
    }
    assert len(told) == len({text for text, _ in told})
    assert page.context["asking"] == len(real)
    cited = {basis.document for p in procedures for basis in p.bases}
    assert {d.id for d in page.context["documents"]} == cited


def offers(page: Page) -> list[tuple[str, str]]:
    """Return the stories that a directory names, each with its field."""
    return [(topic.id, o.exemplar.id) for topic, found in page.context["groups"] for o in found]


def test_every_product_stands_in_its_field(reference: Reference) -> None:
    """Each story with products is there once, under its field, with the newest of its results."""
    [page] = products(reference, NOTHING)
    told = [e for e in reference.of("exemplar") if e.products]
    assert sorted(offers(page)) == sorted((e.topic, e.id) for e in told)
    for _, found in page.context["groups"]:
        assert [o.exemplar.illustrative for o in found] == sorted(
            o.exemplar.illustrative for o in found
        )
        for offer in found:
            days = [r.as_of for r in offer.exemplar.results if r.as_of]
            assert (offer.result.as_of if offer.result else None) == max(days, default=None)


def test_without_records_there_are_no_such_pages(reference: Reference) -> None:
    """A register without procedures and products offers neither page."""
    bare = Reference({"site": {"site": reference.site}}, reference.as_of)
    assert [*filing(bare, NOTHING), *products(bare, NOTHING)] == []
