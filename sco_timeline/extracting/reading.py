"""From a text to its claims: first what is no prose, then every rule on every other sentence, then one claim for each distinct content."""

from __future__ import annotations

from sco_timeline.extracting.blocks import read_blocks
from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.gate import is_about_the_sco
from sco_timeline.extracting.merging import distinct
from sco_timeline.extracting.opening import open_article
from sco_timeline.extracting.prose import claims_of_prose


def claims_of(text: str, published: str | None = None) -> list[Claim]:
    """Return the claims of a text, in the order of their evidence."""
    if not is_about_the_sco(text):
        return []
    article = open_article(text, published)
    blocks = read_blocks(article)
    return distinct([*blocks.claims, *claims_of_prose(article, blocks.covered)], article.published)
