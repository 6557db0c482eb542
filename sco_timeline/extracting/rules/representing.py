"""Rules for who stood for a country at a summit: by whom it was represented, whom it sent, who came instead of a leader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.capitals import is_capital
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import AUX, attendance, is_planned
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.others import further
from sco_timeline.extracting.rules.venues import at_summit, lies_ahead, year_of

_PLAN_BEFORE = re.compile(r"\b(?:will|would|to(?! [ⒸⓅ])|should|may|is due|is set|expected)\b[^.;]{0,30}$")
_OFFICES = re.compile(r"secretariat|headquarters|embassy|permanent|business council")
_DECIDED = re.compile(r"\b(?:decision|decided|chose|preferred|opted|able|had) to\b")
_NOT_BEFORE = re.compile(r"\b(?:not|neither|no)\b[^.;]{0,20}$|n't\b[^.;]{0,20}$")


def _party_of(reading: Reading, place: int) -> str | None:
    """Return the one country that stands at a place, by its name or by its capital, or the one organization."""
    slot = reading.masked.slot(place)
    if slot.kind == "Ⓒ" and not is_capital(slot):
        return None
    parties = slot.parties if slot.kind == "Ⓧ" else reading.parties(place)
    return parties[0] if len(parties) == 1 else None


def _stands_for(reading: Reading, match: re.Match[str], party: str, person: str | None, planned: bool) -> Claim:
    """Return the claim that somebody, named or not, came for a country."""
    year = year_of(reading, match.start())
    polarity = EXPECTED if planned else "asserted"
    return reading.claim("attendance", match, party=party, person=person, summit_year=year, present=True, polarity=polarity)


_BY = r"(?P<who>[^,.;Ⓗ]{0,70}?(?:Ⓗ|(?=[,.;]|$| and (?:the )?[ⓅⒸ] (?:was |were )?by\b)))"
_NEXT_BY = re.compile(
    rf"[,;]?(?: and| while)? (?:the )?(?:observers? )?(?P<p>[ⓅⒸ])(?:, [^,;ⒽⓅ]{{3,40}},)? (?:was |were )?(?:represented )?by {_BY}"
)


def _represented_by(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not at_summit(reading, match.end("verb")) or re.search(r"\b(?:not|never)\b|n't\b", match["aux"]):
        return
    if _OFFICES.search(match.group()) or (match["p"] == "Ⓧ" and _party_of(reading, match.start("p")) is None):
        return
    planned = is_planned(match["aux"], match["verb"]) or re.search(r"\b(?:will|would) ", match.group()) is not None
    if match["no"]:
        yield from attendance(reading, match, match.start("no"), False, planned)
    clause: re.Match[str] | None = match
    while clause is not None:
        party = _party_of(reading, clause.start("p"))
        if party is None and not clause["who"].endswith("Ⓗ"):
            yield from attendance(reading, match, clause.start("p"), True, planned)
        name = reading.masked.slot(clause.end("who") - 1) if clause["who"].endswith("Ⓗ") else None
        if party and (name is None or not name.parties or party in name.parties):
            person = name.names[0] if name and len(name.names) == 1 else None
            yield _stands_for(reading, match, party, person, planned)
        clause = _NEXT_BY.match(reading.text, clause.end())


def _replaced(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    lead = reading.text[max(0, match.start() - 80) : match.start()]
    if at_summit(reading, match.start(), 4) and not _NOT_BEFORE.search(lead[-25:]):
        yield from attendance(reading, match, match.start("p"), False, _PLAN_BEFORE.search(_DECIDED.sub(" ", lead)) is not None)


_ALSO_SENT = re.compile(
    r"[,;]?(?: and| while| but)? (?P<p>Ⓟ)(?:, [^,;ⒽⓅ]{3,60},)? (?:(?:(?:only )?(?:its|his|the|an?) (?:[a-z-]+ ){0,4}?)?(?P<q>Ⓗ)|"
    r"(?:its|an?|only an?) (?:(?:[a-z-]+|Ⓠ) ){0,3}(?:minister|premier|president|adviser|ambassador|"
    r"deputy|delegation|envoy|official)\b(?:,? (?P<name>[a-z][\w.'-]+(?: [a-z][\w'-]+){1,2}))?|"
    r"(?P<bare>[a-z][\w.'-]+(?: [a-z][\w'-]+){1,2})(?=[,;.]| and ))"
)
_NAME = re.compile(r",? (?P<name>[A-Z][\w.'-]+(?: [A-Z][\w'-]+){1,2})(?=[,;.]| and |$)")
_STAYED = re.compile(r"\b(?:stay|remain)(?:s|ed|ing)\b")
_IS_SENDING = re.compile(r"\b(?:is|are) (?:[a-z]+ )?(?:sending|dispatching|deputing|fielding)\b")
_SENDS = re.compile(r"\b(?:sends|makes do|settles|leaves|comes)\b")


def _others_sent(reading: Reading, match: re.Match[str], end: int, planned: bool) -> Iterator[Claim]:
    """Yield whom others sent too: "Pakistan sent its minister, India Natwar Singh and Mongolia a deputy premier"."""
    found = _ALSO_SENT.match(reading.text, end)
    while found:
        group = next((one for one in ("name", "bare") if found[one]), None)
        name = reading.masked.cased[found.start(group) : found.end(group)] if group else None
        if name is not None and not _is_name(name):
            return
        if found["q"]:
            yield from attendance(reading, match, found.start("q"), True, planned)
        else:
            for party in reading.parties(found.start("p")):
                yield _stands_for(reading, match, party, name, planned)
        found = _ALSO_SENT.match(reading.text, found.end())


_AS_WHAT = re.compile(r"(?: as (?:an? |the )?(?:special )?(?:guest|Ⓢ|observer)s?(?: of hono[u]?r)?)?")


def _behind(text: str, place: int) -> int:
    found = _AS_WHAT.match(text, place)
    return found.end() if found else place


def _is_name(words: str) -> bool:
    return all(word[:1].isupper() for word in words.split())


def _sent(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not at_summit(reading, match.end(), elsewhere=_STAYED.search(reading.text) is None):
        return
    planned = (
        is_planned(match["aux"], "")
        or _IS_SENDING.search(match.group()) is not None
        or (_SENDS.search(match.group()) is not None and lies_ahead(reading))
    )
    if match["q"]:
        yield from attendance(reading, match, match.start("q"), True, planned)
        yield from _others_sent(reading, match, match.end(), planned)
        return
    party = _party_of(reading, match.start("p"))
    leader = reading.masked.slot(match.start("p")).kind == "Ⓗ"
    if (leader and (party is None or match["office"] is None or match["none"])) or (party is None and "Ⓒ" in match.group()[:1]):
        return
    if match["bare"] and not (party and _is_name(reading.masked.cased[match.start("bare") : match.end("bare")])):
        return
    behind = match.end("office") if match["office"] else match.start("bare") - 1
    named = _NAME.match(reading.masked.cased, behind) if party and match["none"] is None and behind >= 0 else None
    if party and (named or leader):
        yield _stands_for(reading, match, party, named["name"] if named else None, planned)
    else:
        yield from attendance(reading, match, match.start("p"), match["none"] is None, planned)
    for place in further(reading, match.end(), "ⓅⒽ"):
        yield from attendance(reading, match, place, match["none"] is None, planned)
    yield from _others_sent(reading, match, named.end() if named else _behind(reading.text, match.end()), planned)


RULES = (
    Rule(
        id="attend.represented_by",
        purpose="A country is represented at the summit by a person, by somebody of a rank.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒸⒾⒽⓍ])(?!')(?:, [^,;]{{1,60}},| [–-])?(?: (?:will|would) (?:stay away|not attend|"
            rf"skip [^.;Ⓗ]{{3,40}}) and)?{AUX} (?P<verb>represent(?:ed)?)(?: not by (?P<no>Ⓗ),? but)?[^.;Ⓗ]{{0,50}}? by {_BY}"
        ),
        make=_represented_by,
        examples=(
            ("Pakistan was represented by Shaukat Aziz at the SCO summit.", ("PAK Shaukat Aziz None present",)),
            ("The United Nations was represented at the SCO summit by António Guterres.", ("UN António Guterres None present",)),
            (
                "At the SCO summit Tehran was represented by Mohammad Reza Aref, Delhi by Natwar Singh.",
                ("IRN Mohammad Reza Aref None present", "IND Natwar Singh None present"),
            ),
        ),
        counter_examples=("Russia was represented by Sergey Lavrov at the meeting of SCO foreign ministers.",),
    ),
    Rule(
        id="attend.instead_of",
        purpose="Somebody comes to the summit instead of a leader, who is absent.",
        pattern=pattern(
            r"(?:instead of|in place of|(?:standing|stood|stand|stands|filling|filled|fill) in for|"
            r"replac(?:ing|ed)(?! by)) (?:the )?(?P<p>Ⓗ)(?!'s)"
        ),
        make=_replaced,
        examples=(
            (
                "Natwar Singh came to the SCO summit instead of Manmohan Singh.",
                ("IND Natwar Singh None present", "IND Manmohan Singh None absent"),
            ),
        ),
        counter_examples=("Wang Yi became foreign minister instead of Qin Gang, the SCO secretariat noted.",),
    ),
    Rule(
        id="attend.sent",
        purpose="A country or its leader sends somebody, or nobody, to the summit.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒽⒾⒸ])(?!'s)(?:, [^,;ⒽⓅ]{{1,70}},)?(?:[^.;ⒽⓅ]{{3,60}}?(?: and| but|,))?{AUX},? (?:sen(?:t|ds?|ding)|"
            r"dispatch(?:es|ed|ing)|deput(?:es|ed|ing)|field(?:s|ed|ing)|delegat(?:es|ed|ing)|put(?:s|ting)? up|"
            r"ma(?:de|kes?) do with|settle[ds]? for|(?:content(?:ed|s)? (?:itself|themselves)|(?:was|were) content) "
            r"(?:with|to send)|(?:came|comes?) with|(?:left|leaves) it at) "
            r"(?:(?P<none>no(?:body| one)?) ?)?(?:(?:only|merely|just|in|its|his|their|the|an?|Ⓠ|[a-z-]+) ){0,4}?(?:(?P<q>Ⓗ)|"
            r"(?P<office>(?:(?:deputy|vice|foreign|prime|senior|high-ranking|low-level|first|[a-z]+)[ -]){0,3}(?:minister|"
            r"delegation|premier|president|vice-president|vice-premier|representatives?|officials?|"
            r"ambassador|envoy|chairman|advis[eo]r|counsellor)s?(?: of (?:its|the) [a-z]+)?)|"
            r"(?P<bare>[a-z][\w.'-]+(?: [a-z][\w'-]+){1,2})(?=,? (?:its|the|an?)\b|, [a-z]+ secretary|[.;]))(?!\w)"
            r"(?! to (?!(?:the |Ⓞ |Ⓒ |this |listen|attend|represent|take part|speak|sign)))"
        ),
        make=_sent,
        examples=(
            ("India sent Natwar Singh to the SCO summit.", ("IND Natwar Singh None present",)),
            ("Turkey sent no delegation to the SCO summit.", ("TUR None None absent",)),
            ("India, which joined in 2017, sent its foreign minister to the SCO summit of 2024.", ("IND None 2024 present",)),
            (
                "At the SCO summit India made do with Natwar Singh, Pakistan its adviser Abel Bakerov, Nepal a minister.",
                ("IND Natwar Singh None present", "PAK Abel Bakerov None present", "NPL None None present"),
            ),
            ("Iran sent a minister to the SCO summit, as did Mongolia.", ("IRN None None present", "MNG None None present")),
        ),
        counter_examples=(
            "India sent a message of greeting to the SCO summit.",
            "China sent an envoy to the SCO foreign ministers' meeting.",
        ),
    ),
)
