"""Marks: what the value of a field is, beyond its type. No mark equals one of another class."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MarkdownText:
    """Markdown; every other text is printed letter by letter."""


@dataclass(frozen=True)
class Happened:
    """A date of the past: of an act, a source, a story; never of a plan."""


@dataclass(frozen=True)
class ToDecision:
    """The place of a decision in the register: year/issuer/id."""


@dataclass(frozen=True)
class ToPage:
    """The address of a page of the site (/phong-trao/x/), or of the web."""
