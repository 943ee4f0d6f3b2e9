"""How a question looks at the terminal, and whether anybody sits there to answer."""

import sys

import click

from generator.answers import Ask, Question
from generator.answers import agreed as means_yes
from generator.records.forms import told
from generator.values import UserError


def asker() -> Ask | None:
    """Return how to ask at the terminal; None when nobody sits there."""
    return _asked if sys.stdin.isatty() else None


def _asked(question: Question) -> str:
    """Ask, and return what was typed."""
    if question.problem:
        click.echo(f"  {question.problem}")
    name = f"  [{question.path}]" if question.path else ""
    click.echo(f"\n{question.title}{name}")
    if question.help not in ("", question.title) and not question.choices:
        click.echo(f"  {question.help}")
    for place, choice in enumerate(question.choices, 1):
        click.echo(f"  {place}. {told(choice)}")
    usual = f" (Enter: {question.proposal})" if question.proposal else ""
    skip = "" if question.required or usual else f" (Enter: {question.empty})"
    answer: str = click.prompt(f"{usual}{skip}>".strip(), default="", show_default=False,
                               prompt_suffix=" ")  # fmt: skip
    return answer


def agreed(question: str = "Ghi?") -> bool:
    """Ask whether to write, or whatever else can be answered by yes or no.

    Raises:
        UserError: nobody is there to ask.
    """
    if not sys.stdin.isatty():
        raise UserError("chưa ghi gì; thêm --yes để ghi")
    text = click.prompt(f"\n{question} (có/không)", default="không", show_default=False,
                        prompt_suffix=" ")  # fmt: skip
    return means_yes(text)
