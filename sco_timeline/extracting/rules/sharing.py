"""Rules for statuses told by the way: of those whose leaders came, as the rank of a country, of a second one without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import elsewhere
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import GRANTED, held, mine
from sco_timeline.extracting.rules.naming import either
from sco_timeline.extracting.slots import Slot


def _leaders_within(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield what the word says that stands between leaders and their states: "the presidents of observer states Iran and Mongolia"."""
    slot = reading.masked.slot(match.start("p"))
    if slot.states and (slot.states.own or reading.ours(match.start())) and not elsewhere(reading, match, match.start("p")):
        yield from held(reading, match, "p", slot.states.value)


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


def _named_before(reading: Reading, place: int) -> list[Slot]:
    """Return the statuses of the SCO named before a place: in its sentence, else in the one before."""
    here = reading.masked.origin(place)
    for number in range(reading.number, max(-1, reading.number - 2), -1):
        named = [slot for slot in reading.article.masked(number).slots if slot.kind in "ⓈⓉ" and slot.value and slot.start < here]
        if named:
            ours = all(slot.own or reading.article.speaks_of_us(slot.start, number) for slot in named)
            return named if ours else []
    return []


def _these(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status of which the sentence before said how many, or what those do, who hold it."""
    if reading.number == 0:
        return
    if match["q"]:
        named = _named_before(reading, match.start())
        yield from held(reading, match, "q", str(named[-1].value)) if named else ()
        return
    before = reading.article.masked(reading.number - 1)
    head = _ONES.search(before.text)
    if head is None or "Ⓟ" in before.text or "Ⓧ" in before.text or _OTHERS.search(before.text):
        return
    slot = before.slot(head.start("s" if head["s"] else "t"))
    if slot.value and (slot.own or reading.article.speaks_of_us(slot.start, reading.number - 1)):
        yield from held(reading, match, "p", str(slot.value))


_ONES = re.compile(
    r"^(?:[ •*–\"(-]{0,3}(?:the )?(?:Ⓝ )?(?P<t>Ⓢ) (?!to\b|of\b)|"
    r"[^.;]{0,60}?\b(?:there are|has|have|includes?) (?:the |also |now )*(?:Ⓝ )?(?:full )?(?P<s>Ⓢ)[^ⓈⓉ]*$)"
)
_OTHERS = re.compile(r"\b(?:founding|initial|original|former|new|potential|future)\b")


def _gapped(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the second status for the second party: "Iran and Mongolia are observers, Sri Lanka a dialogue partner"."""
    lead = clause_before(reading.text, match.start(), 60) + reading.text[match.start() : match.start("s")]
    if polarity_of(lead) == ASSERTED and mine(reading, match, "s") and not GRANTED.search(match.group()):
        yield from held(reading, match, "p", reading.status(match.start("t")))


RULES = (
    Rule(
        id="held.represented",
        purpose="The observers were represented by their leaders; observer status is held by Iran.",
        pattern=pattern(
            r"(?P<s>Ⓢ)(?: of Ⓞ)? (?:were|was|are|is|who) ?(?:represented|present|there|came|attended|participated|took part|at the table)"
            r"[^.;ⓅⒽⓍ]{0,30}?(?:by|:|–|,|were|are) (?:the )?(?P<p>[ⒽⓅ])|"
            r"(?P<t>Ⓣ) (?:(?:is|was|are) (?:held|enjoyed|shared) by|(?<=, and Ⓣ )by|(?<=, while Ⓣ )by|have|hold|enjoy|possess) "
            r"(?P<q>Ⓟ)(?! to\b)"
        ),
        make=either,
        examples=(
            (
                "The observers of the SCO were represented by President of Iran Hassan Rouhani and President of Mongolia Khaltmaagiin "
                "Battulga.",
                ("IRN observer", "MNG observer"),
            ),
            (
                "Observer status in the SCO is held by Iran, and the status of dialogue partner by Armenia and Nepal.",
                ("ARM dialogue_partner", "IRN observer", "NPL dialogue_partner"),
            ),
        ),
        counter_examples=("The observers of the OSCE were represented by Hassan Rouhani, the SCO noted.",),
    ),
    Rule(
        id="held.leaders_within",
        purpose="The leaders of observer states Iran and Mongolia.",
        pattern=pattern(r"(?P<p>Ⓗ)"),
        make=_leaders_within,
        examples=(
            ("The SCO summit was attended by the presidents of observer states Iran and Mongolia.", ("IRN observer", "MNG observer")),
        ),
        counter_examples=("The presidents of observer states Iran and Mongolia came to the OSCE, the SCO noted.",),
    ),
    Rule(
        id="held.rank",
        purpose="A country's place is that of a dialogue partner.",
        pattern=pattern(
            r"(?:(?P<p>Ⓟ)'s?|its|whose|the country's) (?:current |present |formal |official |own )?(?:rank|status|position|place|"
            r"standing|role|level)(?: (?:in|within|at|with) Ⓞ)?(?:, [^,;.]{3,50},)? (?:is|remains|stays|was|remained) "
            r"(?:still |now |only |not |merely ){0,2}(?:(?:that|one|the one) of )?(?:an? |the )?[\"']?(?P<s>[ⓈⓉ])"
        ),
        make=_its_rank,
        examples=(
            ("Turkey's place in the SCO stays that of a dialogue partner.", ("TUR dialogue_partner",)),
            ("Qatar is no member of the SCO; its rank is that of a dialogue partner.", ("QAT member negated", "QAT dialogue_partner")),
        ),
        counter_examples=("Turkey's place in NATO is that of a member, the SCO says.",),
    ),
    Rule(
        id="held.gapped",
        purpose='A second party and its status, without a verb: "Iran is an observer, Sri Lanka a dialogue partner".',
        pattern=pattern(
            r"\b(?:is|are|was|were|remains?|sits?|stands?|has|have|holds?|ranks?)\b[^.;:ⓅⓈⓉⓍⒹ]{0,40}(?P<s>[ⓈⓉ])(?: of Ⓞ)?"
            r"(?:,|;|,? and|,? while) (?:the )?(?P<p>Ⓟ)(?: in the [a-zⓆ]{1,9}(?: row| rank)?)?,? (?:as |that of )?(?:only |merely |mere )?"
            r"(?:an? |the |its )?(?P<t>[ⓈⓉ])(?=[.,;)]|$| and | in | of | with )"
        ),
        make=_gapped,
        examples=(
            (
                "Iran and Mongolia are observers of the SCO, Sri Lanka a dialogue partner.",
                ("IRN observer", "MNG observer", "LKA dialogue_partner"),
            ),
            ("In the SCO India was an observer, Belarus its partner in dialogue.", ("IND observer", "BLR dialogue_partner")),
        ),
        counter_examples=(
            "Norway is a member of NATO, Austria a partner, the SCO noted.",
            "Mongolia was admitted to the SCO as an observer and Nepal as a dialogue partner.",
        ),
    ),
    Rule(
        id="held.these",
        purpose='A list for those of whom the sentence before spoke: "The SCO has four observers. They are Iran and Mongolia."',
        pattern=pattern(
            r"^[ •*–\"'(-]{0,3}(?:Ⓘ|they|these|these (?:countries|states|nations)|those|among them|Ⓡ) (?:now |currently |also |today )?"
            r"(?:are|include|comprise)(?: the following)?:? {0,2}(?:the )?(?P<p>Ⓟ)(?=[.;]|$|,? (?:and|as well|among) )|"
            r"^the (?:others|other Ⓝ) are:? (?:the )?(?P<q>Ⓟ)(?=[.;]|$)"
        ),
        make=_these,
        examples=(
            ("The SCO has four observers. They are Iran and Mongolia.", ("IRN observer", "MNG observer")),
            (
                "Nepal is a dialogue partner of the SCO. The others are Egypt and Qatar.",
                ("NPL dialogue_partner", "EGY dialogue_partner", "QAT dialogue_partner"),
            ),
            (
                "The dialogue partners of the SCO only listen. These include Nepal and Egypt.",
                ("NPL dialogue_partner", "EGY dialogue_partner"),
            ),
        ),
        counter_examples=(
            "NATO has partners, unlike the SCO. They are Austria and Ireland.",
            "The SCO has three new members. They are Iran and Belarus.",
        ),
    ),
)
