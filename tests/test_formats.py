"""The machine forms of a thing: other programs read them back, and find the same facts."""

import json
import re
from collections.abc import Mapping
from typing import Any

import extruct
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html
from markdown_it import MarkdownIt
from pyld import jsonld

from generator.dates import PartialDate
from generator.exports.schemas import document
from generator.formats import FORMS, linked
from generator.formats.head import head as head_facts
from generator.formats.ninjs import SCHEMA
from generator.load import load
from generator.records.citation_forms import press_line
from generator.records.plain import paragraphs
from generator.records.published import PUBLISHED, Thing, meanings
from generator.render import files_of, fragment, head_of
from generator.tree import pages
from generator.values import Page
from tests.site.kit import PROVINCE, ROOT
from tests.test_citation import HOSTILE, cited, texts

REGISTERS = {folder.name: load(folder) for folder in (ROOT, PROVINCE)}
PAGES = [p for r in REGISTERS.values() for p in pages(r.reference, r.volumes)]
WITH_A_THING = [page for page in PAGES if page.thing]
KINDS = sorted(PUBLISHED)
TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "format": "uri", "pattern": "^https?://[ -~]+$"}
TIME = {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT00:00:00\+07:00$"}


def strict(required: Mapping[str, Any], **others: Any) -> dict[str, Any]:
    """Return a schema of an object that has these fields and no other."""
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": {**required, **others},
    }


def many(item: dict[str, Any]) -> dict[str, Any]:
    """Return a schema of a list that is not empty."""
    return {"type": "array", "minItems": 1, "items": item}


WORDS = many(strict({"value": TEXT}, role=TEXT, contentType={"const": "text/plain"}))
NAMED = many(strict({"name": TEXT, "uri": ADDRESS}, rel=TEXT))
RIGHTS = strict({"linkedRights": ADDRESS})
PICTURE = strict(
    {
        "name": TEXT,
        "uri": ADDRESS,
        "type": {"const": "picture"},
        "language": {"const": "vi"},
        "by": TEXT,
        "copyrightNotice": TEXT,
        "usageTerms": TEXT,
        "rightsInfo": RIGHTS,
        "descriptions": WORDS,
        "renditions": many(strict({"name": TEXT, "href": ADDRESS})),
    }
)
# What ninjs 3.1 lets the fields that we use be (IPTC, ninjs-schema_3.1.json); it knows no others.
NINJS = strict(
    {
        "uri": ADDRESS,
        "type": {"const": "text"},
        "standard": strict(
            {"name": {"const": "ninjs"}, "version": {"const": "3.1"}, "schema": {"const": SCHEMA}}
        ),
        "version": {"type": "string", "pattern": "^[1-9][0-9]*$"},
        "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
        "language": {"const": "vi"},
        "headlines": WORDS,
        "descriptions": WORDS,
        "bodies": WORDS,
        "rightsInfo": RIGHTS,
        "trustIndicators": many(strict({"role": ADDRESS, "title": TEXT, "href": ADDRESS})),
        "by": TEXT,
        "subjects": NAMED,
    },
    edNote=TEXT,
    people=NAMED,
    organisations=NAMED,
    altIds=many(strict({"role": TEXT, "value": TEXT})),
    firstCreated=TIME,
    versionCreated=TIME,
    associations=many(PICTURE),
)


def beside(page: Page, file: str) -> str:
    """Return a file beside a page."""
    return files_of(page)[f"{page.address[1:]}{file}"]


def of(kind: str) -> list[Page]:
    """Return the pages of all things of a kind."""
    return [page for page in WITH_A_THING if page.thing.kind == kind]


@pytest.mark.parametrize("kind", KINDS)
def test_facts_are_the_published_ones(kind: str) -> None:
    """Nothing leaves but the fields of the allow-list, and each that must be there is."""
    model = PUBLISHED[kind]
    assert of(kind)
    for page in of(kind):
        facts = json.loads(beside(page, "index.json"))
        Draft202012Validator(document(kind, page.thing.citation.site)).validate(facts)
        assert facts["cite_as"] == press_line(page.thing.citation)
        named = facts.keys() - {"$schema", "cite_as"}
        assert model.__required_keys__ <= named <= meanings(kind).keys()
        assert facts["url"] == page.thing.citation.url
        coded = {n: m.codes for n, m in meanings(kind).items() if m.codes and n in facts}
        for name, codes in coded.items():
            found = facts[name] if isinstance(facts[name], dict) else [facts[name]]
            assert set(found) <= codes.keys()
        for name, meaning in meanings(kind).items():
            if meaning.day and name in facts:
                assert PartialDate.parse(facts[name])


@pytest.mark.parametrize("kind", KINDS)
def test_each_thing_has_its_forms(kind: str) -> None:
    """All forms of a kind are there, not one empty, each named in the head if software looks."""
    wanted = [form for form in FORMS if kind in form.kinds]
    for page in of(kind):
        files = files_of(page)
        assert set(files) >= {f"{page.address[1:]}{form.file}" for form in wanted}
        assert all(files.values())
        head = html.fromstring(f"<head>{head_of(page)}</head>")
        offered = {(e.get("href"), e.get("type")) for e in head.iter("link") if e.get("type")}
        own = {(file, media) for media, file, _ in head_facts(page).feeds}
        assert offered == {(form.file, form.media) for form in wanted if form.media} | own


def test_a_story_is_told_without_its_marks() -> None:
    """Marks of Markdown go; the same signs in a sentence are words and stay."""
    told = paragraphs(
        "## Đầu\n\nMột [chỗ](https://a.example) **đậm**\nvà *nghiêng*: 2 * 3 > 5 #1.\n\n"
        "> Lời\n> hai dòng"
    )
    assert told == ["Đầu", "Một chỗ đậm và nghiêng: 2 * 3 > 5 #1.", "Lời hai dòng"]


def test_news_agencies_read_what_the_kit_tells() -> None:
    """The story is the same in both, paragraph by paragraph."""
    told = [page for page in of("story") if page.thing.facts.get("story")]
    assert told
    for page in told:
        body = json.loads(beside(page, "index.ninjs.json"))["bodies"][0]["value"]
        kit = page.beside["bo-bao-chi.zip"].texts["bai-viet.txt"].strip().split("\n\n")
        assert set(paragraphs(page.thing.facts["story"])) <= set(kit)
        assert "\n\n".join(paragraphs(page.thing.facts["story"])) in body


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"honour"}))
def test_ninjs_follows_its_standard(kind: str) -> None:
    """Every news item has the fields and the forms that ninjs 3.1 asks for."""
    validator = Draft202012Validator(NINJS, format_checker=FormatChecker())
    for page in of(kind):
        item = json.loads(beside(page, "index.ninjs.json"))
        validator.validate(item)
        gone = page.thing.facts.get("status") in ("cancelled", "stripped")
        assert item["pubStatus"] == ("canceled" if gone else "usable")


def test_a_cancelled_decision_is_canceled_everywhere() -> None:
    """One decision of the province was cancelled whole: each form says so."""
    found = [p for p in of("decision") if p.thing.facts["status"] == "cancelled"]
    assert found
    for page in found:
        assert json.loads(beside(page, "index.ninjs.json"))["pubStatus"] == "canceled"
        assert "people" not in json.loads(beside(page, "index.ninjs.json"))
        assert json.loads(beside(page, "index.json"))["status"] == "cancelled"
        assert "NotInForce" in beside(page, "index.jsonld")
        assert "te-card--gone" in beside(page, "embed/index.html")
        assert "hủy bỏ" in json.loads(beside(page, "oembed.json"))["title"]
        assert "Lưu ý: đã bị hủy bỏ" in beside(page, "index.md")


def expanded(node: dict[str, Any]) -> list[dict[str, Any]]:
    """Return linked data as JSON-LD's own algorithm understands it, schema.org read offline."""
    context = {"@vocab": "https://schema.org/", "id": "@id", "type": "@type"}
    found = jsonld.expand({**node, "@context": context}, {"base": "https://so.example/"})
    assert isinstance(found, list)
    return found


def linked_in(page: Page) -> list[dict[str, Any]]:
    """Return the linked data of a page's head as a search engine extracts it."""
    text = f"<html><head><title>x</title>{head_of(page)}</head><body></body></html>"
    found = extruct.extract(text, syntaxes=["json-ld"])["json-ld"]
    assert len(found) == 1
    assert found[0]["@context"] == linked.CONTEXT
    return expanded(found[0])


AWARD, NAME = "https://schema.org/award", "https://schema.org/name"
MAIN = "https://schema.org/mainEntity"


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_holds_linked_data(kind: str) -> None:
    """Each thing is a node of its own address, beside the trail of pages above it."""
    for page in of(kind):
        node, trail = linked_in(page)
        assert node["@id"] == page.thing.citation.url
        assert trail["@type"] == ["https://schema.org/BreadcrumbList"]
        steps = trail["https://schema.org/itemListElement"]
        assert len(steps) == len(page.crumbs) + 1
        last = steps[-1]["https://schema.org/item"][0]
        assert node["@id"] in (last.get("@id"), last.get("@value"))


def test_an_award_is_told_while_it_stands() -> None:
    """An honour in force is the award of its recipient; a revoked one is a correction alone."""
    states = set()
    for page in of("honour"):
        node = linked_in(page)[0]
        recipient = node[MAIN][0]
        alive = page.thing.facts["status"] not in ("cancelled", "stripped")
        states.add(alive)
        assert (AWARD in recipient) == alive
        assert recipient[NAME][0]["@value"] == page.title
        assert alive or "https://schema.org/correction" in node
    assert states == {True, False}


def test_a_decision_holds_all_its_honours() -> None:
    """The graph of a decision has a node for itself and one for every honour."""
    for page in of("decision"):
        graph = expanded(json.loads(beside(page, "index.jsonld")))
        addresses = [node["@id"] for node in graph]
        assert addresses == [page.thing.citation.url, *(p.facts["url"] for p in page.thing.parts)]


def test_other_pages_tell_what_they_are() -> None:
    """Home, recipients, news and the data say so in schema.org's words; a list says nothing."""
    found = {page.kind or page.address: linked_in(page) for page in PAGES if page.linked}
    types = {node["@type"][0].rpartition("/")[2] for nodes in found.values() for node in nodes}
    assert types == {"WebSite", "ProfilePage", "NewsArticle", "Dataset", "BreadcrumbList"}
    assert head_of(next(page for page in PAGES if page.address == "/danh-hieu/")) == ""


def test_the_data_is_found_as_a_dataset() -> None:
    """Name, licence, version and every file of the whole register, each by its address."""
    word = "https://schema.org/"
    page = next(page for page in PAGES if page.address == "/du-lieu/")
    node = linked_in(page)[0]
    assert {"name", "description", "license", "version", "creator", "dateModified"} <= {
        key.removeprefix(word) for key in node
    }
    told = {
        file[f"{word}contentUrl"][0]["@value"]: file[f"{word}encodingFormat"][0]["@value"]
        for file in node[f"{word}distribution"]
    }
    offered = {link.address for _, links in page.context["files"] for link in links}
    site = page.linked["url"].removesuffix("du-lieu/")
    assert set(told) == {site + name[1:] for name in (*offered, page.context["database"])}
    assert all("/" in media for media in told.values())


@pytest.mark.parametrize("kind", KINDS)
def test_reference_managers_find_their_terms(kind: str) -> None:
    """The rules of Zotero's translators: Dublin Core terms; nothing that makes a journal's article.

    A tag of Highwire (`citation_…`) would, and so would a type it knows as one's own; of `creator`
    it would make a person with a first name.
    """
    for page in of(kind):
        head = html.fromstring(f"<head>{head_of(page)}</head>")
        names = [meta.get("name") for meta in head.iter("meta")]
        terms = {meta.get("name"): meta.get("content") for meta in head.iter("meta")}
        assert len(names) == len(set(names))
        assert not [name for name in names if name.startswith("citation_")]
        assert "DCTERMS.creator" not in names
        citation = page.thing.citation
        assert terms["DCTERMS.title"] == citation.title
        assert terms["DCTERMS.issued"] == citation.issued.iso
        assert terms["DCTERMS.identifier"] == citation.url
        assert terms["DCTERMS.type"] == "Text"
        schemas = {e.get("rel"): e.get("href") for e in head.iter("link")}
        assert schemas["schema.DCTERMS"] == "http://purl.org/dc/terms/"


def thing(words: str, kind: str) -> Page:
    """Return a page with a thing whose every text is these words."""
    page = of(kind)[0]
    facts = {
        name: words if name in ("name", "title", "label", "achievement", "standfirst") else value
        for name, value in page.thing.facts.items()
    }
    given = Thing(kind, facts, cited(words, press=words))
    return Page(page.address, page.template, words, words, {}, thing=given, crumbs=page.crumbs)


@given(texts, st.sampled_from(KINDS))
@example(HOSTILE, "honour")
@example(HOSTILE, "decision")
@example("--><script>alert(1)</script><!-- \u202eabc 🏅 " + "dài " * 200, "story")
def test_hostile_texts_come_back_as_they_were(words: str, kind: str) -> None:
    """Whatever a text holds, every form gives it back letter by letter, and none runs it."""
    page = thing(words, kind)
    plain = " ".join(words.split())
    name = {"honour": "name", "movement": "name", "decision": "label", "story": "title"}[kind]
    assert json.loads(beside(page, "index.json"))[name] == words
    head = html.fromstring(f"<head>{head_of(page)}</head>")
    assert len(head.xpath("//script")) == 1
    assert json.loads(head.xpath("//script")[0].text)["@graph"][1]["@type"] == "BreadcrumbList"
    terms = {e.get("name"): e.get("content") for e in head.iter("meta")}
    assert " ".join(terms["DCTERMS.title"].split()) == plain
    first = beside(page, "index.md").partition("\n")[0].removeprefix("# ")
    assert re.sub(r"\\([\\`*_\[\]<>])", r"\1", first) == words
    if kind != "honour":
        offered = json.loads(beside(page, "oembed.json"))
        assert offered["title"] == words
        assert html.fromstring(offered["html"]).get("title") == words
        card = html.fromstring(beside(page, "embed/index.html"))
        assert not card.xpath("//script")
        assert " ".join(card.xpath("//h1")[0].text_content().split()) == plain
        item = json.loads(beside(page, "index.ninjs.json"))
        assert item["headlines"][0]["value"] == words


def test_a_frame_is_one_element() -> None:
    """What is to be pasted is one iframe, whatever the title holds."""
    frame = fragment("frame.html.jinja", {"address": "https://a.example/", "title": HOSTILE,
                                          "width": 1, "height": 1})  # fmt: skip
    element = html.fromstring(frame)
    assert (element.tag, element.get("title"), len(element)) == ("iframe", HOSTILE, 0)


def test_a_withheld_recipient_is_in_no_form() -> None:
    """A withheld name, and what would tell whose it is, is in no form; the award is."""
    found = [p for p in of("honour") if p.context["withheld"]]
    assert found
    for page in found:
        facts = json.loads(beside(page, "index.json"))
        assert not facts.keys() & {"role", "unit", "place", "place_text", "achievement", "group"}
        assert facts["award_name"]


@pytest.mark.parametrize("name", REGISTERS)
def test_llms_txt_leads_to_what_is_there(name: str) -> None:
    """The file for software that reads names what the site has, and the rules of use."""
    register = REGISTERS[name]
    found = list(pages(register.reference, register.volumes))
    text = next(page for page in found if page.address == "/").beside["llms.txt"]
    there = {page.address for page in found} | {f"/{n}" for p in found for n in files_of(p)}
    base = register.reference.site.url
    shown = MarkdownIt("commonmark").render(text)
    named = [f"/{link.removeprefix(base)}" for link in re.findall(r'href="(.+?)"', shown)]
    assert len(named) > 20
    assert set(named) <= there
    assert "stripped" in text
    assert text.startswith(f"# {register.reference.site.name}\n")
    words = html.fromstring(shown).text_content()
    told = [p.title for p in found if p.template == "exemplar.md.jinja" and p.thing]
    assert told
    assert [title for title in told if title not in words] == []
