"""Markdown as plain words, and plain words in Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_\[\]<>]|&(?=#?\w+;))")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_WRAPPED = re.compile(r"\n(?![-*+|>]|\d+[.)])")  # a line that goes on; not a list, not a table
_MARK = re.compile(r"^(?:#+|>) +|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)", re.MULTILINE)


def unmarked(text: str) -> str:
    """Return plain words as Markdown in which nothing is a mark."""
    return _SPECIAL.sub(r"\\\1", text)


def paragraphs(markdown: str) -> list[str]:
    """Return the paragraphs of a text as plain words, without its marks."""
    plain = _MARK.sub("", _LINK.sub(r"\1", markdown))
    found = (_WRAPPED.sub(" ", paragraph.strip()) for paragraph in plain.split("\n\n"))
    return [paragraph for paragraph in found if paragraph]
