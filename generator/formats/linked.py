"""Things as linked data: JSON-LD in the words of schema.org.

`award` is a text there; there is no word for an award that was revoked, so it is not told as one:
the page's `correction` tells what became of it.
"""

from collections.abc import Mapping
from typing import Any

from generator.formats.form import FEW, Form, Print
from generator.formats.json_form import written
from generator.records.citation import Citation
from generator.records.decision_standing import gap_of
from generator.records.digest import IN_FORCE
from generator.records.linked import SAMPLE, TYPES, published_at
from generator.records.published import Thing, present
from generator.records.terms import STATUSES

CONTEXT = "https://schema.org"
Node = dict[str, Any]


def make(thing: Thing, fill: Print) -> str:
    """Return a thing, and all that is in it, as a graph."""
    nodes = [node_of(each) for each in (thing, *thing.parts)]
    return written({"@context": CONTEXT, "@graph": nodes})


def node_of(thing: Thing) -> Node:
    """Return a thing as a node of the graph."""
    return present(_NODES[thing.kind](thing))


def _page(citation: Citation, facts: Mapping[str, Any]) -> Node:
    """Return what all things tell of themselves as published works."""
    return {
        **published_at(citation.url, citation.site, citation.container),
        "version": str(citation.version),
        "dateModified": citation.updated.iso,
        "disambiguatingDescription": SAMPLE if facts["illustrative"] else "",
    }


def _honour(thing: Thing) -> Node:
    facts, citation = thing.facts, thing.citation
    alive = facts["status"] in IN_FORCE
    body = {
        "@type": TYPES[facts["recipient_kind"]],
        "@id": facts.get("recipient", f"{citation.url}#nguoi-duoc-khen"),
        "name": facts["name"],
        "award": f"{facts['award_name']} ({citation.issued.year})" if alive else "",
        "disambiguatingDescription": SAMPLE if facts["illustrative"] else "",
    }
    if alive and facts["recipient_kind"] == "person":
        body["jobTitle"] = facts.get("role", "")
    act = {
        "@type": "Legislation",
        "@id": facts["decision"],
        "name": facts["decision_label"],
        "legislationDate": facts["date"],
    }
    return {
        "@type": "ProfilePage",
        **_page(citation, facts),
        "name": citation.title,
        "description": facts.get("achievement") or facts.get("occasion", ""),
        "isBasedOn": act,
        "mainEntity": present(body),
        "correction": _correction(facts),
    }


def _correction(facts: Mapping[str, Any]) -> Node | None:
    if "status_date" not in facts:
        return None
    text = f"{STATUSES[facts['status']]}: {facts['status_reason']} ({facts['status_paper']})"
    return {"@type": "CorrectionComment", "text": text, "datePublished": facts["status_date"]}


def _decision(thing: Thing) -> Node:
    facts, citation = thing.facts, thing.citation
    force = "NotInForce" if citation.ended else "PartiallyInForce" if citation.status else "InForce"
    page = _page(citation, facts)
    note = citation.status and f"Lưu ý: {citation.status}"
    told = filter(None, (facts["title"], note, gap_of(facts)))
    return {
        "@type": "Legislation",
        **page,
        "version": "",  # of the register's page; an act has one wording
        "name": facts["label"],
        "description": " – ".join(told),
        "legislationIdentifier": facts.get("symbol", ""),
        "legislationDate": facts["date"],
        "legislationPassedBy": {"@type": "Organization", "name": facts["issuer_name"]},
        "legislationLegalForce": f"{CONTEXT}/{force}",
        "encoding": _file(facts),
        "correction": [_changed(change) for change in facts["history"]] or None,
    }


def _changed(change: Mapping[str, Any]) -> Node:
    text = f"{STATUSES[change['change']]}: {change['reason']} ({change['paper']})"
    return {"@type": "CorrectionComment", "text": text, "datePublished": change["date"]}


def _file(facts: Mapping[str, Any]) -> Node | None:
    if "file" not in facts:
        return None
    digest = facts["file_sha256"]
    return {"@type": "MediaObject", "contentUrl": facts["file"], "sha256": digest}


def _story(thing: Thing) -> Node:
    facts, citation = thing.facts, thing.citation
    return {
        "@type": "NewsArticle",
        **_page(citation, facts),
        "headline": facts["title"],
        "description": facts["standfirst"],
        "articleSection": facts["topic_name"],
        "datePublished": facts["date"],
        "author": {"@type": "Organization", "name": citation.author},
        "image": [photo["url"] for photo in facts["photos"]] or None,
        "about": [_named(one) for one in facts["recipients"]] or None,
    }


def _named(one: Mapping[str, str]) -> Node:
    return {"@type": TYPES[one["recipient_kind"]], "@id": one["url"], "name": one["name"]}


def _movement(thing: Thing) -> Node:
    facts, citation = thing.facts, thing.citation
    body = {
        "@type": "Project",
        "@id": f"{citation.url}#phong-trao",
        "name": facts["name"],
        "alternateName": facts["aliases"] or None,
        "description": facts["summary"],
        "foundingDate": facts["begins"],
        "dissolutionDate": facts.get("ends", ""),
        "parentOrganization": {"@type": "Organization", "name": facts["launcher_name"]},
    }
    return {
        "@type": "WebPage",
        **_page(citation, facts),
        "name": citation.title,
        "mainEntity": present(body),
    }


_NODES = {"honour": _honour, "decision": _decision, "story": _story, "movement": _movement}

FORM = Form("index.jsonld", "JSON-LD", "application/ld+json", FEW, make)
