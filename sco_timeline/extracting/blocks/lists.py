"""Rules for lists under a heading and for labels with their values: "Chairs of the SCO", "Established: 15 June 2001"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sco_timeline.extracting.blocks.forms import BlockRule, Place, Taken
from sco_timeline.extracting.blocks.headings import Heading, day_of, heading_of
from sco_timeline.extracting.blocks.lines import LONGEST, Line
from sco_timeline.extracting.blocks.rows import row_of
from sco_timeline.extracting.blocks.saying import said
from sco_timeline.extracting.blocks.statuses import count_in
from sco_timeline.extracting.steps import holds

_LABEL = re.compile(r"(?P<label>[^:;|=?!]{3,70}?)(?: ?[:=] ?| (?:-|–) ?)(?=\S)")
_DIVIDERS = (":", "=", " -", " –", "|", ";", "  ")  # without which a line has neither labels nor cells
_LABEL_ENDS, _LONGEST_LABEL = (":", "=", " -", " –"), 73
_NEXT_LABEL = re.compile(r"(?:;|\.) (?=[^:;.|]{3,50}: )")
_NEXT_SENTENCE = re.compile(r"(?:(?<=[a-z]{3})|(?<=[A-Z]{3})|(?<=[\d)]))\.(?= [A-Z])")
_BARE = re.compile(r"\W{0,4}(?P<p>Ⓟ) ?(?:\||:|–|-|=|,|;|\(|  ) ?(?:an? |the )?(?P<s>[ⓈⓉ])(?:[^ⓅⓈⓉⒹ.]{0,25}(?P<d>Ⓓ))?\W*$")
_ISSUED = re.compile(
    r"(?:an? |the )?(?:[a-z-]+ ){0,3}?(?:document|declaration|statement|paper|treaty|agreement|text|strategy|programme|plan)s? "
    r"(?:[a-z]+ ){0,2}?(?:issued|adopted|signed|approved|agreed|endorsed)\b"
)
_ISSUES = re.compile("issued|adopted|signed|approved|agreed|endorsed")
_MOST_ENTRIES = 300
_REFERENCES = re.compile(
    r"(?:references|bibliography|sources|works cited|literature|further reading|notes|footnotes|external links|see also):?", re.I
)
_ENTRY = re.compile(r"\^|\[\d+\]|\d{1,3}\.|[A-Z][\w'-]+, (?:[A-Z]\.|[A-Z][a-z]+ ?[(&,])|https?:|[\"“]")
_ROWS = Heading("statuses")


def may_have_labels(line: Line) -> bool:
    """Say whether a line holds what divides a label from its value, or cells."""
    return holds(line.text, _DIVIDERS) or "\t" in line.article.text[line.start : line.end]


def labelled(line: Line) -> Iterator[tuple[Line, Line]]:
    """Yield the labels of a line, each with its value: "Founded | 2001", "Observers: Mongolia; partners: Nepal"."""
    if not may_have_labels(line):
        return
    raw = line.article.text[line.start : line.end]
    cells = [cell for cell in line.cells() if cell.end > cell.start]
    if len(cells) == 2 and ("|" in raw or "\t" in raw or ";" not in raw) and ":" not in cells[0].text.rstrip(":"):
        yield cells[0], cells[1]
        return
    start = line.start
    for end in (*(cut.start() for cut in _NEXT_LABEL.finditer(line.text)), len(line.text)):
        part = line.part(start, line.start + end)
        found = _LABEL.match(part.text) if holds(part.text[:_LONGEST_LABEL], _LABEL_ENDS) else None
        if found:
            stop = _NEXT_SENTENCE.search(part.text, found.end())
            behind = part.start + stop.start() if stop else part.end
            yield part.part(part.start, part.start + found.end("label")), part.part(part.start + found.end(), behind)
        start = line.start + end + 1


def _labels(place: Place) -> Taken | None:
    if len(place.line.text) > LONGEST or place.line.option:
        return None
    claims, spans, first = [], [], None
    for label, value in labelled(place.line):
        heading = heading_of(label)
        row = row_of(place, replace(heading, label=True), value) if heading and value.end > value.start else None
        if heading is None or row is None:
            continue
        row += count_in(heading, value)
        first = first or heading
        spans.append((label.start, value.end))
        if place.ours(heading if heading.ours is not None else first):
            for claim in row:
                claim["evidence"][0] = claim["sentence"][0] = label.start
            claims += row
    if not spans:
        return None
    prose = _NEXT_SENTENCE.search(place.line.text) is not None
    return Taken(claims, covers=tuple(spans) if prose else None)


def _list(place: Place) -> Taken | None:
    heading, line = place.heading, place.line
    if heading is None or len(line.text) > LONGEST or line.option:
        return None
    row = row_of(place, heading, line)
    if row is None:
        return None
    return Taken(row if place.ours(heading) else [])


def _references(place: Place) -> Taken | None:
    """Pass over a bibliography: the entries under its heading say nothing."""
    if not _REFERENCES.fullmatch(place.line.text):
        return None
    entries = 0
    for line in place.lines[place.number + 1 : place.number + 1 + _MOST_ENTRIES]:
        if not (line.bullet or _ENTRY.match(line.text)):
            break
        entries += 1
    return Taken([], entries + 1)


def _bare(place: Place) -> Taken | None:
    """Read a row of a table whose head says nothing: a country, its status, perhaps since when."""
    line = place.line
    if len(line.text) > 90 or line.option or line.text[-1] == "." or not (line.may_hold_status() and line.names("ⓅⒶⒸ")):
        return None
    if not _BARE.match(line.masked.text):
        return None
    own = any(slot.own for slot in line.masked.slots)
    return Taken((row_of(place, _ROWS, line) or []) if own or place.ours() else [])


def _glossary(place: Place) -> Taken | None:
    """Read "Qingdao Declaration: document issued by the SCO summit of June 2018"."""
    for label, value in labelled(place.line) if _ISSUES.search(place.line.text) else ():
        issued = _ISSUED.match(value.masked.text)
        if issued is None or not re.search("[ⓄⒷⓍ]", value.masked.text):
            return None
        if "Ⓧ" in value.masked.text:
            return Taken([])
        heading = Heading("documents", ours=True, date=day_of(value.masked), label=True)
        claims = row_of(place, heading, label)
        if claims is not None:
            return Taken([*claims, *said(place.article, f"It is a {value.text.rstrip('.')}.", (value.start, value.end))])
    return None


RULES = (
    BlockRule(
        id="block.glossary",
        purpose="A paper as an entry of a glossary, which says who adopted it.",
        read=_glossary,
        examples=(
            (
                "Glossary\nQingdao Declaration: document adopted by the SCO summit of June 2018",
                ("unknown None None 2018-06 2018-06 None None", "Qingdao Declaration 2018-06"),
            ),
        ),
        counter_examples=("Beside the SCO\nKazan Declaration: document adopted by BRICS in 2024",),
    ),
    BlockRule(
        id="block.label",
        purpose='A label with its value: "Established: 15 June 2001", "Members | 10", "Observers: Mongolia; partners: Nepal".',
        read=_labels,
        examples=(
            (
                "The SCO at a glance\nFounded: 15 June 2001\nMembers: 10 (Iran, Belarus)\nChairmanship | Russia (2019-2020)",
                ("2001-06-15", "10", "IRN member", "BLR member", "RUS 2019/2020"),
            ),
            ("SCO\nNumber of members\tnine\nLatest member\tIran (2023)", ("9", "IRN member effective 2023")),
            (
                "SCO status list. Observers: Mongolia; dialogue partners: Nepal, Egypt",
                ("MNG observer", "NPL dialogue_partner", "EGY dialogue_partner"),
            ),
            ("The SCO\n6 member states: China, Russia", ("6", "CHN member", "RUS member")),
            ("The SCO is open.\nTen states are its members today: China, Russia.", ("10", "CHN member", "RUS member")),
            (
                "SCO summit, 2007\nThe leaders of the SCO's six member states took part: Hu Jintao, Vladimir Putin",
                (
                    "6",
                    "CHN member",
                    "RUS member",
                    "unknown None None 2007 2007 None None",
                    "CHN Hu Jintao 2007 present",
                    "RUS Vladimir Putin 2007 present",
                ),
            ),
        ),
        counter_examples=(
            "BRICS\nMembers: 10 (China, India)\nChair: Brazil (2025)\nFounded: 2009\n\nThe SCO is not meant here.",
            "The SCO Youth Council\nMembers: 10\nChair: India (2023)",
            "The SCO wrote to all.\nLanguages: Chinese, Russian\nSecretary-General: Zhang Ming",
        ),
    ),
    BlockRule(
        id="block.list",
        purpose="A row under a heading of statuses, accessions, applications, chairs, summits, papers or of those present.",
        read=_list,
        examples=(
            ("Observer states of the SCO\n- Iran\n- Mongolia (2004)", ("IRN observer", "MNG observer effective 2004", "MNG observer")),
            ("Chairs of the SCO\n2016/17: Kazakhstan\n2017/18: China", ("KAZ 2016/2017", "CHN 2017/2018")),
            (
                "SCO heads of state council, meetings\n2004 - Tashkent\n2020 - online",
                ("chs Tashkent UZB 2004 2004 None None", "chs None None 2020 2020 None virtual"),
            ),
            ("Pending applications to the SCO:\n* Armenia (for membership)", ("ARM member application",)),
            ("Founders of the SCO\n- China\n- Russia", ("None CHN,RUS",)),
            ("Papers adopted by the SCO in 2018:\n1. Qingdao Declaration", ("Qingdao Declaration 2018",)),
            (
                "Papers of the SCO:\n- Qingdao Declaration\nOutcome\nThe leaders adopted the Astana Declaration and a statement on trade.",
                ("Qingdao Declaration", "Astana Declaration", "Statement on trade"),
            ),
            (
                "SCO summit, Astana, 2024\nPresent:\n- Xi Jinping\nAbsent:\n- Narendra Modi",
                ("unknown Astana KAZ 2024 2024 None None", "CHN Xi Jinping 2024 present", "IND Narendra Modi 2024 absent"),
            ),
        ),
        counter_examples=(
            "The SCO and the others\nBRICS members:\n- Brazil\n- India",
            "Foreign ministers' meetings of the SCO\n2018: Beijing\n2019: Bishkek",
            "News of the SCO\nChina\nRussia\nIndia\nSports",
            "Chairs of the SCO Business Council\n2016: Kazakhstan",
        ),
    ),
    BlockRule(
        id="block.references",
        purpose="A bibliography, of which no entry says anything.",
        read=_references,
        examples=(),
        counter_examples=("The SCO is old.\nReferences\n1. Smith, J. (2017) India joins the SCO. London.\n2. Charter of the SCO",),
    ),
    BlockRule(
        id="block.row",
        purpose="A row of a table: a country, its status, perhaps since when.",
        read=_bare,
        examples=(("The SCO in figures\nIndia | member | 2017\nMongolia | observer", ("IND member effective 2017", "MNG observer")),),
        counter_examples=("NATO and the SCO\n\nNATO in figures\nTurkey | member | 1952",),
    ),
)
