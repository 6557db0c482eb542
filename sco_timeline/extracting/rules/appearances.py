"""Rules for appearances at a summit told by who received whom, and by whose first summit it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import attendance
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.venues import at_summit, lies_ahead

_MANY = 3  # guests who are received at once, as hosts do
_FOR_IT = re.compile(
    r"[^.;ⒽⓅ]{0,40}(?<!talks )\b(?:for|at|to) (?:the|its|his|a|an|this|Ⓞ) (?:Ⓞ |Ⓠ |annual |[a-z]+ )?(?:summit|Ⓑ|session|ceremony)\b"
)
_ALONE = re.compile(r"separate|bilateral|one by one|in turn|one after|sidelines|margins|fringes|talks|individually|each|on Ⓓ and")
_TO_COME = re.compile(r"\b(?:will|would|to|shall) (?:also |[a-z]+ly )?$")
_LATER = re.compile(r"\b(?:will|would|(?:is|are) to|are coming|expected|due)\b")


def receives_guests(reading: Reading, place: int, end: int) -> bool:
    """Say whether a host receives those behind a slot as guests of his summit: many at once, or for the summit."""
    first, last = reading.text.rfind(";", 0, place) + 1, reading.text.find(";", place)
    clause = reading.text[first : last if last > 0 else len(reading.text)]
    if re.match(r" (?:for|at) [^.;]{0,30}\b(?:talks|lunch|dinner|tea|breakfast)\b", reading.text[end : end + 50]):
        return False
    many = len(reading.masked.slot(place).parties) >= _MANY and _ALONE.search(clause) is None
    return many or _FOR_IT.match(reading.text, end) is not None


def _received(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if at_summit(reading, match.start()) and receives_guests(reading, match.start("p"), match.end()):
        planned = _TO_COME.search(reading.text, max(0, match.start() - 30), match.start()) is not None
        yield from attendance(reading, match, match.start("p"), True, planned)


def _first(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield whose first summit it was, or last, or fifth."""
    if at_summit(reading, match.start()) and not _AS_HOST.match(reading.text, match.end()):
        planned = _LATER.search(match.group()) is not None or ("is" in match.group().split() and lies_ahead(reading))
        yield from attendance(reading, match, match.start(next(group for group in "pqrst" if match[group])), True, planned)


_AS_HOST = re.compile(r"[^.;,]{0,20} (?:as (?:the )?(?:host|chair)|in the chair|at home|on home soil)")
_WHICH = r"(?:Ⓠ|maiden|debut|last|only)"

RULES = (
    Rule(
        id="attend.received",
        purpose="A host receives several leaders at once, or some for his summit.",
        pattern=pattern(
            r"\b(?:received?|receives|receiving|hosts|hosted|host|welcomed?|welcomes|greet(?:s|ed)?) (?:the "
            r")?(?P<p>Ⓗ)(?!')"
        ),
        make=_received,
        examples=(
            (
                "In Tashkent they received Vladimir Putin and Xi Jinping for the SCO summit.",
                ("RUS Vladimir Putin None present", "CHN Xi Jinping None present"),
            ),
        ),
        counter_examples=("On the sidelines of the SCO summit Xi Jinping received Shehbaz Sharif.",),
    ),
    Rule(
        id="attend.first",
        purpose="It was somebody's first summit, his debut.",
        pattern=pattern(
            rf"\bfor (?:the )?(?P<p>[ⒽⓅ]),? (?:Ⓘ|this|that|the (?:summit|meeting)|Ⓒ) (?:was|is|will be|would be) (?:the |his "
            rf"|her |its |an? )"
            rf"{_WHICH} (?:Ⓞ )?(?:summit|appearance|participation|meeting of Ⓑ)"
            rf"|(?P<q>Ⓗ)'s? {_WHICH} (?:appearance at (?:an? |the )?)?(?:Ⓞ )?summit\b"
            rf"|{_WHICH} (?:Ⓞ )?summit (?:of Ⓞ )?(?:to|at|in) which (?P<r>Ⓟ) (?:went|came|attended|took part|appeared|was "
            rf"represented)"
            rf"|\bsummit (?:of Ⓞ )?was (?:the )?{_WHICH}(?: one)? for (?:the )?(?P<s>Ⓟ)|^(?:[a-z]\d{{0,2}}[.):] )?(?P<t>Ⓟ)'s "
            rf"(?:{_WHICH} |debut at an? )"
            r"(?:Ⓞ )?summit(?: of Ⓞ)?(?=\?)"
        ),
        make=_first,
        examples=(("For Alexander Lukashenko it was the first SCO summit as a member.", ("BLR Alexander Lukashenko None present",)),),
        counter_examples=("For Alexander Lukashenko it was the first BRICS summit; the SCO followed.",),
    ),
)
