"""Where and when the clause of a loose rule has the leaders of the SCO meet, and which leaders it speaks of."""

from __future__ import annotations

import re

from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.loose.clauses import Clause
from sco_timeline.extracting.rules.summit_words import RANKS
from sco_timeline.extracting.slots import Slot

_LEADERS = re.compile(
    rf"(?P<who>{RANKS}|(?:chiefs|heads|leaders) (?:of|from) (?:the |all |these |its )*(?:Ⓝ|Ⓞ|Ⓢ|states)|(?:\bthe|\bits|"
    rf"Ⓞ(?:'s)?) chiefs\b)|Ⓑ"
)
_NOT_THEY = re.compile(
    r"(?:\b(?:two|three|both|religious|business|party|community|opposition|foreign|defen[cs]e|tribal|military|union|faith|"
    r"western|"
    r"european|arab|african|other|world|former|future|rebel|deputy|vice)|Ⓐ|Ⓧ(?:'s?)?|the Ⓝ) $"
)
_OF_SOME = re.compile(
    r"(?:'s?)? (?:of|from) (?!(?:(?:the|all|its|these|those|member|Ⓝ|now) ){0,4}(?:[ⓄⓋⓈⓃ]|states|countries|nations|members|organi|bloc|"
    r"group|club|alliance|circle))|(?:'s)? [ⓅⒽ]"
)
_PLACED = re.compile(r"\b(?:in|at|to|for|within|into|near|inside|where) (?:the )?(?:[a-z-]+ ){0,2}$")
_NOT_ITS_DAY = re.compile(
    r"\b(?:since|until|till|through|anniversary(?: of)?|before|after|by|up to|for the (?:year|period)|strategy|plan|"
    r"programme|founded|"
    r"born|dates?|dated|created|set up|established|agenda|budget) (?:in |on |from |to |the |early |late |of ){0,2}$|"
    r"\ban? [a-z]+ of $"
)
WHERE = re.compile(r"(?P<c>Ⓒ),? (?:(?:is|was|will be) )?(?:the (?:place|city) )?(?:where|in which) $")
_PAPER = re.compile(r" (?:joint |political )?(?:declaration|statement|convention|charter|spirit|agreement|process|initiative|communiqu)")


def place_in(clause: Clause) -> Slot | None:
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
    if found is None and (where := WHERE.search(clause.reading.text, 0, clause.start)):
        return clause.reading.masked.slot(where.start("c"))
    return clause.reading.masked.slot(found[2]) if found else None


def day_in(clause: Clause) -> Slot | None:
    """Return the day of a clause that is not that of something else."""
    here = clause.trigger[0]
    days = [(abs(place - here), place) for place in clause.places("Ⓓ") if not _NOT_ITS_DAY.search(clause.words, max(0, place - 40), place)]
    return clause.reading.masked.slot(min(days)[1]) if days else None


def names_leaders(reading: Reading) -> bool:
    """Say whether a sentence speaks of leaders at all."""
    return bool(reading.found(_LEADERS))


def leaders_in(clause: Clause) -> re.Match[str] | None:
    """Return the leaders of the SCO, or its council, whom a clause speaks of."""
    for found in _LEADERS.finditer(clause.words, clause.start, clause.end):
        if found.group() == "Ⓑ":
            return found
        if not _NOT_THEY.search(clause.words, 0, found.start()) and not _OF_SOME.match(clause.words, found.end()):
            return found
    return None
