"""What exemplary enterprises, co-operatives and households make: a directory by field and place."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.lists.catalogue import catalogue
from generator.records.base import Reference
from generator.records.digest import Index
from generator.records.telling import Figure
from generator.values import Link, Page
from generator.vietnamese import text_key

PRODUCTS = "/guong/san-pham/"


class Offer(NamedTuple):
    """A story's products: who makes them, where, and the newest of the results told of them."""

    exemplar: Any
    words: str
    makers: tuple[Any, ...]
    where: str
    result: Figure | None


def products(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the directory of products, by field, then by place; real ones before invented ones."""
    found = [_offer(e, reference) for e in reference.of("exemplar") if e.products]
    if not found:
        return
    found.sort(key=lambda o: (o.exemplar.illustrative, text_key(o.where), o.exemplar.id))
    topics = sorted(reference.of("topic"), key=lambda t: (text_key(t.name), t.id))
    groups = [(topic, [o for o in found if o.exemplar.topic == topic.id]) for topic in topics]
    yield catalogue(
        PRODUCTS,
        "products",
        "Sản phẩm của các điển hình",
        "Doanh nghiệp, hợp tác xã, hộ sản xuất, kinh doanh giỏi: làm ra gì, ở đâu, hỏi ai.",
        {"groups": [(topic, offers) for topic, offers in groups if offers]},
        section="guong",
        crumbs=(Link("Gương điển hình", "/guong/"),),
    )


def _offer(exemplar: Any, reference: Reference) -> Offer:
    place = reference.find("place", exemplar.place)
    words = ", ".join(exemplar.products)
    dated = [figure for figure in exemplar.results if figure.as_of]
    return Offer(
        exemplar,
        words[0].upper() + words[1:],
        tuple(reference.find("recipient", key) for key in exemplar.recipients),
        place.with_now(reference) if place else exemplar.place_text or "",
        max(dated, key=lambda figure: figure.as_of, default=None),
    )
