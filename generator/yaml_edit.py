"""One entry more in a YAML text, and not a byte of the rest changed. Knows PyYAML's nodes.

A round trip through a YAML library would set indents, quotes and line ends anew. Here the text is
cut at one place and the new lines are put in: comments, order and habits of the file stay, and
the result is read again to prove that it says what the old text said, and the entry.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator import yaml_tree
from generator.values import UserError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def appended(text: str, key: str, entry: Mapping[str, Any], before: Sequence[str]) -> str:
    """Return a text with one entry more at the end of one of its lists.

    Args:
        text: a YAML document, a group of fields, that `yaml_tree` reads.
        key: the field that holds the list; the field is made when it is not there.
        entry: plain values by name: texts, whole numbers, and tuples or groups of them.
        before: the fields before which a new list stands, if the text has any of them.

    Raises:
        UserError: the text is laid out in a way that cannot be added to.
    """
    root = yaml.compose(text, Loader=_LOADER)
    assert isinstance(root, yaml.MappingNode), "a group of fields"
    newline = "\r\n" if "\r\n" in text else "\n"
    lists = {name.value: node for name, node in root.value}
    if root.flow_style:
        new = _flow(entry) if key in lists else f"{key}: [{_flow(entry)}]"
        made = _into_flow(text, lists.get(key, root), new)
    elif key not in lists:
        lines = [f"{key}:", *_block(entry, "  ")]
        made = _before(text, root, before, lines, newline)
    elif lists[key].flow_style:
        made = _into_flow(text, lists[key], _flow(entry))
    else:
        at = _line_end(text, lists[key])
        indent = " " * (lists[key].start_mark.column)
        made = _lines_at(text, at, _block(entry, indent), newline)
    _prove(text, made, key, entry)
    return made


def entered(text: str, key: str, entry: str) -> str:
    """Return a text with one field more at its end, a group.

    Args:
        text: a group of fields, or nothing yet.
        key: the field's name.
        entry: what it holds, as YAML with comments.

    Raises:
        UserError: the field is there, or the text is laid out in a way that cannot be added to.
        YamlError: the text is no YAML.
    """
    before = yaml_tree.read(text.removeprefix("\ufeff")).value if text.strip() else {}
    if key in before:
        raise UserError(f"mã «{key}» đã có; sửa mục đó, hoặc chọn mã khác")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [f"{key}:", *(f"  {line}" for line in entry.splitlines())]
    made = _lines_at(text, len(text), ["", *lines] if text else lines, newline)
    wanted = {**before, key: yaml_tree.read(entry).value}
    if yaml_tree.read(made.removeprefix("\ufeff")).value != wanted:
        raise UserError("không tự thêm được vào tệp này; hãy tự ghi:\n" + "\n".join(lines))
    return made


def replaced(text: str, key: str, which: tuple[str, Any], field: str, value: Any) -> str:
    """Return a text in which one field of one group of a list has another value.

    Args:
        text: a YAML document, a group of fields, that `yaml_tree` reads.
        key: the field that holds the list.
        which: a field of the group that is meant, and its value.
        field: the field to set; made when it is not there.
        value: a plain value.

    Raises:
        UserError: the text is laid out in a way that cannot be changed so.
    """
    old = yaml_tree.read(text).value
    place = next(n for n, item in enumerate(old[key]) if item.get(which[0]) == which[1])
    root = yaml.compose(text, Loader=_LOADER)
    assert isinstance(root, yaml.MappingNode), "a group of fields"
    group = next(node for name, node in root.value if name.value == key).value[place]
    found = next((node for name, node in group.value if name.value == field), None)
    if found is not None:
        start = found.start_mark.index  # a long text's mark stands behind its last line end
        end = start + len(text[start : found.end_mark.index].rstrip())
        made = text[:start] + in_line(value) + text[end:]
    elif group.flow_style:
        made = _into_flow(text, group, f"{field}: {in_line(value)}")
    else:
        line = f"{' ' * group.start_mark.column}{field}: {in_line(value)}"
        made = _lines_at(text, _line_end(text, group), [line], "\r\n" if "\r\n" in text else "\n")
    rows = tuple({**r, field: value} if n == place else r for n, r in enumerate(old[key]))
    if not _says(made, {**old, key: rows}):
        raise UserError(f"không tự sửa được «{field}» trong tệp này; hãy tự sửa")
    return made


def _before(
    text: str, root: yaml.MappingNode, fields: Sequence[str], lines: Sequence[str], newline: str
) -> str:
    """Put lines before the first of some fields and the comment that belongs to it."""
    starts = [name.start_mark.index for name, _ in root.value if name.value in fields]
    if not starts:
        return _lines_at(text, _line_end(text, root), lines, newline)
    at = min(starts)
    while True:
        above = text.rfind("\n", 0, max(at - 1, 0)) + 1
        if above == at or not text[above:at].startswith("#"):
            break
        at = above
    return text[:at] + "".join(f"{line}{newline}" for line in lines) + text[at:]


def _lines_at(text: str, at: int, lines: Sequence[str], newline: str) -> str:
    """Put lines where a line begins; the line before gets its end if it has none."""
    ended = newline if at and text[at - 1] not in "\r\n" else ""
    return text[:at] + ended + "".join(f"{line}{newline}" for line in lines) + text[at:]


def _line_end(text: str, node: yaml.Node) -> int:
    """Return where the line after a node's last value begins."""
    leaf = node
    while isinstance(leaf, yaml.CollectionNode) and not leaf.flow_style and leaf.value:
        last = leaf.value[-1]
        leaf = last[1] if isinstance(last, tuple) else last
    at = leaf.end_mark.index
    if isinstance(leaf, yaml.ScalarNode) and leaf.style in ("|", ">"):
        at = leaf.start_mark.index + len(text[leaf.start_mark.index : at].rstrip())
    end = text.find("\n", at)
    return end + 1 if end >= 0 else len(text)


def _into_flow(text: str, node: yaml.Node, new: str) -> str:
    """Put a value behind the last one of `[…]` or `{…}`."""
    if not node.value:
        return text[: node.start_mark.index + 1] + new + text[node.start_mark.index + 1 :]
    last = node.value[-1]
    at = (last[1] if isinstance(last, tuple) else last).end_mark.index
    return f"{text[:at]}, {new}{text[at:]}"


def _block(entry: Mapping[str, Any], indent: str) -> list[str]:
    lines = [f"{name}: {in_line(value)}" for name, value in entry.items()]
    return [f"{indent}{'- ' if place == 0 else '  '}{line}" for place, line in enumerate(lines)]


def _flow(entry: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {in_line(value)}" for name, value in entry.items()) + "}"


def in_line(value: Any) -> str:
    """Return a plain value as YAML, on one line."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(in_line, value)) + "]"
    if isinstance(value, Mapping):
        return _flow(value)
    words = {True: "true", False: "false", None: "null"}
    if value is None or isinstance(value, bool):
        return words[value]
    return scalar(value) if isinstance(value, str) else str(value)


def scalar(text: str) -> str:
    """Return a text as YAML: bare where every reader takes it for that text, else in quotes."""
    quoted = json.dumps(text, ensure_ascii=False)
    try:
        # Between brackets is the strictest place: what is right there is right everywhere.
        bare = yaml_tree.read(f"a: [{text}]\n").value == {"a": (text,)} and "\n" not in text
        bare = bare and yaml_tree.read(f"a: {text}\n").value == {"a": text}
    except yaml_tree.YamlError:
        bare = False
    return text if bare else quoted


def _prove(old: str, new: str, key: str, entry: Mapping[str, Any]) -> None:
    """Make sure that a text says what the old one said, and the entry."""
    before = yaml_tree.read(old).value
    if not _says(new, {**before, key: (*before.get(key, ()), dict(entry))}):
        lines = "\n".join([f"{key}:", *_block(entry, "  ")])
        raise UserError(f"không tự thêm được vào tệp này; hãy tự ghi những dòng sau:\n{lines}")


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return bool(yaml_tree.read(text).value == wanted)
    except yaml_tree.YamlError:
        return False
