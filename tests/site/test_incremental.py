"""A build after a change gives what a build from nothing gives, byte for byte; always.

The one builds in the same place, edit after edit, with all that it kept; the other builds a copy
of the records elsewhere, from nothing.
"""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from inspect import signature
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RULE_MARKER, RuleBasedStateMachine, rule

from generator.build import How, build
from generator.files import checksums
from generator.journal import recover
from generator.manifest import read
from generator.values import DataError, UserError
from tests.site.kit import ROOT, Silent, copy_of_province

picks = st.integers(0, 10_000)


def decisions(root: Path) -> list[Path]:
    """The decisions of a project."""
    return sorted(root.glob("data/awards/*/*/*.yml"))


def changed(path: Path, change: Callable[[dict], object]) -> None:
    """Change a YAML file."""
    data = yaml.safe_load(path.read_text("utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def site_of(folder: Path) -> dict[str, str]:
    """Every file of a site with its SHA-256, taken from the files themselves."""
    return checksums(folder)


def outcome(root: Path, site: Path) -> dict[str, str] | str:
    """Build; return the site, or that the build was refused."""
    try:
        build(root, site, Silent())
    except (DataError, UserError) as error:
        return f"refused: {error}"
    return site_of(site)


class Edits(RuleBasedStateMachine):
    """A clerk and a webmaster at work: any edit, in any order; after each, the site is right."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(self.make_folder())
        self.root = copy_of_province(self.folder / "project")
        shutil.copytree(ROOT / "theme", self.root / "theme")
        config = self.root / "mkdocs.yml"
        text = config.read_text("utf-8").replace(f"{ROOT.as_posix()}/theme", "theme")
        config.write_text(text, "utf-8")
        shutil.rmtree(self.root / "data" / "releases")  # what was released may not go
        build(self.root, self.root / "site", Silent())
        self.step = self.accepted = 0

    make_folder: Callable[[], str]

    def settle(self) -> None:
        """Build here and elsewhere; take back an edit that cannot be published."""
        self.step += 1
        site, elsewhere = self.root / "site", self.folder / f"fresh-{self.step}"
        before = site_of(site)
        kept = shutil.ignore_patterns("site", ".site*", ".tuyenduong")
        shutil.copytree(self.root, elsewhere, ignore=kept)
        here, fresh = outcome(self.root, site), outcome(elsewhere, elsewhere / "site")
        assert here == fresh
        if isinstance(here, str):
            assert site_of(site) == before
            self.restore()
        else:
            self.accepted += 1
        shutil.rmtree(elsewhere)
        self.save()

    def save(self) -> None:
        saved = self.folder / "saved"
        shutil.rmtree(saved, ignore_errors=True)
        for name in ("data", "content"):
            shutil.copytree(self.root / name, saved / name)

    def restore(self) -> None:
        for name in ("data", "content"):
            shutil.rmtree(self.root / name)
            shutil.copytree(self.folder / "saved" / name, self.root / name)

    def some(self, pick: int) -> Path:
        """One of the decisions that has honours."""
        found = [p for p in decisions(self.root) if "\nhonours:" in p.read_text("utf-8")]
        return found[pick % len(found)]

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    @rule(pick=picks)
    def add_a_decision(self, pick: int) -> None:
        """A decision with honours of its own."""
        self.save()
        first = yaml.safe_load(self.some(pick).read_text("utf-8"))
        number = 5000 + self.step
        first |= {"symbol": f"{number}/QĐ-UBND", "title": f"Về việc khen thưởng đợt {number}"}
        first["id"] = f"{number}-qd-ubnd"
        for name in ("history", "file"):
            first.pop(name, None)
        path = self.some(pick).with_name(f"{number}-qd-ubnd.yml")
        path.write_text(yaml.safe_dump(first, allow_unicode=True, sort_keys=False), "utf-8")
        self.settle()
        assert path.exists(), "the decision was taken back"

    @rule(pick=picks)
    def change_a_title(self, pick: int) -> None:
        """What a decision is about."""
        self.save()
        changed(self.some(pick), lambda d: d.update(title=f"Về việc khen thưởng lần {self.step}"))
        self.settle()

    @rule(pick=picks)
    def change_a_row(self, pick: int) -> None:
        """An achievement, which stands on one page alone."""
        self.save()
        words = f"Có thành tích số {self.step}"
        changed(self.some(pick), lambda d: d["honours"][0].update(achievement=words))
        self.settle()

    @rule(pick=picks)
    def revoke(self, pick: int) -> None:
        """An honour that is stripped."""
        self.save()

        def strip(data: dict) -> None:
            date = str(data["date"])
            year = max(int(date[:4]) + 1, 2024)
            entry = {"change": "stripped", "date": f"{year}-05-0{1 + self.step % 9}",
                     "honours": [data["honours"][0]["id"]], "reason": "Thử"}  # fmt: skip
            data["history"] = [*data.get("history", ()), entry]

        changed(self.some(pick), strip)
        self.settle()

    @rule(pick=picks)
    def correct(self, pick: int) -> None:
        """A correction that keeps what was published: an earlier version comes with it."""
        self.save()

        def mend(data: dict) -> None:
            rows = data["honours"]
            row = rows[pick % len(rows)]
            old = {"id": row["id"], "name": row["name"], "achievement": row.get("achievement")}
            row.update(name=f"{row['name']} {self.step}", achievement="Đã sửa")
            entry = {"change": "corrected", "date": str(data["date"]), "honours": [row["id"]],
                     "reason": "Thử", "before": {"honours": [old]}}  # fmt: skip
            data["history"] = [*data.get("history", ()), entry]

        changed(self.some(pick), mend)
        self.settle()

    @rule(pick=picks)
    def revise_a_story(self, pick: int) -> None:
        """A story and a movement whose words were changed."""
        self.save()
        field = {"exemplars": "standfirst", "movements": "summary"}
        kind = sorted(field)[pick % 2]

        def revise(data: dict) -> None:
            entry = {"date": str(data.get("date", 2025)), "text": f"Sửa lần {self.step}.",
                     "before": {field[kind]: data[field[kind]]}}  # fmt: skip
            data["history"] = [*data.get("history", ()), entry]
            data[field[kind]] = f"Lời mới {self.step}"

        found = sorted(self.root.glob(f"data/{kind}/*.yml"))
        changed(found[pick % len(found)], revise)
        self.settle()

    @rule(pick=picks)
    def withhold(self, pick: int) -> None:
        """A name that may not be shown any more: it must vanish from every page."""
        self.save()

        def hide(data: dict) -> None:
            people = [row for row in data["honours"] if "recipient" not in row]
            people[pick % len(people)]["display"] = "withheld"

        changed(self.some(pick), hide)
        self.settle()

    @rule(pick=picks)
    def delete_a_decision(self, pick: int) -> None:
        """A decision that is taken out, with all its pages."""
        self.save()
        path = self.some(pick)
        path.unlink()
        path.with_suffix(".csv").unlink(missing_ok=True)
        self.settle()

    @rule(pick=picks)
    def move_a_decision(self, pick: int) -> None:
        """A decision of which the year was wrong."""
        self.save()
        path = self.some(pick)
        data = yaml.safe_load(path.read_text("utf-8"))
        year = int(str(data["date"])[:4]) - 1
        data["date"] = str(data["date"]).replace(str(year + 1), str(year), 1)
        target = path.parents[2] / str(year) / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        path.unlink()
        self.settle()

    def rename(self, where: str, pick: int, suffix: str) -> None:
        """Change the name of an entry of a table."""
        self.save()
        path = sorted(self.root.glob(where))[0]

        def change(data: dict) -> None:
            data[sorted(data)[pick % len(data)]]["name"] += suffix

        changed(path, change)
        self.settle()

    @rule(pick=picks)
    def rename_a_place(self, pick: int) -> None:
        """A place whose name was misspelt: every page that shows it changes."""
        self.rename("data/places/*.yml", pick, " Mới" if self.step % 2 else " Cũ")

    @rule(pick=picks)
    def rename_an_award(self, pick: int) -> None:
        """A term of the vocabulary."""
        self.rename("data/vocabulary/awards*.yml", pick, " thử")

    @rule(pick=picks)
    def write_news(self, pick: int) -> None:
        """News that are told, changed, or taken back."""
        self.save()
        found = sorted(self.root.glob("content/tin-tuc/*/*.md"))
        path = found[pick % len(found)]
        if pick % 3 == 0:
            path.unlink()
        else:
            path.write_text(path.read_text("utf-8") + f"\nThêm lần {self.step}.\n", "utf-8")
        self.settle()

    @rule(pick=picks)
    def change_a_ceremony(self, pick: int) -> None:
        """What is handed over, and when: its pages and the calendars change."""
        self.save()
        path = self.root / "data" / "events" / "le-trao-tang-cuoi-nam.yml"

        def change(data: dict) -> None:
            data["decisions"] = data["decisions"][::-1]
            data["opens"] = f"0{pick % 10}:00"
            data["name"] = f"Lễ trao tặng lần {self.step}"

        changed(path, change)
        self.settle()

    @rule()
    def write_by_hand(self) -> None:
        """A page of the office's own."""
        self.save()
        text = f"# Thêm\n\nTrang viết tay, lần {self.step}.\n"
        (self.root / "content" / "them.md").write_text(text, "utf-8")
        self.settle()

    @rule(pick=picks)
    def change_the_theme(self, pick: int) -> None:
        """The look of all pages, or what stands on all of them."""
        if pick % 2:
            path = sorted((self.root / "theme" / "css").glob("*.css"))[pick % 3]
            path.write_text(path.read_text("utf-8") + f"\n/* {self.step} */\n", "utf-8")
        else:
            path = self.root / "theme" / "partials" / "td-footer.html"
            text = path.read_text("utf-8").replace("</footer>", f"<p>{self.step}</p></footer>")
            path.write_text(text, "utf-8")
        self.settle()

    @rule(pick=picks)
    def change_a_setting(self, pick: int) -> None:
        """The office's settings."""
        self.save()
        name, value = (
            ("tagline", f"Thử lần {self.step}"),
            ("url", f"https://lan-{self.step}.example/so/"),
            ("as_of", f"2026-0{1 + self.step % 9}-01"),
        )[pick % 3]
        changed(self.root / "data" / "site.yml", lambda d: d.update({name: value}))
        self.settle()

    @rule(pick=picks)
    def damage_what_is_kept(self, pick: int) -> None:
        """Kept work that is cut off, or has a bit flipped, is made anew and never trusted."""
        found = sorted(p for p in (self.root / ".tuyenduong").rglob("*") if p.is_file())
        random.Random(pick).shuffle(found)
        for path in found[: 1 + pick % 7]:
            content = bytearray(path.read_bytes())
            if content and pick % 2:
                content[pick % len(content)] ^= 1 << pick % 8
            else:
                del content[len(content) // 2 :]
            path.write_bytes(content)
        self.settle()

    @rule(pick=picks)
    def lose_pages(self, pick: int) -> None:
        """Pages that somebody deleted from the site are made again."""
        found = sorted((self.root / "site").rglob("*.html"))
        for path in found[pick % 5 :: 7]:
            path.unlink()
        self.settle()


EDITS = [name for name, edit in vars(Edits).items() if hasattr(edit, RULE_MARKER)]


@pytest.fixture
def machine(tmp_path_factory: pytest.TempPathFactory) -> type[Edits]:
    """The machine, working in folders of this test."""
    Edits.make_folder = staticmethod(lambda: str(tmp_path_factory.mktemp("edits")))
    return Edits


def test_every_edit(machine: type[Edits]) -> None:
    """One edit of each kind after the other, in an order of no meaning."""
    at_work = machine()
    order = random.Random(7).sample(EDITS, len(EDITS))
    for place, name in enumerate(order):
        wants_a_pick = "pick" in signature(getattr(Edits, name)).parameters
        getattr(at_work, name)(**({"pick": 31 * place + 5} if wants_a_pick else {}))
    assert at_work.accepted >= len(order) - 2, "most edits can be published"
    at_work.teardown()


def test_any_edits_in_any_order(machine: type[Edits]) -> None:
    """After each of many random edits the site is that of a fresh build."""
    case = machine.TestCase
    case.settings = settings(
        max_examples=3, stateful_step_count=9, suppress_health_check=list(HealthCheck)
    )
    case().runTest()


@pytest.mark.parametrize("seconds", [0.8, 1.6, 2.4, 3.2])
def test_killed_at_any_moment(tmp_path: Path, seconds: float) -> None:
    """A build killed from outside leaves a whole site, and nothing that misleads the next one."""
    root = copy_of_province(tmp_path / "project")
    build(root, root / "site", Silent())
    changed(root / "data" / "site.yml", lambda data: data.update(tagline="Lời mới"))
    command = [str(Path(sys.executable).parent / "tuyenduong"), "build", "--root", str(root)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.kill()
    recover(root / "site")
    files = site_of(root / "site")
    assert {n: d for n, d in read(root / "site").items() if files[n] != d} == {}
    build(root, root / "site", Silent())
    again = site_of(root / "site")
    build(root, root / "site", Silent(), How(fresh=True))
    assert again == site_of(root / "site")


def test_two_builds_at_once(tmp_path: Path) -> None:
    """Two builds never share what they keep: the second is told to wait."""
    root = copy_of_province(tmp_path / "project")

    class Meddling(Silent):
        def step(self, name, total):
            with pytest.raises(UserError, match="chờ lệnh đó xong"):
                build(root, root / "other", Silent())
            return super().step(name, total)

    build(root, root / "site", Meddling())
    assert not (root / "other").exists()


def test_a_name_hidden_later_is_found_on_pages_that_stay(tmp_path: Path) -> None:
    """A page that showed a name lawfully is refused when the name is hidden elsewhere."""
    root = copy_of_province(tmp_path / "project")
    telling, naming = (next(root.rglob(f"{key}.yml")) for key in ("3-qd-ubnd", "912-qd-ubnd"))
    changed(naming, lambda data: data["honours"][2].update(name="Trâu Mộng Đeo Nơ"))
    words = "Giúp đỡ gia đình ông Trâu Mộng Đeo Nơ"
    changed(telling, lambda data: data["honours"][0].update(achievement=words))
    build(root, root / "site", Silent())
    changed(naming, lambda data: data["honours"][2].update(display="withheld"))
    with pytest.raises(UserError, match=r"vinh-danh/.*BM-003"):
        build(root, root / "site", Silent())
