"""Rules for papers of the SCO that a text names apart from what was done with them: with their day, in a list, as what leaders say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.adopting import OWN_DAY, adoptions, is_of_two, is_ours
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.papers import Paper, papers_in

_OF_OTHERS = re.compile(r"Ⓧ|between Ⓟ|Ⓐ")


def _dated(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield a paper named with its day: "the Charter of 2002", "the Astana Declaration (2024)"."""
    if (
        is_of_two(reading)
        or not reading.article.is_about_us
        or _OF_OTHERS.search(reading.text[max(0, match.start() - 25) : match.end()].rpartition("', ")[2])
    ):
        return
    flat = reading.article.flat
    day = reading.masked.origin(match.end() - 1)
    start = reading.masked.origin(max(0, match.start("kind") - 60))
    papers = [paper for paper in papers_in(flat, start, day) if day - paper.end < 40 and OWN_DAY.fullmatch(flat[paper.end : day])]
    for paper in papers:
        if paper.title[:1] == flat[paper.start : paper.start + 1] or "ounding" in paper.title:
            yield from adoptions(reading, match, [paper], ASSERTED)


_LEADERS = re.compile(r"leaders|heads of|presidents|premiers|summit|Ⓑ|they|Ⓢ")


def _untitled(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield a declaration of a summit that the text gives no name."""
    said = (
        reading.text if match.lastgroup != "down" or not reading.number else reading.text + reading.article.masked(reading.number - 1).text
    )
    if is_ours(reading, match) and _LEADERS.search(said) and "Ⓧ" not in reading.text[: match.end()]:
        group = match.lastgroup or "bare"
        start, end = reading.masked.span(*match.span(group))
        yield from adoptions(reading, match, [Paper(start, end, reading.article.flat[start:end].capitalize())], ASSERTED)


_DONE = re.compile(r"\b(?:adopt|sign|approv|issu|endors|pass(?:ed|es)|accept)")
_TO_COME = re.compile(r"\b(?:prepared|drafted|drawn up|ready|agenda|will|would|to be|expected|plan(?:ned|s)?|due|on the table|drafts?)\b")
_LOOKED_AT = re.compile(r"\b(?:consider|discuss|examin|review)(?:s|ed|ing)?\b")


def _included(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the papers that a sentence names of those which it, or the one before, says were signed or are ready."""
    words = reading.text[: match.end()]
    if (match["list"] or match["among"]) and reading.number:
        words = reading.article.masked(reading.number - 1).text + words
    planned, done = _TO_COME.search(words), _DONE.search(words)
    if not (planned or done) or (not done and _LOOKED_AT.search(words)) or not is_ours(reading, match):
        return
    start, end = reading.masked.origin(match.end()), reading.masked.span(0, len(reading.text))[1]
    yield from adoptions(reading, match, papers_in(reading.article.flat, start, end), EXPECTED if planned else ASSERTED)


RULES = (
    Rule(
        id="document.dated",
        purpose="A paper of the SCO with its day: the Charter of 2002, the Astana Declaration (2024).",
        pattern=pattern(
            r"(?P<kind>declaration|convention|charter|treaty|strategy|agreement|statement|regulations|concept|"
            r"programme)[^.;Ⓓ]{0,90}?(?:,? (?:of|dated|(?:signed|adopted|approved)(?: in Ⓒ)?(?: on| in)?|"
            r" (?:dates|dating) (?:from|back to)| (?:was|is) dated) |\()(?:the )?Ⓓ"
        ),
        make=_dated,
        examples=(
            (
                "Among the texts of the SCO are the Shanghai Convention of 15 June 2001 and the Charter of 2002.",
                ("Shanghai Convention 2001-06-15", "Charter 2002"),
            ),
        ),
        counter_examples=("The UN Charter of 1945 binds the SCO.", "The Treaty of 1950 between China and Russia is older than the SCO."),
    ),
    Rule(
        id="document.included",
        purpose="Twenty papers were signed, including a declaration; the papers include a declaration; among them is a declaration.",
        pattern=pattern(
            r"\b(?:documents|papers|decisions|agreements|texts)\b[^.;:Ⓗ]{0,80}?,? "
            r"(?:including|among them|among which)(?: are| is| were| was)?\b"
            r"|^(?:the )?(?:signed |adopted )?(?P<list>documents|papers|texts|decisions) (?:include[sd]?)\b"
            r"|^(?P<among>among (?:them|these|the (?:documents|papers)(?: (?:signed|adopted))?),? (?:is|are|was|were)\b)"
        ),
        make=_included,
        examples=(
            (
                "More than 20 documents were signed at the SCO summit, including the Astana Declaration and a plan for 2025.",
                ("Astana Declaration", "Plan for 2025"),
            ),
            (
                "The SCO leaders signed papers. The documents include the Dushanbe Declaration and an agreement on roads.",
                ("Dushanbe Declaration", "Agreement on roads"),
            ),
        ),
        counter_examples=(
            "Ministers of the SCO study the documents. The documents include a treaty on trade.",
            "The SCO coordinators discussed drafts of several documents, including a strategy against drugs.",
        ),
    ),
    Rule(
        id="document.untitled",
        purpose="The leaders said in a declaration; the declaration of the summit.",
        pattern=pattern(
            r"\b(?:said|say|called|condemned|stressed|reaffirmed|agreed|urged|"
            r"noted|wrote|announced?|declared?|welcomed|hailed|backed|pledged|"
            r"vowed) in (?:a|the|their) (?P<bare>declaration|(?:joint|final|closing) (?:declaration|statement|communiqu[eé]))\b"
            r"|^with (?:a|the|their) (?P<close>(?:joint|final|closing) (?:declaration|statement|communiqu[eé]))\b"
            r"(?= [^.;]{0,90}(?:end|close|wound|brought))"
            r"|\b(?:put down|laid down|recorded|set out|summed up) in (?:a|the|their) "
            r"(?P<down>(?:joint|final|closing) (?:declaration|statement|communiqu[eé]))\b"
            r"|(?:\b(?:a|the|their) (?:joint|final|closing) |^an? (?:political )?)"
            r"(?P<says>(?:declaration|statement|communiqu[eé])(?: by the (?:leaders|presidents|premiers|heads of state))?)"
            r"(?: of the (?:Ⓞ )?(?:summit|meeting|leaders|presidents))? (?:vows|promises|calls|"
            r"condemns|backs|records|supports|reaffirms|affirms|expresses|lays down|sets out|"
            r"mentions|names|notes|rejects|opposes|confirms|welcomes|stresses|urges|warns|demands)\b"
            r"|\b(?:a|the) (?P<came>declaration)(?: that came out of| adopted at| issued (?:at|after|by)| signed at| passed at|"
            r" of| from) (?:the )?(?:[ⓄⒸⓆⒹ](?:'s)? ){0,2}summit"
        ),
        make=_untitled,
        examples=(("The SCO leaders said in a declaration after their summit that a day should be set.", ("Declaration",)),),
        counter_examples=("The NATO leaders said in a declaration that the SCO was young.",),
    ),
)
