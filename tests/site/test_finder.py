"""The register's search as the browser does it, against the plainest search there is."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import finder
from generator.dates import PartialDate
from generator.load import load
from generator.records.base import Reference, VolumeKey
from generator.records.digest import DecisionEntry, Digest, HonourEntry
from generator.vietnamese import canonical_tone, fold
from tests.site import finder_oracle as oracle
from tests.site import questions
from tests.site.kit import PROVINCE, ROOT, served

# Few syllables, near to each other in every way that the rules know.
SYLLABLES = (
    "hòa hoà Hoa hóa hoàn hoàng An Ân Ấn ẤN anh Ánh lý Lí ly li lịch quý quí Quy quỳnh Đan dan đàn "
    "đang Nguyễn Nguyên nguyen Thị thi Thy thìn Trường trương trượng học hộc xã Xá tiểu A Y Ý Á "
    "vi Vỹ vỉ sĩ sỹ kỳ kì hy hí ty tỉ mi "
    "1870 187 18 2023 QĐ qd UBND K2 Hồ-Chí Đăk thuý thúy khoẻ khỏe mỹ mĩ Bắc bạc Kạn kan giấy"
).split()
YEARS = (2019, 2023, 2024)
ASK = """async ([base, questions]) => {
  const worker = new Worker(`${base}assets/finder.js`, { type: "module" });
  const answers = [];
  for (const question of questions) {
    answers.push(await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ id: answers.length + 1, ...question });
    }));
  }
  worker.terminate();
  return answers;
}"""

Asker = Callable[[Path, list[dict[str, Any]]], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def reference() -> Reference:
    """The records of the invented province: places old and new, awards, units, recipients."""
    return load(PROVINCE).reference


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> Path:
    """A folder for the sites of this module."""
    folder = tmp_path_factory.mktemp("finder")
    (folder / "index.html").write_text("<!doctype html><title>x</title>")
    return folder


@pytest.fixture(scope="module")
def ask(browser, sites) -> Iterator[Asker]:
    """Ask the worker of a site below the folder of sites; one page for all of them."""
    with served(sites) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)

        def put(site: Path, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
            base = f"{address}{site.relative_to(sites).as_posix()}/"
            return page.evaluate(ASK, [base, questions])

        yield put
        context.close()


def write(site: Path, digests: list[Digest], reference: Reference) -> None:
    """Write the index of a register, and the scripts that read it."""
    parts = [finder.part(digest, reference) for digest in digests]
    for name, content in finder.join([finder.records_part(reference), *parts]):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    shutil.copytree(ROOT / "theme" / "js", site / "assets")


def some_words(chance: random.Random, least: int, most: int) -> str:
    """A name or a text; a word may come twice."""
    return " ".join(chance.choice(SYLLABLES) for _ in range(chance.randint(least, most)))


def some_date(chance: random.Random, year: int) -> PartialDate:
    """A date known to the year, the month or the day."""
    month = chance.choice((0, 1, 6, 12))
    return PartialDate(year, month, chance.choice((0, 1, 17)) if month else 0)


def register(seed: int, size: int, reference: Reference) -> list[Digest]:
    """A register of some volumes; `size` is the most rows of a decision."""
    chance = random.Random(seed)
    keys = [VolumeKey(y, issuer, part) for y in YEARS for issuer in "ab" for part in "0x"]
    return [
        volume(chance, key, size, reference) for key in chance.sample(keys, chance.randint(1, 5))
    ]


def volume(chance: random.Random, key: VolumeKey, size: int, reference: Reference) -> Digest:
    """A volume of one to three decisions."""
    places = [item.reach(reference) for item in reference.of("place")]
    awards = [item.id for item in reference.of("award")]
    movements = ["", *(item.id for item in reference.of("movement"))]
    recipients = ["", "", *(item.id for item in reference.of("recipient"))]
    decisions, honours, names = [], [], [""]
    for number in range(chance.randint(1, 3)):
        address = f"/vinh-danh/{key.year}/{key.issuer}/{key.part}-{number}/"
        date, movement = some_date(chance, key.year), chance.choice(movements)
        label = chance.choice(
            (f"Quyết định số {chance.choice((18, 187, 1870))}/QĐ-UBND", "Thư khen")
        )
        illustrative = chance.random() < 0.3
        own = []
        for row in range(chance.randint(0, size)):
            names.append(some_words(chance, 1, 4))
            if chance.random() < 0.4:  # the name of another, or its beginning
                names[-1] = f"{chance.choice(names)} {some_words(chance, 0, 1)}".strip()
            own.append(
                HonourEntry(
                    address=f"{address}{row + 1}/",
                    name=names[-1] or "Ma A",
                    recipient_kind=chance.choice(("person", "collective", "household")),
                    award=chance.choice(awards),
                    award_name=some_words(chance, 1, 2),
                    statutory=True,
                    unit=some_words(chance, 0, 3),
                    places=chance.choice([(), *places]),
                    place_text=some_words(chance, 0, 2),
                    date=date,
                    decision=address,
                    decision_label=label,
                    issuer=key.issuer,
                    movement=movement,
                    recipient=chance.choice(recipients),
                    commendation=chance.choice(("", "dot-xuat", "cong-trang")),
                    status=chance.choice(("in_force", "cancelled", "stripped", "restored")),
                    named=chance.random() < 0.8,
                    illustrative=illustrative,
                )
            )
        honours.append(tuple(own))
        decisions.append(
            DecisionEntry(
                address=address,
                label=label,
                title=some_words(chance, 1, 5),
                date=date,
                date_text=date.text,
                issuer=key.issuer,
                issuer_name=some_words(chance, 1, 2),
                movement=movement,
                awards=tuple(dict.fromkeys(entry.award for entry in own)),
                count_text="",
                in_force=chance.random() < 0.8,
                illustrative=illustrative,
            )
        )
    return Digest(key, tuple(decisions), tuple(honours))


def question(chance: random.Random, everything: list[oracle.Doc]) -> dict[str, Any]:
    """A question that often has an answer: words of a row, changed as people change them."""
    doc = chance.choice(everything)
    pool = [*oracle.words(f"{doc.name} {doc.name} {doc.text}"), chance.choice(SYLLABLES)]
    if chance.random() < 0.2:
        asked = oracle.words(doc.name)
    else:
        asked = [chance.choice(pool) for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3)))]
    if asked and chance.random() < 0.4:
        asked[-1] = asked[-1][: chance.randint(1, 4)]
    q = chance.choice((" ", " ", "/", " - ")).join(asked)
    q = chance.choice((str, str, oracle.fold, oracle.fold, str.upper))(q)
    filters = {}
    for name in oracle.FACETS:
        if chance.random() < 0.15:
            values = sorted({value for doc in everything for value in doc.facets[name]})
            filters[name] = chance.sample(values, min(len(values), chance.randint(1, 2)))
    sort = chance.choice(("phu-hop", "phu-hop", "moi-nhat", "cu-nhat", "ten"))
    return {"q": q, "filters": filters, "sort": sort, "from": 0, "size": 5000,
            "facets": list(oracle.FACETS)}  # fmt: skip


numbers = iter(range(10**9))
LETTERS = "aàảạăắâậđĐeêệiíIoòôốơợuưừyýqQghHOAuy Ôê019/-_.'\u0300\u0301\u0309\u0323\u0302éñüßİ"


WORDS = """async (texts) => {
  const { canonical, fold, wordsOf } = await import("/assets/words.js");
  return texts.map((text) => [canonical(text), fold(text), wordsOf(canonical(text))]);
}"""


@settings(max_examples=30)
@given(st.lists(st.one_of(st.text(LETTERS), st.text(st.sampled_from("hoaquyàýèúẻ"))), min_size=20))
def test_both_languages_have_the_same_words(ask, sites, browser, texts):
    """The browser places tones, folds and cuts words as the index was made."""
    site = sites / f"{next(numbers)}"
    write(site, [], Reference({}, PartialDate(2024)))
    with served(site) as address:
        page = browser.new_page()
        page.goto(f"{address}assets/words.js")
        theirs = page.evaluate(
            WORDS,
            texts,
        )
        page.close()
    ours = [[canonical_tone(t), fold(t), oracle.words(canonical_tone(t))] for t in texts]
    assert theirs == ours
    shutil.rmtree(site)


def test_an_empty_register_finds_nothing(ask, sites):
    """No record, no volume: an answer all the same."""
    site = sites / "empty"
    write(site, [], Reference({}, PartialDate(2024)))
    for asked in ({"q": "an"}, {"q": "", "filters": {"nam": ["2024"]}}, {"q": "đ", "sort": "ten"}):
        (answer,) = ask(site, [{**asked, "facets": list(oracle.FACETS)}])
        assert (answer.get("error"), answer["total"], answer["rows"]) == (None, 0, [])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 2**32),
    size=st.sampled_from((0, 1, 3, 8, 150)),
    split=st.sampled_from((100, 16384)),
)
def test_the_browser_finds_what_the_rules_say(ask, sites, reference, seed, size, split):
    """Results, order, counts of facets and the word on marks are those of the plain search."""
    digests = register(seed, size, reference)
    everything = oracle.docs(digests, reference)
    site = sites / f"{next(numbers)}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.finder.joining.SPLIT", split)
        write(site, digests, reference)
    chance = random.Random(seed)
    questions = [question(chance, everything) for _ in range(25 if size < 100 else 8)]
    shown = {doc.address: doc for doc in everything}
    for asked, answer in zip(questions, ask(site, questions), strict=True):
        assert "error" not in answer, (asked, answer)
        wanted = oracle.search(everything, asked["q"], asked["filters"], asked["sort"])
        found = [row["address"] for row in answer["rows"]]
        assert sorted(found) == sorted(wanted.addresses), asked
        assert found == wanted.addresses, asked
        assert answer["total"] == len(wanted.addresses)
        assert answer["loosened"] == wanted.loosened, asked
        for name in oracle.FACETS:
            counts = {value: count for value, _, count in answer["facets"][name] if count}
            assert counts == wanted.facets[name], (asked, name)
        for row in answer["rows"]:
            doc = shown[row["address"]]
            told = [row[key] for key in ("award", "unit", "place", "date", "kind", "state")]
            assert row["name"] == doc.name
            assert (*told, row["illustrative"]) == doc.shown
    shutil.rmtree(site)


@pytest.fixture(scope="module")
def sample_site(sites, tmp_path_factory) -> tuple[Path, set[str]]:
    """The index of the questions' sample, and all names and addresses of its records."""
    reference, digests = questions.sample(tmp_path_factory.mktemp("sample"))
    write(sites / "sample", digests, reference)
    told = {entry.name for each in digests for entry in each.honours}
    told |= {entry.address for each in digests for entry in each.honours}
    return sites / "sample", told | {
        e.label.split()[-1].split("/")[0] for each in digests for e in each.decisions
    }


@pytest.mark.parametrize("group", ["names", "others"])
def test_what_is_asked_for_comes_first(ask, sample_site, group):
    """200 names and 50 other questions: what they ask for is first, or among the first five."""
    site, told = sample_site
    asked = json.loads(questions.FILE.read_text("utf-8"))[group]
    assert len(asked) == {"names": 2 * questions.NAMES, "others": 50}[group]
    missed = []
    answers = ask(site, [{"q": one["q"], "size": one["within"]} for one in asked])
    for one, answer in zip(asked, answers, strict=True):
        (what,) = one.keys() - {"q", "within"}
        assert one[what] in told, "the sample has changed: make the questions anew"
        found = [row["address" if what == "address" else "name"] for row in answer["rows"]]
        if what == "number":
            found = [name.split()[-1].split("/")[0] for name in found]
        if one[what] not in found:
            missed.append((one["q"], one[what], found))
    assert missed == []


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_results_come_in_pieces_without_a_gap(ask, sites, reference, seed):
    """Ten by ten gives the same rows as all at once, in every order."""
    digests = register(seed, 40, reference)
    site = sites / f"{next(numbers)}"
    write(site, digests, reference)
    for sort in ("phu-hop", "moi-nhat", "cu-nhat", "ten"):
        asked = {"q": "an", "sort": sort}
        whole, *pieces = ask(site, [{**asked, "size": 5000}] + [
            {**asked, "from": start, "size": 10} for start in range(0, 200, 10)])  # fmt: skip
        rows = [row["address"] for piece in pieces for row in piece["rows"]]
        assert rows == [row["address"] for row in whole["rows"]][:200]
    shutil.rmtree(site)
