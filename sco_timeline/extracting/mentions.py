"""Whom a span of a text names: the countries that act in it, else those named as owners, else leaders and capitals."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from sco_timeline.extracting.lexicon import Found
from sco_timeline.extracting.vocabulary import CAPITALS

if TYPE_CHECKING:
    from sco_timeline.extracting.articles import Article

_LEADER = re.compile(
    r"(?:'s)? (?:president|prime minister|premier|leader|head of state|ambassador|envoy|(?:deputy )?foreign minister|"
    r"deputy prime minister)\b"
)
_NOT_ACTING = ("which ", "where ", "whom ", "unlike ", "like ", "in ", "besides ", "beside ", "alongside ", "than ", "apart from ")
_HE = re.compile(r"\bs?he\b(?! (?:said|told))")
_AFTER_TALKS = re.compile(
    r"(?:after|before|following|during|ahead of|apart from|aside from|besides|in addition to) "
    r"(?:his |her |the |an? )?(?:[a-z-]+ ){0,3}?(?:talks|meetings?|call|conversation|dinner|lunch) with [^.;,]{3,80},? $"
)
_LIKE_BOTH = re.compile(r"\b(?:[Uu]nl|[Ll])ike (?:the )?[A-Z]\w+,?(?: or| and) (?:the )?$")


_QUOTED = re.compile(
    r"'s? (?:[a-z]+ ){0,3}(?:ministry|ministers?|media|agency|embassy|press|spokes[a-z]+|officials?|government|service|"
    r"[a-z]*paper) (?:has |have |had )?(?:said|says?|announced|announces|reports?|reported|writes?|wrote|told|explained|added|"
    r"noted|confirmed)\b[^,;]{0,30}$"
)  # who is named at the end of a sentence only as its source: "..., Pakistan's foreign ministry says."


def opens_with_he(article: Article, number: int) -> bool:
    """Say whether a sentence speaks of him who was named before it: "He met Vladimir Putin"."""
    first, end = article.sentences[number][:2]
    head = next((name.start for name in article.names_within(first, end) if name.meaning.kind == "Ⓗ"), end)
    return _HE.search(article.low, first, head) is not None


def follows_a_meeting(article: Article, start: int, place: int) -> bool:
    """Say whether he at a place is not whom his sentence names before: "After talks with Xi Jinping he will travel on"."""
    return _AFTER_TALKS.match(article.low, start, place) is not None


def named_in(article: Article, start: int, end: int, person: bool, owners: bool) -> list[str]:
    """Return the parties named in a span: countries, else leaders, else capitals; owners ("China's") come last."""
    names = [name for name in article.names_within(start, end) if name.meaning.party]
    people = [str(name.meaning.party) for name in names if name.meaning.kind == "Ⓗ" or (person and _LEADER.match(article.low, name.end))]
    if person:
        return people
    states = [name for name in names if name.meaning.kind == "Ⓟ"]
    acting = [
        str(name.meaning.party)
        for name in states
        if not article.flat.startswith("'", name.end)
        and not article.low.endswith(_NOT_ACTING, max(0, name.start - 12), name.start)
        and not _locates(article, name)
        and not _LIKE_BOTH.search(article.flat, max(0, name.start - 30), name.start)
    ]
    if acting or not owners:
        return acting
    quoted = {name.meaning.party for name in states if _QUOTED.match(article.low, name.end, end)}
    names = [name for name in names if name.meaning.party not in quoted]
    return (
        [str(name.meaning.party) for name in states if not _locates(article, name) and name.meaning.party not in quoted]
        or people
        or [str(name.meaning.party) for name in names if name.meaning.kind == "Ⓒ" and name.meaning.name in CAPITALS.values()]
    )


_PLACE = re.compile(r"(?:\b(?:in|at|to|from|near|of|for|into|via|outside|between|the|and|or)|,) $")


def capital_in(article: Article, start: int, end: int) -> list[str]:
    """Return the countries whose capitals act in a span: "Moscow said that it", "which leaves Tehran outside: it"."""
    return [
        str(name.meaning.party)
        for name in article.names_within(start, end)
        if name.meaning.kind == "Ⓒ"
        and name.meaning.party
        and CAPITALS.get(name.meaning.party) == name.meaning.name
        and article.flat.startswith(" ", name.end)
        and article.flat[name.end + 1 : name.end + 2].islower()
        and not _PLACE.search(article.low, max(0, name.start - 10), name.start)
    ]


_BODY = re.compile(
    r" (?:parliament|majlis|cabinet|government|senate|"
    r"legislature|lawmakers|national assembly|council of ministers|houses?)\b"
)


def by_adjective(article: Article, start: int, end: int, bodies: bool) -> list[str]:
    """Return the countries named by adjectives in a span: of bodies of their own alone ("the Iranian parliament"), or of all."""
    names = [name for name in article.names_within(start, end) if name.meaning.kind == "Ⓐ" and name.meaning.party]
    return [str(name.meaning.party) for name in names if not bodies or _BODY.match(article.low, name.end)]


def owner_at_head(article: Article, start: int, place: int) -> list[str]:
    """Return the country with whose name a sentence begins as an owner: "India's story began when it applied"."""
    first = article.names_within(start, min(place, start + 12))[:1]
    return [str(name.meaning.party) for name in first if name.meaning.kind == "Ⓟ" and article.flat.startswith("'", name.end)]


def owners_in(article: Article, start: int, place: int) -> tuple[str, ...]:
    """Return the countries that a span names as owners: "Armenia's and Azerbaijan's applications"."""
    named = [name for name in article.names_within(start, place) if name.meaning.kind == "Ⓟ" and article.flat.startswith("'", name.end)]
    return tuple(dict.fromkeys(str(name.meaning.party) for name in named))


def _locates(article: Article, name: Found) -> bool:
    """Say whether a country is named to say where a city is: "Dushanbe, Tajikistan"."""
    before = article.names[bisect_left(article.name_starts, name.start) - 1] if article.flat.startswith(", ", name.start - 2) else None
    return before is not None and before.meaning.kind == "Ⓒ" and before.end == name.start - 2
