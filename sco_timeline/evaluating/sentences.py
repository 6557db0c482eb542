"""The sentence around a place in a text, for a person who looks at what was missed."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from sco_timeline.extracting.sentences import Sentence, sentences_of

_LONGEST_LINE = 400  # characters shown of a line that belongs to no sentence


class Sentences:
    """The sentences of one text, found when the first is asked for."""

    def __init__(self, text: str | None) -> None:
        self._text = text

    @cached_property
    def _found(self) -> list[Sentence]:
        return sentences_of(self._text or "")

    def around(self, place: int | None) -> str | None:
        """Return the sentence at a place, or its line where it lies outside the article; None without text or place."""
        if self._text is None or place is None or not 0 <= place < len(self._text):
            return None
        before = bisect_right([sentence.start for sentence in self._found], place) - 1
        if before >= 0 and place < self._found[before].end:
            return " ".join(self._text[self._found[before].start : self._found[before].end].split())
        line = self._text[self._text.rfind("\n", 0, place) + 1 :].partition("\n")[0]
        return " ".join(line[:_LONGEST_LINE].split())
