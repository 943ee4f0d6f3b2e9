"""A new record, from a clerk's answers: its text with comments, in its right place.

The questions come from the kind's model and its commented sample, the place from its layout; so a
new kind needs nothing here.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.answers import Ask, Question, kind_meant
from generator.blank import Blank
from generator.files import matching, read_text
from generator.load import load_reference
from generator.questions import Interview
from generator.records import KINDS
from generator.records.base import Kind
from generator.records.fields import DEVICE
from generator.schema import FOLDER as SCHEMAS
from generator.trial import Outcome, tried
from generator.values import UserError
from generator.vietnamese import slugify
from generator.yaml_edit import entered
from generator.yaml_tree import YamlError

_LONGEST = 60  # letters of an id that is made of a title
WRITABLE = tuple(kind for kind in KINDS if kind.layout != "single")


class Draft(NamedTuple):
    """A new record, not written yet.

    Attributes:
        path: its file, from the project's root.
        key: its id.
        content: what the file is to hold.
        outcome: what it brings.
    """

    path: str
    key: str
    content: bytes
    outcome: Outcome

    def write(self, root: Path) -> None:
        """Write the file, and the folders above it."""
        (root / self.path).parent.mkdir(parents=True, exist_ok=True)
        (root / self.path).write_bytes(self.content)


def drafted(root: Path, name: str, given: Mapping[str, str], ask: Ask | None) -> Draft:
    """Return a new record of a kind.

    Args:
        root: the project's root.
        name: the kind.
        given: answers known beforehand, by dotted path; `id` and `file` name record and file.
        ask: asks for the others; None when nobody is there.

    Raises:
        UserError: no such kind, answers that are missing or will not do, or a record that is there.
    """
    kind = kind_meant(name, WRITABLE, ask)
    blank, reference = Blank.of(root, kind), load_reference(root).reference
    answers = {key: text for key, text in given.items() if key not in ("id", "file")}
    interview = Interview(reference, answers, ask, blank.help, blank.wanted)
    record = interview.group(kind.model)
    interview.refuse()
    key = _id(root, kind, record, given, ask)
    if kind.layout == "table":
        path = _table(root, kind, given, ask)
        content = _entered(root, path, key, blank, record)
    else:
        path = _path(kind, record, key)
        if (root / path).exists() or (root / path).with_suffix(".csv").exists():
            raise UserError(f"{path} đã có, không ghi đè; sửa tệp đó, hoặc đặt mã khác")
        content = _whole(path, key, kind, blank, record)
    encoded = content.encode("utf-8")
    return Draft(path, key, encoded, tried(root, {path: encoded}))


def _id(
    root: Path, kind: Kind, record: Mapping[str, Any], given: Mapping[str, str], ask: Ask | None
) -> str:
    """Return the id: as given, or by the rule of the kind, or as the clerk wants it."""
    proposal = _proposed(root, kind, record)
    if "id" in given:
        found = given["id"]
    elif ask and kind.layout != "volume":  # a decision's id follows from its symbol
        words = "mã, là địa chỉ của trang, đã công bố thì không đổi"
        found = ask(Question("id", "mã", words, proposal=proposal)).strip() or proposal
    else:
        found = proposal
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", found) or DEVICE.fullmatch(found):
        raise UserError(f"mã «{found}» không dùng làm địa chỉ được; ghi --set id=chu-khong-dau")
    return found


def _proposed(root: Path, kind: Kind, record: Mapping[str, Any]) -> str:
    """Return the id that the rule of the kind gives; a twin gets its day and month."""
    for names in kind.named_by:
        words = [str(record.get(name, name if "-" in name else "")) for name in names]
        if all(words):
            found = slugify(" ".join(words))
            found = found if len(found) <= _LONGEST else found[:_LONGEST].rpartition("-")[0]
            break
    else:
        return ""
    twin = kind.layout == "volume" and (root / _path(kind, record, found)).exists()
    _, month, day, *_ = (*str(record.get("date", "")).split("-"), "", "", "")
    return f"{found}-{day}{month}" if twin and day else found


def _path(kind: Kind, record: Mapping[str, Any], key: str) -> str:
    """Return where a record lies: the stars of the kind's `where`, one after the other."""
    path = kind.where
    for name in kind.folders:
        value = str(record[name])
        path = path.replace("*", value[:4] if name == "date" else value, 1)
    return path.replace("*", key, 1)


def _whole(path: str, key: str, kind: Kind, blank: Blank, record: Mapping[str, Any]) -> str:
    """Return the text of a file that holds one record."""
    up = "../" * (path.count("/") - 1 if path.startswith("data/") else path.count("/"))
    folder = SCHEMAS.removeprefix("data/") if path.startswith("data/") else SCHEMAS
    schema = f"# yaml-language-server: $schema={up}{folder}/{kind.name}.json\n"
    values = {"id": key, **record} if kind.layout == "volume" else dict(record)
    if kind.layout != "markdown":
        return schema + blank.written(values)
    body = values.pop("body", "")
    return f"---\n{schema}{blank.written(values)}---\n{body.strip()}\n"


def _table(root: Path, kind: Kind, given: Mapping[str, str], ask: Ask | None) -> str:
    """Return the file of a vocabulary that takes one entry more."""
    found = [path.relative_to(root).as_posix() for path in matching(root, kind.where)]
    wanted = given.get("file", "")
    if not wanted and len(found) > 1 and ask:
        question = Question("file", "ghi vào tệp nào", choices=tuple(found), proposal=found[0])
        wanted = ask(question).strip() or found[0]
    if wanted.isdecimal() and 1 <= int(wanted) <= len(found):
        wanted = found[int(wanted) - 1]
    chosen = [path for path in found if not wanted or path.endswith(wanted)]
    if len(chosen) == 1:
        return chosen[0]
    raise UserError(f"ghi vào tệp nào? Chọn bằng --set file=…: {', '.join(found)}")


def _entered(root: Path, path: str, key: str, blank: Blank, record: Mapping[str, Any]) -> str:
    """Return the text of a vocabulary with one entry more at its end."""
    if not (root / path).is_file():
        return entered("", key, blank.written(record))
    if fault := read_text(root, root / path).fault:
        raise UserError(str(fault))
    try:
        text = (root / path).read_bytes().decode("utf-8")
        return entered(text, key, blank.written(record))
    except YamlError as error:
        raise UserError(f"{path}:{error.line}: {error.problem}; {error.cure}") from None
    except UserError as error:
        raise UserError(f"{path}: {error}") from None
