"""A form being filled: answers given beforehand, or asked one by one as the models tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.answers import Ask, Question, agreed, answer, asked_for, dialogue
from generator.records.base import Part, Reference
from generator.records.forms import FormField, form_of
from generator.values import UserError
from generator.vietnamese import nfc, squeeze

_DATE = "ví dụ 05/3/2024; chỉ biết tháng: 3/2024; chỉ biết năm: 2024"


@dataclass
class Interview:
    """One form being filled.

    Attributes:
        reference: the records that answers may name.
        given: answers known beforehand, by dotted path (`honours.1.name`).
        ask: asks the clerk; None when nobody is there.
        help: what the sample says of a field, by its path without numbers.
        wanted: the fields to ask for though a record can do without them.
        limits, empty: the choices of a field where not all are meant; what no answer means there.
        problems: what is missing or wrong when nobody is there to ask.
    """

    reference: Reference
    given: Mapping[str, str]
    ask: Ask | None = None
    help: Mapping[str, str] = field(default_factory=dict)
    wanted: frozenset[str] = frozenset()
    limits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    empty: Mapping[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    _used: set[str] = field(default_factory=set)
    _free: set[str] = field(default_factory=set)  # groups whose members have names of their own

    def group(
        self, model: type[Part], path: str = "", proposals: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the answers for a group of fields.

        Args:
            model: what the group is.
            path: where it stands, with a dot at its end; "" for a record itself.
            proposals: what to propose for its fields.
        """
        found: dict[str, Any] = {}
        order = {name: place for place, name in enumerate(self.help)}

        def told_at(item: FormField) -> int:
            return order.get(self._plain(path + item.name), len(order))

        for item in sorted(form_of(model), key=told_at):  # as the sample tells of them
            if path or item.name != "id":  # a record's id follows from its other fields
                value = self._value(item, path + item.name, (proposals or {}).get(item.name))
                if value is not None and value != () and value != {}:
                    found[item.name] = value
        return found

    def refuse(self) -> None:
        """Stop when answers are missing, will not do, or belong to no field.

        Raises:
            UserError: all that is wrong.
        """
        strange = sorted(self.given.keys() - self._used)
        self.problems += [f"--set {name}: không có trường này" for name in strange]
        if self.problems:
            raise UserError("\n".join(["chưa ghi gì, vì:", *self.problems]))

    def _value(self, item: FormField, path: str, proposal: Any) -> Any:
        if item.inner is None:
            return self._keyed(path) if item.keyed else self.one(item, path, proposal)
        if item.keyed:
            self._free.add(path)
            return dict(self._named(item, path))
        if item.many:
            return tuple(self._rows(item, path))
        if self._names(path) or self._asked(item, path):
            return self.group(item.inner, f"{path}.")
        return None

    def _rows(self, item: FormField, path: str) -> Iterator[dict[str, Any]]:
        """Yield the groups of a list; each proposes what the one before it says."""
        assert item.inner is not None
        number, before = 0, dict[str, Any]()
        numbers = [name for name in self._names(path) if name.isdecimal()]
        while True:
            number += 1
            must = number == 1 and item.required
            if str(number) not in numbers and not must and not self._more(item, path, number):
                return
            row = self.group(item.inner, f"{path}.{number}.", {**before, "id": str(number)})
            before = {k: v for k, v in row.items() if k in ("kind", "award", "class")}
            yield row

    def _named(self, item: FormField, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the groups that have names of their own, with these names."""
        assert item.inner is not None
        names, number = self._names(path), 0
        for name in names:
            yield name, self.group(item.inner, f"{path}.{name}.")
        while not names and self._more(item, path, number := number + 1):
            yield f"nguon-{number}", self.group(item.inner, f"{path}.nguon-{number}.")

    def _more(self, item: FormField, path: str, number: int) -> bool:
        """Ask whether a list goes on."""
        if not self._asked(item, path) or self.ask is None:
            return False
        words = f"Ghi mục thứ {number} của «{item.title}»?"
        usual = "có" if number == 1 else "không"
        text = self.ask(Question(path, words, choices=("có", "không"), proposal=usual))
        return agreed(text.strip() or usual)

    def _keyed(self, path: str) -> dict[str, Any]:
        """Return the given answers of a group whose fields are free."""
        names = {name: f"{path}.{name}" for name in self._names(path)}
        self._used.update(names.values())
        return {name: squeeze(nfc(self.given[below])) for name, below in names.items()}

    def _plain(self, path: str) -> str:
        """Return a path as the sample has it: without numbers, a star for a name of its own."""
        parts: list[str] = []
        for part in path.split("."):
            if ".".join(parts) in self._free:
                parts.append("*")
            elif not part.isdecimal():
                parts.append(part)
        return ".".join(parts)

    def _names(self, path: str) -> list[str]:
        """Return what the given answers name just below a path, in their order."""
        above = f"{path}."
        below = (name.removeprefix(above) for name in self.given if name.startswith(above))
        return list(dict.fromkeys(name.partition(".")[0] for name in below))

    def _asked(self, item: FormField, path: str) -> bool:
        if "." in path and f"defaults.{item.name}" in self.given:  # said for all rows at once
            return False
        return item.required or self._plain(path) in self.wanted

    def one(self, item: FormField, path: str, proposal: Any = None) -> Any:
        """Return the answer for one field, or None."""
        item = item._replace(choices=self.limits.get(path, item.choices))
        if path in self.given:
            self._used.add(path)
            return self._given(item, path, self.given[path])
        if not self._asked(item, path):
            return None
        if self.ask is None:
            if proposal:
                return self._given(item, path, str(proposal))
            if item.required:
                self.problems.append(f"thiếu --set {path}=…: {asked_for(item)}")
            return None
        words = _DATE if item.type == "date" else self.help.get(self._plain(path), "")
        words += "; nhiều giá trị thì ngăn bằng dấu chấm phẩy" if item.many else ""
        words += "; gõ vài chữ của tên, hoặc ? để xem danh sách" if item.refers else ""
        told = (item.title, words, item.choices, str(proposal or ""), item.required, "")
        question = Question(path, *told, self.empty.get(path, "bỏ qua"))
        return dialogue(item, question, self.ask, self.reference)

    def _given(self, item: FormField, path: str, text: str) -> Any:
        value, problem = answer(item, text, self.reference)
        self.problems += [f"--set {path}: {problem}"] if problem else []
        return value
