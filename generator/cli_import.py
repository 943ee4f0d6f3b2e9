"""The commands `import` and `template`: what is asked at the terminal, and what is shown there."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from generator.check import stops
from generator.cli_asking import agreed
from generator.cli_progress import progress
from generator.cli_words import ROOT, YES, Command, project_at
from generator.importer.answers import Answers, Question
from generator.importer.bring import Import, begin, finish, leaking
from generator.importer.compose import Proposal
from generator.importer.form import form
from generator.importer.report import Report, html
from generator.importer.understand import ASIDE
from generator.load import load_reference
from generator.values import DataError, UserError

_SHOWN = 60  # rows at the terminal; the report holds all
_TEXTS = (
    ("issuer", "MÃ", "Người, cơ quan quyết định: mã trong data/vocabulary/units.yml."),
    ("symbol", "SỐ", "Số, ký hiệu của quyết định, ví dụ 1870/QĐ-UBND."),
    ("no-symbol", "TÊN", "Văn bản không có số: đặt một tên ngắn làm mã."),
    ("date", "NGÀY", "Ngày của quyết định: 17/10/2023; chỉ biết năm thì ghi 2023."),
    ("title", "CHỮ", "Trích yếu."),
    ("occasion", "CHỮ", "Thành tích chung của cả danh sách."),
    ("award", "MÃ", "Danh hiệu, hình thức của những dòng không ghi: mã trong awards.yml."),
    ("class", "HẠNG", "Hạng của những dòng không ghi: Nhất, Nhì, Ba."),
    ("commendation", "MÃ", "Loại hình: cong-trang, dot-xuat, chuyen-de, …"),
    ("movement", "MÃ", "Phong trào: mã trong data/movements/."),
)
_CHOICES = {
    "kind": (("person", "collective", "household"), "Loại của mọi dòng không rõ loại."),
    "date-basis": (("signed", "posted", "handed", "inferred"), "Căn cứ của ngày."),
    "encoding": (("convert", "keep"), "Chữ bảng mã cũ: đổi sang Unicode, hay giữ nguyên."),
}
_FLAGS = (
    ("accept-count", "Nhận danh sách dù số lượng khác văn bản."),
    ("leave-out", "Bỏ qua những dòng, chữ ngoài ô không nhập được (báo cáo nêu từng chỗ)."),
    ("take-hidden", "Nhập cả dòng, cột, trang tính ẩn."),
    ("illustrative", "Dữ liệu minh họa."),
    ("dry-run", "Chỉ cho xem, không ghi gì."),
)


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of an import, one for each thing that may have to be said."""
    for name, text in reversed(_FLAGS):
        command = click.option(f"--{name}", is_flag=True, help=text)(command)
    for name, (values, text) in _CHOICES.items():
        kind = click.Choice(values)
        command = click.option(f"--{name}", type=kind, help=text)(command)
    for name, metavar, text in reversed(_TEXTS):
        variable = "grade" if name == "class" else name.replace("-", "_")
        command = click.option(
            f"--{name}", variable, default="", metavar=metavar, help=text
        )(command)  # fmt: skip
    without = "Cột không đọc, theo tiêu đề hoặc chữ cái; dùng được nhiều lần."
    command = click.option("--without", multiple=True, metavar="CỘT", help=without)(command)
    report = "Ghi báo cáo vào tệp này, cả khi không nhập được."
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("--report", type=path, metavar="TỆP", help=report)(command)


@click.command("import", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="TỆP…",
                type=click.Path(path_type=Path, allow_dash=True))  # fmt: skip
@ROOT
@_options
@YES
def import_files(
    files: tuple[Path, ...], root: Path, report: Path | None, dry_run: bool, yes: bool, **said: Any
) -> None:
    """Nhập danh sách từ Excel, Word, CSV; dấu - là văn bản dán vào."""
    pasted = sys.stdin.buffer.read() if Path("-") in files else None
    with Console(stderr=True).status("Đang đọc…"):
        whole = begin(project_at(root), [path for path in files if path != Path("-")], pasted)
    answers = Answers(**{name: value for name, value in said.items() if value is not None})
    proposal = _answered(whole, answers, asking=pasted is None and sys.stdin.isatty())
    told = whole.report(proposal)
    page = html(told, whole.sources[0].name)
    if report and (fault := leaking((page,), whole)):
        raise DataError((fault,))
    if report:
        report.write_text(page, "utf-8", newline="")
    _show(told, Console())
    stopped = [*(question.fault for question in proposal.questions), *proposal.faults]
    if stops(stopped):
        click.echo("Chưa ghi gì vào sổ.")
        sys.exit(1)
    if dry_run:
        click.echo("Nhập được; chưa ghi gì vì có --dry-run.")
        return
    if pasted is not None and not yes:  # what was pasted stands where the answer would
        raise UserError("chưa ghi gì; thêm --yes để ghi")
    if not yes and not agreed("Ghi vào sổ?"):
        click.echo("Chưa ghi gì vào sổ.")
        return
    for name in finish(whole, proposal, told):
        click.echo(f"Đã ghi {name}")
    click.echo("Xem lại báo cáo, rồi xem trang sẽ ra sao: tuyenduong preview.")


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="[TỆP]",
                default=Path("mau-danh-sach.xlsx"))  # fmt: skip
@ROOT
def template(file: Path, root: Path) -> None:
    """Tạo biểu mẫu Excel để điền danh sách rồi nhập."""
    if file.exists():
        raise UserError(f"{file} đã có; chọn tên khác, hoặc xóa tệp cũ")
    file.write_bytes(form(load_reference(project_at(root)).reference))
    click.echo(f"Đã tạo {file}. Điền xong thì chạy: tuyenduong import {file}")


def _answered(whole: Import, answers: Answers, *, asking: bool) -> Proposal:
    """Ask what only a person can say, one question at a time, until nothing is open."""
    proposal = _proposed(whole, answers)
    while asking and proposal.questions and not stops(proposal.faults):
        answers = _ask(proposal.questions[0], answers)
        proposal = _proposed(whole, answers)
    return proposal


def _proposed(whole: Import, answers: Answers) -> Proposal:
    """Understand the rows, with a bar that shows how far that is."""
    with progress() as bars:
        return whole.proposed(answers, bars.step("Đang hiểu từng dòng", whole.rows))


def _ask(question: Question, answers: Answers) -> Answers:
    click.echo(str(question.fault.position.file) + ": " + question.text)
    if question.agreed is not None:
        if not agreed("Bỏ qua và nhập phần còn lại?"):
            raise click.Abort
        return answers.said(question.name, question.agreed)
    for place, (value, words) in enumerate(question.choices, 1):
        click.echo(f"{place:>4}. {words} ({value})")
    said = click.prompt("Trả lời" + (" (số thứ tự)" if question.choices else "")).strip()
    if said.isdecimal() and 1 <= int(said) <= len(question.choices):
        said = question.choices[int(said) - 1][0]
    return answers.said(question.name, said)


def _show(report: Report, console: Console) -> None:
    """Print a report: what was read, the rows side by side, and what to look at."""
    for label, value in report.facts:
        console.print(f"{label}: {escape(value)}", highlight=False)
    lines = [line for line in report.lines if line.result not in ASIDE]
    if lines:
        one = len({line.place.rpartition(":")[0] for line in lines}) == 1
        table = Table(
            Column("Dòng" if one else "Chỗ", overflow="fold"), "Nguồn", "Kết quả", "Đã đổi, còn ngờ"
        )
        for line in lines[:_SHOWN]:
            where = line.place.rpartition(":")[2] if one else line.place
            result = line.result or line.fate
            table.add_row(*map(escape, (where, line.source, result, "; ".join(line.changes))))
        console.print(table)
    if more := len(lines[_SHOWN:]):
        click.echo(f"… còn {more} dòng nữa, xem trong báo cáo.")
    if aside := len(report.lines) - len(lines):
        click.echo(f"{aside} dòng ở trang hướng dẫn, trang không có danh sách: không đọc.")
    for remark in report.remarks:
        click.echo(f"Ghi nhận: {remark}")
    for fault in report.faults:
        click.echo(fault)
    if report.sums:
        click.echo(report.sums + ".")
