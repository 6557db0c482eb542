"""Rules for what is told of another country in few words: "and Belarus in 2024", "Turkey as a partner", "signed a similar document"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import in_scope
from sco_timeline.extracting.rules.forms import Rule, pattern

_NEXT = re.compile(
    r"(?:,|;)?(?: and| then|, then| followed by| with| while| as well as)?(?:,? (?:most recently|finally|lastly|later|last),?)?(?: by)?"
    r" (?:the )?(?P<p>Ⓟ),? (?:followed |following |joined |joining )?(?:(?:at|in) (?:the )?Ⓒ(?: summit)?,? )?(?:in |on |since |from )?"
    r"(?P<d>Ⓓ)(?! (?:Ⓟ|summit))"
)
_DAY_FIRST = re.compile(
    r"(?:,|;)?(?: and| then| but| while)*,? (?:in|on|since) (?P<d>Ⓓ),? (?:(?:came|followed|joined) |by )?(?:the )?"
    r"(?P<p>Ⓟ)(?= and (?:in|on|since) Ⓓ|[.,;]|$)"
)


def _in_turn(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Give what was said of the last country to the next ones, each with its own day."""
    place = next(match.start(group) for group in ("p", "r", "f") if match[group])
    told = [claim for claim in reading.changes_before(place, 0) if claim["stage"] == "effective" or claim["date"]]
    if told and match["f"]:
        for party in reading.parties(place):
            yield reading.claim(
                "status_change", match, party=party, to=told[-1]["to"], stage=told[-1]["stage"], polarity=told[-1]["polarity"]
            )
        return
    if not told:
        return
    last = told[-1]
    further = _DAY_FIRST if match["r"] else _NEXT
    found = _DAY_FIRST.match(reading.text, match.start("first")) if match["r"] else match
    while found is not None:
        day = reading.resolved(reading.masked.slot(found.start("d")))[0]
        for party in reading.parties(found.start("p")):
            if day and not any(claim["party"] == party and claim["to"] == last["to"] for claim in told):
                yield reading.claim(
                    "status_change",
                    match,
                    party=party,
                    to=last["to"],
                    date=day,
                    stage=last["stage"],
                    polarity=last["polarity"],
                    span=(found.start("p"), found.end()),
                )
        found = further.match(reading.text, found.end())


_AS_ONE = re.compile(r" (?:suit )?as (?:an? |the |its |full |new )*(?P<s>Ⓢ)")


def _may_follow(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    told = [claim for claim in reading.changes_before(match.start("p"), 1) if claim["polarity"] != NEGATED]
    held = [slot.value for slot in reading.masked.between(0, match.start()) if slot.kind == "Ⓢ" and slot.value]
    if not (told or held) or not reading.ours(match.start()):
        return
    told = [claim for claim in told if claim["polarity"] == EXPECTED] or told
    named = _AS_ONE.match(reading.text, match.end())
    to, stage = (
        (reading.status(named.start("s")), "effective")
        if named
        else (held[-1], "effective")
        if held
        else (told[-1]["to"], told[-1]["stage"])
    )
    for party in _last_named(reading, match.start("p")):
        if not told or party != told[-1]["party"]:
            day = reading.date(match, future=True)
            yield reading.claim("status_change", match, party=party, to=to, stage=stage, date=day, polarity=EXPECTED)


def _last_named(reading: Reading, place: int) -> tuple[str, ...]:
    """Return the parties of a slot; of a list with a semicolon those behind it."""
    slot = reading.masked.slot(place)
    cut = reading.article.flat.rfind(";", slot.start, slot.end)
    if cut < 0:
        return reading.parties(place)
    return tuple(str(name.meaning.party) for name in reading.article.names_within(cut, slot.end) if name.meaning.kind == "Ⓟ")


_AS_ONE_OF = r"(?:as |that of |to )?(?:an? |its |the |full |Ⓠ )*"
_AS = re.compile(
    rf"(?:,|;|,? and|,? while|,? but)*(?: (?:the )?(?P<p>Ⓟ),? {_AS_ONE_OF}(?P<s>[ⓈⓉ])|"
    r" (?:an? |that of |the )*(?P<t>Ⓣ) (?:to|on|upon) (?:the )?(?P<q>Ⓟ))(?:,? (?:in|on|since) (?P<d>Ⓓ))?"
)
_BY_VOTE = re.compile(
    r"admit|accept|approv|upgrad|welcom|includ|induct|elect|tak|took|recogni|receiv|grant|given|gave|accord|award|confer|add"
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
        r"[^.;]{0,20}\b(?:on|at) (?:the same|this|that) (?:day|occasion|time|ceremony)",
        reading.text[match.end() :],
    )
    day = told[-1]["date"] if same_day else reading.date(match)
    for party in reading.parties(match.start(group)):
        yield reading.claim(
            "status_change", match, party=party, to=told[-1]["to"], date=day, stage="memorandum", polarity=polarity_of(match.group())
        )


_PAPER = r"(?:documents?|memorand(?:um|a|ums)|papers?|agreements?|pacts?|texts?|formalit(?:y|ies)|steps?|one)"

RULES = (
    Rule(
        id="rise.in_turn",
        purpose='The next country and its day, without a verb: "Iran joined in 2023 and Belarus in 2024".',
        pattern=pattern(
            r"(?:join|acced|enter|becam|become|been |held |admit|admission|accept|obtain|receiv|grant|gain|given|follow|got|won|ma[dk]e |"
            r"came |sign|upgrad|elevat|induct|accession)"
            r"(?:[^.;()]{0,110}?[Ⓓ](?: (?:as|at) [^.;,ⓅⒹ]{0,40})?(?:,|;)?(?: (?:and|then|while|with|followed|but|whereas|just))*(?: by)?"
            r"(?: (?:that|those) of)? (?:the )?(?P<p>Ⓟ),?(?: (?:did so|followed(?: suit)?|following(?: suit)?|doing so|doing the same|"
            r"joining|the same|likewise|too|also|as well|does so|will follow|only))*,? (?:(?:at|in) (?:the )?Ⓒ(?: summit)?,? )?"
            r"(?:in |on |by |since |from )?(?P<d>Ⓓ)(?! (?:Ⓟ|summit))|[^.;()Ⓓ]{0,90}?(?P<first>[,;](?: (?:and|then|but|while))*,? "
            r"(?:in|on|since) Ⓓ,? (?:(?:came|followed|joined) |by )?(?:the )?(?P<r>Ⓟ)(?= and (?:in|on|since) Ⓓ|[.,;]|$)))|"
            r"[ⓈⓉⓄⒹ],? (?:which was |and was |was )?(?:soon |shortly |later |quickly )?followed "
            r"(?:soon |shortly |later |closely |quickly )?(?:after )?by (?:the )?(?P<f>Ⓟ)"
        ),
        make=_in_turn,
        examples=(
            (
                "Iran joined the SCO in July 2023, and Belarus in July 2024.",
                ("IRN member effective 2023-07", "BLR member effective 2024-07"),
            ),
            ("Iran joined the SCO in 2023, followed by Belarus in 2024.", ("IRN member effective 2023", "BLR member effective 2024")),
            (
                "Mongolia has been an observer of the SCO since 2004, Iran since 2005.",
                ("MNG observer effective 2004", "IRN observer effective 2005"),
            ),
            (
                "In 2017 India joined the SCO, in 2023 Iran and in 2024 Belarus.",
                ("IND member effective 2017", "IRN member effective 2023", "BLR member effective 2024"),
            ),
        ),
        counter_examples=("Finland joined NATO in 2023, and Sweden in 2024, the SCO noted.",),
    ),
    Rule(
        id="rise.may_follow",
        purpose="Another country may follow.",
        pattern=pattern(
            r"(?P<p>Ⓟ)(?:, (?:Ⓟ's? )?[^.;,Ⓟ]{2,60},)?"
            r" (?:(?:(?:now )?has (?:similar|the same) (?:plans|ambitions|hopes|goals?|wish(?:es)?|intentions?)|may|might|could|will|would"
            r"(?: also)? like to|would|should|is expected to|(?:is|are) (?:keen|eager) to|longs? to|are expected to|is to|are to|hopes? to|"
            r"wants? to|wish(?:es)? to|is set to)(?: (?:also|soon|then|well)){0,2} (?:follow|be next|come next|do the same|do so)|"
            r"next)(?! (?:the|up on|on|with|year|month))"
        ),
        make=_may_follow,
        examples=(
            (
                "Iran joined the SCO in 2023. Belarus may follow next year.",
                ("IRN member effective 2023", "BLR member effective expected"),
            ),
        ),
        counter_examples=("Iran spoke at the SCO summit. Belarus may follow.",),
    ),
    Rule(
        id="rise.same_paper",
        purpose="Other countries signed a similar memorandum.",
        pattern=pattern(
            r"<P><REL> ?<AUX>(?:sign(?:s|ed)?|conclud(?:es?|ed)|complet(?:es?|ed)|inked|t[ao]ken?|took|followed with) "
            rf"(?:an? |the )?(?:similar|same|identical|such)(?: an?)? (?:[a-z]+ )?{_PAPER}\b|"
            rf"\b(?:similar|identical|the same|such) (?:[a-z]+ )?{_PAPER} (?:were|was|have been|has been|had been) (?:also )?"
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
        id="rise.as_too",
        purpose="One country as one thing, the next as another.",
        pattern=pattern(
            r"(?:admit|accept|approv|upgrad|rais|elevat|promot|welcom|includ|induct|becom|becam|join|tak|took|elect|ma[dk]|recogni|"
            r"receiv|obtain|gain|got|grant|given|gave|accord|award|confer|add)[^.;ⓈⓉ]{0,50}?(?P<s>[ⓈⓉ])(?: of Ⓞ)?(?: (?:in|on) Ⓓ)?"
            r"(?: to (?:the )?Ⓟ)?(?P<rest>(?:,|;|,? and|,? while|,? but) "
            rf"(?:(?:the )?Ⓟ,? {_AS_ONE_OF}[ⓈⓉ]|(?:an? |that of |the )*Ⓣ (?:to|on|upon) (?:the )?Ⓟ))"
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
