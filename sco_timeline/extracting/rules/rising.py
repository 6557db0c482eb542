"""Rules for steps told in a row, with the country named once: "entered as a partner in 2010, moved up to observer in 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import subject_before, with_companions


def _further(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Give the step to whom the sentence begins with."""
    place = _subject(reading, match.start())
    if place is None or not (reading.masked.slot(match.start("s")).own or reading.ours(match.start("s"))):
        return
    begin = place if match["verb"].endswith("ing") else match.start()
    polarity = polarity_of(reading.text[begin : match.start("s")])
    yield from changes(reading, match, place, reading.status(match.start("s")), "effective", polarity=polarity)


def _subject(reading: Reading, before: int) -> int | None:
    """Return the place of the country that a further step belongs to: the nearest for ", which became", else the first of its clause."""
    if _RELATIVE.match(reading.text, before):
        return before - 1 if reading.text[before - 1 : before] in ("Ⓟ", "Ⓡ") else None
    begin = reading.text.rfind(";", 0, before) + 1
    found = re.match(r"[^ⓅⓇⒾⒽ;]{0,110}(?P<p>[ⓅⓇⒾ])", reading.text[begin:before])
    return begin + found.start("p") if found else None


def _joined_then(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ applied in Ⓓ and joined in Ⓓ", "which applied to be an Ⓢ, became one in Ⓓ"."""
    place = subject_before(reading, match.start())
    if place < 0 or not reading.ours(match.start("verb")):
        return
    named = [slot for slot in reading.masked.between(0, match.start()) if slot.kind in "ⓈⓉ" and slot.value]
    to = (str(named[-1].value) if named else None) if match["verb"].endswith(("one", "Ⓘ")) else "member"
    if to and polarity_of(reading.text[match.start() : match.end("verb")]) == ASSERTED:
        day = reading.resolved(reading.masked.slot(match.start("d")))[0]
        for party in with_companions(reading, match, place):
            yield reading.claim("status_change", match, party=party, to=to, date=day, stage="effective")


_RELATIVE = re.compile(r",? ?(?:which|who)\b")


def _and_then(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    place = _subject(reading, match.start())
    if place is not None and (reading.masked.slot(match.start("s")).own or reading.ours(match.start("s"))):
        day = reading.resolved(reading.masked.slot(match.start("d")))[0]
        for party in reading.parties(place):
            yield reading.claim("status_change", match, party=party, to=reading.status(match.start("s")), date=day, stage="effective")


RULES = (
    Rule(
        id="rise.joined_then",
        purpose='The last of several steps of one country: "applied in 2014 and joined in 2017", "applied for it and became one in 2005".',
        pattern=pattern(
            r"(?:,|;|\band|\bbut|\bthen)(?: (?:and|then|finally|formally|officially|eventually|at last|having|only)){0,2} "
            r"(?P<verb>joined|acceded|came in|became one|(?:got|received|obtained|gained|won|(?:was|were) (?:given|"
            r"granted)) Ⓘ)(?: Ⓞ| Ⓘ)? (?:only |as late as )?(?:in |on )?(?P<d>Ⓓ)(?! (?:by|via|from))"
        ),
        make=_joined_then,
        examples=(
            (
                "India signed the SCO's memorandum of obligations in Tashkent in 2016 and joined on 9 June 2017.",
                ("IND member memorandum 2016", "IND member effective 2017-06-09"),
            ),
        ),
        counter_examples=("Finland talked to NATO in 2022 and joined in 2023, the SCO noted.",),
    ),
    Rule(
        id="rise.further",
        purpose="A further step of the country with which the sentence begins.",
        pattern=pattern(
            r"(?:,|\band|\bbefore|\bbut|\bthen|;|\bwho|\bwhich|\bafter)(?: (?:then|later|finally|subsequently|in Ⓓ,?|"
            r"on Ⓓ,?|Ⓓ,?|eventually|officially|formally|it|was|were|has|had|been|being|will|could|would|hopes to|now|"
            r"only|also|and)){0,5} (?P<verb>moved up|moving up|rose|advanced|graduated|upgraded|elevated|promoted|"
            r"raised|became|become|becoming|obtained|obtaining|received|receiving|granted|given|admitted|gained|"
            r"gaining|joined|got)(?: (?:to|as|into|from|its status|in|Ⓓ|be|become|[ⓈⓉ] to)){0,4} <ART>(?:the )?(?:rank "
            r"of |level of )?(?P<s>[ⓈⓉ])"
        ),
        make=_further,
        examples=(
            (
                "Belarus joined the SCO as a dialogue partner in 2010 and became an observer in 2015.",
                ("BLR dialogue_partner effective 2010", "BLR observer effective 2015"),
            ),
        ),
        counter_examples=("Turkey watched the SCO and became a member of NATO in 1952.",),
    ),
    Rule(
        id="rise.and_then",
        purpose='A second status and day behind a first: "became an observer in 2015 and a full member in 2024".',
        pattern=pattern(
            r"(?:becam|join|grant|obtain|receiv|admitt|enter)[^.;]{1,60}?[ⓈⓉ][^.;ⓈⓉⒹ]{0,20} Ⓓ(?: \([^()]{1,60}\))?,? "
            r"(?:and |then |"
            r"and then "
            r"|and later |later |and finally )?(?:that of )?<ART>(?P<s>[ⓈⓉ])(?: (?:in|on|since|from))? (?P<d>Ⓓ)"
        ),
        make=_and_then,
        examples=(
            (
                "Belarus became an observer of the SCO in 2015 and a full member in 2024.",
                ("BLR member effective 2024", "BLR observer effective 2015"),
            ),
        ),
    ),
)
