"""Markdown as plain words, for texts that are read where nothing is marked up."""

import re

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_WRAPPED = re.compile(r"\n(?![-*+|>]|\d+[.)])")  # a line that goes on; not a list, not a table
_MARK = re.compile(r"^(?:#+|>) +|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)", re.MULTILINE)


def paragraphs(markdown: str) -> list[str]:
    """Return the paragraphs of a text as plain words, without its marks."""
    plain = _MARK.sub("", _LINK.sub(r"\1", markdown))
    found = (_WRAPPED.sub(" ", paragraph.strip()) for paragraph in plain.split("\n\n"))
    return [paragraph for paragraph in found if paragraph]
