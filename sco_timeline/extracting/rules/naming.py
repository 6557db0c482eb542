"""Rules for statuses that stand beside a name: "observers Iran and Mongolia", "Iran, an observer", "as a member, India"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, NEGATED, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import elsewhere, settled
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.holding import ADJECTIVES, coordinated, held, listed_on, mine

_NEWCOMERS = re.compile(r",? (?:have )?(?:joined|became|were|entered)")
_HELD_SINCE = re.compile(r" (?:has|have) been(?: since)?")
_NO_LIST = re.compile(
    r"\b(?:founding|original|initial|first|potential|prospective|future|upcoming|incoming|coming|next|candidate|possible|would-be|aspiring|"
    r"newest|youngest|latest|for|(?:receiv|obtain|gain|grant|get|giv|acquir|achiev|attain|secur)[a-z]*|"
    r"(?:acced[a-z]+|aspir[a-z]+|interest[a-z]*|upgrad[a-z]+|promot[a-z]+) (?:in|to)|apply to|towards|seek|seeking)"
    r"(?: full| formal| official| permanent)? $|Ⓠ (?:full |formal )?$"
)
_WISHED = re.compile(
    r"\b(?:forward to|hopes?|wants?|wish|seeks?|dreams?|plans?|from|idea of|without|instead of|accept|admit|join|grant|describ|call|regard|"
    r"seen|known|refer|treat|view|consider|label|welcom|recogni|promot|upgrad|rais|approv|appl|became|becom|taken|c[ao]me in as|brought|"
    r"let\b|to sit|(?:was|were|been) included|sign|receiv|(?:is|are|was|were) to |(?:would|could|might) be )"
)
_BESIDES = re.compile(r"\b(?:besides?|in addition to|apart from|aside from|alongside|next to|beyond) [^,;.]{0,24}$")
_COUNTED_APART = re.compile(r", (?:another )?Ⓝ (?:more |other |further )*(?:countries|states|nations|others)?")
_ANOTHERS = re.compile(r"'s (?:[a-z-]+ ){0,2}$")


_TAKEN_IN = re.compile(
    r"\bafter (?:more than |almost |nearly )?(?:[a-zⓃ]+ ){1,3}as (?:an? )?$|"
    r"\b(?:taken|let|brought) (?:in|on|up|aboard)\b[^.;]{0,20}$|"
    r"\b(?:admit|accept|add|welcom|designat|induct|recei)\w* (?:an?|another|its) (?:[a-zⓆ]+ ){0,2}$"
)


def listed(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status that a list of parties holds."""
    place = match.start("s")
    newcomers = reading.text[:place].endswith("new ") and _NEWCOMERS.match(reading.text, match.end())
    slot = reading.masked.slot(place)
    before = reading.text[max(0, place - 24) : place]
    if (
        newcomers
        or _TAKEN_IN.search(reading.text[max(0, place - 40) : place])
        or _HELD_SINCE.match(reading.text, match.end())
        or not mine(reading, match, "s")
        or _NO_LIST.search(before)
        or (not slot.own and _ANOTHERS.search(before))
    ):
        return
    yield from held(reading, match, "p", reading.status(place))


def _in_apposition(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    number = next((slot.value for slot in reading.masked.between(*match.span()) if slot.kind == "Ⓝ"), None)
    if (
        not mine(reading, match, "s")
        or (number and number != len(reading.parties(match.start("p"))) and "one of" not in match.group())
        or re.match(r",? ?since Ⓓ", reading.text[match.end() :])
        or re.search(r"\bas [^Ⓢ]{0,12}Ⓠ", match.group())
    ):
        return
    polarity = polarity_of(match.group())
    if polarity != EXPECTED:
        for status, how in coordinated(reading, match, polarity):
            claims = list(held(reading, match, "p", status, how))
            yield from claims[-1:] if _ONE_OF_THEM.match(match.group()) else claims


_ONE_OF_THEM = re.compile(r"Ⓟ(?:,| \(| –| -) (?:an?|the only) ")  # "Qatar and Iran, an observer": the last alone


def _beside(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "observer states Iran and Mongolia"; of leaders only where the word for a status means states: "observer country leaders"."""
    slot = reading.masked.slot(match.start("s"))
    if match["p"] == "Ⓟ" or re.search("state|countr|nation", reading.article.low[slot.start : slot.end]):
        yield from listed(reading, match)


_CAN_DO = re.compile(r" (?:can|will|may|is (?:now )?(?:able|entitled)|are (?:now )?(?:able|entitled))\b")
_BACK = 3  # sentences in which an entry makes a newcomer
_WERE_IT_ONE = re.compile(r",? (?:could|would|might)\b")


def _in_a_capacity(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read "as an observer, Mongolia"; what newcomers can do is no news: "It was made an observer. As one it can speak"."""
    if _WERE_IT_ONE.match(reading.text, match.end()):
        return
    told = reading.changes_before(match.start(), _BACK) if _CAN_DO.match(reading.text, match.end()) else []
    new = {(claim["party"], claim["to"]) for claim in told}
    yield from (claim for claim in either(reading, match) if (claim["party"], claim["status"]) not in new)


_FOUNDERS_ARE = re.compile(r"(?:(?:in addition to|besides|apart from) )?(?:the|its) (?:Ⓝ )?founding Ⓢ,? (?:of Ⓞ,? )?(?:Ⓘ )?are\b")
_PAIRS = (("s", "p"), ("s", "q"), ("s", "c"), ("t", "q"), ("u", "r"), ("v", "o"), ("x", "w"), ("z", "y"))


def either(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield the status of whichever status and party a pattern of several forms has matched."""
    groups = match.groupdict()
    status, party = next(pair for pair in _PAIRS if groups.get(pair[0]) and groups.get(pair[1]))
    place = match.start(status)
    if (
        mine(reading, match, status)
        and (_FOUNDERS_ARE.match(reading.text) or not _NO_LIST.search(reading.text[max(0, place - 24) : place]))
        and not _TAKEN_IN.search(reading.text[max(0, place - 40) : place])
        and polarity_of(reading.text[match.start() : place]) != NEGATED
        and not _WISHED.search(reading.text[match.start() : place])
        and settled(reading, match, ASSERTED) == ASSERTED
        and not elsewhere(reading, match, place)
        and not (_COUNTED_APART.match(reading.text, place + 1) and _BESIDES.search(reading.text, max(0, place - 50), place))
    ):
        yield from held(reading, match, party, reading.status(place))
        for one in (one for further in listed_on(reading, match.end(party)) for one in reading.parties(further)):
            yield reading.claim("status_held", match, party=one, status=reading.status(place), as_of=None, polarity=ASSERTED)


_NOT_ACTING = (
    r"(?! (?:to|has|have|had|was|were|is|are|will|would|could|joined|became|may|that of|the (?:rank|place|status) of)\b|'s|"
    r",? (?:which|who)| (?:left|kept|shut|barred|snubbed|excluded|absent|missing|stays?|remains?|waits?)\b|"
    r"(?: in the [a-zⓆ]{1,9}(?: row)?)?,? (?:only )?(?:as )?(?:an? |the |its )?(?:full |mere )?[ⓈⓉ])"
)

RULES = (
    Rule(
        id="held.list",
        purpose='A status, then the list of those who hold it: "its members are", "two observers, Afghanistan and Mongolia".',
        pattern=pattern(
            r"(?P<s>[ⓈⓉ])(?:,? (?:states|countries|nations|status|Ⓝ|in Ⓓ|Ⓓ|as of Ⓓ|today|now|so far|of Ⓞ|Ⓞ|were at the table as well|"
            r"at (?:the moment|present)|for (?:now|the time being)|to date|currently|in (?:full|all|total|number)|"
            r"Ⓝ in (?:all|total|number)|all told|which [^,;.ⓅⓈⓉ]{3,50},|\(Ⓝ\))){0,3}(?:\)|\"|,)?(?:(?: also| currently| now)?"
            r" ?(?:(?:are|is|include[sd]?|including|comprises?|consists? of|namely|such as|like|:|\(|being|have been|here are|among them|"
            r"among which|notably|for example|among others|are as follows|- these are| ?--| –| -)[:,]? ?){1,2}(?:now |currently |also |"
            r"at present |today |the following |the |six |Ⓝ |Ⓡ:? |countries |states |nations |founding states |(?:central )?asian |of |: |"
            r"(?<=are, )(?:apart from|besides|next to|in addition to|alongside) ){0,5}(?P<p>Ⓟ)(?! (?:to|(?:co-)?founded|created|set up|"
            r"established|launched|formed)\b|'s| Ⓝ| \d|: ?[Ⓝ\d])| ?(?:was|were|had been|,) (?:the )?(?:Ⓝ )?(?P<q>Ⓟ)"
            + _NOT_ACTING
            + r"| (?:country )?(?:has|have) (?P<c>Ⓟ)(?=,? Ⓝ (?:countries|states)| altogether))"
        ),
        make=either,
        examples=(
            ("The SCO has two observers, Afghanistan and Mongolia.", ("AFG observer", "MNG observer")),
            ("The SCO grows. Its two founding members are China and Russia.", ("CHN member", "RUS member")),
            ("SCO member states: China, Russia and Kazakhstan.", ("CHN member", "RUS member", "KAZ member")),
            (
                "The SCO's members are Iran, an old friend; India, a power; and the two republics of Belarus and Uzbekistan.",
                ("IRN member", "IND member", "BLR member", "UZB member"),
            ),
            ("The SCO has several dialogue partners, among them Egypt.", ("EGY dialogue_partner",)),
            ("Dialogue partners of the SCO include Egypt and Qatar.", ("EGY dialogue_partner", "QAT dialogue_partner")),
            ("SCO observers such as Iran and Mongolia may speak.", ("IRN observer", "MNG observer")),
        ),
        counter_examples=("The members of the EU are France and Germany, unlike the SCO.",),
    ),
    Rule(
        id="held.among",
        purpose='A group, then who of it is meant: "Of the SCO members, India ...", "Among its partners are Egypt and Qatar".',
        pattern=pattern(
            r"(?:\b(?:of|among|amongst) (?:all )?(?:the |its |these )?(?:Ⓝ )?(?:[a-z-]+ ){0,2}(?P<s>Ⓢ)"
            r"(?:,| only| are| is| were|, only| we find| one finds){1,2} (?:the )?(?P<p>Ⓟ)|"
            r"\b(?:besides|alongside|apart from|aside from|in addition to|along with) (?P<q>Ⓟ),?"
            r" (?:[^.;Ⓟ]{0,40}\b(?:other|also|further|more)\b|the|its)[^.;Ⓟ]{0,15}(?P<t>Ⓢ)(?: of Ⓞ)? ?(?:include|are|:|–|-|,) ?(?:the )?Ⓟ|"
            r"\b(?:stand|come|sit|follow|rank|are|were) the (?:Ⓝ )?(?P<v>Ⓢ)(?: of Ⓞ)?(?:,|:| –) (?P<o>Ⓟ)(?=, (?:who|which)|[.;]|$)|"
            r"\b(?:in addition to|besides|apart from) (?:the|its) founding (?P<u>Ⓢ),? (?:of Ⓞ,? )?Ⓘ are (?P<r>Ⓟ))"
        ),
        make=either,
        examples=(
            ("Of the SCO members, India and Pakistan have the largest armies.", ("IND member", "PAK member")),
            ("The SCO has grown to seven members. Besides the founding members they are India.", ("IND member",)),
            (
                "Alongside Turkey there are two other dialogue partners of the SCO: Nepal and Armenia.",
                ("TUR dialogue_partner", "NPL dialogue_partner", "ARM dialogue_partner"),
            ),
        ),
        counter_examples=("Of the members of NATO, Turkey is closest to the SCO.",),
    ),
    Rule(
        id="held.beside",
        purpose='A status straight before its holders: "observer states Iran and Mongolia", "SCO member India".',
        pattern=pattern(
            r"(?<!as )(?<!as an )(?<!as a )(?<!Ⓟ's )(?<!Ⓐ )(?P<s>Ⓢ) (?:and (?:neighbou?r|ally) |of )?(?:the )?"
            r"(?P<p>[ⓅⒽ])(?! (?:to|as|into)\b|'s? (?:bid|application|accession|admission))"
        ),
        make=_beside,
        examples=(
            ("SCO observer states Iran and Mongolia sent ministers.", ("IRN observer", "MNG observer")),
            ("The SCO met. The heads of the observer states of Iran and Mongolia spoke.", ("IRN observer", "MNG observer")),
            ("Observer state leaders Rouhani and Battulga attended the SCO summit.", ("IRN observer", "MNG observer")),
        ),
        counter_examples=("EU members France and Germany criticised the SCO.", "China's partner Russia spoke at the SCO summit."),
    ),
    Rule(
        id="held.apposition",
        purpose='A country named with its status behind a comma or in brackets: "Iran, an observer of the SCO,".',
        pattern=pattern(
            r"(?P<p>Ⓟ)(?:,| \(| –| -| =) (?:Ⓡ |all of them |both of them |also |currently |now |still |itself |then |at that time |"
            r"at present |for now |so far |until now |until then |hitherto |though |although |which (?:is|are) |who are |both |"
            r"all |today |as |only |already |long |once ){0,2}(?:not (?:yet )?)?"
            r"(?:(?:an? |the |its |fellow |one of |the only |Ⓝ |(?:the )?Ⓞ's |founding |full |the other |other |another |Ⓠ ){0,3}|"
            rf"(?:an? |the |another ){ADJECTIVES})(?P<s>Ⓢ)(?=,|\)|\.| –| -|$| (?:so far|until now|up to now|at present|for now|to date|"
            r"currently|still|since|that|which|and|in|with|of Ⓞ|but|as|both|along|together|like|of Ⓓ|today|Ⓓ|there|here))"
        ),
        make=_in_apposition,
        examples=(
            ("Iran, an observer of the SCO, sent its president.", ("IRN observer",)),
            ("Pakistan, until then an observer of the SCO, hoped for more.", ("PAK observer",)),
            ("Iraq and Mongolia, an observer of the SCO, opened embassies.", ("MNG observer",)),
        ),
        counter_examples=("France, a member of the EU, ignored the SCO.",),
    ),
    Rule(
        id="held.as",
        purpose='In a capacity: "As an SCO observer, Mongolia", "being a partner, Nepal", "is present as an observing state".',
        pattern=pattern(
            r"(?:^|[,;\"(–] ?)(?:(?:though|although|while|despite|but) )?(?:as|being) (?:only |both |fellow |still )?(?:an? |the |its )?"
            rf"{ADJECTIVES}(?P<s>Ⓢ),? (?:(?:[ⓄⒾ] (?:also |now |currently )?(?:has|have|counts?|lists?|includes?|names?|recogni[sz]es?)|"
            r"there (?:are|is)|we find|one finds|come|figure|appear):? )?(?:the )?(?P<p>[ⓅⓇ])|"
            r"(?P<q>[ⓅⓇⒾ])(?: (?:is|are|was|were))?(?: (?:also|now|still|currently))? "
            r"(?:present|represented|participat(?:es?|ing)|(?<!were )(?<!was )included|involved|engaged|associated|affiliated|linked|"
            r"listed|registered|accredited|sits?|takes part|has a seat|looks? on|looked on)"
            rf"(?: (?:in|with|to|at|within) (?:the work of )?Ⓞ(?: table)?)? as (?:an? |its |the )?{ADJECTIVES}(?P<t>[ⓈⓉ])|"
            r"(?P<w>[ⓅⓇⒾⒽ])(?=[^.;ⓅⓇⒽⓍⓈⓉ]+[ⓈⓉ])(?:'s (?:delegation|leader|minister))?(?:,? [^.;ⓅⓇⒾⒽⓍⓈⓉ]{0,50}?|,)? "
            r"(?:attend|participat|take part|takes part|taking part|took part|been invited\b|(?:was|were|is|are)"
            r"\b(?! (?:also |only |first |once )?(?:told|asked|advised|urged|encouraged|supposed|meant|expected|to)\b)|be\b|present|sat|"
            r"sits|came|come|flew|spoke|represented|sent)[^.;ⓅⓇⒽⓍⓈⓉ]{0,60}? (?:as (?:an? |the only |one of (?:the )?(?:Ⓝ )?)?|"
            r"with (?:the |an? )?(?!Ⓢ))(?P<x>[ⓈⓉ])(?=[,.;)]| (?:for|at|and|state|of|along|with|in)|$)|"
            r"(?P<y>Ⓗ) (?:represent(?:s|ed|ing)?|(?:came|spoke|sat|took part|was there|were there|attended) for) (?:the )?"
            r"(?P<z>Ⓢ)(?=[,.;)]|$| at| in)|"
            r"(?P<r>[ⓅⓇⒾ])(?=[^.;ⓅⓇⒾ]*, (?:while |though )?being )"
            rf"[^.;ⓅⓇⒾ]{{3,80}}?, (?:while |though )?being (?:only |still |just |merely )?(?:an? |the ){ADJECTIVES}(?P<u>Ⓢ)|"
            rf"\bbeing (?:an? |the ){ADJECTIVES}(?P<v>Ⓢ) (?:suits|satisfies|serves|contents|is enough for) (?P<o>[ⓅⓇⒾ])"
        ),
        make=_in_a_capacity,
        examples=(
            ("As an SCO observer, Mongolia has no vote.", ("MNG observer",)),
            ("Mongolia has no vote in the SCO, being an observer.", ("MNG observer",)),
            ("In 2004 Mongolia was made an observer of the SCO. As an observer, the country can speak.", ()),
            ("Mongolia is present in the SCO as an observing state.", ("MNG observer",)),
            ("Mongolia has been invited to the SCO summit as an observer state.", ("MNG observer",)),
        ),
        counter_examples=(
            "As a NATO member, Turkey surprised the SCO.",
            "As an SCO observer, Nepal would be heard in Asia.",
            "Qatar and the UAE asked for more, but they were told to begin as dialogue partners of the SCO.",
            "Nepal took part in a drill with members of the SCO.",
        ),
    ),
)
