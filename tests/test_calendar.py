"""The calendars, read back and held against the records."""

import datetime
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from generator.exports.calendar import FEEDS, calendars
from generator.load import load
from generator.records.base import Reference
from generator.records.digest import Index

ROOT = Path(__file__).parents[1]
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
FILES = {"lich/tat-ca.ics", *(f"lich/{feed.name}.ics" for feed in FEEDS)}


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
    assert set(files) == FILES
    whole = entries(files["lich/tat-ca.ics"])
    parts = [entries(text) for name, text in files.items() if name != "lich/tat-ca.ics"]
    assert sum(map(len, parts)) == len(whole)
    assert {uid for part in parts for uid in part} == set(whole)


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
