"""Rules for whom a country sent to a summit, or made do with, the verb told once for several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import AUX, attendance, is_planned
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.others import further
from sco_timeline.extracting.rules.representing import party_of, stands_for
from sco_timeline.extracting.rules.venues import at_summit, lies_ahead

_ALSO_SENT = re.compile(
    r"[,;]?(?: and| while| but)? (?P<p>Ⓟ)(?:, [^,;ⒽⓅ]{3,60},)? (?:(?:(?:only )?(?:its|his|the|an?) (?:[a-z-]+ ){0,4}?)?(?P<q>Ⓗ)|"
    r"(?:its|an?|only an?) (?:(?:[a-z-]+|Ⓠ) ){0,3}(?:minister|premier|president|adviser|ambassador|deputy|delegation|envoy|"
    r"official)\b"
    r"(?:,? (?P<name>[a-z][\w.'-]+(?: [a-z][\w'-]+){1,2}))?|(?P<bare>[a-z][\w.'-]+(?: [a-z][\w'-]+){1,2})(?=[,;.]| and ))"
)
_NAME = re.compile(r",? (?P<name>[A-Z][\w.'-]+(?: [A-Z][\w'-]+){1,2})(?=[,;.]| and |$)")


_STAYED = re.compile(r"\b(?:stay|remain)(?:s|ed|ing)\b")
_IS_SENDING = re.compile(r"\b(?:is|are) (?:[a-z]+ )?(?:sending|dispatching|deputing|fielding)\b")
_SENDS = re.compile(r"\b(?:sends|makes do|settles|leaves|comes)\b")


def _gapped(reading: Reading, match: re.Match[str], end: int, planned: bool) -> Iterator[Claim]:
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
                yield stands_for(reading, match, party, name, planned)
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
        is_planned(match["aux"] or "", "")
        or _IS_SENDING.search(match.group()) is not None
        or (_SENDS.search(match.group()) is not None and lies_ahead(reading))
    )
    if match["q"]:
        yield from attendance(reading, match, match.start("q"), True, planned)
        yield from _gapped(reading, match, match.end(), planned)
        return
    party = party_of(reading, match.start("p"))
    leader = reading.masked.slot(match.start("p")).kind == "Ⓗ"
    if (leader and (party is None or match["office"] is None or match["none"])) or (party is None and "Ⓒ" in match.group()[:1]):
        return
    if match["bare"] and not (party and _is_name(reading.masked.cased[match.start("bare") : match.end("bare")])):
        return
    behind = match.end("office") if match["office"] else match.start("bare") - 1
    named = _NAME.match(reading.masked.cased, behind) if party and match["none"] is None and behind >= 0 else None
    if party and (named or leader):
        yield stands_for(reading, match, party, named["name"] if named else None, planned)
    else:
        yield from attendance(reading, match, match.start("p"), match["none"] is None, planned)
    for place in further(reading, match.end(), "ⓅⒽ"):
        yield from attendance(reading, match, place, match["none"] is None, planned)
    yield from _gapped(reading, match, named.end() if named else _behind(reading.text, match.end()), planned)


RULES = (
    Rule(
        id="attend.sent",
        purpose="A country or its leader sends somebody, or nobody, to the summit.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒽⒾⒸ])(?!'s)(?:, [^,;ⒽⓅ]{{1,70}},)?(?:[^.;ⒽⓅ]{{3,60}}?(?: and| but|,))?{AUX},? (?:sen(?:t|ds?|ding)|"
            rf"dispatch(?:es|ed|ing)|deput(?:es|ed|ing)|field(?:s|ed|ing)|delegat(?:es|ed|ing)|put(?:s|ting)? up|ma(?:de|"
            rf"kes?) do with|settle[ds]? for|(?:content(?:ed|s)? "
            r"(?:itself|themselves)|(?:was|were) content) (?:with|to send)|(?:came|comes?) with|(?:left|leaves) it at) "
            r"(?:(?P<none>no(?:body| one)?) ?)?(?:(?:only|merely|just|in|its|his|their|the|an?|Ⓠ|[a-z-]+) ){0,4}?"
            r"(?:(?P<q>Ⓗ)|(?P<office>(?:(?:deputy|vice|foreign|prime|senior|high-ranking|low-level|first|[a-z]+)[ -])"
            r"{0,3}(?:minister|delegation|"
            r"premier|president|vice-president|vice-premier|representatives?|officials?|ambassador|envoy|chairman|"
            r"advis[eo]r|counsellor)s?(?: of (?:its|"
            r"the) [a-z]+)?)|(?P<bare>[a-z][\w.'-]+(?: [a-z][\w'-]+){1,2})(?=,? (?:its|the|an?)\b|, [a-z]+ secretary|"
            r"[.;]))(?!\w)(?! "
            r"to (?!(?:the |Ⓞ |Ⓒ |this |listen|attend|represent|take part|speak|sign)))"
        ),
        make=_sent,
        examples=(
            ("India sent Natwar Singh to the SCO summit.", ("IND Natwar Singh None present",)),
            ("Turkey sent no delegation to the SCO summit.", ("TUR None None absent",)),
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
