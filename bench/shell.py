"""A built page of ours → a Hugo layout that puts the same head, header and foot round a body."""

import re
from typing import NamedTuple

_ARTICLE = re.compile(
    r'(<article[^>]*?)( data-kind="[^"]*" data-pagefind-body)?>.*?</article>', re.S
)
_NAV = re.compile(r'<a href="((?:\.\./)+)([a-z-]+)/"(?: aria-current="true")?>')
_TITLE = re.compile(r"<title>.*? – (.*?)</title>", re.S)
_DESCRIPTION = re.compile(r'(<meta name="description" content=")[^"]*')
_CANONICAL = re.compile(r'(<link rel="canonical" href=")([^"]*)')

# Ours finds records by an index of its own; Pagefind must find the same ones: all that have a kind.
_LISTED = '{{ with .Params.what }} data-kind="{{ . }}" data-pagefind-body{{ end }}'
_CURRENT = '{{{{ if eq .Params.section "{0}" }}}} aria-current="true"{{{{ end }}}}'
_PAGE_HEAD = """\
{{- $depth := sub (strings.Count "/" .RelPermalink) 1 -}}
{{- $base := "./" }}{{ with $depth }}{{ $base = strings.Repeat . "../" }}{{ end -}}
{{- $root := strings.TrimSuffix "/" $base -}}
"""
_MISSING_HEAD = '{{- $base := "/" }}{{ $root := "/" -}}\n'


class Shell(NamedTuple):
    """What the Hugo site is made with.

    Attributes:
        address: the site's own address, with the slash at its end.
        page: the layout of every page.
        missing: the layout of `404.html`.
    """

    address: str
    page: str
    missing: str


def shell_of(html: str, path: str) -> Shell:
    """Make layouts from a built page that lies in the navigation's reach and is found by search.

    Args:
        html: the page as it was built.
        path: its address within the site, as `vinh-danh/2023/x/`.

    Raises:
        ValueError: the page does not look as every page of ours does.
    """
    if not (canonical := _CANONICAL.search(html)) or not canonical[2].endswith(path):
        raise ValueError(f"{path}: no canonical address")
    base = "../" * path.count("/")
    text = html
    for pattern, new in (
        (_ARTICLE, rf"\1{_LISTED}>\n    {{{{ .Content }}}}\n  </article>"),
        (_TITLE, r"<title>{{ if not .IsHome }}{{ .Title | safeHTML }} – {{ end }}\1</title>"),
        (_DESCRIPTION, r"\1{{ .Description | safeHTML }}"),
        (_CANONICAL, r"\1{{ .Permalink }}"),
    ):
        text, count = pattern.subn(new, text)
        if count != 1:
            raise ValueError(f"{path}: found {count} times: {pattern.pattern}")
    text = _NAV.sub(lambda m: f'<a href="{m[1]}{m[2]}/"{_CURRENT.format(m[2])}>', text)
    text = text.replace(base, "{{ $base }}").replace(base.removesuffix("/"), "{{ $root }}")
    if "../" in text:
        raise ValueError(f"{path}: an address of the shell is not from the site's root")
    return Shell(canonical[2].removesuffix(path), _PAGE_HEAD + text, _MISSING_HEAD + text)
