"""Loose rules for coming in and being let in: whatever words stand between a country, its verb and the door."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, NEGATED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.days import day_of
from sco_timeline.extracting.rules.loose.steps import ASKS_TO, as_told, has_applied, ours, stage_and_polarity, subjects, target, tell

_INTO = r"^ (?:(?:to|into|in|of|at|by|for) )?(?:(?:the|an?|its|their) )?"
_ENTERS_OTHERS = re.compile(rf"{_INTO}(?:Ⓧ|[a-z]+ (?:war|talks|market|agreement|deal)\b)")
_NOT_BEFORE = re.compile(r"\b(?:before|until|unless) (?:the )?[ⓅⓇⒾ] (?:can|may|could) $")  # "before it can take its seat"


def _by_itself(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ came aboard", "Ⓟ crossed the threshold" of the one before the verb."""
    clause = clause_at(reading, *match.span("verb"))
    places = subjects(clause)
    if not places or clause.is_idle() or not ours(clause) or _ENTERS_OTHERS.match(clause.behind):
        return
    stage, polarity = stage_and_polarity(clause)
    if _NOT_BEFORE.search(reading.text, max(0, match.start("verb") - 24), match.start("verb")):
        return
    to = as_told(clause, places, target(clause, match))
    yield from tell(clause, match, places, to, stage, polarity, day_of(clause, match, polarity, stage))


_FOLD = r"(?:fold|club|circle|family|ranks|camp|group|grouping|bloc|alliance|table|council|tent)"
_BY = (
    r"(?=[.,;:!?\"]|$| in Ⓓ| on Ⓓ| Ⓓ| as | at Ⓒ| at the | by | too\b| only\b| together| with | later| last\b| next\b| first\b| into | to Ⓞ|"
    r" among | and | for good| one day| soon)"
)
_HAS_BE = re.compile(r"\b(?:was|were|been|be|is|are|being|gets?|got|getting)(?: [a-z]+| Ⓓ,?| Ⓠ| both){0,3} $|, (?:[a-z]+ ){0,2}$|^$")
_SAYS = re.compile(r", (?:the|its|an?|his|her) (?:[a-z]+ ){1,3}$")  # "..., the minister added."
_VISITORS = re.compile(r"Ⓢ:? (?:the )?$")  # "the observers India and Iran are let in": to a meeting
_LET_IN_BY_OTHERS = re.compile(rf"{_INTO}(?:Ⓧ|[a-z]+ (?:war|talks|market|agreement|deal|area|exercise)\b)")


def _let_in(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Ⓟ were at last let in" of the one before the verb."""
    clause = clause_at(reading, *match.span("verb"))
    places = subjects(clause)
    if (
        not places
        or not _HAS_BE.search(clause.before[-40:])
        or ASKS_TO.search(clause.before)
        or clause.is_idle()
        or not ours(clause)
        or _LET_IN_BY_OTHERS.match(clause.behind)
        or (match["verb"] == "added" and _SAYS.search(clause.before))
    ):
        return
    stage, polarity = stage_and_polarity(clause)
    to = as_told(clause, places, target(clause, match))
    if _VISITORS.search(reading.text, max(0, places[0] - 8), places[0]) and not clause.status() > match.end():
        return
    if to and (("partner" in to and polarity == ASSERTED) or (polarity == NEGATED and has_applied(clause, places))):
        stage = "decision"
    yield from tell(clause, match, places, to, stage, polarity, day_of(clause, match, polarity, stage))


RULES = (
    Rule(
        id="change.loose_enter",
        purpose="A country comes in, gets in, crosses the threshold, takes its seat.",
        pattern=pattern(
            r"(?=[a-cefgimorstw])\b(?P<verb>(?:c[ao]mes?|coming|g[eo]t|gets|getting|mov(?:e[ds]?|ing)|step(?:s|ped)?) "
            rf"(?:in|inside|aboard|on board){_BY}(?! (?:for|at the(?! (?:[a-zⓆⒸⒹ]+ ){{0,2}}(?:summit|meeting|session))|by|to the|"
            r"into the|with the|as the first (?:leader|president)))|"
            r"(?:c[ao]mes?|g[eo]ts?|found (?:its|their) way|made (?:it|Ⓘ)|slip(?:s|ped)|mov(?:e[sd]?|ing)) into "
            rf"(?:Ⓞ|the (?:Ⓞ )?{_FOLD}\b)|"
            r"(?:g[eo]ts?|won|wins?|received?|obtain(?:s|ed)?|secured?)"
            r" (?:its|their|that|a) (?:(?:full|permanent|long-sought|coveted|own) )?(?:seats?|place at the table)\b|"
            r"(?:sits?|sitting) (?:at (?:its|the) (?:[a-z]+ )?table (?:with|as)|among) "
            r"(?:an? |the |its |full |new |equal |rights of )*(?=Ⓢ)|"
            r"complet(?:e[sd]?|ing) (?:the|its|their|all) (?:accession |admission |membership |joining |entry |necessary |legal )?"
            r"(?:procedures?|process|formalities|requirements)\b(?! (?:for|of) (?!accession|admission|joining|entry|becoming|full))|"
            r"enter(?:s|ed|ing)?(?= in Ⓓ| on Ⓓ|,| as |\.|$| Ⓞ| it\b| Ⓘ)(?! Ⓞ (?:summit|meeting|market))|cross(?:es|ed|ing)? the threshold|"
            r"(?:took|takes?|taking|taken|assum(?:e[ds]?|ing)|occup(?:y|ies|ied)) (?:up )?(?:its|their) (?:[a-z]+ )?"
            r"(?:seats?|places?|chairs?)(?= (?:at(?! the head)|in|among|as|alongside|beside|on) |[.,;]|$)|"
            rf"bec[ao]m(?:e|es|ing) (?:an? )?(?:[a-z]+ )?part of (?:Ⓞ|the (?:Ⓞ )?{_FOLD}\b)|"
            r"(?:swell|round|fill)(?:s|ed|ing)? (?:out |up )?(?:its|the|their) (?:ranks|circle)|(?:was|were) in(?= by Ⓓ)|"
            r"belonged(?: to (?:Ⓞ|Ⓘ))?(?= since)|turned up(?= in Ⓓ)|bec[ao]mes? (?:number Ⓝ|the Ⓠ)(?=[.,;]|$| in Ⓓ| on Ⓓ| Ⓓ)|"
            r"(?:will|would|should|may|might|could|can|must)(?: [a-z]+){0,2} be (?:(?:in|inside|on board|aboard)(?=[.,;]|$| by | before|"
            r" soon| next| for good)|next(?=[.,;]|$| in line| to (?:join|enter|be)))|"
            r"(?:is|are) (?:now|at last|finally|already|safely) (?:in|inside)(?=[.,;]|$))"
        ),
        make=_by_itself,
        examples=(
            (
                "Pakistan, for all the doubts about its economy, finally came aboard in 2017, the SCO recalled.",
                ("PAK member effective 2017",),
            ),
            ("The SCO met in Astana, and Belarus, after a long wait, crossed the threshold.", ("BLR member effective",)),
        ),
        counter_examples=(
            "Modi came in for criticism at the SCO summit.",
            "Finland came aboard in 2023, NATO said, and the SCO took note.",
        ),
    ),
    Rule(
        id="change.loose_let_in",
        purpose="A country is let in, taken in, received, whatever stands between.",
        pattern=pattern(
            r"\b(?P<verb>(?:let|taken|brought|waved|ushered|voted) (?:in|into|inside|aboard|on board)\b(?! (?:account|the (?:talks|air|"
            r"war)|touch|line))|waved through|taken (?:up|on)(?= as)|(?:admitted|inducted|incorporated|co-opted|enrolled)(?! that)|"
            r"made (?:a |an (?:equal |integral )?)?part of (?=Ⓞ|the [a-z]+)|"
            r"added(?=[.,;]| (?:in|on)? ?Ⓓ|$| to (?:Ⓞ|its|the (?:[a-z]+ )?(?:list|circle|ranks|number|family|club|group|bench|roster)))|"
            r"(?:received|welcomed|accepted|embraced)(?=[.,;]|$|"
            r" as (?:an? |the |full |new |Ⓠ |equal |another |further )*(?:Ⓢ|member|one\b)| into Ⓞ| in Ⓓ| among))"
        ),
        make=_let_in,
        examples=(
            (
                "In 2017 the two South Asian rivals, India and Pakistan, were with much ado let in by the SCO.",
                ("IND member effective 2017", "PAK member effective 2017"),
            ),
        ),
        counter_examples=(
            "Modi was warmly received at the SCO summit.",
            "India was admitted into the talks of the OPEC, not of the SCO.",
            "Iran looks forward to the visit of the SCO observers, its envoy added.",
        ),
    ),
)
