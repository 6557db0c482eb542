"""From a text to an article: its sentences, names and dates, and what it is about."""

from __future__ import annotations

from sco_timeline.extracting.articles import Article
from sco_timeline.extracting.dates import dateline_of, find_dates
from sco_timeline.extracting.lexicon import lexicon, with_surnames
from sco_timeline.extracting.sentences import Sentence, sentences_of
from sco_timeline.extracting.straightening import straight
from sco_timeline.extracting.topics import is_mostly_ours, names_only_clubs, rarely_named, with_blocs, without_other_sco


def open_article(text: str, published: str | None) -> Article:
    """Find sentences, names and dates of a text that is about the SCO."""
    sentences = sentences_of(text)
    flat = straight(text)
    low = flat.lower()
    stop = sentences[-1].end if sentences else 0
    if published is None and sentences:
        published = _published(flat, sentences)
    names = [name for name in lexicon().find(flat) if name.end <= stop and name.meaning.kind]
    names = [
        name
        for name in without_other_sco(flat, names)
        if (not (flat[name.end : name.end + 1] == "-" and flat[name.end + 1 : name.end + 2].islower()) or name.meaning.kind == "Ⓞ")
        and not (name.meaning.kind == "Ⓑ" and flat.startswith(")", name.end))
    ]
    is_about_us = is_mostly_ours(names)
    if names_only_clubs(names):
        sentences = []
    names = with_blocs(flat, low, with_surnames(flat, names), stop)
    dates = find_dates(flat, 0, stop)
    opening = sentences[:2][-1].end if sentences else 0
    return Article(
        text=text,
        published=published,
        flat=flat,
        low=low,
        sentences=sentences,
        names=names,
        name_starts=[name.start for name in names],
        dates=dates,
        date_starts=[day.start for day in dates],
        is_about_us=is_about_us,
        opens_with_us=any(name.meaning.kind in "ⓄⒷ" for name in names if name.start < opening),
        rare=rarely_named(names),
    )


def _published(flat: str, sentences: list[Sentence]) -> str | None:
    """Return the day of the dateline of a text; where many lines begin with a day, they tell events."""
    days = [day for day in (dateline_of(flat, s.start, s.end) for s in sentences[:3]) if day]
    if days and len({day for day in (dateline_of(flat, s.start, s.end) for s in sentences[:40]) if day}) > 1:
        return None
    return days[0] if days else None
