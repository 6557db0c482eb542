"""Rules for a status that several share: "along with Pakistan", "joining Mongolia", "still is not one", "the latter a partner"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import ADJECTIVES, GRANTED, held, mine
from sco_timeline.extracting.rules.naming import either


def _joined(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status for those who hold it beside the one spoken of."""
    status, party = ("s", "p") if match["s"] else ("t", "q")
    if mine(reading, match, status) and not (match["s"] and GRANTED.search(match.group())):
        yield from held(reading, match, party, reading.status(match.start(status)))


_SENTENCES_BACK = 2


def _one(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status last named for who "is not one", "has been one for years"."""
    polarity = polarity_of(match.group())
    if polarity == EXPECTED or re.match(r" since Ⓓ", reading.text[match.end() :]):
        return
    place = reading.masked.origin(match.start())
    for number in range(reading.number, max(-1, reading.number - _SENTENCES_BACK), -1):
        named = [slot for slot in reading.article.masked(number).slots if slot.kind in "ⓈⓉ" and slot.value and slot.start < place]
        if named:
            if named[-1].own or reading.article.speaks_of_us(named[-1].start, number):
                yield from held(reading, match, "p", str(named[-1].value), NEGATED if polarity == NEGATED else ASSERTED)
            return


RULES = (
    Rule(
        id="held.along",
        purpose='Others who hold the same: "a member of the SCO along with Pakistan", "an observer like Iran".',
        pattern=pattern(
            rf"(?:is|are|remains?|,|being|was|were|as|has|have|holds?|enjoys?) (?:also |still |now )?(?:an? |the |one of (?:the )?(?:Ⓝ )?"
            rf")?{ADJECTIVES}(?P<s>[ⓈⓉ]),? "
            r"(?:along with|together with|alongside|like|just like|as well as) (?P<p>Ⓟ)"
            r"|\b(?:one of (?:the )?Ⓝ|belongs? to the) (?P<t>Ⓢ), with (?P<q>Ⓟ)(?! (?:as|an?|being)\b)"
        ),
        make=lambda reading, match: _joined(reading, match),
        examples=(("India is a member of the SCO along with Pakistan and China.", ("IND member", "PAK member", "CHN member")),),
        counter_examples=(
            "Turkey is a member of NATO along with France, the SCO noted.",
            "Nepal was granted dialogue partner status in the SCO together with Armenia.",
        ),
    ),
    Rule(
        id="held.joining",
        purpose='Who is there already when another comes: "obtained observer status, joining Iran", "join Belarus as a partner".',
        pattern=pattern(
            r"(?P<s>[ⓈⓉ])[^.;ⓅⓈⓉⓍ]{0,40}, joining (?:existing |fellow |also )?(?:Ⓢ )?(?P<p>Ⓟ)(?! as|,? (?:which|who) (?:had |"
            r"has )?(?:got|been given|was|received|obtained|joined|became|came))"
            r"|\bjoin(?:s|ed|ing)? (?:existing |fellow )?(?P<q>Ⓟ) as [^.;ⓅⓈⓉⓍ]{0,40}(?P<t>[ⓈⓉ])"
        ),
        make=lambda reading, match: _joined(reading, match),
        examples=(
            ("Belarus obtained observer status in the SCO, joining Afghanistan and Iran.", ("AFG observer", "IRN observer")),
            ("Myanmar joins Cambodia as a dialogue partner of the SCO.", ("KHM dialogue_partner",)),
        ),
        counter_examples=("Finland became a member of NATO, joining Norway, the SCO noted.",),
    ),
    Rule(
        id="held.represented",
        purpose="The observers were represented by their leaders.",
        pattern=pattern(
            r"(?P<s>Ⓢ)(?: of Ⓞ)? (?:were|was|are|is|who) ?(?:represented|present|there|came|attended|participated|took part|at the table)"
            r"[^.;ⓅⒽⓍ]{0,30}?(?:by|:|–|,|were|are) (?:the )?(?P<p>[ⒽⓅ])|(?P<t>Ⓣ) (?:(?:is|was|are) (?:held|enjoyed|shared) by|have|hold|"
            r"enjoy|possess) (?P<q>Ⓟ)(?! to\b)"
        ),
        make=lambda reading, match: either(reading, match),
        examples=(
            (
                "The observers of the SCO were represented by President of Iran Hassan Rouhani and President of Mongolia Khaltmaagiin "
                "Battulga.",
                ("IRN observer", "MNG observer"),
            ),
            ("Observer status in the SCO is held by Iran and Mongolia.", ("IRN observer", "MNG observer")),
        ),
        counter_examples=("The observers of the OSCE were represented by Hassan Rouhani, the SCO noted.",),
    ),
    Rule(
        id="held.one",
        purpose='"One" for the status last named: "Mongolia still is not one".',
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:, [^.;,ⓅⓇⒾ]{3,30},)?(?: still| however| too| itself)? (?:is|are|was|remains|has been) (?:still |now |"
            r"already )?"
            r"(?:not (?:yet )?|no longer |never )?one\b(?= for| and| yet|[,.;!]|$)"
        ),
        make=_one,
        examples=(
            ("Iran is a full member of the SCO. Mongolia still is not one.", ("IRN member", "MNG member negated")),
            ("Nepal is a dialogue partner of the SCO; Sri Lanka has been one for years.", ("NPL dialogue_partner", "LKA dialogue_partner")),
        ),
        counter_examples=("Norway is a member of NATO. Sweden is one, the SCO noted.",),
    ),
)
