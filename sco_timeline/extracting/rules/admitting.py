"""Rules for being admitted: by the SCO, its leaders, a summit; and for a status that is granted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import GRADE, changes, in_scope, stage_of
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import with_companions

_PASSIVE = (
    r"(?P<verb>(?:formally |officially |fully |newly |jointly |also |unanimously |finally )?"
    r"(?:admitted|elected|accepted|inducted|welcomed|received|taken in|let in|taken|granted|given|accorded|awarded|conferred|"
    r"offered|promoted|upgraded|elevated|raised|approved|recogni[sz]ed|included|incorporated|registered|added|promised|allowed in|enrolled|"
    r"brought in|confirmed|assigned|bestowed|voted in|ushered in))"
)
_GRANT = (
    r"(?:admit(?:s|ted|ting)?|accept(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|induct(?:s|ed|ing)?|approv(?:e|es|ed|ing)|let(?:s|ting)? in|let|"
    r"took in|take in|taking in|takes in|taken in|receiv(?:e|es|ed|ing)|elevat(?:e|es|ed|ing)|upgrad(?:e|es|ed|ing)|promot(?:e|es|ed|ing)|"
    r"recogni[sz](?:e|es|ed|ing)|(?:(?<=to )include|included)|add(?:s|ed|ing)?|"
    r"(?:t[ao]ke[ns]?|taking|took|br[io]ng(?:s|ing)?|brought)(?= (?:the )?[ⓅⓇ] (?:into|in(?! Ⓞ)|aboard|on board)\b)|"
    r"(?:(?<=want to )|(?<=wants to )|(?<=like to )|(?<=hope to )|(?<=hopes to ))see|"
    r"(?:t[ao]ke[ns]?|taking|took|br[io]ngs?|brought) on(?= (?:the )?[ⓅⓇ] as\b))"
)
_GIVE = (
    r"(?:grant(?:s|ed|ing)?|g[ai]ve(?:s|n)?|giving|award(?:s|ed|ing)?|accord(?:s|ed|ing)?|offer(?:s|ed|ing)?|conferr?(?:s|ed|ing)?|"
    r"den(?:y|ied|ies|ying)|refus(?:e|ed|es|ing)|bestow(?:s|ed|ing)?|extend(?:s|ed|ing)?|promis(?:e|ed|es|ing))"
)
_OF_IT = re.compile(
    r"(?:Ⓣ|accession|admission|entry|applications?|bids?|requests?|inclusion|procedures?|process(?:es)?|memorandum) (?:of|for|by|from) "
    r"(?:the )?$"
)
_TO_COME = re.compile(
    r"\b(?:will|would|may|could|should|is expected|are expected|plan(?:s|ned)?|is to|are to|set to|hopes?|possible|proposed|discuss\w*|"
    r"consider\w*)\b"
)
_ADVISED = re.compile(
    r"\b(?:recommend|propos|suggest|ask|urg|request|demand|advis|insist)\w* (?:that )?[^.;,]{0,40}$"
)  # "recommended that the leaders grant it"
_DONE = re.compile(r"\b(?:decided|agreed|signed|adopted|approved|resolved|launched|started|begun|was made|was taken|welcomed the)\b")
_USUALLY = re.compile(r"\b(?:at present|currently|now|today),? (?:the )?Ⓞ $")  # who "currently grants" tells of no step
_DAY = r"(?: (?:on|in|at) (?:Ⓓ|the (?:Ⓒ |Ⓓ )?(?:summit|meeting)(?: (?:of|in) [ⒸⓄⒹ])?),?| Ⓓ)?"


_TO_OTHERS = re.compile(r" (?:to|on|upon) (?:the )?[ⓅⓇⒸ](?!')")  # "it has granted the status to Egypt": who grants is granted nothing


_NO_STEP = re.compile(
    r"\b(?:is|are) recogni[sz]ed|(?<!was )(?<!were )(?<!been )\b(?:offered|promised) (?:the )?Ⓢ$"
)  # "offered the members"


def _admitted_as(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read the status from the nearer or the farther slot: "admitted to the SCO as an observer"."""
    if _OF_IT.search(reading.text, max(0, match.start() - 30), match.start()) or _TO_OTHERS.match(reading.text, match.end()):
        return
    if _NO_STEP.search(match.group()):
        return
    as_what = match.start("s") if match["s"] else match.start("u") if match["u"] else None
    if as_what is None:
        if reading.ours(match.end() - 1):
            yield from changes(reading, match, match.start("p"), "member", None, match.end())
        return
    if not (reading.masked.slot(as_what).own or "Ⓞ" in match.group() or reading.ours(as_what)):
        return
    to = reading.status(as_what)
    said = stage_of(reading, match)
    if said == "effective" and to and ("partner" in to or match["verb"].endswith("approved")):
        said = "decision"
    yield from changes(reading, match, match.start("p"), to, said, as_what)


def _given(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not in_scope(reading, match, "s"):
        return
    to = reading.status(match.start("s"))
    said = stage_of(reading, match)
    said = "decision" if said == "effective" and to and "partner" in to else said
    place, verb = ("p", "verb") if match["p"] else ("q", "verb2")
    polarity = reading.polarity(match, match.end(verb))
    day = reading.date(match, future=polarity == EXPECTED)
    for party in with_companions(reading, match, match.start(place)):
        yield reading.claim("status_change", match, party=party, to=to, date=day, stage=said, polarity=polarity)


_PAPER_ON = re.compile(r"\b(?:memorand(?:um|a|ums)|mous?)(?: of understanding| of obligations)? (?:on |for |of |about |that )?(?:the )?$")


def _granted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    status, party = ("s", "p") if match["s"] else ("t", "q")
    if not in_scope(reading, match, status) or (match["verb"].endswith("s") and _USUALLY.search(reading.text, 0, match.start())):
        return
    if _PAPER_ON.search(reading.text, max(0, match.start() - 40), match.start()):
        return
    to = reading.status(match.start(status))
    said = stage_of(reading, match)
    if said == "effective" and to and "partner" in to:
        said = "decision"
    yield from changes(reading, match, match.start(party), to, said, polarity=_will_it(reading, match))


def _will_it(reading: Reading, match: re.Match[str]) -> str:
    """Return the polarity of "granting", "to grant": that of what it depends on, before or behind it."""
    polarity = reading.polarity(match, match.end("verb"))
    lead = reading.text[max(0, match.start() - 130) : match.start()].split(";")[-1]
    tail = reading.text[match.end() : match.end() + 40].split(",")[0]
    if polarity == ASSERTED and _ADVISED.search(lead) and not match["verb"].endswith(("ed", "s", "gave", "ing")):
        return EXPECTED
    if polarity != ASSERTED or not (match["verb"].endswith("ing") or lead.endswith("to ")) or _DONE.search(lead):
        return polarity
    return EXPECTED if _TO_COME.search(f"{lead} {tail}") else polarity


RULES = (
    Rule(
        id="change.admitted",
        purpose="A country is admitted, accepted, granted a status.",
        pattern=pattern(
            rf"<P><REL> ?<AUX>{_PASSIVE}(?:{_DAY})(?: (?:officially|formally|as|into|to (?:become|be|join)|to|in|"
            rf"by|for|with|from [ⓈⓉ] to))?{_DAY}(?: {GRADE})?(?: ?(?:as|into|to|in|by) )?(?:<ART>)?(?:(?P<s>[ⓈⓉ])|"
            r"Ⓞ(?! (?:summit|meeting|session|forum|event))(?:'s (?:fold|ranks|family))?(?: (?:as|with|on) <ART>(?P<u>[ⓈⓉ]))?)"
        ),
        make=_admitted_as,
        examples=(
            ("India was admitted to the SCO as a full member in 2017.", ("IND member effective 2017",)),
            (
                "Bahrain and Kuwait were granted the status of dialogue partner of the SCO.",
                ("BHR dialogue_partner decision", "KWT dialogue_partner decision"),
            ),
            ("Iran was not admitted to the SCO.", ("IRN member effective negated",)),
            ("Iran, once admitted to the SCO, would find friends.", ("IRN member effective expected",)),
        ),
        counter_examples=(
            "Turkey was admitted to NATO in 1952, decades before the SCO existed.",
            "Iran offered the SCO member states cheaper gas.",
            "Iran is recognised as an observer of the SCO.",
        ),
    ),
    Rule(
        id="change.admit",
        purpose="The SCO, its leaders or a summit admit a country.",
        pattern=pattern(
            rf"\b(?P<verb>{_GRANT}) (?:the )?(?:inclusion of |accession of |admission of )?"
            rf"(?:[a-z.]+-[a-z]+ )?(?P<p>[ⓅⓇ])(?: in)?(?:,? (?:officially|formally))?{_DAY}(?: on board| aboard)? "
            r"(?:(?:as|to be|into|in|to) <ART>(?:status of )?(?P<s>[ⓈⓉ])|(?:into|to|in) (?:the ranks of )?Ⓞ(?: as <ART>(?P<u>Ⓢ))?)"
        ),
        make=_admitted_as,
        examples=(
            ("The Shanghai Cooperation Organization (SCO) has accepted Belarus as a new member.", ("BLR member effective",)),
            ("SCO leaders agreed to admit Iran as a full member.", ("IRN member decision",)),
            ("Rouhani planned to bring Iran into the SCO.", ("IRN member effective expected",)),
            ("Xi would like to see Laos in the SCO as an observer.", ("LAO observer effective expected",)),
        ),
        counter_examples=(
            "NATO has accepted Sweden as a new member, to the SCO's surprise.",
            "Xi would like to see Laos at the SCO summit.",
            "The talks brought India and Pakistan in the SCO closer together.",
        ),
    ),
    Rule(
        id="change.status_given",
        purpose="A status is given to, or received by, a country.",
        pattern=pattern(
            r"(?P<s>Ⓣ)(?:(?: (?:in|of) Ⓞ)?,?(?: which| that)? <AUX>"
            r"(?P<verb>granted|given|received|obtained|awarded|accorded|conferred|offered|extended|presented|bestowed|assigned|"
            r"promised|allotted|went|goes|passed|handed|fell)(?: Ⓓ| in Ⓓ| on Ⓓ| at Ⓒ| in Ⓒ)? (?:to|on|upon|by) (?:the )?(?P<p>[ⓅⓇⒾ])|"
            r" (?:to|for) (?:the )?(?P<q>Ⓟ) (?:also |has |have |had |will |would |to |not ){0,2}(?:was|were|been|is|are|be) (?:also )?"
            r"(?P<verb2>granted|given|accorded|conferred|offered|presented|assigned|approved|handed))"
        ),
        make=_given,
        examples=(("Observer status in the SCO was given to Mongolia in 2004.", ("MNG observer effective 2004",)),),
        counter_examples=("Membership of NATO was given to Finland, the SCO noted.",),
    ),
    Rule(
        id="change.grant",
        purpose="The SCO grants, or refuses, a country a status.",
        pattern=pattern(
            rf"\b(?P<verb>{_GIVE}) (?:(?:the )?(?P<p>[ⓅⓇⒾⒸ]) (?:the )?{GRADE}(?P<s>Ⓣ)|"
            rf"(?:of )?{GRADE}(?P<t>Ⓣ) (?:to|on|upon|for) (?:(?:other|new|several|some|many|more|Ⓝ) (?:applicants|candidates|countries|"
            r"states|nations)(?:,| –| -)? (?:among them|including|such as|namely|like),? )?(?:the )?(?P<q>[ⓅⓇⒾⒸ]))"
        ),
        make=_granted,
        examples=(
            ("The SCO granted Egypt the status of dialogue partner in 2021.", ("EGY dialogue_partner decision 2021",)),
            ("The SCO will grant observer status to other applicants, including Laos.", ("LAO observer effective expected",)),
            ("The summit granted observer status to India in the SCO.", ("IND observer effective",)),
        ),
        counter_examples=("The EU granted candidate membership to Moldova, the SCO noted.",),
    ),
)
