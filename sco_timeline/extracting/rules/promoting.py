"""Rules for steps up told by nouns, and for a status or membership that begins: promotion, upgrade, "membership came into force"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, clause_behind, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours

_HOPED = re.compile(
    r"\b(?:support|back|hope|seek|want|push|lobb|call|propos|favou?r|discuss|possib|prospect|"
    r"plan|expect|await|request|ask|appl|await)[a-z]*\b"
)
_DECIDED = re.compile(r"\b(?:agree|approv|decid|decision|endors|procedure|process|launch|start|begin|began)[a-z]*\b")
_WISHES = re.compile(r"\b(?:wish(?:es)?|bids?|requests?|hopes?|applications?) (?:to|for)\b")
_YEARS = re.compile(r"(?P<n>Ⓝ|a|one) years? (?P<way>before|after) (?:the )?$")


def _promoted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Kabul's promotion to observer", with its year by arithmetic where it is told so."""
    if not is_ours(reading, match) or _WISHES.search(match.group()):
        return
    lead, tail = clause_before(reading.text, match.start(), 60), clause_behind(reading.text, match.end())
    around = f"{lead} {tail}"
    said = polarity_of(around)
    decided = _DECIDED.search(lead) or re.match(r" (?:was|were|has been|have been|is) (?:[a-z]+ly )?(?:approv|agreed|decid|endors)", tail)
    polarity = said if said == NEGATED or not decided else ASSERTED
    polarity = EXPECTED if polarity == ASSERTED and _HOPED.search(lead) and not decided else polarity
    day = _counted(reading, match) or reading.date(match, future=polarity == EXPECTED)
    to = goal_of(reading, match, match.start("verb"))
    for party in _owners(reading, match):
        yield reading.claim(
            "status_change", match, party=party, to=to, date=day, stage="decision" if decided else "effective", polarity=polarity
        )


def _owners(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    groups = match.groupdict()
    if groups.get("i"):
        return reading.owners(match.start("i"), match["i"])
    return reading.parties(next(match.start(group) for group in ("p", "q", "a") if groups.get(group)))


def _counted(reading: Reading, match: re.Match[str]) -> str | None:
    """Return the year that "seven years before" counts from the year named last."""
    found = _YEARS.search(reading.text, max(0, match.start() - 30), match.start())
    if found is None:
        return None
    year = reading.article.year_before(reading.masked.origin(found.start()), reading.number)
    count = reading.masked.slot(found.start("n")).value if found["n"] == "Ⓝ" else 1
    return None if year is None else str(int(year) + (count if found["way"] == "before" else -count))


def _took_effect(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "their membership will come into force": of whom it is, else of whom was spoken."""
    if not is_ours(reading, match):
        return
    groups = match.groupdict()
    if groups.get("i") or groups.get("p"):
        parties = _owners(reading, match)
    else:
        told = reading.changes_before(match.start(), 1)
        same = [claim for claim in told if claim["evidence"] == told[-1]["evidence"]]
        parties = tuple(dict.fromkeys(str(claim["party"]) for claim in same))
    words = reading.text[max(0, match.start() - 20) : match.end("verb")]
    polarity = polarity_of(words)
    day = reading.date(match, future=polarity == EXPECTED, begin=match.start("verb"))
    to = goal_of(reading, match, match.start())
    for party in parties:
        yield reading.claim("status_change", match, party=party, to=to, date=day, stage="effective", polarity=polarity)


_RISE = r"(?:promotion|elevation|upgrade|upgrading|ascent|rise|transition|advance|advancement|graduation|conversion|shift|transformation)"

RULES = (
    Rule(
        id="change.promotion",
        purpose="The promotion of a country to a status.",
        pattern=pattern(
            rf"(?:(?:(?P<p>[ⓅⓇ])(?:'s?|s')?|(?P<a>Ⓐ)|<ITS>) (?:[a-z-]+ ){{0,2}}?{_RISE}|{_RISE} "
            r"(?:of|for) (?:the )?(?P<q>[ⓅⓇ]))(?P<verb>(?: in Ⓓ| Ⓓ)?"
            r"(?: (?:from|of its status from) <ART>[ⓈⓉ])? (?:to|into) (?:that of |being |the (?:rank|level|status) of "
            r")?<ART>[ⓈⓉ])"
        ),
        make=_promoted,
        examples=(
            ("Afghanistan's promotion to SCO observer came in 2012.", ("AFG observer effective 2012",)),
            (
                "A contact group was set up by the SCO in 2005, seven years before Afghanistan's promotion to observer.",
                ("AFG observer effective 2012",),
            ),
            ("Iran hopes for its upgrade from observer to full member of the SCO.", ("IRN member effective expected",)),
        ),
        counter_examples=("Ukraine's transition to full membership of NATO is not for the SCO to discuss.",),
    ),
    Rule(
        id="change.convert",
        purpose="A country's status is converted, raised to a higher one.",
        pattern=pattern(
            r"\b(?:convert|upgrad|rais|elevat|chang|transform|turn|lift|promot)(?:e|es|ed|ing|s)? "
            r"(?:(?P<p>[ⓅⓇ])(?:'s?|s')?|<ITS>) "
            r"(?P<verb>(?:Ⓣ|status|rank|standing)(?: (?:in|within) Ⓞ)?(?: from <ART>[ⓈⓉ])? (?:to|into) (?:that of )?<ART>[ⓈⓉ])"
        ),
        make=_promoted,
        examples=(("The SCO agreed to convert Iran's observer status to full membership.", ("IRN member decision",)),),
    ),
    Rule(
        id="change.took_effect",
        purpose="A membership, a status came, comes into force, dates from a day.",
        pattern=pattern(
            r"(?:(?P<p>[ⓅⓇ])(?:'s?|s')? |<ITS> |(?:^|(?<=[ \"]))(?:the |this )?)(?:full |formal )?(?:Ⓣ|accession|"
            r"admission|entry)(?: (?:to|of|in|into) Ⓞ)?(?: as <ART>Ⓢ)?(?: (?:was|were|had been) (?:approved|agreed|decided|"
            r"endorsed)[^.;,]{0,40}?,? and)?,? <AUX>"
            r"(?P<verb>(?:become|became|becomes) effective|(?:com(?:e|es|ing)|came|enter(?:s|ed)?|g[oe]t?|go|went) into (?:force|"
            r"effect)|t[ao]kes? effect|took effect|taking effect|dates? (?:back to|from)|dating "
            r"(?:back to|from)|"
            r"goes back to|go back to|began|begins?|came through|came|will come|come|effective|"
            r"took effect|came into force|took place|takes? place|materiali[sz](?:es?|ed)|made official|"
            r"(?:(?<=was )|(?<=is )|(?<=been )|(?<=be )|(?<=were ))(?:formali[sz]ed|finali[sz]ed|completed|"
            r"sealed))(?! (?:up|under|"
            r"about|with|to (?!Ⓓ)|as|from (?!Ⓓ)|at "
            r"(?:a|the (?:cost|price|expense|heart)))\b)"
        ),
        make=_took_effect,
        examples=(
            ("Iran's SCO membership will enter into force next year.", ("IRN member effective expected",)),
            ("Sri Lanka's dialogue partner status in the SCO dates from 2010.", ("LKA dialogue_partner effective 2010",)),
        ),
        counter_examples=("Sweden's NATO membership took effect in 2024, the SCO noted.",),
    ),
)
