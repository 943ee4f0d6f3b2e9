"""A thing as Markdown, for people and for software that read plain text."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from generator.dates import PartialDate
from generator.formats.form import ALL, Form, Print
from generator.records.citation_forms import press_line
from generator.records.digest import IN_FORCE
from generator.records.plain import unmarked
from generator.records.published import Meaning, Thing, meanings
from generator.records.terms import RECIPIENT_KINDS, STATUSES

TWIN = "index.md"
# What the heading, the citation or a name beside it tells already.
_ASIDE = frozenset(
    {"url", "story", "illustrative", "version", "updated", "title", "name", "label"}
    | {"award", "place", "issuer", "movement", "topic", "launcher", "recipient"}
)
_ASIDE_WITHIN = frozenset({"url", "status", "source", "key"})
_SAMPLE = "Dữ liệu minh họa: không phải lượt khen, con người hay tổ chức có thật."


def make(thing: Thing, fill: Print) -> str:
    """Return a thing as Markdown: its facts with Vietnamese headings, then how it is cited."""
    citation, facts = thing.citation, thing.facts
    lines = [f"# {unmarked(citation.title)}", ""]
    if facts["illustrative"]:
        lines += [f"**{_SAMPLE}**", ""]
    if citation.status:
        lines += [f"**Lưu ý: {unmarked(citation.status)}.**", ""]
    told = _told(thing.kind)
    for name, value in facts.items():
        if name in told:  # codes stand in the JSON
            lines += _fact(*told[name], value)
    lines += ["", facts["story"]] if "story" in facts else []
    lines += ["", f"Trích dẫn: {unmarked(press_line(citation))}"]
    return "\n".join(lines) + "\n"


@cache
def _told(kind: str) -> dict[str, tuple[str, Meaning]]:
    """Return the facts that are told of a kind of things: how an entry begins, what it means."""
    found = {name: told for name, told in meanings(kind).items() if name not in _ASIDE}
    return {n: (f"- **{m.title[:1].upper()}{m.title[1:]}**:", m) for n, m in found.items()}


def _fact(title: str, meaning: Meaning, value: Any) -> Iterator[str]:
    """Yield a fact as an entry of a list; a list of things as a list below it."""
    if isinstance(value, str):
        yield f"{title} {_words(value, meaning)}"
    elif isinstance(value, list):
        if value:
            yield title
            yield from (f"    - {_item(item)}" for item in value)
    elif isinstance(value, Mapping):
        counts = (f"{number} {meaning.codes[key]}" for key, number in value.items() if number)
        yield f"{title} {', '.join(counts) or 'không ghi'}"
    elif value is not False:
        yield f"{title} {_words(value, meaning)}"


def _item(item: Any) -> str:
    """Return an entry of a list in words: what it is, then where."""
    if not isinstance(item, Mapping):
        return unmarked(str(item))
    told = (name for name in item if name not in _ASIDE_WITHIN and item[name])
    words = [_words(item[name], _WITHIN.get(name, _TEXT)) for name in told]
    if item.get("status", "in_force") not in IN_FORCE:
        words.append(f"**{STATUSES[item['status']]}**")
    return " · ".join(words) + (f" <{item['url']}>" if "url" in item else "")


def _words(value: Any, meaning: Meaning) -> str:
    if isinstance(value, list):
        return ", ".join(f"<{address}>" for address in value)
    if value is True:
        return "có"
    if meaning.day:
        return _day(value)
    return unmarked(str(meaning.codes.get(value, value)))


@lru_cache
def _day(written: str) -> str:
    return PartialDate.parse(written).text


_TEXT = Meaning("")
_WITHIN = {
    "recipient_kind": Meaning("", codes=RECIPIENT_KINDS),
    "change": Meaning("", codes=STATUSES),
    "date": Meaning("", day=True),
    "as_of": Meaning("", day=True),
}
FORM = Form(TWIN, "Markdown", "text/markdown", ALL, make)
