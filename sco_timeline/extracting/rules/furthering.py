"""Rules for what follows in the same breath: "Afghanistan as an observer, Turkey as a partner", "which could lead to membership"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes, in_scope
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours

_AS = re.compile(
    r"(?:,|;|,? and|,? while|,? but)*(?: (?:the )?(?P<p>Ⓟ),? (?:as |that of |to )?(?:an? |its |the |full |Ⓠ )*(?P<s>[ⓈⓉ])"
    r"| (?:an? |that of |the )*(?P<t>Ⓣ) (?:to|on|upon) (?:the )?(?P<q>Ⓟ))(?:,? (?:in|on|since) (?P<d>Ⓓ))?"
)
_BY_VOTE = re.compile(
    r"admit|accept|approv|upgrad|welcom|includ|induct|elect|tak|took|recogni|receiv|grant|given|gave|accord|"
    r"award|confer|add"
)


def _as_too(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Give the step told of the first country to the others, each with its own status."""
    told = [claim for claim in reading.changes_before(match.start("rest"), 0) if claim["stage"] in ("effective", "decision")]
    if not told or not in_scope(reading, match, "s"):
        return
    last, place = told[-1], match.start("rest")
    voted = _BY_VOTE.match(match.group()) and last["stage"] == "effective" and last["polarity"] != EXPECTED
    while found := _AS.match(reading.text, place):
        status, party_at = ("s", "p") if found["p"] else ("t", "q")
        to = reading.status(found.start(status))
        stage = "decision" if voted and "partner" in str(to) else last["stage"]
        day = reading.resolved(reading.masked.slot(found.start("d")))[0] if found["d"] else last["date"]
        span = (min(found.start(status), found.start(party_at)), found.end())
        for party in reading.parties(found.start(party_at)):
            yield reading.claim("status_change", match, party=party, to=to, date=day, stage=stage, polarity=last["polarity"], span=span)
        place = found.end()


def _same_paper(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Qatar signed a similar document" of the memorandum told before."""
    group = "p" if match["p"] else "q"
    told = [claim for claim in reading.changes_before(match.start(group), 4) if claim["stage"] == "memorandum"]
    if not told or polarity_of(match.group()) == NEGATED:
        return
    same_day = re.match(
        r"[^.;]{0,20}\b(?:on|at) (?:the same|this|that) (?:day|occasion|time|"
        r"ceremony)",
        reading.text[match.end() :],
    )
    day = told[-1]["date"] if same_day else reading.date(match)
    for party in reading.parties(match.start(group)):
        yield reading.claim(
            "status_change", match, party=party, to=told[-1]["to"], date=day, stage="memorandum", polarity=polarity_of(match.group())
        )


_PAPER = r"(?:documents?|memorand(?:um|a|ums)|papers?|agreements?|pacts?|texts?|formalit(?:y|ies)|steps?|one)"


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
        id="rise.same_paper",
        purpose="Other countries signed a similar memorandum.",
        pattern=pattern(
            r"<P><REL> ?<AUX>(?P<verb>sign(?:s|ed)?|conclud(?:es?|ed)|complet(?:es?|ed)|inked|t[ao]ken?|took|"
            r"followed with) (?:an? |the )?"
            rf"(?:similar|same|identical|such)(?: an?)? (?:[a-z]+ )?{_PAPER}\b"
            rf"|\b(?:similar|identical|the same|such) (?:[a-z]+ )?{_PAPER} (?:were|was|have been|has been|had been) (?:also )?"
            r"(?:signed|concluded) (?:with|by|for) (?:the )?(?P<q>Ⓟ)"
        ),
        make=_same_paper,
        examples=(
            (
                "Kuwait signed the memorandum on SCO dialogue partner status on 5 May 2023. Myanmar signed a similar "
                "document on the same day.",
                ("KWT dialogue_partner memorandum 2023-05-05", "MMR dialogue_partner memorandum 2023-05-05"),
            ),
        ),
        counter_examples=("China signed a gas contract at the SCO summit. Myanmar signed a similar document.",),
    ),
    Rule(
        id="apply.several",
        purpose="Several countries ask for a status, and their names follow.",
        pattern=pattern(
            r"\b(?P<hope>aspirants|applicants|hopefuls|would-be members|(?:aspiring|candidate|applicant|prospective) (?:Ⓢ|"
            r"countries|states))"
            r"(?:,| –|:| \()? ?(?:such as |like |including |namely |are )?(?:the )?(?P<q>Ⓟ)|"
            r"(?P<group>Ⓡ) (?:for|to) <GOAL>,? (?:(?:are|is|were|was|include[sd]?|come|came) )?(?:: |– |- |\()?(?:the )?(?P<r>Ⓟ)|"
            r"(?P<w>Ⓟ),? (?:is|are|was|were|(?:has|have) been|stands?|remains?|figures?) (?:also |now |still |both )?(?:among|"
            r"on|one of|in) "
            r"(?P<among>Ⓡ) (?:for|to) <GOAL>|"
            r"\b(?:countries|states|nations|others) <AUX>(?:(?P<asked>appl(?:y|ied|ying)|request(?:s|ed|ing)?|ask(?:s|ed|"
            r"ing)?)|<WISH>)"
            r"(?: (?:for|to|them|grant|give|with))* <GOAL>(?:,| –| -|:| \()? ?(?:particularly|including|among them|such as|"
            r"namely|"
            r"notably|in "
            r"particular|like|e\.g\.|among others)(?:,|:)? (?:the )?(?P<p>Ⓟ)"
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
    Rule(
        id="rise.as_too",
        purpose="One country as one thing, the next as another.",
        pattern=pattern(
            r"(?:admit|accept|approv|upgrad|rais|elevat|promot|welcom|includ|induct|becom|becam|join|tak|took|elect|ma[dk]|"
            r"recogni|receiv|"
            r"obtain|gain|got|grant|given|gave|accord|award|confer|add)[^.;ⓈⓉ]{0,50}?(?P<s>[ⓈⓉ])(?: of Ⓞ)?(?: (?:in|on) Ⓓ)?"
            r"(?: to (?:the )?Ⓟ)?(?P<rest>(?:,|;|,? and|,? while|,? but) (?:(?:the )?Ⓟ,? (?:as |that of |to )?(?:an? |its |"
            r"the |full |Ⓠ )*[ⓈⓉ]"
            r"|(?:an? |that of |the )*Ⓣ (?:to|on|upon) (?:the )?Ⓟ))"
        ),
        make=_as_too,
        examples=(
            (
                "SCO admits Afghanistan as observer, Turkey as dialogue partner",
                ("AFG observer effective", "TUR dialogue_partner decision"),
            ),
            (
                "In 2012 Afghanistan became an observer of the SCO, Turkey a dialogue partner.",
                ("AFG observer effective 2012", "TUR dialogue_partner effective 2012"),
            ),
            (
                "The SCO granted observer status to Iran and dialogue partner status to Nepal.",
                ("IRN observer effective", "NPL dialogue_partner decision"),
            ),
        ),
        counter_examples=("NATO admits Sweden as member, Ukraine as partner, SCO says",),
    ),
)
