"""Rules for lines that begin with a day: the notes of a timeline about one country, and the headlines of a digest."""

from __future__ import annotations

import re

from sco_timeline.extracting.blocks.forms import BlockRule, Place, Taken
from sco_timeline.extracting.blocks.lines import LONGEST, Line
from sco_timeline.extracting.blocks.saying import name_of, said
from sco_timeline.extracting.blocks.statuses import subject_of
from sco_timeline.extracting.dates import begins_with_date

_DATED = re.compile(r"(?:in |on )?(?P<d>Ⓓ) ?(?:[-–:.|,;]|\)|  )? ?(?=\S)")
_PASSIVE = re.compile(
    r"(?:granted|admitted|accepted|given|invited|refused|denied|made|recognised|recognized|upgraded|elevated|approved)\b", re.I
)
_VERB = re.compile(
    r"(?:(?:formally|officially|finally) )?(?:[a-z]+(?:s|ed)|became|becomes|is|was|gets|got|won|sought|will|does|did|has) "
    r"(?!of\b|in\b|by\b)"
)
_NOUN = re.compile(r"(?:full |formal |official )?(?:accession|application|bid|membership|request|admission|entry|observer status)\b")
_PAPER = re.compile(r"(?P<paper>(?:memorandum|memoranda)(?: of [a-z]+)?) (?:is |was )?(?P<verb>signed|ratified)\b", re.I)
_RELATIVE = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|next|this) (?:year|month|week))\b", re.I
)
_CUT = re.compile(r"\.? *(?:\.|\||\t|  )")
DAY_FIRST = re.compile(r"(?P<in>(?:[Ii]n |[Oo]n )?)(?:\d|[A-Z][a-z]{2,8}\.? \d)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d$")


_RANK = re.compile(r"(?:full )?(?:observer|dialogue partner|member)(?: status| state)?(?=[.;,]|$| of | in )")  # "2005: observer"


def _note(line: Line) -> tuple[str, Line] | None:
    """Return the day at the head of a line and what stands behind it."""
    first = DAY_FIRST.match(line.text) if len(line.text) <= LONGEST else None
    if first is None or not begins_with_date(line.article.flat, line.start + first.end("in"), line.end):
        return None
    masked = line.masked
    found = _DATED.match(masked.text)
    if not found or masked.slot(found.start("d")).value.kind != "full" or found.end() >= len(masked.text):
        return None
    slot = masked.slot(found.start("d"))
    return line.article.flat[slot.start : slot.end], line.part(masked.origin(found.end()), line.end)


def _about_one(place: Place) -> Taken | None:
    """Read "2005 - granted observer status" below the name of the country that the timeline is about."""
    subject = subject_of(place.title) if place.title and DAY_FIRST.match(place.line.text) else None
    noted = _note(place.line) if subject else None
    if noted is None or subject is None:
        return None
    day, note = noted
    text = note.text[0].lower() + note.text[1:]
    if note.masked.text[:1] in "ⓅⒽⓄⒶⒸ" or not place.ours():
        return None
    name = name_of(subject.parties[0])
    if _PASSIVE.match(text):
        sentence = f"{name} was {text}"
    elif paper := _PAPER.match(text):
        sentence = f"{name} {paper['verb']} the {paper['paper']}"
    elif text.startswith(("decision to ", "decision on ")):
        sentence = f"The SCO took the {text} of {name}"
    elif _RANK.match(text):
        sentence = f"{name} became an {text}"
    elif _NOUN.match(text):
        sentence = f"{name}'s {text}"
    elif _VERB.match(text):
        sentence = f"{name} {text}"
    else:
        return None
    claims = said(note.article, f"In {day} {sentence.rstrip('.')}.", (place.line.start, place.line.end))
    return Taken(claims) if claims else None


def _digest(place: Place) -> Taken | None:
    """Read a headline whose "yesterday" counts from the day at the head of its line."""
    noted = _note(place.line)
    if noted is None or not _RELATIVE.search(place.line.text):
        return None
    day = place.line.masked.slots[0].value.value
    if not _ISO.match(day):
        return None
    note = noted[1]
    claims = said(note.article, note.text, (note.start, note.end), published=day)
    return Taken(claims) if claims else None


def _cut_off(place: Place) -> Taken | None:
    """Read "2004. Mongolia becomes the first observer.", whose day the rules for prose take for a sentence of its own."""
    noted = _note(place.line)
    if noted is None or not _CUT.match(place.line.text[len(noted[0]) :]) or not place.ours():
        return None
    day, note = noted
    claims = said(note.article, f"In {day}, {note.text.rstrip('.')}.", (place.line.start, place.line.end))
    return Taken(claims) if claims else None


RULES = (
    BlockRule(
        id="block.dated",
        purpose="A sentence behind a day that a stop, a bar or a gap divides from it.",
        read=_cut_off,
        examples=(
            (
                "Chronology of the SCO\n2017. India joins the SCO.\n2023 | Iran joins",
                ("IND member effective 2017", "IRN member effective 2023"),
            ),
        ),
        counter_examples=("The SCO in the world\n\nChronology of NATO\n2023. Finland becomes a member.",),
    ),
    BlockRule(
        id="block.digest",
        purpose="A headline of a digest that speaks of today or yesterday, with the day of its line.",
        read=_digest,
        examples=(
            ("Digest\n2017-06-10 SCO admitted India as a member yesterday", ("IND member effective 2017-06-09",)),
            ("SCO, day by day\n4 July 2023: Iran joined the SCO today", ("IRN member effective 2023-07-04",)),
        ),
        counter_examples=("The SCO, day by day\n2023-04-04 Finland joined NATO today",),
    ),
    BlockRule(
        id="block.timeline",
        purpose="A note behind a day, of the one country that the title of the timeline names.",
        read=_about_one,
        examples=(
            (
                "Iran and the SCO\n2005 - granted observer status\n2023 - becomes a full member",
                ("IRN observer effective 2005", "IRN member effective 2023"),
            ),
        ),
        counter_examples=("Iran and the SCO\n\nIran and BRICS\n2023 - invited\n2024 - becomes a full member",),
    ),
)
