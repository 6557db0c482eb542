"""Rules for summits that a text calls so, and for meetings of the councils and of the leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.summit_facts import described
from sco_timeline.extracting.rules.summit_words import COUNCIL, MINISTERS, MODS, OF_US, RANKS, head, names_us, of_ministers
from sco_timeline.extracting.rules.venues import is_of_plus

_OTHER_SUMMIT = re.compile(
    r"(?:\b(?:peace|trilateral|bilateral|climate|economic|business|nuclear|ministerial|experts?|youth|food|energy|security|"
    r"investment|arab|earth|media|tourism|tech|three-way|two-way|four-way|quadrilateral|gas|water|digital|sports|women's|women|"
    r"ai|turkic|islamic|african|caspian|asian?|asia|consultative|inter-korean|ceasefire|separate|cultural|health|interfaith|"
    r"every|each|any|no|all|some|g-?Ⓝ|cop\d*|us-[a-z]+|\+)|[ⓍⒶⒽ]|Ⓟ[-–/]Ⓟ|-Ⓟ|Ⓧ(?:'s)? [a-z-]+) ?$"
)
_OF_OTHERS = re.compile(
    r" of (?:the )?(?:Ⓝ )?(?:central asian|turkic|caspian|arab|gulf|african|islamic|european) (?:presid|lead|stat|countr|heads)|"
    r"(?:'s?)? (?:of|between|with|for) (?:the )?(?:[a-z-]+ )?[ⓍⒽ]|(?:'s)? (?:between|of) (?:the )?(?:Ⓟ|Ⓒ (?:and|-))"
)

_FEWEST = 5  # countries in "the summit of the six"


def _summit(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    text, named = reading.text, match.group()
    if match["six"] and (reading.masked.slot(match.end("six") - 1).value or 0) < _FEWEST:
        return
    if _OTHER_SUMMIT.search(text[max(0, match.start() - 30) : match.start()]) and not names_us(reading, match):
        return
    if (
        _OTHER_SUMMIT.search(text[max(0, head(match) - 30) : head(match)])
        or _OF_OTHERS.match(text[match.end() :])
        or MINISTERS.search(named)
        or ("informal" in named and not names_us(reading, match))
    ):
        return
    if names_us(reading, match) or reading.ours(match.start()) or is_of_plus(reading, match.start()):
        yield from described(reading, match)


def _session(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    named = match.group()
    before = reading.text[max(0, match.start() - 30) : match.start()]
    if MINISTERS.search(named) or re.search(
        r"(?:foreign ministers'?|defen[cs]e ministers'?|ministerial|business|expert|working group|council|Ⓧ|Ⓧ's) $", before
    ):
        return
    if _OF_OTHERS.match(reading.text[match.end() :]) and "Ⓞ" not in named:
        return
    if names_us(reading, match) or (reading.ours(match.start()) and not of_ministers(reading)):
        yield from described(reading, match)


_TOLD_OF = re.compile(
    "summit|council of (?:the )?heads|head of state council|(?:premiers|prime ministers)' meeting|heads of (?:state|government)|"
    "shanghai five|presidents|premiers|leaders"
)
_OF_MINISTERS = re.compile(r"(?:foreign|defen[cs]e) ministers'? meeting|council of foreign|meeting of (?:the )?(?:foreign|defen)")


def _next(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the next meeting" as a summit where summits were spoken of and no meetings of ministers."""
    start = reading.article.sentences[reading.number].start
    earlier = reading.article.low[max(0, start - 1500) : start]
    if not _TOLD_OF.search(earlier) or _OF_MINISTERS.search(earlier) or not reading.ours(match.start()):
        return
    body = None if "leaders" in match.group() else _body_of_last(earlier)
    yield from described(reading, match, body=body)


def _body_of_last(earlier: str) -> str | None:
    """Return the Shanghai Five or the heads of government where nobody else was spoken of."""
    if "shanghai five" in earlier and "cooperation organi" not in earlier:
        return "shanghai_five"
    government = max(earlier.rfind("heads of government"), earlier.rfind("premiers"))
    return "chg" if government > max(earlier.rfind("summit"), earlier.rfind("heads of state"), earlier.rfind("presidents")) else None


_MEETING = r"(?:meeting|edition|session|sitting|gathering|assembly|get-together|conference|conclave|talks|meet)"

RULES = (
    Rule(
        id="summit.named",
        purpose="The SCO summit in Astana; the 22nd summit; the Samarkand summit; the 2015 summit in Ufa.",
        pattern=pattern(
            rf"{MODS}(?P<head>\bsummit(?: meeting| conference| talks| gathering| session)?)"
            r"(?!s\b|-|ry\b)(?:(?<=[ⒸⓄ] summit)|(?!'s declaration| declaration))"
            rf"(?: (?:of|by|for|among) (?:the )?(?:{RANKS}|{COUNCIL}))?(?:{OF_US}|(?P<six> of Ⓡ))?(?: \(Ⓞ\))?"
        ),
        make=_summit,
        examples=(
            ("The SCO summit in Astana was held on 3-4 July 2024.", ("unknown Astana KAZ 2024-07-03 2024-07-04 None None",)),
            ("The 2015 summit of the SCO in Ufa was long.", ("unknown Ufa RUS 2015 2015 None None",)),
            ("2011: Karzai flies to Astana, the first Afghan to attend an SCO summit.", ("unknown Astana KAZ 2011 2011 None None",)),
            ("On his visit to Kyrgyzstan Rahmon took part as a guest in the SCO summit.", ("unknown None KGZ None None None None",)),
            ("He left China for Minsk after attending the 25th SCO summit.", ("unknown None None None None 25 None",)),
            ("Baku is silent. Aliyev came to the SCO summit of 2025 and spoke there.", ("unknown None None 2025 2025 None None",)),
            ("The two-day SCO heads of state summit opened on 15 September 2022.", ("chs None None 2022-09-15 2022-09-16 None None",)),
            (
                "The SCO summit in Ufa in 2015 preceded the Tashkent summit of June 2016.",
                ("unknown Tashkent UZB 2016-06 2016-06 None None", "unknown Ufa RUS 2015 2015 None None"),
            ),
        ),
        counter_examples=(
            "The NATO summit in Madrid took place in 2022, the SCO noted.",
            "The SCO summit was important.",
            "Unlike the SCO, the China-Central Asia Summit of 2025 met in Astana.",
            "The SCO chief spoke at the Turkic summit in Samarkand in 2022.",
            "Islamabad is among the friends of Beijing, he said at the SCO summit.",
            "Rahmon has been at every SCO summit since 2001.",
            "On Friday she is to represent Minsk at the SCO summit.",
            "A summit of the SCO on Afghanistan was proposed.",
            "The SCO summit was about trade with India. The summit deplored the fate of refugees in Ukraine.",
        ),
    ),
    Rule(
        id="summit.meeting",
        purpose="A session of the Council of Heads of State; a gathering of SCO leaders; the premiers' meeting of the SCO.",
        pattern=pattern(
            rf"{MODS}(?:(?P<head>\b{_MEETING})(?:'s)? (?:of|by|for) (?:the |this )?(?:{COUNCIL}|council(?= in |,| was| is| will)|"
            rf"(?:Ⓞ(?:'s)? )?(?:Ⓢ )?{RANKS})(?:{OF_US})?(?: \(Ⓞ\))?(?:,? \(?(?:or|also known as|known as|better known as|i\.e\.) "
            r"(?:the )?(?:Ⓞ(?:'s)? )?(?:leaders' )?summit\)?,?)?|(?:\bthe|\bits|\btheir) Ⓠ (?:Ⓞ(?:'s)? )?Ⓑ(?!'s)|"
            rf"{COUNCIL}(?:'s)?(?: of (?:Ⓞ|Ⓢ))? {MODS}(?P<second>{_MEETING})\b|"
            r"(?:Ⓞ(?:'s)? )?(?:leaders'?|heads[- ]of[- ](?:state|government)s?'?|presidents'?|premiers'?|prime ministers'?|"
            rf"heads'?) (?:Ⓠ |annual |regular )?(?P<third>{_MEETING}|council(?= of Ⓓ| in [ⒸⓅ]| on Ⓓ| held))\b"
            rf"(?! in (?:Ⓒ|Ⓟ),? (?:said|told))(?:{OF_US})?)"
        ),
        make=_session,
        examples=(
            ("He took part in a session of the Council of Heads of State of the SCO in Astana.", ("chs Astana KAZ None None None None",)),
            ("The gathering of SCO leaders in Dushanbe ended.", ("chs Dushanbe TJK None None None None",)),
            (
                "Li Keqiang will host the meeting of the SCO heads of government, which is to take place online on 1 November 2022.",
                ("chg None None 2022-11-01 2022-11-01 None virtual",),
            ),
            (
                "The premiers' meeting of the SCO in Bishkek on 26 October 2023 was short.",
                ("chg Bishkek KGZ 2023-10-26 2023-10-26 None None",),
            ),
        ),
        counter_examples=(
            "A meeting of the Council of Foreign Ministers of the SCO was held in Goa in 2023.",
            "The SCO foreign ministers' meeting in Goa in May 2023 was tense.",
        ),
    ),
    Rule(
        id="summit.next_meeting",
        purpose="The next regular meeting will take place in 2016 in the Kyrgyz Republic; next year's meeting will be in Tashkent.",
        pattern=pattern(
            r"(?:^|[\"(] ?|[;,] (?:and )?| and | (?:at|by|until) (?=the next))"
            r"(?:(?:the|its|their) (?:next|most recent|latest|last|first)|(?:next )?Ⓓ's|the (?:next )?Ⓓ(?:'s)?|"
            r"(?<=; )(?:its|their)(?= meeting| session)|^its(?= meeting)|(?<=; )(?:its|their) Ⓓ) "
            r"(?:(?:regular|annual|such|leaders') ){0,2}(?P<head>meeting|session|sitting|gathering)(?=(?:, on [^,;.]{3,60},)? "
            r"(?:will|is|was|has|takes|took)\b|,? (?:which (?:will|is to)|to be|due|scheduled|planned))"
        ),
        make=_next,
        examples=(
            (
                "The SCO summit was long. It hopes to be ready by the next meeting, which will be held in Tashkent in 2004.",
                ("unknown Tashkent UZB 2004 2004 None None",),
            ),
            (
                "The SCO summit was long. The next regular meeting will be in Tashkent in 2004.",
                ("unknown Tashkent UZB 2004 2004 None None",),
            ),
        ),
        counter_examples=("The foreign ministers' meeting of the SCO ended. The next meeting will be in Goa in 2023.",),
    ),
)
