"""The nouns: one module a record kind, and all of them in one flat tuple.

The rest of the program works on this tuple and knows no record by name. To add a kind, write its
module (model, rules, pages, `KIND`) and name it here.
"""

from generator.records import (
    anniversary,
    award,
    decision_pages,
    definition,
    exemplar,
    known,
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
    definition.KIND,
    known.KIND,
    recipient.KIND,
    movement.KIND,
    exemplar.KIND,
    news.KIND,
    decision_pages.KIND,
)
