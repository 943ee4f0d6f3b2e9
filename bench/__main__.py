"""The command line of the benchmark: `python -m bench`, as `make bench` calls it."""

import signal
from pathlib import Path

import click

from bench import plots, report, rounds
from bench.contenders import CONTENDERS
from bench.folders import clear
from bench.ours import Place
from bench.results import load, save

_HERE = Path(__file__).parent
_KEYS = " ".join(contender.key for contender in CONTENDERS)


@click.command()
@click.option("--honours", default="1000 10000 100000", help="Sizes of the samples.")
@click.option("--rounds", "count", default=3, type=click.IntRange(1), help="How often.")
@click.option("--seed", default=1, help="Seed of the samples.")
@click.option("--only", default=_KEYS, help=f"Who takes part, of: {_KEYS}.")
@click.option(
    "--work",
    default=_HERE.parent / "build" / "bench",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where samples and sites are put; they are removed again.",
)
@click.option(
    "--results",
    default=_HERE,
    type=click.Path(path_type=Path, file_okay=False),
    help="Where results.json, results.md and the plots go.",
)
@click.option("--render", is_flag=True, help="Measure nothing: write the report anew.")
def main(
    honours: str, count: int, seed: int, only: str, work: Path, results: Path, render: bool
) -> None:
    """Measure the generator beside other builders, and write bench/results.md.

    A size that was measured before is measured anew and replaced; other sizes stay.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends what runs, and tidies up
    keys = only.split()
    if unknown := set(keys) - set(_KEYS.split()):
        raise click.UsageError(f"nobody is called {', '.join(sorted(unknown))}; known: {_KEYS}")
    contenders = [contender for contender in CONTENDERS if contender.key in keys]
    results.mkdir(parents=True, exist_ok=True)
    known = load(results / "results.json")
    try:
        for size in () if render else map(int, honours.split()):
            place = Place(_HERE.parent, work.resolve() / str(size), size, count)
            known[size] = rounds.measure(place, seed, contenders, click.echo)
            save(results / "results.json", known)  # not lost with a later size
    finally:
        clear(work)
    (results / "results.md").write_text(report.text(known), "utf-8")
    plots.write(results, known)
    click.echo(f"The report: {results / 'results.md'}")


if __name__ == "__main__":
    main()
