"""The commands that write records: what is asked at the terminal, and what is told there."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from generator.amend import Amendment, amended
from generator.cli_asking import agreed, asker
from generator.cli_words import ROOT, YES, Command, project_at, tell
from generator.effect import PageChange
from generator.new import drafted
from generator.records.forms import told
from generator.releasing import next_release
from generator.seal import seal as seal_file
from generator.trial import Outcome
from generator.values import UserError
from generator.vietnamese import number

_PAGES, _LINES = 60, 8  # how much of an effect is shown
_SET = click.option("--set", "given", multiple=True, metavar="TRƯỜNG=GIÁ_TRỊ",
                    help="Trả lời trước một câu hỏi; dùng được nhiều lần.")  # fmt: skip


@click.command(cls=Command)
@click.argument("kind", metavar="LOẠI", default="")
@ROOT
@_SET
@YES
def new(kind: str, root: Path, given: tuple[str, ...], yes: bool) -> None:
    """Tạo một hồ sơ mới: hỏi từng điều, ghi tệp có chú thích vào đúng chỗ."""
    project = project_at(root)
    draft = drafted(project, kind, _answers(given), asker())
    _told(draft.outcome)
    if draft.outcome.private:
        raise UserError("chưa ghi gì: bỏ dữ liệu riêng tư nêu trên rồi làm lại")
    click.echo(f"Tệp mới: {draft.path} (mã {draft.key})")
    if not yes and not agreed():
        return
    draft.write(project)
    click.echo(f"Đã ghi {draft.path}.")
    if not draft.outcome.sound:
        click.echo("Hồ sơ còn lỗi như trên; sửa trong tệp rồi chạy tuyenduong check.")
        sys.exit(1)


def _amending(name: str, words: str, changes: tuple[str, ...]) -> click.Command:
    """Return a command that adds an act to the history of a decision."""

    def run(
        root: Path, which: str, yes: bool, whole: bool, given: tuple[str, ...],
        fixes: tuple[str, ...] = (), **options: Any
    ) -> None:  # fmt: skip
        project = project_at(root)
        named = {k: ";".join(v) if isinstance(v, tuple) else v for k, v in options.items() if v}
        named |= {"change": changes[0]} if len(changes) == 1 else {}
        answers = {**_answers(given), **({"honours": ""} if whole else {}), **named}
        _write(project, amended(project, which, changes, answers, asker(), fixes), yes)

    options: list[Callable[[Any], Any]] = [
        click.argument("which", metavar="QUYẾT_ĐỊNH", default=""),
        ROOT,
        click.option("--honour", "honours", multiple=True, metavar="MÃ_LƯỢT",
                     help="Lượt khen nào; dùng được nhiều lần."),
        click.option("--whole", is_flag=True, help="Cả quyết định, mọi lượt khen."),
        click.option("--date", metavar="NGÀY", help="Ngày của văn bản thay đổi."),
        click.option("--symbol", metavar="SỐ", help="Số, ký hiệu của văn bản thay đổi."),
        click.option("--issuer", metavar="CƠ_QUAN", help="Ai ban hành văn bản thay đổi."),
        click.option("--reason", metavar="LÝ_DO", help="Lý do, nội dung; hiện trên trang."),
        click.option("--legal-basis", "legal_basis", metavar="CĂN_CỨ", help="Căn cứ pháp lý."),
        _SET,
        YES,
    ]  # fmt: skip
    if len(changes) > 1:
        options.append(
            click.option("--how", "change", metavar="CÁCH",
                         help=f"Thay đổi gì: {', '.join(map(told, changes))}.")
        )  # fmt: skip
    if changes == ("corrected",):
        options.append(
            click.option("--fix", "fixes", multiple=True, metavar="MÃ_LƯỢT.TRƯỜNG=GIÁ_TRỊ",
                         help="Sửa luôn trong danh sách, ví dụ 2.role=Hiệu trưởng.")
        )  # fmt: skip
    for option in reversed(options):
        run = option(run)
    return click.command(name, cls=Command, help=words)(run)


correct = _amending("correct", "Ghi một đính chính vào lịch sử của quyết định.", ("corrected",))
revoke = _amending("revoke", "Ghi việc hủy bỏ hoặc tước khen thưởng.", ("cancelled", "stripped"))
restore = _amending("restore", "Ghi việc phục hồi khen thưởng đã bị hủy bỏ, tước.", ("restored",))


@click.command(cls=Command)
@ROOT
@YES
def release(root: Path, yes: bool) -> None:
    """Ghi một đợt công bố dữ liệu, để về sau biết đã thay đổi những gì."""
    project = project_at(root)
    found = next_release(project)
    since = f" (so với đợt {found.before})" if found.before else ""
    click.echo(
        f"Đợt công bố {Path(found.path).stem}: {number(len(found.marks))} lượt khen, "
        f"{number(found.new)} mới, {number(found.other)} có thay đổi{since}."
    )
    if yes or agreed():
        size = found.write(project)
        click.echo(f"Đã ghi {found.path} ({number(size)} byte); nhớ đưa tệp này vào git.")


@click.command(cls=Command)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@ROOT
def seal(file: Path, root: Path) -> None:
    """Niêm phong một tệp còn cấm công bố, để công bố trước mã kiểm của nó."""
    sealed = seal_file(project_at(root), file)
    click.echo(f"Đã niêm phong vào {sealed.path}.")
    click.echo("Giữ kín tệp đó, không mở ra lưu lại; khi mở thì chép nguyên vào content/tep/.")
    click.echo("Mã kiểm, ghi vào data/commitments.yml (tuyenduong new commitment):")
    click.echo(f"  sha256: {sealed.sha256}")


COMMANDS = (new, correct, revoke, restore, release, seal)


def _write(project: Path, amendment: Amendment, yes: bool) -> None:
    """Show what an amendment does, and write it if the clerk agrees and it brings no fault."""
    _told(amendment.outcome)
    names = ", ".join(amendment.files)
    if not amendment.outcome.sound:
        raise UserError(f"chưa ghi vào {names}: sửa các lỗi trên trước")
    if yes or agreed():
        amendment.write(project)
        click.echo(f"Đã ghi vào {names}.")


def _told(outcome: Outcome) -> None:
    """Tell the faults and the effect of an edit."""
    tell(outcome.faults)
    if outcome.pages is None:
        click.echo("Dữ liệu còn lỗi nên chưa tính được tác động tới các trang.")
        return
    by_kind = {what: [p for p in outcome.pages if p.what == what] for what in ("mới", "đổi", "bỏ")}
    counts = (f"{number(len(pages))} trang {what}" for what, pages in by_kind.items() if pages)
    click.echo(f"Tác động: {', '.join(counts) or 'không trang nào đổi'}.")
    for change in outcome.pages[:_PAGES]:
        _told_page(change)
    if len(outcome.pages) > _PAGES:
        click.echo(f"… và {number(len(outcome.pages) - _PAGES)} trang nữa")


def _told_page(change: PageChange) -> None:
    click.echo(f"{change.what:>4}  {change.address}  {change.title}")
    for line in change.lines[:_LINES]:
        click.echo(f"        {line.words}")
    if len(change.lines) > _LINES:
        click.echo(f"        … và {number(len(change.lines) - _LINES)} dòng nữa")


def _answers(given: Iterable[str]) -> dict[str, str]:
    """Return what `--set` gives: `field=value`, the value as it is."""
    pairs = [text.partition("=") for text in given]
    if wrong := [name for name, sign, _ in pairs if not sign]:
        raise UserError(f"--set {wrong[0]}: viết --set trường=giá trị")
    return {name.strip(): value for name, _, value in pairs}
