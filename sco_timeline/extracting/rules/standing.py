"""Rules for the status as a thing of its own: "the observer status of Mongolia", "its rank is that of a partner"; and for outsiders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import ADJECTIVES, held, mine

_STAYS = (
    r"(?:remains?|stays?|continues|is (?:still |being )?(?:maintained|kept|retained|unchanged|confirmed|permanent)|has (?:not|"
    r"never) "
    r"changed|"
    r"(?:does|do|did) not [a-z]+|gives|allows|lets|entitles|means|suits|obliges|was (?:maintained|kept|retained)|(?:may|could|"
    r"might|will|would|"
    r"should|is to|can) be (?:raised|upgraded|"
    r"elevated|changed|promoted))"
)


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


def _nobody(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield each of the statuses that somebody has "neither" of."""
    party = match.start("p" if match["p"] else "q")
    places = [place for place in range(party + 1, match.end()) if reading.text[place] in "ⓈⓉ"]
    if not all(reading.masked.slot(place).own or reading.ours(place) for place in places):
        return
    for place in places:
        for one in reading.parties(party):
            yield reading.claim("status_held", match, party=one, status=reading.status(place), polarity=NEGATED)


def _kept(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status that somebody keeps, or wants to change for another: both say that it is held."""
    changes = match["t"] is not None
    if changes and polarity_of(clause_before(reading.text, match.start(), 30) + reading.text[match.start() : match.start("t")]) == ASSERTED:
        return
    place = match.start("t" if changes else "s")
    if reading.masked.slot(place).own or reading.ours(place):
        yield from held(reading, match, "q" if changes else "p", reading.status(place))


RULES = (
    Rule(
        id="held.kept",
        purpose='A status that is kept, or to be exchanged: "may keep its observer status", "would like to be upgraded from observer".',
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])[^.;ⓅⓇⒾ]{0,40}? (?:keep|retain|maintain|preserve)(?:s|ed|d|ing)? (?:its|their|the) (?:current |"
            r"present )?(?P<s>Ⓣ)"
            r"|(?P<q>[ⓅⓇⒾ])[^.;ⓅⓇⒾ]{0,60}? (?:upgraded?|raised?|elevated?|promoted?|rise|move(?: up)?|go(?: up)?|change|step up|"
            r"advance|exchange|swap|trade|convert)(?: its status)? "
            r"(?:from |(?=its |their ))(?:in )?"
            r"(?:the |an? |its |their )?(?:current |present )?(?:(?:status|rank|level) of )?(?:an? )?(?P<t>[ⓈⓉ]) (?:status "
            r")?(?:to|into|for)\b"
        ),
        make=_kept,
        examples=(
            ("Tehran may keep its observer status in the SCO.", ("IRN observer",)),
            ("Nepal would like to be upgraded from dialogue partner to observer of the SCO.", ("NPL dialogue_partner",)),
        ),
        counter_examples=("Georgia may keep its observer status in the CIS, the SCO noted.",),
    ),
    Rule(
        id="held.standing",
        purpose='A standing that goes on: "the observer status of Mongolia remains", "Iran\'s observer status in the SCO allows it to".',
        pattern=pattern(
            rf"(?:(?P<p>Ⓟ)'s? (?:current |present )?(?P<s>Ⓣ)|(?P<t>Ⓣ) of (?:the )?(?P<q>Ⓟ))(?: (?:in|within|at|with) Ⓞ)?,? "
            rf"(?:still "
            rf")?{_STAYS}"
            r"|\bfor (?P<r>Ⓟ), (?:its |the )?(?P<u>Ⓣ) (?:is|remains|means|was)\b"
        ),
        make=lambda reading, match: _owner(reading, match),
        examples=(
            ("The observer status of Mongolia in the SCO remains unchanged.", ("MNG observer",)),
            ("Mongolia's observer status in the SCO allows it to speak.", ("MNG observer",)),
        ),
        counter_examples=("Mongolia's observer status at the OSCE remains unchanged, the SCO noted.",),
    ),
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
    Rule(
        id="held.neither",
        purpose='Who has none of several statuses: "Bangladesh, neither observer nor partner", "has neither observer rank nor a vote".',
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?: [^.;ⓅⓇⒾⓈⓉ]{0,60}?)?,? (?:as |being |has |have |holds? |enjoys? |with )?neither (?:as )?(?:an? |"
            r"the )?(?:Ⓢ|Ⓣ)"
            r"(?:,? n?or (?:even )?(?:as )?(?:an? |the )?(?:Ⓢ|Ⓣ)){0,3}"
            r"|(?:^|, )nor (?:is|are|was|were|does|has) (?P<q>[ⒾⓅ])(?: hold| have| enjoy)? (?:an? |any )?(?:Ⓢ|Ⓣ)"
        ),
        make=_nobody,
        examples=(
            (
                "Bangladesh remains outside the SCO, neither observer nor partner.",
                ("BGD member negated", "BGD observer negated", "BGD partner negated"),
            ),
            ("The SCO met without Cuba. Nor is Syria a member of the SCO.", ("SYR member negated",)),
        ),
        counter_examples=("Switzerland is neither a member of NATO nor of the EU, unlike the SCO's critics.",),
    ),
    Rule(
        id="held.both_not",
        purpose="Neither of two countries just named is a member.",
        pattern=pattern(
            r"^\W{0,3}neither (?:of (?:them|the two) |country |state |nation )?(?:is|was|has been|holds|"
            r"has)\b[^.;ⓅⓈⓉ]{0,70}?(?P<s>[ⓈⓉ])"
        ),
        make=lambda reading, match: _both_not(reading, match),
        examples=(
            ("Egypt and Qatar send envoys to the SCO. Neither is a member of the SCO.", ("EGY member negated", "QAT member negated")),
        ),
        counter_examples=("Egypt and Qatar send envoys to the SCO. Neither is a member of NATO.",),
    ),
)


def _owner(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    status, party = next(pair for pair in (("s", "p"), ("t", "q"), ("u", "r")) if match[pair[0]])
    slot = reading.masked.slot(match.start(status))
    if (slot.own or reading.ours(match.start(status))) and polarity_of(clause_before(reading.text, match.start(), 40)) == ASSERTED:
        yield from held(reading, match, party, reading.status(match.start(status)))


def _outsider(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    party = next(name for name in "pqr" if match[name])
    if match["s"] and not mine(reading, match, "s"):
        return
    lead = clause_before(reading.text, match.start(), 40)
    if polarity_of(lead) == ASSERTED and ("Ⓞ" in match.group() or reading.ours(match.start())):
        yield from held(reading, match, party, reading.status(match.start("s")) if match["s"] else "member", NEGATED)


def _both_not(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if mine(reading, match, "s"):
        for party in reading.article.group_before(reading.masked.origin(match.start()), reading.number, 2):
            yield reading.claim("status_held", match, party=party, status=reading.status(match.start("s")), polarity=NEGATED)
