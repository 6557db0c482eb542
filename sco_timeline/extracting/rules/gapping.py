"""Rules for what is told of a second country by leaving words out: "and Belarus in 2024", "followed by", "the same for Iran"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern

NEXT = re.compile(
    r"(?:,|;)?(?: and| then|, then| followed by| with| while| as well as)?(?:,? (?:most recently|finally|lastly|later|"
    r"last),?)?(?: by)? (?:the "
    r")?(?P<p>Ⓟ),? (?:followed |following |joined |joining )?(?:(?:at|in) (?:the )?Ⓒ(?: summit)?,? )?(?:in |on |since "
    r"|from )?(?P<d>Ⓓ)"
    r"(?! (?:Ⓟ|summit))"
)
_DAY_FIRST = re.compile(
    r"(?:,|;)?(?: and| then| but| while)*,? (?:in|on|since) (?P<d>Ⓓ),? (?:(?:came|followed|joined) |by )?(?:the )?(?P<p>Ⓟ)"
    r"(?= and (?:in|on|since) Ⓓ|[.,;]|$)"
)


def _in_turn(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Give what was said of the last country to the next ones, each with its own day."""
    place = next(match.start(group) for group in ("p", "r", "f") if match[group])
    told = [claim for claim in reading.changes_before(place, 0) if claim["stage"] == "effective" or claim["date"]]
    if told and match["f"]:
        for party in reading.parties(place):
            yield reading.claim(
                "status_change", match, party=party, to=told[-1]["to"], stage=told[-1]["stage"], polarity=told[-1]["polarity"]
            )
        return
    if not told:
        return
    last = told[-1]
    further = _DAY_FIRST if match["r"] else NEXT
    found = _DAY_FIRST.match(reading.text, match.start("first")) if match["r"] else match
    while found is not None:
        day = reading.resolved(reading.masked.slot(found.start("d")))[0]
        for party in reading.parties(found.start("p")):
            if day and not any(claim["party"] == party and claim["to"] == last["to"] for claim in told):
                yield reading.claim(
                    "status_change",
                    match,
                    party=party,
                    to=last["to"],
                    date=day,
                    stage=last["stage"],
                    polarity=last["polarity"],
                    span=(found.start("p"), found.end()),
                )
        found = further.match(reading.text, found.end())


_AS_ONE = re.compile(r" (?:suit )?as (?:an? |the |its |full |new )*(?P<s>Ⓢ)")


def _may_follow(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    told = [claim for claim in reading.changes_before(match.start("p"), 1) if claim["polarity"] != NEGATED]
    held = [slot.value for slot in reading.masked.between(0, match.start()) if slot.kind == "Ⓢ" and slot.value]
    if not (told or held) or not reading.ours(match.start()):
        return
    told = [claim for claim in told if claim["polarity"] == EXPECTED] or told
    named = _AS_ONE.match(reading.text, match.end())
    to, stage = (
        (reading.status(named.start("s")), "effective")
        if named
        else (held[-1], "effective")
        if held
        else (told[-1]["to"], told[-1]["stage"])
    )
    for party in _last_named(reading, match.start("p")):
        if not told or party != told[-1]["party"]:
            day = reading.date(match, future=True)
            yield reading.claim("status_change", match, party=party, to=to, stage=stage, date=day, polarity=EXPECTED)


def _last_named(reading: Reading, place: int) -> tuple[str, ...]:
    """Return the parties of a slot; of a list with a semicolon those behind it."""
    slot = reading.masked.slot(place)
    cut = reading.article.flat.rfind(";", slot.start, slot.end)
    if cut < 0:
        return reading.parties(place)
    return tuple(str(name.meaning.party) for name in reading.article.names_within(cut, slot.end) if name.meaning.kind == "Ⓟ")


RULES = (
    Rule(
        id="rise.in_turn",
        purpose='The next country and its day, without a verb: "Iran joined in 2023 and Belarus in 2024".',
        pattern=pattern(
            r"(?:join|acced|enter|becam|become|been |held |admit|admission|accept|obtain|receiv|grant|gain|given|follow|got|won|"
            r"ma[dk]e |came |sign|upgrad|elevat|induct|accession)(?:[^.;()]{0,110}?[Ⓓ](?: (?:as|at) "
            r"[^.;,ⓅⒹ]{0,40})?(?:,|;)?(?: (?:and|then|"
            r"while|with|followed|but|whereas|just))*(?: by)?(?: (?:that|those) of)? (?:the )"
            r"?(?P<p>Ⓟ),?"
            r"(?: (?:did so|followed(?: suit)?|following(?: suit)?|doing so|doing the same|joining|the same|likewise|"
            r"too|also|as well|does so|will follow|only))*,? (?:(?:at|in) (?:the )?Ⓒ(?: summit)?,? )?(?:in |on |by |"
            r"since |from )?"
            r"(?P<d>Ⓓ)(?! (?:Ⓟ|summit))|"
            r"[^.;()Ⓓ]{0,90}?(?P<first>[,;](?: (?:and|then|but|while))*,? (?:in|on|since) Ⓓ,? (?:(?:came|followed|joined) |by )?"
            r"(?:the )?(?P<r>Ⓟ)(?= and (?:in|on|since) Ⓓ|[.,;]|$)))|[ⓈⓉⓄⒹ],? (?:which was |and was |was "
            r")?(?:soon |shortly |later |quickly "
            r")?followed (?:soon |shortly |later |closely |quickly )?(?:after )?by (?:the )?(?P<f>Ⓟ)"
        ),
        make=_in_turn,
        examples=(
            (
                "Iran joined the SCO in July 2023, and Belarus in July 2024.",
                ("IRN member effective 2023-07", "BLR member effective 2024-07"),
            ),
            ("Iran joined the SCO in 2023, followed by Belarus in 2024.", ("IRN member effective 2023", "BLR member effective 2024")),
            (
                "Mongolia has been an observer of the SCO since 2004, Iran since 2005.",
                ("MNG observer effective 2004", "IRN observer effective 2005"),
            ),
            (
                "In 2017 India joined the SCO, in 2023 Iran and in 2024 Belarus.",
                ("IND member effective 2017", "IRN member effective 2023", "BLR member effective 2024"),
            ),
        ),
        counter_examples=("Finland joined NATO in 2023, and Sweden in 2024, the SCO noted.",),
    ),
    Rule(
        id="rise.may_follow",
        purpose="Another country may follow.",
        pattern=pattern(
            r"(?P<p>Ⓟ)(?:, (?:Ⓟ's? )?[^.;,Ⓟ]{2,60},)? (?P<verb>(?:(?:now )?has (?:similar|the same) (?:plans|ambitions|hopes|"
            r"goals?|wish(?:es)?|"
            r"intentions?)|may|might|could|will|would(?: also)? like to|would|should|is expected to|(?:is|are) (?:keen|"
            r"eager) to|longs? to|are expected "
            r"to|is to|are to|hopes? to|wants? to|wish(?:es)? to|is set to)"
            r"(?: (?:also|soon|then|well)){0,2} (?:follow|be next|come next|do the same|do so)|"
            r"next)(?! (?:the|up on|on|with|year|month))"
        ),
        make=_may_follow,
        examples=(
            (
                "Iran joined the SCO in 2023. Belarus may follow next year.",
                ("IRN member effective 2023", "BLR member effective expected"),
            ),
        ),
        counter_examples=("Iran spoke at the SCO summit. Belarus may follow.",),
    ),
)
