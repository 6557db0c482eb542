"""Loose rules for doors that stay shut: a country is kept out, turned away, told no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ours, target, tell, wanted

_UNSURE = re.compile(
    r"\b(?:will|would|may|might|could|if|whether|threat\w*|want\w*|should|not|never|n't|no longer|stop(?:s|ped)?|"
    r"ceas\w+|lift\w*|withdr\w+|drop\w*)\b"
)


def _spoken_of(reading: Reading, match: re.Match[str], clause: Clause) -> bool:
    """Say whether a refusal in everyday words follows on an application or another refusal, or names what is refused."""
    told = reading.changes_before(match.start(), 2)
    return any(claim["stage"] == "application" or claim["polarity"] == NEGATED for claim in told) or bool(_INTO.match(clause.behind))


_INTO = re.compile(r" (?:as (?:an? |its |the )*[ⓈⓉ]|from (?:joining|entering|becoming)|in(?:to|side)? (?:the )?Ⓞ)")


def _shuts_out(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "keeping out Ⓟ", "put its veto on taking in Ⓟ" of the one behind."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause) or _UNSURE.search(clause.before[-40:]):
        return
    if match["told"] and not _spoken_of(reading, match, clause):
        return
    place = next(match.start(name) for name in ("p", "p2", "p3") if match[name])
    to = target(clause, match, None, ahead=True) or wanted(clause, [place])
    yield from tell(clause, match, [place], to, "decision", NEGATED, day_of(clause, match))


RULES = (
    Rule(
        id="change.loose_shut",
        purpose="Somebody keeps a country out, vetoes its entry, says no to it.",
        pattern=pattern(
            r"\b(?:(?:keep|keeps|keeping|kept|shut|shuts|shutting|lock(?:s|ed|ing)?) out (?:the )?(?P<p>[ⓅⓇ])(?!')|"
            r"(?:keep|keeps|keeping|kept|leav(?:e|es|ing)|left|shut(?:s|ting)?) (?:the )?(?P<p2>[ⓅⓇ]) (?:out\b(?! of "
            r"the)|outside)|"
            r"(?:veto(?:ed|es)?|blocked|blocks|barred|bars|rejected|turned down|(?:voted|spoke|came out) against|objected to|"
            r"slammed the door on|(?:doors?|gates?) (?:stays?|"
            r"stayed|remain(?:s|ed)|is|was|are|were) (?:[a-z]+ )?(?:shut|closed|barred|bolted) (?:to|for)|(?:stood|"
            r"stands|standing) in the way of|shut the door (?:on|to)|said no to|put its veto on|(?:declin|refus)(?:e|es|ed|"
            r"ing) to (?:admit|accept|take in|let in|receive|take)|"
            r"rul(?:es|ed|ing) out|rejecting|voted down|(?P<told>stopped|stops|(?:would|could|did|will|can) ?not (?:yet "
            r")?(?:have|hear of|let in|"
            r"take in|admit|accept))) (?:to )?(?:the "
            r")?(?:taking in |admitting |letting in |(?:the |any )?(?:Ⓣ|admission|accession|entry) (?:of|for) )?(?P<p3>[ⓅⓇ]|"
            r"Ⓘ(?= as (?:an? )?[ⓈⓉ])|"
            r"Ⓐ(?= (?:entry|Ⓣ|admission|accession|bid|membership)))(?!'s (?!entry|Ⓣ|admission|accession|bid|application|"
            r"membership|request|candidacy)|,? [ⒽⓈ])(?= |[.,;]))"
        ),
        make=_shuts_out,
        examples=(("Islamabad, so the SCO learned, repaid it in kind by keeping out Armenia.", ("ARM member decision negated",)),),
        counter_examples=(
            "Hungary vetoed Ukraine's bid for NATO, the SCO heard.",
            "China stopped Japan at the border, the SCO secretariat noted.",
            "Russia would not have Ukraine dictate terms, Putin told the SCO summit.",
        ),
    ),
)
