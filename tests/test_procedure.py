"""Procedures: where they lead to, and which of their bases still holds."""

from generator.records.award import pages as award_pages
from generator.records.digest import Index
from generator.records.procedure import by_law, pages
from tests.test_document import OLD, document, doubt
from tests.test_rules import award, made, reference

GIVEN = {
    "name": "Thủ tục thử",
    "level": "cap-tinh",
    "who": "Xã",
    "decider": "chu-tich-ubnd-tinh",
    "illustrative": True,
}


def test_only_an_expired_basis_is_told_of() -> None:
    """A law whose end is in doubt, or that has no date, is no reason to doubt the procedure."""
    laws = [
        document(**OLD),
        document(id="moi", valid_from="2024"),
        document(id="nghi", valid_to="2023", claims=(doubt("valid_to"),)),
        document(id="khong-ngay"),
    ]
    bases = tuple({"document": law.id} for law in laws)
    procedure = made("procedure", **GIVEN, bases=bases)
    faults = list(by_law(procedure, reference(document=laws)))
    assert [(f.code, f.field, f.severity) for f in faults] == [
        ("TTH-002", "bases.1.document", "cảnh báo")
    ]


def test_award_lists_the_procedures_that_lead_to_it() -> None:
    """The award's page names its procedures alone; theirs lead back, with the articles."""
    period = {"law": "moi", "valid_from": "2024-01-01", "recipients": (), "deciders": ()}
    given, law = award(period), document(id="moi", valid_from="2024")
    basis = ({"document": "moi", "article": "Điều 74"},)
    mine = made("procedure", **GIVEN, id="cua-no", awards=("thu",), bases=basis)
    other = made("procedure", **GIVEN, id="khac", bases=basis)
    kept = reference(award=[given], document=[law], procedure=[mine, other])
    assert next(award_pages(given, kept, Index(()))).context["procedures"] == [mine]
    facts = next(pages(mine, kept, Index(()))).context
    assert facts["awards"] == [given]
    assert facts["laws"] == [(law, "Điều 74")]
