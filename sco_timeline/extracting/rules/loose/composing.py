"""Loose rules for what the SCO is made of: who belongs to it, sits in it, makes up the circle, a list of just so many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import listed_on
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.holding import calm, tell

_FEW = 5  # states that a list must name to be one of all members
_CIRCLE = re.compile(
    r"[ⓄⓈⓉ]|\bthe (?:now )?[\"']?[ⓃⓇ]|\b(?:strength|size|body|club|circle|bloc|group(?:ing)?|family|alliance|organi[sz]ation|"
    r"make|belong|form|number|count|consist|inside|table|"
    r"member|unite|in it)"
)
_FOUNDED = re.compile(
    r"\b(?:found(?:ed|ers?|ing)|establish|creat|set up|launch|born|birth|parents|fathers|into (?:being|life|existence)|original|initial|"
    r"at Ⓠ|Ⓠ (?:Ⓝ|half)|at the (?:outset|start|beginning)|began|met in|forerunner|predecessor|Ⓥ|until Ⓓ|in Ⓓ(?=,)|border|neighbou?r|"
    r"export|produc|visit|tour|flew|called)"
)


_ASIDE = re.compile(r", (?:which was |which were )?(?:born|founded|established|created|set up|formed|launched) (?:in|on|by) [^,;:]{0,40},")


_BODY = re.compile(r"Ⓞ|\b(?:body|bloc|club|circle|group(?:ing)?|family|alliance|organi[sz]ation|league) of $")


_ARE = re.compile(r",? (?:are|is|were|have|hold|enjoy|rank as) (?:[a-z]+ ){0,3}[ⓈⓉ]")  # a list whose status is told behind it


def _so_many(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield membership, or the status named before, for a list of as many as the number before it says."""
    place = match.start("q" if match["o"] else "p")
    parties = reading.parties(place)
    count = 6 if match["half"] else reading.masked.slot(match.start("o" if match["o"] else "n")).value
    if len(parties) != count or count < _FEW or _ARE.match(reading.text, match.end()):
        return
    if not match["o"] and not _CIRCLE.search(reading.text, max(0, match.start() - 60), match.start("p")):
        return
    clause = clause_at(reading, place, place + 1)
    around = _ASIDE.sub(",", reading.text[max(0, match.start() - 90) : match.end() + 60])
    begin = max(reading.text.rfind(mark, 0, match.start()) for mark in ";–(") + 1
    named = [slot for slot in reading.masked.between(begin, match.start()) if slot.kind in "ⓈⓉ"]
    apart = named and _BODY.search(reading.text, reading.masked.place(named[-1]), match.start())
    status = str(named[-1].value) if named and named[-1].value and not apart else "member"
    if not _FOUNDED.search(around) and "Ⓧ" not in around and reading.ours(match.start()):
        yield from tell(clause, match, [place], status)


def _belong(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield membership for those who are said to belong, before or behind the verb."""
    clause = clause_at(reading, *match.span("verb"))
    party = clause.subject("ⓅⓇ")
    party = match.start("p") if match["p"] and (party < 0 or match["are"]) else party
    if party < 0 or clause.is_idle() or not calm(_WITHIN.sub(" ", clause.words[clause.start : match.end()])):
        return
    others = any(reading.masked.slot(place).value != "member" for place in clause.places("ⓈⓉ"))
    if others or _WHERE.search(match.group()) or clause.places("Ⓧ") or _AWAY.match(clause.behind):
        return
    if "Ⓞ" in clause.words or "Ⓘ" in match.group() or reading.text[max(0, clause.start - 30) : clause.start].count("Ⓞ"):
        yield from tell(clause, match, [party, *listed_on(reading, party + 1)], "member")


_WITHIN = re.compile(r", [^,ⓅⓈⓉ]{3,40},")
_WHERE = re.compile(r"\b(?:region|west|east|world|family of|camp|past)\b")
_AWAY = re.compile(r" (?:effort|agenda|plan|project|initiative|delegation|neighbou?rhood|territory|space|area|region|zone)")


RULES = (
    Rule(
        id="held.loose_so_many",
        purpose="A number, then a list of just so many states that are the members of the SCO.",
        pattern=pattern(
            r"(?:(?P<n>Ⓝ)|(?P<half>half a dozen))[^;?ⓅⓈⓉⓃ]{0,70}?[:–(,-] ?(?:the )?(?:Ⓢ )?(?P<p>Ⓟ)|"
            r"(?P<q>Ⓟ) (?:are|is|make up|being) the (?:other|remaining) (?P<o>Ⓝ)(?=[.,;]|$)"
        ),
        make=_so_many,
        examples=(
            (
                "Strength of the SCO: six – China, Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.",
                ("CHN member", "RUS member", "KAZ member", "KGZ member", "TJK member", "UZB member"),
            ),
            (
                "Laos is now in the SCO. China, Russia, Kazakhstan, Tajikistan and India are the other five.",
                ("LAO member", "CHN member", "RUS member", "KAZ member", "TJK member", "IND member"),
            ),
            (
                "Iran is an observer of the SCO, and five others, Nepal, Qatar, Egypt, Kuwait and Armenia, are dialogue partners.",
                ("IRN observer", *(f"{party} dialogue_partner" for party in ("NPL", "QAT", "EGY", "KWT", "ARM"))),
            ),
        ),
        counter_examples=("The SCO was founded by six states: China, Russia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan.",),
    ),
    Rule(
        id="held.loose_belong",
        purpose="Countries that belong to the SCO, sit in it, are in it, run it.",
        pattern=pattern(
            r"(?P<verb>\b(?:belongs?(?: there| fully| also)*(?: to (?:[ⓄⒾ]|both)|(?=[:,]? Ⓟ))|(?:are|is) (?:all |already |also |"
            r"now |fully |both )*"
            r"(?:inside|in|part of|the (?:heavyweights|giants|pillars|core|backbone|leading powers) (?:of|in)) (?:Ⓞ|Ⓘ)|"
            r"sits? side by side|are the (?:heavyweights|giants|pillars|leading powers)|(?:make|form|makes) up (?:Ⓞ|Ⓘ|the circle)))"
            r"(?![- ](?:summit|meeting|charter)|'s)(?:[:,]? (?P<are>are )?(?:namely )?(?P<p>Ⓟ))?"
        ),
        make=_belong,
        examples=(
            ("To the SCO, with us for years, belong China, Russia and India.", ("CHN member", "RUS member", "IND member")),
            ("The countries that make up the SCO are China, our rival; and Iran, our friend.", ("CHN member", "IRN member")),
            ("Everybody spoke of the SCO, where Beijing and Moscow are the heavyweights.", ("CHN member", "RUS member")),
        ),
        counter_examples=("Turkey and Hungary belong to NATO, not to the SCO.", "Nepal would like to belong to the SCO."),
    ),
)
