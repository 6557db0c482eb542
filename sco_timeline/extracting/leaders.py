"""Leaders in a masked sentence: names with their titles and countries in any order, and those who are called by title alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sco_timeline.extracting.slots import TITLE, Masked, Slot
from sco_timeline.extracting.steps import Step, holds, made_of, take
from sco_timeline.extracting.vocabulary import TITLE_HINTS

_RANK = (
    r"(?:(?:acting|then|new|newly[- ]elected|executive|vice|deputy|caretaker|interim|first|current|visiting|state|supreme|"
    r"external affairs|foreign|prime|defen[cs]e|petroleum|oil|trade|commerce|energy|finance|interior|culture|economy|outer|"
    r"special|senior|Ⓠ)[ -]){0,3}"
)
_OFFICE = (
    r"(?:president|prime minister|premier|pm|fm|eam|minister|leader|chairman|chairperson|chancellor|"
    r"head of (?:state|government|the government|the state)|king|emir|amir|sultan|crown prince|executive secretary|"
    r"(?:under[- ])?secretary[- ]general|ruler|party and head of state|chief of (?:state|government)|chief|strongman|state head|"
    r"host|envoy|ambassador|speaker|(?:deputy )?chair(?:man|person)? of (?:the )?(?:cabinet of ministers|ministers' cabinet|"
    r"government|council of ministers|people's council|presidium|cabinet)|chief executive|executive president)"
)
_DOMAIN = (
    r"(?: (?:of|for) (?:the )?(?:industry and trade|trade|energy|commerce|petroleum|economy|foreign|external|"
    r"internal|political|defen[cs]e)(?: (?:affairs|matters|relations))?| of (?:the )?state council| of state for external affairs)?"
)
_TITLE = rf"(?:{_RANK}{_OFFICE}{_DOMAIN})"
_TITLES = (
    r"(?:(?:vice[ -]|prime |foreign |deputy )?(?:presidents|prime ministers|premiers|pms|leaders|heads of (?:state(?: "
    r"(?:and|or) (?:of )?government)?|government)|chiefs|heads(?= of Ⓟ)|"
    r"ministers|chancellors)(?: and (?:prime ministers|premiers|heads of government))?)"
)
AND = (
    r"(?: ?, ?(?:and |as well as |& )?| and | & |, and |; (?:and )?| as well as | nor | or |/| and also |,? together with |"
    r",? along with |,? alongside | plus )(?:the )?(?:also )?"
)
_OWNER = r"(?:Ⓐ|Ⓟ(?:'s?)?|Ⓧ(?:'s)?)"
_OTHER_SIDE = r"(?:counterpart|colleague|opposite number)"
_INITIALS = re.compile(
    r"(?:(?<=resident )|(?<=inister )|(?<=remier )|(?<=[a-z,] ))(?!President|Premier|Prime|Minister|Leader|Chairman|King|Emir|General|"
    r"Foreign|Vice|Secretary)[A-Z][a-z]+ [A-Z]\. Ⓗ|(?<![\w.])(?:[A-Z][a-z]?\. ?){1,3}Ⓗ|Ⓗ (?:[A-Z]\.){1,3}(?![\w])|(?:(?<=Ⓟ )|(?<=inister )|"
    r"(?<=resident )|(?<=remier ))(?!President|Premier|Minister|Leader|Chairman|King|Emir|Chancellor|Foreign|Prime|Vice)[A-Z][a-z]+ "
    r"(?:[A-Z][a-z]+ )?Ⓗ"
)
_MISTER = re.compile(
    r"(?<![\w-])(?:(?:(?:h\.? ?e\.?,?|his excellency|her excellency|the honou?rable|hon\.?) )?(?:mr|mrs|ms|dr|shri|"
    r"general|gen|sheikh|comrade|marshal|sri|muhammad|mohammad|mian|syed|sayyid|seyyed|seyed|ayatollah(?: sayyid)?)\.? |"
    r"(?:h\.? ?e\.?,?|his excellency|her excellency) )Ⓗ"
)
_WORD = r"[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ](?![\w'’-])"
_NAME = rf"(?:(?:[A-Z][a-z]?\. ?){{1,2}}|(?:{_WORD} ){{1,2}})(?:(?:bin|al|ur|el|ul) )?(?:{_WORD})"
_SHORT_NAME = rf"(?:(?:[A-Z][a-z]?\. ?){{0,2}}|(?:{_WORD} ){{0,2}})(?:(?:bin|al|ur|el|ul) )?(?:{_WORD})(?! [A-ZÀ-Þ][a-z])"
_UNKNOWN_OWNED = re.compile(
    rf"Ⓟ's ({_NAME})(?= [a-z(]|[,.;]|$)|{_OWNER} (?i:{_TITLE}),? ({_SHORT_NAME})|"
    rf"(?:Ⓐ|Ⓟ(?:'s)?) ({_NAME}), (?i:{_TITLE})(?=,)"
)
_UNKNOWN_OF = re.compile(
    rf"(?i:{_TITLE}) of (?:the )?Ⓟ,? ({_NAME})|(?i:{_TITLE}) ({_SHORT_NAME}) of (?:the )?Ⓟ"
    rf"|(?<![\w-])({_NAME}), (?:the )?(?i:{_TITLE}) of (?:the )?Ⓟ,?"
)
_UNKNOWN_BRACKET = re.compile(rf"(?<![\w-])({_NAME}) ?\((?:the )?Ⓟ\)|(?<![\w-])({_NAME}), (?:the )?(?:Ⓐ|Ⓟ's) (?i:{_TITLE})(?=,)")
_LEADERS_OF = re.compile(
    rf"(?:the )?(?:{_TITLE}|{_TITLES}) of (?:the )?(?:both |(?:Ⓝ (?:other )?)?(?:Ⓞ(?:'s)? )?Ⓢ(?:,|:| [–-])? (?:of )?)?Ⓟ(?! ?,? ?Ⓗ|'s| \(Ⓗ)"
    rf"|(?:the )?(?:{_TITLES}|(?:his |her |their )?(?:Ⓝ )?(?:counterparts|colleagues)) (?:from|of) (?:the )?Ⓟ(?!'s| \(Ⓗ)"
    rf"|(?:the )?(?:secretary[- ]general|head|chief|president) of (?:the )?Ⓧ(?! ?,? ?Ⓗ)"
)
_WITH_BRACKETS = re.compile(
    rf"(?:the )?(?:{_TITLES} of (?:the )?)?Ⓟ \(Ⓗ\)(?:{AND}Ⓟ(?: \(Ⓗ\))?)+|(?:the )?{_TITLES} of (?:the )?Ⓟ(?:{AND}Ⓟ)* \(Ⓗ\)"
)
_ADJECTIVE_LEADERS = re.compile(rf"(?:the )?(?:Ⓐ|Ⓟ(?:'s?)?) (?:{_TITLES}|counterparts|colleagues)(?! of)\b")
_TITLED = re.compile(
    rf"(?<![a-z])(?:(?:the |his |her |its |their )?(?:{_OWNER} )?)?(?:then[- ]|now[- ])?(?:{_TITLE}|{_OTHER_SIDE})"
    rf"(?: of (?:the )?[ⓅⓍ])?(?:, Ⓗ(?:,(?! (?:and|as well|who|which|the|also)\b| [ⒽⒶⓅⓍ]))?| Ⓗ)"
)
_WITH_TITLE = re.compile(
    rf"Ⓗ, (?:the )?{_TITLE} of (?:the )?[ⓅⓍ](?:,(?! ?(?:the )?(?:Ⓗ|Ⓐ|Ⓟ|and\b|as well|{_TITLE})))?"
    rf"|Ⓗ, (?:the )?(?:Ⓐ|Ⓟ's?) {_TITLE}(?=,)|Ⓗ of (?:the )?Ⓟ(?![-'\w])"
    rf"|Ⓗ ?\((?:the )?(?:{_TITLE} of (?:the )?)?Ⓟ\)|Ⓗ ?\((?:the )?Ⓐ {_TITLE}\)"
)
_NAME_OF = re.compile(rf"Ⓗ of (?:the )?Ⓟ(?![-'\w])|(?:the )?{_TITLE} of (?:the )?Ⓟ,? (?:(?:mr|mrs|dr|h\.e\.)\.? )?(?:[a-z]\. ?){{0,3}}Ⓗ")
_OWNED = re.compile(r"(?:the )?(?:Ⓟ's|Ⓐ) Ⓗ(?!')")
_UNNAMED = re.compile(
    rf"(?<![a-z])(?:the |his |her )?(?:Ⓐ|Ⓟ(?:'s?)?|Ⓧ(?:'s?)?(?= (?:secretary|chief|head))) (?:{_TITLE}|{_OTHER_SIDE}|"
    r"delegation|side|representatives?|part(?= by ))\b(?! (?:of|for) (?!Ⓟ))|(?:the )?head of the Ⓐ (?:state|government)\b"
)
_PLURAL = re.compile(rf"(?:the )?{_TITLES} Ⓗ")
_PEOPLE = re.compile(rf"Ⓗ(?:(?: of (?:the |an? )?Ⓢ)?{AND}Ⓗ)+")
_APART = re.compile(
    r"\b(?:apart from|aside from|besides|beside|after|before|following|in addition to|ahead of|during|in|at) [a-z -]{0,40}\bwith $"
)
_NO_NAME = re.compile(
    r"(?i)\b(?:foreign|prime|minist\w+|party|council|state|national|central|communist|supreme|people|president|premier|"
    r"road|belt|sea|parliament|government|army|defen[cs]e|security|bank|university|news|agency|times|daily|institute|"
    r"cent(?:er|re)|house|office|court|general|vice|deputy|external|affairs|petroleum|special|islamic|republic|federation|"
    r"federal|chamber|commission|committee|day|first|secretary|senior|ambassador|leader|economic|finance|interior|energy|"
    r"trade|embassy|kremlin|the|an?|and|cabinet|company|group|province|region|taliban|congress|chief|association|initiative|"
    r"silk|(?:nor|sou)th(?:ern)?|(?:ea|we)st(?:ern)?|asian?|summit|meets?|met|to|at|in|on|for|with|said|says|will|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_OF_LEADERS = ("Ⓟ", "Ⓐ", "Ⓧ")
_NO_TITLES = ("Ⓟ's ", "(Ⓟ)")
_HINTS = (*_NO_TITLES, *TITLE_HINTS)
_RARE_HINTS = re.compile(r"side(?<!\wside)| pm\b")


def compose_names(masked: Masked) -> None:
    """Merge "Li Keqiang of China" and "President of China Xi Jinping", before countries are merged into lists, in place."""
    take(masked, _NAMES)


def compose_leaders(masked: Masked) -> None:
    """Merge names, titles and countries of a masked sentence into leaders, and leaders into lists, in place."""
    text = masked.text
    if "Ⓗ" in text:
        take(masked, _OF_NAMES)
    elif masked.words & TITLE:
        if not holds(text, _OF_LEADERS) or not (holds(text, _HINTS) or _RARE_HINTS.search(text)):
            return
    elif not holds(text, _NO_TITLES):
        return
    if "Ⓟ" in masked.text or "Ⓐ" in masked.text:
        take(masked, _OF_UNKNOWN)
    take(masked, _OF_TITLES)
    if "Ⓗ" in masked.text:
        take(masked, _OF_BOTH)
    take(masked, _AFTER_ALL)


def _unknown(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Make a leader of "Kyrgyzstan's Temir Sariev" or "the Mongolian Prime Minister" and a name that no table knows."""
    name = next(filter(None, match.groups()))
    inside = [slot for slot in inside if slot.kind != "Ⓠ"]
    if len(inside) != 1 or len(inside[0].parties) != 1 or _NO_NAME.search(name):
        return None
    return made_of("Ⓗ", inside[0].parties, _rank(match.group().lower()) or "named", (name,))


def _titled(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    person = next(slot for slot in inside if slot.kind == "Ⓗ")
    said = next((slot.parties for slot in inside if slot.kind in "ⓅⒶⓍ"), ())
    unclear = len(said) > 1 or len(person.names) > 1 or person.names == (None,)
    if unclear or (said and person.parties and person.parties != said):
        return None
    return made_of("Ⓗ", person.parties or said, _rank(match.group()) or person.value, person.names)


_BELOW_A_LEADER = re.compile(r"(?<!prime )(?<!cabinet of )(?<!council of )minister|secretary|vice|deputy|\b(?:fm|eam)\b")


def _rank(words: str) -> str | None:
    return "minister" if _BELOW_A_LEADER.search(words) else None


def _unnamed(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Make a leader of "the Chinese president", leaders of "the presidents of China and Russia"."""
    parties = next((slot.parties for slot in inside if slot.kind not in "ⓆⓃⓈⓄ"), ())
    if not parties:
        return None
    states = next((slot for slot in inside if slot.kind == "Ⓢ"), None)
    return replace(made_of("Ⓗ", parties, _rank(match.group()) or "unnamed", (None,) * len(parties)), states=states)


def _people(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    if match.group() == "Ⓗ, Ⓗ" and _APART.search(sentence.text, max(0, match.start() - 70), match.start()):
        return None  # "Apart from the meeting with Putin, Modi is to meet"
    leaders = [slot for slot in inside if slot.kind == "Ⓗ"]
    people = [person for slot in leaders for person in zip(slot.parties, slot.names or (None,), strict=False)]
    rank = "minister" if all(slot.value == "minister" for slot in leaders) else None
    return made_of("Ⓗ", tuple(party for party, _ in people), rank, tuple(name for _, name in people))


def _with_brackets(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Make leaders of "the presidents of Afghanistan (Hamid Karzai), Mongolia and Iran (Mahmoud Ahmadinejad)"."""
    people: list[tuple[str, str | None]] = []
    for slot in inside:
        if slot.kind == "Ⓟ":
            people += [(party, None) for party in slot.parties]
        elif slot.kind == "Ⓗ" and people and len(slot.names) == 1:
            if slot.parties and slot.parties[0] != people[-1][0]:
                return None
            people[-1] = (people[-1][0], slot.names[0])
    return made_of("Ⓗ", tuple(party for party, _ in people), "unnamed", tuple(name for _, name in people))


_OF_PARTIES = (
    "of Ⓟ",
    "of the Ⓟ",
    "of both Ⓟ",
    "of the both Ⓟ",
    "Ⓢ Ⓟ",
    "Ⓢ, Ⓟ",
    "Ⓢ: Ⓟ",
    "Ⓢ - Ⓟ",
    "Ⓢ – Ⓟ",
    "Ⓢ of Ⓟ",
    "from Ⓟ",
    "from the Ⓟ",
    "of Ⓧ",
    "of the Ⓧ",
)
_MANY = ("presidents", "ministers", "premiers", "pms", "leaders", "heads", "chiefs", "chancellors", "counterparts", "colleagues")
_TITLES_NEEDED = (
    *(
        "president",
        "minister",
        "premier",
        "pm",
        "fm",
        "eam",
        "leader",
        "chair",
        "chancellor",
        "head",
        "king",
        "emir",
        "amir",
        "sultan",
        "prince",
    ),
    *("secretary", "ruler", "chief", "strongman", "host", "envoy", "ambassador", "speaker", "counterparts", "colleagues"),
)
_OTHER_SIDES = ("counterpart", "colleague", "opposite number")
_BESIDE_NAME = re.compile(r"\. ?Ⓗ|Ⓗ [A-Z]\.|Ⓟ [A-Z][a-z]|inister [A-Z]|resident [A-Z]|remier [A-Z]")
_NAME_NEAR_COUNTRY = re.compile(r"Ⓟ,? [A-ZÀ-Þ]|[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ](?:, | of (?:the )?Ⓟ)")
_CAPITAL_AFTER_OWNER = re.compile(r"[ⓅⒶⓍ]'?s? [^ⓅⒶⓍⒽ]*[A-ZÀ-Þ]")
_NAMES = (Step(_NAME_OF, _titled, needs=("of Ⓟ", "of the Ⓟ"), beside=("Ⓗ",)),)
_OF_NAMES = (
    Step(_INITIALS, _titled, needs=("Ⓗ",), with_case=True, look=_BESIDE_NAME),
    Step(_MISTER, _titled, needs=("Ⓗ",)),
)
_OF_UNKNOWN = (
    Step(_UNKNOWN_OWNED, _unknown, needs=("Ⓟ", "Ⓐ", "Ⓧ"), with_case=True, look=_CAPITAL_AFTER_OWNER),
    Step(_UNKNOWN_OF, _unknown, needs=("of Ⓟ", "of the Ⓟ"), beside=_TITLES_NEEDED, with_case=True, look=_NAME_NEAR_COUNTRY),
    Step(_UNKNOWN_BRACKET, _unknown, needs=("(Ⓟ", "(the Ⓟ", ", Ⓐ ", ", the Ⓐ ", ", Ⓟ's ", ", the Ⓟ's "), with_case=True),
)
_OF_TITLES = (
    Step(_WITH_BRACKETS, _with_brackets, needs=("(Ⓗ)",)),
    Step(_LEADERS_OF, _unnamed, needs=_OF_PARTIES, beside=_TITLES_NEEDED),
    Step(_ADJECTIVE_LEADERS, _unnamed, needs=("Ⓐ ", "Ⓟ ", "Ⓟ' ", "Ⓟ's "), beside=_MANY),
)
_OF_BOTH = (
    Step(_TITLED, _titled, needs=(" Ⓗ",), beside=(*_TITLES_NEEDED, *_OTHER_SIDES)),
    Step(_WITH_TITLE, _titled, needs=("Ⓗ",), beside=(", ", " of ", "(")),
    Step(_PLURAL, _titled, needs=(" Ⓗ",), beside=_MANY),
    Step(_OWNED, _titled, needs=("Ⓟ's Ⓗ", "Ⓐ Ⓗ")),
)
_AFTER_ALL = (
    Step(_UNNAMED, _unnamed, needs=("Ⓐ ", "Ⓟ ", "Ⓟ' ", "Ⓟ's ", "Ⓧ ", "Ⓧ' ", "Ⓧ's ")),
    Step(_PEOPLE, _people, needs=("Ⓗ",)),
)
