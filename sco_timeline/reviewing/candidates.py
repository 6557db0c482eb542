"""Files of candidates: what an article is said to claim, and what was decided on each; never a word of its text.

Line n of ``data/raw/candidates/<source_id>.jsonl`` is candidate n of that source and stays so: later claims are added
below. The hash is that of the text in which the offsets count characters.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sco_timeline.errors import BadArgumentError, DataError, InvalidDateError, Problem
from sco_timeline.extracting.claims import SHARED, TYPES, Claim
from sco_timeline.model import parse_edtf

FOLDER = "candidates"
DECISIONS = {"accept": "accepted", "reject": "rejected", "defer": "deferred"}
DECIDED = ("text_sha256", "decision", "reason", "decided_on", "row")
_POLARITIES = ("asserted", "negated", "expected")
_SPANS = ("evidence", "sentence")
_DATES = ("date", "as_of", "start", "end", "date_hint", "decided_on")
_WHOLE = ("ordinal", "summit_year", "n")
_SOURCE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
LONGEST_VALUE = 500  # characters; a title is shorter, a text of somebody's is not


def path_of(raw_folder: Path, source_id: str) -> Path:
    """Return the file of the candidates of a source."""
    if not _SOURCE_ID.fullmatch(source_id):
        raise BadArgumentError(f"{source_id!r} is no source_id; write small letters, digits and hyphens")
    return raw_folder / FOLDER / f"{source_id}.jsonl"


def sources_with_candidates(raw_folder: Path) -> list[str]:
    """Return the sources that have candidates, in order."""
    return sorted(path.stem for path in (raw_folder / FOLDER).glob("*.jsonl"))


def read_candidates(raw_folder: Path, source_id: str) -> list[Claim]:
    """Return the candidates of a source, in order of their numbers; none if it has no file.

    Raises
    ------
    DataError
        With every line that is no candidate.
    """
    path = path_of(raw_folder, source_id)
    if not path.exists():
        return []
    shown_as = f"data/raw/{FOLDER}/{path.name}"
    return _checked(_objects(path.read_bytes(), shown_as), shown_as, source_id)


def read_claims(path: Path) -> list[Claim]:
    """Return claims as `sco-timeline extract` prints them, all of one document.

    Raises
    ------
    DataError
        With every line that is no claim.
    """
    claims = _checked(_objects(path.read_bytes(), str(path)), str(path), None)
    documents = sorted({str(claim["doc"]) for claim in claims})
    if len(documents) > 1:
        raise BadArgumentError(f"{path} holds claims of {len(documents)} documents, {', '.join(documents[:3])}; give those of one")
    return claims


def new_candidates(claims: Iterable[Mapping[str, Any]], known: Sequence[Claim], source_id: str, text: bytes, shown_as: str) -> list[Claim]:
    """Return the claims that are not among the known candidates, as open candidates of a text.

    Raises
    ------
    DataError
        With every claim whose evidence lies outside the text or that was made of another text.
    """
    sha256, length = hashlib.sha256(text).hexdigest(), len(_decoded(text, "the text"))
    seen = {_content(candidate) for candidate in known}
    found, problems = [], []
    for line, claim in enumerate(claims, 1):
        outside = [span for span in _SPANS if claim[span] and claim[span][1] > length]
        if outside:
            message = f"{claim[outside[0]]} lies outside the text of {length} characters"
            problems.append(Problem(shown_as, line, outside[0], message, "give the text that the claims were made of"))
        elif claim.get("text_sha256") not in (None, sha256):
            problems.append(Problem(shown_as, line, "text_sha256", "is not that of the text", "give the text that the claims were made of"))
        elif _content(claim) not in seen:
            seen.add(_content(claim))
            found.append({**claim, "doc": source_id} | dict.fromkeys(DECIDED) | {"text_sha256": sha256})
    if problems:
        raise DataError(problems)
    return found


def candidate_bytes(candidates: Iterable[Mapping[str, Any]]) -> bytes:
    """Write candidates as the bytes of their file."""
    return "".join(json.dumps(candidate, ensure_ascii=False) + "\n" for candidate in candidates).encode("utf-8")


def _content(claim: Mapping[str, Any]) -> str:
    """Return what a claim says and where, but not by which rule or what became of it."""
    apart = ("doc", "rule", "date_hint", "sentence", *DECIDED)
    return json.dumps({key: value for key, value in claim.items() if key not in apart}, sort_keys=True)


def _decoded(content: bytes, shown_as: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError([Problem(shown_as, content.count(b"\n", 0, error.start) + 1, "", "is not UTF-8", "save it as UTF-8")]) from None


def _objects(content: bytes, shown_as: str) -> Iterator[tuple[int, Any]]:
    for line, text in enumerate(_decoded(content, shown_as).removesuffix("\n").split("\n") if content else (), 1):
        try:
            yield line, json.loads(text)
        except (ValueError, RecursionError):
            yield line, None


def _checked(objects: Iterable[tuple[int, Any]], shown_as: str, source_id: str | None) -> list[Claim]:
    """Return claims with every key of their type, or candidates if they must be those of a source."""
    claims, problems = [], []
    for line, found in objects:
        wrong = list(_wrong(found, source_id))
        problems += [Problem(shown_as, line, column, message, remedy) for column, message, remedy in wrong]
        if not wrong:
            claims.append(_in_order(found))
    if problems:
        raise DataError(problems)
    return claims


def _in_order(found: Mapping[str, Any]) -> Claim:
    keys = ["doc", "type", "polarity", *TYPES[found["type"]], *(key for key in SHARED if key != "polarity")]
    return {key: found.get(key) for key in keys} | {key: found[key] for key in DECIDED if key in found}


def _wrong(found: Any, source_id: str | None) -> Iterator[tuple[str, str, str]]:
    """Yield column, what is wrong and what would be right of an object that should be a claim, or a candidate of a source."""
    if not isinstance(found, dict):
        yield "", "is no JSON object", "one claim a line, as sco-timeline extract prints them"
        return
    if not isinstance(found.get("type"), str) or found["type"] not in TYPES:
        yield "type", f"{found.get('type')!r} is no type of claim", f"one of {', '.join(TYPES)}"
        return
    if unknown := sorted(found.keys() - {"doc", "type", *TYPES[found["type"]], *SHARED, *DECIDED}):
        yield unknown[0], f"a claim of type {found['type']} has no such key", "take it out"
    if source_id is not None:
        yield from _wrong_candidate(found, source_id)
    if found.get("polarity") not in _POLARITIES:
        yield "polarity", f"{found.get('polarity')!r} is not allowed", f"one of {', '.join(_POLARITIES)}"
    if not found.get("rule"):
        yield "rule", "is empty", "name the rule that found the claim"
    if found.get("evidence") is None:
        yield "evidence", "is empty", "[START, END) in characters of the text"
    for key, value in found.items():
        if value is not None and (right := _unfit(key, value)):
            yield key, f"{value!r:.60} does not fit", right


def _wrong_candidate(found: Mapping[str, Any], source_id: str) -> Iterator[tuple[str, str, str]]:
    for key in DECIDED:
        if key not in found:
            yield key, "is missing", "write null where nothing is decided"
    if found.get("doc") != source_id:
        yield "doc", f"{found.get('doc')!r} is not the source that the file is named for", f"write {source_id}"
    if "text_sha256" in found and not re.fullmatch("[0-9a-f]{64}", str(found["text_sha256"])):
        yield "text_sha256", "is no SHA-256", "give that of the text"
    if found.get("decision") not in (None, *DECISIONS.values()):
        yield "decision", f"{found['decision']!r} is not allowed", f"null or one of {', '.join(DECISIONS.values())}"


def _unfit(key: str, value: Any) -> str:
    """Return what would be right for the value of a key, empty if it is."""
    if key in _SPANS:
        whole = isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value)
        return "" if whole and 0 <= value[0] < value[1] else "[START, END] with START below END"
    if key in _WHOLE:
        return "" if type(value) is int and value >= 0 else "a whole number"
    if key == "present":
        return "" if isinstance(value, bool) else "true or false"
    if key == "parties":
        return "" if isinstance(value, list) and all(isinstance(party, str) and party for party in value) else "a list of parties"
    if not isinstance(value, str) or not value or len(value) > LONGEST_VALUE:
        return f"a text of 1 to {LONGEST_VALUE} characters"
    if key in _DATES:
        try:
            parse_edtf(value)
        except InvalidDateError as error:
            return error.remedy
    return ""
