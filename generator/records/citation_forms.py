"""How a thing of the register is cited: for the press, in three styles, and for software.

The styles follow ISO 690:2021, APA 7 and Chicago 18 with Vietnamese words; the forms for software
are CSL-JSON 1.0, BibTeX and RIS. What only the reader can know, the day of reading, is left open.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.records.citation import Citation

READ_ON = "ngày ……"  # filled in by the page's script
_TEX = re.compile(r"[\\{}$&#_%^~]")
# Braces must come in pairs, those that TeX prints too.
_TEX_WORDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\^{}",
    "~": r"\~{}",
}


class Form(NamedTuple):
    """A citation in one form: what the form is called, its text, and its file for software."""

    label: str
    text: str
    file: str = ""


def forms(citation: Citation) -> Iterator[Form]:
    """Yield a citation in its forms for readers, the press line first."""
    yield Form("Cho báo chí", press_line(citation))
    yield Form("ISO 690", _iso_690(citation))
    yield Form("APA", _apa(citation))
    yield Form("Chicago", _chicago(citation))


def software(citation: Citation) -> Iterator[Form]:
    """Yield a citation in its forms for software."""
    for label, file, _, made in SOFTWARE:
        yield Form(label, made(citation), file)


def facts(c: Citation) -> str:
    """Return as JSON what a page's script needs to make the forms, beside what each page says."""
    found = (c.title, c.authority, c.number, c.issued.iso, c.version, c.updated.iso, c.status)
    names = ("title", "authority", "number", "issued", "version", "updated", "status", "press")
    return _json(dict(zip(names, (*found, c.press), strict=True)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def press_line(c: Citation) -> str:
    """Return a citation as a newspaper prints it."""
    return f"{c.told}. (Nguồn: {c.container}, phiên bản {c.version}, {c.url})"


def _iso_690(c: Citation) -> str:
    online = f"Trực tuyến, {c.issued.text}"
    parts = (c.author.upper(), c.title, f"{c.container}, {c.edition}", online)
    facts = ". ".join((*parts, *filter(None, (_act(c, " – "), _gone(c)))))
    return f"{facts} [xem {READ_ON}]. Có tại: {c.url}"


def _apa(c: Citation) -> str:
    year, month, day = c.issued
    date = f"{year}, {f'{day} ' if day else ''}tháng {month}" if month else str(year)
    facts = "; ".join(filter(None, (_act(c, "; "), f"phiên bản {c.version}", c.status)))
    where = f"Trong {c.container} ({facts}). Truy cập {READ_ON}, từ {c.url}"
    return f"{c.author}. ({date}). {c.title}. {where}"


def _chicago(c: Citation) -> str:
    edition = f"phiên bản {c.version}, {c.issued.text}"
    facts = ", ".join(filter(None, (c.container, _act(c, ", "), edition)))
    gone = f" {_gone(c)}." if c.status else ""
    where = f"Trong {facts}.{gone} Truy cập {READ_ON}. {c.url}."
    return f"{c.author}. “{c.title}”. {where}"


def _act(c: Citation, between: str) -> str:
    """Return the act and who decided it."""
    return between.join(filter(None, (c.number, c.authority)))


def _gone(c: Citation) -> str:
    return c.status[:1].upper() + c.status[1:]


def csl_json(c: Citation) -> str:
    """Return a citation as CSL-JSON (csl-data schema 1.0): a list of one entry."""
    found = {
        "id": c.key,
        "type": "entry",
        "title": c.title,
        "author": [{"literal": c.author}],
        "authority": c.authority,
        "number": c.number,
        "container-title": c.container,
        "issued": {"date-parts": [[part for part in c.issued if part]]},
        "version": str(c.version),
        "status": c.status,
        "language": "vi",
        "URL": c.url,
    }
    entry = {key: value for key, value in found.items() if value}
    return _json([entry])


def bibtex(c: Citation) -> str:
    """Return a citation as a BibTeX entry; its letters are Unicode, as BibLaTeX reads them."""
    note = "; ".join(filter(None, (c.number, c.authority, c.edition, c.status)))
    fields = {
        "title": f"{{{_tex(c.title)}}}",
        "author": f"{{{_tex(c.author)}}}",
        "year": str(c.issued.year),
        "date": c.issued.iso,
        "howpublished": _tex(c.container),
        "note": _tex(note),
        "langid": "vietnamese",
        "url": c.url,
    }
    lines = "".join(f"{name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{c.key},\n{lines}}}"


def _tex(text: str) -> str:
    return _TEX.sub(lambda found: _TEX_WORDS.get(found[0], f"\\{found[0]}"), text)


def ris(c: Citation) -> str:
    """Return a citation as RIS: a tag a line; no letter has a meaning of its own, no line a break.

    (Texts of records hold no line breaks.)
    """
    year, month, day = c.issued
    lines = [
        ("TY", "ELEC"),
        ("TI", c.title),
        ("AU", f"{c.author},"),  # the comma says: a name of one piece
        ("T2", c.container),
        ("PY", str(year)),
        ("DA", f"{year}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"),
        ("ET", str(c.version)),
        ("N1", "; ".join(filter(None, (c.number, c.authority, c.edition, c.status)))),
        ("LA", "vi"),
        ("UR", c.url),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {text}" for tag, text in lines)


SOFTWARE = (
    ("BibTeX", "trich-dan.bib", "application/x-bibtex", bibtex),
    ("RIS", "trich-dan.ris", "application/x-research-info-systems", ris),
    ("CSL-JSON", "trich-dan.csl.json", "application/vnd.citationstyles.csl+json", csl_json),
)
