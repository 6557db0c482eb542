"""Prose made of what a block says, "Iran" and "joined the SCO in 2023", read by the rules for prose as one sentence."""

from __future__ import annotations

from functools import lru_cache

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.opening import open_article
from sco_timeline.extracting.prose import claims_of_prose
from sco_timeline.loading import shared

_BEFORE = "This is about the Shanghai Cooperation Organisation. "


def said(article: Article, sentence: str, span: tuple[int, int], published: str | None = None) -> list[Claim]:
    """Return what a sentence says that is made of a span of an article, with the span as its evidence."""
    made = open_article(_BEFORE + sentence, published or article.published)
    claims = claims_of_prose(made, covered=((0, len(_BEFORE)),))
    for claim in claims:
        claim["evidence"], claim["sentence"] = list(span), list(span)
    return claims


@lru_cache(maxsize=64)
def name_of(party: str) -> str:
    """Return the name of a party as a sentence can use it."""
    names = shared("parties").set_index("party_id")["name"]
    return str(names.get(party, party))
