"""The calendars, read back and held against the records."""

import datetime
import json
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from generator.exports.calendar import FEEDS, calendars
from generator.lists.catalogue import calendars_of
from generator.load import load
from generator.records.base import Reference
from generator.records.consultation_time import period_of
from generator.records.digest import Index
from generator.tree import pages

ROOT = Path(__file__).parents[1]
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
KINDS = {f"lich/{feed.name}.ics" for feed in FEEDS}
WHOLE, AHEAD = "lich/tat-ca.ics", "lich/sap-toi.ics"


@pytest.fixture(scope="module", params=[ROOT, ROOT / "tests/province"], ids=["shipped", "province"])
def root(request: pytest.FixtureRequest) -> Path:
    """The shipped register, and the invented province."""
    return request.param


@pytest.fixture(scope="module")
def reference(root: Path) -> Reference:
    """The records."""
    return load(root).reference


@pytest.fixture(scope="module")
def files(reference: Reference) -> dict[str, str]:
    """The calendars by their paths."""
    return dict(calendars(reference, Index(())))


def entries(text: str) -> dict[str, Any]:
    """Return the entries of a calendar by their identities."""
    found = Calendar.from_ical(text).walk("VEVENT")
    assert len({str(entry["uid"]) for entry in found}) == len(found)
    return {str(entry["uid"]): entry for entry in found}


def day_of(entry: Any) -> datetime.date:
    """Return an entry's first day, as a calendar of Việt Nam shows it."""
    start = entry.decoded("dtstart")
    return start.astimezone(HERE).date() if isinstance(start, datetime.datetime) else start


def moment(entry: Any, key: str) -> str:
    """Return a day and hour by the clock of Việt Nam, or "" when there is none."""
    return f"{entry.decoded(key).astimezone(HERE):%Y-%m-%d %H:%M}" if key in entry else ""


def test_one_of_all_and_one_for_each_kind(files: dict[str, str]) -> None:
    """The calendar of all holds what the others hold, and nothing twice."""
    assert {name for name in files if name.startswith("lich/")} == {WHOLE, AHEAD, *KINDS}
    whole = entries(files[WHOLE])
    parts = [entries(files[name]) for name in KINDS]
    assert sum(map(len, parts)) == len(whole)
    assert {uid for part in parts for uid in part} == set(whole)


def test_what_lies_ahead(root: Path, reference: Reference, files: dict[str, str]) -> None:
    """Only what will be is in the calendar of that, and beside its page in one of its own."""
    base, today = reference.site.url, reference.as_of.last

    def will_be(entry: Any) -> bool:
        last = entry.decoded("dtend") if "dtend" in entry else entry.decoded("dtstart")
        if isinstance(last, datetime.datetime):
            last = last.astimezone(HERE).date()
        elif "dtend" in entry:
            last -= datetime.timedelta(days=1)
        return entry["status"] == "CONFIRMED" and ("rrule" in entry or last >= today)

    found = entries(files[AHEAD])
    assert set(found) == {uid for uid, entry in entries(files[WHOLE]).items() if will_be(entry)}
    assert len({uid.removeprefix(base).split("/")[0] for uid in found}) >= 2
    own = {name: entries(text) for name, text in files.items() if not name.startswith("lich/")}
    assert own == {f"{uid.removeprefix(base)}lich.ics": {uid: found[uid]} for uid in found}
    register = load(root)
    made = pages(register.reference, register.volumes)
    offered = {page.context.get("calendar") for page in made} - {None, ""}
    assert offered == {f"/{name}" for name in own}


def test_the_last_day_for_opinions(reference: Reference, files: dict[str, str]) -> None:
    """A consultation stands on its last day, never as an honour; one withdrawn stands nowhere."""
    found = entries(files["lich/lay-y-kien.ics"])
    asked = {c.id: c for c in reference.of("consultation")}
    last = {key: period_of(c, reference).last for key, c in asked.items()}
    gone = {key for key, c in asked.items() if c.outcome and c.outcome.state == "withdrawn"}
    base = f"{reference.site.url}lay-y-kien/"
    assert {uid.removeprefix(base).strip("/") for uid in found} == {
        key for key in asked if last[key] and key not in gone
    }
    for uid, entry in found.items():
        assert day_of(entry) == last[uid.removeprefix(base).strip("/")]
        assert "Hạn cuối gửi ý kiến: " in entry["summary"]
        assert "chưa phải là khen thưởng" in entry["description"]


def test_lines_are_those_of_the_standard(files: dict[str, str]) -> None:
    """Lines end with CR LF and have 75 bytes at most; texts are in the normal form C."""
    for name, text in files.items():
        assert text.endswith("END:VCALENDAR\r\n"), name
        assert "\n" not in text.replace("\r\n", ""), name
        for line in text.split("\r\n"):
            assert len(line.encode("utf-8")) <= 75, (name, line)
        assert unicodedata.is_normalized("NFC", text), name


def test_every_event_with_a_day(reference: Reference, files: dict[str, str]) -> None:
    """An event stands on its days and hours; one whose day is not known is left out."""
    found = entries(files["lich/su-kien.ics"])
    base = reference.site.url
    known = {f"{base}su-kien/{e.id}/": e for e in reference.of("event") if e.begins.day}
    assert set(found) == set(known)
    assert len(known) >= 5
    for uid, event in known.items():
        entry = found[uid]
        mark = "[Minh họa] " if event.illustrative else ""
        assert entry["summary"] == mark + event.name
        assert entry["url"] == uid
        assert day_of(entry) == datetime.date(*event.begins)
        end = datetime.date(*(event.ends or event.begins))
        if event.opens:
            start, until = moment(entry, "dtstart"), moment(entry, "dtend")
            assert start == f"{event.begins.iso} {event.opens}"
            assert until == (f"{end.isoformat()} {event.closes}" if event.closes else "")
        else:
            assert entry.decoded("dtend") == end + datetime.timedelta(days=1)
        status = {"postponed": "TENTATIVE", "cancelled": "CANCELLED", None: "CONFIRMED"}
        assert entry["status"] == status[event.change]
        assert ("location" in entry) == bool(event.place_text or event.place)


def test_every_anniversary_comes_again(reference: Reference, files: dict[str, str]) -> None:
    """An anniversary is a whole day, every year; 29/02 is the last day of February."""
    found = entries(files["lich/ky-niem.ics"])
    for anniversary in reference.of("anniversary"):
        entry = found.pop(f"{reference.site.url}ky-niem/{anniversary.id}/")
        assert entry.decoded("dtstart") == datetime.date(*anniversary.date)
        assert not isinstance(entry.decoded("dtstart"), datetime.datetime)
        rule = entry["rrule"].to_ical().decode()
        leap = anniversary.date[1:] == (2, 29)
        last = set(rule.split(";")) == {"FREQ=YEARLY", "BYMONTH=2", "BYMONTHDAY=-1"}
        assert last if leap else rule == "FREQ=YEARLY"
    assert found == {}


def test_the_stamp_is_the_date_of_the_data(reference: Reference, files: dict[str, str]) -> None:
    """No clock: an entry is stamped by the date of the data."""
    stamp = f"{reference.as_of.last:%Y%m%d}T000000Z"
    for text in files.values():
        assert set(re.findall(r"^DTSTAMP:(.*)\r$", text, re.M)) == {stamp}


def test_same_bytes_on_another_machine(files: dict[str, str], root: Path) -> None:
    """Neither the time zone of the machine nor its hashes change a byte."""
    code = (
        "import json, sys, pathlib; from generator.load import load; "
        "from generator.exports.calendar import calendars; "
        "from generator.records.digest import Index; "
        "print(json.dumps(dict(calendars(load(pathlib.Path(sys.argv[1])).reference, Index(())))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(root)],
        env={"TZ": "America/Lima", "PYTHONHASHSEED": "7", "LC_ALL": "C", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert json.loads(done.stdout) == files


def test_no_entry_no_calendar(reference: Reference) -> None:
    """A register without events and days has no calendar."""
    alone = Reference({"site": {"site": reference.site}}, reference.as_of)
    assert list(calendars(alone, Index(()))) == []


def test_a_demonstration_offers_no_address_to_follow(reference: Reference) -> None:
    """Every calendar that a list offers is there; other programs are told of a real site alone."""
    told = calendars_of("event", "su-kien", "Sự kiện", reference)
    assert {feed.address[1:] for feed in told["feeds"]} <= set(
        dict(calendars(reference, Index(())))
    )
    assert (told["base"] == "") == reference.site.demonstration
    real = reference.site.model_copy(update={"demonstration": False})
    kept = replace(reference, records={**reference.records, "site": {"site": real}})
    assert calendars_of("event", "su-kien", "Sự kiện", kept)["base"] == real.url
    bare = Reference({"site": {"site": real}}, reference.as_of)
    assert calendars_of("event", "su-kien", "Sự kiện", bare)["feeds"] == []
