"""A rule for papers that a row of a list of summits names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.adopting import adoptions
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.papers import papers_in

_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|may|might|could|to|not|no|without)\b")
_LINE_HEAD = 20  # characters of a line within which its day begins


def _in_row(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the papers that a row of summits names behind its day and city: "2001, 15 June – Shanghai. Convention against terrorism"."""
    article, sentence = reading.article, reading.article.sentences[reading.number]
    line = article.text.rfind("\n", 0, sentence.start) + 1
    days = article.dates_within(line, min(line + _LINE_HEAD, sentence.start))
    head = article.masked(reading.number - 1).text if reading.number else ""
    if not days or "Ⓧ" in reading.text or "Ⓒ" not in head or not article.is_about_us:
        return
    told = max((day for day in days if day.kind == "full" and day.value), key=lambda day: len(str(day.value)), default=None)
    day = str(told.value)[: len("2001-06") if told.until else None] if told else None
    start = sentence.start
    for part in article.flat[sentence.start : sentence.end].split(";"):
        papers = [] if _VERB.search(part.lower()) else papers_in(article.flat, start, start + len(part))
        start += len(part) + 1
        for claim in adoptions(reading, match, papers, ASSERTED):
            yield {**claim, "date": claim["date"] or day}


RULES = (
    Rule(
        id="document.in_row",
        purpose="A row of a list of summits names a paper without a verb.",
        pattern=pattern(
            r"^(?:[^.;]{3,60}; )?(?:an? |the )?(?:[a-z-]+ |Ⓒ )?(?:declaration|convention|charter|treaty|regulations|"
            r"strategy|agreement)\b"
        ),
        make=_in_row,
        examples=(
            (
                "SCO summits\n\n2001, 15 June – Shanghai. Convention against terrorism.\n2007, 16 August – Bishkek. Treaty on friendship.",
                ("Convention against terrorism 2001-06-15", "Treaty on friendship 2007-08-16"),
            ),
        ),
        counter_examples=("SCO notes\n\n2007, 16 August – budget. Treaty on flowers.",),
    ),
)
