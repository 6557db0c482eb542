"""Rules for who spoke at a summit, and for sentences that name the summit first and then who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import SAID, SUMMIT, attendance
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.others import further
from sco_timeline.extracting.rules.venues import at_summit, lies_ahead


def _spoke_there(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if at_summit(reading, match.start("v")):
        yield from attendance(reading, match, match.start("p"))


_SUMMIT = re.compile(r"summit|council|\bmet\b|video|session|Ⓑ|meeting|gathering|round\b|heads of|Ⓘ|premiers|presidents|leaders")
_NOT_IT = re.compile(r"working group|commission|committee|experts?\b|forum|delegation|bilateral|talks with")
_PLANNED = re.compile(r"\b(?:will|would|is to|are to|to be|due|expected|scheduled)\b")
_NEAR = 120  # characters


def _with_them(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield those by whom a summit named just before was led, whose speeches it heard, who are told behind a colon to come to it."""
    before = reading.text[max(0, match.start() - _NEAR) : match.end()]
    if (
        _NOT_IT.search(before)
        or not _SUMMIT.search(before + reading.text[match.end() : match.end() + _NEAR])
        or not at_summit(reading, match.start())
    ):
        return
    if match["p"] and reading.masked.slot(match.start("p")).value == "minister":
        return
    planned = _PLANNED.search(before) is not None or lies_ahead(reading)
    group = next(name for name in "pqrs" if match[name])
    yield from attendance(reading, match, match.start(group), True, planned)
    for place in further(reading, match.end(), "ⒽⓅ" if group == "s" else "Ⓗ"):
        yield from attendance(reading, match, place, True, planned)


RULES = (
    Rule(
        id="attend.with_them",
        purpose="The summit was led by somebody, with somebody in the chair; it heard speeches by them; they came: those of Ⓟ.",
        pattern=pattern(
            r"\b(?:chaired|presided over|led|opened) by (?:the )?(?P<p>Ⓗ)"
            r"|\bwith (?:the )?(?P<q>Ⓗ) (?:in the chair|presiding|as (?:host|chairman))\b"
            r"|(?:(?:speeches|addresses|remarks|statements) (?:by|of|from)|"
            r"(?:heard|listened to) (?:an? )?(?:[a-z]+ )?(?:speech|address) (?:by|of|from)) (?:the )?(?P<r>Ⓗ)"
            r"|\b(?:will|would) (?:also )?(?:come|attend|take part|travel|be there)[^.;:]{0,140}: "
            r"(?:those|the (?:leaders|presidents|premiers|prime ministers)) (?:of|from) (?:the )?(?P<s>[ⓅⒽ])"
        ),
        make=_with_them,
        examples=(
            (
                "The SCO heads of government held their council in Beijing, with Wen Jiabao in the chair.",
                ("CHN Wen Jiabao None present",),
            ),
            (
                "The SCO summit in Sochi heard speeches by Ebrahim Raisi and Ilham Aliyev.",
                ("IRN Ebrahim Raisi None present", "AZE Ilham Aliyev None present"),
            ),
        ),
        counter_examples=("The working group on the SCO summit is chaired by Wang Yi.",),
    ),
    Rule(
        id="attend.speaking",
        purpose="Speaking at, addressing, attending the summit, a leader says or does something.",
        pattern=pattern(
            r"(?:^|, |\" )(?P<v>(?:also )?(?:speaking|addressing|attending|taking part|participating|opening|closing|"
            r"hosting|chairing|presiding|(?:in|delivering|giving|making|with) (?:(?:his|her|an?|the) )?(?:[a-z-]+ ){0,2}"
            r"(?:speech|address|remarks|statement))(?: (?:at|to|in|during|before|over))? "
            rf"(?:via video link |by video link |virtually )?{SUMMIT})[^.;ⒽⓅ]{{0,70}}?(?:,| –) (?P<p>Ⓗ)(?!'s)"
        ),
        make=_spoke_there,
        examples=(
            ("Addressing the SCO summit in Dushanbe by video, Narendra Modi called for peace.", ("IND Narendra Modi None present",)),
        ),
        counter_examples=("Addressing the SCO foreign ministers' meeting, Sergey Lavrov called for peace.",),
    ),
    Rule(
        id="attend.said_there",
        purpose="At the summit a leader said something.",
        pattern=pattern(
            rf"(?:^|, )(?P<v>(?:at|during|on) {SUMMIT})[^.;ⒽⓅⒾ]{{0,60}}?,? (?P<p>Ⓗ)"
            rf"(?:, [^,;ⒽⓅ]{{1,60}},)?(?: (?:also|again|has|had))? (?:{SAID}|made|gave|held an? (?:press|news)|"
            r"put forward|promised|pledged|repeated|defended|insisted|demanded|described|accused|backed|"
            r"rejected)\b(?! (?:with|talks|a meeting|reporters))"
        ),
        make=_spoke_there,
        examples=(("At the SCO summit in Tianjin, Xi Jinping announced a new initiative.", ("CHN Xi Jinping None present",)),),
        counter_examples=("At the SCO summit it was agreed to expand, Dmitry Peskov said later.",),
    ),
)
