"""Loose rules for summits: a word of gathering or of passing papers, with the leaders of the SCO and a place or day in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.beginnings import SIX
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.summit_facts import described
from sco_timeline.extracting.rules.summit_places import as_city
from sco_timeline.extracting.rules.summit_words import MINISTERS, RANKS, of_ministers
from sco_timeline.extracting.slots import Slot

_LEADERS = re.compile(
    rf"{RANKS}|(?:chiefs|heads|leaders) (?:of|from) (?:the |all |these |its )*(?:Ⓝ|Ⓞ|Ⓢ|states)|(?:\bthe|\bits|"
    rf"Ⓞ(?:'s)?) chiefs\b|Ⓑ"
)
_NOT_THEY = re.compile(
    r"(?:\b(?:two|three|both|religious|business|party|community|opposition|foreign|defen[cs]e|tribal|military|union|faith|"
    r"western|european|arab|african|other|world|former|future|rebel|deputy|vice)|Ⓐ|Ⓧ(?:'s?)?|the Ⓝ) $"
)
_OF_SOME = re.compile(
    r"(?:'s?)? (?:of|from) (?!(?:(?:the|all|its|these|those|member|Ⓝ|now) ){0,4}(?:[ⓄⓋⓈⓃ]|states|countries|nations|members|organi|bloc|"
    r"group|club|alliance|circle))|(?:'s)? [ⓅⒽ]"
)
_PLACED = re.compile(r"\b(?:in|at|to|for|within|into|near|inside|where) (?:the )?(?:[a-z-]+ ){0,2}$")
_NOT_ITS_DAY = re.compile(
    r"\b(?:since|until|till|through|anniversary(?: of)?|before|after|by|up to|for the (?:year|period)|strategy|plan|programme|"
    r"founded|born|dates?|dated|created|set up|established|agenda|budget) (?:in |on |from |to |the |early |late |of ){0,2}$|"
    r"\ban? [a-z]+ of $"
)
_WHERE = re.compile(r"(?P<c>Ⓒ),? (?:(?:is|was|will be) )?(?:the (?:place|city) )?(?:where|in which) $")
_PAPER = re.compile(r" (?:joint |political )?(?:declaration|statement|convention|charter|spirit|agreement|process|initiative|communiqu)")


def _place_in(clause: Clause) -> Slot | None:
    """Return the city, else the country, in which a clause has its meeting."""
    here = clause.trigger[0]
    cities, lands = [], []
    for place in clause.places("ⒸⓅ"):
        slot = clause.reading.masked.slot(place)
        if _PAPER.match(clause.words, place + 1):
            continue
        led = _PLACED.search(clause.words, max(0, place - 30), place) is not None
        if slot.kind == "Ⓒ" and (led or place < here) and clause.role(place) != "of":
            cities.append((not led, abs(place - here), place))
        elif slot.kind == "Ⓟ" and led and len(slot.parties) == 1:
            lands.append((not led, abs(place - here), place))
    found = min(cities or lands, default=None)
    if found is None and (where := _WHERE.search(clause.reading.text, 0, clause.start)):
        return clause.reading.masked.slot(where.start("c"))
    return clause.reading.masked.slot(found[2]) if found else None


def _day_in(clause: Clause) -> Slot | None:
    """Return the day of a clause that is not that of something else."""
    here = clause.trigger[0]
    days = [(abs(place - here), place) for place in clause.places("Ⓓ") if not _NOT_ITS_DAY.search(clause.words, max(0, place - 40), place)]
    return clause.reading.masked.slot(min(days)[1]) if days else None


def _names_leaders(reading: Reading) -> bool:
    """Say whether a sentence speaks of leaders at all."""
    return bool(reading.found(_LEADERS))


def _leaders_in(clause: Clause) -> re.Match[str] | None:
    """Return the leaders of the SCO, or its council, whom a clause speaks of."""
    for found in _LEADERS.finditer(clause.words, clause.start, clause.end):
        if found.group() == "Ⓑ":
            return found
        if not _NOT_THEY.search(clause.words, 0, found.start()) and not _OF_SOME.match(clause.words, found.end()):
            return found
    return None


_US = re.compile(r"[ⓄⒾ]|(?<!of )Ⓢ|\b(?:these|organi[sz]ation|group|grouping|bloc|alliance|club|body|forum|six|eight|nine|ten|members)\b")
_SUMMIT_TALK = re.compile(r"summit|Ⓑ|leaders|presidents|heads of|at the top|highest level|premiers")
_SESSION = re.compile(r"\b(?:plenary|enlarged session|closed session|gathering)\b")
_FELL_THROUGH = re.compile(r"\b(?:should|would|could|might) have\b|\bwere to have\b")
_ITSELF = re.compile(
    r"(?:^|[,;:] |[ⒹⒸ],? )(?:the )?Ⓞ (?:(?:will|is|to|due|set|next|then|also|in Ⓓ) ){0,4}$"
)  # "in July the bloc is to meet"
_APART = re.compile(r"\b(?:founded|born|created|set up|established|launched|on the eve of|ahead of|anniversary|invit\w+|phone|letter)\b")


def _told(clause: Clause, match: re.Match[str], who: str | None) -> Iterator[Claim]:
    where, when = as_city(clause.reading, _place_in(clause)), _day_in(clause)
    body = None if who is None else "chg" if re.search(r"governments?\b|premiers|prime ministers", who) else "chs"
    if where is not None or when is not None or re.search(r"screen|video|online|virtual", clause.words):
        for claim in described(clause.reading, match, body=body if who != "Ⓑ" else None, where=where, when=when):
            if _FELL_THROUGH.search(clause.words):
                claim["polarity"] = NEGATED
            elif claim["polarity"] == ASSERTED and _is_planned(clause, match) and not _is_past(clause, claim):
                claim["polarity"] = EXPECTED
            elif claim["polarity"] == ASSERTED and _WHERE.search(lead := clause.reading.text[: clause.start]):
                claim["polarity"] = polarity_of(lead)
            clause.reading.article.memory.gathered = clause.reading.number
            yield claim


def _is_planned(clause: Clause, match: re.Match[str]) -> bool:
    """Say whether a clause tells of a plan; "when it met" and "once they had met" tell of what was."""
    done = _PAST.match(match.group()) and polarity_of(f"{clause.before[-30:]} {match.group()}") == ASSERTED
    return not done and clause.polarity() == EXPECTED


_PAST = re.compile(r"(?:met|sat|saw|gathered|assembled|convened|conferred|converged|united|came|sat|got)\b")


def _is_past(clause: Clause, claim: Claim) -> bool:
    published = clause.reading.article.published
    return bool(published and claim["start"] and claim["start"][: len(published)] < published[: len(claim["start"])])


def _may_be(clause: Clause) -> bool:
    return not clause.is_idle() and clause.is_ours() and not _APART.search(clause.words) and not MINISTERS.search(clause.words)


def _gathered(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read a clause in which the leaders, six presidents or the SCO itself gather somewhere or some day."""
    if not ("Ⓒ" in reading.text or "Ⓗ" in reading.text or _names_leaders(reading)):
        return
    clause = clause_at(reading, *match.span())
    if not _may_be(clause):
        return
    leaders = _leaders_in(clause)
    many = any(len(SIX & set(reading.masked.slot(place).parties)) > 3 for place in clause.places("Ⓗ"))
    if leaders or many:
        yield from _told(clause, match, leaders.group() if leaders else "presidents")
    elif (
        clause.places("Ⓒ")
        and _US.search(re.split("[ⓅⒽⒶⓍ]", clause.before[-40:])[-1])
        and (_speaks_of_summits(reading) or (_ITSELF.search(clause.before) and not of_ministers(reading)))
    ):
        yield from _told(clause, match, None)


def _speaks_of_summits(reading: Reading) -> bool:
    first = reading.article.sentences[max(0, reading.number - 3)].start
    last = reading.article.sentences[reading.number].end
    if _SUMMIT_TALK.search(reading.article.low, first, last):
        return True
    return _SESSION.search(reading.article.low, first, last) is not None and not MINISTERS.search(reading.article.low, first, last)


def _acted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read a clause in which the leaders sign or decide something in a city as a summit there."""
    if "Ⓒ" not in reading.text or not _names_leaders(reading):
        return
    clause = clause_at(reading, *match.span())
    if "Ⓗ" in clause.words or not (leaders := _leaders_in(clause)):
        return
    if (where := _place_in(clause)) and where.kind == "Ⓒ" and _may_be(clause):
        yield from _told(clause, match, leaders.group())


RULES = (
    Rule(
        id="summit.loose_gathering",
        purpose="Leaders, or the SCO at their level, come together in any words, somewhere or some day.",
        pattern=pattern(
            r"\b(?:(?:met|meets?|(?<!\ba )(?<!the )meeting(?! of\b)|gather(?:s|ed|ing)?|"
            r"assembl(?:e[sd]?|ing)|conven(?:e[sd]?|ing)|conferr?(?:s|ed|ing)?|converg(?:e[sd]?|ing)|"
            r"(?:united|reunited)(?= (?:in|at)\b)|saw each other|flock(?:s|ed)?|sat|"
            r"sit)\b(?! (?:with|by (?!video)|his|her|an?|the (?!table)|its|their|up with)\b| ?[ⒽⓅ])|(?:c[ao]mes?|brings?|brought|"
            r"g[eo]ts?|sat|sit|been|called|talked) (?:its |the |all |their )?(?:leaders |presidents )?(?:down )?together\b|"
            r"talks (?:among|of|between) (?:all )?(?:the|its) (?=leaders|heads|presidents|premiers|prime ministers))"
        ),
        make=_gathered,
        examples=(
            ("The leaders of the SCO, united in Ufa on 9 and 10 July 2015, found a way.", ("chs Ufa RUS 2015-07-09 2015-07-10 None None",)),
            ("While the leaders of the SCO sat in Bishkek, it rained.", ("chs Bishkek KGZ None None None None",)),
        ),
        counter_examples=(
            "The leaders of the EU sat together in Prague in 2022, an SCO envoy said.",
            "The SCO was glad that the leaders of India and Pakistan met in Lahore in 2015.",
            "The SCO's foreign ministers gathered in Goa in May 2023.",
            "Envoys came on 15 October 2024 for a leaders' meeting of NATO, not of the SCO.",
            "Minsk is firm, he said to a meeting of leaders.",
            "At Ashgabat airport the SCO leaders' guest was met by children.",
        ),
    ),
    Rule(
        id="summit.loose_act",
        purpose="The leaders of the SCO sign, pass or decide something in a city, in any order of words.",
        pattern=pattern(
            r"\b(?:sign(?:ed|s)?|adopt(?:ed|s)?|approve[ds]?|passed|decided?|agreed?|resolved?|endorse[ds]?|launched|issued?|"
            r"welcomed|said yes|(?:put|set) (?:their|its) (?:names?|signatures?|hands?|pens?|seals?))\b"
        ),
        make=_acted,
        examples=(
            (
                "The paper was signed in Astana on 9 June 2017 by the presidents of the six SCO states.",
                ("chs Astana KAZ 2017-06-09 2017-06-09 None None",),
            ),
        ),
        counter_examples=("The leaders of the EU signed it in Rome in 2022, an SCO envoy said.",),
    ),
)
