"""The command `tuyenduong`: names for the steps, and words for what happens; no logic."""

import errno
import io
import os
import sys
import threading
import webbrowser
from pathlib import Path

import click

from generator import build as builder
from generator.check import read, stops
from generator.cli_clerk import COMMANDS
from generator.cli_progress import Quiet, progress
from generator.cli_words import ROOT, Command, Vietnamese, project_at, tell, usage
from generator.cluster import workers_at
from generator.markdown_tree import write_pages
from generator.preview import Rehearsal, Stage, followed, look
from generator.schema import FOLDER, schemas
from generator.values import DataError, UserError
from generator.vietnamese import number

_IMPORTER = ("import", "template")
_SYSTEM = {
    errno.ENOSPC: "đĩa đã đầy; dọn bớt rồi chạy lại",
    errno.EACCES: "không có quyền; xem lại quyền của thư mục",
    errno.EPERM: "không có quyền; xem lại quyền của thư mục",
    errno.EROFS: "ổ đĩa chỉ đọc; chọn nơi khác bằng --out",
    errno.EADDRINUSE: "địa chỉ đang có chương trình khác dùng; chọn cổng khác (--address, --port)",
}


class _Commands(Vietnamese):
    """The commands. Those of the importer are known only when they are asked for: the libraries
    that read the office's files take longer to load than all the rest, in every worker too.
    """

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name in _IMPORTER and cmd_name not in self.commands:
            from generator import cli_import

            self.add_command(cli_import.import_files)
            self.add_command(cli_import.template)
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of all commands."""
        self.get_command(ctx, _IMPORTER[0])
        super().format_commands(ctx, formatter)


@click.group(cls=_Commands)
def commands() -> None:
    """Dựng sổ vinh danh từ hồ sơ khen thưởng."""


@commands.command(cls=Command)
@ROOT
def check(root: Path) -> None:
    """Kiểm tra dữ liệu, nêu mọi lỗi một lần."""
    faults = builder.check(project_at(root))
    tell(faults)
    if stops(faults):
        sys.exit(1)
    click.echo("Dữ liệu dùng được." if faults else "Không có lỗi.")


@commands.command(cls=Command)
@ROOT
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Thư mục của trang (mặc định: site trong thư mục gốc).",
)
@click.option("--jobs", type=click.IntRange(1, 256), metavar="SỐ",
              help="Số tiến trình (mặc định: mọi nhân của máy).")  # fmt: skip
@click.option("--fresh", is_flag=True, help="Dựng lại từ đầu, không dùng kết quả lần trước.")
@click.option("--executor", metavar="ĐỊA_CHỈ",
              help="Nhờ các máy khác: dask://máy:cổng, cùng thấy thư mục dự án.")  # fmt: skip
def build(
    root: Path, out: Path | None, jobs: int | None, fresh: bool, executor: str | None
) -> None:
    """Dựng cả trang; có lỗi thì trang cũ giữ nguyên."""
    project = project_at(root)
    site = out or project / "site"
    with progress() as bars:
        with workers_at(executor) as (others, count):
            how = builder.How(jobs or count, fresh, others)
            report = builder.build(project, site, bars, how)
        bars.end()
    tell(report.warnings)
    for name, seconds in report.seconds.items():
        click.echo(f"{_decimal(seconds):>8} giây  {name}")
    click.echo(
        f"Xong: {number(report.pages)} trang HTML, {number(report.files)} tệp "
        f"trong {site}; {number(report.changed)} tệp thay đổi ({_decimal(report.bytes / 1e6)} MB)."
    )


@commands.command(cls=Command)
@click.argument("folder", type=click.Path(path_type=Path), metavar="THƯ_MỤC")
@ROOT
def pages(folder: Path, root: Path) -> None:
    """Ghi mọi trang dạng Markdown vào một thư mục mới."""
    count = write_pages(project_at(root), folder)
    click.echo(f"Đã ghi {number(count)} tệp vào {folder}.")


@commands.command(cls=Command)
@ROOT
@click.option(
    "--address",
    default="127.0.0.1:8000",
    metavar="MÁY:CỔNG",
    help="Địa chỉ xem thử (mặc định: 127.0.0.1:8000).",
)
def serve(root: Path, address: str) -> None:
    """Xem thử trên máy này; lưu tệp là trang tự cập nhật."""
    from generator import host  # MkDocs is slow to import: only here

    click.echo(f"Xem thử tại http://{address}/ (dừng: Ctrl+C)")
    host.serve(project_at(root), address)


@commands.command(cls=Command)
@ROOT
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ_MỤC",
              help="Trang đã công bố để so sánh (mặc định: site trong thư mục gốc).")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="CỔNG",
              help="Cổng trên máy này (mặc định: máy tự chọn).")  # fmt: skip
@click.option("--no-open", is_flag=True, help="Không tự mở trình duyệt.")
def preview(root: Path, out: Path | None, port: int, no_open: bool) -> None:
    """Xem trước trong trình duyệt: trang nào mới, đổi, bỏ, còn lỗi gì."""
    project = project_at(root)
    rehearsal = Rehearsal(project, out or project / "site")
    with Stage(rehearsal, port) as stage, progress() as bars:
        click.echo("Đang dựng bản xem trước…")
        seen = look(project)
        done = seen if rehearsal.build(bars) else {}
        bars.end()
        tell(rehearsal.state.faults)
        page = stage.address.rstrip("/") + rehearsal.state.difference.first
        click.echo(f"Xem trước tại {page}")
        click.echo("Lưu tệp là trang tự cập nhật. Dừng: đóng cửa sổ này, hoặc Ctrl+C.")
        threading.Thread(target=stage.serve_forever, daemon=True).start()
        if not no_open and not webbrowser.open(page):
            click.echo("Không mở được trình duyệt; chép địa chỉ trên vào trình duyệt.")
        followed(project, done, lambda: rehearsal.build(Quiet()), threading.Event())


@commands.command(cls=Command)
@ROOT
def schema(root: Path) -> None:
    """Ghi mẫu kiểm tra cho trình soạn thảo (VS Code) vào data/.schema/."""
    project = project_at(root)
    register, _ = read(project)
    folder = project / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    made = list(schemas(register.reference))
    for name, text in made:
        (folder / name).write_text(text, "utf-8", newline="")
    click.echo(f"Đã ghi {number(len(made))} tệp vào {folder}.")


@commands.command(cls=Command)
@ROOT
@click.option("--honours", type=click.IntRange(1, 1_000_000), default=1000, metavar="SỐ",
              help="Bao nhiêu lượt khen (mặc định: 1.000).")  # fmt: skip
@click.option("--seed", type=int, default=1, metavar="SỐ", help="Hạt giống (mặc định: 1).")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="THƯ_MỤC",
              help="Thư mục mới.")  # fmt: skip
def sample(root: Path, honours: int, seed: int, out: Path) -> None:
    """Tạo một tỉnh tưởng tượng có bao nhiêu lượt khen tùy ý, để thử."""
    from generator.sample import write_sample

    count = write_sample(project_at(root), out, honours, seed)
    click.echo(f"Đã tạo {number(honours)} lượt khen trong {number(count)} quyết định ở {out}.")


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


for command in COMMANDS:
    commands.add_command(command)


def main() -> None:
    """Run the command; a user's mistake ends in a sentence and exit code 1 or 2."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows pipe would take no Vietnamese
    try:
        commands.main(prog_name="tuyenduong", standalone_mode=False)
    except click.UsageError as error:
        click.echo(f"Lỗi: {usage(error)}; xem tuyenduong --help", err=True)
        sys.exit(2)
    except DataError as error:
        tell(error.faults)
        sys.exit(1)
    except UserError as error:
        click.echo(f"Lỗi: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        why = _SYSTEM.get(error.errno or 0, "hệ thống báo lỗi")
        click.echo(f"Lỗi: không đọc hoặc ghi được {error.filename or 'tệp'}: {why}", err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng.", err=True)
        sys.exit(130)
