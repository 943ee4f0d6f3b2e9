"""The preview: the next site in a folder of its own, shown with a bar that tells what changed.

`rehearsal` builds it and compares it with the published site, `server` shows it, `watch` follows
saved changes. The bar is put into a page when it is sent: no file ever holds it.
"""

from generator.preview.rehearsal import Rehearsal
from generator.preview.server import Stage
from generator.preview.watch import followed, look

__all__ = ["Rehearsal", "Stage", "followed", "look"]
