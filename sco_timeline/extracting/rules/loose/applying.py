"""Loose rules for asking and wishing: an application handed in, a seat hoped for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ours, subjects, target, tell, wanted
from sco_timeline.extracting.rules.subjects import subject_before
from sco_timeline.extracting.rules.wishing import NOT_SO

_NOBODY = re.compile(r"\b(?:none|neither|nobody|no one|no (?:other )?(?:country|state|nation))\b[^.;,]{0,40}$")
_NONE = re.compile(r"\bno (?:[a-z]+ )?$")
_ANOTHER_GOAL = re.compile(
    r"^ (?:for|to|to be|to become|in) (?!(?:[a-z]+ ){0,5}(?:Ⓢ|Ⓣ|Ⓞ|join|admitted|let in|accession|admission|entry|seat|"
    r"upgrade|more|better|be\b|taken in))[a-zⒶⓅⓍ]|^ ?(?:[a-z]+ )?as an? Ⓧ"
)


def _asked(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "handed in its request for a full seat", "knocked at the door"."""
    clause = clause_at(reading, *match.span())
    places = subjects(clause)
    if not places or clause.is_idle() or not ours(clause) or _ANOTHER_GOAL.match(clause.behind) or _NOBODY.search(clause.before):
        return
    said = polarity_of(clause.before[-70:])
    to: str | None = target(clause, match, None) or ("member" if _names_membership(clause) else wanted(clause, places))
    if "knock" in match.group() and (named := re.search("[ⓈⓉ]", reading.text[match.end() :])):
        to = reading.status(match.end() + named.start())
    yield from tell(clause, match, places, to, "application", said, day_of(clause, match, said))


def _requests_of(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the requests of Ⓟ for admission", "bids by Ⓟ, all of whom would like to be Ⓢ"."""
    clause = clause_at(reading, *match.span())
    if clause.is_idle() or not ours(clause) or _ANOTHER_GOAL.match(reading.text, match.end()):
        return
    later = re.search(r"^[^.;Ⓟ]{0,40}(?P<s>[ⓈⓉ])", reading.text[match.end() :])
    said = NEGATED if _NONE.search(clause.before) else polarity_of(clause.before[-40:])
    if later or _names_membership(clause):
        to = reading.status(match.end() + later.start("s")) if later else "member"
        yield from tell(clause, match, [match.start("p")], to, "application", said, day_of(clause, match, said))


def _names_membership(clause: Clause) -> bool:
    return re.search(r"\b(?:join|admi|accession|entry|seat|let in|taken in|enter)", clause.behind) is not None


_A_WISH = re.compile("wish|desire|interest|hope|dream|aim|ambition|longing")
_OWNED = re.compile(r"(?:(?P<p>[ⓅⓇⒸ])'s?|\b(?:its|their|his|her|our)) (?:[a-z]+ ){0,2}$")  # "backs Ⓟ's wish", "made known its wish"


_WHOM = re.compile(r" the Ⓢ to |(?:want|wish|like)[a-z]* Ⓢ to ")  # "wanted the members to"


def _wishes(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "has its eye on a chair in Ⓞ", "would be glad to belong to Ⓞ"."""
    clause = clause_at(reading, *match.span())
    places = subjects(clause, "ⓅⓇⒾⒽ")
    if match.group().startswith(("its eye", "their eye")):
        owners = subject_before(reading, match.start())
        places = [owners] if owners >= 0 else places
    owner = _OWNED.search(reading.text, max(0, match.start() - 30), match.start()) if _A_WISH.match(match.group()) else None
    if owner:
        places = [owner.start("p")] if owner["p"] else []
    if not places or clause.is_idle() or not ours(clause):
        return
    own = reading.changes_before(match.start(), 0)
    if "forward" in match.group() and own and own[-1]["stage"] == "decision" and own[-1]["polarity"] == ASSERTED:
        yield from tell(clause, match, places, target(clause, match, None), "decision", ASSERTED, day_of(clause, match, stage="decision"))
        return
    said = polarity_of(f"{clause.before[-50:]}")
    if (
        said == NEGATED
        or clause.before.endswith((" no ", " little "))
        or re.search(r"[ⓅⒽ]", match.group())
        or _WHOM.search(reading.text, match.start(), match.end() + 5)
        or NOT_SO.match(reading.text, match.end())
    ):
        return
    to = reading.status(match.start("s")) if match["s"] else target(clause, match)
    yield from tell(clause, match, places, to, "effective", EXPECTED)


_BID = (
    r"(?:(?:formal|official|written|own|full|joint|second|first|renewed|repeated) )?(?:application|applications|request|"
    r"requests|bid|bids|papers|candidacy|candidature|letter of application|petition|demand|theirs)"
)
_A = r"(?:an? |the |its |their |full |new |Ⓠ |Ⓞ's |permanent |regular |one of (?:its|the) )*"
_IN = (
    r"(?:(?:get|be|come|being|getting|coming|be let|be taken|be allowed) (?:in|inside|into Ⓞ)\b|(?:join(?:ing)?|"
    r"enter(?:ing)?|belong(?:ing)? to|acced(?:e|ing) to|be(?:ing)? (?:part|a part) of|be(?:ing)? (?:admitted|accepted|"
    rf"received) (?:to|into)) (?:Ⓧ and (?:to )?)?(?:the )?Ⓞ(?! (?:summit|meeting|session|leaders|talks|forum|'s))|"
    rf"joining(?=[.,;]|$)|(?:an? )?full seat\b|(?:{_A}(?:seat|chair|"
    r"place)s?(?: at the table)? (?:in|at|of|among|within) (?:Ⓞ|Ⓥ|the))|(?:to |be(?:ing)? |becom(?:e|ing) |made |given |"
    rf"granted |named |raised to |lifted to |promoted to |upgraded to |the rank of |a place among )*{_A}(?P<s>[ⓈⓉ])(?! of "
    r"Ⓧ))"
)

RULES = (
    Rule(
        id="change.loose_apply",
        purpose="A country hands in, lodges, tables its application, knocks at the door.",
        pattern=pattern(
            r"\b(?:(?:hand|lodg|submit|fil|tabl|present|send|deliver|mak|put)(?:s|es|e|t?ed|t?ing)? (?:in |over |"
            rf"forward |up )?(?:(?:its|their|an?|the) )?{_BID}|"
            rf"(?:sent|made|put|gave) (?:in |over |forward )?(?:its|their|an?|the) {_BID}|put (?:its|their) own (?:on "
            r"the table|in|forward)|lodged theirs|"
            r"(?:has |have |had )?(?:formally |officially )?applied(?! (?:sanctions|pressure|to (?:all|the)|by|equally|"
            r"only))|(?:put|putting|puts) in for|"
            r"knock(?:s|ed|ing)? (?:at|on) (?:its|the|Ⓞ's|their) (?:door|gate)s?|(?:first )?knocked(?=(?: first|"
            r" for the first time)?(?: (?:in|on|as early as))? Ⓓ)|"
            r"ask(?:s|ed)?(?: in writing| formally| officially)? (?:to be|that (?:it|Ⓘ|Ⓡ) be|for) (?=(?:let in|taken in|"
            r"admitted|accepted|made|given|upgraded|raised|granted)\b|(?:full )?[ⓈⓉ]|admission|accession|entry|a "
            r"(?:full )?seat)|"
            r"(?:queue[ds]?|queu(?:e)?ing|lin(?:e[sd]?|ing)) up (?:for|to (?:join|enter|get in|be)))\b"
        ),
        make=_asked,
        examples=(
            ("On 24 March 2008 Iran, as the SCO confirmed, put in its papers for full membership.", ("IRN member application 2008-03-24",)),
        ),
        counter_examples=(
            "India applied for a seat on the UN Security Council, the SCO noted.",
            "The SCO applied pressure on Iran.",
            "Nepal turned to the SCO and asked to be admitted as a guest member.",
        ),
    ),
    Rule(
        id="change.loose_requests_of",
        purpose="The applications of some countries for a status.",
        pattern=pattern(
            r"(?<!at the )\b(?:applications?|requests?|bids?|candidac(?:y|ies)) (?:submitted |handed in |lodged |filed "
            r")?(?:of|from|"
            r"by) (?:the )?(?P<p>[ⓅⓇ])(?!')"
        ),
        make=_requests_of,
        examples=(
            (
                "On the desk of the SCO lie the requests of Armenia and Nepal, both of whom would like to be observers.",
                ("ARM observer application", "NPL observer application"),
            ),
        ),
        counter_examples=("At the request of China the SCO admitted observers to its talks.",),
    ),
    Rule(
        id="change.loose_wish",
        purpose="A country has its eye on a seat, would be glad to belong, presses to be let in.",
        pattern=pattern(
            r"\b(?:(?:its|their|an|his) eyes? (?:firmly |long |has been |have been |had been |set |is |are )*on|sights "
            r"(?:set |are |firmly )*on|(?:glad|happy|delighted|love|like|keen|eager|anxious|hop(?:e|es|ed|ing)|"
            r"dream(?:s|ed|t|ing)?|long(?:s|ed|ing)|want(?:s|ed|ing)?|wish(?:es|ed|ing)?|press(?:es|ed|ing)?(?: on)?|"
            r"plead(?:s|ed|ing)?(?: [a-z]+){0,4}|toy(?:s|ed|ing)? with(?: the (?:idea|thought))?|flirt(?:s|ed|ing)? "
            r"with(?: the (?:idea|thought))?|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|ey(?:e|es|ed|"
            r"eing)|"
            r"talk(?:s|ed)? of|look(?:s|ed|ing)? forward|queu(?:es|ed|ing|eing)(?: up)?|wait(?:s|ed|ing)?|bent|"
            r"covet(?:s|ed|ing)?|aspir(?:e|es|ed|ing)|yearn(?:s|ed|ing)?|desir(?:e|es|ed|ing)|hungry|"
            r"striv(?:e|es|ing)|strove|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?|intend(?:s|ed)?|interest(?:ed)?|"
            r"ambitions?)(?: very much| one day| soon| also| even| too)?(?: (?:to|of|for|on|at|in|after))?)"
            rf" {_IN}"
        ),
        make=_wishes,
        examples=(("Ankara, so its papers say, has its eye on a seat in the SCO.", ("TUR member effective expected",)),),
        counter_examples=("China hopes to be a partner of the EU, the SCO heard.", "The SCO wants to be a partner of ASEAN."),
    ),
)
