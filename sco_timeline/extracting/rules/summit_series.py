"""A rule for summits told in short: one after another, as "that of 2025", as "a third in Bishkek"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.beginnings import is_before_the_sco
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.summit_places import as_city
from sco_timeline.extracting.rules.summit_words import MINISTERS, of_ministers
from sco_timeline.extracting.slots import Slot

_SAID_BEFORE = 600  # characters


def _held(reading: Reading, match: re.Match[str], span: tuple[int, int], where: Slot | None, when: Slot | None) -> Claim:
    """Return the summit at a place on a day of the sentence."""
    start, end = reading.resolved(when) if when is not None else (None, None)
    published = reading.article.published
    later = bool(published and start and start[: len(published)] > published[: len(start)])
    return reading.claim(
        "summit",
        match,
        span=span,
        body=_body(reading, start),
        city=where.value if where is not None and where.kind == "Ⓒ" else None,
        country=where.parties[0] if where is not None and len(where.parties) == 1 else None,
        start=start,
        end=end or start,
        polarity=EXPECTED if later else ASSERTED,
    )


def _is_past(reading: Reading, claim: Claim) -> bool:
    """Say whether a summit was before the day of publication."""
    published = reading.article.published
    return bool(published and claim["start"] and claim["start"][: len(published)] < published[: len(claim["start"])])


def _body(reading: Reading, start: str | None) -> str:
    """Return the body of a summit from its day, else from what was spoken of last."""
    if is_before_the_sco(start):
        return "shanghai_five"
    here = reading.article.sentences[reading.number].end
    earlier = reading.article.low[max(0, here - _SAID_BEFORE) : here]
    if start is None and "shanghai five" in earlier and "cooperation" not in earlier:
        return "shanghai_five"
    government = max(earlier.rfind(word) for word in ("heads of government", "premiers", "prime ministers"))
    return "chg" if government > max(earlier.rfind(word) for word in ("summit", "heads of state", "presidents")) else "unknown"


_TALK = re.compile(
    r"summit|council of (?:the )?heads|heads of (?:state|government)|leaders|presidents|premiers|prime ministers|shanghai "
    r"five"
)
_REACH = 3  # sentences


def _is_ours(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether summits of ours, and no meetings of ministers, are spoken of."""
    if "Ⓧ" in match.group() or MINISTERS.search(reading.text) or not reading.ours(match.start()):
        return False
    first = reading.article.sentences[max(0, reading.number - _REACH)].start
    return _TALK.search(reading.article.low, first, reading.article.sentences[reading.number].end) is not None


def _one_more(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read one summit of which a sentence says no more than "that of Tianjin in 2025", "a third in Bishkek in 2004"."""
    found = match.groupdict()
    if _is_ours(reading, match) and not of_ministers(reading):
        where = as_city(reading, next(reading.masked.slot(match.start(name)) for name in "ckmnorstuxy" if found[name]))
        when = next((reading.masked.slot(match.start(name)) for name in "degfhijlvwz" if found[name]), None)
        if where is None or (found["u"] and where.kind != "Ⓒ"):
            return
        claim = _held(reading, match, match.span(), where, when)
        if claim["polarity"] == ASSERTED and _TO_BE.search(match.group()) and not _is_past(reading, claim):
            claim["polarity"] = EXPECTED
        number = int(reading.masked.slot(match.start("q")).value) if found["q"] else None
        claim["ordinal"] = None if number and number < _MANY and _BARE.match(match.group()) else number
        yield claim


_CAME = (
    r"(?:followed|was held|took place|came|convened|met|(?:will be|is to be|was|is|is due)(?: held)?|will take place|takes "
    r"place|is to take place)"
)
_MANY = 4
_BARE = re.compile(
    r"(?:the|its|their) Ⓠ (?!(?:such )?(?:meeting|session|summit|one|round|gathering))"
)  # "the first was in Shanghai": of what?
_TO_BE = re.compile(r" (?:will|is to|is due|follows|is next|comes next)\b")

RULES = (
    Rule(
        id="summit.one_more",
        purpose="Of the summits he likes that of Tianjin in 2025; a third in Bishkek on 22 September 2004; the series opened in Almaty.",
        pattern=pattern(
            r"(?=[aist])\b(?:summits?\b[^.;Ⓒ]{0,90}+(?:(?<=\bthat (?:of|in|at) )|(?<=\bthose (?:of|in|at) )|(?<=\bthe one (?:of|in|at) ))"
            r"(?P<c>Ⓒ)(?:,? (?:in|of|on) (?P<d>Ⓓ))?|"
            r"(?:a|its|their|the) (?P<q>Ⓠ)(?: (?:such )?(?:meeting|session|summit|one|round|gathering))?(?:(?: "
            rf"{_CAME})?,? in (?P<k>Ⓒ)"
            rf"(?:,? (?:on |in |next |last |this |in the [a-z]+ of )?(?P<e>Ⓓ))| {_CAME} in (?P<n>Ⓒ)(?=[.,;]|$)))|"
            r"(?:\bthe (?:one|next one|last one|previous one|next|previous)(?: before(?: Ⓘ| that)?)?|(?P<g>Ⓓ)'s(?: "
            rf"one)?) {_CAME} in (?P<o>[ⒸⓅ])"
            r"(?:,? (?:on |in |next |last |this )?(?P<h>Ⓓ))?|\bthe (?P<i>Ⓓ) one (?:in|at) (?P<r>[ⒸⓅ])|"
            r"\bpredecessor of (?P<j>Ⓓ) in (?P<s>Ⓒ)|\bsummit (?:in|of) Ⓓ,? (?:nor|and|or) (?:then )?(?:in|at) "
            r"(?P<t>Ⓒ),? (?:in )?(?P<l>Ⓓ)|"
            r"(?:^|[,;] (?:and )?)(?P<u>[ⒸⓅ]) (?:follows|is next|comes next|will follow)(?:,? in (?P<v>Ⓓ)|(?=[.,;]|$))|"
            r"^(?:(?:that|the one) (?:of|in|from|held in) )(?:(?P<w>Ⓓ),? (?:in|at) (?P<x>Ⓒ)|(?P<y>Ⓒ)(?:,? (?:in |of |on )?(?P<z>Ⓓ)))|"
            r"(?:\bthe series|\bsummit of Ⓓ,? and Ⓟ|\bevery summit, Ⓘ|\bsummits, this time) (?:(?:opened|began|started|"
            r"went|came|travelled|was|flew) )?"
            r"(?:in|at|to) (?P<m>Ⓒ)(?:,? (?:in|on) (?P<f>Ⓓ))?"
        ),
        make=_one_more,
        examples=(
            (
                "This year's SCO summit is over. The one before it was in Samarkand in 2022; Ufa follows in 2024.",
                ("unknown Samarkand UZB 2022 2022 None None", "unknown Ufa RUS 2024 2024 None None"),
            ),
            ("Of the SCO summits he liked best that of Tianjin in 2025.", ("unknown Tianjin CHN 2025 2025 None None",)),
            (
                "The SCO premiers met. The series opened in Almaty in September 2001; a third in Bishkek on 22 September 2004 was short.",
                ("chg Almaty KAZ 2001-09 2001-09 None None", "chg Bishkek KGZ 2004-09-22 2004-09-22 3 None"),
            ),
        ),
        counter_examples=(
            "The SCO ministers of trade met. A third meeting in Bishkek on 22 September 2004 was short.",
            "The SCO summit ended. He has a second home.",
        ),
    ),
)
