"""Rules for a status taken up from what was said before: "Egypt is, and so is Qatar", "They are Iran and Mongolia"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import GRANTED, held, mine
from sco_timeline.extracting.slots import Slot

_FAR = 3  # sentences back, that an answer of a word or two stands between


def _named_before(reading: Reading, place: int, sentences: int = 1) -> list[Slot]:
    """Return the statuses of the SCO named before a place: in its sentence, else in the nearest of so many before."""
    here = reading.masked.origin(place)
    for number in range(reading.number, max(-1, reading.number - sentences - 1), -1):
        named = [slot for slot in reading.article.masked(number).slots if slot.kind in "ⓈⓉ" and slot.value and slot.start < here]
        if named:
            ours = all(slot.own or reading.article.speaks_of_us(slot.start, number) for slot in named)
            return named if ours else []
    return []


def _short(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status last named for who is said to be, or not to be, and no more."""
    slots = _named_before(reading, match.start(), _FAR)
    named = {str(slot.value) for slot in (slots[-1:] if " already " in match.group() else slots)}
    if len(named) == 1:
        status = named.pop()
        yield from held(reading, match, "p" if match["p"] else "q", status, NEGATED if match["not"] else ASSERTED)
        for also in _SO.finditer(reading.text, match.end()):
            yield from held(reading, also, "q", status, ASSERTED)


_SO = re.compile(r"(?:and |, )?(?:so|as) (?:is|are|does|do) (?P<q>Ⓟ)")


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
    r"^(?:[ •*–\"(-]{0,3}(?:the )?(?:Ⓝ )?(?P<t>Ⓢ) (?!to\b|of\b)|[^.;]{0,60}?\b(?:there are|has|have|includes?) (?:the |also |now )*(?:Ⓝ )"
    r"?(?:full )?"
    r"(?P<s>Ⓢ)[^ⓈⓉ]*$)"
)
_OTHERS = re.compile(r"\b(?:founding|initial|original|former|new|potential|future)\b")


def _in_short(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    lead = polarity_of(clause_before(reading.text, match.start("s"), 40))
    if mine(reading, match, "s") and lead == ASSERTED:
        group = "p" if match["not"] else "q"
        since = _SINCE.search(match.group())
        if since and group == "q":
            day = reading.resolved(reading.masked.slot(match.start() + since.end() - 1))[0]
            yield from _since(reading, match, day)
            return
        yield from held(reading, match, group, reading.status(match.start("s")), NEGATED if match["not"] else ASSERTED)


_SINCE = re.compile(r"\bsince (?:early |late |mid-)?Ⓓ")


def _since(reading: Reading, match: re.Match[str], day: str | None) -> Iterator[Claim]:
    """Yield the change for those who have been the same since the same day."""
    for one in reading.parties(match.start("q")):
        to = reading.status(match.start("s"))
        yield reading.claim("status_change", match, party=one, to=to, date=day, stage="effective", polarity=ASSERTED)


def _gapped(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the second status for the second party: "Iran and Mongolia are observers, Sri Lanka a dialogue partner"."""
    lead = clause_before(reading.text, match.start(), 60) + reading.text[match.start() : match.start("s")]
    if polarity_of(lead) == ASSERTED and mine(reading, match, "s") and not GRANTED.search(match.group()):
        yield from held(reading, match, "p", reading.status(match.start("t")))


def _fronted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if mine(reading, match, "s") and polarity_of(match.group()) == ASSERTED:
        yield from held(reading, match, "p", reading.status(match.start("s")))


RULES = (
    Rule(
        id="held.gapped",
        purpose='A second party and its status, without a verb: "Iran is an observer, Sri Lanka a dialogue partner".',
        pattern=pattern(
            r"\b(?:is|are|was|were|remains?|sits?|stands?|has|have|holds?|ranks?)\b[^.;:ⓅⓈⓉⓍⒹ]{0,40}(?P<s>[ⓈⓉ])(?: of Ⓞ)?(?:,|"
            r";|,? and|,? while) "
            r"(?:the )?(?P<p>Ⓟ)(?: in the [a-zⓆ]{1,9}(?: row| rank)?)?,? (?:as |that of )?(?:only |merely |mere )?(?:an? |"
            r"the |its )?(?P<t>[ⓈⓉ])"
            r"(?=[.,;)]|$| and | in | of | with )"
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
        id="held.fronted",
        purpose='A status told before its holder: "an observer it has remained".',
        pattern=pattern(
            r"(?:^|[;,:] |\band |\bbut )(?:an?|its) (?:mere |simple )?(?P<s>Ⓢ)(?: of Ⓞ)? (?P<p>[ⓅⒾⓇ]) (?:has |have )?(?:only |"
            r"still |also )?"
            r"(?:remain(?:s|ed)?|stay(?:s|ed)?|is|are)(?=[.;,]|$| to this day| still| for now| until now)"
        ),
        make=_fronted,
        examples=(("Iran knows the SCO well; an observer it has remained.", ("IRN observer",)),),
        counter_examples=("Sweden is close to NATO; a partner it has remained, the SCO noted.",),
    ),
    Rule(
        id="held.ellipsis",
        purpose='A second party in short: "India is a member, but Turkey is not"; "and so is Iran".',
        pattern=pattern(
            r"(?P<s>[ⓈⓉ])[^.;ⓅⓈⓉⓍ]{0,30}?(?:,|;)? (?:(?:but|while|and|whereas|though|although) (?P<p>Ⓟ) (?P<not>(?:is|are|was|were|has|"
            r"does) "
            r"not|isn't|aren't|doesn't)(?= yet| so far|[,.;)\"]|$)|(?:and )?(?:so|as) (?:is|are|do|does|has|have|did|too is|too are) "
            r"(?P<q>Ⓟ)(?=[,.;)\"]|$| and))"
        ),
        make=lambda reading, match: _in_short(reading, match),
        examples=(
            ("India is a member of the SCO, but Turkey is not.", ("IND member", "TUR member negated")),
            ("India is a member of the SCO, as is Pakistan.", ("IND member", "PAK member")),
        ),
        counter_examples=(
            "France is a member of NATO, and so is Turkey, the SCO noted.",
            "Nepal has been a dialogue partner of the SCO since 2016, as has Cambodia.",
        ),
    ),
    Rule(
        id="held.short",
        purpose='Who is said to be what was just spoken of: "Egypt is, and so are Qatar and Kuwait"; "Israel is not."',
        pattern=pattern(
            r"^[ •*–\"'(-]{0,3}(?:and )?so (?:is|are|has|have) (?P<q>Ⓟ)(?=[.!;]|$)|"
            r"^[ •*–\"'(-]{0,3}(?:no, |yes, |but |yet |and )?(?:but )?(?P<p>Ⓟ) (?:already |still )?(?:is|are)(?P<not> not| not yet|"
            r"n't)?(?:,? too|,? though|"
            r",? however)?"
            r"(?=[.!;]|$|, (?:and|but|so|as|while) )"
        ),
        make=_short,
        examples=(
            (
                "Is Israel a dialogue partner of the SCO? No, it is not. Egypt is, and so are Qatar and Kuwait.",
                ("ISR dialogue_partner negated", "EGY dialogue_partner", "QAT dialogue_partner", "KWT dialogue_partner"),
            ),
            ("India is a member of the SCO. Nepal is not.", ("IND member", "NPL member negated")),
        ),
        counter_examples=("Norway is a member of NATO. Austria is not. The SCO noted it.",),
    ),
    Rule(
        id="held.these",
        purpose='A list for those of whom the sentence before spoke: "The SCO has four observers. They are Iran and Mongolia."',
        pattern=pattern(
            r"^[ •*–\"'(-]{0,3}(?:Ⓘ|they|these|these (?:countries|states|nations)|those|among them|Ⓡ) (?:now |currently |also |today )?"
            r"(?:are|include|comprise)(?: the following)?:? {0,2}(?:the )?(?P<p>Ⓟ)(?=[.;]|$|,? (?:and|as well|among) )"
            r"|^the (?:others|other Ⓝ) are:? (?:the )?(?P<q>Ⓟ)(?=[.;]|$)"
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
