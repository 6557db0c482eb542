"""What a heading, a label or the head of a column announces: a status, chairs, summits, papers, who was there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sco_timeline.extracting.blocks.lines import Line
from sco_timeline.extracting.blocks.vocabulary import HEADING_WORDS
from sco_timeline.extracting.masking import STATUS_WORD
from sco_timeline.extracting.slots import KINDS, Masked


@dataclass(frozen=True, slots=True)
class Heading:
    """What the rows below a heading, or the value behind a label, are about."""

    kind: str
    ours: bool | None = None  # null where it names no organization
    status: str | None = None
    stage: str | None = None
    polarity: str = "asserted"
    body: str | None = None
    date: str | None = None
    count: int | None = None
    line: Line | None = None
    listed: bool = False  # whether it heads a list of those who hold a status now
    label: bool = False  # whether its value stands beside it, on the same line


_JOINING = r"\b(?:accessions?|admissions?|admitted|joined|acceded|entry|enlargement|expansion)\b|\bof obligations\b"
_ASKING = r"\b(?:appl(?:y|ied|ications?|icants?|ying)|pending|candidates?|requests?|requested|bids?|queue|waiting|asked)\b"
_KINDS = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("absent", r"\b(?:absent|absentees|not (?:present|attending|represented|in attendance)|missing|did not (?:come|attend|take part)|"
         r"stayed away|no-shows?|apologies)\b"),
        ("documents", r"\b(?:documents|papers|declarations|texts|outcomes?|statements|decisions and declarations)\b"),
        ("present", r"\b(?:present|attending|attended|attendance|attendees|participants|participating|participation|took part|guests|"
         r"delegations|delegates|(?:leaders|presidents|who|heads of (?:state|delegation)s?) "
            r"(?:was |were )?(?:at|present|attending|in attendance))\b"),
        ("founders", r"\bfound(?:ing|er)s?(?! (?:date|day|year))\b"),
        ("founded", r"\b(?:found(?:ed|ation|ing)|establish(?:ed|ment)|form(?:ed|ation)|creat(?:ed|ion)|born)\b"),
        ("chairs", r"\b(?:chair(?:s|ed|ing|man|men|manships?|personships?|person)?|presiden(?:cy|cies)|presiding|presided)\b"),
        ("summits", r"\bsummits?\b|Ⓑ|\bheads of (?:state|government)\b|\bleaders' meetings\b"),
        ("statuses", rf"[ⓈⓉ]|{_ASKING}|\bstatus(?:es)?\b|{_JOINING}|\bmemorand"),
    )
)  # fmt: skip
_SIGNS = re.compile(
    "absent|present|attend|missing|did not|stayed|no-show|apologies|document|paper|declaration|text|outcome|statement|decision|"
    "participa|took part|guest|delegat|leader|who|heads|found|establish|form|creat|born|chair|presid|summit|"
    f"{STATUS_WORD.pattern}|appl|pending|candidate|request|bid|queue|waiting|asked|accession|admission|admitted|joined|acceded|entry|"
    "enlargement|expansion|obligations|memorand"
)  # one of which stands wherever one of the kinds is found, unless a council is named
_STAGES = (
    ("application", re.compile(_ASKING)),
    ("memorandum", re.compile(r"\bmemorand(?:a|ums?)\b|\bmous?\b")),
    ("decision", re.compile(r"\b(?:decisions?|decided|approved|agreed|started|launched|begun|initiated|procedure)\b")),
)
_HAPPENED = re.compile(r"\b(?:became|joined|admitted|granted|acceded|accepted|obtained|received|new|newly)\b")
_EXPECTED = re.compile(r"\b(?:future|possible|potential|prospective|next|upcoming|forthcoming|planned|expected|likely|hope|want|wish)\b")
_ONE = re.compile(r"\b(?:latest|newest|last|next|youngest|first)\b")
_JOINS = re.compile(_JOINING)
_GOVERNMENT = re.compile(r"\bheads? of government|\bprime ministers|\bpremiers")
_STATE = re.compile(r"\bheads? of state|\bleaders'?\b")
_COUNTED = re.compile(
    r"^(?:the )?(?:full |current )*Ⓢ(?: (?:of|in) Ⓞ)? ?\(?Ⓝ\)?$|(?<!new )Ⓝ (?:(?:full|current|permanent|Ⓞ) )*Ⓢ(?: (?:of|in) Ⓞ)?$|"
    r"^Ⓝ (?:states|countries|nations) are (?:the |its |full |permanent )*Ⓢ(?: of Ⓞ| now| Ⓓ)*$|"
    r"\bof (?:the )?(?:Ⓞ's )?(?:Ⓝ )?Ⓢ(?: of Ⓞ)? (?:attended|took part|(?:were )?present)$"
)
_FORMER = re.compile(r"\b(?:former|ex-?|previous) ?Ⓢ(?: (?:of|in) Ⓞ)?")
_OF_US = re.compile(r"Ⓞ|Ⓑ|Ⓥ")
_TOKEN = re.compile(rf"[{KINDS}]|[^\W\d_][\w'-]*|\d+")
_MOSTHEADING_WORDS = 18


def heading_of(line: Line) -> Heading | None:
    """Return what a line announces, if it is made of the words of headings alone."""
    if not (_SIGNS.search(line.article.low, line.start, line.end) or line.names("Ⓑ")):
        return None
    text = _FORMER.sub(" ", line.masked.text.rstrip(" :-–"))
    words = _TOKEN.findall(text)
    if not words or len(words) > _MOSTHEADING_WORDS or "?" in text or not HEADING_WORDS.issuperset(words):
        return None
    kind = next((kind for kind, known in _KINDS if known.search(text)), None)
    if kind is None:
        return None
    heading = Heading(kind, ours=_ours(line, text), body=_body(line, text), date=day_of(line.masked), line=line)
    of_states = kind == "present" and _COUNTED.search(text)
    return _of_statuses(heading, line, text) if kind == "statuses" or of_states else _expected(heading, text)


def heads_columns(line: Line) -> bool:
    """Say whether a row holds the heads of columns alone."""
    if len(line.cells()) == 1 and len(line.cells(comma=True)) < 3:
        return False
    words = _TOKEN.findall(line.masked.text)
    return bool(words) and HEADING_WORDS.issuperset(words)


def _of_statuses(heading: Heading, line: Line, text: str) -> Heading:
    kinds = [slot for slot in line.masked.slots if slot.kind in "ⓈⓉ" and slot.value]
    counted = text.count("Ⓝ") == 1 and _COUNTED.search(text)
    stage = next((stage for stage, known in _STAGES if known.search(text)), "effective" if _HAPPENED.search(text) else None)
    status = str(kinds[-1].value) if kinds else "member" if _JOINS.search(text) else None
    count = next((int(slot.value) for slot in line.masked.slots if slot.kind == "Ⓝ"), None) if counted else None
    return _expected(
        replace(heading, status=status, stage=stage, count=count, listed=bool(kinds) and stage is None and not _ONE.search(text)), text
    )


def _expected(heading: Heading, text: str) -> Heading:
    return replace(heading, polarity="expected") if _EXPECTED.search(text) else heading


def _ours(line: Line, text: str) -> bool | None:
    if "Ⓧ" in text:
        return False
    if _OF_US.search(text) or any(slot.own for slot in line.masked.slots):
        return True
    return None


def _body(line: Line, text: str) -> str | None:
    council = next((str(slot.value) for slot in line.masked.slots if slot.kind == "Ⓑ"), None)
    return council or ("chg" if _GOVERNMENT.search(text) else "chs" if _STATE.search(text) else None)


def day_of(masked: Masked) -> str | None:
    """Return the first day or year that is named in full."""
    return next((slot.value.value for slot in masked.slots if slot.kind == "Ⓓ" and slot.value.kind == "full"), None)
