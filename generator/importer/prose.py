"""Lines of running text → what each is: words of the decision, headings, recipients."""

import re

from generator.importer import preamble
from generator.importer.beginnings import kind_of, marked
from generator.importer.claims import claims_of
from generator.importer.entries import Unit, entry_of_text
from generator.importer.headings import Heading, heading_of, is_end, is_note, is_total
from generator.importer.items import is_cut, items_of
from generator.importer.lines import Line
from generator.importer.walk import Walk
from generator.importer.words import mended

NAMES = "giống tên người mà chưa có dòng «DANH SÁCH» ở trên"
CUT = "mục cuối có thể bị cắt dở"
_WHY = "thành tích chung"
_AFTER = "sau danh sách"
_ARTICLE = re.compile(
    r"^(?P<intro>(?:Điều \d+\.?\s*)?(?:Nay )?"
    r"(?:Tặng|Trao|Truy tặng|Phong tặng|Công nhận|Khen)\b.{4,200}?\bcho\b:?\s+)"
    r"(?P<who>(?!\d+ )[A-ZĐÀ-Ỹôbe].+?)"
    r"(?P<why>,?\s+(?:đã|vì|do|có thành tích|với thành tích)\b.*)?$",
    re.DOTALL,
)
_BEFORE_LIST = r"\b(?:gồm(?: có| các)?|sau(?: đây)?|cho|tập thể|cá nhân|gia đình|\))\s*:\s*"
_OPENING = re.compile(rf"{_BEFORE_LIST}(?=\S)", re.IGNORECASE)
_OPENED = re.compile(rf"(?:khen|tặng|công nhận).*{_BEFORE_LIST}$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}[.)/]?|[-–+*•]")
_LIST = re.compile(r"\s*(?:DANH SÁCH|PHỤ LỤC|Danh sách|Phụ lục)")
_DECISION = re.compile(r"\s*(?:Điều \d|QUYẾT ĐỊNH|Căn cứ|Xét đề nghị|Theo đề nghị)")


def read_line(walk: Walk, line: Line) -> None:
    """Read a line of running text, or an item of a list that no header opens."""
    row, text = line.row, line.row.text
    opening = _OPENING.search(text)
    if preamble.is_label(row):
        _words(walk, line)
    elif article := _ARTICLE.match(text):
        _article(walk, line, article)
    elif opening and len(text) - opening.end() > 3 and not walk.heading(text):
        _running(walk, line, text[: opening.end()], text[opening.end() :])
    elif _OPENED.search(text):
        _running(walk, line, text, "")
    elif preamble.acts_in(text) or preamble.TITLE.match(mended(text)):
        _words(walk, line)
    elif is_end(text):
        walk.ended = True
        walk.name(line, "note", _AFTER)
    elif is_total(text):
        walk.total(line)
    elif (heading := walk.heading(text)) and (_says(heading) or not _DECISION.match(text)):
        walk.section(line, heading, text)
    elif walk.ended and not _LIST.match(text):
        walk.name(line, "note", _AFTER)
    elif not walk.opened and (names := _only_names(text)):
        preamble.take(walk.facts, row, walk.lexicon)
        walk.name(line, "refused" if names > 1 else "heading", NAMES)
    elif _DECISION.match(text) or not walk.opened:
        walk.opened, walk.ended = bool(_LIST.match(text)), False
        _words(walk, line)
    elif preamble.reason_in(text):
        preamble.take(walk.facts, row, walk.lexicon)
        walk.name(line, "note", _WHY)
    elif is_note(text):
        preamble.take(walk.facts, row, walk.lexicon)
        walk.name(line, "note")
    elif len(row.filled) > 2 or (len(row.filled) == 2 and not _NUMBER.fullmatch(row.cells[0])):
        walk.name(line, "refused", "bảng không có dòng tiêu đề")
    else:
        _items(walk, line, "", text)


def _says(heading: Heading) -> bool:
    return bool(heading.kind or heading.award or heading.place_text)


def _only_names(text: str) -> int:
    """Return how many people's names a text consists of, 0 if there is anything else in it."""
    items = items_of(text, one_by_one=False)
    long = all(2 < len(item.split()) <= 6 for item in items)
    named = long and not text.isupper() and all(kind_of(item) == "person" for item in items)
    return len(items) if named else 0


def _words(walk: Walk, line: Line) -> None:
    preamble.take(walk.facts, line.row, walk.lexicon)
    walk.name(line, "heading", "lời văn")


def _items(walk: Walk, line: Line, intro: str, text: str, stated: int = 0) -> None:
    """Make the recipients that a text lists; the words before them are named.

    A list that breaks off is known by its end, unless it has as many items as it says.
    """
    row, section = line.row, walk.outline.section
    items = items_of(text, one_by_one=not intro)
    if intro:
        walk.units.append(Unit(row, intro, "heading", "lời dẫn của danh sách"))
    cut = is_cut(text, items) and len(items) != stated
    for place, item in enumerate(items):
        entry = entry_of_text(row, item, section, walk.kind)
        sure = intro or marked(item)[2] or row.item or kind_of(item)
        if cut and place == len(items) - 1:
            walk.item(row, item, None, CUT)
        else:
            walk.item(row, item, entry if sure else None)


def _article(walk: Walk, line: Line, found: "re.Match[str]") -> None:
    """Read "Tặng … cho …, đã …": award, recipients and reason in one sentence."""
    row, why, intro = line.row, found["why"] or "", found["intro"]
    preamble.take(walk.facts, row, walk.lexicon)
    award = walk.lexicon.award_in(mended(intro))
    walk.outline.add(Heading(award=award), row.text)
    _items(walk, line, intro, found["who"])
    if why:
        walk.units.append(Unit(row, why, "note", _WHY))
        reason = mended(why.strip(" ,"))
        walk.facts.occasion = preamble.reason_in(reason[:1].upper() + reason[1:])


def _running(walk: Walk, line: Line, intro: str, text: str) -> None:
    """Read a list that runs on behind a colon, or on the lines below it."""
    row = line.row
    words = row._replace(cells=(intro,))
    before = list(walk.facts.claims)
    preamble.take(walk.facts, words, walk.lexicon)
    claims = claims_of(intro, row)
    kinds = {claim.kind for claim in claims}
    heading = heading_of(intro, walk.lexicon) or Heading(award=walk.lexicon.award_in(intro))
    kind = heading.kind or (kinds.pop() if len(kinds) == 1 else "")
    number = walk.outline.add(heading._replace(kind=kind, words=""), row.text)
    walk.facts.claims = before + [claim._replace(section=number) for claim in claims]
    if text:
        _items(walk, line, intro, text, sum(claim.number for claim in claims))
    else:
        walk.name(line, "heading", "lời dẫn của danh sách")
    walk.opened, walk.ended = True, False
