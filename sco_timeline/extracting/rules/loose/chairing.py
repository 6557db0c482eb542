"""Loose rules for the chair of the SCO: a word of presiding, and the one party whom its clause gives it to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.chair_words import held_by
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import Clause, clause_at
from sco_timeline.extracting.rules.summit_words import MINISTERS

_LEADERS = re.compile(r"summit|heads? of (?:member )?(?:state|government)|leaders|premiers|presidents|prime ministers|council of heads")
_OWNED = re.compile(r"(?P<p>[ⓅⒸ])'s (?:own |year |turn |time |term )?(?:(?:[a-z-]+|Ⓞ(?:'s)?) ){0,4}$|(?P<q>Ⓐ) (?:[a-z-]+ ){0,2}$")
_BEHIND = re.compile(
    r"(?: (?:of|in|over|at) (?:the )?(?:Ⓞ|Ⓘ|organi[sz]ation|group|grouping|bloc|club|alliance|"
    r"council|Ⓑ))?(?:,? (?:at present|currently|now|since then|this year|for now|again|for|in|"
    r"Ⓓ)){0,3},? ?(?:(?:is |was |will be )?(?P<o>[ⓅⒸ])'s(?= until|,|[.]|$| now| again| for)|(?:(?:is|was|were|are|will be|being|"
    r"be|been|falls?|fell|goes|went|passe[sd]|pass|go|belongs?|lies|rests|sits|sat|held|taken|handed|given|over|on|stood|has|"
    r"came|comes|moves?|moved) ){0,4}(?:by|to|with|:|of|is|was|,|–|-|stands|sits) (?:the )?(?P<p>[ⓅⒽ])(?!'))"
)
_FOR = re.compile(r"\b(?:falls?|fell|up|turn|left|task|lot|job|honou?r) (?:of|to|for) (?:the )?(?P<p>[ⓅⒽⒸ])(?:, [^,;]{2,40},)? (?:to )?$")
_OF_US = re.compile(r" (?:of|in|over) (?:the )?(?:[ⓄⒷ]|organi[sz]ation|bloc|group)")
_ROTATING = re.compile(r"(?:rotating|Ⓞ(?:'s)?|Ⓑ(?:'s)?) $")
_NEXT = re.compile(r"\bnext\b|\bafter that\b|\bin (?:its|his) turn\b")
_BARE_TO = re.compile(r"\b(?:up|fell|left) to [^.;]{1,60} to $")
_PLAN = re.compile(r"\b(?:will|would|to|should|may|might|could|hopes?|wants?)\b")
_GIVEN = re.compile(r"\b(?:pass|hand|turn|give|transfer|yield|cede)[a-z]*\b")
_HAD = re.compile(
    r"\b(?:promised|pledged|offered|assured)\b[^.;]{0,40}\b(?:its|their|his) (?:[a-z]+ )?$"
)  # "promised support for its presidency"
_NO_CHAIR = re.compile(r"\b(?:eye on|bench|table|round|empty|vacant|full)\b")


def _who(clause: Clause) -> int | None:
    """Return the place of the party that a clause lets preside: its owner, who it falls to, its subject, or who follows."""
    text, here = clause.words, clause.trigger[0]
    for words in (_OWNED, _FOR):
        found = words.search(text, max(clause.start, here - 70), here)
        if found:
            return found.start(found.lastgroup or "p")
    behind = _BEHIND.match(text, clause.trigger[1])
    if behind:
        return behind.start("o" if behind["o"] else "p")
    subjects = clause.parties("subject", kinds="ⓅⒽⒸⒾ" if text.startswith(("chair", "presid"), here) else "ⓅⒽⒸ")
    return subjects[-1] if subjects else clause.head if clause.head >= 0 else None


def _is_so(clause: Clause, match: re.Match[str]) -> bool:
    """Say whether what sounds like a plan is none: "it fell to him to preside", "when Russia led the debate", "the chair, India"."""
    done = match.group().split()[0].endswith(("ed", "led", "held")) and not _PLAN.search(clause.before)
    return done or _BARE_TO.search(clause.before) is not None or clause.behind.startswith(", Ⓟ")


def _presided(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who presides, where leaders and no ministers are spoken of."""
    clause = clause_at(reading, *match.span())
    first = reading.article.sentences[max(0, reading.number - 2)].start
    talk = reading.article.low[first : reading.article.sentences[reading.number].end]
    if clause.is_idle() or MINISTERS.search(talk) or not _LEADERS.search(talk) or not reading.stays_with_us(match.start()):
        return
    yield from _held(clause, match)


def _held(clause: Clause, match: re.Match[str]) -> Iterator[Claim]:
    at, said = _who(clause), clause.polarity()
    if at is None or said == NEGATED or _NO_CHAIR.search(clause.words):
        return
    if _NEXT.search(clause.words):
        said = EXPECTED
    elif said == EXPECTED and (_is_so(clause, match) or _HAD.search(clause.before)):
        said = ASSERTED
    if said == EXPECTED and _GIVEN.search(clause.before):
        return
    yield from held_by(clause.reading, match, polarity=said, at=at)


def _office(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield who has the chairmanship, the helm, the baton of the SCO."""
    clause = clause_at(reading, *match.span())
    of_a_state = match.group() == "presidency" and not (_OF_US.match(clause.behind) or _ROTATING.search(clause.before))
    if clause.is_ours() and not of_a_state and not clause.is_idle() and not MINISTERS.search(clause.words):
        yield from _held(clause, match)


RULES = (
    Rule(
        id="chair.loose_presiding",
        purpose="A country or its leader presides over the leaders, leads their debate, in any order of words.",
        pattern=pattern(
            r"\b(?:presid(?:e|es|ed|ing)\b(?! (?:state|country|party|nation|officer))|chair(?:s|ed|ing)\b"
            r"(?= (?:it|the|their|its|this|all|over|Ⓘ|Ⓑ)|[,.;]|$)|in the chair\b(?! of (?:the )?Ⓧ)|(?:led|leads|leading|"
            r"steer(?:s|ed)?|guid(?:es|ed)|direct(?:s|ed)|moderat(?:es|ed)|conduct(?:s|ed)|wield(?:s|ed)|held|holds) the "
            r"(?:[a-z'-]+ ){0,2}(?:debates?|discussions?|proceedings|gavel|(?<=conducted the )summit|(?<=leaders' )summit)\b)"
        ),
        make=_presided,
        examples=(
            ("The SCO heads of state met in Bishkek, and it fell to Kazakhstan's Kassym-Jomart Tokayev to preside.", ("KAZ",)),
            ("The SCO summit was held online in 2020. Vladimir Putin led the debate.", ("RUS",)),
        ),
        counter_examples=(
            "Mongolia was at the SCO summit as a guest of the presiding state.",
            "The SCO foreign ministers met in Goa, and it fell to India's Subrahmanyam Jaishankar to preside.",
            "The SCO is silent. The G20 summit was held in Rome. Mario Draghi of Italy presided.",
        ),
    ),
    Rule(
        id="chair.loose_office",
        purpose="The chairmanship, helm, baton or turn at the head of the SCO is somebody's.",
        pattern=pattern(
            r"\b(?:chairmanship|presidency|chairpersonship|helm|gavel|baton|reins|the chair(?= of (?:the )?Ⓞ| for now|,| in Ⓓ|"
            r" this year| Ⓓ is))\b(?! (?:of|in|at) (?:the )?(?:Ⓧ|Ⓟ|country|republic|state))"
        ),
        make=_office,
        examples=(
            ("At the helm of the SCO stands Kyrgyzstan.", ("KGZ",)),
            ("Russia's turn at the helm of the SCO was long.", ("RUS",)),
        ),
        counter_examples=("At the helm of BRICS stands Brazil, the SCO noted.", "The Russian presidency was silent on the SCO."),
    ),
)
