"""What all commands share: Click's words in Vietnamese, the project, how faults are told."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.values import Fault, UserError
from generator.vietnamese import number

YES = click.option("--yes", is_flag=True, help="Ghi luôn, không hỏi lại.")
ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="THƯ_MỤC",
    help="Thư mục gốc của dự án (mặc định: thư mục hiện tại).",
)


class Vietnamese(click.Group):
    """A group of commands whose own words are Vietnamese too."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        formatter.write_usage(ctx.command_path, "LỆNH [TÙY CHỌN]…", prefix="Cách dùng: ")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        rows = [(n, c.get_short_help_str(80)) for n, c in self.commands.items() if not c.hidden]
        with formatter.section("Các lệnh"):
            formatter.write_dl(rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands; the group itself has no options to tell."""
        self.format_commands(ctx, formatter)


class Command(click.Command):
    """A command whose own words are Vietnamese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        arguments = [p.make_metavar(ctx) for p in self.params if isinstance(p, click.Argument)]
        line = " ".join([*arguments, "[TÙY CHỌN]…"])
        formatter.write_usage(ctx.command_path, line, prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of options."""
        rows = [record for p in self.get_params(ctx) if (record := p.get_help_record(ctx))]
        with formatter.section("Tùy chọn"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`, with a Vietnamese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện hướng dẫn này."
        return option


def usage(error: click.UsageError) -> str:
    """Say in Vietnamese what is wrong with how a command was called."""
    match error:
        case click.NoSuchOption():
            return f"không có tùy chọn {error.option_name}"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"thiếu {name}"
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"giá trị của {name} không dùng được"
    return "lệnh hoặc cách viết không đúng"


def project_at(root: Path) -> Path:
    """Return the project's root, or say that there is none."""
    if not (root / "data").is_dir() or not (root / "mkdocs.yml").is_file():
        raise UserError(
            f"{root.resolve()} không phải thư mục gốc của sổ vinh danh (thiếu data/ hoặc "
            "mkdocs.yml); chuyển tới thư mục gốc, hoặc chỉ ra bằng --root"
        )
    return root.resolve()


def tell(faults: Sequence[Fault]) -> None:
    """Print faults and warnings, and how many of each."""
    for fault in faults:
        click.echo(str(fault))
    wrong = sum(fault.severity == "lỗi" for fault in faults)
    if faults:
        click.echo(f"{number(wrong)} lỗi, {number(len(faults) - wrong)} cảnh báo.")
