"""The nouns: one module a record kind, and all of them in one flat tuple.

The rest of the program works on this tuple and knows no record by name. To add a kind, write its
module (model, rules, pages, `KIND`) and name it here.
"""

from generator.records import (
    anniversary,
    award,
    consultation_law,
    consultation_pages,
    decision_pages,
    exemplar,
    holiday,
    movement,
    news,
    place,
    recipient,
    site,
    topic,
    unit,
)
from generator.records.base import Kind

KINDS: tuple[Kind, ...] = (
    site.KIND,
    award.KIND,
    anniversary.KIND,
    place.KIND,
    unit.KIND,
    topic.KIND,
    recipient.KIND,
    movement.KIND,
    exemplar.KIND,
    news.KIND,
    holiday.KIND,
    consultation_law.KIND,
    consultation_pages.KIND,
    decision_pages.KIND,
)
