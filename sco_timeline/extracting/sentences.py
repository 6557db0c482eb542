"""Where the sentences of a text are, and which of its lines say nothing of their own."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 1500  # characters; what runs on without a stop is cut, so that rules see texts of bounded length


class Sentence(NamedTuple):
    """A span of a text: a sentence, a headline, a bullet; `block` counts paragraphs, `kind` is text, headline or item."""

    start: int
    end: int
    block: int
    kind: str


_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Sgt Sen Gov Rep St ST Jr Sr No Nos Vol pp Art Inc Ltd Co Corp vs etc Jan "
    "Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "approx Org Coop Dept Min Amb Hon Rt Fed Op ca cf al Messrs Capt Adm Ts Kh Sh Yu Dzh"
)
_ABBREVIATION = re.compile(r"(?:\b(?:" + "|".join(_ABBREVIATIONS.split()) + r")|\b[A-Z]|\b(?:[A-Za-z]\.){1,4}[A-Za-z])\.$")
_LONGEST_SHORT = 6  # letters of an abbreviation
_STOP = re.compile(
    r"[.!?…\n。！？](?:(?<=\n)[ \t]*|(?<=[。！？])|(?<=[.!?…])[\"'”’»)\]]{0,3}(?:\[\d{1,3}\]){0,4}(?=[ "
    r"\t\n]{1,9}[\"'“‘«(\[]{0,2}[A-Z0-9ÀÁÉÖÜÇŞİ]))"
)
_BULLET = re.compile(r"[ \t]*(?:[-*•·–—▪◦‣●]|\d{1,2}[.)])[ \t]+")
_END_OF_ARTICLE = re.compile(
    r"(?im)^[ \t]*(?:leave a (?:reply|comment)|related (?:articles?|posts?|news|stories|topics)|you (?:may|"
    r"might) also (?:like|be interested)|check also|"
    r"more (?:from|stories|news|on this)|read (?:more|next)|recommended(?: for you)?|most (?:read|popular)|"
    r"popular (?:posts|news)|latest news|trending(?: now)?|"
    r"share this(?: article| post)?|what do you think\?|your email address will not be published.*|post a "
    r"comment|\d{0,4} ?comments?|comments \(\d+\)|"
    r"join the (?:discussion|conversation)|back to top(?: button)?|about (?:the )?(?:author|admin)|references|"
    r"external links|further reading|see also|"
    r"other news|similar (?:articles|news)|subscribe to (?:our|the) .{0,60}|sign up for .{0,60}|tags:?|"
    r"we use cookies.*|cookie (?:policy|settings|notice).*|no comments yet)[ \t:]*$"
)
_NO_ARTICLE = re.compile(
    r"^\W*(?:home /|home >|home ›|(?:read|see) (?:also|more|next|too)\b|also read\b|"
    r"(?:related(?: (?:topics|articles|posts|news|stories|links|tags))?|topics|keywords)\s*[:|]|"
    r"more\s*:|watch\s*:|listen\s*:|photos?\s*:|subscribe|sign up|advertisement|"
    r"(?:this (?:site|website)|we) uses? cookies|by (?:clicking|continuing)|accept (?:all )?cookies|cookie|"
    r"copyright|©|all rights reserved|follow us|share on|click here|"
    r"written by|posted (?:by|in|on)|filed under|tags?\s*:|photo\s*(?:by|credit)|image\s*(?:credit|source)|"
    r"don't miss|editor'?s pick|recommended\s*:|up next|previous (?:article|post)|next (?:article|post))"
)
_SHORTEST_LINE = 25  # characters; texts broken at a fixed width have longer lines
_SMALL_WORD = re.compile(
    r"(?:,|\b(?:the|of|and|in|to|a|an|for|with|by|on|at|as|from|its|their|or|that|is|are|was|were|has|have|be))[ \t]*$"
)


_TOWN = r"(?!The )[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?\.?"
_DASH = r" ?(?:--|[–—-]) ?"
_DATELINE = re.compile(
    rf"{_TOWN}(?: ?[,/] ?{_TOWN}){{0,2}},? ?(?:{_DAY}(?: ?\([^()\n]{{2,40}}\))?(?:{_DASH}|: )|{_DAY} ?/ ?[\w ]{{2,40}}/(?:{_DASH}|\. ?)|"
    rf"\([A-Z][^()\n]{{1,30}}\){_DASH}|(?<=[A-Z]{{5}}){_DASH})(?=[^\s\d])"
)  # "KABUL, July 3 (AFP) - ": where a report was written, and when


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences of the article in `text`, in order, without what pages put around articles."""
    stop = _article_end(text)
    found: list[Sentence] = []
    start, block = 0, 0
    for end, ends_line in [*_ends(text, stop), (stop, True)]:
        if end > start:
            _add(found, text, start, end, block, ends_line)
        block += text.count("\n", start, end) > 0 or ends_line
        start = max(end, start)
    return found


def _article_end(text: str) -> int:
    for end in _END_OF_ARTICLE.finditer(text):
        if end.start() > 0.25 * len(text) and text[: end.start()].strip():
            return end.start()
    return len(text)


def _ends(text: str, stop: int) -> list[tuple[int, bool]]:
    """Return where sentences end and whether a line ends there."""
    ends = []
    for found in _STOP.finditer(text, 0, stop):
        start, end = found.span()
        sign = text[start]
        if sign == "\n":
            if not _goes_on(text, start, end):
                ends.append((end, True))
        elif not (sign == "." and _is_abbreviation(text, start + 1)):
            ends.append((end, False))
    return ends


def _is_abbreviation(text: str, end: int) -> bool:
    is_long = end > _LONGEST_SHORT + 1 and text[end - _LONGEST_SHORT - 2 : end - 1].isalpha()
    return not is_long and _ABBREVIATION.search(text[max(0, end - 12) : end]) is not None


def _goes_on(text: str, end: int, start: int) -> bool:
    """Say whether a line break stands within a sentence, as in texts broken at a fixed width."""
    if text[end:start].count("\n") != 1 or not text[start : start + 1].strip() or _BULLET.match(text, start):
        return False
    line_start = text.rfind("\n", max(0, end - 400), end) + 1
    before = text[max(line_start, end - 400) : end].rstrip(" \t")
    if not before or before[-1] in ".!?:;":
        return False
    return _SMALL_WORD.search(before[-12:]) is not None or (text[start].islower() and len(before) >= _SHORTEST_LINE)


def _add(found: list[Sentence], text: str, start: int, end: int, block: int, ends_line: bool) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start < 3 or _NO_ARTICLE.match(text[start : start + 80].lower()):
        return
    kind = "item" if _BULLET.match(text, start) else "headline" if ends_line and text[end - 1] not in ".!?\"'”’)…:;" else "text"
    if kind == "text" and (dateline := _DATELINE.match(text, start, end)):
        found.append(Sentence(start, start + len(dateline.group().rstrip()), block, kind))
        start = dateline.end()
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        found.append(Sentence(start, cut, block, kind))
        start = cut
    found.append(Sentence(start, end, block, kind))
