"""Loose rules for statuses won, given and held since a day, whatever stands between the country and the status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ASKS_TO, decided, ours, polarity_here, stage_and_polarity, subjects, tell

_GIVERS = re.compile(r"[ⓄⒷⓋ]|\b(?:leaders|heads|members|summit|council|presidents|states|club|bloc|group|body)\b|^(?:by )?$")
_WON = re.compile(r"\b(?:been|was|were|be|being|is|are|got|gets?)(?: [a-z]+| Ⓓ,?){0,2} $")


def _status(clause: Clause, match: re.Match[str]) -> str | None:
    """Return the status within a match; a full seat is that of a member."""
    names = [name for name in ("s", "s2") if match.groupdict().get(name)]
    return clause.reading.status(match.start(names[0])) if names else "member"


def _group(match: re.Match[str], *names: str) -> int:
    """Return where the one of some groups stands that took part in a match."""
    return next(match.start(name) for name in names if match[name])


_ANOTHER = re.compile(r"\band (?:the|its|an?) [^,;]*$")  # a subject of another kind: "and the observer of 2005"


def _rose(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ will move up to Ⓢ" of the one before the verb."""
    clause = clause_at(reading, *match.span("verb"))
    places = subjects(clause)
    if places and _ANOTHER.search(clause.words, places[0], match.start("verb")):
        return
    if places and not clause.is_idle() and ours(clause):
        stage, polarity = stage_and_polarity(clause)
        yield from tell(clause, match, places, _status(clause, match), stage, polarity, day_of(clause, match, polarity, stage))


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
    yield from tell(clause, match, [_group(match, "p", "p2")], to, stage, polarity, day_of(clause, match, polarity, stage))


_PAPER_ON = re.compile(
    r"Ⓓ[^.;]*\b(?:memorand(?:um|a|ums)|mous?|memos?) (?:on|for|of|about) (?:the )?$"
)  # "approved a memorandum on granting Ⓟ"


def _since(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ, Ⓢ since Ⓓ" and "had been its Ⓢ from Ⓓ on" of the nearest before; "Ⓢ since Ⓓ: Ⓟ" of who is named behind."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause):
        return
    at_head = match["q"] and _AT_HEAD.search(clause.before)
    places = [match.start("q")] if match["q"] and (at_head or reading.text[match.start("q") - 2] != ",") else _bearers(clause, match)
    polarity = ASSERTED if _APPOSED.search(clause.before) else polarity_of(clause.before[-40:])
    if polarity == EXPECTED or _ASKED_FOR.search(clause.before):
        return
    day = reading.resolved(reading.masked.slot(_group(match, "d", "d2")))[0]
    to = "dialogue_partner" if "in dialogue" in clause.before else reading.status(match.start("s"))
    yield from tell(clause, match, places, to, "effective", polarity, day)


def _bearers(clause: Clause, match: re.Match[str]) -> list[int]:
    """Return who bears a status at a match: the nearest subject before it, in its sentence if its clause has none."""
    beside = _BESIDE.search(clause.reading.text, max(0, match.start() - 60), match.start())
    return [beside.start("p")] if beside else subjects(clause)


_APPOSED = re.compile(r"[ⓅⓇ], (?:now |already |itself )?(?:an?|the|its) $")  # "cannot represent Ⓟ, an Ⓢ since Ⓓ"
_ASKED_FOR = re.compile(r"\b(?:request|application|bid)s? for ")
_AT_HEAD = re.compile(r"^[ \"'*•(–-]*(?:(?:an?|the|its|as|already) )*$")
_BESIDE = re.compile(
    r"(?P<p>[ⓅⓇⒸ])(?:,|:| –)? (?:in dialogue with Ⓞ )?(?:(?:already|formally|officially|itself|themselves|also|as|then|"
    r"long|only|now|so far|an?|the|its|Ⓞ|Ⓞ's|Ⓝ|"
    r"full|Ⓠ) )*$"
)

_A = r"(?:an? |the |its |their |Ⓞ's |full |new |Ⓠ |rank of |status of |level of |that of |rights of )*"
_PLACE = (
    r"(?:(?:an? |the |its |their |full |permanent )*(?:seats?|places?|chairs?|rank|title|bench|position|role) (?:of|as|"
    rf"among|amongst|with|on)(?: the)? {_A})"
)

RULES = (
    Rule(
        id="change.loose_rise",
        purpose="A country rises, moves up, turns into something.",
        pattern=pattern(
            r"\b(?P<verb>(?:r[io]se[sn]?|rising|mov(?:e[ds]?|ing)|climb(?:s|ed|ing)?|graduat(?:e[ds]?|ing)|"
            r"advanc(?:e[ds]?|ing)|ascend(?:s|ed)?|"
            r"progress(?:ed|es)?|turn(?:s|ed)?|went|go|going|(?:will|would|should|may|could|can) (?:[a-z]+ ){0,2}be(?: "
            r"one of)?)(?: up| over| on)?)"
            rf"(?: from [^.;,]{{0,30}}?)?(?: (?:to|into|as))? (?:be |being |become )?{_A}(?:{_PLACE})?(?P<s>[ⓈⓉ])"
        ),
        make=_rose,
        examples=(("Ten countries met in Ufa, and Belarus, so the SCO's communique runs, rose to observer.", ("BLR observer effective",)),),
        counter_examples=("Turkey moved to observer status in the Arab League, not in the SCO.",),
    ),
    Rule(
        id="change.loose_given",
        purpose="A country is given, voted, promised a status or a seat.",
        pattern=pattern(
            r"\b(?P<verb>(?:(?:given|granted|accorded|awarded|handed|offered|promised|voted|assured of|allotted|"
            r"assigned|conferred)"
            rf" (?:{_PLACE}|{_A})|(?:raised|lifted|elevated|promoted|upgraded|advanced|turned|bumped up)(?: up)?(?: from "
            rf"[^.;,]{{0,30}}?)? (?:to|into) "
            rf"(?:{_PLACE}|{_A})|(?:made|recogni[sz]ed|confirmed|enrolled)(?: as)? {_A}))(?:(?P<s>[ⓈⓉ])|(?:full |"
            r"permanent )(?:seats?|rights))"
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
            r"\b(?:(?:giv(?:e|es|ing)|gave|grant(?:s|ed|ing)?|accord(?:s|ed|ing)?|award(?:s|ed|ing)?|hand(?:s|ed|ing)?|"
            r"offer(?:s|ed|ing)?|"
            r"promis(?:e|es|ed|ing)|vot(?:es|ed)|mak(?:e|es|ing)|made) (?:the )?(?P<p>[ⓅⓇⒾ])(?:,? too,?| both)? "
            rf"(?:{_PLACE}|{_A})(?P<s>[ⓈⓉ])|"
            r"(?:rais(?:e[ds]?|ing)|lift(?:s|ed|ing)?|elevat(?:e[ds]?|ing)|promot(?:e[ds]?|ing)|upgrad(?:e[ds]?|ing)) "
            r"(?:the )?(?P<p2>[ⓅⓇ])"
            rf"(?: from [^.;,]{{0,30}}?)? (?:to|into) (?:{_PLACE}|{_A})(?P<s2>[ⓈⓉ]))"
        ),
        make=_gives,
        examples=(
            ("At Ufa the SCO, to general surprise, went on to promise Belarus a place among the observers.", ("BLR observer decision",)),
        ),
        counter_examples=("NATO offered Ukraine a place among its partners, the SCO noted.",),
    ),
    Rule(
        id="change.loose_since",
        purpose="A country has held a status from a day on.",
        pattern=pattern(
            r"(?P<s>[ⓈⓉ])(?: of Ⓞ)?,? \(?(?:(?!dat)[a-z]+ )?(?:(?:since|ever since) (?:early |late |mid-)?(?P<d>Ⓓ)|(?:from|"
            r"as of) (?P<d2>Ⓓ)(?: on(?:wards?)?)?)"
            r"(?:(?: ?[:–-]|(?<=Ⓓ),) (?:the )?(?P<q>[ⓅⒾⓇ]))?"
        ),
        make=_since,
        examples=(("Full members of the SCO since 2017: India and Pakistan.", ("IND member effective 2017", "PAK member effective 2017")),),
        counter_examples=("Finland, NATO member since 2023, is watched by the SCO.",),
    ),
)
