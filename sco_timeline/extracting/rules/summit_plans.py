"""A rule for summits still to come, told by what the leaders will do in a city."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.summit_claims import held, is_past
from sco_timeline.extracting.rules.summit_words import MINISTERS, OF_US, RANKS


def _to_come(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the leaders are due to pass it in Tashkent on Friday" as the summit there, still to come."""
    if "Ⓧ" in match.group() or MINISTERS.search(reading.text) or not ("Ⓞ" in match.group() or reading.ours(match.start())):
        return
    when = reading.masked.slot(match.start("d")) if match["d"] else None
    claim = held(reading, match, match.span(), reading.masked.slot(match.start("c")), when, match["who"])
    if not is_past(reading, claim):
        claim["polarity"] = EXPECTED
    yield claim


_WILL = r"(?:will|would|shall|should|(?:are|is) (?:due |set |expected |scheduled |likely |supposed |going )?to)"

RULES = (
    Rule(
        id="summit.leaders_will",
        purpose="The leaders are due to pass it in Tashkent on Friday; the presidents will look into that in Samarkand.",
        pattern=pattern(
            rf"(?:Ⓞ(?:'s)? )?(?P<who>\b{RANKS}|Ⓑ)(?:{OF_US})?,? {_WILL} (?:also |then |next )?(?!meet|gather|conven|"
            r"assembl|be |have|host|hold)"
            r"[a-z]+\b[^.;ⒸⓅⒽⒹⓍ]{0,50}?(?:in|at) (?P<c>Ⓒ)(?! (?:declar|conven|statement|spirit|process))(?:,? (?:on |in "
            r"|this |next |in the [a-z]+ of )?(?P<d>Ⓓ))?"
        ),
        make=_to_come,
        examples=(
            (
                "Rules which the SCO leaders are due to pass in Tashkent on 11 June 2010 shut Iran out.",
                ("chs Tashkent UZB 2010-06-11 2010-06-11 None None",),
            ),
            ("The heads of state of the SCO will look into that in Samarkand.", ("chs Samarkand UZB None None None None",)),
        ),
        counter_examples=(
            "The SCO is silent. EU leaders will decide on it in Brussels and NATO leaders will look into it in Ufa.",
            "The SCO foreign ministers will tell the leaders about it in Goa and will sign a paper in Tashkent.",
        ),
    ),
)
