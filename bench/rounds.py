"""One sample measured: everything made ready, then the contenders by turns, round after round."""

from collections.abc import Callable, Iterator, Sequence

from bench.contenders import Contender
from bench.failed import ContenderError
from bench.folders import remove
from bench.hosts import write_hugo, write_settings
from bench.machine import machine
from bench.measure import run
from bench.ours import Place, build_cold, tuyenduong
from bench.results import Measured, Sized

_LITTLE = 60  # honours of the sample whose pages show the shell; the size does not matter to it


def measure(
    place: Place, seed: int, contenders: Sequence[Contender], tell: Callable[[str], None]
) -> Sized:
    """Measure contenders on a new sample; all that was made for it is removed afterwards.

    Args:
        place: where, how many honours, how many rounds.
        seed: the sample's seed.
        contenders: who takes part.
        tell: is told of each measurement at once.
    """
    remove(place.folder)
    place.folder.mkdir(parents=True)
    described = machine(place.root, place.folder)
    found: list[Measured] = []
    try:
        unready = _prepare(place, seed, contenders, tell)
        for number in range(1, place.rounds + 1):
            # Every other round backwards, so that nobody always follows the same one.
            for contender in contenders if number % 2 else contenders[::-1]:
                for line in _turn(contender, place, number, unready.get(contender.key, "")):
                    found.append(line)
                    tell(in_short(line))
    finally:
        remove(place.folder)
    order = [name for contender in contenders for name in contender.names]
    found.sort(key=lambda line: (order.index(line.contender), line.round))
    return Sized(place.honours, seed, place.rounds, described, tuple(found))


def in_short(line: Measured) -> str:
    """Return what is told of a measurement while others are still to come."""
    what = f"  round {line.round}: {line.contender}: "
    if line.failed:
        return f"{what}failed: {line.failed}"
    return (
        f"{what}{line.seconds:.1f} s, {line.pages:,} pages, {line.memory / 1e6:.0f} MB, "
        f"others {line.others:.2f} cores"
        f"{', ' if line.note else ''}{line.note}"
    )


def _turn(contender: Contender, place: Place, number: int, unready: str) -> Iterator[Measured]:
    """Measure one contender; whatever goes wrong is told in those of its lines that it left out."""
    missing = list(contender.names)
    try:
        if unready:
            raise ContenderError(unready)
        for line in contender.measure(place, number):
            missing.remove(line.contender)
            yield line
    except (ContenderError, ImportError, OSError) as error:
        why = str(ContenderError(error))
        for name in missing:
            yield Measured(name, number, failed=why)


def _prepare(
    place: Place, seed: int, contenders: Sequence[Contender], tell: Callable[[str], None]
) -> dict[str, str]:
    """Make the sample, its Markdown and the other builders' projects.

    Returns:
        Why a contender does not take part, by its key.
    """
    tell(f"{place.honours:,} honours: making the sample")
    make_sample(place, seed)
    unready = {
        contender.key: f"not run: only samples up to {contender.most:,} honours"
        for contender in contenders
        if contender.most is not None and place.honours > contender.most
    }
    others = {c.key for c in contenders} & {"hugo", "mkdocs", "zensical"} - unready.keys()
    if others:
        tell(f"{place.honours:,} honours: writing the Markdown for {', '.join(sorted(others))}")
        try:
            _make_projects(place, seed, others)
        except (ContenderError, OSError, ValueError) as error:
            unready |= dict.fromkeys(others, f"could not be made ready: {ContenderError(error)}")
    return unready


def make_sample(place: Place, seed: int) -> None:
    """Write the invented province of a size."""
    how = ("--honours", str(place.honours), "--seed", str(seed), "--out", place.sample)
    run(tuyenduong("sample", "--root", place.root, *how), folder=place.root)


def _make_projects(place: Place, seed: int, others: set[str]) -> None:
    """Write the Markdown tree, and what the other builders read beside it."""
    plain, theme = place.folder / "plain", place.root / "theme"
    pages = plain / "docs"
    run(tuyenduong("pages", pages, "--root", place.sample), folder=place.root)
    write_settings(plain, place.sample, theme)
    if "hugo" in others:
        little = Place(place.root, place.folder / "little", _LITTLE, 1)
        little.folder.mkdir()
        make_sample(little, seed)
        build_cold(little, little.site)
        write_hugo(place.folder / "hugo", pages, little.site, theme)
