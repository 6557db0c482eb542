"""A rule for the procedure of admission: opened, under way, for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, clause_behind, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.acceding import FINAL
from sco_timeline.extracting.rules.changing import told_last
from sco_timeline.extracting.rules.forms import Rule, pattern

_TO_BE_OPENED = re.compile(
    r"\b(?:plans?|planned|set|due|scheduled|slated|will(?: also)?|would(?: also)?|expected|hopes?|wants?|may|could|intends?) (?:to )?"
    r"(?:adopt|pass|sign|launch|start|begin|open|initiate|approve|take|discuss|consider)\b[^.;,]{0,45}$"
)
_OF_ANYBODY = re.compile(
    r"(?: (?:of|for|to))? (?:the )?(?:any |new |other |further |additional |potential |future |more |interested )+(?:Ⓢ|[a-z]+)"
)
_TAKES_ANYBODY = re.compile(r"(?:admitting|accepting|taking|including|inducting|letting|bringing)(?: in)? (?:[a-z]+ )*Ⓢ$")
WANTS_IT = re.compile(r"\b(?:would|wants? to|wanted to|hopes? to) (?:have|see) (?:the |its )?$")  # "Russia would have the procedure opened"
_IS_TO_BE = re.compile(
    r"[^.;,]{0,40}? (?:is|are) (?:expected |due |set )?to (?:be )?"
    r"(?:launch|open|start|begin|begun|initiat|set in|complet|finish|finali|conclud)"
)
_COMPLETION = re.compile(r"\bcompletion of (?:the )?(?:[a-z]+ )?$")
_INSET = re.compile(r", [^,;.]{2,70},(?= )")
_TAKING = (
    r"(?:accession|admission|admitting|joining|accepting|entry|reception|taking(?: in)?|letting(?: in)?|bringing(?: in)?|inducting|"
    r"including|granting|giving|becoming|making|upgrading|raising|elevating|promoting|turning|admit|accept|take in|let in|bring in|induct|"
    r"grant|give|make|upgrade|raise)"
)


def _procedure(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    text = reading.text
    inset = _INSET.match(text, match.end())
    behind = clause_behind(text, inset.end() if inset else match.end())
    around = f"{clause_before(text, match.start(), 60)}{match.group()} {behind}"
    if (
        text[max(0, match.start() - 2) : match.start()].startswith("Ⓧ")
        or "memorand" in clause_before(text, match.start(), 60)
        or not (reading.ours(match.start()) or "Ⓞ" in text)
        or WANTS_IT.search(text, 0, match.start())
        or _OF_ANYBODY.match(text, match.end())
        or _TAKES_ANYBODY.search(match.group())
        or not re.search(
            r"\b(?:open|launch|start|begin|began|begun|initiat|under way|underway|approv|complet|set in motion|kick|trigger|put in motion|"
            r"agreed|decid|conclud|finish|finali|instruct|set going|resolution)\w*",
            around,
        )
    ):
        return
    to = _status_behind(reading, match) or _asked_for(reading, match) or "member"
    stage = (
        "effective"
        if FINAL.search(around) and not re.search(r"\b(?:not|yet|begin\w*|start\w*|launch\w*|open\w*)\b", around)
        else "decision"
    )
    polarity = polarity_of(
        re.sub(r"\b(?:in|plan|should|Ⓢ|to|unanimously) |agreed to|decided to", "", clause_before(text, match.start(), 40))
    )
    if polarity != NEGATED and re.search(r"\b(?:agreed|decided|resolved|approved|signed|adopted)\b", around):
        polarity = ASSERTED
    if polarity == ASSERTED and (_IS_TO_BE.match(text, match.end()) or _COMPLETION.search(text, 0, match.start())):
        polarity = EXPECTED
    if polarity == ASSERTED and _TO_BE_OPENED.search(text, max(0, match.start() - 70), match.start()):
        polarity = EXPECTED
    date = reading.date(match, reach=70)
    for party in _candidates(reading, match):
        yield reading.claim("status_change", match, party=party, to=to, date=date, stage=stage, polarity=polarity)


_TO_WHAT = re.compile(
    r"(?: (?:them|both|[ⓅⓇⒾ]|the [ⓅⓇ]|the two|to (?:the )?[ⓅⓇ]))?,? (?:as |of |into |to |with )?(?:an? |the |its |their |Ⓠ |full |new )*"
    r"(?P<s>[ⓈⓉ])"
)


def _status_behind(reading: Reading, match: re.Match[str]) -> str | None:
    """Return the status that a match or the words straight behind it name: "for giving them the rank of observer"."""
    if match["s"]:
        return reading.status(match.start("s"))
    behind = _TO_WHAT.match(reading.text, match.end())
    return reading.status(behind.start("s")) if behind and not match.group().endswith(("Ⓣ", "process", "procedure", "es", "rs")) else None


def _asked_for(reading: Reading, match: re.Match[str]) -> str | None:
    """Return the status that the countries in question asked for, or that they are spoken of as having."""
    day = reading.date(match, reach=70)
    told = [
        claim
        for claim in reading.changes_before(match.start(), 1)
        if claim["stage"] in ("application", "decision", "memorandum")
        or ("partner" in claim["to"] and (not claim["date"] or (day or "") < claim["date"]))
    ]
    told = [claim for claim in told if claim["party"] in _candidates(reading, match)]
    if told:
        return str(told[-1]["to"])
    here = [slot.value for slot in reading.masked.between(0, match.start()) if slot.kind in "ⓈⓉ" and slot.value]
    if here and "partner" in str(here[-1]):
        return str(here[-1])
    if re.search(r"capacity|such status", reading.text[match.end() : match.end() + 40]):
        return reading.status_within(match)
    return None


def _candidates(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    text = reading.text
    if match["p"]:
        return reading.parties(match.start("p"))
    behind = re.match(r"(?:[^.;]{0,40}?\b(?:of|for|with|by))? (?:the )?(?P<p>Ⓟ)", text[match.end() :])
    if behind is None and re.search(r"(?:grant|giv)ing", match.group()):
        behind = re.match(r"[^.;Ⓟ]{0,40}? (?:to|on|upon) (?:the )?(?P<p>Ⓟ)", text[match.end() :])
    if behind:
        return reading.parties(match.end() + behind.start("p"))
    if found := re.search(r"\b(?:its|their) ", match.group()):
        return reading.owners(match.start() + found.start(), found.group())
    before = [found.start() for found in re.finditer(r"[ⓅⓇ]", text[: match.start()])]
    if before:
        own = re.search(
            r"\b(?:begin|begins|began|begun|start|starts|started|enter|entered|undergo|undergoing) (?:the |its |an? )?$",
            text[: match.start()],
        )
        return reading.parties(before[-1 if own else 0])
    told = reading.changes_before(match.start(), 2)
    if told:
        return tuple(dict.fromkeys(str(claim["party"]) for claim in told_last(told)))
    here = reading.masked.origin(match.start())
    return reading.article.group_before(here, reading.number, None) or reading.article.parties_before(here, reading.number)


RULES = (
    Rule(
        id="apply.procedure",
        purpose="The procedure of admission is opened, under way.",
        pattern=pattern(
            r"(?:\b|(?=Ⓣ))(?:(?:full )?(?:admission|accession|acceptance|entry|joining|Ⓣ) (?:process|procedure)(?:es|s)?|"
            r"(?:process|procedure)s? (?:of|for|to|towards?)(?= (?:full )?Ⓣ)|(?:process|procedure)s? (?:of|for|to)"
            rf" (?:its |their |the |(?:(?:the )?(?P<p>Ⓟ)(?:'s)? ))?{_TAKING}(?: in Ⓞ| to Ⓞ)?(?: of| to Ⓞ)?(?: <ART>(?P<s>[ⓈⓉ]))?|"
            r"(?:process|procedure)s? for(?= (?:the )?Ⓟ(?: to (?:become|join)|\b| as <ART>Ⓢ))|"
            r"(?:process|procedure)s? (?:that|which) (?:should|will|would|is to|are to|can) (?:make|turn|lead|bring)(?= (?:the )?Ⓟ))"
        ),
        make=_procedure,
        examples=(
            ("Belarus saw its SCO admission procedure opened in 2022.", ("BLR member decision 2022",)),
            (
                "The SCO launched the procedure for taking in India and Pakistan in 2015.",
                ("IND member decision 2015", "PAK member decision 2015"),
            ),
            (
                "Cuba and Laos have become dialogue partners of the SCO. The procedure for their admission was launched in 2024.",
                tuple(f"{party} dialogue_partner {step}" for party in ("CUB", "LAO") for step in ("effective", "decision 2024")),
            ),
        ),
        counter_examples=("Moldova's EU accession process began in 2022, far from the SCO.",),
    ),
)
