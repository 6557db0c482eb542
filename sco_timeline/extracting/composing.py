"""From single slots to those that rules speak of: lists, leaders with their countries, cities with theirs, statuses of the SCO."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sco_timeline.extracting.capitals import PEOPLES, ROW, acting_capital, peoples, row_of_capitals
from sco_timeline.extracting.leaders import compose_leaders, compose_names
from sco_timeline.extracting.slots import TOWN, Masked, Slot
from sco_timeline.extracting.steps import Step, holds, made_of, take
from sco_timeline.extracting.vocabulary import CAPITALS

_AND = (
    r"(?: ?, ?(?:and |as well as |& )?| and | & |, and |; (?:and )?(?=(?:the )?Ⓟ(?:[;.]|$))| as well as | nor |/| and also |"
    r", an? [^,;.ⓅⒽⒶⓈⓉⒹ]{3,40},? and | and, the [a-z ]{3,20}, | and (?:the|its|their) (?:hosts?|newcomer|organi[sz]er), |"
    r",? together with |,? along with |,? alongside | plus | (?=Ⓟ, Ⓟ)) ?(?:the )?"
)
_IN_LIST = (
    r"(?:(?:newcomer |newly admitted |(?:the )?new(?:est)? Ⓢ |neighbou?ring |also |Ⓡ(?: of|:|,? namely| -| –| \(|,) ?|"
    r"[a-z]+ asian Ⓝ(?: of|,|:| –| \() ?|(?:Ⓝ )?(?:other )?(?:former soviet |ex-soviet |post-soviet |[a-z]+ asian |"
    r"gulf |arab ){0,2}(?:republics?|states|countries|nations|neighbou?rs|giants|powers|monarchies|kingdoms|ones)"
    r"(?: (?:in|of|from) (?:central asia|the (?:region|gulf)))?(?: of|:|,? namely| ?--| -| –| \(|,)? ?)?)(?:the )?"
)
_LIST = re.compile(rf"Ⓟ(?:{_AND}{_IN_LIST}Ⓟ)+")
_ADJECTIVES = re.compile(rf"Ⓐ(?:{_AND}Ⓐ)+")
_CITY = re.compile(
    r"(?:the )?(?:Ⓐ|Ⓟ(?:'s?)?)(?: (?!commercial|financial|business|economic|cultural|northern|southern|"
    r"ancient|old|former|second)[a-z-]+){0,2} (?:capital(?: city)?|city|resort|port)(?:(?: of|,)? Ⓒ)?"
    r"|(?:the )?(?:[a-z]+ ){0,2}(?:capital(?: city)?|city|resort|port)(?: of)? (?:Ⓟ,? ?Ⓒ|Ⓒ|Ⓟ)|"
    r"Ⓒ(?:,| in|,? the capital of) Ⓟ(?!(?:,| and) Ⓟ)"
)
_ANY_CITY = re.compile("Ⓒ")
_CITY_COUNTRY = re.compile(r"Ⓒ(?:(?:,| in) Ⓟ(?!(?:,| and) Ⓟ)| \(Ⓟ\))")
_SAME_NAME = re.compile(r"Ⓞ,? ?\( ?(?:Ⓞ|(?:or |the )?[\"']?[a-z.]{2,5}[\"']?|(?:or |hereinafter )?(?:the )?[\"']?Ⓞ[\"']?) ?\)")
_STANDING = re.compile(
    r"(?:(?:the |an? |its )?(?:status|capacity)|(?:the |an? |its )(?:rank|rights|position|role|places?|seats?|title|identity|"
    r"quality|grade|category)) (?:of|as) (?:an? |the |its |being )?[\"']?(?:Ⓞ('s?)? )?(?:new )?[\"']?Ⓢ[\"']?|"
    r"(?:Ⓢ(?:'s|s'|')?|Ⓣ)[- ](?:status(?:es)?|ranks?|seats?|standing|rights|places?|positions?|identity|slots?|labels?|grade|"
    r"titles?|level)\b"
)
_OWN = re.compile(
    r"(?:full[- ]|permanent |fully[- ]fledged |full[- ]fledged |formal )?Ⓞ(?:'s?|-)? ?(?:new )?[ⓈⓉ](?: (?:of|in) Ⓞ)?"
    r"|[ⓈⓉ](?:'s)?[\"']? (?:of|in|to|at|within|with|from) "
    r"(?:both )?(?:the )?(?:framework of )?(?:(?:Ⓧ, (?:the )?){0,5}Ⓧ(?:,? (?:and|or|as well as)(?: of)? (?:the )?[\"']?Ⓞ|"
    r", (?:the )?Ⓞ(?=(?:,|,? and|,? or) (?:the )?Ⓧ))|(?:(?!(?:to|of|from|at|for|with|by|on|and|or|in|before|after|including) |"
    r"delegation|committee|team|staff)[a-z-]+ ){0,2}(?:Ⓝ-(?:Ⓢ|nation|country|state|strong) (?:[a-z]+ )?)?[\"']?Ⓞ)"
)
_OTHERS = re.compile(r"Ⓧ(?:'s?|-)? ?(?:[a-z]+ )?[ⓈⓉ]|[ⓈⓉ] (?:of|in|to|at|within|with) (?:both )?(?:the )?(?:[a-z-]+ ){0,2}Ⓧ")
_SOMEBODYS = re.compile(
    r"[ⓈⓉ] (?:of|for) (?:the |a |an |his |her |this |that )?+(?!Ⓞ|Ⓓ|Ⓟ|Ⓝ|states|countries|long|while|first|now|years|past|last|"
    r"many|almost|nearly|them\b|all (?:had|was|were|has|is|are)\b|over|more|some|decades?|its|their|organi[sz]ation|bloc\b|"
    r"grouping\b|good\b)(?=[a-zⒶⒽⒸ])|Ⓢ of (?:the )?Ⓟ|\b(?:guest|honorary) Ⓢ"
)


_OWNERS = re.compile(r"Ⓟ's?(?:,? and |, )Ⓟ(?=')")
_ALLY = re.compile(r"Ⓧ[- ](?:Ⓢ|ally|allies|state|candidate|power) Ⓟ(?!')")  # "NATO member Turkey"
_COUNTRY = re.compile(
    r"(?:the )?Ⓐ (?:country|nation|republic|kingdom)\b|Ⓟ (?:country|state)(?= (?:is|was|"
    r"has|have|became|becomes|will|joined|obtained|received)\b)"
)


def _country(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Read "the Turkish republic" as the country."""
    return replace(inside[0], kind="Ⓟ") if len(inside[0].parties) == 1 else None


_TWICE = re.compile(r"Ⓟ ?\( ?Ⓟ ?\)")


def _twice(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Read "the United Arab Emirates (UAE)" as one name."""
    return inside[0] if inside[0].parties == inside[-1].parties else None


def compose(masked: Masked) -> Masked:
    """Merge the slots of a masked sentence, in place, and return it."""
    if not masked.slots:
        return masked
    if "Ⓞ" in masked.text:
        take(masked, _SAME_NAMES)
    if "Ⓒ" in masked.text or (masked.words & TOWN and holds(masked.text, ("capital", " city"))):
        take(masked, _PLACES)
    if "Ⓟ" in masked.text or "Ⓐ" in masked.text:
        compose_names(masked)
        take(masked, _ALONE)
    if masked.text.count("Ⓟ") + masked.text.count("Ⓒ") > 1:
        take(masked, _LISTS)
    if masked.text.count("Ⓐ") > 1:
        take(masked, _ADJECTIVE_LISTS)
    compose_leaders(masked)
    if "Ⓢ" in masked.text or "Ⓣ" in masked.text:
        take(masked, _STATUSES)
    return masked


def _city(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    cities = [slot for slot in inside if slot.kind == "Ⓒ"]
    parties = next((slot.parties for slot in inside if slot.kind in "ⓅⒶ"), ())
    if cities and match.group()[0] == "Ⓒ" and parties and cities[0].parties != parties:
        return None
    if cities:
        return made_of("Ⓒ", cities[0].parties, cities[0].value)
    if len(parties) != 1:
        return None
    return made_of("Ⓒ", parties, CAPITALS.get(parties[0]) if "capital" in match.group() else None)


_ASIDE = re.compile(
    r"(?:^|[,;\"] ?)(?:unlike|like|besides|apart from|aside from|in addition to|except for|alongside|beside|other than|"
    r"contrary to|for|in|with|after|against|from|as in) $"
)


def _parties(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Make one slot of a list; "Unlike Pakistan, Bangladesh" and "Belarus, Russia's ally" are none."""
    if (
        len(inside) == 2
        and match.group() in ("Ⓟ, Ⓟ", "Ⓟ, the Ⓟ")
        and (_ASIDE.search(sentence.text[max(0, match.start() - 18) : match.start()]) or sentence.text.startswith("'s", match.end()))
    ):
        return None
    after_venue = len(inside) > 2 and _VENUE.search(sentence.text, max(0, match.start() - 40), match.start())
    return _list(sentence, match, inside[1:] if after_venue else inside)


_VENUE = re.compile(
    r"\b(?:summits?|meetings?|sessions?|talks|forum|held|gathering)(?: [a-zⓄⒸⒹ]+){0,2} in $"
)  # "At the summit in China, Iran and India"


def _list(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot:
    kind = inside[-1].kind
    return made_of(kind, tuple(dict.fromkeys(party for slot in inside if slot.kind == kind for party in slot.parties)), "list")


def _standing(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot:
    status = next(slot for slot in inside if slot.kind in "ⓈⓉ")
    return replace(made_of("Ⓣ", value=status.value), own=any(slot.kind == "Ⓞ" for slot in inside))


def _own(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    status = next(slot for slot in inside if slot.kind in "ⓈⓉ")
    if any(slot.kind == "Ⓝ" for slot in inside):
        status.own = True
        return None
    return replace(status, own=True)


def _others(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Drop "member of NATO", "EU members"; a status that was found to be one of the SCO stays."""
    return None if any(slot.own for slot in inside) else made_of("Ⓧ")


def _somebodys(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot | None:
    """Drop "member of the delegation": a status whose holder belongs to something that is no organization of ours.

    "The member states of China and Russia" belong to the SCO.
    """
    named = sentence.text.endswith("the ", 0, match.start()) and inside[0].value in ("member", "observer")
    states = named and len(inside[-1].parties) > 1
    return None if inside[0].own or states else made_of("Ⓧ")


def _first(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot:
    """Read "Shanghai Cooperation Organisation (SCO)" as the first name in it."""
    return inside[0]


def _last(sentence: Masked, match: re.Match[str], inside: Sequence[Slot]) -> Slot:
    """Read "NATO member Turkey" and "joining BRICS and the SCO" as the last name in them."""
    return inside[-1]


_WITH_US = re.compile(r"(?<=ing )(?:both )?Ⓧ,? (?:and|as well as) (?:also )?Ⓞ(?=[.,;:)?!\"]|$| (?:as|in|on|this|next|last|by)\b)")


_SAME_NAMES = (
    Step(_SAME_NAME, _first, needs=("Ⓞ (", "Ⓞ(", "Ⓞ, (", "Ⓞ,(")),
    Step(_WITH_US, _last, needs=("Ⓧ and", "Ⓧ, and", "Ⓧ as", "Ⓧ, as"), beside=("Ⓞ",)),
)
_PLACES = (
    Step(_CITY, _city, needs=("capital", "city", "resort", "port", "Ⓒ, Ⓟ", "Ⓒ in Ⓟ")),
    Step(_CITY_COUNTRY, _city, needs=("Ⓒ, Ⓟ", "Ⓒ in Ⓟ", "Ⓒ (Ⓟ)")),
    Step(_ANY_CITY, acting_capital, needs=("Ⓒ",)),
)
_ALONE = (
    Step(PEOPLES, peoples, needs=("the Ⓐ",)),
    Step(_COUNTRY, _country, needs=("Ⓐ country", "Ⓐ nation", "Ⓐ republic", "Ⓐ kingdom", "Ⓟ country", "Ⓟ state")),
    Step(_ALLY, _last, needs=("Ⓧ ", "Ⓧ-"), beside=(" Ⓟ",)),
)
_LISTS = (
    Step(ROW, row_of_capitals, needs=("Ⓒ",)),
    Step(_TWICE, _twice, needs=("Ⓟ (", "Ⓟ(")),
    Step(_OWNERS, _list, needs=("Ⓟ'",)),
    Step(_LIST, _parties, needs=("Ⓟ",)),
)
_ADJECTIVE_LISTS = (Step(_ADJECTIVES, _list, needs=("Ⓐ",)),)
_STANDINGS = (
    *("status", "capacity", "rank", "right", "position", "role", "place", "seat", "title", "identity", "quality", "grade", "category"),
    *("standing", "slot", "label", "level"),
)
_STATUSES = (
    Step(_STANDING, _standing, needs=("Ⓢ", "Ⓣ"), beside=_STANDINGS),
    Step(_OWN, _own, needs=("Ⓞ",), beside=("Ⓢ", "Ⓣ")),
    Step(_OTHERS, _others, needs=("Ⓧ",), beside=("Ⓢ", "Ⓣ")),
    Step(_SOMEBODYS, _somebodys, needs=("Ⓢ of ", "Ⓢ for ", "Ⓣ of ", "Ⓣ for ", "guest Ⓢ", "honorary Ⓢ")),
)
