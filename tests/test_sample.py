"""The sample: deterministic, lawful, and shaped like real lists."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from generator.check import check
from generator.load import Register, load
from generator.sample import write_sample
from generator.values import UserError

ROOT = Path(__file__).parents[1]
HONOURS = 3000


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A sample of three thousand honours."""
    made = tmp_path_factory.mktemp("sample") / "sample"
    write_sample(ROOT, made, HONOURS, seed=7)
    return made


@pytest.fixture(scope="module")
def register(folder) -> Register:
    """The same, read."""
    return load(folder)


@pytest.fixture(scope="module")
def honours(register) -> list:
    """All its honours."""
    return [h for volume in register.volumes for d in volume.decisions for h in d.honours]


def decisions(register: Register) -> list:
    """All its decisions."""
    return [decision for volume in register.volumes for decision in volume.decisions]


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a sample but the one that says where the project is."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "mkdocs.yml")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_it_has_just_so_many_honours(honours):
    """No honour too many, none too few."""
    assert len(honours) == HONOURS


def test_it_obeys_the_law_and_the_map(register):
    """Every award, giver, place and date stands the rules; nothing is even doubtful."""
    assert [str(fault) for fault in check(register)] == []


def test_everything_says_that_it_is_invented(register):
    """No decision, place or unit of the sample could be taken for a real one."""
    records = [
        *decisions(register),
        *register.reference.of("place"),
        *register.reference.of("unit"),
    ]
    assert all(record.illustrative for record in records)


def test_the_same_seed_gives_the_same_bytes(folder, tmp_path):
    """Another process with another hash seed writes the same sample."""
    code = (
        "import sys; from pathlib import Path; from generator.sample import write_sample;"
        f"write_sample(Path({str(ROOT)!r}), Path(sys.argv[1]), {HONOURS}, 7)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "again")], check=True,
                   env={"PYTHONHASHSEED": "99"})  # fmt: skip
    assert files(tmp_path / "again") == files(folder)


def test_another_seed_gives_another_province(folder, tmp_path):
    """The seed matters."""
    write_sample(ROOT, tmp_path / "other", 50, seed=8)
    assert (
        files(tmp_path / "other")["data/places/ha-lam.yml"]
        != files(folder)["data/places/ha-lam.yml"]
    )


def test_shares_of_recipients(honours):
    """Two of five are persons; most others are collectives, a few are households."""
    kinds = Counter(honour.kind for honour in honours)
    assert 0.36 < kinds["person"] / HONOURS < 0.44
    assert 0.50 < kinds["collective"] / HONOURS < 0.62
    assert 0.01 < kinds["household"] / HONOURS < 0.08


def test_lists_are_long_and_short(register, folder):
    """Half the decisions have three rows or fewer; some have more than a hundred, kept as CSV."""
    sizes = sorted(len(decision.honours) for decision in decisions(register))
    assert sizes[len(sizes) // 2] <= 6
    assert sizes[-1] > 100
    assert len(list(folder.rglob("*.csv"))) == sum(size > 20 for size in sizes)


def test_years_and_issuers(register):
    """Twenty years, several levels of issuers; the old district level ends with June 2025."""
    found = decisions(register)
    assert {decision.date.year for decision in found} == set(range(2006, 2026))
    units = {unit.id: unit.authority for unit in register.reference.of("unit")}
    levels = Counter(units[decision.issuer] for decision in found)
    assert {"thu-tuong", "chu-tich-ubnd-tinh", "chu-tich-ubnd-huyen", "thu-truong-don-vi"} <= set(
        levels
    )
    assert all(decision.date.iso < "2025-07" for decision in found if "-huyen-" in decision.issuer)


def test_names(honours):
    """Names of several peoples, one-letter middle names, equal names of different people."""
    people = Counter(honour.name for honour in honours if honour.kind == "person")
    surnames = Counter(name.split()[0] for name in people.elements())
    assert {"Nông", "Bàn", "Giàng", "Nguyễn"} <= surnames.keys()
    assert any(" A " in name for name in people)
    assert max(people.values()) > 1


def test_history_and_rare_states(register, honours):
    """About two in a hundred decisions were changed; some names are shortened or withheld."""
    found = decisions(register)
    changed = sum(bool(decision.history) for decision in found) / len(found)
    assert 0.005 < changed < 0.045
    assert Counter(honour.display for honour in honours)["full"] < HONOURS
    assert any(honour.posthumous for honour in honours)


def test_it_never_writes_into_a_folder_that_has_files(tmp_path):
    """A folder with something in it is refused."""
    (tmp_path / "x").write_text("x")
    with pytest.raises(UserError):
        write_sample(ROOT, tmp_path, 1, seed=1)
