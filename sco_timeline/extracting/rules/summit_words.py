"""The words that name summits and those who meet at them, shared by the rules for summits."""

from __future__ import annotations

import re

from sco_timeline.extracting.resolving import Reading

STATES = r"(?:member[- ])?(?:states?|countries|nations?)"
RANKS = (
    r"(?:heads? of (?:the )?(?:member )?(?:states?(?:(?:,? and|/|-) ?(?:of )?(?:the )?governments?)?|(?:state )?governments?)"
    r"(?: \((?:prime ministers|premiers)\))?|heads of (?:the )?(?:Ⓝ )?(?:Ⓢ(?!')|Ⓞ (?:Ⓢ|states|countries)(?!'))|state heads|"
    r"government heads|(?:top |national )?leaders|presidents|prime ministers|premiers)"
)
COUNCIL = (
    r"(?:(?:the )?(?:Ⓞ(?:'s)? )?Ⓑ(?: \([a-z ]{3,24}\))?|"
    rf"(?:the )?(?:Ⓞ(?:'s)? )?council of (?:the )?(?:Ⓞ )?{RANKS}(?: council)?(?: \([a-z ]+\))?|"
    rf"(?:the )?(?:Ⓞ(?:'s)? )?{RANKS} council(?: \([a-z ]+\))?|(?:the )?(?:Ⓞ(?:'s)? )?council of (?:the )?heads of (?:the )?Ⓢ)"
)
_MEMBERS = rf"(?:Ⓢ|{STATES})"
OF_US = (
    rf"(?: (?:of|from|for|by|among|in) (?:the |all |all the |all of the )?(?:Ⓝ )?(?:(?:Ⓞ|Ⓥ)(?:'s)? {_MEMBERS}|"
    rf"{_MEMBERS}(?: of (?:the )?[ⓄⓋ])?|\"?[ⓄⓋ]\"?))"
)
_WORDS = (
    r"(?:annual|plus|yearly|regular|jubilee|informal|formal|Ⓝ-day|Ⓝ-nation|latest|recent|this year's|last year's|next year's|"
    r"next month's|next week's|this week's|last week's|last month's|this month's|Ⓓ(?:'s)?|anniversary|Ⓠ[- ]anniversary|landmark|"
    r"historic|extraordinary|virtual|online|hybrid|video|Ⓠ|Ⓒ(?:'s|-hosted)?|Ⓟ-(?:hosted|chaired)|upcoming|forthcoming|coming|"
    r"next|expanded|ordinary|plenary|key|major|crucial|important|big|current|ongoing|previous|same|first-ever|inaugural|closing|"
    r"main|largest(?:-ever)?|biggest(?:-ever)?|just-concluded|recently concluded|concluded|planned|scheduled|high-level|"
    r"top-level|long-awaited|year's|\"|full|full-scale|high-profile|[ⓄⓋ](?:'s?|-)?(?: Ⓢ'?s?'?)?|(?:Ⓞ-)?Ⓑ|leaders'?|"
    + RANKS.replace("(?:top |national )?", "")
    + r"'?|heads'|premiers'|head|grand|special|entire|whole)"
)
MODS = rf"(?! )(?<![a-z](?=[a-z]))(?:{_WORDS} ){{0,7}}"

MINISTERS = re.compile(
    r"(?<!prime )(?<!prime-)(?<!cabinet of )minister(?:s|ial)\b|"
    r"\bdefen[cs]e (?:chiefs|min)|security (?:council secretar|advis|chiefs)|secretaries|"
    r"coordinators|\bexperts?\b|prosecutors|judges|"
    r"speakers|\brats\b|judicial|mayors|\byouth|\bforum|working group|supreme court|business council|interbank"
)


def of_ministers(reading: Reading) -> bool:
    """Say whether a sentence, or the one before, speaks of a meeting of ministers or experts rather than of leaders."""
    first = reading.article.sentences[max(0, reading.number - 1)].start
    last = reading.article.sentences[reading.number].end
    return MINISTERS.search(reading.article.low, first, last) is not None


def names_us(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match names the SCO, the Shanghai Five, one of the councils or the members of the SCO."""
    return any(slot.kind in "ⓄⒷⓋ" or slot.own for slot in reading.masked.between(*match.span()))


def head(match: re.Match[str]) -> int:
    """Return where the noun of a match is."""
    return next((match.start(name) for name in ("head", "second", "third") if name in match.re.groupindex and match[name]), match.start())
