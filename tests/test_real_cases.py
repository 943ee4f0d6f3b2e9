"""The law's rules on acts really published: what is refused, and that it is refused rightly.

Only the facts of an act: who decided, when, what, for which kind of recipient. No name.
"""

import csv
from pathlib import Path

import pytest

from generator.load import load
from generator.records.base import Reference
from generator.records.decision import Decision
from generator.records.law_rules import awards_lawful
from generator.records.unit import Unit

TABLE = (Path(__file__).parent / "real_cases.csv").read_text("utf-8")
CASES = list(csv.DictReader(TABLE.splitlines()))


@pytest.fixture(scope="module")
def reference() -> Reference:
    """The shipped vocabulary, with one unit for each authority."""
    shipped = load(Path(__file__).parents[1]).reference
    authorities = {case["authority"] for case in CASES}
    units = {
        key: Unit.model_validate({"id": key, "name": key, "authority": key}) for key in authorities
    }
    return Reference({"award": shipped.records["award"], "unit": units}, shipped.as_of)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_law_on_real_acts(case, reference):
    """A true act passes or is doubted where the law leaves doubt; a slip in it is refused."""
    row = {"id": 1, "award": case["award"], "kind": case["kind"], "name": "X"}
    if case["class"]:
        row["class"] = case["class"]
    decision = Decision.model_validate(
        {
            "id": "x",
            "issuer": case["authority"],
            "date": case["date"],
            "title": "X",
            "stated": {},
            "honours": (row,),
        }
    )
    found = [f"{fault.code} {fault.severity}" for fault in awards_lawful(decision, reference)]
    assert ", ".join(found) == case["faults"], case["why"]
