"""Rules for meetings on a summit's margins that are named by a noun: talks between two, a meeting with somebody, none that was held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, clause_before, polarity_of
from sco_timeline.extracting.protagonists import home_leader
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.sides import TALKS, TOGETHER, at_its_margins, meetings_of, pairs_of, side_at, sides_behind, two_before
from sco_timeline.extracting.rules.venues import lies_ahead

_NOT_HELD = re.compile(
    r"^[^.;]{0,90}?\b(?:fell through|"
    r"(?:did not|didn't|never|failed to) (?:take place|happen|occur|materiali[sz]e|go ahead|come about))"
    r"|^[^.;]{0,60}?\b(?:was|were|has been|is) (?:cancell?ed|called off|ruled out|"
    r"not (?:planned|scheduled|held|expected|on the agenda))"
)
_HELD_LATER = re.compile(
    r"^[^.;]{0,80}?\b(?:(?:will|would) (?:also )?(?:be|take)|is (?:also )?(?:planned|scheduled|expected|"
    r"due|likely|pencilled|possible|on (?:the|his|her|Ⓗ's?) (?:agenda|programme|schedule|cards)|"
    r"to be|confirmed|(?:being )?(?:moved|postponed|put off|brought forward|shifted) (?:to|until)|"
    r"being (?:worked out|arranged|prepared|planned))|are (?:also )?(?:planned|scheduled|expected|due|to be|likely|possible|"
    r"confirmed|on (?:the|his|her) (?:agenda|programme|schedule|cards)|being (?:worked out|arranged|prepared|planned))|"
    r"was (?:also )?(?:planned|scheduled)\b|(?:have|has) been (?:moved|postponed|put off|shifted) (?:to|until)\b)"
)
_ON_THE_AGENDA = re.compile(r"\b(?:is|are) (?:also )?on (?:the |his |her |Ⓗ's? )?[^.;]{0,30}?(?:agenda|programme|schedule|cards)\b")
_UNSURE = re.compile(
    r"\b(?:(?:no|not|without|lack of|any) (?:official |formal )?(?:confirm[a-z]*|word|information|clarity|indication)|"
    r"speculat[a-z]+|possibility|whether|"
    r"chances?|likelihood|prospects?|steps|efforts|hopes?|wants?|offer[a-z]*|call(?:s|ed|ing)? for|urg(?:ed|es|ing)|"
    r"demand(?:s|ed|ing)?|proposed|if)\b[^.;]{0,60}$"
)
_MAYBE = re.compile(r"\b(?:potential|possible|hypothetical|eventual)\b")
_ANNOUNCED = re.compile(r"\b(?:announce[ds]?|confirm(?:s|ed)|promise[ds]?) (?:an? |the )?(?:[a-z]+ ){0,2}$")
_TO_HOST = re.compile(r"\bto (?:host|hold|have|arrange|convene) (?:[a-z]+ ){0,3}$")
_NO_MEETING = re.compile(
    r"(?:\bno |\bwithout |\bnot |\brul(?:ed?|ing) out |\bdenied |\brefus\w+ |\bdeclin\w+ |\bavoid\w* |\bnor )(?:[a-z-]+ ){0,3}$"
)


def _is_unsure(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a meeting is one that nobody confirms: "no word on a meeting", "a possible meeting"."""
    before = reading.text[max(0, match.start() - 90) : match.start()]
    around = before[-25:] + match.group()
    return _UNSURE.search(before) is not None or (_MAYBE.search(around) is not None and _NO_MEETING.search(before) is None)


def _noun(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield a meeting that is named by a noun: between two, or with one, whose other side is the one last named."""
    if not at_its_margins(reading, match):
        return
    sides = side_at(reading, match.start("p"))
    other = side_at(reading, match.start("q")) if match["q"] else ()
    behind, before = reading.text[match.end() : match.end() + 110], reading.text[max(0, match.start() - 45) : match.start()]
    words = match.group()
    polarity = ASSERTED
    if _is_unsure(reading, match):
        return
    if _NO_MEETING.search(before) or _NOT_HELD.search(behind) or _NOT_HELD.search(words):
        polarity = NEGATED
    elif (
        _HELD_LATER.search(behind)
        or _HELD_LATER.search(words)
        or _TO_HOST.search(before)
        or (_ANNOUNCED.search(before) and lies_ahead(reading))
        or polarity_of(clause_before(before, len(before)) + words) == EXPECTED
    ):
        polarity = EXPECTED
    if other:
        yield from meetings_of(reading, match, pairs_of(reading, match, sides, other), polarity)
    elif len(sides) == 2 or (len(sides) == 3 and TOGETHER.search(words)):
        yield from meetings_of(reading, match, [set(sides)], polarity)


_TOLD = re.compile(
    r"\b(?:held|took place|take place|planned|scheduled|pencilled|expected|occur|ruled out|cancell?ed|was had|"
    r"conducted|likely|possible|lasted|fell through|on (?:the|his|her|Ⓗ's?) (?:agenda|programme|schedule|cards))\b"
)


def _with_whom(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield a meeting with somebody that was held, planned, ruled out: its other side is the leader last named."""
    if not _TOLD.search(match.group()) or not at_its_margins(reading, match):
        return
    place = reading.masked.origin(match.start())
    met, before = reading.article.memory.met, reading.article.parties_before
    one = met[1:] if met else before(place, reading.number, person=True) or before(place, reading.number)
    other = [*side_at(reading, match.start("p")), *sides_behind(reading, match.end("p"))]
    negated = _NOT_HELD.search(match.group()) or re.search(r"ruled out|\bno |cancell?ed|called off", match.group())
    later = _HELD_LATER.search(match.group()) or _ON_THE_AGENDA.search(match.group())
    polarity = NEGATED if negated else EXPECTED if later else ASSERTED
    if len(one) == 1:
        yield from meetings_of(reading, match, [{one[0], party} for party in dict.fromkeys(other) if party != one[0]], polarity)


def _noun_of(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if re.search("memorand|obligation|accession|admission|status|membership", match.group()):
        return
    if match["p"]:
        yield from _noun(reading, match)
    elif at_its_margins(reading, match) and not _is_unsure(reading, match):
        one, two = side_at(reading, match.start("one")), side_at(reading, match.start("two"))
        before = clause_before(reading.text, match.start(), 40)
        negated = _NOT_HELD.search(reading.text[match.end() : match.end() + 90])
        later = _HELD_LATER.search(reading.text[match.end() : match.end() + 90])
        polarity = NEGATED if negated else EXPECTED if later else polarity_of(before)
        yield from meetings_of(reading, match, pairs_of(reading, match, one, two), polarity)


_SETTLED = re.compile(
    r"[^.;]{0,40}?\b(?:took place|taken? place|held|planned|scheduled|arranged|foreseen|sought|expected|on the (?:cards|"
    r"agenda)|in the offing)\b"
)
_SPOKESMAN = re.compile(r"\bspokes|\bministry\b|\bofficials?\b")
_NO_WORD_OF_IT = re.compile(r"\b(?:word|confirm[a-z]*|information|whether|if|clear|clarity)\b")


def _not_held(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the meeting with whom the words name, else of the two just named, that was not held or will not be."""
    if not at_its_margins(reading, match) or _NO_WORD_OF_IT.search(match.group()):
        return
    if match["q"] and match["bare"] is not None and not _SETTLED.match(reading.text, match.end()):
        return
    if match["q"] is None:
        two = two_before(reading, match.start())
        yield from meetings_of(reading, match, [set(two)] if two else [], NEGATED)
        return
    other, place = side_at(reading, match.start("q")), reading.masked.origin(match.start())
    here, article = [slot for slot in reading.masked.between(0, match.start()) if slot.kind == "Ⓗ"], reading.article
    one = here[0].parties if here else home_leader(article.low, article.names, place)
    if not one and not _SPOKESMAN.search(reading.text):
        one = article.parties_before(place, reading.number, person=True)
    if len(one) == 1:
        yield from meetings_of(reading, match, [{one[0], party} for party in other if party != one[0]], NEGATED)


_KIND = (
    r"(?:(?:formal|bilateral|separate|official|structured|face-to-face|one-on-one|proper|such|direct|individual|scheduled|"
    r"further) ){0,2}"
)
_OF_THEM = (
    r"(?:(?: (?:between|of|with)| for) (?:the Ⓝ(?: [a-z]+){0,2}|them|each other|both|Ⓡ|either)"
    r"(?: (?:leaders|men|sides|prime ministers))?)"
)

RULES = (
    Rule(
        id="meeting.noun",
        purpose="A meeting of, or between, two leaders; one leader's meeting with another.",
        pattern=pattern(
            r"(?:(?:Ⓝ-way|Ⓝ-sided|tripartite|three-cornered|bilateral|trilateral|separate|face-to-face|first|"
            rf"formal|informal|closed-door|one-on-one|three-way) )?(?:{TALKS}|session) (?:was held |took place |"
            r"were held |is planned |is scheduled |will be held |will take place |did not take place |"
            r"[^.;ⒽⓅ]{0,50}?)?(?:between|of|among) (?:the )?(?P<p>[ⒽⓅ])(?! at the summit of)(?: with (?:the |his )?(?P<q>Ⓗ))?"
            r"|(?P<one>Ⓗ)'s? (?:(?!recent|latest|last|previous|earlier|phone|video|telephone)[a-z-]+ ){0,3}?(?:meetings?|talks|"
            r"conversations?|encounters?|bilaterals?) with (?:the )?(?P<two>Ⓗ)"
        ),
        make=_noun_of,
        examples=(
            ("A meeting between Xi Jinping and Narendra Modi took place at the SCO summit.", ("CHN,IND",)),
            ("Talks between Narendra Modi and Imran Khan at the SCO summit did not take place.", ("IND,PAK negated",)),
            (
                "Meetings of Putin with Xi Jinping and Narendra Modi are planned at the SCO summit.",
                ("CHN,RUS expected", "IND,RUS expected"),
            ),
            ("Putin's meeting with Xi Jinping was the main event of the SCO summit.", ("CHN,RUS",)),
        ),
        counter_examples=(
            "A meeting of Sergey Lavrov and Wang Yi took place before the SCO foreign ministers' meeting.",
            "At the SCO summit they praised the trilateral cooperation among China, India and Russia.",
        ),
    ),
    Rule(
        id="meeting.with",
        purpose="A meeting with somebody is held, planned, ruled out; the other side was named before.",
        pattern=pattern(
            r"(?:ruled out |no |there will be no )?(?<!held )(?<!had )(?<!hold )(?<!after )(?<!'s )(?:an? |the )?(?:(?:formal|"
            r"bilateral|separate|brief|short|trilateral|planned|possible|private|Ⓝ-way) ){0,2}(?<!held )(?<!had )(?<!hold )"
            rf"(?<!after )(?<!'s )(?:{TALKS}|session)(?: à trois)? (?:(?:were|was|is|are|will be|have been|has been) "
            r"(?:also )?(?:held|planned|scheduled|expected|conducted) )?with (?:the )?(?P<p>[ⒽⓅ])"
            r"(?:[^.;]{0,70}?\b(?:did not (?:take place|happen|occur)|fell through|took place|will take place|"
            r"(?:was|were|is|are|has been|will be) (?:also )?(?:held|planned|scheduled|expected|pencilled in|likely|possible|"
            r"cancell?ed|called off|ruled out|on (?:the|his|her|Ⓗ's?) (?:agenda|programme|schedule|cards))|lasted))?"
        ),
        make=_with_whom,
        examples=(
            (
                "Sooronbay Jeenbekov hosted the SCO summit. Bilateral talks were held with Xi Jinping and Narendra Modi.",
                ("CHN,KGZ", "IND,KGZ"),
            ),
            ("Modi came to the SCO summit. A meeting with Xi Jinping is also on Modi's schedule.", ("CHN,IND expected",)),
            ("Xi Jinping chaired the SCO summit. A meeting with the President of Mongolia did not take place.", ("CHN,MNG negated",)),
        ),
    ),
    Rule(
        id="meeting.not_held",
        purpose="No meeting of the two, or with somebody, took place or is planned; they parted without one.",
        pattern=pattern(
            r"(?:\b(?:without|but) (?:(?:ever )?(?:holding|having|having held|held|had|hold|have) )(?:any |an? |no |the )?"
            rf"{_KIND}{TALKS}|\b(?:there (?:was|were|is|are|has been|have been|had been|will be|would be) no|(?P<bare>no)) "
            rf"{_KIND}{TALKS}{_OF_THEM}?(?=[,.;:!]|$| (?:with|in|at|on|during) |"
            r"(?: (?:(?:had|has|have|was|were|is|are|will|been|be|being|ever|would|yet)\b)){0,4} ?(?:took place|"
            r"taken? place|held|planned|scheduled|arranged|foreseen|sought|expected|on the|came? of|in the offing|agreed))|"
            rf"\ban? {_KIND}{TALKS}{_OF_THEM} (?:(?:was|is|has|had|been|will) ){{0,2}}(?:not|ruled out|cancell?ed|called off)|"
            rf"\bdid(?: not|n't) (?:even )?(?:meet|talk|speak|hold (?:any )?{_KIND}{TALKS})(?= (?:one-on-one|bilaterally|"
            r"separately|privately|face to face)|[,.;]|$))(?: (?:bilaterally )?with (?:the |his |her )?(?P<q>[ⒽⓅⒶ]))?"
        ),
        make=_not_held,
        examples=(
            ("Narendra Modi and Imran Khan sat through the SCO summit without holding talks.", ("IND,PAK negated",)),
            ("Narendra Modi and Imran Khan are at the SCO summit. A meeting of the two is not planned.", ("IND,PAK negated",)),
        ),
        counter_examples=("Narendra Modi and Imran Khan are at the SCO summit. There is no word on a meeting between the two.",),
    ),
)
