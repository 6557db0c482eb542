"""Loose rules for statuses given, whatever stands between the country and the status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ASKS_TO, decided, ours, polarity_here, stage_and_polarity, subjects, tell

_GIVERS = re.compile(r"[ⓄⒷⓋ]|\b(?:leaders|heads|members|summit|council|presidents|states|club|bloc|group|body)\b|^(?:by )?$")
_WON = re.compile(r"\b(?:been|was|were|be|being|is|are|got|gets?)(?: [a-z]+| Ⓓ,?){0,2} $")


def _status(clause: Clause, match: re.Match[str]) -> str | None:
    """Return the status within a match; a full seat is that of a member."""
    place = max(match.start(name) for name in ("s", "s2") if name in match.re.groupindex)
    return clause.reading.status(place) if place >= 0 else "member"


def _given(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ was voted a seat among the Ⓢ": partners are given by decision, what is promised is decided."""
    clause = clause_at(reading, *match.span("verb"))
    places = subjects(clause)
    if not places or not _WON.search(clause.before[-30:]) or ASKS_TO.search(clause.before) or clause.is_idle() or not ours(clause):
        return
    to = _status(clause, match)
    stage, polarity = stage_and_polarity(clause)
    if polarity == ASSERTED and (match["verb"].startswith(("promis", "vot", "offer", "assur")) or (to and "partner" in to)):
        stage = "decision"
    yield from tell(clause, match, places, to, stage, polarity, day_of(clause, match, polarity, stage))


def _gives(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the leaders gave Ⓟ a seat as Ⓢ", "raised Ⓟ to Ⓢ", "Ⓢ status went to Ⓟ"."""
    clause = clause_at(reading, *match.span())
    decision = decided(clause)
    paper = _PAPER_ON.search(clause.before)
    if clause.is_idle() or not ours(clause) or not (decision or _GIVERS.search(clause.before)) or paper:
        return
    to = _status(clause, match)
    polarity = decision or polarity_here(clause)
    partner = polarity == ASSERTED and to and "partner" in to
    stage = "decision" if decision or partner or match.group().startswith(("promis", "vot", "offer")) else "effective"
    yield from tell(clause, match, [match.start("p" if match["p"] else "p2")], to, stage, polarity, day_of(clause, match, polarity, stage))


_PAPER_ON = re.compile(
    r"Ⓓ[^.;]*\b(?:memorand(?:um|a|ums)|mous?|memos?) (?:on|for|of|about) (?:the )?$"
)  # "approved a memorandum on granting Ⓟ"


_A = r"(?:an? |the |its |their |Ⓞ's |full |new |Ⓠ |rank of |status of |level of |that of |rights of )*"
_PLACE = (
    r"(?:(?:an? |the |its |their |full |permanent )*(?:seats?|places?|chairs?|rank|title|bench|position|role) "
    rf"(?:of|as|among|amongst|with|on)(?: the)? {_A})"
)

RULES = (
    Rule(
        id="change.loose_given",
        purpose="A country is given, voted, promised a status or a seat.",
        pattern=pattern(
            r"\b(?P<verb>(?:(?:given|granted|accorded|awarded|handed|offered|promised|voted|assured of|allotted|assigned|conferred) "
            rf"(?:{_PLACE}|{_A})|(?:raised|lifted|elevated|promoted|upgraded|advanced|turned|bumped up)(?: up)?(?: from [^.;,]{{0,30}}?)?"
            rf" (?:to|into) (?:{_PLACE}|{_A})|(?:made|recogni[sz]ed|confirmed|enrolled)(?: as)? {_A}))"
            r"(?:(?P<s>[ⓈⓉ])|(?:full |permanent )(?:seats?|rights))"
        ),
        make=_given,
        examples=(
            (
                "In Beijing Afghanistan, at war for thirty years, was voted a seat among the observers of the SCO.",
                ("AFG observer decision",),
            ),
        ),
        counter_examples=("Modi was given a seat among the guests at the SCO summit.",),
    ),
    Rule(
        id="change.loose_give",
        purpose="The SCO or its leaders give a country a status, raise it to one, make it one.",
        pattern=pattern(
            r"\b(?:(?:giv(?:e|es|ing)|gave|grant(?:s|ed|ing)?|accord(?:s|ed|ing)?|award(?:s|ed|ing)?|hand(?:s|ed|ing)?|offer(?:s|ed|ing)?|"
            rf"promis(?:e|es|ed|ing)|vot(?:es|ed)|mak(?:e|es|ing)|made) (?:the )?(?P<p>[ⓅⓇⒾ])(?:,? too,?| both)? (?:{_PLACE}|{_A})"
            r"(?P<s>[ⓈⓉ])|"
            r"(?:rais(?:e[ds]?|ing)|lift(?:s|ed|ing)?|elevat(?:e[ds]?|ing)|promot(?:e[ds]?|ing)|upgrad(?:e[ds]?|ing)) (?:the )?(?P<p2>[ⓅⓇ])"
            rf"(?: from [^.;,]{{0,30}}?)? (?:to|into) (?:{_PLACE}|{_A})(?P<s2>[ⓈⓉ]))"
        ),
        make=_gives,
        examples=(
            ("At Ufa the SCO, to general surprise, went on to promise Belarus a place among the observers.", ("BLR observer decision",)),
        ),
        counter_examples=("NATO offered Ukraine a place among its partners, the SCO noted.",),
    ),
)
