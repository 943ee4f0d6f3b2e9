"""The benchmark's own sums: what it reads from a build, medians, ratios, the report's words."""

from dataclasses import replace

import pytest

from bench import printed, report
from bench.edit import edited, pages_with
from bench.failed import ContenderError
from bench.figures import figures
from bench.folders import clear, contents, difference, remove
from bench.hosts import hugo_form
from bench.results import (
    COPY,
    EDIT,
    HUGO,
    HUGO_SEARCH,
    MKDOCS,
    OURS,
    Measured,
    Sized,
    load,
    per_second,
    save,
    summaries,
    summary,
)
from bench.shell import shell_of

SAID = """\
0 lỗi, 1 cảnh báo.
     0,3 giây  Đọc và kiểm tra dữ liệu
 1.234,5 giây  Dựng trang
     1,2 giây  Lập chỉ mục tìm kiếm
     0,8 giây  Ghép chỉ mục
Xong: 523 trang HTML, 1.042 tệp, 5,1 MB trong site; 1.042 tệp thay đổi.
"""
MACHINE = dict.fromkeys(
    ("cores", "processor", "memory", "system", "disk", "python", "software", "commit", "day"), "x"
)
STEPS = {"Dựng trang": 30.0, "Lập chỉ mục tìm kiếm": 10.0}
PAGE = """\
<html><head><title>Lò Thị A – Sổ</title>
<meta name="description" content="Ai đó">
<link rel="canonical" href="https://x.example/vinh-danh/2023/1/">
<script>new URL("../../..",location)</script>
<link rel="stylesheet" href="../../../assets/site.css"></head>
<nav><a href="../../../vinh-danh/" aria-current="true">Vinh danh</a>
<a href="../../../guong/">Gương</a></nav>
<article class="td-body" data-kind="Lượt" data-pagefind-body>
<h1>Lò Thị A</h1>
</article></html>
"""


def line(name: str, seconds: float, number: int = 1, **more) -> Measured:
    """A measurement of a thousand pages."""
    return Measured(name, number, **{"seconds": seconds, "pages": 1000, "files": 1500, **more})


def sized(honours: int, *lines: Measured) -> dict[int, Sized]:
    """All that was measured on one sample."""
    return {honours: Sized(honours, 1, 3, MACHINE, lines)}


def test_steps_are_read_as_they_are_printed():
    """Numbers as Vietnamese writes them; every step that makes an index is search."""
    steps = printed.steps(SAID)
    assert list(steps) == [
        "Đọc và kiểm tra dữ liệu", "Dựng trang", "Lập chỉ mục tìm kiếm", "Ghép chỉ mục",
    ]  # fmt: skip
    assert steps["Dựng trang"] == 1234.5
    assert printed.search_seconds(steps) == pytest.approx(2.0)
    assert printed.changed_files(SAID) == 1042


def test_a_build_that_tells_nothing():
    """No step of search is not the same as a search that took no time."""
    assert printed.steps("Xong.") == {}
    assert printed.search_seconds({"Dựng trang": 3.0}) is None
    assert printed.changed_files("Xong.") is None


def test_medians_leave_out_what_failed():
    """Three rounds, one of them failed: medians of two, the worst memory, the reason kept."""
    one = summary([
        line(OURS, 40, 1, steps=STEPS, memory=5, cpu=60),
        line(OURS, 0, 2, pages=0, failed="disk full"),
        line(OURS, 44, 3, steps=STEPS, memory=9, cpu=70),
    ])  # fmt: skip
    assert (one.rounds, one.seconds, one.spread, one.cpu) == (2, 42, (40, 44), 65)
    assert (one.pages_only, one.search, one.memory, one.failed) == (32, 10, 9, ("disk full",))
    assert one.rest == 2
    assert per_second(one.pages, one.pages_only) == 1000 / 32


def test_nothing_but_failures():
    """A contender that never ended is summed up all the same."""
    one = summary([line(HUGO, 0, failed="not there")])
    assert (one.rounds, one.seconds, one.search, one.bytes_per_page) == (0, 0, None, 0)
    assert per_second(one.pages, one.seconds) == 0


def test_measurements_survive_their_file(tmp_path):
    """What was saved is what is read."""
    sizes = sized(1000, line(OURS, 40, steps=STEPS), line(HUGO, 0, failed="x"))
    save(tmp_path / "results.json", sizes)
    assert load(tmp_path / "results.json") == sizes
    assert load(tmp_path / "none.json") == {}


def test_figures_reached_and_not_reached():
    """Pages only leaves the index out; search on both sides does not."""
    found = figures(sized(
        100_000, line(OURS, 40, steps=STEPS), line(EDIT, 2), line(HUGO, 45), line(HUGO_SEARCH, 79),
    ))  # fmt: skip
    reached = [figure.reached for figure in found]
    assert reached == [True, False, None, False, False, None, None, None]
    assert found[0].found == "1.50 × (33 and 22 pages/s)"
    assert found[3].found == "5.0% (2.0 s of 40.0 s)"
    assert found[2].found == "not measured: tuyenduong build at 10,000"


def test_a_million_beside_a_hundred_thousand():
    """Time and memory of the largest sample."""
    sizes = sized(100_000, line(OURS, 40)) | sized(1_000_000, line(OURS, 440, memory=4 * 10**9))
    assert [figure.reached for figure in figures(sizes)][-3:] == [True, True, True]


def test_sizes_of_two_commits_are_not_compared():
    """A program that does more is slower: that says nothing of how it grows."""
    sizes = sized(100_000, line(OURS, 40)) | sized(1_000_000, line(OURS, 440, memory=4 * 10**9))
    older = replace(sizes[1_000_000], machine={**MACHINE, "commit": "0000000"})
    found = figures({**sizes, 1_000_000: older})[-1]
    assert found.reached is None
    assert found.found.startswith("measured on two commits: ")


def test_what_failed_is_not_reached():
    """A failure is told as one, never as something left out."""
    found = figures(sized(10_000, line(OURS, 4, steps=STEPS), line(MKDOCS, 0, failed="no theme")))
    assert found[2].reached is False
    assert found[2].found == "failed: mkdocs build at 10,000: no theme"
    both = figures(sized(10_000, line(OURS, 50, steps=STEPS), line(MKDOCS, 400)))[2]
    assert both.reached is True
    assert both.found == ("10.00 × (25 and 2 pages/s); 8.00 × with search on our side alone")
    without = figures(sized(10_000, line(OURS, 4), line(MKDOCS, 40)))[2]
    assert (without.reached, without.found.partition(":")[0]) == (False, "failed")


def test_table():
    """A cell holds no line break and no bar of its own."""
    assert report.table(("a", "b"), [("x|y", "1\n2")]) == (
        "| a | b |\n| --- | ---: |\n| x\\|y | 1 2 |\n"
    )


def test_report_tells_all():
    """Failures loudly, other work than ours loudly, every figure to reach, every plot."""
    sizes = sized(
        1000,
        line(OURS, 40, steps=STEPS, page_bytes=7_000_000),
        line(HUGO, 20, page_bytes=5_000_000),
        line(MKDOCS, 400, page_bytes=7_000_000, pages=1004),
        line(COPY, 0, failed="no site"),
    )
    text = report.text(sizes)
    assert "| cp -r of our site (the floor) | **failed**: no site |" in text
    assert "- hugo: +0 pages and -28.6% bytes/page beside ours: **NOT the same work**." in text
    assert "- mkdocs build: +4 pages and -0.4% bytes/page beside ours: the same work." in text
    assert "| tuyenduong build, pages only | 30.0 |  | 33 | 0.75 |" in text
    assert text.count("not measured |") == len(figures({}))
    assert all(f"]({name})" in text for name in report.PLOTS)
    assert printed.SEARCH in text  # how pages only is computed


def test_no_path_of_the_machine_is_told():
    """What a failed command said may hold folders; only the last name stays."""
    said = str(ContenderError("Error: /home/ai/du an/x.yml and https://x.example/a/ and a/b"))
    assert "home" not in said
    assert said.endswith("a/b")


def test_shell_of_a_page():
    """Every address of the shell starts from the page; the body and its words are holes."""
    shell = shell_of(PAGE, "vinh-danh/2023/1/")
    assert shell.address == "https://x.example/"
    assert "Lò Thị A" not in shell.page
    assert "Ai đó" not in shell.page
    assert "../" not in shell.page.replace('strings.Repeat . "../"', "")
    assert "{{ with .Params.what }}" in shell.page
    assert 'new URL("{{ $root }}",location)' in shell.page
    assert '<a href="{{ $base }}guong/"{{ if eq .Params.section "guong" }}' in shell.page
    with pytest.raises(ValueError, match="canonical"):
        shell_of(PAGE, "vinh-danh/2024/1/")


def test_markdown_in_hugos_form():
    """Ids, and the one name that Hugo keeps for itself; nothing else."""
    page = '---\nkind: "Lượt"\n---\n# Tên {: #trang }\n\nkind: {x}\n'
    assert hugo_form(page) == '---\nwhat: "Lượt"\n---\n# Tên {#trang}\n\nkind: {x}\n'


def test_an_edit_is_looked_for_and_taken_back(tmp_path):
    """Another decision each round; the site must tell it; the record is as before."""
    folder, built = tmp_path / "data/awards/2023/x", tmp_path / "site/vinh-danh/2023/x"
    folder.mkdir(parents=True)
    for name in "abcde":
        (folder / f"{name}.yml").write_text(f'id: "{name}"\ntitle: "Khen {name}"\n', "utf-8")
        (built / name).mkdir(parents=True)
        (built / name / "index.html").write_text("bản sửa thử 1" if name == "b" else "", "utf-8")
    with edited(tmp_path, 1, 3) as edit:
        changed = [path.name for path in folder.iterdir() if "bản sửa" in path.read_text("utf-8")]
        assert changed == ["b.yml"]
        assert pages_with(edit, tmp_path / "site") == 1
    with edited(tmp_path, 3, 3) as edit, pytest.raises(ContenderError, match="2023/x/d"):
        pages_with(edit, tmp_path / "site")
    assert not any("bản sửa" in path.read_text("utf-8") for path in folder.iterdir())


def test_folders(tmp_path):
    """Pages, files and bytes; and where two folders differ."""
    for name, text in (("one/a.html", "xx"), ("one/b.css", "x"), ("two/a.html", "xy")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert contents(tmp_path / "one") == (1, 2, 3, 2)
    assert difference(tmp_path / "one", tmp_path / "two") == ["a.html", "b.css"]
    assert difference(tmp_path / "one", tmp_path / "one") == []
    for name in ("one", "one", "two"):  # what is not there is no fault
        remove(tmp_path / name)
    assert {path.name[:6] for path in tmp_path.iterdir()} == {".away-"}
    clear(tmp_path)
    assert not list(tmp_path.iterdir())


def test_order_of_contenders():
    """The table has them in the order measured, each once."""
    sizes = sized(1000, line(OURS, 1), line(HUGO, 1), line(OURS, 2, 2))
    assert list(summaries(sizes[1000])) == [OURS, HUGO]
