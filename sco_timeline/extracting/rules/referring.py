"""Rules for papers that a text names in one sentence and has adopted in the next, or names in a row of a list of summits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.adopting import adoptions, is_of_two
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.papers import papers_in

_OTHERS = re.compile(r"Ⓧ|\b(?:ministers?|parliament|cabinet|duma|law)\b")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|may|might|could|to|not|no|without)\b")
_LINE_HEAD = 20  # characters of a line within which its day begins


def _signed_it(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the first paper of the sentence before, which "it" in "the presidents signed it" stands for; the act is its evidence."""
    if not reading.number or not reading.article.is_about_us:
        return
    before = reading.article.sentences[reading.number - 1]
    masked = reading.article.masked(reading.number - 1).text
    if _OTHERS.search(masked) or _OTHERS.search(reading.text[: match.start()]) or is_of_two(reading):
        return
    said = polarity_of(reading.text[max(0, match.start() - 50) : match.end()])
    papers = papers_in(reading.article.flat, before.start, before.end)
    for claim in adoptions(reading, match, papers[:1], said) if said != NEGATED else ():
        claim["evidence"] = list(reading.masked.span(*match.span()))
        yield claim


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
        id="document.it",
        purpose="Leaders sign it, put their names to it: the paper of the sentence before.",
        pattern=pattern(
            r"(?:\b(?:leaders|presidents|heads of state|premiers|heads of government|the Ⓝ)|[ⒽⒷⓈⒾ])(?: (?:of|from) [ⓅⓄ])?"
            r"(?: [a-z]+){0,3}? (?:(?:sign|adopt|approv|endors)(?:e|ed)?|put (?:their|its) (?:names?|signatures?|pens?) "
            r"(?:to|under)) Ⓘ"
        ),
        make=_signed_it,
        examples=(
            (
                "A treaty on friendship now ties the SCO states to each other. Their presidents signed it in Bishkek on 16 August 2007.",
                ("Treaty on friendship 2007-08-16",),
            ),
        ),
        counter_examples=("The ministers of the SCO drafted a treaty on friendship. The presidents of two states did not sign it.",),
    ),
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
