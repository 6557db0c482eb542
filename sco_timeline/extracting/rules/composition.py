"""Rules for who is in the SCO and who is not: the countries that it includes, that form it, belong to it, stand outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import ADJECTIVES, held, mine
from sco_timeline.extracting.rules.naming import listed

_FOUNDERS = re.compile(r"\b(?:founding|founders?|original|initial|leaders of|some|several)\b")
_AT_FIRST = re.compile(
    r"(?:at Ⓠ|\b(?:at first|initially|originally|at the (?:outset|start|beginning)|to begin with)\b)[^.;]{0,25}\b"
    r"(?:compris|includ|unit|consist|group|brought|made)"
)


def _includes(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    between = reading.masked.between(match.start() + 1, match.start("p"))
    if any(slot.kind == "Ⓢ" and slot.value != "member" for slot in between) or _FOUNDERS.search(match.group()):
        return
    other = _IN_ANOTHER_RANK.match(reading.text, match.end())
    if other and reading.status(other.start("s")) != "member":
        return
    if among := _AMONG.match(reading.text, match.end()):
        named = [slot for slot in reading.masked.between(0, match.start()) if slot.kind == "Ⓢ"]
        yield from held(reading, match, "p", str(named[-1].value)) if among["them"] and named else ()
        return
    first = _AT_FIRST.search(reading.text[max(0, match.start() - 40) : match.end()])
    if first is None and polarity_of(match.group()) == ASSERTED and reading.ours(match.start()):
        yield from held(reading, match, "p", "member")


_AMONG = re.compile(r" among (?:(?P<them>them|these|those)\b|(?:its|the|their) (?:[a-z-]+ ){0,2}Ⓢ)")
_IN_ANOTHER_RANK = re.compile(r" as (?:an? |its |the |only |mere ){0,2}(?P<s>[ⓈⓉ])")


def _counted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    count = reading.masked.slot(match.start("n")).value
    if len(reading.parties(match.start("p"))) != count or "Ⓞ" not in reading.text:
        return
    if match["s"]:
        if mine(reading, match, "s"):
            yield from held(reading, match, "p", reading.status(match.start("s")))
    elif _MAKES_UP.search(reading.text[max(0, match.start() - 30) : match.end()]):
        yield from held(reading, match, "p", "member")


_MAKES_UP = re.compile(
    r"make up|makes up|form |belong|constitut|compris|unit|consist|includ|"
    r"(?:bloc|club|group|grouping|family|alliance|organi[sz]ation|Ⓞ) of Ⓝ"
)


def _among(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if match["s"]:
        yield from listed(reading, match)
    elif polarity_of(match.group()) == ASSERTED:
        yield from held(reading, match, next(name for name in "qrog" if match[name]), "member")


_STEP_BEFORE = re.compile(
    r"\b(?:accept|admit|grant|approv|welcom|receiv|t[ao]ke?n?|took|let|add|invit|recogni|upgrad|promot|propos|want|support|agre|decid|vot)"
    r"[a-z]*\b[^.;:]*$"
)  # "accepted Afghanistan as an observer and Turkey as a partner"


def _belongs(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    polarity = polarity_of(clause_before(reading.text, match.start(), 40) + match.group())
    if polarity != EXPECTED and (match.group()[-1] != "Ⓘ" or reading.ours(match.start())):
        yield from held(reading, match, "p", "member", NEGATED if polarity == NEGATED else ASSERTED)


def _outsider(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    party = next(name for name in "pqr" if match[name])
    if match["s"] and not mine(reading, match, "s"):
        return
    lead = clause_before(reading.text, match.start(), 40)
    if polarity_of(lead) == ASSERTED and ("Ⓞ" in match.group() or reading.ours(match.start())):
        yield from held(reading, match, party, reading.status(match.start("s")) if match["s"] else "member", NEGATED)


RULES = (
    Rule(
        id="held.includes",
        purpose="The SCO includes, consists of, groups countries.",
        pattern=pattern(
            r"(?:Ⓞ|Ⓘ|[ⓈⓉ](?=, which)|Ⓣ(?=, an? Ⓝ-))(?:'s?)?(?:<REL>|,? ?[^.;,:]{0,25}?|,? an? [^.;,:Ⓟ]{0,60}? (?:that|which)|"
            r", which (?:was|is) [^.;,:Ⓟ]{0,60}?| is (?:an?|the) (?:[a-z-]+(?: [a-z-]+)?, ){0,3}[^.;,:Ⓟ]{0,60}?(?: that| which)?)? ?"
            r"(?:now |currently |also |today |at present |as of Ⓓ |at the moment |already )?(?:(?<=, )both of which include|counts|numbers|"
            r"includ(?:es|ed)|compris(?:es|ed|ing)|consist(?:s|ed|ing) of|is (?:currently |now )?(?:made up|composed|comprised|formed|"
            r"constituted)(?: at the moment| now| at present)? (?:of|by)|unit(?:es|ed|ing)|brings together|brought together|"
            r"groups(?: together)?|grouping|encompass(?:es|ed|ing)|made up of|composed of|embraces|formed by|(?:organi[sz]ation|bloc|group|"
            r"grouping|alliance|association) (?:formed |made )?of)(?: now| currently| also| today| Ⓓ)?(?: as (?:its )?Ⓢ)?(?: the)?"
            r"(?: (?:both|also|the|now|Ⓝ|states|countries|nations|Ⓢ|of|:|like|giants|[a-z]+ asian|such|as|major|powers|neighbou?rs|"
            r"regional|nuclear-armed|nuclear)){0,6}(?: ?[:–,(-])?(?: (?:among (?:them|these|which)|including|notably)(?: are)?)? (?:the )?"
            r"(?P<p>Ⓟ(?:,? (?:as well as|and|,|alongside|along with) (?:also )?(?:the )?(?:Ⓝ )?(?:former soviet |ex-soviet )?"
            r"(?:[a-z]+ asian )?(?:states|countries|republics|nations|neighbou?rs)? ?(?:of |like |such as |including )?Ⓟ)?)"
        ),
        make=_includes,
        examples=(
            ("The SCO also includes India, Pakistan and Iran.", ("IND member", "PAK member", "IRN member")),
            (
                "Iran wants full membership of the SCO, a three-nation grouping of China, Russia and India.",
                ("CHN member", "RUS member", "IND member"),
            ),
            ("The SCO is made up of Russia and China.", ("RUS member", "CHN member")),
            ("The SCO is a large regional organization comprising China and Russia.", ("CHN member", "RUS member")),
            ("The SCO, a group formed of China, Russia and India, met.", ("CHN member", "RUS member", "IND member")),
            ("As for observers, the SCO counts Mongolia among them.", ("MNG observer",)),
        ),
        counter_examples=("BRICS, unlike the SCO, is a bloc; BRICS includes Brazil and South Africa.",),
    ),
    Rule(
        id="held.counted",
        purpose="So many states make up the SCO, and a list of just so many.",
        pattern=pattern(
            r"(?P<n>Ⓝ) (?:(?:full |permanent )?(?P<s>Ⓢ)|states|countries|nations|friends|powers)[^;.Ⓟ]{0,90}?(?::|–|\(|,|-) ?(?:the )?"
            r"(?P<p>Ⓟ)"
        ),
        make=_counted,
        examples=(("Three states make up the SCO, which grows: China, Russia and Iran.", ("CHN member", "RUS member", "IRN member")),),
        counter_examples=("Three states – China, Russia and Iran – founded the SCO.",),
    ),
    Rule(
        id="held.counts_among",
        purpose="The SCO counts Iran among its members; besides China, the SCO includes Iran.",
        pattern=pattern(
            r"(?:counts?|numbers?|lists?|has|includes?|names?|ranks?|boasts?|counting|numbering) (?:the )?(?:[a-z]+"
            r" (?:states|powers|countries|nations|giants) (?:like|such as|as) )?(?P<p>Ⓟ) among (?:its|the|their) (?:[a-z-]+ ){0,2}(?P<s>Ⓢ)|"
            r"(?:besides|apart from|aside from|in addition to|alongside|along with) (?P<q>Ⓟ),? "
            r"(?:the )?(?:Ⓝ-Ⓢ )?Ⓞ (?:also )?(?:now )?(?:includes|comprises|unites|counts|consists)|"
            r"Ⓞ,? to which (?P<r>Ⓟ) (?:also |now )?belongs?|"
            r"^(?:grouping|comprising|uniting|bringing together|made up of|consisting of|composed of|encompassing)"
            r" (?:Ⓝ [a-z]+[:,]? )?(?P<g>Ⓟ), (?:the )?Ⓞ|"
            r"(?:in|into) (?:the )?(?:composition (?:of )?|makeup of )?(?:Ⓞ|Ⓘ) (?:now |also )?(?:enters?|are included|go|belongs?):? "
            r"(?P<o>Ⓟ)"
        ),
        make=_among,
        examples=(
            ("The SCO counts India and Iran among its members.", ("IND member", "IRN member")),
            ("The SCO counts Nepal among its dialogue partners.", ("NPL dialogue_partner",)),
            ("Besides China, the SCO includes Iran.", ("CHN member", "IRN member")),
            ("The SCO, to which Pakistan belongs, met.", ("PAK member",)),
            ("Grouping China, Russia and Iran, the SCO covers much of Asia.", ("CHN member", "RUS member", "IRN member")),
        ),
        counter_examples=("NATO counts Turkey among its members, the SCO does not.",),
    ),
    Rule(
        id="held.has_as",
        purpose="The SCO has Mongolia as an observer.",
        pattern=pattern(
            r"(?:Ⓞ|Ⓘ(?= (?:also |now |currently )?(?:has|counts|lists))|with|and|includ(?:es?|ing)) ?(?:also |now )?(?:has|counts|lists|"
            r"names|with|currently has|also has)? (?P<p>Ⓟ) as (?:an? |its |the |only |full |two |key |main |core |leading ){0,3}(?P<s>Ⓢ)"
        ),
        make=lambda reading, match: () if _STEP_BEFORE.search(reading.text, 0, match.start()) else listed(reading, match),
        examples=(
            ("The SCO has Mongolia and Afghanistan as observers.", ("MNG observer", "AFG observer")),
            ("States linked to the SCO include Nepal and Egypt as dialogue partners.", ("NPL dialogue_partner", "EGY dialogue_partner")),
        ),
        counter_examples=("NATO counts Turkey as a member, the SCO does not.",),
    ),
    Rule(
        id="held.belong",
        purpose="Countries form, make up, belong to the SCO.",
        pattern=pattern(
            r"(?P<p>[ⓅⓇⒾ])(?:, which [^,;ⓅⓄ]{3,70},)? (?:together |currently |now |also |does |do |did |are |is |still |not |don't |"
            r"already |all ){0,3}(?:form(?:ed)?|make up|makes up|constitute[sd]?|comprise[sd]?|belong(?:s|ed)? to|"
            r"(?:are|is|was|were|being)(?: not| also| now)* (?:a )?part of|(?:are|is) in(?= [ⓄⒾ](?: too| as well| now|[.,;]|$))) "
            r"(?:the (?:core|backbone) of )?[ⓄⓋⒾ](?! (?:summit|delegation|meeting|effort|cooperation|agenda))"
        ),
        make=_belongs,
        examples=(
            ("China and Russia form the SCO.", ("CHN member", "RUS member")),
            ("Turkey does not belong to the SCO.", ("TUR member negated",)),
        ),
        counter_examples=("Turkey belongs to NATO, the SCO's rival.",),
    ),
    Rule(
        id="held.outside",
        purpose="Who stands outside the SCO, a non-member.",
        pattern=pattern(
            r"(?:(?P<p>[ⓅⓇⒾ])(?:,? (?:the only|alone|the sole|which)[^.;,Ⓟ]{0,40}?)?(?:,| is| are| was| were| remains?| stays?| stands?|"
            r" lies){0,2} (?:still |firmly |the only [^.;,Ⓟ]{0,40} |so far )?(?:(?:(?:has |have |had )?(?:stayed|remained|kept)|"
            r"stays?|remains?) (?:firmly |well |so far )?(?:outside|out of) Ⓞ|outside (?:of )?Ⓞ|(?<=is )(?:still )?outside(?=[.,;])|"
            r"not (?:yet |even )?(?:in|inside|within) [ⓄⒾ](?=[.,;:!]|$)|(?:not among|an? non-?member)(?: the)?(?: Ⓢ)?(?: of Ⓞ)?)|"
            r"non-?members?(?: states?| countr(?:y|ies))?(?: such as| like|,)? (?P<q>Ⓟ)|"
            r"(?P<r>[ⓅⓇⒾ])(?:,| is| was| remains) (?:the )?(?:only|sole|one|last) [^.;,ⓅⓈⓉⓍ]{0,50}?(?:that|which|who) "
            rf"(?:is|are|was|has|remains) (?:still )?(?:not|never|no) (?:yet |been )?(?:an? )?{ADJECTIVES}(?P<s>Ⓢ))"
        ),
        make=_outsider,
        examples=(
            ("Bangladesh remains outside the SCO.", ("BGD member negated",)),
            ("Non-member Turkmenistan was a guest at the SCO summit.", ("TKM member negated",)),
            ("Turkmenistan is the only Central Asian state that is not a member of the SCO.", ("TKM member negated",)),
        ),
        counter_examples=("Switzerland remains outside the EU, the SCO noted.",),
    ),
)
