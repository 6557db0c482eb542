"""A rule for the steps of an accession told by nouns: accession, admission, memorandum, procedure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASKED, ASSERTED, EXPECTED, NEGATED, OPEN, REFUSED, clause_before, clause_behind, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes
from sco_timeline.extracting.rules.forms import Rule, pattern

FINAL = re.compile(r"\b(?:complet\w*|finali[sz]\w*|final approval|conclu\w*|signed the (?:documents|papers|decision|resolution|act))\b")
_OPENED = re.compile(
    r"\b(?:procedures?|process|in principle|agree\w*|approv\w*|endors\w*|decid\w*|decision|vot(?:e|ed|ing)|promis\w*|green light|nod|"
    r"greenlit|launch\w*|set in motion|on the rails|start\w*|begun|initiat\w*|consent\w*|(?:was|were|been) accepted)\b"
)
_MEMO = re.compile(r"\b(?:bills?|(?:law|act) (?:on|for|about)|memorand(?:um|a)|obligations|ratif\w*|commitments|protocols?)\b")
_HOPED = re.compile(
    r"\b(?:support\w*|back(?:s|ed|ing)?|hop(?:e|es|ed|ing)|possib\w*|prospects?|future|plan(?:s|ned|ning)?|prepar\w*|discuss\w*|"
    r"consider\w*|favou?r\w*|call(?:s|ed|ing)? for|propos\w*|accelerat\w*|expedit\w*|pav\w*|await\w*|will|would|could|may|might|should|"
    r"expected|upcoming|eventual|potential|wants?|seek\w*|push\w*|lobb\w*|advocat\w*|interest\w*|concern\w*|agenda|next|pending|issue of|"
    r"question of|if|likely|welcomed the (?:idea|prospect)|negotiat\w*|talks|aim\w*|way for|path|speed\w*|help\w*|facilitat\w*|eager|"
    r"impending|debate\w*|benefit\w*|obstacles?|hurdles?|barriers?)\b"
)
_NEARLY = re.compile(
    r"\b(?:near(?:s|ing|ed)?|close to|almost|nearly|approach(?:es|ing|ed)?|about to be) (?:its |the )?"
    r"(?:complet\w*|final\w*|end|conclu\w*|done)\b|"
    r"\b(?:at|in|on|reach(?:es|ed|ing)?|enter(?:s|ed|ing)?) (?:its|the|a) (?:final|last) (?:stage|phase|stretch|leg|straight|lap)s?\b"
)
_ENDORSED = re.compile(r"[ⓅⓇⒽ] (?:has |have |had |also |fully )*endorse[sd]? (?:the )?$")  # by one country: no decision of the SCO
_GIVEN = re.compile(r"\b(?:grant\w*|g[ia]v\w*|offer\w*|award\w*|accord\w*|den\w+|refus\w*|promis\w*) (?:the )?$")
_PARTICIPLE = re.compile(
    r",? (?:which was )?(?:granted|approved|agreed(?: upon| on)?|decided(?: upon| on)?|accepted|endorsed|set in motion|launched|started|"
    r"initiated|begun)(?=[^.;,]{0,40}Ⓓ)"
)  # "its rank, agreed upon in 2021,"
_NONE = re.compile(
    r"\bno $|\b(?:(?:could|did|can|do|does) ?n[o']t|cannot|unable to|failed to) (?:yet )?(?:agree|decide|unite)\b|\bdisagree\w*|"
    r"\bdivided\b|\bno (?:agreement|consensus|unity)\b"
)  # who cannot agree on an entry has not refused it
_WITH = re.compile(r"^\W*(?:with|upon|by|after) (?:the |an? )?$")
_WILL = re.compile(
    r",? (?:the )?[ⓄⒾ](?:'s [a-z]+)? (?:will|would|could|may|is (?:to|set to|expected to))\b"
)  # "With its entry the bloc will"
_INSET = re.compile(r", (?:which|who|whose) [^,;.]{2,80},(?= )")
_OFF_AGENDA = re.compile(r" (?:is|was|are|were) not (?:yet )?(?:on the agenda|discussed|considered|an issue|in question|the)")
_NO_CLAIM = re.compile(
    r"\b(?:benefits?|advantages?|impact|implications?|consequences|"
    r"criteria|conditions|requirements|terms|cost|price|importance|significance|fee)s? (?:of|for) (?:the )?$|"
    r"\b(?:during|despite|throughout|through|under|thanks to|because of|value|use|used) (?:the |its )?$"
)


_ASKED_OTHERS = re.compile(
    r"\b(?:called on|urged|asked|told|pressed|by|in|from) (?:the )?Ⓧ[^Ⓞ]*$"
)  # "urged the EU to decide on its membership"
_ELSEWHERE = re.compile(r"(?: (?:negotiations|talks|process|bid))?(?: (?:to|into|in|of|with))? (?:the )?Ⓧ")


def _is_no_entry(reading: Reading, match: re.Match[str], lead: str, tail: str) -> bool:
    """Say whether "its membership" is the rank held, another body's, a procedure, or what is said to be no topic."""
    text = reading.text
    if (match["t"] or match["u"]) and (
        not (_says_change(lead, tail) or _PARTICIPLE.match(text, match.end())) or re.match(r" (?:to|into) (?:an? |that of )?[ⓈⓉ]", tail)
    ):
        return True
    if "Ⓧ" in match.group() or _ELSEWHERE.match(text, match.end()) or ("Ⓞ" not in match.group() and _ASKED_OTHERS.search(lead)):
        return True
    if any(unsaid.search(lead) for unsaid in (_GIVEN, _NO_CLAIM, _NONE)) or _OFF_AGENDA.match(tail):
        return True
    return match["i"] is not None and (
        re.match(r" (?:procedure|process|talks|bid|application)", text[match.end() :]) is not None
        or re.search(r"(?:procedure|process) (?:of|for) $", lead) is not None
        or re.search(r"\b(?:memorandum|memoranda|mou)\b", text[: match.start()]) is not None
    )


_BACKED = re.compile(r"\b(?:support(?:s|ed|ing)?|back(?:s|ed|ing)|in favou?r of|favou?r(?:s|ed)) (?:the )?$")  # a view, not a plan


def _noun(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Belarus' accession": stage and polarity lie in the words before and behind it."""
    text = reading.text
    lead = OPEN.sub(" may ", clause_before(text, match.start(), 75))
    inset = None if _OPENED.search(lead) else _INSET.match(text, match.end())
    tail = clause_behind(text, inset.end() if inset else match.end())
    participle = _PARTICIPLE.match(text, match.end())
    if _is_no_entry(reading, match, lead, tail):
        return
    stage, polarity = _stage_and_polarity(lead, match.group(), participle.group() if participle else tail)
    if stage == "effective" and polarity == EXPECTED and (_told(reading, match) or _BACKED.search(lead)):
        return
    if stage == "effective" and polarity == ASSERTED and _WITH.search(lead) and _WILL.match(text, match.end()):
        polarity = EXPECTED
    day = reading.date(match, future=polarity == EXPECTED)
    if match["i"]:
        for one in reading.owners(match.start("i"), match["i"]):
            yield reading.claim(
                "status_change", match, party=one, to=reading.status_within(match), date=day, stage=stage, polarity=polarity
            )
        return
    yield from changes(reading, match, match.start("p" if match["p"] else "q"), reading.status_within(match), stage, polarity=polarity)


def _told(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether "its inclusion would" speaks of an entry that was told as a fact just before."""
    if not match["i"]:
        return False
    told = [claim for claim in reading.changes_before(match.start(), 0) if claim["polarity"] == ASSERTED and claim["stage"] == "effective"]
    return any(claim["party"] in reading.owners(match.start("i"), match["i"]) for claim in told)


def _says_change(lead: str, tail: str) -> bool:
    return bool(
        re.search(
            r"\b(?:mark\w*|celebrat\w*|ceremony|after|following|welcom\w*|congratulat\w*|approv\w*|endors\w*|agree\w*|confirm\w*|grant\w*|"
            r"finali[sz]\w*|support\w*|back\w*|block\w*|veto\w*|oppos\w*|reject\w*|application|bid|request|applied|procedure|process|"
            r"way for|path|push\w*|favou?r\w*|sign\w*|ratif\w*|accept\w*|memorandum|obligations|decision|hope\w*|call\w*)\b",
            lead,
        )
        or re.match(
            r",? (?:(?:was|were|has been|had been|is|will be|would be|could be|bid|application|request|process|procedure|became|to be|"
            r"being|in Ⓞ|of Ⓞ|officially|formally|finally|unanimously|also|came into|comes into|took|takes|entered into) ?){0,5}"
            r"(?:approv|endors|confirm|grant|finali|accept|reject|block|refus|official|effective|decid|agreed|complet|bid|appl|request|"
            r"consider|process|procedur|discuss|expected|turned down|a reality|postpon|ratif|effect|force)",
            tail,
        )
    )


def _stage_and_polarity(lead: str, noun: str, tail: str) -> tuple[str, str]:
    around = f"{lead} {noun} {tail}"
    asked = ASKED.search(around)
    if REFUSED.search(f"{lead} {tail}"):
        return ("decision" if asked else "effective"), NEGATED
    if asked:
        if re.search(r"\b(?:approv|accept|agreed|endors)", around):
            return "decision", ASSERTED
        return "application", EXPECTED if re.search(
            r"\b(?:will|would|could|may|plans?|intend|consider|when received|once|if received)\w*\b", around.replace("future", "")
        ) else ASSERTED
    if _NEARLY.search(around) or _ENDORSED.search(lead):
        return "effective", EXPECTED
    negated = polarity_of(f"{lead} {tail}") == NEGATED
    if re.search(r"\b(?:was|were) (?:with )?(?:the )?$", lead) and not negated:
        return "effective", ASSERTED
    stage = (
        "effective"
        if FINAL.search(around)
        else "memorandum"
        if _MEMO.search(around) or (re.search(r"\b(?:documents?|papers?|agreement) (?:on|for|about) (?:the )?$", lead) and "sign" in around)
        else "decision"
        if _OPENED.search(around)
        else "effective"
    )
    if negated:
        return stage, NEGATED
    if stage == "effective" and not FINAL.search(around):
        return stage, EXPECTED if _HOPED.search(around) else ASSERTED
    will = re.search(
        r"\b(?:will|would|could|may|might|should|is to|are to|expected|plan(?:s|ned)?|hopes?|set to|due to|"
        r"ready to|(?:expects?|intends?|aims?|wants?|seeks?|wish(?:es)?|about|close|keen|in order|moving|working|trying) to)\b|"
        r"^\W*(?:[ⓄⒷ]|leaders|heads of state|summit|members)(?:'s?)? (?:leaders |summit |members )?to [a-z]+ ",
        f"{lead} {tail}",
    )
    return stage, EXPECTED if will else ASSERTED


_NOUNS = r"(?:accession|admission|admittance|entry|joining|inclusion|induction|ascension|entrance|acceptance)"
ADJECTIVES = (
    r"(?:(?:full|formal|official|eventual|possible|recent|potential|future|planned|upcoming|imminent|long-awaited|Ⓞ(?:'s)?|early|"
    r"successful|own|swift|speedy|permanent|subsequent|impending|Ⓓ|historic|simultaneous|latest|first|second|new|renewed|repeated|earlier|"
    r"failed|initial|long-standing) ){0,2}(?:documents? (?:of|on|for) )?"
)

RULES = (
    Rule(
        id="apply.noun",
        purpose="Belarus' accession, the admission of Iran, India's membership approved.",
        pattern=pattern(
            rf"(?:(?P<p>[ⓅⓇ])(?:'s?|s')?|<ITS>) {ADJECTIVES}(?:{_NOUNS}|(?P<t>Ⓣ))(?: (?:to|into|in|of|by|within) Ⓞ)?(?: as <ART>Ⓢ)?|"
            rf"(?:{_NOUNS}|(?P<u>Ⓣ)) (?:of|for|by) (?:the )?(?P<q>[ⓅⓇ])(?: (?:to|into|in|as|within) (?:<ART>)?[ⓄⓈⓉ](?: as <ART>Ⓢ)?)?"
        ),
        make=_noun,
        examples=(
            ("There are no obstacles to Iran joining the SCO.", ("IRN member effective expected",)),
            ("The summit also marked Belarus' admission to the SCO.", ("BLR member effective",)),
            ("The accession of Iran to the SCO is at its final stage.", ("IRN member effective expected",)),
            ("The entry of Nepal into the SCO has been entering its last phase.", ("NPL member effective expected",)),
            ("The SCO leaders approved Iran's membership in 2021.", ("IRN member decision 2021",)),
            ("The entry of Iran into the SCO is planned to be finalized in Delhi.", ("IRN member effective expected",)),
            ("The papers on the admission of Laos to the SCO are to be signed in Delhi.", ("LAO member memorandum expected",)),
            ("Nepal's accession to the SCO, which has ten members by now, may take years.", ("NPL member effective expected",)),
        ),
        counter_examples=(
            "The SCO is watching. Erdogan urged the EU to make a decision on Turkey's membership.",
            "Russia supports the accession of Iran to the SCO.",
            "Sweden's accession to NATO worried the SCO.",
            "Armenia is a partner of the SCO. Its accession talks with the European Union are to begin.",
        ),
    ),
)
