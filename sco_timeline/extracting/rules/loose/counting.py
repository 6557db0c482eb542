"""A loose rule for the number of members: the eight, a body of ten, number nine, how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import NO_STATES
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at

_LEAST, _MOST = 5, 12
_OTHERS = re.compile(
    r"\b(?:observers?|partners?|founding|founders?|original|new|more|other|candidates?|applicants?|additional|central asian|remaining|last|"
    r"no longer|not|never|years|languages|newcomers|documents|ministers|working)\b|Ⓠ Ⓝ"
)


def _counted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield a number of members, if it can be one and nothing near it counts anything else."""
    name = next((name for name in "nmkjhigfed" if match[name]), None)
    number = 6 if name is None else int(reading.masked.slot(match.start(name)).value)
    place = match.start(name) if name else match.start()
    clause = clause_at(reading, place, place + 1)
    near = reading.text[max(0, match.start() - 24) : match.end()]
    if not _LEAST <= number <= _MOST or _OTHERS.search(near) or NO_STATES.search(reading.text):
        return
    if any(slot.value != "member" for slot in reading.masked.between(*match.span()) if slot.kind in "ⓈⓉ") or "Ⓥ" in near or "Ⓧ" in near:
        return
    if clause.is_ours():
        expected = not (match["n"] or match["d"] or match["e"]) and _LATER.search(clause.before[-60:])
        yield reading.claim("member_count", match, n=number, as_of=None, polarity=EXPECTED if expected else ASSERTED)


_LATER = re.compile(r"\b(?:will|would|could|may|might|should|to be|to become|to have|hopes?|soon|expected|once|when|if)\b")
_US = r"(?:Ⓞ|Ⓘ|the (?:circle|club|family|table|bloc|group|lot))"

RULES = (
    Rule(
        id="count.loose_the_eight",
        purpose="The eight of the SCO; a body of six; eight make up the circle; half a dozen for now.",
        pattern=pattern(
            r"(?=[a-cfgjlnorstⓃⓄⓅⓈ])(?:\bthe (?:now )?(?P<n>Ⓝ)"
            r" (?:of Ⓞ|(?:who|which|that) (?:(?:had |have |so far |now |until then |today ){0,3}(?:made|make) up Ⓞ))|"
            r"\b(?:body|club|circle|group|family|bloc|alliance|organi[sz]ation|round|league) of (?:now |only |the )?"
            r"(?P<m>Ⓝ)(?=[:.,;)]| –|$)|"
            rf"(?P<k>Ⓝ) (?:now |today |currently |in all )?(?:make up|form|belong to|sit in|are in|are (?:fully |now )?part of|fill) {_US}|"
            r"(?:countries|states|nations) "
            r"(?:now |fully |today )?(?:are |is )?(?:fully |now )?(?:part of|in|inside|belong to) Ⓞ[:,] (?P<j>Ⓝ)|"
            r"(?:\b(?:strength|size|number of (?:Ⓢ|full Ⓢ|countries|states))|Ⓢ)(?: (?:of Ⓞ|Ⓓ|at present|now|today|in number|so far))*"
            r"(?:(?:'s)? number(?:ed|s)?|:| –| stands? at| (?:is|are|was|were)(?: now| at present)?|"
            r",(?= Ⓝ (?:in all|in total|altogether|all told))) (?P<h>Ⓝ)(?=[.,;)]| –|$| (?:in (?:number|all|total)|altogether|all told)\b)|"
            r"Ⓞ(?:, (?:which|who) [^,;Ⓞ]{3,45},)? (?:is |are )(?:now |today |already )?(?P<g>Ⓝ) strong|\bcounts? half a dozen\b|"
            r"(?:Ⓟ,|\b(?:as|be|becomes?|became)) (?:its |the )?(?:member )?number (?P<i>Ⓝ)(?! (?:on|in|of the) )|"
            r"(?:received|admitted|joined|taken in|came in|let in|added), which (?:made|makes|makes it|made it|will make) "
            r"(?P<f>Ⓝ)(?=[.,;]|$)|"
            r"\bfrom (?P<e>Ⓝ) (?:(?:full )?Ⓢ )?to (?:Ⓝ )(?:full )?Ⓢ|"
            r"Ⓝ (?:full )?Ⓢ (?:instead of|rather than) (?P<d>Ⓝ)(?=[.,;]|$))"
        ),
        make=_counted,
        examples=(
            ("The six of the SCO gathered in Ufa.", ("6",)),
            ("Nobody has left this body of eight, the SCO.", ("8",)),
            ("At its birth the SCO was small: its members numbered six.", ("6",)),
        ),
        counter_examples=(
            "The six of the G7 minus one met; the SCO did not.",
            "A group of eight, all of them journalists of the EU, saw the SCO summit.",
        ),
    ),
)
