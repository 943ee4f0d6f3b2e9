"""News (tin tức): a Markdown file of `content/tin-tuc/<year>/`, its facts in the front matter."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated

from generator.records.base import (
    Fault,
    FeedEntry,
    Field,
    Kind,
    Link,
    Page,
    PastDate,
    Prose,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.feed import keys_of
from generator.records.linked import article
from generator.records.telling import numbered

if TYPE_CHECKING:
    from generator.records.digest import Index


class News(Record):
    """A piece of news, told by the office with the sources it rests on."""

    title: Text = Field(title="tiêu đề")
    date: PastDate = Field(title="ngày của tin")
    summary: Text = Field(title="tóm tắt")
    body: Prose = Field(title="nội dung")
    place: Annotated[Slug, RefTo("place")] | None = Field(None, title="địa bàn")
    movement: Annotated[Slug, RefTo("movement")] | None = Field(None, title="phong trào")
    event: Annotated[Slug, RefTo("event")] | None = Field(None, title="sự kiện")
    anniversary: Annotated[Slug, RefTo("anniversary")] | None = Field(None, title="ngày kỷ niệm")
    cluster: Annotated[Slug, RefTo("cluster")] | None = Field(None, title="cụm, khối thi đua")

    @property
    def address(self) -> str:
        """Where the news is: by the year of its date."""
        return f"/tin-tuc/{self.date.year}/{self.id}/"


def in_its_year(news: News, reference: Reference) -> Iterator[Fault]:
    """A piece of news lies in the folder of its year, which is part of its address."""
    folder = PurePosixPath(news.origin.file).parent.name
    if folder != str(news.date.year):
        yield news.fault(
            "TT-001",
            ("date",),
            f"tin năm {news.date.year} nằm trong thư mục «{folder}»",
            f"chuyển tệp vào content/tin-tuc/{news.date.year}/, hoặc sửa ngày",
        )


def pages(news: News, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a piece of news."""
    yield Page(
        address=news.address,
        template="news.md.jinja",
        title=news.title,
        description=news.summary,
        context={
            "news": news,
            "place": reference.find("place", news.place),
            "movement": reference.find("movement", news.movement),
            "event": reference.find("event", news.event),
            "anniversary": reference.find("anniversary", news.anniversary),
            "cluster": reference.find("cluster", news.cluster),
            "numbers": numbered(news.sources),
        },
        linked=article(reference.site, news),
        updated=news.date,
        source=news.origin.file,
        crumbs=(Link("Tin tức", "/tin-tuc/"),),
        kind="Tin tức",
        section="tin-tuc",
    )


def in_feeds(news: News, reference: Reference) -> Iterator[FeedEntry]:
    """Yield the entry of a piece of news."""
    yield FeedEntry(
        address=news.address,
        title=news.title,
        summary=news.summary,
        category="Tin tức",
        published=news.date,
        updated=news.date,
        keys=keys_of(reference, news.place, news.movement),
        illustrative=news.illustrative,
    )


KIND = Kind(
    name="news",
    label="tin tức",
    model=News,
    layout="markdown",
    where="content/tin-tuc/*/*.md",
    folders=("date",),
    rules=(in_its_year,),
    pages=pages,
    feed=in_feeds,
)
