"""Topic (lĩnh vực): the field of life that a story or an honour belongs to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.records.base import Field, Kind, Link, Page, Record, Reference, Text
from generator.records.feed import name_of

if TYPE_CHECKING:
    from generator.records.digest import Index


class Topic(Record):
    """A field such as farming or education; called topic here, since models have fields too."""

    name: Text = Field(title="tên lĩnh vực")

    @property
    def address(self) -> str:
        """Where the topic's page is."""
        return f"/linh-vuc/{self.id}/"


def pages(topic: Topic, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a topic: its exemplars."""
    told = [e for e in reference.of("exemplar") if e.topic == topic.id]
    yield Page(
        address=topic.address,
        template="topic.md.jinja",
        title=topic.name,
        description=f"Gương điển hình tiên tiến trong lĩnh vực {topic.name.lower()}.",
        context={
            "exemplars": told,
        },
        feed=name_of(("topic", topic.id)) if told else "",
        source=topic.origin.file,
        crumbs=(Link("Gương điển hình", "/guong/"),),
        kind="Lĩnh vực",
        section="guong",
    )


KIND = Kind(
    name="topic",
    label="lĩnh vực",
    model=Topic,
    layout="table",
    where="data/vocabulary/topics*.yml",
    pages=pages,
)
