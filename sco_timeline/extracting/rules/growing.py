"""Rules for a number of members that grows: "expanded to eight", "bringing membership to nine", "the number of members is ten"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.counting import LEAST, MOST, counted, polarity_of_count
from sco_timeline.extracting.rules.forms import Rule, pattern

_NEXT = re.compile(
    r"(?:[^.;ⓃⓈⓅⓍ]{0,25}?)(?:,| and|, and)(?: then| later)?(?: in Ⓓ| to| Ⓓ){0,2} (?P<n>Ⓝ)(?= in Ⓓ|[,.;]| (?:and|by|after|with|when|on) )"
)

_NO_MEMBERS = ("observer", "dialogue_partner", "partner")


def _grown(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the number that is reached, and those that a list goes on with: "to eight in 2017 and nine in 2023"."""
    group = next(name for name in ("n", "m", "k") if match.groupdict().get(name))
    if any(slot.kind in "ⓈⓉ" and slot.value in _NO_MEMBERS for slot in reading.masked.between(*match.span())):
        return
    if "Ⓞ" not in match.group() and not reading.ours(match.start(group)):
        return
    yield from counted(reading, match, group)
    further = _NEXT.match(reading.text, match.end())
    while further:
        number = int(reading.masked.slot(further.start("n")).value)
        if LEAST <= number <= MOST:
            yield reading.claim("member_count", further, n=number, polarity=polarity_of_count(reading, further, further.start("n")))
        further = _NEXT.match(reading.text, further.end())


_END = (
    r"(?! (?:observer|dialogue|Ⓢ (?:of )?|percent|per|years|summit|decision|billion|million|document|agreement|hours|days|months|other|new|"
    r"more)\b)"
)
_GROW = (
    r"(?:gr[eo]w(?:s|n|ing)?|expand(?:s|ed|ing)?|enlarg(?:es?|ed|ing)|swell(?:s|ed|ing)?|swollen|widen(?:s|ed|ing)?|increas(?:es?|ed|ing)|"
    r"r[io]se[sn]?|rising|went up|goes up|extend(?:s|ed|ing)?|balloon(?:s|ed|ing)?|went|turn(?:s|ed)? in|develop(?:s|ed)? in|"
    r"transformed in|jump(?:s|ed)?)"
)
_TRANSITIVE = (
    r"(?:bring(?:s|ing)?|brought|tak(?:es?|ing|en)|took|rais(?:es?|ing|ed)|lift(?:s|ing|ed)?|expand(?:s|ing|ed)?|enlarg(?:es?|ing|ed)|"
    r"increas(?:es?|ing|ed)|push(?:es|ing|ed)?|swell(?:s|ing|ed)?|extend(?:s|ing|ed)?|turn(?:s|ing|ed)?|boost(?:s|ing|ed)?|round(?:s|ed)?|"
    r"mak(?:es?|ing)|made)"
)

RULES = (
    Rule(
        id="count.grown",
        purpose="The SCO grew to eight; entry takes it to ten; a bloc of ten.",
        pattern=pattern(
            r"(?:Ⓞ|Ⓘ|Ⓣ|family|bloc|club|Ⓥ|ranks|Ⓢ)(?: of Ⓝ|'s ranks|'s Ⓣ| Ⓝ)?(?:,? (?:has|have|had|which|was|were|is|to|will|would|is to|"
            rf"should|since|then|itself|later|again|formally|in Ⓓ|also|further|thus|first|from Ⓝ(?: Ⓢ| people)?)){{0,4}},? {_GROW}"
            r"(?: in size| further)?(?: from Ⓝ(?: Ⓢ| states| countries)?)? ?to "
            rf"(?:just |only |include |comprise |a total of |an? (?:[a-z]+ )?(?:group|bloc|family|organi[sz]ation) of )?(?P<n>Ⓝ){_END}|"
            rf"{_TRANSITIVE} (?:the |its )?(?:(?:total |full )?(?:number of )?(?:Ⓞ|Ⓘ|Ⓣ|Ⓢ|their number|its number|number|figure|tally|bloc|"
            r"total)(?:'s (?:Ⓣ|ranks|Ⓢ))?(?: of Ⓞ)?) (?:up )?(?:from Ⓝ(?: Ⓢ)? )?(?:in)?(?:to|an?) (?:an? )?(?:[a-z-]+ ){0,2}?"
            rf"(?:(?:group|bloc|family|club|organi[sz]ation) of )?(?P<m>Ⓝ){_END}"
        ),
        make=_grown,
        examples=(
            ("Pakistan and India are in: the SCO grows to eight.", ("8",)),
            ("The SCO swelled to eight in 2017 and nine in 2023.", ("8", "9")),
            ("Belarus's entry takes the SCO to ten.", ("10",)),
            ("In 2017 the SCO was enlarged to eight, in 2023 to nine.", ("8", "9")),
        ),
        counter_examples=("The EU grew to 27 members, the SCO noted.", "The SCO extended the talks to eight hours."),
    ),
    Rule(
        id="count.membership",
        purpose="Membership stands at nine; the number of members rose to ten.",
        pattern=pattern(
            r"(?:Ⓣ|number of (?:the )?(?:full )?Ⓢ(?: (?:of|in) Ⓞ)?|Ⓢ number|Ⓢ count|(?:their|its) number|"
            r"(?:total|ranks|bloc|Ⓞ)(?: of)?(?: full)?(?: Ⓢ)?) ?(?:of Ⓞ )?"
            r"(?:has |have |had |now |was |is |would |will |grew |rose |increased |risen |grown |stands |stood |reached |reaches |been |"
            r"brought |be |expanded |went |up |from Ⓝ |at |to |of |raised |reach |becomes? |became ){1,5}(?P<n>Ⓝ)"
            + _END
            + r"(?=[,.;)]| (?:states|countries|nations|after|with|and|in|when|by|full|now|today)|$)|"
            r"Ⓢ (?:now )?(?:are|number(?:s|ed)?|total(?:led|s)?) (?:now )?(?P<m>Ⓝ)(?=[,.;)]|$| in number| altogether)|"
            r"^[ •*–(-]{0,3}(?:full )?Ⓢ (?:of Ⓞ )?\((?P<k>Ⓝ)\):?$"
        ),
        make=_grown,
        examples=(("Iran's entry brought the number of SCO members to nine.", ("9",)), ("Full members of the SCO are six.", ("6",))),
        counter_examples=("The number of NATO members rose to 32, more than the SCO's.", "Dialogue partners of the SCO are fourteen."),
    ),
)
