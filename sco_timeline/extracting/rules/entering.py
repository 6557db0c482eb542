"""Rules for coming in under other words: "came on board as", "was taken on as", "joined the ranks of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import changes, in_scope
from sco_timeline.extracting.rules.forms import Rule, pattern

_BY_OTHERS = re.compile("taken|brought|named|designated|declared|appointed|chosen|selected|picked|let|voted|waved|ushered|recei|welcom")


def _came_in(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if "Ⓞ" in match.group() or in_scope(reading, match, "s"):
        to = reading.status(match.start("s"))
        passive = _BY_OTHERS.match(match["verb"])
        stage = "decision" if to and "partner" in to and passive else "effective"
        yield from changes(reading, match, match.start("p"), to, stage, match.end("verb"))


_AS = r"(?: (?:as|to|into|for|to be|to become|under the label of))"


def _by_us(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "the SCO admitted Iran"; "it" is the SCO where the sentence before begins with it or with no country."""
    if match.group()[0] == "Ⓘ":
        before = reading.article.masked(reading.number - 1).text if reading.number else ""
        if reading.masked.slot(match.start()).value != "it" or "Ⓟ" in before[:40] or not reading.stays_with_us(match.start()):
            return
    yield from changes(reading, match, match.start("p"), "member", "effective", match.start("p"))


RULES = (
    Rule(
        id="change.came_in",
        purpose="A country comes in, comes on board, is taken on, moves up as something.",
        pattern=pattern(
            r"<WHO>(?:'s (?:status|standing|rank|position|Ⓣ)(?: as <ART>[ⓈⓉ])?(?: (?:in|within|at) Ⓞ)?)?<REL> ?<AUX>(?:<WISH> "
            r"(?:to )?)?(?P<verb>(?:c[ao]m(?:e|es|ing) (?:in|on board|aboard|on|over)|"
            r"(?:signed|signs|sign|signing) (?:up|on)|taken (?:in|on board|on|aboard|up)|brought "
            r"(?:in|on board|aboard|into the fold)|let in|voted in|waved through|ushered in|"
            r"(?:got|gets?|getting|went|going) in|began|started (?:out|off)?|starts|climbed|climbs|"
            r"moved|(?:promoted|upgraded|raised|lifted|elevated|changed)|"
            r"turned)(?: Ⓞ| (?:in|on) Ⓓ| at Ⓒ| in Ⓒ| Ⓓ)?(?: (?:from <ART>[ⓈⓉ]|up|there))?"
            rf"{_AS}(?: that of)?|(?:made|named|declared|designated|appointed|chosen|selected|picked)(?: as| to be)?|"
            r"join(?:s|ed|ing)? the (?:ranks?|ring|club|circle|family|group|list|queue) of"
            r"(?: the)?|turned from <ART>[ⓈⓉ] (?:to|into)|(?:saw|had|has) its (?:Ⓣ|status|rank|"
            r"position|standing)(?: (?:in|within) Ⓞ)? (?:raised|upgraded|elevated|lifted|"
            r"changed|promoted)(?: from <ART>[ⓈⓉ])? (?:to|into)(?: that of)?) (?:<ART>)(?:rank of |level of )?(?P<s>[ⓈⓉ])"
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
            r"[ⓄⒾ](?:'s)?(?: (?:leaders|members|states|summit|has|have|had|formally|officially|finally|also|will|to|would|"
            r"may|could|not|did|never|heads of state)){0,5} (?P<verb>admit(?:s|ted)?|induct(?:s|ed)?|lets? in|took in|"
            r"takes? in|taken in|lets?(?= Ⓘ in\b)|(?:taken|took)(?= Ⓘ in\b)) "
            r"(?:only )?(?:the )?(?P<p>[ⓅⓇⒾ])(?: in)?(?! (?:as|into|to))"
        ),
        make=lambda reading, match: _by_us(reading, match),
        examples=(
            ("SCO admits Iran", ("IRN member effective",)),
            ("The SCO grew. It admitted India in 2017.", ("IND member effective 2017",)),
        ),
        counter_examples=("NATO admitted Finland, the SCO noted.",),
    ),
)
