"""Rules for summits told by who meets: leaders who gather, a host who receives them, several summits in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.beginnings import is_before_the_sco
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.summit_facts import described
from sco_timeline.extracting.rules.summit_places import place_of
from sco_timeline.extracting.rules.summit_words import COUNCIL, MINISTERS, MODS, OF_US, RANKS, head, names_us, of_ministers

_NOT_THEY = re.compile(
    r"(?:two|three|both|the Ⓐ|religious|business|party|community|opposition|foreign|defen[cs]e|Ⓧ(?:'s)?|tribal|military|union|"
    r"faith|western|court|university|bank|company) $"
)
_FOR_THEIR = re.compile(
    r"[^.;]{0,90}? (?:for|at|in|during|held|holding) (?:its|their|the|an?) (?:[a-z]+ )?(?P<q>Ⓠ) (?:[a-z]+ ){0,2}"
    r"(?:meeting|session|summit|sitting|gathering)"
)
_THEN_LEADERS = re.compile(r"(?:\bnor|\bbut|\band then|;|\bthan)(?: for)? (?:the |its )?$")  # "neither they nor the leaders"


def _leaders_met(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if _NOT_THEY.search(reading.text[max(0, match.start() - 30) : match.start()]) or not (
        names_us(reading, match) or reading.ours(match.start())
    ):
        return
    if not names_us(reading, match) and _is_of_ministers(reading, match):
        return
    for claim in described(reading, match):
        behind = _FOR_THEIR.match(reading.text, match.end())
        if behind and claim["ordinal"] is None:
            claim["ordinal"] = int(reading.masked.slot(behind.start("q")).value)
        yield claim


def _is_of_ministers(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether ministers met: in "neither the ministers in May nor the leaders, who met" they did not."""
    if not (match["head"] or match["third"]):
        return of_ministers(reading)
    return MINISTERS.search(reading.text) is not None and not _THEN_LEADERS.search(reading.text[: head(match)])


def _received(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if names_us(reading, match) or reading.ours(match.start()):
        yield from (claim for claim in described(reading, match) if claim["country"])


def _several(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield each of several summits: its city, and the day in brackets or behind "in" next to it."""
    if not (names_us(reading, match) or reading.ours(match.start())) or reading.text[: match.start()].endswith("Ⓧ "):
        return
    body = "shanghai_five" if "Ⓥ" in reading.text[: match.end()] and "Ⓞ" not in reading.text[: match.end()] else None
    group = "row" if match["row"] else "items"
    host = None if match["row"] or "Ⓒ" in match["items"] else place_of(reading, match)
    last = None
    for item in _ITEM.finditer(match[group]):
        begin = match.start(group)
        last = last if item["e"] and not item["k"] else item.start("c") if item["c"] else None
        if item["e"] and last is not None and match[group][: item.start()].count("(") > match[group][: item.start()].count(")"):
            host = reading.masked.slot(begin + last)  # "Shanghai (2001, 2006)"
        city = reading.masked.slot(begin + item.start("c" if item["c"] else "k")) if item["c"] or item["k"] else host
        day = reading.masked.slot(begin + item.start("d" if item["d"] else "e")) if item["d"] or item["e"] else None
        start, end = reading.resolved(day) if day else (None, None)
        claim = reading.claim(
            "summit", match, span=(begin + item.start(), begin + item.end()), body=body or "unknown", start=start, end=end or start
        )
        if city is not None:
            claim["city"], claim["country"] = city.value if city.kind == "Ⓒ" else None, city.parties[0] if city.parties else None
        if body is None and is_before_the_sco(start):
            claim["body"] = "shanghai_five"
        yield claim


_ITEM = re.compile(r"(?P<c>Ⓒ)(?:(?: \(|,? in |,? on | of |, | )(?P<d>Ⓓ)\)?)?|(?P<e>Ⓓ)(?:(?: \(| in | at |, |: )(?P<k>Ⓒ)\)?)?")
_MEETS = (
    r"(?:(?:wound up|ended|concluded|wrapped up|held|opened|began|had) Ⓝ days of (?:talks|meetings|discussions)|met|meet|"
    r"meets|are meeting|meeting|gather(?:s|ed|ing)?|are gathering|convened?|convenes|convening|assembled?|conferred|"
    r"confer|came together|come together|coming together|sat down together|sat down|sitting in council|sat in council|"
    r"(?:sits?|sat|sitting)(?= (?:in|at) Ⓒ)|got together|get together|(?:conclude|complete|end|finish|close|open|wrap up|begin|"
    r"start|hold|wind(?:ing)? up|kick off)(?:e?d|ing)? (?:their|its|an?|the) (?:Ⓠ |annual |regular |yearly |Ⓝ-day )*(?:meeting|"
    r"session|talks|gathering|sitting|council(?! of))|(?:held|began|wound up|wrapped up|kicked off) (?:their|its|an?|the) "
    r"(?:Ⓠ |annual |regular |yearly |Ⓝ-day )*(?:meeting|session|talks|gathering|sitting|council(?! of)))"
)
_BETWEEN = (
    r"(?:who |which |will |would |are to |are due to |are set to |were to |were due to |is to |is due to |was to |had |have |"
    r"has |also |then |next |last |Ⓝ |again |in Ⓓ |on Ⓓ |first |Ⓓ |recently |just |are |were |all |originally )"
)

RULES = (
    Rule(
        id="summit.leaders_meet",
        purpose="SCO leaders met in Ufa in July 2015; the heads of state, who gathered in Astana.",
        pattern=pattern(
            rf"(?=[cghlnpstⒷⒸⓄⓋ])(?:[ⓄⓋ](?:'s)? (?:Ⓢ'?s?'? )?(?:Ⓝ )?)?(?:{COUNCIL}|(?P<head>\b{RANKS})|\bthe (?P<second>council))"
            rf"(?:{OF_US})?,? {_BETWEEN}{{0,5}}{_MEETS}(?! with| (?:the|their|his|its) (?!Ⓓ)|ⓅⒽ)(?=,? (?:in|on|for|at|under|"
            r"there|this|last|next|via|by|virtually|online|to|over|through|here|late|early|Ⓓ|yesterday|again|remotely))"
            rf"|Ⓒ,? where (?:Ⓞ's )?(?:the )?(?P<third>\b{RANKS})(?:{OF_US})?,? {_BETWEEN}{{0,3}}{_MEETS}(?=[.,;]|$)"
        ),
        make=_leaders_met,
        examples=(
            ("SCO leaders met in Ufa in July 2015.", ("chs Ufa RUS 2015-07 2015-07 None None",)),
            (
                "The leaders of the SCO, who gathered in Bishkek on 13 September 2013, spoke of Syria.",
                ("chs Bishkek KGZ 2013-09-13 2013-09-13 None None",),
            ),
            ("The SCO's prime ministers conferred online on 30 November 2020.", ("chg None None 2020-11-30 2020-11-30 None virtual",)),
        ),
        counter_examples=(
            "EU leaders met in Brussels in July 2015 and spoke of the SCO.",
            "The SCO has a summit. Asean leaders met in Jakarta in May 2023, and Nato leaders in Vilnius.",
            "The SCO foreign ministers met in Tashkent in July 2022.",
        ),
    ),
    Rule(
        id="summit.received",
        purpose="Astana received the presidents of the six SCO countries; India will host the leaders in July.",
        pattern=pattern(
            r"\b(?:receiv|welcom|host|gather|(?<=will )invit|brings? together|brought together)(?:e|es|s|ed|ing)? "
            rf"(?:Ⓓ )?(?:all |the |its )*(?:Ⓝ )?(?:[ⓄⓋ](?:'s)? )?(?P<head>{RANKS})(?:{OF_US})?(?! of| ⓅⒽ|'s)"
        ),
        make=_received,
        examples=(
            (
                "Astana received the presidents of the six SCO countries on 5 July 2005.",
                ("chs Astana KAZ 2005-07-05 2005-07-05 None None",),
            ),
            ("Kyrgyzstan will host the SCO leaders in August 2026.", ("chs None KGZ 2026-08 2026-08 None None",)),
        ),
        counter_examples=("China received the leaders of Kazakhstan in Beijing, an SCO envoy said.",),
    ),
    Rule(
        id="summit.several",
        purpose="The summits in Bishkek (2019) and Samarkand (2022); summits of 2005, 2011 and 2017.",
        pattern=pattern(
            rf"{MODS}(?P<head>summits|meetings (?:of (?:the )?(?:{RANKS}|{COUNCIL})|(?:followed|took place|were held)(?= in )))"
            rf"(?:{OF_US})?(?: (?:(?:have|had) (?:also )?been |were |was )?(?:held|hosted|staged|convened)|"
            r" followed| took place| have taken place|"
            r" occurred)? (?:in|of|at|by) (?P<items>(?:Ⓒ(?:(?: \(|,? in |,? on | of )Ⓓ(?:(?:, | and |, and )Ⓓ){0,4}\)?)?|"
            r"Ⓓ(?:(?: \(| in | at )Ⓒ\)?)?)(?:(?:, and (?:again )?|, | and (?:again )?| as well as )(?:in |of |at |"
            r"the )?(?:Ⓒ(?:(?: \(|,? in |,? on | of )Ⓓ(?:(?:, | and |, and )Ⓓ){0,4}\)?)?|Ⓓ(?:(?: \(| in | at )Ⓒ\)?)?)){1,12})"
            r"|(?P<row>(?:Ⓓ(?:(?:,? and |, )Ⓓ){1,5}|Ⓒ(?:(?:,? and |, )Ⓒ){1,5}) )(?:Ⓞ(?:'s)? )?(?:annual )?(?P<second>summits)\b"
        ),
        make=_several,
        examples=(
            (
                "He took part in the SCO summits in Bishkek (2019) and Samarkand (2022).",
                ("unknown Bishkek KGZ 2019 2019 None None", "unknown Samarkand UZB 2022 2022 None None"),
            ),
        ),
        counter_examples=(
            "The SCO envoy was at the Madrid and Vilnius summits of NATO.",
            "The SCO envoy was at NATO summits in Madrid (2022) and Vilnius (2023).",
        ),
    ),
)
