"""Rules for applications: who applied for what, whose bid it is, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, REFUSED, clause_before, clause_behind
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.acceding import ADJECTIVES
from sco_timeline.extracting.rules.changing import changes, named_last
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours

_ACCEPTED = re.compile(r"\b(?:approv\w*|(?<!not )accepted|agreed to|endorsed|(?<!not )granted|green-?lit|satisfied|upheld|gave consent)\b")
_TURNED_DOWN = re.compile(
    r"\b(?:reject\w*|turned (?:down|away)|block\w*|veto\w*|refus\w*|den(?:ied|ies|y)\b|declin\w*|rebuff\w*|stopped|shelved|"
    r"knocked back|(?:put |placed )?on (?:hold|ice)\b|frozen|stalled|voted down|thrown out|"
    r"(?:was |been )?met (?:with |by )(?:an? )?(?:[a-zⒶ]+ ){0,2}(?:no|refusal|rebuff|rejection|veto|resistance|opposition)\b|"
    r"unsuccessful\w*|in vain|got a no|came to nothing|fell through|without (?:it|Ⓘ|success)|thwarted|"
    r"not (?:(?:yet )?been |be )?(?:accepted|approved|admitted|granted|supported|satisfied|considered favou?rably)|"
    r"(?:no|never (?:got|received|had) an?) (?:consensus|agreement))"
)
_UNTOLD = re.compile(
    r"\b(?:(?:not|n't|nor|refused to|declined to) (?:confirm|say|know|clear|reveal|disclose)[^.;]{0,40}|whether (?:[a-z ]{0,20})?|"
    r"rumou?rs? (?:that|of)[a-z ]{0,10}|if )$"
)
_DENIED = re.compile(r"\b(?:denie[sd]|denying|dismissed|refuted|untrue|wrong|false|no truth)\b[^.;]{0,40}$")
_ANSWERED_NO = re.compile(
    r"[^.;]{0,40}, (?:he|she|they|Ⓘ|the [a-z]+|Ⓗ)? ?(?:answered|replied|said|responded)(?: in the negative|,? \"?no\b| that it had not)"
)
_INSET = re.compile(r", [^,;.]{2,80},(?= (?:was|were|has|have|had|is|will|would|may|could|should) )")
_TAKEN_UP = re.compile(
    r"\b(?:consider|discuss|examin|review|weigh|debat|approv|accept|back|support|address|tak\w+ up|look\w* at|(?:decid|vot)\w* on)[a-z]* "
    r"(?:the )?$"
)  # a bid that others will look at has been made
_NO_BID = re.compile(r"\bno (?:formal |official |such )?$")
_MAY_COME = re.compile(r"\b(?:will|would|should|must|may|might|could|plans?|intends?|considers?|considering|thinking|hop(?:es|ing))\b")


def _applied(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "applied for": what is said of a denial or a question before it, and of a refusal behind it."""
    noun = match["verb"] in ("request", "bid") and REFUSED.search(reading.text, max(0, match.start() - 25), match.start())
    if noun or not is_ours(reading, match) or _invited(match):
        return
    place, to = match.start("p"), goal_of(reading, match, match.start("verb"))
    lead, tail = reading.text[max(0, match.start() - 60) : match.start()], reading.text[match.end() : match.end() + 80]
    polarity = NEGATED if _DENIED.search(lead) else reading.polarity(match, match.start("verb"), 30)
    if _UNTOLD.search(lead):
        if not _ANSWERED_NO.match(tail):
            return
        for party in reading.parties(place) if place >= 0 else ():
            yield reading.claim("status_change", match, party=party, to=to, stage="application", polarity=NEGATED)
        return
    if polarity == ASSERTED and re.search(r"\bno\b", match["verb"]):
        polarity = NEGATED
    yield from changes(reading, match, place, to, "application", polarity=polarity)
    refused = _TURNED_DOWN.search(tail.split(";")[0].split(". ")[0])
    if polarity == ASSERTED and refused:
        for claim in changes(reading, match, place, to, "decision", polarity=NEGATED):
            claim["date"] = _day_of_refusal(reading, match, match.end() + refused.end(), claim["date"])
            yield claim


def _day_of_refusal(reading: Reading, match: re.Match[str], end: int, asked: str | None) -> str | None:
    """Return the day behind "was rejected", else the one with which the sentence begins: that of the asking is another."""
    behind = re.match(r"[^.;,ⓅⒽ]{0,30}?(?P<d>Ⓓ)", reading.text[end:])
    if behind:
        return reading.resolved(reading.masked.slot(end + behind.start("d")))[0]
    return None if "Ⓓ" in reading.text[match.start() : end] else asked


def _invited(match: re.Match[str]) -> bool:
    """Say whether a country did not ask but was asked."""
    return match["verb"].startswith(("ask", "request")) and re.search(r"\b(?:was|were|been|be|being)\b", match["aux"] or "") is not None


def _bare(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read an application without a word of what for: for what was last wished or spoken of."""
    to = reading.status_within(match, "verb") if match["verb"] and "Ⓣ" in match["verb"] else _spoken_of(reading, match)
    if to is None or not reading.ours(match.start()) or _UNTOLD.search(reading.text[max(0, match.start() - 60) : match.start()]):
        return
    if match["q"]:
        yield from changes(reading, match, match.start("q"), to, "application", polarity=NEGATED)
        return
    if _UNTOLD.search(match.group()):
        return
    polarity = NEGATED if re.search(r"\bno\b", match["verb"]) else reading.polarity(match, match.start("verb"), 30)
    yield from changes(reading, match, match.start("p"), to, "application", polarity=polarity)
    if polarity == ASSERTED and _TURNED_DOWN.search(reading.text[match.end() : match.end() + 60].split(";")[0]):
        yield from changes(reading, match, match.start("p"), to, "decision", polarity=NEGATED)


def _spoken_of(reading: Reading, match: re.Match[str]) -> str | None:
    """Return the status that an application without a word of it is for: the one last applied for, told or named, else membership."""
    if re.search(r"\b(?:join(?:ing)?|accession to|entry (?:in)?to) Ⓞ(?! as\b)", match.group()):
        return "member"
    told = reading.changes_before(match.start(), 3)
    told = [claim for claim in told if claim["stage"] == "application"] or told
    if told and "not" in (match.groupdict().get("aux") or "") and told[-1]["stage"] == "effective" and told[-1]["polarity"] == ASSERTED:
        told = []  # who is an observer has not applied for more
    if told and "anything" in match.group() and told[-1]["polarity"] != EXPECTED:
        return None
    if told:
        return str(told[-1]["to"])
    if named := named_last(reading, "Ⓣ", reading.article.sentences[reading.number].end):
        return named
    return "member" if "Ⓞ" in reading.text or reading.article.topic_before(reading.number) else None


def _bid(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Iran's application", "its bid", "a request by Syria": an application, and a decision where one is told."""
    if not is_ours(reading, match):
        return
    before = clause_before(reading.text, match.start(), 50)
    inset = _INSET.match(reading.text, match.end())
    behind = clause_behind(reading.text, inset.end() if inset else match.end())
    around = f"{before} {behind}"
    refused, accepted = _TURNED_DOWN.search(around) or REFUSED.search(before), _ACCEPTED.search(around)
    planned = _MAY_COME.search(before) and not _TAKEN_UP.search(before)
    polarity = NEGATED if _NO_BID.search(before) else EXPECTED if planned else ASSERTED
    if re.search(r"\bnot (?:yet )?(?:been )?(?:submitted|filed|lodged|received|made)", around):
        polarity, refused, accepted = NEGATED, None, None
    to, day = goal_of(reading, match, match.start("v") if match["v"] else match.start("verb")), reading.date(match)
    for party in _bidders(reading, match):
        told = None if refused or accepted else day
        yield reading.claim("status_change", match, party=party, to=to, date=told, stage="application", polarity=polarity)
        if polarity == ASSERTED and (refused or accepted):
            verdict = NEGATED if refused else EXPECTED if _MAY_COME.search(around) else ASSERTED
            yield reading.claim("status_change", match, party=party, to=to, date=day, stage="decision", polarity=verdict)


def _received(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    named = [slot for slot in reading.masked.between(*match.span()) if slot.kind in "ⓈⓉ"]
    if not is_ours(reading, match):
        return
    to = goal_of(reading, match, match.start()) if named or re.search("join|accession|entry", match.group()) else _spoken_of(reading, match)
    polarity = NEGATED if _NO_BID.search(reading.text, max(0, match.start() - 20), match.start()) else ASSERTED
    yield from changes(reading, match, match.start("q"), to, "application", polarity=polarity)


def _bidders(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    """Return whose bid it is: of the one before "whose", of those meant by "its", else of the one named."""
    if match["w"] and (head := re.search("[ⓅⒸⓇ],? $", reading.text[: match.start()])):
        return reading.parties(head.start())
    if match["i"] or match["w"]:
        return reading.owners(match.start(), match["i"] or match["w"])
    return reading.parties(next(match.start(group) for group in ("p", "q", "a") if match[group]))


_NOUN = r"(?:application|bid|request|candidacy|candidature|petition|appeal)"
_HANDED = (
    r"(?:submit(?:s|ted|ting)?|lodg(?:e|es|ed|ing)|fil(?:e|es|ed|ing)|ma(?:de|kes?|king)|sent|sends?|launch(?:ed|es)?|"
    r"put in|present(?:s|ed)?|hand(?:s|ed)? in|handed over|tabl(?:es|ed)|forwarded|deposited|mounted|received) "
    r"(?:(?:an?|its|their|his|our|the|Ⓞ|Ⓠ|Ⓣ|Ⓢ|no|another|formal|official|initial|new|fresh|repeated|several|membership|written) ){0,3}"
    r"(?:application|bid|request|letter|candidacy|candidature|petition)s?\b"
)

RULES = (
    Rule(
        id="apply.apply",
        purpose="A country applies for a status, asks for it.",
        pattern=pattern(
            rf"<WHO><REL> ?<AUX>(?P<verb>(?:re-?)?appl(?:y|ied|ies|ying)|{_HANDED}|request(?:s|ed|ing)?|ask(?:s|ed|ing)?|filed|petitioned|"
            r"put (?:itself |its name |its candidacy )?forward|turned to (?:Ⓞ|Ⓘ)(?= (?:in order )?to )|bid|bidding|made a bid)"
            r"(?: (?:for|the (?:headquarters|secretariat|secretary[- ]general|leaders) of|to|with|in Ⓓ|on Ⓓ|Ⓓ|again|in order|formally|"
            r"officially|twice|Ⓞ|requesting|asking|seeking|as|a|the|leaders|members|summit|Ⓢ|heads of state)){0,5}? "
            r"(?:(?:be )?(?:granted )?<GOAL>|(?:to|with) Ⓞ(?! (?:summit|meeting|session|leaders)| (?:for|requesting|seeking|asking|as) |"
            r" to (?:be|become|join|obtain|get|admit|take|let|accept|make|grant|give)\b))"
        ),
        make=_applied,
        examples=(
            ("Iran applied for full membership of the SCO in 2008.", ("IRN member application 2008",)),
            ("Turkey has not applied for SCO membership.", ("TUR member application negated",)),
            ("Bahrain and Qatar have submitted applications for SCO membership.", ("BHR member application", "QAT member application")),
            (
                "In 2005 the United States asked for SCO observer status but was turned down.",
                ("USA observer application 2005", "USA observer decision negated 2005"),
            ),
        ),
        counter_examples=(
            "Ukraine applied for NATO membership, the SCO heard.",
            "The ministry could not confirm that Turkmenistan had applied for SCO partner status.",
        ),
    ),
    Rule(
        id="apply.bare",
        purpose="A country has, or has not, filed an application for what was spoken of before.",
        pattern=pattern(
            rf"<WHO><REL> ?<AUX>(?P<verb>{_HANDED}|applied(?: for (?:the procedure|Ⓘ|this|anything (?:more|else|higher)))?|"
            r"asked for it|asked(?=(?: first| twice| again)?(?: (?:in|on))? Ⓓ(?:[.;,)]|$))|asked for Ⓘ|"
            r"asked for that)(?! (?:[a-zⒹ]+ ){0,4}(?:for|to|on|by|of|that)\b)(?! with Ⓞ)|"
            r"\bno (?:formal |official |such )?(?:application|request|bid)s? (?:has|have|had|was|were)(?: been| ever| yet)* "
            r"(?:filed|lodged|submitted|made|received|come(?: in)?|arrived)?(?: Ⓓ| so far)? ?(?:by|from) (?:the )?(?P<q>[ⓅⒸ])"
        ),
        make=_bare,
        examples=(
            (
                "Turkey wants to become a full member of the SCO, but it has not filed an application.",
                ("TUR member effective expected", "TUR member application negated"),
            ),
        ),
        counter_examples=("Ukraine has filed an application with NATO, the SCO heard.",),
    ),
    Rule(
        id="apply.received",
        purpose="Applications have been received from countries.",
        pattern=pattern(
            r"\b(?P<verb>(?:application|request|bid)s?(?: (?:for|to) <GOAL>)?)(?: (?:have|has|had|were|was|are|"
            r"is|being|been|also|already)){0,4}(?: (?:received|submitted|filed|made|lodged|put in|coming|come|in))?,? (?:from|by) "
            r"(?:[^.;Ⓟ]{0,40}?(?:including|such as|among them|:) )?(?:the )?(?P<q>Ⓟ)(?: (?:for|to) <GOAL>)?"
        ),
        make=_received,
        examples=(
            (
                "Applications for the status of SCO dialogue partner have been received from states, including Bahrain and Syria.",
                ("BHR dialogue_partner application", "SYR dialogue_partner application"),
            ),
            ("No application from Belarus for SCO membership has been received.", ("BLR member application negated",)),
            (
                "Belarus asked the SCO for the status of observer. Later an application was received from Nepal too.",
                ("BLR observer application", "NPL observer application"),
            ),
        ),
        counter_examples=("NATO has received an application from Sweden, the SCO noted.",),
    ),
    Rule(
        id="apply.application",
        purpose="The application of a country; a country's bid; its request.",
        pattern=pattern(
            rf"(?:(?P<p>[ⓅⓇ])(?:'s?|s')?|(?P<a>Ⓐ)|<ITS>|(?P<w>whose)),? {ADJECTIVES}(?P<verb>(?:Ⓞ )?Ⓣ {_NOUN}s?|{_NOUN}s?(?:,? (?:made|"
            r"submitted|filed|lodged)?(?: in| on| of)? Ⓓ,?)? (?:for|to|of) (?:the )?(?:status of |be granted |obtain |gain )?<GOAL>)|"
            rf"(?P<v>(?:Ⓣ )?{_NOUN})s? (?:of|by|from) (?:the )?(?P<q>[ⓅⓇⒸ])(?: (?:for|to) <GOAL>)"
        ),
        make=_bid,
        examples=(
            (
                "Iran's application for SCO membership was rejected in 2010.",
                ("IRN member application", "IRN member decision negated 2010"),
            ),
            (
                "Iran's application for SCO membership, like those of other states, will be approved in time.",
                ("IRN member application", "IRN member decision expected"),
            ),
            ("Laos's bid to join the SCO must be approved.", ("LAO member application", "LAO member decision expected")),
            ("The SCO summit will examine Laos's request for full membership.", ("LAO member application",)),
            ("The SCO rejects Iran's membership bid.", ("IRN member application", "IRN member decision negated")),
            (
                "Turkey is no SCO member. Its application for full membership was blocked.",
                ("TUR member application", "TUR member decision negated"),
            ),
        ),
        counter_examples=("Ukraine's application for NATO membership is not the SCO's business.",),
    ),
)
