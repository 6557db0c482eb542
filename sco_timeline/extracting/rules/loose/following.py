"""Loose rules for steps told in short: "Doha signed in 2022", "so did Pakistan"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import told_last
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.subjects import subject_before

_PAPER = re.compile(r"memorand|\bmous?\b|obligations")
_BACK = 5  # sentences in which the paper is spoken of that is signed
_VERB = re.compile(r"\b(?:sent|spoke|met|came|went|took|made|said|(?!procedur)[a-z]{3,}ed)\b")


def _signed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ signed in Ⓓ", "Ⓟ has not signed its own" of the paper spoken of before."""
    clause = clause_at(reading, match.start("verb"), match.end())
    place = match.start("p") if match["p"] else clause.head
    place = subject_before(reading, match.start("verb")) if place < 0 else place
    if place < 0 or clause.is_idle() or not reading.stays_with_us(match.start()):
        return
    first = max(0, reading.number - _BACK)
    spoken = _PAPER.search(reading.article.low, reading.article.sentences[first].start, reading.masked.origin(match.start()))
    told = [claim for claim in reading.changes_before(match.start("verb"), _BACK) if claim["stage"] in ("memorandum", "decision")]
    own = [claim for claim in told if claim["party"] in reading.parties(place)]
    last = (own or (told if spoken else []))[-1:]
    if not last or (not spoken and "partner" not in str(last[0]["to"])):
        return
    polarity = polarity_of(f"{clause.before[-40:]} {match['aux']}")
    day = day_of(clause, match, polarity)
    for party in reading.parties(place):
        yield reading.claim("status_change", match, party=party, to=last[0]["to"], date=day, stage="memorandum", polarity=polarity)


def _so_did(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "so did Ⓟ", "Ⓟ did the same in Ⓓ", "the same goes for Ⓟ": the step told last, of others."""
    place = next(match.start(name) for name in ("p", "q", "r") if match[name])
    told = reading.changes_before(match.start(), 1)
    if not told or not reading.stays_with_us(match.start()):
        return
    last = told_last(told)
    between = reading.article.low[last[0]["evidence"][1] : reading.masked.origin(match.start())]
    if _VERB.search(between):
        return
    clause = clause_at(reading, *match.span())
    day = day_of(clause, match) if clause.places("Ⓓ") else None
    step = {name: last[0][name] for name in ("to", "stage", "polarity")}
    for party in reading.parties(place):
        if party not in [one["party"] for one in last]:
            yield reading.claim("status_change", match, party=party, date=day or last[0]["date"], **step)


RULES = (
    Rule(
        id="change.loose_signed",
        purpose="A country signed, or has not signed, the paper spoken of before.",
        pattern=pattern(
            r"(?:(?P<p>[ⓅⒸⒾⓇ])|\b(?:and|but|which|who))(?P<aux>(?: (?:has|have|had|did|will|would|is to|are to|not|never|also|already|only|"
            r"finally|then|hasn't|haven't|hadn't|didn't|yet to|still|soon))*) (?P<verb>sign(?:ed|s)?|concluded|ratified|initialled)"
            r"(?: (?:(?:its|their) own|theirs|Ⓘ|one))?(?=(?: (?:so far|yet|too|as well|there|here|last|first|later|only|already))?"
            r"(?:[.;,]|$| and\b| (?:in|on|at) [ⒹⒸ]| Ⓓ| (?:earlier|later|before)\b))"
        ),
        make=_signed,
        examples=(
            (
                "The SCO agreed to make Egypt and Qatar dialogue partners by a memorandum. Qatar signed in September 2022.",
                ("EGY dialogue_partner decision", "QAT dialogue_partner decision", "QAT dialogue_partner memorandum 2022-09"),
            ),
        ),
        counter_examples=("The SCO summit adopted a convention on extremism. India signed in 2017.",),
    ),
    Rule(
        id="change.loose_so_did",
        purpose="Another country did the same as the one told of just before.",
        pattern=pattern(
            r"(?:\b(?:so (?:did|has|had|was|were)|the same (?:goes|holds|is true|was true|applies|applied) (?:for|of|to))"
            r" (?:the )?(?P<p>Ⓟ)(?!')|"
            r"(?P<q>[ⓅⒸ]) (?:has |have |had )?(?:also )?(?:did|done|does) (?:so|the same|likewise)\b(?! (?:many|much))|"
            r"(?P<r>[ⓅⒸ]) followed suit)"
        ),
        make=_so_did,
        examples=(
            (
                "India filed an application for membership of the SCO. So did Pakistan, whose adviser had come.",
                ("IND member application", "PAK member application"),
            ),
        ),
        counter_examples=("Iran sent its president to the SCO summit. So did Nepal.",),
    ),
)
