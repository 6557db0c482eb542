"""Rules for what countries want, plan, apply for together or are on their way to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes
from sco_timeline.extracting.rules.forms import Rule, pattern

_DENIED = re.compile(
    r"\b(?:no|not|never|n't|nor|neither|without|denie[sd]|rule[sd]? out|(?:declin|refus)(?:es|ed|ing))"
    r"\b(?! (?:only|just|ruled? out|exclud\w+|doubt|hide|conceal|secret))"
)
_MET_WITH_NO = re.compile(
    r",? (?:has |have |had |was |were )?(?:again |once more |also )?(?:run|ran|runs|met|meets|hit|hits|been|fallen|fell|come|came)"
    r" [^.;,]{0,30}(?:veto|refus|reject|wall|blocked|turned down|resistance|opposition|nothing)"
)
_WROTE = re.compile(
    r"\b(?:wrote|has written|had written|informed [^.;,]{3,40}|notified [^.;,]{3,40})(?: (?:in|on) Ⓓ)?(?: in writing)? that $"
)
_SOUGHT_IN_VAIN = re.compile(
    r"(?: (?:of|in|at|with) Ⓞ)?(?:,? (?:in|on) Ⓓ)?,? (?:and|but|only to be|which) (?:it |Ⓘ )?(?:was |were |had been |been |got )?(?:also )?"
    r"(?:rebuffed|turned (?:down|away)|rejected|refused|denied|declined|a no\b|in vain)"
)
_NOT_SO = re.compile(r"(?: of Ⓞ)?,? (?:and|but) (?:was|is|did|has|were|had)(?:n't| not)(?=[.;,]|$)")
_NO_OBSTACLE = re.compile(r"\b(?:no|without) (?:[a-z]+ ){0,2}(?:obstacles?|hurdles?|barriers?|objections?|hindrances?)\b")
_DASHED = re.compile(
    r" (?:was|were|is|are|has been|have been|had been) (?:again |thus |[a-z]+ly )?"
    r"(?:dashed|thwarted|frustrated|shattered|disappointed|buried)"
)
_WAYS = ("way", "road", "path", "route", "march")
_IS_FREE = re.compile(r" (?:is|was|lies|now lies|stands) (?:now |thus |finally )?(?:clear|free|open)\b")
_THWARTED = re.compile(r"\b(?:block|thwart|dash|halt|frustrat|veto)[a-z]* (?:the )?$")


def goal_of(reading: Reading, match: re.Match[str], start: int) -> str | None:
    """Return the status that a goal names last ("from partner to observer"); who wants to join becomes a member."""
    slots = [slot for slot in reading.masked.between(start, match.end()) if slot.kind in "ⓈⓉ"]
    return reading.status(reading.masked.place(slots[-1])) if slots else "member"


def is_ours(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match speaks of the SCO by its own words or by those around it."""
    return "Ⓞ" in match.group() or reading.says_ours(match) or reading.ours(match.end() - 1)


def _wished(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not is_ours(reading, match) or (match.group().endswith("Ⓢ") and reading.text.startswith(" to ", match.end())):
        return  # "wanted the members to"
    place = match.start("wish")
    if match["wish"].startswith(("lobbied", "campaigned", "pushed")) and "had" in (match["aux"] or ""):
        return
    lead = match.group()[: place - match.start()]
    behind = match["wish"]
    to, before = goal_of(reading, match, place), _WROTE.search(reading.text, 0, match.start())
    if before:
        yield from changes(reading, match, match.start("p"), to, "application", polarity=ASSERTED)
        return
    if _SOUGHT_IN_VAIN.match(reading.text, match.end()) and polarity_of(lead) == ASSERTED and behind.startswith(("sought", "had sought")):
        yield from changes(reading, match, match.start("p"), to, "application", polarity=ASSERTED)
        yield from changes(reading, match, match.start("p"), to, "decision", polarity=NEGATED)
        return
    denied = polarity_of(lead) == NEGATED or _DENIED.search(behind) or _NOT_SO.match(reading.text, match.end())
    yield from changes(reading, match, match.start("p"), to, "effective", polarity=NEGATED if denied else EXPECTED)


def _on_the_way(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not is_ours(reading, match):
        return
    place = match.start("wish")
    if _MET_WITH_NO.match(reading.text, match.end()):
        return
    lead = clause_before(reading.text, match.start(), 50) + reading.text[match.start() : place]
    free = _NO_OBSTACLE.search(lead)
    if match["wish"].startswith(_WAYS) and not free and not _IS_FREE.match(reading.text, match.end()):
        return
    lead = _NO_OBSTACLE.sub("", lead)
    thwarted = _THWARTED.search(lead) or _DASHED.match(reading.text, match.end())
    polarity = NEGATED if _DENIED.search(lead) or thwarted else EXPECTED
    to = goal_of(reading, match, place)
    if match["i"]:
        for party in reading.owners(match.start("i"), match["i"]):
            yield reading.claim("status_change", match, party=party, to=to, stage="effective", polarity=polarity)
        return
    yield from changes(reading, match, match.start("p" if match["p"] else "q"), to, "effective", polarity=polarity)


def _applicants(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the applicants for Ⓣ are Ⓟ", "Ⓟ is among the applicants for Ⓣ"."""
    group = match.start("group") if match["r"] else match.start("among")
    slot = reading.masked.slot(group)
    if "applicant" in reading.article.low[slot.start : slot.end] and is_ours(reading, match):
        party = match.start("r" if match["r"] else "w")
        yield from changes(reading, match, party, goal_of(reading, match, group), "application", polarity=ASSERTED)


_GIVEN_TO = re.compile(r"Ⓣ (?:to|for|by|from|of) [a-z ]{0,20}$")  # "observer status to other applicants": no more than that


def _several(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if match["r"] or match["w"]:
        yield from _applicants(reading, match)
    elif match["hope"] and reading.ours(match.start()):
        if _GIVEN_TO.search(reading.text, max(0, match.start() - 24), match.start()):
            return
        yield from changes(reading, match, match.start("q"), "member", "effective", polarity=EXPECTED)
    elif is_ours(reading, match):
        stage = "application" if match["asked"] else "effective"
        polarity = EXPECTED if match["wish"] else polarity_of(match["aux"] or "")
        yield from changes(reading, match, match.start("p"), goal_of(reading, match, match.start()), stage, polarity=polarity)


RULES = (
    Rule(
        id="apply.wish",
        purpose="A country wants to join, seeks a status.",
        pattern=pattern(r"<WHO><REL> ?(?:<AUX>)(?:<WISH>) <GOAL>"),
        make=_wished,
        examples=(
            ("Turkey wants to become a full member of the SCO.", ("TUR member effective expected",)),
            ("Iran has been seeking full membership of the SCO.", ("IRN member effective expected",)),
            ("Sri Lanka hopes to be upgraded from dialogue partner to observer of the SCO.", ("LKA observer effective expected",)),
            ("Lukashenko wanted to join the SCO.", ("BLR member effective expected",)),
            ("Turkmenistan does not plan to join the SCO.", ("TKM member effective negated",)),
            ("Vietnam has expressed no interest in joining the SCO.", ("VNM member effective negated",)),
            (
                "In 2005 the US sought observer status in the SCO but was turned down.",
                ("USA observer application 2005", "USA observer decision negated 2005"),
            ),
        ),
        counter_examples=(
            "Ukraine wants to join NATO, the SCO heard.",
            "Putin wants to join the SCO summit by video link.",
            "Kabul wants the SCO members to help.",
        ),
    ),
    Rule(
        id="apply.goal",
        purpose="A country's goal is to become a member.",
        pattern=pattern(
            r"(?:(?P<p>Ⓟ)(?:'s?)?|(?P<q>Ⓐ)|<ITS>) (?:[a-z-]+ ){0,2}"
            r"(?P<wish>(?:goal|aim|ambition|target|wish|desire|intention|objective|hope|dream|aspiration|interest|quest|pursuit|way|road|"
            r"path|route|march|effort|attempt|drive|push)s?(?: (?:is|was|remains|has been))?(?: (?:of|for|in))?) <GOAL>"
        ),
        make=_on_the_way,
        examples=(
            ("Turkey's goal is to become an SCO member.", ("TUR member effective expected",)),
            ("Turkey spoke at length. Its wish to join the SCO is old.", ("TUR member effective expected",)),
        ),
        counter_examples=("Ukraine's goal is to become a NATO member, the SCO heard.",),
    ),
    Rule(
        id="apply.several",
        purpose="Several countries ask for a status, and their names follow.",
        pattern=pattern(
            r"\b(?P<hope>aspirants|applicants|hopefuls|would-be members|(?:aspiring|candidate|applicant|prospective) "
            r"(?:Ⓢ|countries|states))(?:,| –|:| \()? ?(?:such as |like |including |namely |are )?(?:the )?(?P<q>Ⓟ)|"
            r"(?P<group>Ⓡ) (?:for|to) <GOAL>,? (?:(?:are|is|were|was|include[sd]?|come|came) )?(?:: |– |- |\()?(?:the )?(?P<r>Ⓟ)|"
            r"(?P<w>Ⓟ),? (?:is|are|was|were|(?:has|have) been|stands?|remains?|figures?) (?:also |now |still |both )?(?:among|on|one of|in)"
            r" (?P<among>Ⓡ) (?:for|to) <GOAL>|"
            r"\b(?:countries|states|nations|others) <AUX>(?:(?P<asked>appl(?:y|ied|ying)|request(?:s|ed|ing)?|ask(?:s|ed|ing)?)|<WISH>)"
            r"(?: (?:for|to|them|grant|give|with))* <GOAL>(?:,| –| -|:| \()? ?"
            r"(?:particularly|including|among them|such as|namely|notably|in particular|like|e\.g\.|among others)(?:,|:)? (?:the )?(?P<p>Ⓟ)"
        ),
        make=_several,
        examples=(
            (
                "A number of countries are asking for observer status in the SCO, including Nepal and Armenia.",
                ("ARM observer application", "NPL observer application"),
            ),
            ("Several states want to join the SCO, among them Syria.", ("SYR member effective expected",)),
            ("Bangladesh is on the list of applicants for SCO partner status.", ("BGD partner application",)),
        ),
        counter_examples=("Several states want to join NATO, among them Ukraine, the SCO noted.",),
    ),
)
