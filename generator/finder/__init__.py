"""The register's own search index: static files that a browser searches without a server.

`part` prepares what a volume gives, `join` puts the parts together; `theme/js/finder.js` reads the
files. All lie in `tra-cuu/so/`:

    so.json                  the volumes in order: year, issuer, number, rows; the words for codes
    muc/muc-<xx>.bin         dictionary: the syllables (without marks) that begin with xx, their
                             spellings, the length of each spelling's list; short lists themselves
    tu/tu-<syllable>.bin     the lists of all spellings of a syllable, one after the other; when
                             long, a file for each spelling: tu-<syllable>-<its UTF-8 in hex>.bin
    goi-y.txt                the syllables, the commonest first: the nearest when none answers
    hang/<volume>/<n>.json   the rows as they are shown, 32 a file
    ngay/<year>.bin          the dates of a year's rows
    thu-tu/ten.bin           the alphabetic order of all names
    loc/<facet>.bin          what a facet counts, for each row

A list is one segment a volume: its number (2 bytes), a length, and streams of rows as Rice-coded
gaps (`codec.stream`), so that the segments of different volumes are put together bytewise.
A row is known by volume and number. Volumes stand in the order of their keys: records that honours
refer to first, then by year. A volume's rows are each decision followed by its honours.
"""

from generator.finder.joining import FOLDER, join
from generator.finder.parts import Part, part, records_part, text_of

__all__ = ["FOLDER", "Part", "join", "part", "records_part", "text_of"]
