"""Rules for the status as a thing of its own: "the observer status of Mongolia", "its rank is that of a partner"; and for outsiders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import ADJECTIVES, held, mine


def _its_rank(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    polarity = polarity_of(match.group())
    if polarity == EXPECTED or not mine(reading, match, "s"):
        return
    status = reading.status(match.start("s"))
    if match["p"]:
        yield from held(reading, match, "p", status, polarity)
    else:
        for party in reading.article.parties_before(reading.masked.origin(match.start()), reading.number):
            yield reading.claim("status_held", match, party=party, status=status, polarity=polarity)


RULES = (
    Rule(
        id="held.rank",
        purpose="A country's place is that of a dialogue partner.",
        pattern=pattern(
            r"(?:(?P<p>Ⓟ)'s?|its|whose|the country's) (?:current |present |formal |official |own )?(?:rank|status|position|place|"
            r"standing|role|level)"
            r"(?: (?:in|within|at|with) Ⓞ)?(?:, [^,;.]{3,50},)? (?:is|remains|stays|was|remained) (?:still |now |only |not |"
            r"merely ){0,2}"
            r"(?:(?:that|one|the one) of )?(?:an? |the )?[\"']?(?P<s>[ⓈⓉ])"
        ),
        make=_its_rank,
        examples=(
            ("Turkey's place in the SCO stays that of a dialogue partner.", ("TUR dialogue_partner",)),
            ("Qatar is no member of the SCO; its rank is that of a dialogue partner.", ("QAT member negated", "QAT dialogue_partner")),
        ),
        counter_examples=("Turkey's place in NATO is that of a member, the SCO says.",),
    ),
    Rule(
        id="held.outside",
        purpose="Who stands outside the SCO, a non-member.",
        pattern=pattern(
            r"(?:(?P<p>[ⓅⓇⒾ])(?:,? (?:the only|alone|the sole|which)[^.;,Ⓟ]{0,40}?)?(?:,| is| are| was| were| remains?| "
            r"stays?| stands?| "
            r"lies)"
            r"{0,2} (?:still |firmly |the only [^.;,Ⓟ]{0,40} |so far )?(?:(?:(?:has |have |had )?(?:stayed|remained|kept)|"
            r"stays?|remains?) "
            r"(?:firmly |well |so far )?(?:outside|out of) Ⓞ|outside (?:of )?Ⓞ|(?<=is )(?:still )?outside(?=[.,;])|"
            r"not (?:yet |even )?(?:in|inside|within) [ⓄⒾ](?=[.,;:!]|$)|(?:not among|an? non-?member)(?: the)?(?: "
            r"Ⓢ)?(?: of Ⓞ)?)"
            r"|non-?members?(?: states?| countr(?:y|ies))?(?: such as| like|,)? (?P<q>Ⓟ)"
            rf"|(?P<r>[ⓅⓇⒾ])(?:,| is| was| remains) (?:the )?(?:only|sole|one|last) [^.;,ⓅⓈⓉⓍ]{{0,50}}?(?:that|which|who) "
            rf"(?:is|are|was|"
            rf"has|"
            rf"remains) (?:still )?(?:not|never|no) (?:yet |been )?(?:an? )?{ADJECTIVES}(?P<s>Ⓢ))"
        ),
        make=lambda reading, match: _outsider(reading, match),
        examples=(
            ("Bangladesh remains outside the SCO.", ("BGD member negated",)),
            ("Non-member Turkmenistan was a guest at the SCO summit.", ("TKM member negated",)),
            ("Turkmenistan is the only Central Asian state that is not a member of the SCO.", ("TKM member negated",)),
        ),
        counter_examples=("Switzerland remains outside the EU, the SCO noted.",),
    ),
)


def _outsider(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    party = next(name for name in "pqr" if match[name])
    if match["s"] and not mine(reading, match, "s"):
        return
    lead = clause_before(reading.text, match.start(), 40)
    if polarity_of(lead) == ASSERTED and ("Ⓞ" in match.group() or reading.ours(match.start())):
        yield from held(reading, match, party, reading.status(match.start("s")) if match["s"] else "member", NEGATED)
