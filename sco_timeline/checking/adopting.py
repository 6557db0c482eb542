"""Claims that a document was adopted: titles compared loosely, days exactly."""

from __future__ import annotations

import re
from typing import Any

from sco_timeline.checking.recorded import listed, rows_of, sentence, summit_time
from sco_timeline.checking.times import first_day, is_before, is_covered, is_near, last_day, overlap, read_time
from sco_timeline.checking.verdicts import (
    CONFIRMED,
    CONTRADICTED,
    IMPRECISE,
    NOT_COVERED,
    TOO_EARLY,
    UNDATED,
    Claim,
    Judgement,
    Row,
    polarity,
)
from sco_timeline.descriptor import read_package
from sco_timeline.model import EdtfDate, fold_text, parse_edtf

_EMPTY = re.compile(
    "the|of|on|a|an|and|in|for|to|by|its|with|between|among|sco|shanghai|joint|summit|final|closing|concluding|political|outcome|"
    "cooperation|organization|council|head|president|state|government|leader|member|meeting|session|"
    "against|combating|combat|countering|counter|fighting|fight|anti"
)  # words by which titles of papers do not differ
_SAME = {
    "accord": "agreement",
    "pact": "agreement",
    "rule": "regulation",
    "plan": "programme",
    "program": "programme",
    "organisation": "organization",
    "centre": "center",
    "terrorist": "terrorism",
    "antiterrorist": "terrorism",
    "antiterrorism": "terrorism",
    "narcotic": "drug",
    "admitting": "admission",
    "creation": "establishment",
    "founding": "establishment",
    "establishing": "establishment",
}
_ALIKE = 0.6  # share of words in common from which two titles are one


def judge_document_adopted(claim: Claim, said: EdtfDate | None) -> Judgement:
    """Judge by the documents of that title; the record does not have every document."""
    time = read_time(claim.get("date"))
    day = None if time is None else time.text
    words = _words(str(claim.get("title") or ""))
    of_kind = [row for row in rows_of("documents") if words and words == _words(row["kind"])]
    fits = _at_hand(of_kind, time, said) if of_kind else _of_title(words)
    if not fits or (time is not None and not is_covered(time)):
        return Judgement(
            NOT_COVERED, f"The record has no document of that title up to {read_package().as_of}, and is not complete.", day=day
        )
    verdict, told = _by_date(fits, time) if time is not None else _by_report(fits, said, polarity(claim))
    if polarity(claim) == "negated":
        verdict = {CONFIRMED: CONTRADICTED, IMPRECISE: CONTRADICTED, TOO_EARLY: CONFIRMED, CONTRADICTED: NOT_COVERED}.get(verdict, verdict)
    rows = tuple(Row("documents", row["document_id"], "adopted") for row in told)
    return Judgement(verdict, f"{listed((sentence('documents', row['document_id']) for row in told), 3)}.", rows, day)


def _words(title: str) -> frozenset[str]:
    singular = (word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word for word in fold_text(title).split())
    return frozenset(word for word in (_SAME.get(word, word) for word in singular) if not _EMPTY.fullmatch(word))


def _at_hand(of_kind: list[dict[str, Any]], time: EdtfDate | None, said: EdtfDate | None) -> list[dict[str, Any]]:
    """Return what "a joint communique" can be: any paper of that kind if the text tells the time, else those of the time of the report."""
    if time is not None or said is None:
        return of_kind
    return [row for row in of_kind if is_near(said, parse_edtf(row["adopted"]))]


def _of_title(own: frozenset[str]) -> list[dict[str, Any]]:
    """Return the documents whose title has all words of the claim's, as short titles have few, else those with most in common."""
    complete = [row for row in rows_of("documents") if len(own) > 1 and own <= _words(row["title"])]
    if complete:
        return [row for row in complete if _words(row["kind"]) <= own] or complete
    return [row for row in rows_of("documents") if own and _share(own, _words(row["title"])) >= _ALIKE]


def _share(own: frozenset[str], words: frozenset[str]) -> float:
    return len(own & words) / len(own | words)


def _by_date(fits: list[dict[str, Any]], time: EdtfDate) -> tuple[str, list[dict[str, Any]]]:
    for relation, verdict in (("supports", CONFIRMED), ("finer", CONFIRMED), ("coarser", IMPRECISE)):
        if told := [row for row in fits if time.compare(parse_edtf(row["adopted"])) == relation]:
            return verdict, told
    if told := [row for row in fits if (days := summit_time(row["summit_id"])) and overlap(time, days)]:
        return IMPRECISE, told
    if all(is_before(time, parse_edtf(row["adopted"])) for row in fits):
        return TOO_EARLY, fits
    return (CONTRADICTED if len(fits) == 1 else NOT_COVERED), fits


def _by_report(fits: list[dict[str, Any]], said: EdtfDate | None, stance: str) -> tuple[str, list[dict[str, Any]]]:
    """Judge a document of no stated day: of one title and several days, the last one before the report is meant."""
    if said is None:
        return (CONFIRMED if len(fits) == 1 else UNDATED), fits
    if stance == "expected":
        later = [row for row in fits if last_day(parse_edtf(row["adopted"])) >= first_day(said)]
        return (CONFIRMED, later[:1]) if later else (NOT_COVERED, fits)
    done = [row for row in fits if not is_before(said, parse_edtf(row["adopted"]))]
    if not done:
        return TOO_EARLY, fits
    return CONFIRMED, [max(done, key=lambda row: last_day(parse_edtf(row["adopted"])))]
