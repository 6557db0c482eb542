"""Rules for a chair that passes from one to another, and for who presides over a summit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.chair_words import MODS, NOUN, OF_US, SUMMIT, held_by, polarity_of_chair
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.summit_words import of_ministers
from sco_timeline.extracting.rules.venues import at_summit


def _passed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who receives the chair, and, once it is done, who gave it away."""
    said = EXPECTED if _WILL_PASS.search(match.group()) else polarity_of_chair(reading, match)
    yield from held_by(reading, match, "p", said)
    giver = _BY.match(reading.text, match.end())
    if said == ASSERTED and (match["q"] or giver):
        yield from held_by(reading, match, "q", said, giver.start("q") if giver and not match["q"] else None)


_WILL_PASS = re.compile(r"(?:coming|next|following|subsequent) (?:period|year|term),? passes\b")
_BY = re.compile(r" (?:by|from) (?:the )?(?P<q>[ⓅⒽ])(?!')")


def _presides(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read who presides over a summit as its country's chair, where no ministers meet."""
    start = reading.article.sentences[max(0, reading.number - (6 if "council" in match.group() else 2))].start
    talk = reading.article.low[start : reading.article.sentences[reading.number].end]
    leaders = _LEADERS.search(talk)
    at_it = "Ⓗ" in match.group() and at_summit(reading, match.start())
    if (leaders or at_it or _OFFICE.match(match.group()) or _SCO_CHAIRED.match(match.group())) and (
        "Ⓑ" in match.group() or not of_ministers(reading)
    ):
        yield from held_by(reading, match, next(name for name in "pqrs" if match.groupdict().get(name)))


_LEADERS = re.compile(
    r"summit|heads? of (?:the )?(?:member )?(?:states?|governments?)|heads of (?:the )?(?:sco|member)|premiers|leaders|"
    r"presidents of|prime ministers"
)
_SCO_CHAIRED = re.compile(r"Ⓞ (?:is|was|has been|had been|will be) (?:currently |now |again )?(?:chaired|presided over|headed)")
_OFFICE = re.compile(
    r"(?:the )?(?:next|current|new|present|rotating|Ⓓ's) (?:Ⓞ(?:'s)? )?(?:chair|presidency|chairman)|next (?:in line )?to |"
    rf"{NOUN}\b[^.;]{{0,40}}\b(?:with|by) (?:the )?[ⓅⒽ]$"
)


_GIVE = (
    r"(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|transfer(?:s|red|ring)?|ced(?:es?|ed|ing)|yield(?:s|ed|ing)?|giv(?:es?|ing)|"
    r"gave|relinquish(?:es|ed|ing)?|turn(?:s|ed|ing)?)"
)
_BATON = r"(?:the |its |their )?(?:(?:baton|reins|gavel|torch|relay|powers|mantle) (?:of |in )?(?:the )?)?"

RULES = (
    Rule(
        id="chair.passed",
        purpose="The chairmanship passed from Tajikistan to Uzbekistan; it was assigned to India.",
        pattern=pattern(
            rf"(?:{NOUN}|(?:leadership|helm)(?= of Ⓞ)){OF_US}?(?:,? (?:for|in) (?:the )?(?:Ⓓ|(?:coming|forthcoming|next|"
            r"following|upcoming|subsequent) (?:period|year|term))(?: period)?,?)?,? <AUX>(?:has |being )?(?:passe[sd]|"
            r"pass|passing|handed(?: over)?|goes|went|go|gone|transferred|moved|moves|move|falls?|"
            r"fell|over|transfers?|rotates?|rotated|cross(?:es|ed)?|given|assigned|entrusted|ceded|"
            r"delegated)(?: over| on| down)?(?: (?:in|on|for) (?:the )?Ⓓ)?(?: from (?P<q>[ⓅⒶⒸ]))? to (?P<p>[ⓅⒽⒸ])"
        ),
        make=_passed,
        examples=(
            ("The chairmanship of the SCO passed to Kyrgyzstan.", ("KGZ",)),
            ("The next presidency of the SCO goes to Kyrgyzstan.", ("KGZ",)),
            ("The chairmanship in the SCO for the forthcoming period passes to Kyrgyzstan.", ("KGZ",)),
            ("The chairmanship of the SCO has passed from Kazakhstan to China.", ("KAZ", "CHN")),
        ),
        counter_examples=("The presidency of BRICS passed to Russia, the SCO said.",),
    ),
    Rule(
        id="chair.handed",
        purpose="Uzbekistan handed the SCO presidency to India; Russia will pass the baton of the chairmanship to Uzbekistan.",
        pattern=pattern(
            rf"(?:(?P<q>[ⓅⒽⒸ])(?:, (?!and |but )[^,;ⓅⒽ]{{3,60}},)? )?<AUX>{_GIVE}(?: over| on)? (?:{_BATON}{MODS}{NOUN}{OF_US}?|"
            r"the (?:baton|gavel|reins))(?: over| on)?(?: (?:for|in) (?:the )?(?:Ⓓ|next (?:term|year|period)))? to "
            r"(?:his (?:Ⓐ )?(?:counterpart|colleague),? )?(?P<p>[ⓅⒽⒸ])"
        ),
        make=_passed,
        examples=(
            ("Uzbekistan handed over the rotating SCO presidency to India.", ("UZB", "IND")),
            ("Russia will pass the baton of the SCO chairmanship to Uzbekistan.", ("UZB",)),
        ),
        counter_examples=("Brazil handed the presidency of BRICS to Russia, the SCO said.",),
    ),
    Rule(
        id="chair.presides",
        purpose="President Xi chaired the meeting; with Vladimir Putin presiding; presiding, the President of Uzbekistan.",
        pattern=pattern(
            r"(?P<p>[ⓅⒽⒾⒸ])(?:<REL>)? ?<AUX>(?:chair(?:s|ed|ing)?|presid(?:es?|ed|ing) (?:over|at)) "
            rf"(?:{SUMMIT}|Ⓘ)(?! of (?:the )?(?:Ⓧ|foreign|defen|minist|secur|expert))"
            r"|(?:\bwith |\bwhere |[–-] )?(?P<q>[ⓅⒽ]),? (?:presiding|presided|in the chair|"
            r"was in the chair|sat in the chair|chairing|at the helm)(?= at| over|[,.;:]|$| and)"
            rf"|(?:^|, )(?:presiding (?:over|at)|chairing) {SUMMIT}(?:[^.;,ⒽⓅⓍ]{{0,60}}),? (?P<r>[ⓅⒽ])(?!')"
            r"|(?:summit|meeting|session|Ⓑ)(?: [^.;,ⒽⓅⓍ]{1,40})?,? (?:which|that) (?P<s>[ⓅⒽ]) "
            r"(?:will |is to |is due to )?(?:chairs?|chaired|presides? over|presided over)\b"
        ),
        make=_presides,
        examples=(
            ("The SCO leaders met in Ufa with Vladimir Putin presiding.", ("RUS",)),
            ("The SCO premiers met. Russia will chair the premiers' council.", ("RUS",)),
            ("The SCO summit was held on Sunday. President Xi Jinping chaired the meeting.", ("CHN",)),
        ),
        counter_examples=("Wang Yi chaired the meeting of SCO foreign ministers.",),
    ),
    Rule(
        id="chair.presided_by",
        purpose="A summit chaired by India; the chair of the SCO is held by China.",
        pattern=pattern(
            rf"(?:{NOUN}{OF_US}[^.;,]{{0,30}}? (?:is|was|been) (?:currently |now )?(?:held|occupied) by|"
            r"(?:Ⓞ|Ⓘ|Ⓑ|\b(?:summit|meeting|event|session|sitting|circle|gathering|council|conference|states|Ⓢ))"
            r"(?=[^.;Ⓗ]* ?(?:chaired|presided over|(?<!Ⓘ are )(?<!Ⓘ were )headed|led)(?: in Ⓓ| this year)? by )"
            r"(?:[^.;Ⓗ]{0,60}?,?) ?<AUX>(?:chaired|presided over|headed|(?<=Ⓘ was )led|(?<=Ⓑ was )led|(?<=summit was )led|"
            r"(?<=session was )led|(?<=meeting was )led)(?: in Ⓓ| this year)? by|(?:current |rotating )?(?:chair|chairman)"
            r" of Ⓞ(?: (?:is|was|in Ⓓ is|for Ⓓ is)|,)|\bthe (?:current |rotating )?chair,|"
            r"(?:next|current|new|Ⓓ's|present) (?:Ⓞ(?:'s)? )?(?:chair|chairman|presidency)(?: of Ⓞ)? (?:is|was|will be)|"
            r"next (?:in line )?to (?:chair|lead|head|preside over|take over|take the chair of) Ⓞ (?:is|will be|comes)|"
            rf"{NOUN}{OF_US}? (?:is|was|lies|rests|now lies) (?:currently |now |again )?with|"
            r"^presiding,?) (?:this year )?(?:the )?(?P<p>[ⓅⒽ])"
        ),
        make=_presides,
        examples=(
            ("The virtual summit of the SCO chaired by India took place in 2023.", ("IND 2023",)),
            ("The SCO summit is over. The event was chaired by Islam Karimov.", ("UZB",)),
            ("The SCO leaders met. The next chairman is Russia.", ("RUS",)),
            ("The chairmanship of the SCO at the level of leaders is held by China.", ("CHN",)),
        ),
        counter_examples=(
            "BRICS, unlike the SCO, is chaired by Brazil.",
            "Guests came to the SCO summit. They were headed by the president of Mongolia.",
        ),
    ),
)
