"""What is found: a row for each honour, decision and record, and the words it is found by.

Nothing is taken of an honour but what its `HonourEntry` shows: a withheld name is not there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.dates import PartialDate
from generator.records.base import Reference
from generator.records.digest import DecisionEntry, Digest, HonourEntry
from generator.records.terms import STATUSES
from generator.vietnamese import canonical_tone, sort_key

KINDS = {
    "ca-nhan": "Cá nhân",
    "tap-the": "Tập thể",
    "ho-gia-dinh": "Hộ gia đình",
    "quyet-dinh": "Văn bản khen thưởng",
    "doi-tuong": "Hồ sơ tập thể, cá nhân, hộ gia đình",
    "dia-ban": "Địa bàn",
    "danh-hieu": "Danh hiệu, hình thức khen thưởng",
    "co-quan": "Cơ quan, đơn vị",
    "phong-trao": "Phong trào thi đua",
}
STATES = {**STATUSES, "ended": "Không còn hiệu lực"}  # of honours; a decision is in force or ended
_KIND_OF = {"person": "ca-nhan", "collective": "tap-the", "household": "ho-gia-dinh"}
# The year is the volume's.
FACETS = ("loai", "danh-hieu", "dia-ban", "linh-vuc", "loai-hinh", "phong-trao")
_WORD = re.compile(r"[^\W_]+")


class Row(NamedTuple):
    """One thing that can be found.

    Attributes:
        folder, tail: together its address; the rows of a decision share the folder.
        name: what it is called.
        award, unit, place: what is shown under the name.
        texts: what it is found by beside its name.
        date: None for a record that has none.
        facets: for each of `FACETS` the values under which it is counted.
        person: whether it stands in order by its given name.
        decision: of an honour, the label of its decision.
    """

    folder: str
    tail: str
    name: str
    kind: str
    award: str = ""
    unit: str = ""
    place: str = ""
    texts: tuple[str, ...] = ()
    date: PartialDate | None = None
    status: str = "in_force"
    illustrative: bool = False
    facets: tuple[tuple[str, ...], ...] = ((), (), (), (), (), ())
    person: bool = False
    decision: str = ""

    @property
    def order(self) -> bytes:
        """The place in an alphabetic list: a person by given name, all others from the left."""
        return sort_key(self.name, person=self.person)


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: lower case, one tone placement."""
    return tuple(_WORD.findall(canonical_tone(text)))


def register_rows(digest: Digest, reference: Reference) -> Iterator[Row]:
    """Yield the rows of a volume: each decision, followed by its honours."""
    places: dict[tuple[str, ...], str] = {}
    for decision, honours in zip(digest.decisions, digest.by_decision, strict=True):
        yield _decision(decision)
        acts = f"{_number(decision.label)} {decision.date.year}"
        for entry in honours:
            if (where := places.get(entry.places)) is None:
                where = places[entry.places] = place_labels(entry.places, reference)
            topics = topics_of(entry.recipient, reference)
            yield _honour(entry, acts, where, topics)


def _decision(entry: DecisionEntry) -> Row:
    return Row(
        folder=entry.address,
        tail="",
        name=entry.label,
        kind="quyet-dinh",
        award=entry.title,
        unit=entry.issuer_name,
        texts=(entry.title, entry.issuer_name, str(entry.date.year)),
        date=entry.date,
        status="in_force" if entry.in_force else "ended",
        illustrative=entry.illustrative,
        facets=(("quyet-dinh",), entry.awards, (), (), (), _some(entry.movement)),
    )


def _honour(entry: HonourEntry, acts: str, where: str, topics: tuple[str, ...]) -> Row:
    kind = _KIND_OF[entry.recipient_kind]
    return Row(
        folder=entry.decision,
        tail=entry.address.removeprefix(entry.decision),
        name=entry.name,
        kind=kind,
        award=entry.award_name,
        unit=entry.unit,
        place=entry.place_text,
        texts=(entry.award_name, entry.unit, entry.place_text, where, acts),
        date=entry.date,
        status=entry.status,
        illustrative=entry.illustrative,
        facets=(
            (kind,),
            (entry.award,),
            entry.places,
            topics,
            _some(entry.commendation),
            _some(entry.movement),
        ),
        person=entry.recipient_kind == "person" and entry.named,
        decision=entry.decision_label,
    )


def _number(label: str) -> str:
    """Return a decision's label from its first word with a digit: "1870/QĐ-UBND", "17/10/2023".

    The words before it ("Quyết định số") would find every honour of the register.
    """
    found = re.search(r"\S*\d.*", label)
    return found.group() if found else ""


def _some(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def topics_of(recipient: str, reference: Reference) -> tuple[str, ...]:
    """Return the fields of the stories that are told of a registered recipient."""
    if not recipient:
        return ()
    told = (item for item in reference.of("exemplar") if recipient in item.recipients)
    return tuple(sorted({item.topic for item in told}))


def place_labels(places: tuple[str, ...], reference: Reference) -> str:
    """Return the names of places, old and new, under which one is looked for."""
    found = (reference.find("place", key) for key in places)
    return ", ".join(place.label for place in found if place)
