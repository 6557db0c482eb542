"""Rules for who holds the chair of the SCO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.chair_words import MODS, NOUN, OF_US, held_by
from sco_timeline.extracting.rules.forms import Rule, pattern

_IN_ITS_COURSE = re.compile(
    r"\b(?:under|during|throughout|since|within|as part of|framework of|(?:commend|prais|appreciat|support|applaud|hail|"
    r"welcom|not)(?:ed|es|ing|e|s)|forward to|ahead of|preparations for|expects?|"
    r"support for|(?:outcomes|results|priorities|programme|course|start|end|beginning|close|success|motto|slogan|theme|"
    r"logo) of) (?:the )?$"
)
_RUNS = re.compile(
    r" (?:(?:will|has|had|is|was|officially|formally) )*(?:end|began|begin|start|last|ran|run|expire|coincide|drawing to|"
    r"dr[ae]w)(?:s|ed|ing)?\b"
)


def _named(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the Uzbek presidency" as the chair only where it cannot be the office of a president."""
    before = reading.text[max(0, match.start() - 24) : match.start()]
    own = "Ⓞ" in match.group() or "rotating" in match.group() or re.match(OF_US, reading.text[match.end() :]) is not None
    if "presidency" in match.group() and not own and not _IN_ITS_COURSE.search(before) and not _RUNS.match(reading.text, match.end()):
        return
    yield from held_by(reading, match, polarity=EXPECTED if _AWAITED.search(before) else None)


_AWAITED = re.compile(
    r"\b(?:forward to|expects?|expecting|prepar(?:e|es|ed|ing) for|preparations for|ahead of|anticipat(?:e|es|ing)|"
    r"await(?:s|ing)?) (?:the )?$"
)
_FROM = re.compile(
    r"(?: (?:in|for|on) (?:the )?Ⓓ,?)?(?:, (?:taking|having taken|which (?:it|Ⓘ) took) (?:it |Ⓘ )?over)? from "
    r"(?:the )?(?P<q>[ⓅⒽⒸ])(?!')"
    r"|,? (?:succeeding|replacing|relieving|in succession to|as (?:the )?successor (?:of|to)) (?:the )?(?P<r>[ⓅⒽⒸ])(?!')"
)


_NEXT = re.compile(r"\b(?:next|incoming|upcoming|future)\b")


def _is_chair(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who is or becomes the chair, and from whom it takes over."""
    holds = match["r"] or (match["q"] and not _NEXT.search(match.group()))
    yield from _taken_over(reading, match, next(name for name in "pqru" if match[name]), ASSERTED if holds else None)


def _taken_over(reading: Reading, match: re.Match[str], group: str = "p", said: str | None = None) -> Iterator[Claim]:
    """Yield who takes the chair, and, once it is done, from whom."""
    giver = _FROM.match(reading.text, match.end())
    for claim in held_by(reading, match, group, said):
        yield claim
        if giver and claim["polarity"] == ASSERTED:
            yield from held_by(reading, match, polarity=ASSERTED, at=giver.start("q" if giver["q"] else "r"))


_HOLD = (
    r"(?:hold(?:s|ing)?|held|t[ao]k(?:es?|ing|en)(?: over| up| on)?|took(?: over| up| on)?|assum(?:es?|ed|ing)|"
    r"accept(?:s|ed|ing)|receiv(?:es?|ed|ing)|inherit(?:s|ed|ing)?|beg[aiu]ns?|beginning|start(?:s|ed|ing)?|has|have|had|having|"
    r"got|gets?|gained|complet(?:es|ed|ing)|finish(?:es|ed|ing)|conclud(?:es|ed|ing)|exercis(?:es|ed|ing)|won|end(?:s|ed)|"
    r"enter(?:s|ed) upon|obtain(?:s|ed)|carr(?:ies|ied|ying) out|perform(?:s|ed|ing))"
)
_PERSON = (
    r"(?:chair|chairman|chairperson|president|presiding country|presiding state|chair country|chairing country|"
    r"holder of the rotating (?:chair|presidency)|"
    r"presidency holder|chairing state|leader)"
)

RULES = (
    Rule(
        id="chair.verb",
        purpose="A country or its leader chairs the SCO, leads it or is at its helm.",
        pattern=pattern(
            r"(?P<p>[ⓅⒽⓇⒾⒸ])(?:'s turn)?(?:, whose (?:country|nation)|"
            r"<REL>)? ?<AUX>(?:(?:currently|now|again|next|last|most recently) )?(?:(?:chair(?:s|ed|ing)?|"
            r"presid(?:es?|ed|ing) (?:over|in|at)|head(?:s|ed|ing)?|lead(?:s|ing)?|led)(?: over| in)? "
            r"(?:Ⓝ (?:organi[sz]ations|bodies|blocs|groups|groupings|forums)[^;.ⒽⓅⓍ]{0,20}[,:] )?(?:both )?(?:the )?(?:Ⓧ,? "
            r"(?:and|as well as|along with|and also) (?:the )?)?(?:rotating )?(?:work of )?(?:Ⓝ-(?:member|nation|Ⓢ) )?(?:Ⓞ|"
            r"Ⓑ|(?<=[nrⓈ] )(?:organi[sz]ation|bloc|grouping))(?!'s|"
            rf",? (?:{MODS}(?:summit|meeting|session|sitting|delegation|secretariat|mission|chair|presid)|and|foreign))|"
            r"(?:takes|took|take|taking) over (?:Ⓞ(?!'s| (?:[a-z]+ )?(?:chair|presid|lead))|"
            r"as (?:the )?(?:Ⓓ |Ⓞ(?:'s)? |rotating |current |next )*(?:chair|president|chairman)(?! of (?:the )?Ⓧ))|(?:is|"
            r"was|are|were|been|be|being|sits|sat|stands|remains) (?:now |currently |again )?(?:(?:in|at) the (?:chair|helm)"
            r"(?: of (?:the )?(?:Ⓞ|Ⓑ))?|(?:in charge|at the (?:head|top|wheel)) of (?:the )?Ⓞ))(?! of (?:the )?(?:[a-z]|Ⓧ))"
        ),
        make=held_by,
        examples=(
            ("Kazakhstan is chairing the SCO this year.", ("KAZ",)),
            ("India will take over the SCO after Uzbekistan.", ("IND",)),
            ("New Delhi, which is in the chair of the SCO, sent out letters.", ("IND",)),
            ("Moscow chairs BRICS as well as the SCO this year.", ("RUS",)),
        ),
        counter_examples=(
            "Russia chairs BRICS in 2024, the SCO noted.",
            "Kazakhstan hosted the SCO summit in 2024.",
            "China chairs the SCO Business Council.",
        ),
    ),
    Rule(
        id="chair.holds",
        purpose="A country holds, assumes or begins the chairmanship.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒽⓇⒾⒸ])(?:'s turn)?(?:<REL>)? ?<AUX>(?:(?:currently|now|again|next) )?{_HOLD}"
            r"(?: as)? (?:the |its |their |an? |this )?(?:baton of |reins of |duties of |functions of |"
            rf"(?:Ⓝ-year |one-year |year-long )?(?:term|tenure|stint|year) as )?(?:the )?{MODS}"
            rf"(?:{NOUN}|(?:symbolic )?(?:gavel|baton))\b{OF_US}?(?! (?:of|to|from) (?:the )?(?:Ⓧ|[a-z]+ (?:council|committee)))"
        ),
        make=_taken_over,
        examples=(
            ("Russia took over the chairmanship of the SCO from Tajikistan.", ("RUS", "TJK")),
            ("China assumed the rotating presidency of the SCO for 2024-2025.", ("CHN 2024/2025",)),
            ("India takes over the SCO chairmanship in 2023.", ("IND 2023",)),
            ("In 2026 Kyrgyzstan will hold the chair of the SCO. What the Kyrgyz chairmanship means.", ("KGZ 2026",)),
            ("Pakistan took over the CHG chair of the SCO for 2023-2024.", ("PAK 2023/2024",)),
            ("Kazakhstan takes over the rotating presidency of the SCO and will host the next summit.", ("KAZ",)),
            ("Starting from July 2024, China began its fifth chairmanship in the SCO.", ("CHN 2024-07",)),
        ),
        counter_examples=("Russia assumed the rotating presidency of BRICS, the SCO noted.",),
    ),
    Rule(
        id="chair.is",
        purpose="Kazakhstan is the current chair of the SCO; China, as chair, promoted peace.",
        pattern=pattern(
            r"(?P<p>[ⓅⒽⒾⒸ])(?:<REL>)? ?(?P<aux>(?:(?:is|was|became|becomes?|become|being|serves|served|"
            r"serving|acts|acting|are|has|had|been|will|be|currently|now|also|then|to|set|due|it|turn) ){1,5})"
            r"(?:as )?(?:the |its )?(?:(?:current|rotating|new|host and|Ⓓ|incoming|outgoing|next|incumbent|Ⓞ(?:'s)?) ){0,3}"
            rf"{_PERSON}(?:,? (?:of|in) (?:the )?(?:Ⓞ|Ⓑ)(?! summit)|(?<=Ⓞ chair)|(?<=Ⓞ's chair)|"
            r"(?<=Ⓞ chairman)|(?<=current chair)(?! of)|(?<=incumbent chair)(?! of)|"
            r"(?<=presiding country)|(?<=presiding state)|(?<=rotating chair)|(?<=outgoing chair)(?! of)|"
            r"(?<=[a-z] the chair)(?= (?:now|last|this|next|today|yesterday|after|since|until)\b|[.,;]|$| Ⓓ| (?:in|on|for) Ⓓ))"
            r"|(?P<q>[ⓅⒽ])(?:,? (?:as |being |which is |who is |the |in (?:its|his|her) (?:capacity|role) as )|, "
            r"(?=(?:current |rotating )?(?:chair|chairman|chairing country) of [ⓄⒷ]|(?:this year's |currently |[a-z]+ )?Ⓞ chair))"
            r"(?:an? |the )?(?:[a-z]+ (?:country |nation |state )?and )?(?:the )?(?:(?:current|rotating|Ⓓ|incoming|"
            r"outgoing|this year's|Ⓞ(?:'s)?) ){0,3}(?:(?:chair|chairman|chairperson|rotating president|president|"
            r"chairmanship holder|chairing country) (?:of|in|for) (?:the )?(?:Ⓞ|Ⓑ|council)(?! (?:of|summit|meeting))|"
            r"(?<=Ⓞ )(?:chair|chairman|chairing country)\b(?! of)|(?:presiding|chairing) (?:country|state|nation|party)|"
            r"(?:(?<=as )|(?<=as the ))(?:chair|chairman)\b(?! of)|(?<=Ⓟ, the current )chair(?=,))"
            r"|(?P<r>[ⓅⒽ]),? (?:(?:the )?(?:president|leader|prime minister|premier) of (?:the )?Ⓟ and |"
            r"and (?=Ⓞ)|who is (?:also )?|(?:is|are|will|would|was) [^.;ⓅⒽ]{3,45}? as |"
            r"whose (?:country|nation) is )(?:the )?(?:current |rotating |this year's )*(?:Ⓞ(?:'s)? (?:chair|chairman)\b(?! of)|"
            r"(?:chair|chairman) of (?:the )?(?:Ⓞ|Ⓑ|chg\b|chs\b)(?! (?:summit|meeting|business|council)))"
            r"|Ⓞ(?:'s)? (?:current |rotating )*(?:chair|chairman)(?: (?:for|in) Ⓓ)?,? (?P<u>[ⓅⒽ])(?!')"
            r"(?=[,.;]|$| (?:is|has|said|told|will|hosts?|hosted|announced)\b)"
        ),
        make=_is_chair,
        examples=(
            ("Kazakhstan is hosting the summit as the current chair of the SCO.", ("KAZ",)),
            ("The SCO leaders met. Russia is the outgoing chair. Uzbekistan will be the chair for 2015.", ("RUS", "UZB 2015")),
            ("Emomali Rahmon, President of Tajikistan and SCO chairman, invited him.", ("TJK",)),
            ("They wrote to this year's SCO chair, Kyrgyzstan.", ("KGZ",)),
            ("Kazakhstan, as the host country and chair of the SCO, promoted peace.", ("KAZ",)),
            ("The SCO summit will be opened by Sadyr Japarov as the chairman of the SCO.", ("KGZ",)),
            ("He was a guest of Uzbekistan, the presiding country of the SCO.", ("UZB",)),
        ),
        counter_examples=("Brazil, as chair of BRICS, greeted the SCO.", "Tokayev is the president of Kazakhstan, an SCO member."),
    ),
    Rule(
        id="chair.noun",
        purpose="Kazakhstan's chairmanship; the Uzbek presidency of the SCO.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒶ])(?:'s?)? (?:-|{MODS})(?:chairmanship|presidency|chairpersonship|chairship|"
            rf"(?:stewardship|leadership|headship)(?= (?:of|over) (?:the )?Ⓞ)|(?<=Ⓐ )chair(?= (?:has|will|"
            rf"is|said|wants|decided|put)\b))(?! (?:of|in) (?!Ⓞ|Ⓓ|Ⓑ|the (?:organi|"
            r"council))|,? (?:said|announced|added|spokes))"
        ),
        make=_named,
        examples=(
            ("Under the Uzbek chairmanship of the SCO, trade grew.", ("UZB",)),
            ("The SCO foreign ministers met in Goa under India's presidency.", ("IND",)),
        ),
        counter_examples=(
            "Under the Brazilian presidency of BRICS, the SCO stayed silent.",
            "The Kazakh presidency said that the SCO would meet.",
        ),
    ),
    Rule(
        id="chair.noun_of",
        purpose="The chairmanship of Tajikistan in the SCO; under the chairmanship of President Rahmon.",
        pattern=pattern(
            rf"(?:(?:chairmanship|presidency|chairpersonship|chairship){OF_US}? (?:of|by) (?:the )?(?P<p>Ⓟ)|"
            r"under the chair(?:man)?ship of (?:the )?(?P<q>[ⓅⒽ]))(?!'s)"
        ),
        make=lambda reading, match: held_by(reading, match, "p" if match["p"] else "q"),
        examples=(("During the chairmanship of Tajikistan in the SCO, many met.", ("TJK",)),),
        counter_examples=("Under the presidency of Brazil BRICS met, the SCO said.",),
    ),
)
