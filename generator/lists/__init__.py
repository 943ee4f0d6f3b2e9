"""Pages across record kinds: the home page, years, awards, places, A–Z, search.

Each list is a function of the Reference and the Index that yields pages. To add one, write it (and
its template) and name it here.
"""

from collections.abc import Callable, Iterator

from generator.lists import (
    alphabet,
    answers,
    catalogues,
    consultations,
    data,
    duties,
    events,
    feeds,
    grid,
    home,
    organisation,
    press,
    products,
    rules,
    statistics,
    works,
    years,
)
from generator.records.base import Reference
from generator.records.digest import Index
from generator.values import Page

List = Callable[[Reference, Index], Iterator[Page]]

LISTS: tuple[List, ...] = (
    home.home,
    home.search,
    years.years,
    catalogues.awards,
    catalogues.places,
    catalogues.movements,
    consultations.consultations,
    catalogues.exemplars,
    products.products,
    catalogues.news,
    catalogues.units,
    catalogues.recipients,
    organisation.clusters,
    organisation.councils,
    works.initiatives,
    works.elsewhere,
    works.tasks,
    grid.grid,
    events.events,
    events.anniversaries,
    rules.documents,
    rules.procedures,
    rules.filing,
    answers.feedback,
    answers.corrections,
    feeds.feeds,
    statistics.statistics,
    alphabet.alphabet,
    data.data,
    press.press,
    press.commitments,
    duties.duties,
)
