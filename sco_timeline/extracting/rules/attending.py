"""Rules for who came to a summit: who attended, spoke, arrived, was there, stayed away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.coming import (
    APPOSED,
    AS_GUEST,
    AUX,
    AWAY,
    CAME,
    MOVED,
    SPOKE,
    THERE,
    attendance,
    has_being,
    has_stayed,
    is_denied,
    is_planned,
)
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.others import further
from sco_timeline.extracting.rules.venues import at_summit, is_plus, lies_ahead, ministers_meet, two_just_met

_NEVER = re.compile(r"\bnever\b|\bno longer\b|\bif\b|\bwhether\b")
_BETWEEN_TIMES = re.compile(r"\b(?:before|after|ahead of|since|following)\b[^.;]{0,30}$")
_REACH, _NEAR = 12, 3  # sentences
_COMES = re.compile(
    r"(?:attend(?:ed|ing)?|took part|taking part|there|here)"
    rf"(?=[.,;:]|$| too\b| also\b| {AS_GUEST})|c[ao]m(?:e|ing)\b"
)
_WHO_WILL = re.compile(r" (?:those )?who (?:will|are to|would)\b")
_WHEN_HE_WILL = re.compile(r"\b(?:will|(?:is|are) (?:likely |due |expected |set )?to)\b[^.;]{0,160}\b(?:when|where|once) $")
_BESIDE = re.compile(r"(?P<q>Ⓗ) [–-] [^–;ⒽⓅ]{1,90} [–-],? and $")
_TO_ONE = re.compile(r"Ⓗ[^.;]{0,20} (?:at|during|in) (?:the |their |a )?(?:[a-z]+ )?(?:talks|meeting)")
_ASKED_BY = re.compile(r"(?P<q>Ⓗ), (?:invited|asked|urged|received|welcomed|brought|seconded)(?: [a-z]+)? by (?:the )?$")
_INVITED_BY = re.compile(r"(?:invitation|guest) of (?:the )?$")
_WITH_MANY = re.compile(r"[^.;ⒽⓅ]{0,30}?(?:summit|meeting|session|talks) (?:along |together )?with (?:the )?(?P<q>Ⓗ)")
_FELL_TO = re.compile(r"\b(?:fell|was left|was up) to (?:the )?$")
_WITH = re.compile(r"\b(?:meetings?|talks|conversations?) (?:of Ⓗ )?with (?:the )?$")
_HABIT = re.compile(r"\b(?:typically|usually|normally|traditionally|regularly|always|every year|each year|had (?:he|she|they))\b")
_WAS_TO = re.compile(r"\bhad been (?:expected|due|scheduled|invited|set|slated)\b")
_ON_A_VISIT = re.compile(r"[^.;]{0,40}? (?:for|on|to pay) (?:an? )?(?:Ⓝ-day )?(?:[a-z-]+ ){0,2}visit\b")
_UNASKED = re.compile(r"(?:^|been )(?:invited|asked\b[^.;]*)$")
_STILL_OPEN = re.compile(r" (?:since|yet|so far|to (?:any|a single))\b|[^.;]{0,30}\b(?:know|yet)\b")
_ONLY_INVITED = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: [a-z]+ly| also| all)? invited to$")
_INVITED = re.compile(r"\binvit(?:ed|es|ing) [^.;]{0,240}$")
_OTHER_EVENT = re.compile(r"[ ]?(?:the |an? )?(?:[a-z]+ |[ⒹⓆⒸ](?:'s)? ){0,2}Ⓧ(?!-)")
_APART = re.compile(r" in (?:an? |the )?(?:trilateral|three-way|bilateral|ministerial|separate)\b|[^.;,]{0,50} in (?:the )?talks\b")
_WHERE_HE_WILL = re.compile(
    r"[^.;]{0,80}\bwhere (?:Ⓘ|Ⓡ) (?:will|would|is (?:to|due|expected|set|scheduled))\b[^.;]{0,20} "
    r"(?:attend|take part|participate|join|represent)"
)
_DEFINING = ("taking", "took", "attending", "participating", "represented", "present", "attend")  # "the countries taking part"
_PLACE_BEFORE = re.compile(r"\b(?:than|in|for|to|from|of|with|at|against|by|between|visit|visits|visited|visiting) $")
_LEADERS_OF = re.compile(
    r"\b(?:heads|leaders|presidents|premiers|representatives|delegations) (?:of|from) (?:the )?(?:Ⓝ )?Ⓢ(?: [–-]|,|:)? $"
)
_SUMMIT_WORD = re.compile(r"summit|Ⓑ|session|meeting|heads of|attend|take part")


def _is_asked(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a match is a question: "Will he go?"."""
    before = reading.text[max(0, match.start() - 12) : match.start()]
    return re.search(r"(?:^|[.:!?–\"] ?)(?:will|did|does|is|would|has|had|should) $", before) is not None


def _follows_a_plan(reading: Reading, match: re.Match[str], aux: str) -> bool:
    """Say whether a participle goes with a plan before it: "is to chair it, with others joining by video"."""
    planned = re.search(r"\b(?:will|is to|are to) ", reading.text[max(0, match.start() - 90) : match.start()])
    return not aux and re.match(r"[a-z]+ing\b", match["verb"]) is not None and planned is not None


def _among_ministers(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether a minister comes to a meeting that its own sentence does not name, and the talk was of ministers who meet."""
    slot = reading.masked.slot(match.start("p"))
    return slot.value == "minister" and "summit" not in reading.text and ministers_meet(reading)


def _tells_of_it(reading: Reading, match: re.Match[str], aux: str) -> bool:
    """Say whether a match speaks of coming to a summit of ours, and neither asks nor tells of a habit or of another event."""
    text = reading.text
    before = text[max(0, match.start() - 25) : match.start()]
    if _NEVER.search(aux) or _NEVER.search(before.rpartition(",")[2]):
        return False
    own = " who " in match.group() or not _WITH.search(before)
    if not own or not at_summit(reading, match.end("verb"), _REACH, not match["away"]):
        return False
    if _APART.match(text, match.end("verb")):
        return False
    elsewhere = _OTHER_EVENT.match(text, match.end("verb"))
    if elsewhere and not is_plus(reading, elsewhere.end() - 1):
        return False
    if _HABIT.search(text[max(0, match.start() - 60) : match.end("verb")]) or _among_ministers(reading, match) or _is_asked(reading, match):
        return False
    if match["there"] and "present at the meeting" in text and "summit" not in text and two_just_met(reading, True):
        return False
    if _ONLY_INVITED.search(aux) and not match["away"]:
        return False
    invited = _INVITED_BY.search(before) or _INVITED.search(text[max(0, match.start() - 250) : match.start()])
    return not (aux.strip(" ,") == "to" and invited)


def _who_came(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    aux, verb = match["aux"], match["verb"]
    if not _tells_of_it(reading, match, aux):
        return
    own = _SUMMIT_WORD.search(reading.text, match.start("verb"))
    if match["moved"] and own and _BETWEEN_TIMES.search(reading.text[match.end("verb") : own.start()]):
        return
    if match["moved"] and _WHERE_HE_WILL.match(reading.text, match.end()):
        return
    if match["moved"] and not own and _ON_A_VISIT.match(reading.text, match.end("verb")):
        return
    to_one = match.groupdict().get("spoke") and _TO_ONE.search(reading.text, match.start("verb"), match.end())
    if to_one or (match["there"] and not has_being(aux)):
        return
    if (_WAS_TO.search(aux) and not match["away"]) or (verb == "attended" and has_being(aux)):
        return
    planned = (
        (is_planned(aux, verb) and not has_stayed(aux, verb) and not _FELL_TO.search(reading.text, 0, match.start()))
        or _follows_a_plan(reading, match, aux)
        or _WHEN_HE_WILL.search(reading.text, 0, match.start()) is not None
        or _WHO_WILL.match(reading.text, match.end()) is not None
    )
    yield from _claims(reading, match, is_denied(reading, match, aux) == bool(match["away"]), planned)


def _claims(reading: Reading, match: re.Match[str], present: bool, planned: bool) -> Iterator[Claim]:
    unasked = _UNASKED.search(match["away"] or "")
    if match["away"] and present and not unasked:
        return
    present = present and not unasked
    if unasked and not re.search(r"\b(?:was|were)(?:n't| not)", match["aux"]) and _STILL_OPEN.match(reading.text, match.end()):
        return
    if unasked and re.search(r"\b(?:has|have)\b", match["aux"]) and lies_ahead(reading):
        return
    last = re.match(r"Ⓗ,? who (?:is|was|has)\b", match.group()) is not None
    last = last or _INVITED_BY.search(reading.text[max(0, match.start() - 20) : match.start()]) is not None
    asked = _ASKED_BY.search(reading.text, 0, match.start())
    yield from attendance(reading, match, asked.start("q") if asked else match.start("p"), present, planned, last)
    beside = _BESIDE.search(reading.text, 0, match.start())
    for place in (*([beside.start("q")] if beside else []), *further(reading, match.end())):
        yield from attendance(reading, match, place, present, planned)
    many = _WITH_MANY.match(reading.text, match.end()) if match["came"] and present else None
    if many and len(reading.masked.slot(many.start("q")).parties) > 2:
        yield from attendance(reading, match, many.start("q"), present, planned)


def _names_many(reading: Reading) -> bool:
    """Say whether the sentence before names several countries, so that "the country" may be any of them."""
    before = reading.article.masked(reading.number - 1).slots if reading.number else []
    return len({party for slot in before if slot.kind == "Ⓟ" for party in slot.parties}) > 1


_AT_LEVEL_OF_LEADERS = re.compile(
    r"summit|session|Ⓑ|heads of|screen|video|online|guest|"
    r"(?:attend|part)[a-z]*(?: in the meeting)?(?: together)? as (?:an? )?Ⓢ|present (?:too|also|as well)"
)


def _which_country(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    slot = reading.masked.slot(match.start("p"))
    if slot.kind == "Ⓘ" and slot.value in ("he", "she", "we"):
        return
    if slot.kind == "Ⓡ" and slot.value == 1 and "Ⓟ" not in reading.text[: match.start()] and _names_many(reading):
        return
    if slot.kind == "Ⓡ" and not match["aux"] and match["verb"].startswith(_DEFINING) and "," not in match.group():
        return
    if match["verb"].startswith(("sits", "chair")):  # who chairs as a country does so for a year
        return
    if slot.kind == "Ⓟ" and _PLACE_BEFORE.search(reading.text, max(0, match.start() - 10), match.start()):
        return
    if (
        not match["away"]
        and not _LEADERS_OF.search(reading.text, max(0, match.start() - 50), match.start())
        and not match["verb"].startswith("represented")
        and not (_COMES.match(reading.text, match.start("verb")) and at_summit(reading, match.start("verb"), _NEAR))
        and not _AT_LEVEL_OF_LEADERS.search(reading.text[match.start("verb") : match.end() + 90])
    ):
        return
    yield from _who_came(reading, match)


def _he(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if reading.masked.slot(match.start("p")).value in ("he", "she"):
        yield from _who_came(reading, match)


_VERBS = rf"(?P<verb>(?P<came>{CAME})|(?P<spoke>{SPOKE})|(?P<moved>{MOVED})|(?P<there>{THERE})|(?P<away>{AWAY}))"
_ITS_RULERS = r"(?:'s?)? (?:[a-z]+ ){0,2}?(?:government|rulers|authorities|leadership|regime|representatives?|envoys?)\b"
_OF_COUNTRIES = (
    rf"(?P<verb>(?P<came>{CAME}|appear(?:s|ed|ing)? on (?:the |a )?screens?|joined? (?:online|by|via) ?)|"
    rf"(?P<there>represented(?! by| in (?!person))|{THERE})|(?P<away>{AWAY})|(?P<moved>c[ao]m(?:e|ing)(?= (?:too|also|as well|"
    rf"in person|{AS_GUEST}|at the level|with (?:its|their))\b)))"
)


RULES = (
    Rule(
        id="attend.came",
        purpose="A leader attends, addresses, travels to, is present at, skips the summit.",
        pattern=pattern(rf"(?P<p>Ⓗ)(?:'s? (?:plane|aircraft|jet)|(?!'s))(?: Ⓡ)?{APPOSED}{AUX},? ?{_VERBS}"),
        make=_who_came,
        examples=(
            ("Vladimir Putin attended the SCO summit in Samarkand in 2022.", ("RUS Vladimir Putin 2022 present",)),
            ("Narendra Modi is not attending the SCO summit.", ("IND Narendra Modi None absent",)),
            (
                "Neither Xi Jinping nor Narendra Modi came to the SCO summit.",
                ("CHN Xi Jinping None absent", "IND Narendra Modi None absent"),
            ),
            ("The Mongolian president flew to Tashkent for the SCO summit.", ("MNG None None present",)),
            ("Imran Khan stayed away from the SCO summit.", ("PAK Imran Khan None absent",)),
            ("Ilham Aliyev was in Tianjin on Monday to attend the SCO summit.", ("AZE Ilham Aliyev None present",)),
            ("Nikol Pashinyan told the SCO summit that peace was near.", ("ARM Nikol Pashinyan None present",)),
            (
                "Imran Khan has left for Bishkek, where he will take part in the SCO summit.",
                ("PAK None None present",),
            ),
            ("Imran Khan returned to Pakistan on Monday after attending the SCO summit.", ("PAK Imran Khan None present",)),
            ("Imran Khan has left for the SCO summit in Bishkek, where he will see Xi Jinping.", ("PAK Imran Khan None present",)),
            ("Imran Khan flies to the SCO summit. Imran Khan spoke at the SCO summit.", ("PAK Imran Khan None present",)),
            (
                "The SCO summit will be in Ufa. The leaders of two observers - Iran and Mongolia - will attend the meeting.",
                ("IRN None None present", "MNG None None present"),
            ),
            (
                "Imran Khan, Hassan Rouhani and the head of the Kazakh state came to the SCO summit.",
                ("PAK Imran Khan None present", "IRN Hassan Rouhani None present", "KAZ None None present"),
            ),
            (
                "Hassan Rouhani and Ashraf Ghani met Central Asian leaders on Monday for an SCO summit.",
                ("IRN Hassan Rouhani None present", "AFG Ashraf Ghani None present"),
            ),
            ("The SCO summit will be in Bishkek. Hassan Rouhani will join them as a guest.", ("IRN Hassan Rouhani None present",)),
            ("Serik Akhmetov (Kazakhstan) was among the guests of the SCO summit.", ("KAZ Serik Akhmetov None present",)),
        ),
        counter_examples=(
            "Sergey Lavrov attended the SCO foreign ministers' meeting.",
            "Vladimir Putin visited Beijing two weeks before the SCO summit.",
            "Xi Jinping attended the BRICS summit; the SCO was not mentioned.",
            "At the SCO summit talks with Xi Jinping are set for the last day.",
            "Dmitry Peskov said that the SCO had become stronger since the summit.",
            "Modi has never attended an SCO summit in Minsk.",
            "At the SCO summit Vladimir Putin and Xi Jinping will take part in a trilateral meeting with the Mongolian president.",
            "The SCO summit is near. Wang Yi told a press briefing after the SCO summit talks that all went well.",
            "The SCO held a summit. More was signed at the forum of farmers. Vladimir Putin spoke at the plenary session.",
            "SCO trade ministers meet in Minsk\n\nThe session was opened on Monday. Vladimir Putin spoke at the plenary session.",
            "Sergey Lavrov flew to Astana for the SCO ministerial meeting.",
            "Imran Khan and Hassan Rouhani have been invited to attend the SCO summit.",
            "The SCO foreign ministers met in Goa to prepare for the leaders' summit. Qin Gang also took part.",
            "The SCO summit in Bishkek is near. Sooronbay Jeenbekov attended the inauguration of Narendra Modi.",
        ),
    ),
    Rule(
        id="attend.he",
        purpose="He or she, named before, attends, speaks, stays away.",
        pattern=pattern(rf"(?P<p>Ⓘ){APPOSED}{AUX},? ?{_VERBS}"),
        make=_he,
        examples=(("Pervez Musharraf asked for membership. He was speaking at the SCO summit.", ("PAK None None present",)),),
    ),
    Rule(
        id="attend.country",
        purpose="A country attends, is represented, stays away, is not invited.",
        pattern=pattern(rf"(?P<p>[ⓅⒾⓇ](?!')|[ⓅⒶ](?={_ITS_RULERS}))(?:{_ITS_RULERS})?(?!'){APPOSED}{AUX} {_OF_COUNTRIES}"),
        make=_which_country,
        examples=(
            ("Turkmenistan attended the SCO summit as a guest.", ("TKM None None present",)),
            ("Afghanistan was not represented at the SCO summit in Astana.", ("AFG None None absent",)),
            ("Bangladesh stayed away from the SCO summit.", ("BGD None None absent",)),
            ("The SCO summit was watched. India, a newcomer, is taking part in the meeting as a full member.", ("IND None None present",)),
        ),
        counter_examples=(
            "Kazakhstan takes part in the work of the SCO.",
            "The SCO summit in Astana was long; it was attended by all.",
            "India and Iran came late. The countries taking part in the SCO summit want peace.",
            "India attended the SCO defence ministers' meeting.",
            "Never before has India chaired the SCO Council of Heads of Government.",
        ),
    ),
)
