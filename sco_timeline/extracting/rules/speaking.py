"""Rules for who spoke at a summit, and for sentences that name the summit first and then who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import (
    SAID,
    SUMMIT,
    attendance,
    further,
)
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.venues import at_summit


def _spoke_there(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if at_summit(reading, match.start("v")) and not re.search(r"\b(?:will|would|to)\b", match.groupdict().get("aux") or ""):
        yield from attendance(reading, match, match.start("p"))


def _inverted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    group = next(name for name in "pqr" if match[name])
    if at_summit(reading, match.start()):
        yield from attendance(reading, match, match.start(group))
        for place in further(reading, match.end()):
            yield from attendance(reading, match, place)


RULES = (
    Rule(
        id="attend.speaking",
        purpose="Speaking at, addressing, attending the summit, a leader says or does something.",
        pattern=pattern(
            rf"(?:^|, |\" )(?P<v>(?:also )?(?:speaking|addressing|attending|taking part|participating|opening|closing|hosting|"
            rf"chairing|presiding|in (?:his|her) "
            rf"(?:[a-z-]+ ){{0,2}}(?:speech|"
            rf"address|remarks))(?: (?:at|to|in|during|before|over))? (?:via video link |by video link |virtually )?{SUMMIT})"
            rf"[^.;ⒽⓅ]{{0,70}}?(?:,| –) "
            rf"(?P<p>Ⓗ)(?!'s)"
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
            rf"(?:^|, )(?P<v>(?:at|during|on) {SUMMIT})[^.;ⒽⓅⒾ]{{0,60}}?,? (?P<p>Ⓗ)(?:, [^,;ⒽⓅ]{{1,60}},)?(?: (?:also|"
            rf"again|has|had))? {SAID}\b"
            r"(?! (?:with|talks|a meeting|reporters))"
        ),
        make=_spoke_there,
        examples=(("At the SCO summit in Tianjin, Xi Jinping announced a new initiative.", ("CHN Xi Jinping None present",)),),
        counter_examples=("At the SCO summit it was agreed to expand, Dmitry Peskov said later.",),
    ),
    Rule(
        id="attend.after_speaking",
        purpose="A leader spoke to others after addressing the summit, or did something else and attended it.",
        pattern=pattern(
            rf"(?P<p>Ⓗ)(?!'s)[^.;Ⓗ]{{1,120}}? (?P<v>(?:(?:after|before|while|when|on|by) (?:addressing|attending|"
            rf"speaking at|participating in)|and "
            rf"(?:then |also )?(?:attended|addressed|took part in|spoke at|participated in)) {SUMMIT})"
        ),
        make=_spoke_there,
        examples=(
            ("Ebrahim Raisi told reporters after addressing the SCO summit that Iran was glad.", ("IRN Ebrahim Raisi None present",)),
        ),
    ),
    Rule(
        id="attend.inverted",
        purpose="Attending the summit were so and so; from a country came so and so.",
        pattern=pattern(
            rf"(?P<v>(?:attending|taking part in|participating in|present at) (?:Ⓘ|"
            rf"{SUMMIT})|(?:also )?(?:attending|taking part|participating|present)(?: as [^.;Ⓗ]{{3,50}}?)?(?= (?:are|"
            rf"were)\b))(?:[^.;Ⓗ]{{0,60}}?,?)? (?:also )?(?:are|were|is|"
            rf"was|will be)(?: also)?(?: [^.;ⒽⓅ]{{0,60}}?(?::|,? namely,?|,? including))? (?:the )?(?P<p>Ⓗ)"
            rf"|(?P<w>(?:in|at) {SUMMIT}[^.;Ⓗ]{{0,40}}? (?:participated|took part|spoke|were present|attended)(?: also)?) (?P<q>Ⓗ)"
            r"|(?P<x>from (?:the )?Ⓟ (?:came|arrived|attended)) (?P<r>Ⓗ)"
        ),
        make=_inverted,
        examples=(
            ("Attending the SCO summit were the presidents of Russia and China.", ("RUS None None present", "CHN None None present")),
            ("In the SCO summit participated also Hamid Karzai.", ("AFG Hamid Karzai None present",)),
        ),
    ),
)
