"""Rules for two or three sides who met on a summit's margins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.sides import (
    APART,
    HOLD,
    MEET,
    TALKS,
    TOGETHER,
    WILL,
    WITH,
    at_its_margins,
    meetings_of,
    pairs_of,
    polarity_at,
    side_at,
    two_before,
)

_MANY_GUESTS = 3  # guests who are received at once, as hosts do
_FOR_IT = re.compile(
    r"[^.;ⒽⓅ]{0,40}(?<!talks )\b(?:for|at|to) (?:the|its|his|a|an|this|Ⓞ) (?:Ⓞ |Ⓠ |annual |[a-z]+ )?(?:summit|Ⓑ|session|ceremony)\b"
)
_ALONE = re.compile(r"separate|bilateral|one by one|in turn|one after|sidelines|margins|fringes|talks|individually|each|on Ⓓ and")


def _receives_guests(reading: Reading, place: int, end: int) -> bool:
    """Say whether a host receives those behind a slot as guests of his summit: many at once, or for the summit."""
    first, last = reading.text.rfind(";", 0, place) + 1, reading.text.find(";", place)
    clause = reading.text[first : last if last > 0 else len(reading.text)]
    if re.match(r" (?:for|at) [^.;]{0,30}\b(?:talks|lunch|dinner|tea|breakfast)\b", reading.text[end : end + 50]):
        return False
    many = len(reading.masked.slot(place).parties) >= _MANY_GUESTS and _ALONE.search(clause) is None
    return many or _FOR_IT.match(reading.text, end) is not None


_NOT_HE = re.compile(r"\b(?:by|with|than|like|to) (?:the |his |her )?$")
_WHETHER = re.compile(r"\bwhether (?:or not )?(?:the )?$")
_NEVER_WAS = re.compile(r"\b(?:would|could|might|should) have (?:[a-z]+ )?(?:met|encountered|seen|held|had|sat|spoken|been)\b")


def _by_minister(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a guest is received by somebody, as is done at airports."""
    if re.search(r"\bmet by\b", match.group()):
        return True
    return re.search(r"\breceived by\b", match.group()) is not None and reading.masked.slot(match.start("q")).value == "minister"


def _and_met(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read the last of the things that somebody did, whatever the first was: "proposed a bank and met Vladimir Putin"."""
    verb = match.start("verb")
    done = polarity_of(reading.text[max(reading.text.rfind(" and", 0, verb), reading.text.rfind(",", 0, verb), 0) : verb])
    is_past = match["verb"].startswith(("met", "sat", "held", "had"))
    yield from ({**claim, "polarity": done} if is_past else claim for claim in _meeting(reading, match))


def _meeting(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if not at_its_margins(reading, match) or _NOT_HE.search(reading.text, max(0, match.start() - 20), match.start()):
        return
    if _WHETHER.search(reading.text, max(0, match.start() - 40), match.start()):
        return
    one, other = side_at(reading, match.start("p")), side_at(reading, match.start("q"))
    if _NEVER_WAS.search(match.group()) or " phone " in match.group() or _by_minister(reading, match):
        return
    bare = reading.masked.slot(match.start("q")).kind == "Ⓟ" and not re.search(r"margin|sideline|fringe|summit", reading.text)
    if not one or bare:
        return
    if len(one) == 1:
        reading.article.memory.met = reading.number, one[0]
    if match["verb"].startswith("receive") and _receives_guests(reading, match.start("q"), match.end()):
        return
    polarity = _told_or_answered(reading, match)
    if polarity is not None:
        yield from meetings_of(reading, match, pairs_of(reading, match, one, other), polarity)


_ANSWER, _SHORT = re.compile(r"\W*(?:a(?:nswer)?[:.] ?)?(?:yes|they did|indeed|(?P<no>no\b|they did not))"), 30
_AMONG_THEM = re.compile(r" (?:behind closed doors|(?:separately )?on the (?:sidelines|margins|fringes))\b")


def _told_or_answered(reading: Reading, match: re.Match[str]) -> str | None:
    """Return whether a meeting took place, as a sentence says or as the answer to a question says; none without an answer."""
    if not reading.text.endswith("?"):
        return polarity_at(reading, match)
    answer = _ANSWER.match(reading.article.low[reading.article.sentences[reading.number].end :][:_SHORT])
    return None if answer is None else NEGATED if answer["no"] else ASSERTED


def _both(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Two sides that are named together; three only if the text says that three met."""
    if not at_its_margins(reading, match) or _WHETHER.search(reading.text, max(0, match.start() - 40), match.start()):
        return
    sides = side_at(reading, match.start("p"))
    if len(sides) == 3 and not (TOGETHER.search(reading.text) or _AMONG_THEM.match(reading.text, match.end())):
        return
    polarity = _told_or_answered(reading, match)
    if polarity is None:
        return
    if reading.masked.slot(match.start("p")).kind != "Ⓗ" and not re.search(r"margin|sideline|fringe|summit|Ⓒ", reading.text):
        return
    yield from meetings_of(reading, match, [set(sides)], polarity)


def _the_two(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Take those two for "the two" whom the sentence, or the one before, names as leaders and nobody else."""
    slot = reading.masked.slot(match.start()) if match.group()[0] in "ⓇⒾ" else None
    if (slot is not None and slot.value not in (None, 2, "they")) or not at_its_margins(reading, match):
        return
    if two := two_before(reading, match.start()):
        yield from meetings_of(reading, match, [set(two)], polarity_at(reading, match))


RULES = (
    Rule(
        id="meeting.met",
        purpose="One leader met another, or several.",
        pattern=pattern(
            rf"(?P<p>[ⒽⓅⒾ]|the president(?= called)){APART}(?: {WILL}){{0,7}},? (?P<verb>{MEET}){WITH}(?P<q>[ⒽⓅ])(?!'s "
            rf"(?!president|leader|delegation))"
        ),
        make=_meeting,
        examples=(
            ("Putin met with Iranian President Ebrahim Raisi at the SCO summit.", ("IRN,RUS",)),
            ("At the SCO summit Putin will meet the leaders of India and Turkey.", ("IND,RUS expected", "RUS,TUR expected")),
            ("At the SCO summit Xi Jinping came together with Hassan Rouhani.", ("CHN,IRN",)),
            (
                "At the SCO summit Putin and Xi Jinping will take part in a trilateral meeting with the Mongolian president.",
                ("CHN,MNG,RUS expected",),
            ),
            ("Emomali Rahmon was received by Xi Jinping during the SCO summit.", ("CHN,TJK",)),
            ("Narendra Modi did not sit down with Imran Khan at the SCO summit.", ("IND,PAK negated",)),
        ),
        counter_examples=(
            "Sergey Lavrov met Wang Yi at the SCO foreign ministers' meeting.",
            "It was an SCO summit of surprises. Did Putin meet Modi in Samarkand?",
            "Putin met Modi in Moscow two months before the SCO summit.",
        ),
    ),
    Rule(
        id="meeting.and_met",
        purpose="Somebody came to the summit and met somebody.",
        pattern=pattern(
            r"(?:^|; )[^Ⓗ;.]{0,40}(?P<p>[ⒽⒾ])(?:[^;.Ⓗ]{10,160}?(?: and|,)|[^;.Ⓗ]{1,60}Ⓗ[^;.Ⓗ]{0,60}? and)"
            rf"(?: {WILL}){{0,4}} (?P<verb>met|sat down|(?:had|shared) (?:lunch|dinner|breakfast)|{HOLD}|meet){WITH}(?P<q>Ⓗ)"
        ),
        make=_and_met,
        examples=(("Putin arrived in Samarkand to attend the SCO summit and met Ebrahim Raisi.", ("IRN,RUS",)),),
    ),
    Rule(
        id="meeting.both",
        purpose="Two leaders met, held talks, discussed matters on the sidelines.",
        pattern=pattern(
            rf"(?P<p>[ⒽⓅ])(?:,? {WILL}){{0,7}},? (?P<verb>met|"
            r"(?:agreed|decided|announced|said|stressed) (?:at|in|during) their (?:[a-z]+ )?(?:meeting|talks|conversation)|"
            r"spoke (?:for|at length|privately|behind|face to face|one-on-one)|meet|sat down together|sit down together|"
            r"s[ai]t down for (?:an? )?(?:[a-z]+ ){0,2}(?:talks|meeting)|(?:gathered|came together|got together) for "
            rf"(?:an? |the |their )?(?:[a-zⓃ-]+ ){{0,3}}{TALKS}|{HOLD}|hold|discussed|talked|conferred|"
            r"(?:praised|exchanged|agreed|reviewed|announced)[^.;]{0,60}?(?:on the (?:sidelines|margins|fringes) of))(?! "
            r"(?:with|their|other|fellow|the|his|her|for|ⒽⓅ|(?:[a-z-]+ ){1,3}(?:leaders|presidents|counterparts))\b)(?! ?[ⒽⓅ])"
        ),
        make=_both,
        examples=(
            ("Xi Jinping and Vladimir Putin held talks on the sidelines of the SCO summit.", ("CHN,RUS",)),
            ("The presidents of Russia, China and Mongolia met in the trilateral format at the SCO summit.", ("CHN,MNG,RUS",)),
            ("The presidents of Egypt and Nepal held their second formal talks on the margins of the SCO summit.", ("EGY,NPL",)),
            ("Xi, Putin to meet at the SCO summit", ("CHN,RUS expected",)),
        ),
        counter_examples=(
            "The leaders of China, Russia and India met for the SCO summit.",
            "Hassan Rouhani and Ashraf Ghani met Central Asian leaders on Monday for an SCO summit.",
            "The SCO summit is near. India and Iran will hold discussions on gas in Delhi when Hassan Rouhani visits India.",
            "Xi Jinping had telephone calls before the SCO summit. Xi Jinping and Hassan Rouhani also talked about gas.",
        ),
    ),
    Rule(
        id="meeting.the_two",
        purpose="The two, just named, met.",
        pattern=pattern(
            r"(?P<p>the Ⓝ(?: leaders| men| presidents| prime ministers| sides)?|both (?:leaders|men|presidents|sides)|"
            rf"Ⓡ|Ⓘ)(?: {WILL}){{0,5}} (?P<verb>met|meet|sat down together|{HOLD}|talked)"
            r"(?! (?:with|their|other|fellow|the|his|her)\b)(?! ?[ⒽⓅ])"
        ),
        make=_the_two,
        examples=(("Narendra Modi and Imran Khan came to the SCO summit. The two met on the sidelines.", ("IND,PAK",)),),
    ),
)
