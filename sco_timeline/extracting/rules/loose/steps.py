"""What the loose rules for changes of status share: who takes a step in a clause, to which status, at which stage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, conditional, polarity_of
from sco_timeline.extracting.rules.approving import IN_THIS
from sco_timeline.extracting.rules.changing import named_last
from sco_timeline.extracting.rules.loose.clauses import Clause, companions
from sco_timeline.extracting.rules.subjects import subject_before
from sco_timeline.extracting.vocabulary import CAPITALS

ASKS_TO = re.compile(
    r"\b(?:ask|appl|request|petition|application)[a-z]*\b[^.;]{0,40} (?:to|that [ⓅⓇⒾ]) (?:be )?$"
)  # "asked to be let in" is no step in
_DECIDED = re.compile(
    r"\b(?:agree[ds]?|agreeing|agreement|deci(?:de[ds]?|ding|sions?)|resolv(?:e[ds]?|ing)|resolution|vot(?:e[ds]?|ing)|"
    r"approv(?:e[ds]?|al|ing)|consent(?:s|ed)?|settled|promis(?:e[ds]?|ing)|pledged?|undertook|chose|opted|found it in them|ruled|"
    r"endorsed?|consensus)\b(?: [a-z]+| Ⓡ| Ⓘ| Ⓞ| Ⓝ| Ⓒ| Ⓓ|,){0,6} (?:to|that|on|for|of|upon)\b[^.;]{0,80}$"
)
_NO_STATUS = re.compile(
    r"\b(?:from|by|with|between|all|among them|once|formerly|then|already|until then|so far|hitherto|other|fellow|existing|current|present|"
    r"old|older|founding|the Ⓝ)(?: (?:an?|the|its|their|all|Ⓝ|full|other|mere|simple))* $"
)
_OWNER = re.compile(r"(?P<p>[ⓅⓇ])'s? (?:[a-z]+ )?$")  # "supports Pakistan's wish": not the one who supports it
_UNCONFIRMED = re.compile(
    r"(?:\bnot|\bnever|n't|\bcannot|\bnobody|\bdenie[sd]|\bdeny) (?:[a-z]+ )?(?:confirm|verif|know|believ|claim|sa[iy]|prove)?[a-z]* that "
)
_AT_THE_TIME = re.compile(r",? (?:of Ⓞ )?(?:at (?:the|that) time|then|until then|so far|already|since Ⓓ)\b")
_LEFT_BEHIND = re.compile(r"\b(?:once|formerly|until (?:then|now)|so far|hitherto)\b[^.;]*$")


def tell(
    clause: Clause,
    trigger: re.Match[str],
    places: list[int],
    to: str | None,
    stage: str,
    polarity: str,
    day: str | None = None,
) -> Iterator[Claim]:
    """Yield a step of each of those who stand at some places of a clause."""
    owner = _OWNER.search(clause.reading.text, max(0, trigger.start() - 20), trigger.start())
    if to is None or not places or (owner and owner.start("p") not in places) or _UNCONFIRMED.search(clause.before):
        return
    start, end = min(*places, trigger.start()), max(*(place + 1 for place in places), trigger.end())
    for party in clause.who([*places, *companions(clause)]):
        yield clause.reading.claim(
            "status_change", trigger, party=party, to=to, date=day, stage=stage, polarity=polarity, span=(start, end)
        )


_TO_US = re.compile(r"[^.;,ⓅⓍ]{0,25}\b(?:by|into|to|of|in|at|as|with|within|'s) (?:the )?(?:Ⓞ|[ⓈⓉ])")


def ours(clause: Clause) -> bool:
    """Say whether a clause speaks of the SCO, not only names it after the text has gone on about another organization."""
    reading, end = clause.reading, clause.trigger[1]
    if not clause.is_ours():
        return "Ⓧ" not in reading.text and _goes_on_about_us(clause)
    if any(slot.kind in "ⓄⓋⒷ" or slot.own for slot in reading.masked.between(0, end)) or _TO_US.match(reading.text, end):
        return True
    return reading.number == 0 or reading.article.topic_before(reading.number)


def _goes_on_about_us(clause: Clause) -> bool:
    """Say whether a text about the SCO has only mentioned another organization in the sentence before: "all but one left the CIS"."""
    article, number = clause.reading.article, clause.reading.number
    if not (number and article.is_about_us and article.opens_with_us):
        return False
    named = [slot.kind for slot in article.masked(number - 1).slots if slot.kind in "ⓄⓍⓈⓉ"]
    return not named or named[0] != "Ⓧ"


def subjects(clause: Clause, kinds: str = "ⓅⓇⒾ") -> list[int]:
    """Return the place of who acts in a clause, if anybody: a verb behind "and" or "but" has the subject of the verb before."""
    place = clause.subject(kinds)
    if place >= 0 and (_EXPLETIVE.match(clause.words, place) or _ANYBODY.search(clause.words, place, clause.trigger[0])):
        return []
    if place >= 0 and _SOMETHING_ELSE.search(clause.words, place + 1, max(place + 1, clause.trigger[0])):
        return []
    if place < 0 and _GOES_ON.search(clause.reading.text, max(0, clause.start - 6), clause.trigger[0]):
        place = subject_before(clause.reading, clause.trigger[0])
    if place < 0 or not clause.who([place]):
        place = _capital_before(clause)
    return [place] if place >= 0 else []


_SOMETHING_ELSE = re.compile(
    r"\b(?:an?|any|another|no|some|which) (?:[a-z]+ )?(?:country|state|nation|newcomer) (?:is|was|can|could|may|will|has)\b|"
    r"(?:,|\band|\bbut|\bso) (?:the|its|that|this) (?:[a-z]+ )?(?:request|application|bid|wish|plea) (?:was|is|were|has|had)\b"
)


_EXPLETIVE = re.compile(r"Ⓘ (?:is|was|will be) (?:in|on|at|not until|only|[ⓅⒽ])\b[^.;]{0,50} (?:that|when|who|which) ")
_ANYBODY = re.compile(
    r"[ ,](?:an?|any|no|another|other|such|some) (?:[a-z]+ )?(?:country|countries|states?|nations?|newcomers?|candidates?|government|power)"
    r" [^.;,]{0,40}$"
)


def _capital_before(clause: Clause) -> int:
    """Return the place of a capital that stands for its country before a verb: "Ankara, bound to NATO, would be glad", or -1."""
    masked = clause.reading.masked
    for found in _CAPITAL.finditer(clause.reading.text, 0, clause.trigger[0]):
        slot = masked.slot(found.start())
        if slot.parties and CAPITALS.get(slot.parties[0]) == slot.value:
            return found.start()
    return -1


_CAPITAL = re.compile(
    r"(?:(?<=^)|(?<=leaves )|(?<=leaving )|(?<=left )|(?<=: )|(?<=; )|(?<=, ))"
    r"Ⓒ(?!,? Ⓓ| ?[–:(.]|'s|, Ⓟ)(?=[^.;]{0,90} (?:has|had|was|is|will|would|could|may|also|in)\b)"
)
_GOES_ON = re.compile(r"(?:,|;|\b(?:and|but|then|yet)) ")


def target(clause: Clause, trigger: re.Match[str], default: str | None = "member", ahead: bool = False) -> str | None:
    """Return the status that a step leads to: the first named behind the trigger that is nobody else's and none left behind.

    Before the trigger, unless only `ahead` is looked, "as an observer" or "the first observer" say the same.
    """
    text = clause.words
    if _IN_THIS.search(clause.behind):
        return _status_before(clause)
    for place in clause.places("ⓈⓉ"):
        begin = max(0, place - 60)
        nobodys = _NO_STATUS.search(text, begin, place) and not (text[place] == "Ⓣ" and text.rfind(" with ", begin, place) >= 0)
        if place < trigger.start() or nobodys or _AT_THE_TIME.match(text, place + 1) or _LEFT_BEHIND.search(text, begin, place):
            continue
        if _NEW_STEP.search(text, trigger.end(), max(trigger.end(), place)):
            break
        return clause.reading.status(place)
    named = re.search(r"(?:\bas|Ⓠ|\bnew|\bfirst) (?:an? |the |full |its )*(?P<s>Ⓢ)", clause.before)
    if named and not ahead:
        return clause.reading.status(clause.start + named.start("s"))
    return _status_before(clause) if _ONE_OF_THEM.match(clause.behind) else default


_IN_THIS = re.compile(rf"^[^.;]{{0,30}}\b{IN_THIS}\b")
_NEW_STEP = re.compile(
    r"Ⓟ(?! as\b)|,? and to\b|, to\b|\band (?:took|takes?|gave|gives?|raised|granted|admitted|made|let|welcomed|accepted|received)\b"
)
_ONE_OF_THEM = re.compile(
    r" (?:in )?as (?:an? |the |its |their )?(?:Ⓠ|newest|new|latest|first|last|another|a further|such) (?:of them|one\b)"
)


def _status_before(clause: Clause) -> str | None:
    """Return the status named last before a clause, in its sentence or the two before."""
    return named_last(clause.reading, "Ⓢ", clause.reading.masked.origin(clause.start))


def as_told(clause: Clause, places: list[int], to: str | None) -> str | None:
    """Return what a country that comes in without a word of its status becomes: a partner where the text tells of that, else a member."""
    if to != "member" or any(place >= clause.trigger[0] for place in clause.places("ⓈⓉ")):
        return to
    beside = [slot.value for slot in clause.reading.masked.slots if slot.kind in "ⓈⓉ" and slot.value and "partner" in slot.value]
    if beside:
        return None
    told = [claim["to"] for claim in clause.reading.changes_before(clause.trigger[0], 5) if claim["party"] in clause.who(places)]
    return str(told[-1]) if told and "member" not in told and "partner" in str(told[-1]) else to


def wanted(clause: Clause, place: int) -> str:
    """Return what a country that is refused had wanted: by what was told of its hopes, else what was spoken of, else membership."""
    parties = clause.who([place])
    told = [
        claim["to"]
        for claim in clause.reading.changes_before(clause.trigger[0], 3)
        if claim["party"] in parties and (claim["stage"] == "application" or claim["polarity"] == EXPECTED)
    ]
    return (
        str(told[-1]) if told else named_last(clause.reading, "Ⓣ", clause.reading.article.sentences[clause.reading.number].end) or "member"
    )


def has_applied(clause: Clause, places: list[int]) -> bool:
    """Say whether the text has just told of an application of those who stand at some places: who is not let in then is turned down."""
    parties = clause.who(places)
    told = clause.reading.changes_before(clause.trigger[0], 1)
    return any(claim["party"] in parties and claim["stage"] == "application" for claim in told)


def decided(clause: Clause) -> str | None:
    """Return the polarity of the decision that leads up to a trigger ("agreed to let it in", "that it be let in was resolved"), or none."""
    found = _DECIDED.search(clause.before) or re.search(
        r"\b(?:had|has|have|was|were) (?:been )?(?:resolved|agreed|decided|settled|promised)\b", clause.behind
    )
    return None if found is None else polarity_of(clause.before[: found.start()][-60:])


def stage_and_polarity(clause: Clause) -> tuple[str, str]:
    """Return stage and polarity of a step by the words that lead up to it."""
    decision = decided(clause)
    if decision:
        return "decision", decision
    polarity = polarity_here(clause)
    if polarity == EXPECTED and re.search(r"\b(?:is|are) to (?:be )?$", clause.before):
        own = clause.reading.changes_before(clause.start, 0)
        if own and own[-1]["stage"] == "decision" and own[-1]["polarity"] == ASSERTED:
            return "decision", ASSERTED
    return "effective", polarity


def polarity_here(clause: Clause) -> str:
    """Return the polarity of a clause; "when Ⓟ came in" is no condition."""
    trigger = clause.words[slice(*clause.trigger)]
    lead = _ASKS.sub("", clause.before)
    lead = _WHEN.sub("", lead) if _PAST.search(f"{clause.before[-24:]}{trigger}") else clause.before
    if _OUGHT.search(clause.before):
        return EXPECTED
    said = polarity_of(f"{lead[-90:]} {trigger}".replace("set in motion", "begun").replace("set going", "begun"))
    if said == ASSERTED and conditional(lead.lstrip(' ,"')):
        return EXPECTED
    return NEGATED if _NOT_BEHIND.match(clause.behind) else said


_WHEN = re.compile(r"^\W*(?:(?:where and )?when (?=did|was|were)|when|once|after|before|until|as soon as)\b")
_PAST = re.compile(r"\b(?:did|was|were|had|came|got|took|rose|became|grew|went|gave|let(?= (?:it|them))|[a-z]{2,}ed)\b")
_ASKS = re.compile(r"^\W*(?:where|when|how)(?:,? and (?:when|where|how))? (?=did|was|were|had|has|have)")  # answered behind
_OUGHT = re.compile(r"\bought to\b")
_NOT_BEHIND = re.compile(r" (?:not|never|neither|nor|nobody)\b")
