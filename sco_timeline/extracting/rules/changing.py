"""Rules for changes of status (joining, becoming, obtaining), and what all rules for such changes share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import taken_back
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.settling import is_settled
from sco_timeline.extracting.rules.subjects import answered, is_another_subject, is_no_step, subject_before, verb_start, with_companions

_DECIDED = re.compile(
    r"\b(?:agree[ds]?|agreeing|decided|promised|in principle|procedures?|launched|started|initiated|opened|begun|began|process|"
    r"unanimously (?:decided|agreed)|decision (?:on|to)|approved the (?:application|launch|start|opening))\b"
)
_MEMO = re.compile(r"\b(?:memorand(?:um|a)|mou|obligations|ratif\w+|commitments)\b")
_DECIDED_THAT = re.compile(r"\b(?:decided|agreed|resolved|approved|decision)(?: unanimously| in principle)? that (?:the )?$")
_CONSENT_TO = re.compile(
    r"\b(?:consent(?:ed)?|approval|agreed|agreement|green light|nod|go-ahead|blessing|approved)(?: (?:in|on) Ⓓ| at Ⓒ| by [a-z]+| Ⓓ){0,2} "
    r"(?:to|for|of|on) (?:the )?$"
)
_WAY_FOR = re.compile(r"\b(?:way|path|road|doors?) for (?:the )?$")  # a way is no step
_ONCE_DONE = re.compile(r"[ⓅⓇⒾ], (?:once|if|as soon as) (?:[a-z]+ly )?(?:admitted|accepted|granted|given|made|upgraded|let)\b")
_BACKER = re.compile(r"\bwith (?:the )?(?:[a-z]+ )?(?:support|help|backing|assistance|consent|blessing|approval) (?:of|from) (?:the )?$")
_BY_PAPER = re.compile(r"\b(?:memorand(?:um|a)|mous?) (?:that|which|by which|whereby|under which|with which) (?:the )?$")
_SUBJUNCTIVE = re.compile("[ⓅⓇⒾ] be ")  # "proposed that Iran be made a member"
_WISHED_BEFORE = re.compile(r"\b(?:announced|declared|expressed|voiced|unveiled|signal+ed|confirmed|reiterated)\b")
GRADE = r"(?:an? |the |its |their |his )?(?:Ⓞ's |official |formal |coveted |long-awaited |long-sought |Ⓞ )?"


def changes(
    reading: Reading,
    match: re.Match[str],
    party: int,
    to: str | None,
    stage: str | None = None,
    verb: int | None = None,
    polarity: str | None = None,
) -> Iterator[Claim]:
    """Yield a change of status for each party of a slot, with its stage, day and polarity read from the words around."""
    if party < 0:
        party = subject_before(reading, match.start())
    if party >= 0 and _BACKER.search(reading.text, max(0, party - 40), party):
        party = subject_before(reading, party)
    parties = with_companions(reading, match, party) if party >= 0 else ()
    if not to or not parties or is_another_subject(reading, match, party):
        return
    if is_no_step(reading, match, party) or _WAY_FOR.search(reading.text, max(0, match.start() - 14), match.start()):
        return
    verb = match.end() if verb is None else verb
    if stage == "effective" and _BY_PAPER.search(reading.text, max(0, match.start() - 40), match.start()):
        stage = "memorandum"
    told = answered(reading, match, polarity or reading.polarity(match, verb))
    if told is None:
        return
    stage, polarity = _settled(reading, match, to, stage, EXPECTED if told == ASSERTED and _SUBJUNCTIVE.match(match.group()) else told)
    future = polarity == EXPECTED and not _WISHED_BEFORE.search(match.group())
    date = reading.date(match, future=future, begin=verb_start(match))
    for one in parties:
        yield reading.claim("status_change", match, party=one, to=to, date=date, stage=stage, polarity=polarity)


def _settled(reading: Reading, match: re.Match[str], to: str, stage: str | None, polarity: str) -> tuple[str, str]:
    """Return stage and polarity as the words around a change leave them: consented to, decided, taken back, not yet done."""
    if polarity == ASSERTED and match.groupdict().get("verb") in ("becoming", "joining", "acceding", "entering", "obtaining", "receiving"):
        stage = "decision" if _CONSENT_TO.search(reading.text, max(0, match.start() - 60), match.start()) else stage
    if polarity != NEGATED and _DECIDED_THAT.search(reading.text, max(0, match.start() - 50), match.start()):
        polarity, stage = ASSERTED, "decision"
    if polarity == ASSERTED and taken_back(reading, match):
        polarity = NEGATED
    if polarity == ASSERTED and _ONCE_DONE.search(match.group()):
        polarity = EXPECTED
    if polarity == EXPECTED and stage in (None, "effective") and is_settled(reading, match, to):
        polarity, stage = ASSERTED, "decision"
    if stage is None:
        stage = stage_of(reading, match)
        stage = "effective" if polarity == NEGATED and stage == "decision" else stage
    return stage, polarity


def stage_of(reading: Reading, match: re.Match[str]) -> str:
    """Return the stage that the words of a match and those before and behind it in its clause speak of."""
    around = reading.text[max(0, match.start() - 40) : match.end() + 12]
    if _MEMO.search(around):
        return "memorandum"
    return "decision" if _DECIDED.search(around) else "effective"


def in_scope(reading: Reading, match: re.Match[str], group: str) -> bool:
    """Say whether the status in a group is one of the SCO: by its own words, or because the talk is of the SCO."""
    place = match.start(group)
    slot = reading.masked.slot(place)
    if slot.own or reading.ours(place):
        return True
    return reading.article.is_about_us and "Ⓧ" not in reading.text[:place] and reading.status(place) == "dialogue_partner"


def told_last(told: list[Claim]) -> list[Claim]:
    """Return those of some changes, in their order, that were told in one breath with the last."""
    return [claim for claim in told if claim["evidence"] == told[-1]["evidence"]]


def named_last(reading: Reading, kinds: str, before: int) -> str | None:
    """Return the status of some kinds that was named last before a place of the document, in the sentence read or in the two before."""
    for number in range(reading.number, max(-1, reading.number - 3), -1):
        named = [slot.value for slot in reading.article.masked(number).slots if slot.kind in kinds and slot.value and slot.start < before]
        if named:
            return str(named[-1])
    return None


_BE_JOINED = re.compile(r"\b(?:was|were|been|be|being|is|are) (?:[a-z]+ )?joined$")
_IN_WHICH = re.compile(r"[ⓄⓋ],? (?:[a-z]+,? )?(?:in which|where) (?:the )?$")


_ANOTHER_NAME = re.compile(
    r" (?:the (?:[a-z]+ )?)?(?!Shanghai)[A-Z][\w-]+ (?:(?:of|for|and|on) (?:the )?)?[A-Z]"
)  # "joined the Energy Hub"


_OTHER_BODY = re.compile(r" (?:Ⓟ|(?:the |an? )?(?:[a-z-]+ ){0,2}Ⓧ)")


def _joined(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    tail = match["tail"] or ""
    if not tail and (_ANOTHER_NAME.match(reading.masked.cased, match.end()) or _OTHER_BODY.match(reading.text, match.end())):
        return
    if tail.endswith("'s") or (not tail and (_BE_JOINED.search(match.group()) or _IN_WHICH.search(reading.text, 0, match.start()))):
        return  # "joined the SCO's efforts", "will be joined by others", "the Five, in which they joined"
    if "Ⓞ" not in tail and "Ⓥ" not in tail and not reading.ours(match.end() - 1):
        return
    if match["s"]:
        to = reading.status(match.start("s"))
    else:
        beside = [slot.value for slot in reading.masked.between(0, match.start()) if slot.kind == "Ⓢ"]
        to = beside[-1] if beside and not tail and re.search(r"Ⓢ, with (?:the )?$", reading.text[: match.start()]) else "member"
    if "in the process of" in (match["aux"] or "") and "not" not in match["aux"]:
        yield from changes(reading, match, match.start("p"), to, "decision", polarity=ASSERTED)
        return
    yield from changes(reading, match, match.start("p"), to, "effective", match.end("verb"), _infinitive(reading, match))


def _infinitive(reading: Reading, match: re.Match[str]) -> str | None:
    """Return what a bare infinitive behind one country makes of it: "let Pakistan join" is a fact only if the SCO did let it."""
    if (
        match["verb"] not in ("join", "enter", "become", "accede")
        or match["aux"]
        or not match["p"]
        or len(reading.parties(match.start("p"))) != 1
    ):
        return None
    lead = reading.text[max(0, match.start() - 80) : match.start()]
    if lead.endswith((" did ", " did the ", " saw ", " saw the ")):
        return ASSERTED  # "Not until 2023 did Iran become"; "the summit saw Iran become"
    if match["p"] != "Ⓟ" or re.search(r"\b(?:do|does|did|not) ", match.group()):
        return None
    let = re.search(
        r"(?:Ⓞ|\b(?:leaders|summit|members)\b[^.;,Ⓟ]{0,60}?) (?:has |had |have |also )*(?:let|allowed|enabled) (?:the )?$", lead
    )
    return ASSERTED if let else EXPECTED


_PLAN = re.compile(
    r"\b(?:will|would|should|shall|(?:is|are) (?:due|expected|set|planned|scheduled|likely)|until|unless|before|by the time)\b[^;:\"]{0,70}"
    r"$"
)


def _became(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if in_scope(reading, match, "s") and not re.search(r"(?:procedure|process) (?:for|of) $", reading.text[: match.start()]):
        ahead = match["verb"].startswith("becomes") and _PLAN.search(reading.text, 0, match.start())
        yield from changes(
            reading,
            match,
            match.start("p"),
            reading.status(match.start("s")),
            None if "memorand" in match.group() else "effective",
            match.start("s"),
            EXPECTED if ahead else _infinitive(reading, match),
        )


def _obtained(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if reading.text[: match.start("verb")].endswith(("for ", "of ")) and match["verb"].endswith("ing"):
        return  # "the bid of Iran for obtaining membership"
    if in_scope(reading, match, "t"):
        yield from changes(reading, match, match.start("p"), reading.status(match.start("t")), None, match.start("t"))


_VERB_JOIN = (
    r"(?P<verb>join(?:s|ed|ing)?\b(?! (?:forces|hands|the (?:summit|meeting|session|talks|call|discussion|leaders|ranks of (?!Ⓞ))|"
    r"in\b(?! Ⓓ)|other|with|us|him|her|them|president|Ⓗ|Ⓧ|efforts|a |[a-z]+ly |by |via |from |online|virtually|remotely|through|over |"
    r"more |all |several |various |Ⓝ |some ))|accede[sd]?|acceding|enter(?:s|ed|ing)?(?= (?:into |both )?[ⓄⓋ]| as (?:an? |the )?[ⓈⓉ])|"
    r"gain(?:ed|s)? (?:entry|admission|accession)|incorporated)"
)
_OBTAIN = (
    r"(?:obtain(?:s|ed|ing)?|receiv(?:e[sd]?|ing)|g[eo]t(?:s|ting|ten)?|gain(?:s|ed|ing)?|acquir(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|"
    r"w[io]n(?:s|ning)?|attain(?:s|ed|ing)?|achiev(?:e[sd]?|ing)|earn(?:s|ed|ing)?|assum(?:e[sd]?|ing)|"
    r"(?:walk(?:s|ed)?|c[ao]mes?|go(?:es)?|went) (?:away|home|back) with|emerged? with|left with|end(?:s|ed)? up with|took|take|"
    r"enjoy(?:ed)? since|complete[sd]?|completing|finali[sz](?:e[sd]?|ing))"
)

RULES = (
    Rule(
        id="change.join",
        purpose="A country joins, accedes to, enters the SCO, or joins as an observer.",
        pattern=pattern(
            rf"<P>(?:'s leaders?)?<REL> ?<AUX>(?:<WISH> )?(?:to )?(?:fully |formally |officially |eventually |finally )?{_VERB_JOIN}"
            r"(?P<tail>(?: (?:to|into))?(?: the ranks of)?(?:(?: (?:both )?Ⓞ| Ⓥ)(?:'s)?(?: (?:family|fold|ranks|club|circle))?| Ⓟ(?= (?:as|"
            r"in) ))?(?:(?: (?:on|in) Ⓓ,?| Ⓓ| at Ⓒ| in Ⓒ)?(?: (?:even|officially|formally|fully))? (?:as|with|in) <ART>(?P<s>[ⓈⓉ]))?)"
        ),
        make=_joined,
        examples=(
            ("India and Pakistan joined the SCO in 2017.", ("IND member effective 2017", "PAK member effective 2017")),
            ("Iran has not joined the Shanghai Cooperation Organisation.", ("IRN member effective negated",)),
            ("Mongolia joined the SCO as an observer in 2004.", ("MNG observer effective 2004",)),
        ),
        counter_examples=(
            "Finland joined NATO in 2023, while the SCO watched.",
            "Putin joined the SCO summit by video link.",
            "Nepal now joins Qatar and Egypt; the SCO has many friends.",
            "China joined forces with Russia within the SCO.",
            "Mongolia, an SCO observer, wants to join the North Asian Power Ring.",
            "The presidents of China and Russia opened the SCO summit. They were soon joined by their guests.",
            "The SCO grew out of the Shanghai Five, in which China and Russia joined in 1996.",
            "Kazakhstan was among the founders of the SCO; in 2015 the country joined the young Eurasian Economic Union (EAEU).",
        ),
    ),
    Rule(
        id="change.become",
        purpose="A country becomes a member, an observer, a partner.",
        pattern=pattern(
            r"<WHO><REL> ?<AUX>(?:<WISH> )?(?:to |of )?(?P<verb>became|becomes?|becoming|turned into) (?:officially |formally |also )?<ART>"
            r"(?:state |country |nation )?(?:that is )?(?P<s>Ⓢ)"
        ),
        make=_became,
        examples=(
            ("On 4 July 2023 Iran became a full member of the SCO.", ("IRN member effective 2023-07-04",)),
            ("Belarus will become the tenth member of the SCO.", ("BLR member effective expected",)),
            ("Sri Lanka became a dialogue partner of the SCO in 2010.", ("LKA dialogue_partner effective 2010",)),
            ("The SCO gave its consent in 2022 to Kuwait becoming a dialogue partner.", ("KWT dialogue_partner decision 2022",)),
            ("Not until 2023 did Iran become a full member of the SCO.", ("IRN member effective 2023",)),
            ("The summit saw Iran become a full member of the SCO.", ("IRN member effective",)),
        ),
        counter_examples=("Iran became a member of BRICS at the SCO's expense.", "Turkey became a partner of Russia, the SCO said."),
    ),
    Rule(
        id="change.obtain",
        purpose="A country obtains, gains, seeks a status.",
        pattern=pattern(rf"<WHO><REL> ?<AUX>(?:<WISH> )?(?:to |for )?(?:also |officially |formally )?(?P<verb>{_OBTAIN}) {GRADE}(?P<t>Ⓣ)"),
        make=_obtained,
        examples=(
            ("Afghanistan obtained observer status in the SCO in 2012.", ("AFG observer effective 2012",)),
            ("Ankara would like to end up with full membership of the SCO.", ("TUR member effective expected",)),
            ("Qatar was invited to the G20 and obtained the status of SCO dialogue partner.", ("QAT dialogue_partner effective",)),
        ),
        counter_examples=("Ukraine wants to obtain NATO membership, a Russian delegate told the SCO.",),
    ),
)
