"""Loose rules for what does not come about: a country is kept out, turned away, told no; what was hoped or reported is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ours, target, tell, wanted
from sco_timeline.extracting.rules.subjects import subject_before

_UNSURE = re.compile(
    r"\b(?:will|would|may|might|could|if|whether|threat\w*|want\w*|should|not|never|n't|no longer|stop(?:s|ped)?|ceas\w+|lift\w*|withdr\w+|"
    r"drop\w*)\b"
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
    to = target(clause, match, None, ahead=True) or wanted(clause, place)
    yield from tell(clause, match, [place], to, "decision", NEGATED, day_of(clause, match))


_REPORTED = re.compile(
    r"\b(?:wrote|said|claimed|reported|thought|believed|assumed|announced|told|rumou?red|headlines?|rumou?rs?)\b[^.;]{0,40}? "
    r"(?:[ⓅⓇⒾ]|Ⓟ's [a-z]+) (?:had|has|would|was|is|will) (?:now |already |formally )?(?:join|bec[oa]m|be |been |enter|a(?:n)? )"
)


def _not_so(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "it hadn't" of what was reported, "Tehran would not" of what was hoped for another."""
    place = match.start("p") if match["p"] else subject_before(reading, match.start())
    parties = reading.parties(place) if place >= 0 else ()
    if not parties or not reading.stays_with_us(match.start()) or reading.text.endswith("?"):
        return
    to = _denied(reading, match, parties)
    for party in parties if to else ():
        yield reading.claim("status_change", match, party=party, to=to, stage="effective", polarity=NEGATED)


def _denied(reading: Reading, match: re.Match[str], parties: tuple[str, ...]) -> str | None:
    """Return the status that a denial speaks of: the one reported wrongly, or hoped for or told of another just before."""
    text = reading.text[: match.start()] if reading.text[: match.start()].strip() or not reading.number else ""
    before = text or reading.article.masked(reading.number - 1).text
    if not text and _REPORTED.search(before):
        named = [slot.value for slot in reading.article.masked(reading.number - 1).slots if slot.kind in "ⓈⓉ" and slot.value]
        return str(named[-1]) if named else "member"
    told = [claim for claim in reading.changes_before(match.start(), 1) if claim["stage"] == "effective"]
    if not told or told[-1]["polarity"] == NEGATED:
        return None
    last = told[-1]
    hoped = last["polarity"] == EXPECTED
    same = last["party"] in parties
    would = re.search(r"\b(?:would|will|wo)", match["aux"]) is not None
    return str(last["to"]) if (hoped if same else hoped == would) else None


RULES = (
    Rule(
        id="change.loose_shut",
        purpose="Somebody keeps a country out, vetoes its entry, says no to it.",
        pattern=pattern(
            r"\b(?:(?:keep|keeps|keeping|kept|shut|shuts|shutting|lock(?:s|ed|ing)?) out (?:the )?(?P<p>[ⓅⓇ])(?!')|"
            r"(?:keep|keeps|keeping|kept|leav(?:e|es|ing)|left|shut(?:s|ting)?) (?:the )?(?P<p2>[ⓅⓇ]) (?:out\b(?! of the)|outside)|"
            r"(?:veto(?:ed|es)?|blocked|blocks|barred|bars|rejected|turned down|(?:voted|spoke|came out) against|objected to|"
            r"slammed the door on|(?:doors?|gates?) (?:stays?|stayed|remain(?:s|ed)|is|was|are|were) (?:[a-z]+ )?(?:shut|closed|barred|"
            r"bolted) (?:to|for)|(?:stood|stands|standing) in the way of|shut the door (?:on|to)|said no to|put its veto on|"
            r"(?:declin|refus)(?:e|es|ed|ing) to (?:admit|accept|take in|let in|receive|take)|rul(?:es|ed|ing) out|rejecting|voted down|"
            r"(?P<told>stopped|stops|(?:would|could|did|will|can) ?not (?:yet )?(?:have|hear of|let in|take in|admit|accept))) (?:to )?"
            r"(?:the )?(?:taking in |admitting |letting in |(?:the |any )?(?:Ⓣ|admission|accession|entry) (?:of|for) )?"
            r"(?P<p3>[ⓅⓇ]|Ⓘ(?= as (?:an? )?[ⓈⓉ])|Ⓐ(?= (?:entry|Ⓣ|admission|accession|bid|membership)))(?!'s "
            r"(?!entry|Ⓣ|admission|accession|bid|application|membership|request|candidacy)|,? [ⒽⓈ])(?= |[.,;]))"
        ),
        make=_shuts_out,
        examples=(("Islamabad, so the SCO learned, repaid it in kind by keeping out Armenia.", ("ARM member decision negated",)),),
        counter_examples=(
            "Hungary vetoed Ukraine's bid for NATO, the SCO heard.",
            "China stopped Japan at the border, the SCO secretariat noted.",
            "Russia would not have Ukraine dictate terms, Putin told the SCO summit.",
        ),
    ),
    Rule(
        id="change.loose_not_so",
        purpose="What was reported or hoped for is denied with a bare verb.",
        pattern=pattern(
            r"(?:(?P<p>[ⓅⒾⓇ])(?:, [^.;,Ⓟ]{2,50},)?|\b(?:and|but)) (?P<aux>has|have|had|did|was|were|would|will|wo|is|does)"
            r"(?:n't| not)(?=[.;:!]| yet[.;]|$|,? (?:and|but|said|as)\b)"
        ),
        make=_not_so,
        examples=(
            (
                "India would be admitted to the SCO by 2015, a diplomat said. Iran would not.",
                ("IND member effective expected 2015", "IRN member effective negated"),
            ),
        ),
        counter_examples=("Some said that Finland had joined NATO. It hadn't, the SCO noted.",),
    ),
)
