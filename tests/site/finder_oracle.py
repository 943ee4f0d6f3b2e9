"""The rules of the register's search in the slowest and plainest way, to hold the real one against.

Every row is looked at for every question, word by word; nothing is shared with `generator.finder`
but the rules, which are told in `docs/search.md`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.dates import PartialDate
from generator.records.base import Reference
from generator.records.digest import Digest
from generator.vietnamese import canonical_tone, fold, nfc, person_key, text_key

FACETS = ("nam", "loai", "danh-hieu", "dia-ban", "linh-vuc", "loai-hinh", "phong-trao")
KINDS = {"person": "ca-nhan", "collective": "tap-the", "household": "ho-gia-dinh"}
TWINS = [
    {"hy", "hi"}, {"ky", "ki"}, {"ly", "li"}, {"my", "mi"}, {"sy", "si"}, {"ty", "ti"},
    {"vy", "vi"}, {"quy", "qui"},
]  # fmt: skip


class Doc(NamedTuple):
    """One thing that can be found, and where it stands in the register."""

    place: int
    address: str
    name: str
    text: str
    date: PartialDate | None
    person: bool
    facets: Mapping[str, frozenset[str]]
    shown: tuple[Any, ...]  # award, unit, place, date, kind, status, illustrative


class Result(NamedTuple):
    """An answer: all addresses in order, whether marks were let go, and the counts."""

    addresses: list[str]
    loosened: bool
    facets: dict[str, dict[str, int]]


def words(text: str) -> list[str]:
    """The words of a text, as it stands."""
    return re.findall(r"[^\W_]+", text)


def docs(digests: Iterable[Digest], reference: Reference) -> list[Doc]:
    """Everything of a register, in its order: records, then decision by decision."""
    found: list[dict[str, Any]] = [*_records(reference)]
    for digest in sorted(digests, key=lambda digest: digest.key):
        for decision in digest.decisions:
            found.append(
                {
                    "address": decision.address,
                    "name": decision.label,
                    "text": [decision.title, decision.issuer_name, str(decision.date.year)],
                    "date": decision.date,
                    "loai": ["quyet-dinh"],
                    "danh-hieu": decision.awards,
                    "phong-trao": [decision.movement],
                    "shown": (
                        decision.title,
                        decision.issuer_name,
                        "",
                        decision.date.text,
                        "quyet-dinh",
                        "in_force" if decision.in_force else "ended",
                        decision.illustrative,
                    ),
                }
            )
            numbered = re.search(r"\S*\d.*", decision.label)
            for entry in digest.honours:
                if entry.decision == decision.address:
                    places = [reference.find("place", key).label for key in entry.places]
                    found.append(
                        {
                            "address": entry.address,
                            "name": entry.name,
                            "text": [
                                entry.award_name,
                                entry.unit,
                                entry.place_text,
                                *places,
                                numbered.group() if numbered else "",
                                str(entry.date.year),
                            ],
                            "date": entry.date,
                            "person": entry.recipient_kind == "person" and entry.named,
                            "loai": [KINDS[entry.recipient_kind]],
                            "danh-hieu": [entry.award],
                            "dia-ban": entry.places,
                            "linh-vuc": [
                                story.topic
                                for story in reference.of("exemplar")
                                if entry.recipient in story.recipients
                            ],
                            "loai-hinh": [entry.commendation],
                            "phong-trao": [entry.movement],
                            "shown": (
                                entry.award_name,
                                entry.unit,
                                entry.place_text,
                                entry.date.text,
                                KINDS[entry.recipient_kind],
                                entry.status,
                                entry.illustrative,
                            ),
                        }
                    )
    return [_doc(place, facts) for place, facts in enumerate(found)]


def _records(reference: Reference) -> Iterable[dict[str, Any]]:
    def labels(keys: Iterable[str]) -> list[str]:
        return [reference.find("place", key).label for key in keys]

    for item in reference.of("recipient"):
        place = reference.find("place", item.place)
        reach = place.reach(reference) if place else ()
        where = place.full_name(reference) if place else ""
        told = {"person": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
        more = [*item.other_names, item.role or "", item.address_text or ""]
        yield {
            "item": item, "name": item.name, "text": [*more, where, *labels(reach)],
            "person": item.kind == "person", "loai": ["doi-tuong"], "dia-ban": reach,
            "linh-vuc": [story.topic for story in reference.of("exemplar")
                         if item.id in story.recipients],
            "shown": (told[item.kind], "", where, "", "doi-tuong"),
        }  # fmt: skip
    for item in reference.of("place"):
        reach = item.reach(reference)
        above = ", ".join(labels(place.id for place in item.chain(reference)[1:]))
        yield {
            "item": item, "name": item.title, "text": [above, *labels(reach)],
            "loai": ["dia-ban"], "dia-ban": reach, "shown": ("", "", above, "", "dia-ban"),
        }  # fmt: skip
    for item in reference.of("award"):
        yield {
            "item": item, "name": item.name, "text": [p.name or "" for p in item.provisions],
            "loai": ["danh-hieu"], "danh-hieu": [item.id], "shown": ("", "", "", "", "danh-hieu"),
        }  # fmt: skip
    for item in reference.of("unit"):
        yield {
            "item": item, "name": item.name, "text": [item.short], "loai": ["co-quan"],
            "shown": ("", "", "", "", "co-quan"),
        }  # fmt: skip
    for item in reference.of("movement"):
        launcher = reference.find("unit", item.launcher).short
        yield {
            "item": item, "name": item.name, "text": [*item.aliases, launcher],
            "loai": ["phong-trao"], "phong-trao": [item.id],
            "shown": ("", launcher, "", "", "phong-trao"),
        }  # fmt: skip


def _doc(place: int, facts: dict[str, Any]) -> Doc:
    item, date = facts.get("item"), facts.get("date")
    facets = {name: frozenset(filter(None, facts.get(name, ()))) for name in FACETS}
    facets["nam"] = frozenset([str(date.year)] if date else [])
    shown = facts["shown"] + (("in_force", item.illustrative) if item else ())
    return Doc(
        place,
        item.address if item else facts["address"],
        facts["name"],
        " | ".join(facts["text"]),
        date,
        facts.get("person", False),
        facets,
        shown,
    )


def nearness(asked: str, there: str, exact: bool) -> int | None:
    """How near a word is to the one asked for: 0 as typed, 1 other marks, 2 i for y; None: not."""
    if asked == there:
        return 0
    if exact:
        return None
    if fold(asked) == fold(there):
        return 1
    return 2 if {fold(asked), fold(there)} in TWINS else None


def begun(asked: str, typed: str, there: str, exact: bool) -> int | None:
    """The same for an unfinished word, which must have two letters."""
    if len(asked) < 2 or nearness(asked, there, exact) is not None:
        return None
    if there.startswith((asked, typed)):
        return 0
    return 1 if not exact and fold(there).startswith(fold(asked)) else None


def rank(doc: Doc, asked: Sequence[str], typed: Sequence[str], exact: bool) -> Any:
    """Where a document stands by relevance; None if it does not have all words."""
    name, beside = words(canonical_tone(doc.name)), words(canonical_tone(doc.text))
    for unfinished in (False, True):

        def near(at: int, there: str, unfinished: bool = unfinished) -> int | None:
            if unfinished and at == len(asked) - 1:
                return begun(asked[at], typed[at], there, exact)
            return nearness(asked[at], there, exact)

        nearest = []
        for at in range(len(asked)):
            found = [n for word in name + beside if (n := near(at, word)) is not None]
            nearest.append(min(found) if found else None)
        if None in nearest:
            continue
        return (unfinished, _where(name, len(asked), near), max(nearest))
    return None


def _where(name: Sequence[str], count: int, near: Any) -> int:
    """0 the whole name, 1 its beginning, 2 side by side in it, 3 all in it, 4 elsewhere too."""
    starts = [
        start
        for start in range(len(name) - count + 1)
        if all(near(at, name[start + at]) is not None for at in range(count))
    ]
    if 0 in starts:
        return 0 if count == len(name) else 1
    if starts:
        return 2
    inside = all(any(near(at, word) is not None for word in name) for at in range(count))
    return 3 if inside else 4


def search(
    everything: Sequence[Doc], q: str, filters: Mapping[str, Sequence[str]], sort: str
) -> Result:
    """Answer a question."""
    asked = words(canonical_tone(q))
    typed = words(nfc(q).lower())
    set_filters = {name: values for name, values in filters.items() if values}
    loosened = False
    if not asked:
        ranked = [((), doc) for doc in everything] if set_filters else []
    else:
        exact = any(fold(word) != word for word in asked)
        ranked = _ranked(everything, asked, typed, exact)
        if exact and not ranked:
            folded = [fold(word) for word in asked]
            ranked = _ranked(everything, folded, [fold(word) for word in typed], False)
            loosened = bool(ranked)

    def passes(doc: Doc, but: str = "") -> bool:
        return all(
            name == but or doc.facets[name].intersection(values)
            for name, values in set_filters.items()
        )

    facets = {
        name: dict(Counter(v for _, d in ranked if passes(d, name) for v in d.facets[name]))
        for name in FACETS
    }
    left = [(rank, doc) for rank, doc in ranked if passes(doc)]
    return Result([doc.address for _, doc in _sorted(left, sort)], loosened, facets)


def _ranked(
    everything: Sequence[Doc], asked: Sequence[str], typed: Sequence[str], exact: bool
) -> list[tuple[Any, Doc]]:
    found = [(rank(doc, asked, typed, exact), doc) for doc in everything]
    return [(place, doc) for place, doc in found if place is not None]


def _sorted(found: list[tuple[Any, Doc]], sort: str) -> list[tuple[Any, Doc]]:
    def newest(doc: Doc) -> Any:
        return (doc.date is not None, *(-part for part in doc.date or ()), doc.place)

    if sort == "moi-nhat":
        return sorted(found, key=lambda one: (one[1].date is None, newest(one[1])))
    if sort == "cu-nhat":
        return sorted(found, key=lambda one: (one[1].date is None, one[1].date or (), one[1].place))
    if sort == "ten":
        return sorted(
            found,
            key=lambda one: (
                person_key(one[1].name) if one[1].person else text_key(one[1].name),
                newest(one[1]),
            ),
        )
    return sorted(found, key=lambda one: (one[0], newest(one[1])))
