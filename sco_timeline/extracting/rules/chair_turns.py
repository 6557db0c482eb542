"""Rules for a chair told in pictures, or as an office at one summit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.chair_words import NOUN, OF_US, held_by, period_at, polarity_of_chair
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.summit_words import of_ministers

_TALK = re.compile(
    r"summit|heads? of (?:the )?(?:member )?(?:states?|governments?)|leaders|presidents|premiers|prime ministers|chair|presidency"
)

_TALK_REACH = 1500  # characters


def _is_of_leaders(reading: Reading) -> bool:
    start = reading.article.sentences[reading.number].start - _TALK_REACH
    return _TALK.search(reading.article.low, max(0, start), reading.article.sentences[reading.number].end) is not None and not of_ministers(
        reading
    )


def _pictured(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who takes the wheel, whom the torch goes to, and who gave it away."""
    if "Ⓧ" in reading.text or not reading.stays_with_us(match.start()) or not _is_of_leaders(reading):
        return
    said = ASSERTED if re.search(r"^ from now on", reading.text[match.end() :]) else polarity_of_chair(reading, match)
    for name in ("p", "r", "s"):
        if match[name]:
            yield from held_by(reading, match, name, said)
    if match["q"] and said == ASSERTED:
        yield from held_by(reading, match, "q", said)


def _of_the_summit(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if _is_of_leaders(reading) and not re.search(r"Ⓧ", reading.text):
        yield from held_by(reading, match, "p" if match["p"] else "q", ASSERTED)


_CHAIR_OF_LIST = re.compile(r"(?P<p>Ⓟ)(?:,? \(?(?:in |for |during )?|: )(?P<d>Ⓓ)\)?|(?P<e>Ⓓ)\)?(?: ?[:–-]| \(|,)? ?(?P<q>Ⓟ)")


def _listed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield each of "Chairmanship of the SCO: India (2022-2023), Kazakhstan (2023-2024)"."""
    if "Ⓧ" in match.group() or not ("Ⓞ" in match.group() or reading.ours(match.start())):
        return
    begin = match.start("row")
    for item in _CHAIR_OF_LIST.finditer(match["row"]):
        who, when = ("p", "d") if item["p"] else ("q", "e")
        parties, day = reading.parties(begin + item.start(who)), period_at(reading, begin + item.start(when))
        later = bool(reading.article.published and day and day[:4] > reading.article.published[:4])
        if len(parties) == 1:
            span = (begin + item.start(), begin + item.end())
            yield reading.claim("chair", match, span=span, party=parties[0], year_or_period=day, polarity=EXPECTED if later else ASSERTED)


_THING = r"(?:wheel|torch|baton|helm|reins|relay|gavel|tiller|driver's seat|driving seat)"
_TAKES = (
    r"(?:t[ao]k(?:es?|ing|en)|took|grab(?:s|bed)|seiz(?:es|ed)|picks? up|picked up|holds?|held|gets?|got|receiv(?:es|ed)|is "
    r"at|was at|are at)"
)
_GOES = (
    r"(?:goes|went|go|gone|passe[sd]|pass|passing|is passed|was passed|handed(?: over| on)?|moves|moved|falls|fell|"
    r"travels|travelled|is|wanders|"
    r"wandered)(?: over| on)?"
)

RULES = (
    Rule(
        id="chair.pictured",
        purpose="Kyrgyzstan takes the wheel now; the torch goes to Tajikistan; China, to which Kazakhstan passed the baton.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒽ])(?<!from Ⓟ)(?:, (?:which|who))? <AUX>{_TAKES} the {_THING}\b(?! of (?!Ⓞ|the organi|the bloc|"
            r"the group))|"
            rf"\bthe {_THING}(?: of Ⓞ)? (?:(?:now|then|has|had|will|is|was|later|also|duly) ){{0,3}}{_GOES} to (?P<r>[ⓅⒽ])(?!')|"
            r"(?P<s>Ⓟ), to (?:which|whom) (?P<q>[ⓅⒽ]) (?:has |had )?(?:just )?(?:passed|handed|gave|given|turned)(?: "
            r"over| on)? (?:the|its) "
            rf"(?:{NOUN}|{_THING}){OF_US}?"
        ),
        make=_pictured,
        examples=(
            ("The SCO summit in Beijing is over. Kyrgyzstan takes the wheel now.", ("KGZ",)),
            ("The SCO summit in Bishkek is over. The torch now goes to Tajikistan.", ("TJK",)),
            ("The SCO leaders met. China, to which Kazakhstan passed the baton, has plans.", ("CHN", "KAZ")),
        ),
        counter_examples=(
            "The SCO summit is over. Modi took the wheel of a car.",
            "BRICS leaders met in 2024. Brazil takes the wheel now.",
        ),
    ),
    Rule(
        id="chair.listed",
        purpose="Chairmanship of the SCO: India (2022-2023), Kazakhstan (2023-2024); chairing countries: 2020-2021 Tajikistan.",
        pattern=pattern(
            rf"\b(?:{NOUN}s?|chairmanships|(?:chairing|presiding) (?:country|countries|states?)|chair countries|chairs)(?:{OF_US})?"
            r"(?: (?:was|has been|were) held by| went to| (?:was|were|rotated))?: ?(?:the )?"
            r"(?P<row>(?:Ⓟ(?:,? \(?(?:in |for |during )?|: )Ⓓ\)?|Ⓓ\)?(?: ?[:–-]| \(|,)? ?Ⓟ)"
            r"(?:(?:, and |, | and |; )(?:then |now )?(?:Ⓟ(?:,? \(?(?:in |for |during )?|: )Ⓓ\)?|Ⓓ\)?(?: ?[:–-]| \(|,)? ?Ⓟ)){0,12})"
        ),
        make=_listed,
        examples=(
            (
                "Chairmanship of the SCO: India (2022-2023), Kazakhstan (2023-2024) and China (2024-2025).",
                ("IND 2022/2023", "KAZ 2023/2024", "CHN 2024/2025"),
            ),
            ("The SCO is young. Chairing country: 2020-2021 Tajikistan, 2021-2022 Uzbekistan.", ("TJK 2020/2021", "UZB 2021/2022")),
        ),
        counter_examples=("The SCO noted the chairmanship of BRICS: Brazil (2019), Russia (2020).",),
    ),
    Rule(
        id="chair.of_summit",
        purpose="The Chairman of the Summit, President Dmitry Medvedev; Emomali Rahmon was the host and chairman.",
        pattern=pattern(
            r"\b(?:chairman|chair|chairperson) of (?:the|this) (?:Ⓞ(?:'s)? |Ⓠ |Ⓒ |annual )*(?:summit|meeting|session|"
            r"council|heads of state)"
            r"(?:,| was| is)? (?:the )?(?P<p>[ⓅⒽ])(?!')|"
            rf"(?P<q>[ⓅⒽ])(?:, (?:in|into) whose hands (?:the )?{NOUN}{OF_US}? (?:lay|lies|is|was|rests|rested|had passed)\b|"
            r",? (?:was|is|as|who was) (?:both )?(?:the )?(?:host and (?:chair|chairman)|(?:chair|chairman) and "
            r"host)(?! of (?:the )?(?!Ⓞ|summit|meeting)))"
        ),
        make=_of_the_summit,
        examples=(
            ("The SCO summit ended, said the Chairman of the Summit, President Dmitry Medvedev.", ("RUS",)),
            ("Emomali Rahmon was the host and chairman as the SCO leaders met.", ("TJK",)),
            ("At the SCO summit Xi Jinping, in whose hands the presidency lay, spoke.", ("CHN",)),
        ),
        counter_examples=("The SCO foreign ministers met. The chairman of the meeting, Sergei Lavrov, spoke.",),
    ),
)
