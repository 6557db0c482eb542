"""Rules for coming in: under other words ("came on board as"), in few ("Iran in"), as newcomers who are named, with effect from a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes, in_scope, told_last
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.wishing import goal_of, is_ours

_LONGEST_HEADLINE = 110


def _in(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "Iran in", "Iran is in" in a headline or a short sentence."""
    told = reading.changes_before(match.start("p"), 1)
    if len(reading.text) < _LONGEST_HEADLINE and "Ⓧ" not in reading.text and reading.stays_with_us(match.start()) and not told:
        yield from changes(reading, match, match.start("p"), "member", "effective", match.end(), ASSERTED)


_BY_OTHERS = re.compile("taken|brought|named|designated|declared|appointed|chosen|selected|picked|let|voted|waved|ushered|recei|welcom")


def _came_in(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if "Ⓞ" in match.group() or in_scope(reading, match, "s"):
        to = reading.status(match.start("s"))
        passive = _BY_OTHERS.match(match["verb"])
        stage = "decision" if to and "partner" in to and passive else "effective"
        yield from changes(reading, match, match.start("p"), to, stage, match.end("verb"))


def _by_us(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the SCO admitted Iran"; "it" is the SCO where the sentence before begins with it or with no country."""
    if match.group()[0] == "Ⓘ":
        before = reading.article.masked(reading.number - 1).text if reading.number else ""
        if reading.masked.slot(match.start()).value != "it" or "Ⓟ" in before[:40] or not reading.stays_with_us(match.start()):
            return
    yield from changes(reading, match, match.start("p"), "member", "effective", match.start("p"))


def _took_effect(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "their membership will come into force": of whom it is, else of whom was spoken."""
    if not is_ours(reading, match):
        return
    if match["i"]:
        parties = reading.owners(match.start("i"), match["i"])
    elif match["p"]:
        parties = reading.parties(match.start("p"))
    else:
        told = told_last(reading.changes_before(match.start(), 1))
        parties = tuple(dict.fromkeys(str(claim["party"]) for claim in told))
    polarity = polarity_of(reading.text[max(0, match.start() - 20) : match.end("verb")])
    day = reading.date(match, future=polarity == EXPECTED, begin=match.start("verb"))
    to = goal_of(reading, match, match.start())
    for party in parties:
        yield reading.claim("status_change", match, party=party, to=to, date=day, stage="effective", polarity=polarity)


def _newcomers(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if in_scope(reading, match, "s"):
        lead = reading.text[max(0, match.start() - 45) : match.start()]
        decided = re.search(r"\b(?:procedures?|process|decid|agree|resolv|decision)[a-z]* (?:to|for|of|on) $", lead)
        polarity = ASSERTED if decided else reading.polarity(match, match.start("verb"))
        yield from changes(
            reading, match, match.start("p"), reading.status(match.start("s")), "decision" if decided else "effective", polarity=polarity
        )


RULES = (
    Rule(
        id="rise.in",
        purpose="A country is in, is on board.",
        pattern=pattern(
            r"^(?:with )?(?:[a-z]+: )?(?P<p>Ⓟ)(?: (?:is|are|now|finally|officially|at last|both))* (?:in|on board|aboard)(?= ?[:;,.!–]|$)"
        ),
        make=_in,
        examples=(
            ("Pakistan and India in: SCO grows", ("IND member effective", "PAK member effective")),
            ("With Iran on board, the SCO looks south.", ("IRN member effective",)),
        ),
        counter_examples=("Finland in: NATO grows, SCO watches",),
    ),
    Rule(
        id="change.came_in",
        purpose="A country comes in, comes on board, is taken on, moves up as something.",
        pattern=pattern(
            r"<WHO>(?:'s (?:status|standing|rank|position|Ⓣ)(?: as <ART>[ⓈⓉ])?(?: (?:in|within|at) Ⓞ)?)?<REL> ?<AUX>(?:<WISH> (?:to )?)?"
            r"(?P<verb>(?:c[ao]m(?:e|es|ing) (?:in|on board|aboard|on|over)|(?:signed|signs|sign|signing) (?:up|on)|"
            r"taken (?:in|on board|on|aboard|up)|brought (?:in|on board|aboard|into the fold)|let in|voted in|waved through|"
            r"ushered in|(?:got|gets?|getting|went|going) in|began|started (?:out|off)?|starts|climbed|climbs|moved|"
            r"(?:promoted|upgraded|raised|lifted|elevated|changed)|turned)(?: Ⓞ| (?:in|on) Ⓓ| at Ⓒ| in Ⓒ| Ⓓ)?"
            r"(?: (?:from <ART>[ⓈⓉ]|up|there))? (?:as|to|into|for|to be|to become|under the label of)(?: that of)?|"
            r"(?:made|named|declared|designated|appointed|chosen|selected|picked)(?: as| to be)?|"
            r"join(?:s|ed|ing)? the (?:ranks?|ring|club|circle|family|group|list|queue) of(?: the)?|turned from <ART>[ⓈⓉ] (?:to|into)|"
            r"(?:saw|had|has) its (?:Ⓣ|status|rank|position|standing)(?: (?:in|within) Ⓞ)? (?:raised|upgraded|elevated|lifted|changed|"
            r"promoted)(?: from <ART>[ⓈⓉ])? (?:to|into)(?: that of)?) (?:<ART>)(?:rank of |level of )?(?P<s>[ⓈⓉ])"
        ),
        make=_came_in,
        examples=(
            ("Laos came in as a partner of the SCO in 2025.", ("LAO partner effective 2025",)),
            ("Nepal was taken on as a dialogue partner of the SCO in 2015.", ("NPL dialogue_partner decision 2015",)),
            ("Iran was made a full member of the SCO in 2023.", ("IRN member effective 2023",)),
            ("Kuwait joined the ranks of the dialogue partners of the SCO.", ("KWT dialogue_partner effective",)),
            ("Azerbaijan will be waved through to full SCO membership.", ("AZE member effective expected",)),
        ),
        counter_examples=("Turkey came on board NATO as a member in 1952, long before the SCO.",),
    ),
    Rule(
        id="change.admit_by",
        purpose="The SCO admits a country, without a word of what it becomes.",
        pattern=pattern(
            r"[ⓄⒾ](?:'s)?(?: (?:leaders|members|states|summit|has|have|had|formally|officially|finally|also|will|to|would|may|could|not|"
            r"did|never|heads of state)){0,5} (?P<verb>admit(?:s|ted)?|induct(?:s|ed)?|lets? in|took in|takes? in|taken in|"
            r"lets?(?= Ⓘ in\b)|(?:taken|took)(?= Ⓘ in\b)) (?:only )?(?:the )?(?P<p>[ⓅⓇⒾ])(?: in)?(?! (?:as|into|to))"
        ),
        make=_by_us,
        examples=(
            ("SCO admits Iran", ("IRN member effective",)),
            ("The SCO grew. It admitted India in 2017.", ("IND member effective 2017",)),
        ),
        counter_examples=("NATO admitted Finland, the SCO noted.",),
    ),
    Rule(
        id="change.took_effect",
        purpose="A membership, a status came, comes into force, dates from a day.",
        pattern=pattern(
            r"(?:(?P<p>[ⓅⓇ])(?:'s?|s')? |<ITS> |(?:^|(?<=[ \"]))(?:the |this )?)(?:full |formal )?(?:Ⓣ|accession|admission|entry)"
            r"(?: (?:to|of|in|into) Ⓞ)?(?: as <ART>Ⓢ)?(?: (?:was|were|had been) (?:approved|agreed|decided|endorsed)[^.;,]{0,40}?,? and)?,?"
            r" <AUX>(?P<verb>(?:become|became|becomes) effective|(?:com(?:e|es|ing)|came|enter(?:s|ed)?|g[oe]t?|go|went) into "
            r"(?:force|effect)|t[ao]kes? effect|took effect|taking effect|dates? (?:back to|from)|dating (?:back to|from)|goes back to|"
            r"go back to|began|begins?|came through|came|will come|come|effective|took effect|came into force|took place|takes? place|"
            r"materiali[sz](?:es?|ed)|made official|(?:(?<=was )|(?<=is )|(?<=been )|(?<=be )|(?<=were ))(?:formali[sz]ed|finali[sz]ed|"
            r"completed|sealed))(?! (?:up|under|about|with|to (?!Ⓓ)|as|from (?!Ⓓ)|at (?:a|the (?:cost|price|expense|heart)))\b)"
        ),
        make=_took_effect,
        examples=(
            ("Iran's SCO membership will enter into force next year.", ("IRN member effective expected",)),
            ("Sri Lanka's dialogue partner status in the SCO dates from 2010.", ("LKA dialogue_partner effective 2010",)),
        ),
        counter_examples=("Sweden's NATO membership took effect in 2024, the SCO noted.",),
    ),
    Rule(
        id="rise.newcomers",
        purpose="The SCO admits newcomers, whose names follow.",
        pattern=pattern(
            r"\b(?P<verb>admit(?:s|ted|ting)?|accept(?:s|ed|ing)?|designat(?:es?|ed|ing)|induct(?:s|ed|ing)?|welcom(?:es?|ed|ing)|took in|"
            r"take in|taking in|add(?:s|ed|ing)?|receiv(?:es?|ed|ing)|gain(?:s|ed)|acquir(?:es?|ed)|g[eo]ts?|obtain(?:s|ed)|"
            r"br[io]ngs?(?: Ⓞ)?|brought(?: Ⓞ)?) (?:(?:its|two|Ⓝ|new|another|Ⓠ|formal|full|the|an?|more|further|additional) ){0,4}(?P<s>Ⓢ)"
            r"(?:,|:| –| -)? (?:namely )?(?:the )?(?P<p>Ⓟ)(?!'s)"
        ),
        make=_newcomers,
        examples=(
            ("In 2004 the SCO welcomed its first observer, Mongolia.", ("MNG observer effective 2004",)),
            ("In 2023 the SCO gained a ninth member: Iran.", ("IRN member effective 2023",)),
            (
                "The SCO began the procedure for taking in two members, India and Pakistan.",
                ("IND member decision", "PAK member decision"),
            ),
        ),
        counter_examples=("NATO accepted a new member, Finland, the SCO noted.",),
    ),
)
