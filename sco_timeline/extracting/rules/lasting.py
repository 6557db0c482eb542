"""Rules for statuses that a country has held since a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import in_scope
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import is_another_subject, subject_before

_AND_DAY = re.compile(r" and (?P<d>Ⓓ)(?! (?:as|an?)\b)")  # "have been partners since 2010 and 2016"


def _since(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not in_scope(reading, match, "s"):
        return
    status = reading.status(match.start("s"))
    own = re.match(r"(?:and|but|then|yet|who|which) |[ⓅⓇⒾ], (?:now |already |itself )?(?:an?|the|its|Ⓢ)\b", match.group())
    lead = ("" if own else clause_before(reading.text, match.start(), 30)) + reading.text[match.start() : match.start("s")]
    polarity = NEGATED if polarity_of(lead) == NEGATED else ASSERTED
    place = match.start("p") if match["p"] else subject_before(reading, match.start())
    if place < 0 or is_another_subject(reading, match, place):
        return
    day = reading.resolved(reading.masked.slot(match.start("d")))[0] if match["d"] else None
    parties = reading.parties(place)
    also = _AND_DAY.match(reading.text, match.end()) if match["d"] and len(parties) == 2 else None
    days = [day, reading.resolved(reading.masked.slot(also.start("d")))[0]] if also else [day] * len(parties)
    for party, own_day in zip(parties, days, strict=True):
        yield reading.claim("status_change", match, party=party, to=status, date=own_day, stage="effective", polarity=polarity)


RULES = (
    Rule(
        id="change.since_front",
        purpose="Since a day a country has held a status.",
        pattern=pattern(
            r"(?:\b(?:since|from|as of|starting from) (?:early |late |mid-)?|\b(?P<now>(?:effective|with effect)(?: from| as "
            r"of| on)?) )"
            r"(?P<d>Ⓓ)(?: year)?,? <P> (?:(?:has|have|was) (?:been |held |enjoyed |had |also |"
            r"participated as |worked as |served as ){1,3}|(?(now)(?:is|are|becomes?) (?:now |also )?|(?!)))<ART>(?P<s>[ⓈⓉ])"
        ),
        make=_since,
        examples=(
            ("Since 2012, Afghanistan has enjoyed observer status in the SCO.", ("AFG observer effective 2012",)),
            ("Effective 4 July 2024, Belarus is a member of the SCO.", ("BLR member effective 2024-07-04",)),
        ),
        counter_examples=("Since 1952, Turkey has been a member of NATO, the SCO recalled.",),
    ),
    Rule(
        id="change.since",
        purpose="A country has held a status since a day.",
        pattern=pattern(
            r"<WHO><REL> ?(?:<AUX>)(?:(?:participated|taken part|worked|acted|served|sat|attended|"
            r"belonged|stayed|remained)[^.;,]{0,40}? as "
            r")?(?:held |enjoyed |a |an |the |had |has |in |stayed |remained |kept |possessed "
            r"|been in |was in ){0,2}<ART>(?:[a-z]+ )?(?P<s>[ⓈⓉ])(?: country| state)?,?(?: (?!and\b)[a-z]+)"
            r"? "
            r"(?:since|as of|from|starting from)(?: (?:as early as|the summit in|at least|early|late|mid|its admission "
            r"in))?(?: the)? (?:[A-Za-z]+ |(?:Ⓒ |Ⓠ |last |annual ){0,2}(?:summit|meeting|session)"
            r"(?: of Ⓞ)?,? (?:of|in|at|held in) (?:Ⓒ,? (?:in )?)?|(?:the )?(?:last|this) year's "
            r"(?:Ⓒ )?(?:summit|meeting) ?)?(?:(?P<d>Ⓓ)|(?=(?:this|last|the|its|then|that) ?[a-z]*\b)"
            r")"
        ),
        make=_since,
        examples=(
            ("Iran has been an observer of the SCO since 2005.", ("IRN observer effective 2005",)),
            ("Afghanistan has participated in the meetings of SCO as an observer member since 2012.", ("AFG observer effective 2012",)),
        ),
        counter_examples=("Turkey has been a member of NATO since 1952, the SCO recalled.",),
    ),
)
