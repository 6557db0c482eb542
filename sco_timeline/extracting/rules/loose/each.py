"""A loose rule for statuses told of one country after the other: "among the observers, Iran sent its president, India a minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import elsewhere
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.loose.clauses import clause_at
from sco_timeline.extracting.rules.loose.holding import calm, status_of, tell

_ONE = re.compile(
    r"(?:(?:, |: |, and | and |; |– |by |from )(?:the |for |in the case of )?(?P<p>Ⓟ)(?= (?:by|through|with|had sent|sent|"
    r"in the person|Ⓗ|came|was represented|"
    r"under|at the level|its|an?|the)\b|(?: |'s )Ⓗ|, )|\b(?:for|from|of) (?P<q>Ⓟ)(?=,|\.|;|$| and )|(?:, |, and | and |by |sent |"
    r"came |were |"
    r"was |: )(?:the |[a-z]+ ){0,4}(?P<r>Ⓗ))"
)
_STOP = re.compile(
    r"[;?]|\b(?:guests?|invited|as well as the (?:heads|secretar)|was there too|also present|[ⓈⓉ])(?!\w)|(?:Ⓗ,? (?:of|from|for) )?Ⓧ"
)


def _each(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status for each of those whom the rest of the clause goes through."""
    status = status_of(reading, match.start("s"))
    stop = _STOP.search(reading.text, match.end())
    end = stop.start() if stop else len(reading.text)
    clause = clause_at(reading, match.start("s"), match.end("s"))
    found = [one.start(one.lastgroup or 0) for one in _ONE.finditer(reading.text, match.end() - 2, end)]
    if len(found) < 2 and not any(len(reading.parties(place)) > 1 for place in found):
        return
    if status != "member" and not elsewhere(reading, match, match.start("s")) and calm(reading.text[: match.end()]):
        yield from tell(clause, match, found, status)


RULES = (
    Rule(
        id="held.loose_each",
        purpose="Observers or partners gone through one by one: whom each of them sent, who spoke for it.",
        pattern=pattern(
            r"(?P<s>[ⓈⓉ])(?:'?(?: (?:bench(?:es)?|seats?|countries|states|side))?)(?: (?:were|was|are|had|have|came|sent|"
            r"dialled|took|sat|"
            r"spoke|attended|participated)[^.;:ⓅⒽⓍ]{0,50})?"
            r"(?:(?=[,:] (?:the )?[ⓅⒽ](?!,? (?:its|the|an?|only|as)? ?Ⓢ| in the [a-zⓆ]+ as)| by (?:the )?[ⓅⒽ])|(?= (?:sent|"
            r"came) (?:the )?[ⒽⓅ]))"
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
