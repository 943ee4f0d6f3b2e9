"""The rows of the records that honours refer to, and the words for the values of facets."""

from collections.abc import Iterator

from generator.finder.rows import KINDS, Row, place_labels, topics_of
from generator.records.base import Reference
from generator.records.place import Place
from generator.records.terms import COMMENDATIONS, RECIPIENT_KINDS


def record_rows(reference: Reference) -> Iterator[Row]:
    """Yield the rows of the records that honours refer to."""
    for item in reference.of("recipient"):
        place: Place | None = reference.find("place", item.place)
        reach = place.reach(reference) if place else ()
        yield _record(
            item,
            item.name,
            "doi-tuong",
            (*item.other_names, item.role or "", item.address_text or ""),
            award=RECIPIENT_KINDS[item.kind],
            place=place.full_name(reference) if place else "",
            reach=(reach, place_labels(reach, reference)),
            topics=topics_of(item.id, reference),
            person=item.kind == "person",
        )
    for item in reference.of("place"):
        reach = item.reach(reference)
        above = ", ".join(place.label for place in item.chain(reference)[1:])
        labels = place_labels(reach, reference)
        yield _record(item, item.title, "dia-ban", (), place=above, reach=(reach, labels))
    for item in reference.of("award"):
        names = tuple(provision.name or "" for provision in item.provisions)
        yield _record(item, item.name, "danh-hieu", names, awards=(item.id,))
    for item in reference.of("unit"):
        yield _record(item, item.name, "co-quan", (item.short,))
    for item in reference.of("movement"):
        launcher = reference.find("unit", item.launcher).short
        yield _record(
            item, item.name, "phong-trao", item.aliases, unit=launcher, movements=(item.id,)
        )


def _record(
    item: object,
    name: str,
    kind: str,
    texts: tuple[str, ...],
    *,
    award: str = "",
    unit: str = "",
    place: str = "",
    reach: tuple[tuple[str, ...], str] = ((), ""),
    awards: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    movements: tuple[str, ...] = (),
    person: bool = False,
) -> Row:
    address: str = item.address  # type: ignore[attr-defined]
    folder, _, tail = address.rstrip("/").rpartition("/")
    return Row(
        folder=f"{folder}/",
        tail=f"{tail}/",
        name=name,
        kind=kind,
        award=award,
        unit=unit,
        place=place,
        texts=(*texts, unit, place, reach[1]),
        illustrative=item.illustrative,  # type: ignore[attr-defined]
        facets=((kind,), awards, reach[0], topics, (), movements),
        person=person,
    )


def labels(reference: Reference) -> dict[str, dict[str, str]]:
    """Return for each facet the words for its values."""
    return {
        "loai": KINDS,
        "danh-hieu": {item.id: item.name for item in reference.of("award")},
        "dia-ban": {item.id: _where(item, reference) for item in reference.of("place")},
        "linh-vuc": {item.id: item.name for item in reference.of("topic")},
        "loai-hinh": dict(COMMENDATIONS),
        "phong-trao": {item.id: item.name for item in reference.of("movement")},
    }


def _where(place: Place, reference: Reference) -> str:
    above: Place | None = reference.find("place", place.parent)
    return f"{place.title}, {above.label}" if above else place.title
