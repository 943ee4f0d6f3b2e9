"""A whole invented province of any size, deterministic, in the true shape of real lists.

Benchmarks and tests of size are measured on it. Nothing in it is real but the law: the awards and
who may give them to whom on which date are taken from the project's own vocabulary.
"""

from generator.sample.write import write_sample

__all__ = ["write_sample"]
