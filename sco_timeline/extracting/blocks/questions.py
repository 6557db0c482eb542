"""Rules for questions with their answers: a quiz with options, an interview, a page of frequent questions.

A question and the answer that is given become one plain sentence, "Iran joined the SCO in 2023", which the rules for prose read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.blocks.answering import sentence_of
from sco_timeline.extracting.blocks.forms import BlockRule, Place, Taken
from sco_timeline.extracting.blocks.saying import said
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.steps import holds

_FARTHEST = 700  # characters behind a question within which its answer stands
_QUESTION = re.compile(
    r"(?P<q>(?:\b(?:In |Since |By |For |At |To )?(?:[Ww]hich|[Ww]hat|[Ww]ho|[Ww]hen|[Ww]here|[Hh]ow many|[Ii]s|[Aa]re|[Ww]as|"
    r"[Ww]ere|[Hh]as|"
    r"[Hh]ave|[Dd]id|[Dd]oes|[Ww]ill) [^?.!:]{8,180}(?:: [^?.!:]{3,60})?\?)|\b(?:Name|List) the [^?!:.]{8,120}[.:]|"
    r"[A-Z][^?.!_\[]{3,120}(?:_{2,}|\[\.{3}\]|\.{4,})[^?.!\[\n]{0,120}[.?]?|\b[A-Z][^?.!:]{10,150} (?:in|on|at) ?[–—:-]?(?:\?|$))"
)
_OPEN = (" in", " on", " at")  # "The SCO was founded in", to be completed
_DASHES = " –—:-"
_ASKS = ("?", "__", "....", "[...]", "Name the ", "List the ")
_OPTION = re.compile(
    r"(?:^|[\s/\[(])\(?(?P<key>[A-Ha-h]|[1-8])[).:]\)? ?(?P<what>[^\n;?]{1,60}?)"
    r"(?=[,;.]?(?:\s+\(?(?:[A-Ha-h]|[1-8])[).:]|\s*\n|\s*$|[.?] |;|\]))"
)
_MARKED = re.compile(
    r"(?:\b(?:the )?(?:(?:correct|right) )?(?:answer|ans|option|solution|key)(?: key)?(?: is|:|\.| [-–]|\s*=)+|(?:^|[\s])A:|"
    r"\bcorrect:)\s*(?:option )?"
    r"(?P<a>[^\n]{1,240})",
    re.IGNORECASE,
)
_OPTIONS_FOLLOW = re.compile(r"\s*[(\[]?[aA1][).\]]")
_COUNTED = re.compile(
    r"\s*(?P<a>(?:[A-Z][a-z]+|\d+) (?:countries|states|nations|members|member states): [^\n?.]{3,250})(?=\.|"
    r"\n|$)"
)
_DIRECT = re.compile(
    r"[\"”]?\s*(?:[-–•*]\s*)?(?:A: |(?!Yes|No|Not|Right|Correct)[A-Z][a-z]+: )?[\"“]?"
    r"(?P<a>(?i:yes|no|not [a-z]+|never)\b|[A-Z0-9][^\n?]{0,200}?[.!;:](?=\s|\"|$)|[A-Z0-9][^\n?.]{0,150}(?=\n|$))"
)
_KEY = re.compile(r"\(?(?P<key>[A-Ha-h]|[1-8])\)?[.)]?(?:$|[ .,;:])")
_ECHO = re.compile(r" (?:does|did|do|is|was|has|will)$")
_ENDS = re.compile(r"[.;!](?: |$)|, (?:which|who|after|when|because|but|and|while|where|although)\b|[\"”]$")


def _answered(behind: str) -> tuple[str, int] | None:
    """Return the answer that is given in the text behind a question, and where it ends."""
    behind = behind.partition("?")[0]  # what follows the next question answers that
    found = _MARKED.search(behind)
    offered = _OPTION.finditer(behind, 0, found.start() if found else len(behind))
    given = [(option["key"].lower(), option["what"].strip(" ."), option.end()) for option in offered]
    options = {key: what for key, what, _ in given}
    if len(given) > len(options) > 1 and options[given[-1][0]] == given[-1][1]:
        return given[-1][1:]  # the right option once more
    if found is None:
        if len(options) > 1:
            return None
        found = _COUNTED.match(behind) or _DIRECT.match(behind)
    if found is None:
        return None
    whole = found["a"].strip().strip('"“”')
    key = _KEY.match(whole)
    if key and key["key"].lower() in options:
        return options[key["key"].lower()], found.end("a")
    cut = _ENDS.search(whole)
    answer = _ECHO.sub("", (whole[: cut.start()] if cut else whole).strip(" .,;:!"))
    return answer, found.start("a") + found["a"].find(answer) + len(answer)


def _questions(place: Place) -> Taken | None:
    if not (holds(place.line.text, _ASKS) or place.line.text.rstrip(_DASHES).endswith(_OPEN)):
        return None
    if any(name.meaning.kind in "ⓄⒷ" for name in place.article.names_within(place.line.start, place.line.end)):
        place.topic = True
    claims: list[Claim] = []
    covers: list[tuple[int, int]] = []
    for start, end, sentence, stop in _found(place):
        claims += said(place.article, f"{sentence[0].upper()}{sentence[1:]}.", (start, max(end, stop)))
        covers.append((start, end))
    return Taken(claims, 1, tuple(covers)) if covers else None


def _statements(place: Place) -> Taken | None:
    """Pass over the statements that an examination asks to judge."""
    if place.line.text[-1] != ":" or not _TO_JUDGE.search(place.line.text):
        return None
    below = 0
    for line in place.lines[place.number + 1 : place.number + 9]:
        if not line.bullet or "?" in line.text:
            break
        below += 1
    return Taken([], below + 1) if below else None


_TO_JUDGE = re.compile(
    r"\b(?:consider|following|examine|evaluate)\b[^.?!]{0,60}\b(?:statements?|pairs?|assertions?)\b[^.?!]{0,40}:$", re.IGNORECASE
)


def _found(place: Place) -> Iterator[tuple[int, int, str, int]]:
    raw, flat = place.article.text, place.article.flat
    for found in _QUESTION.finditer(flat, place.line.start, place.line.end):
        start, end = found.span("q")
        if not place.ours() and "SCO" not in found["q"] and "Shanghai" not in found["q"]:
            continue
        if found["q"].rstrip(_DASHES).endswith(_OPEN) and not _OPTIONS_FOLLOW.match(flat, end):
            continue
        answered = _answered(_broken(flat[end : end + _FARTHEST], raw[end : end + _FARTHEST]))
        sentence = sentence_of(found["q"].rstrip(_DASHES), answered[0]) if answered and answered[0] else None
        if sentence and answered:
            yield start, end, sentence, end + answered[1]


def _broken(flat: str, raw: str) -> str:
    """Return a text with plain quotes and dashes and with its line breaks."""
    lines, start = [], 0
    for line in raw.split("\n"):
        lines.append(flat[start : start + len(line)])
        start += len(line) + 1
    return "\n".join(lines)


RULES = (
    BlockRule(
        id="block.question",
        purpose="A question with the answer that is given to it; options that are not the answer say nothing.",
        read=_questions,
        examples=(
            ("Which country joined the SCO in 2023?\na) Turkey\nb) Iran\nAnswer: b", ("IRN member effective 2023",)),
            ("How many members does the SCO have? Ten.", ("10",)),
            ("Name the latest state that joined the SCO in 2023.\na) Laos\nb) Iran\nAnswer: b", ("IRN member effective 2023",)),
            ("What is the SCO?\nA bloc.\nWho belongs to it?\nFive countries: China and Russia.", ("5", "CHN member", "RUS member")),
            ("SCO quiz\n1. The SCO was founded in\na) 1996 b) 2001\nAnswer: b) 2001", ("2001",)),
            ("SCO quiz\nThe SCO was founded on –\n(a) 26 April 1996 (b) 15 June 2001\nAns. (b)", ("2001-06-15",)),
            ("In which year was the SCO founded? a) 1991 b) 2001 c) 2011. The right answer is b.", ("2001",)),
            ("Is Turkey a member of the SCO?\nNo. It may become one.", ("TUR member negated",)),
            ("Belarus became the ____ member of the SCO in 2024. [9th / 10th] Key: 10th", ("BLR member effective 2024", "10")),
        ),
        counter_examples=(
            "The SCO quiz\nWhich country joined NATO in 2023? a) Sweden b) Finland. Answer: b",
            "Which body of the SCO sits in Tashkent?\nAnswer: The anti-terrorist structure.",
            "Which country joined the SCO in 2023?\na) Turkey\nb) Iran",
            "Who was the first observer of the SCO to be promoted? India and Pakistan were.",
        ),
    ),
    BlockRule(
        id="block.statements",
        purpose="Statements that an examination asks to judge say nothing.",
        read=_statements,
        examples=(),
        counter_examples=("With reference to the SCO, consider the following statements:\n1. Iran is an observer.\n2. Nepal is a member.",),
    ),
)
