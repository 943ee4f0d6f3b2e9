"""What pages without a citation of their own tell software of themselves, as schema.org says it."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.records.digest import HonourEntry

TYPES = {"person": "Person", "collective": "Organization", "household": "Organization"}
SAMPLE = "Dữ liệu minh họa, không có thật"


def website(site: Any) -> dict[str, Any]:
    """Return the register as a website that can be searched."""
    return {
        "@type": "WebSite",
        "@id": site.url,
        "url": site.url,
        "name": site.name,
        "description": site.tagline,
        "inLanguage": "vi",
        "publisher": {"@type": "Organization", "name": site.office},
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{site.url}tra-cuu/?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }


def profile(site: Any, recipient: Any, honours: Iterable[HonourEntry]) -> dict[str, Any]:
    """Return the page of a registered recipient; `award` holds the honours in force."""
    url = site.url + recipient.address[1:]
    body = {"@type": TYPES[recipient.kind], "@id": url, "name": recipient.name}
    awards = [f"{entry.award_name} ({entry.date.year})" for entry in honours]
    if awards:
        body["award"] = awards
    if recipient.illustrative:
        body["disambiguatingDescription"] = SAMPLE
    return {
        "@type": "ProfilePage",
        **published_at(url, site.url, site.name),
        "name": recipient.name,
        "mainEntity": body,
    }


def article(site: Any, news: Any) -> dict[str, Any]:
    """Return a piece of news as an article."""
    url = site.url + news.address[1:]
    found = {
        "@type": "NewsArticle",
        **published_at(url, site.url, site.name),
        "name": news.title,
        "headline": news.title,
        "description": news.summary,
        "datePublished": news.date.iso,
        "dateModified": news.date.iso,
        "author": {"@type": "Organization", "name": site.office},
    }
    return found | ({"disambiguatingDescription": SAMPLE} if news.illustrative else {})


def dataset(
    site: Any, address: str, about: Mapping[str, str], files: Mapping[str, str]
) -> dict[str, Any]:
    """Return the register as data.

    Args:
        site: the register's settings.
        address: of the page that describes it.
        about: its `name`, `description`, `version`, `dateModified` and `license` (an address).
        files: the address of each file with its media type.
    """
    url = site.url + address[1:]
    return {
        "@type": "Dataset",
        **published_at(url, site.url, site.name),
        **about,
        "creator": {"@type": "Organization", "name": site.office},
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": site.url + name[1:], "encodingFormat": media}
            for name, media in files.items()
        ],
    }


def published_at(url: str, site: str, register: str) -> dict[str, Any]:
    """Return what every page tells of itself: where it is, and of which register, at `site`."""
    return {
        "@id": url,
        "url": url,
        "inLanguage": "vi",
        "isPartOf": {"@type": "WebSite", "@id": site, "name": register},
        "publisher": {"@type": "Organization", "name": register},
    }
