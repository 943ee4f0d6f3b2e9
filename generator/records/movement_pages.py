"""A movement as a page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.records import telling
from generator.records.base import (
    Kind,
    Link,
    Page,
    Reference,
)
from generator.records.citation import Citation, cite_text
from generator.records.digest import invented
from generator.records.event_pages import row_of
from generator.records.feed import name_of
from generator.records.feed_stories import movement_in_feeds
from generator.records.movement import Movement, period_in_order
from generator.records.paging import paged
from generator.records.story_published import movement_published
from generator.records.version_rules import wording_kept
from generator.records.versions import pages_of

if TYPE_CHECKING:
    from generator.records.digest import Index


def _citation(movement: Movement, reference: Reference) -> Citation:
    launcher, plan = reference.find("unit", movement.launcher), movement.plan
    title = f"Phong trào thi đua “{movement.name}”"
    return cite_text(
        reference.site,
        movement.address,
        title,
        f"{title} do {launcher.name} phát động, {movement.period}",
        movement.issued,
        (change.date for change in movement.history),
        authority=launcher.name,
        number=f"Kế hoạch số {plan.symbol}" if plan and plan.symbol else "",
        illustrative=movement.illustrative,
    )


def pages(movement: Movement, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a movement, with the list of its honours, and its earlier versions."""

    def page_of(was: Movement) -> Page:
        return _page(was, reference, index)

    latest, *others = pages_of(movement, reference, page_of)
    yield from paged(latest, "honours", index.honours_of("movement", movement.id))
    yield from others


def _page(movement: Movement, reference: Reference, index: "Index") -> Page:
    """Return a movement's page: plan, goals, results, its decisions and stories."""
    citation = _citation(movement, reference)
    news = reference.having("news", "movement", movement.id)
    launched = any(movement_in_feeds(movement, reference))
    return Page(
        address=movement.address,
        template="movement.md.jinja",
        title=f"“{movement.name}”",
        description=movement.summary,
        context={
            "movement": movement,
            "launcher": reference.find("unit", movement.launcher),
            "paper": reference.find("document", movement.plan.document if movement.plan else None),
            "national": reference.find("document", movement.national_document),
            "state": movement.state(reference.as_of),
            "as_of": reference.as_of,
            "citation": citation,
            "numbers": telling.numbered(movement.sources),
            "responses": [(r, reference.find("unit", r.unit)) for r in movement.responses],
            "samples": invented(index.honours_of("movement", movement.id)),
            "decisions": index.decisions_of("movement", movement.id),
            "exemplars": [e for e in reference.of("exemplar") if e.movement == movement.id],
            "events": [
                row_of(e, reference) for e in reference.of("event") if e.movement == movement.id
            ],
            "news": sorted(news, key=lambda n: (n.date, n.id), reverse=True),
        },
        thing=movement_published(movement, citation, reference),
        updated=citation.updated,
        feed=name_of(("movement", movement.id)) if launched else "",
        card=("Phong trào thi đua", movement.name, movement.period),
        source=movement.origin.file,
        crumbs=(Link("Phong trào thi đua", "/phong-trao/"),),
        kind="Phong trào thi đua",
        section="phong-trao",
    )


KIND = Kind(
    name="movement",
    label="phong trào thi đua",
    model=Movement,
    layout="file",
    where="data/movements/*.yml",
    rules=(period_in_order, *telling.RULES, wording_kept),
    pages=pages,
    feed=movement_in_feeds,
)
