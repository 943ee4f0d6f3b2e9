"""Pages across record kinds: the home page, years, awards, places, A–Z, search.

Each list is a function of the Reference and the Index that yields pages. To add one, write it (and
its template) and name it here.
"""

from collections.abc import Callable, Iterator

from generator.lists import alphabet, catalogues, duties, home, statistics, years
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
    catalogues.exemplars,
    catalogues.news,
    catalogues.units,
    catalogues.recipients,
    statistics.statistics,
    alphabet.alphabet,
    duties.duties,
)
