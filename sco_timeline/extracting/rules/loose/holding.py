"""Loose rules for statuses that are held: who looks on, who shares a rank, who belongs to the SCO, whom each sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import NO_STATES, elsewhere, settled
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import as_of, listed_on
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at

_SO_FAR = re.compile(
    r"\b(?:until|till|up to|so far|before|by) (?:now|then|that time)\b|\bas of Ⓓ|\bfor the (?:time being|moment)\b|\bto date\b|"
    r"\bat first hand\b|\bof some years' standing\b|\bhave to (?=content|make do|be content)"
)
_CHANGE = re.compile(
    r"\b(?:join|enter|acced|access|admi[st]|accept|let (?:[a-zⓅⒾ]+ )?in|t[ao]ken? (?:in|on|up|aboard|into)|receiv|becom|became|grant|giv|"
    r"gave|obtain|gain|got|get|award|confer|upgrad|promot|rais|lift|elevat|rise|rose|mov(?:e|ed|ing) (?:up|from)|appl(?:y|ied|ic)|ask|"
    r"request|bid|want|wish|hop(?:e|ed|ing)|seek|sought|aim|eye|dream|plan|expect|set to|due to|would|could|will|may|might|should|can|if|"
    r"unless|welcom|invit|vot|decid|approv|agree|propos|promis|recommend|offer|former|next|candida|potential|prospective|future|founding|"
    r"founder|no longer|ceas|lost|left|suspend|sign|memorand|obligation|began|begin|start|consider|discuss|open|clos|deny|denied|"
    r"chang|convert|switch|transform|wave[ds]?\b|(?:t[ao]ke|took|taken|bring|brought|let) (?:the )?[ⓅⓇⒾ] in\b|refus|"
    r"reject|turn(?:ed)? (?:down|away)|block|instead|rather than|without|wrong|mistak|call(?:ed)? for|urg|support|barr(?:ed|ing)|going to|"
    r"back(?:s|ed|ing)|appoint|elect|nominat|exten|rotat|chair|greet|thank|told|tell|from Ⓓ|except|not|never|nor|neither|cannot|lump|"
    r"describ|label|interest|stepp?|return|ow(?:e[sd]?|ing)|sinc|follow(?:ed|s)? suit|inten[dt]|to be\b|is to|are to|ahead|rumou?r)"
)


def _calm(words: str) -> bool:
    """Say whether words tell of no step, wish, doubt or refusal."""
    return _CHANGE.search(_SO_FAR.sub(" ", words)) is None


def _tell(clause: Clause, match: re.Match[str], places: list[int], status: str | None) -> Iterator[Claim]:
    """Yield the status for all who stand at some places."""
    if not status or not clause.is_ours() or NO_STATES.search(clause.words) or settled(clause.reading, match, ASSERTED) != ASSERTED:
        return
    span = (min([*places, clause.trigger[0]]), max([place + 1 for place in places] + [clause.trigger[1]]))
    for place in places:
        for party in clause.reading.parties(place):
            yield clause.reading.claim(
                "status_held", match, span=span, party=party, status=status, as_of=as_of(clause.reading), polarity=ASSERTED
            )


def _status_of(reading: Reading, place: int) -> str | None:
    """Return the status at a place; a "partner" that is neither a state nor the SCO's, nor told beside observers, may be anybody's."""
    slot = reading.masked.slot(place)
    word = reading.article.low[slot.start : slot.end]
    beside = any(other.value in ("observer", "dialogue_partner") for other in reading.masked.slots if other.kind in "ⓈⓉ")
    plain = slot.value == "partner" and not slot.own and " " not in word and not beside and "observe" not in reading.text
    return None if plain else reading.status(place)


def _observing(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    clause = clause_at(reading, *match.span())
    named = next((name for name in "pqr" if match[name]), None)
    party = match.start(named) if named else clause.subject()
    begin = min(party, max(clause.start, match.start() - 40))
    if party >= 0 and not clause.is_idle() and _calm(clause.words[begin : match.end()]):
        yield from _tell(clause, match, [party], "dialogue_partner" if match["q"] else "observer")


def _shared(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status last named for those who are said to have it already."""
    before = [place for place in range(match.start() + 1) if reading.text[place] in "ⓈⓉ"]
    if match["a"]:
        yield from _had_already(reading, match)
    elif before and reading.ours(match.start()):
        clause = clause_at(reading, *match.span())
        group = next(name for name in "pqroe" if match[name])
        if group == "o" and (clause.is_idle() or not _calm(clause.words[clause.start : match.start()])):
            return
        yield from _tell(clause, match, [match.start(group)], _status_of(reading, match.start("t") if match["t"] else before[-1]))


def _had_already(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status of which a step was told last for those who "already had it"."""
    told = [claim for claim in reading.changes_before(match.start(), 1) if claim["polarity"] != NEGATED]
    if told and reading.stays_with_us(match.start()):
        for party in reading.parties(match.start("a")):
            yield reading.claim("status_held", match, party=party, status=told[-1]["to"], as_of=as_of(reading), polarity=ASSERTED)


_RANK = r"(?:rank|status|title|position|role|standing|seat|privilege|label|place|level|footing)"
_MORE = (
    r"(?:only |still |just |merely |so far |already |also |now |currently |today |as yet |for (?:now|years|the (?:moment|time being)) |"
    r"permanently ){0,3}"
)


def _belong(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield membership for those who are said to belong, before or behind the verb."""
    clause = clause_at(reading, *match.span("verb"))
    party = clause.subject("ⓅⓇ")
    party = match.start("p") if match["p"] and (party < 0 or match["are"]) else party
    if party < 0 or clause.is_idle() or not _calm(_WITHIN.sub(" ", clause.words[clause.start : match.end()])):
        return
    others = any(reading.masked.slot(place).value != "member" for place in clause.places("ⓈⓉ"))
    if others or _WHERE.search(match.group()) or clause.places("Ⓧ") or _AWAY.match(clause.behind):
        return
    if "Ⓞ" in clause.words or "Ⓘ" in match.group() or reading.text[max(0, clause.start - 30) : clause.start].count("Ⓞ"):
        yield from _tell(clause, match, [party, *listed_on(reading, party + 1)], "member")


_WITHIN = re.compile(r", [^,ⓅⓈⓉ]{3,40},")
_WHERE = re.compile(r"\b(?:region|west|east|world|family of|camp|past)\b")
_AWAY = re.compile(r" (?:effort|agenda|plan|project|initiative|delegation|neighbou?rhood|territory|space|area|region|zone)")
_ONE = re.compile(
    r"(?:(?:, |: |, and | and |; |– |by |from )(?:the |for |in the case of )?"
    r"(?P<p>Ⓟ)(?= (?:by|through|with|had sent|sent|in the person|Ⓗ|came|was represented|under|at the level|its|an?|the)\b|(?: |'s )Ⓗ|, )|"
    r"\b(?:for|from|of) (?P<q>Ⓟ)(?=,|\.|;|$| and )|"
    r"(?:, |, and | and |by |sent |came |were |was |: )(?:the |[a-z]+ ){0,4}(?P<r>Ⓗ))"
)
_STOP = re.compile(
    r"[;?]|\b(?:guests?|invited|as well as the (?:heads|secretar)|was there too|also present|[ⓈⓉ])(?!\w)|(?:Ⓗ,? (?:of|from|for) )?Ⓧ"
)


def _each(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status for each of those whom the rest of the clause goes through."""
    status = _status_of(reading, match.start("s"))
    stop = _STOP.search(reading.text, match.end())
    end = stop.start() if stop else len(reading.text)
    clause = clause_at(reading, match.start("s"), match.end("s"))
    found = [one.start(one.lastgroup or 0) for one in _ONE.finditer(reading.text, match.end() - 2, end)]
    if len(found) < 2 and not any(len(reading.parties(place)) > 1 for place in found):
        return
    if status != "member" and not elsewhere(reading, match, match.start("s")) and _calm(reading.text[: match.end()]):
        yield from _tell(clause, match, found, status)


RULES = (
    Rule(
        id="held.loose_observing",
        purpose="Countries that observe, look on, watch, without a word for the status.",
        pattern=pattern(
            rf"\b{_MORE}(?:observes?|observing|look(?:s|ing)? on|(?:are|is|remains?) (?:an? )?onlookers?)(?: at the moment| for now|"
            r" at present| today| so far| only| too| as well| currently)*(?:: ?(?P<p>Ⓟ)|(?=[.;,]|$| and | while ))|"
            r"\bin dialogue with [ⒾⓄ][:,] (?:are )?(?P<q>Ⓟ)|"
            r"\b(?:watching|looking on|observing) are (?P<r>Ⓟ)(?=[.;,]|$)"
        ),
        make=_observing,
        examples=(
            ("The SCO has eight members; Afghanistan, Belarus and Mongolia observe.", ("AFG observer", "BLR observer", "MNG observer")),
        ),
        counter_examples=("China and Russia observe the agreements of the SCO.", "NATO trains; Mongolia and Iran look on."),
    ),
    Rule(
        id="held.loose_shared",
        purpose="A rank that somebody shares with others, or that others have already.",
        pattern=pattern(
            rf"\b(?:an?|the|this|that|the same) {_RANK} "
            r"(?:that |which )?(?:(?:Ⓘ|[ⓅⓇ]|both|all) )?(?:already |now |currently )?shares? with (?P<p>Ⓟ)|"
            rf"\b(?:an?|the|this|that|the same|Ⓢ) {_RANK} (?:that |which |already )*(?P<q>Ⓟ)"
            r" (?:already |now |currently |have long |long |also )?(?:has|have|holds?|enjoys?|shares?)|"
            r",? as (?P<r>Ⓟ) (?:do|does|are|is) already|"
            r"(?P<a>Ⓟ) (?:already |long |also )+(?:had|has|have|held|holds?|enjoys?|enjoyed|possess(?:es|ed)?)"
            r" (?:Ⓘ|it|this|that|one|the same)(?=[.,;:)]|$)|"
            r"[ⓈⓉ],? (?:just |much |exactly )?(?:besides?|alongside|next to|in the company of|together with|along with|like)"
            r" (?P<o>Ⓟ)(?=[.,;]|$)|"
            r"[ⓈⓉ],[^;ⓅⓈⓉ]{0,24}(?P<e>Ⓟ)\)?,? (?:that|those) of (?:an? )?(?P<t>[ⓈⓉ])"
        ),
        make=_shared,
        examples=(
            ("India is an observer of the SCO, a rank it shares with Iran and Mongolia.", ("IND observer", "IRN observer", "MNG observer")),
            ("Nepal may be made an observer of the SCO, a rank which Mongolia already has.", ("MNG observer",)),
        ),
        counter_examples=("Georgia is an observer at NATO, not the SCO, a rank it shares with Ukraine.",),
    ),
    Rule(
        id="held.loose_belong",
        purpose="Countries that belong to the SCO, sit in it, are in it, run it.",
        pattern=pattern(
            r"(?P<verb>\b(?:belongs?(?: there| fully| also)*(?: to (?:[ⓄⒾ]|both)|(?=[:,]? Ⓟ))|(?:are|is) (?:all |already |also |now |"
            r"fully |both )*(?:inside|in|part of|the (?:heavyweights|giants|pillars|core|backbone|leading powers) (?:of|in)) (?:Ⓞ|Ⓘ)|"
            r"sits? side by side|are the (?:heavyweights|giants|pillars|leading powers)|(?:make|form|makes) up (?:Ⓞ|Ⓘ|the circle)))(?![- ]"
            r"(?:summit|meeting|charter)|'s)(?:[:,]? (?P<are>are )?(?:namely )?(?P<p>Ⓟ))?"
        ),
        make=_belong,
        examples=(
            ("To the SCO, with us for years, belong China, Russia and India.", ("CHN member", "RUS member", "IND member")),
            ("The countries that make up the SCO are China, our rival; and Iran, our friend.", ("CHN member", "IRN member")),
            ("Everybody spoke of the SCO, where Beijing and Moscow are the heavyweights.", ("CHN member", "RUS member")),
        ),
        counter_examples=("Turkey and Hungary belong to NATO, not to the SCO.", "Nepal would like to belong to the SCO."),
    ),
    Rule(
        id="held.loose_each",
        purpose="Observers or partners gone through one by one: whom each of them sent, who spoke for it.",
        pattern=pattern(
            r"(?P<s>[ⓈⓉ])(?:'?(?: (?:bench(?:es)?|seats?|countries|states|side))?)"
            r"(?: (?:were|was|are|had|have|came|sent|dialled|took|sat|spoke|attended|participated)[^.;:ⓅⒽⓍ]{0,50})?(?:(?=[,:] (?:the )?"
            r"[ⓅⒽ](?!,? (?:its|the|an?|only|as)? ?Ⓢ| in the [a-zⓆ]+ as)| by (?:the )?[ⓅⒽ])|(?= (?:sent|came) (?:the )?[ⒽⓅ]))"
        ),
        make=_each,
        examples=(
            (
                "At the SCO summit the observers were there in force: Iran had sent Hassan Rouhani, Mongolia Khaltmaagiin Battulga.",
                ("IRN observer", "MNG observer"),
            ),
            (
                "Among the observers of the SCO, Iran came with its president, India with its foreign minister.",
                ("IRN observer", "IND observer"),
            ),
        ),
        counter_examples=("Among the members of NATO, Turkey came with its president, Greece with a minister, the SCO noted.",),
    ),
)
