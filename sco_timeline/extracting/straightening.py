"""A text with plain apostrophes, quotes, dashes and blanks, in which letters that stand for slots stand for nothing else."""

from __future__ import annotations

from sco_timeline.extracting.slots import KINDS

_STRAIGHT = (
    *(("'", char) for char in "’‘‛ʼ"),
    *(('"', char) for char in "“”„«»"),
    *(("–", char) for char in "—−"),
    *(("-", char) for char in "‐‑"),
    *((" ", char) for char in "\u00a0\u202f\u2009\t\n\r"),
    ("I", "İ"),
    *(("o", char) for char in KINDS),  # the letters of slots stand for slots alone
)


def straight(text: str) -> str:
    """Return a text of the same length with plain apostrophes, quotes and dashes and with spaces for line breaks."""
    for plain, char in _STRAIGHT:
        text = text.replace(char, plain)
    return text
