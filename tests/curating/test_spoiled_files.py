"""A file, several rows or the descriptor spoiled: every problem of the run at its place, and nothing is written."""

from __future__ import annotations

import shutil

import pytest

from sco_timeline.errors import DataError

NFD = "Tu\u0308rkiye"


def edit(table, old, new):
    return lambda mini: mini.replace(table, old, new)


def append(table, *lines):
    return lambda mini: mini.append(table, *lines)


def become(table, change):
    return lambda mini: mini.write(table, change(mini.raw(table).read_bytes()))


def cell(table, line, column, value):
    return lambda mini: mini.set_cell(table, line, column, value)


def each(*spoils):
    return lambda mini: [spoil(mini) for spoil in spoils]


def event(key, date, note="", *, held="true", summit=""):
    """Add an event with a source for its date."""
    party, status, stage = key.split("-")[:3]
    return each(
        append("events", f"{key},{party},{status},{stage},{date},{summit},,{held},{note}"),
        append("claims", f"secretariat-history,events,{key},date,{date},,asserted,paragraph 9,curated"),
    )


# What is done to the package; every problem as file, line, column, what is wrong, what would be right.
SPOILED = {
    "another encoding": (
        become("people", lambda text: text.replace(b"Jiang", b"Ji\xe1ng")),
        [("people", 2, "", "is not UTF-8", "save the file as UTF-8")],
    ),
    "another encoding, further down": (
        become("names", lambda text: text + "party.CHN.ru.1,Китай,ru,party,CHN,,,false\n".encode("cp1251")),
        [("names", 12, "", "is not UTF-8", "save the file as UTF-8")],
    ),
    "sixteen bits a character": (
        become("people", lambda text: text.decode().encode("utf-16")),
        [("people", 1, "", "is not UTF-8", "save the file as UTF-8")],
    ),
    "a byte-order mark": (
        become("people", lambda text: b"\xef\xbb\xbf" + text),
        [("people", 1, "", "byte-order mark", "without BOM")],
    ),
    "a NUL byte": (
        become("events", lambda text: text.replace(b"a plan", b"a\x00plan")),
        [("events", 8, "", "holds a NUL byte", "take it out")],
    ),
    "a column is missing": (
        become("people", lambda text: b"person_id\njiang-zemin\nnazarbayev-nursultan\n"),
        [("people", 1, "name", "column is missing", "the header must be person_id,name")],
    ),
    "a column is misspelt": (
        edit("people", "person_id,name", "person_id,nmae"),
        [("people", 1, "name", "column is missing", "person_id,name"), ("people", 1, "nmae", "column is unknown", "person_id,name")],
    ),
    "a column too many": (
        become("people", lambda text: b"person_id,name,born\njiang-zemin,Jiang Zemin,1926\n"),
        [("people", 1, "born", "column is unknown", "the header must be person_id,name")],
    ),
    "a derived column written by hand": (
        edit("events", "stage,date,", "stage,date,date_earliest,"),
        [("events", 1, "date_earliest", "column is unknown", "the header must be event_id,")],
    ),
    "columns out of order": (
        become("people", lambda text: b"name,person_id\nJiang Zemin,jiang-zemin\n"),
        [("people", 1, "", "out of order", "the header must be person_id,name")],
    ),
    "a column twice": (
        become("people", lambda text: b"person_id,name,name\njiang-zemin,Jiang Zemin,Jiang Zemin\n"),
        [("people", 1, "", "repeated", "the header must be person_id,name")],
    ),
    "semicolons for commas": (
        become("people", lambda text: text.replace(b",", b";")),
        [
            ("people", 1, "name", "column is missing", "person_id,name"),
            ("people", 1, "person_id", "column is missing", "person_id,name"),
            ("people", 1, "person_id;name", "column is unknown", "person_id,name"),
        ],
    ),
    "an empty file": (
        become("people", lambda text: b""),
        [
            ("people", 1, "name", "column is missing", "person_id,name"),
            ("people", 1, "person_id", "column is missing", "person_id,name"),
        ],
    ),
    "a cell too few": (
        edit("people", "jiang-zemin,Jiang Zemin", "jiang-zemin"),
        [("people", 2, "", "has 1 cells, the header 2", "keep the commas of empty cells")],
    ),
    "a comma not quoted": (
        edit("people", "Jiang Zemin", "Jiang, Zemin"),
        [("people", 2, "", "has 3 cells, the header 2", "quote a cell that holds a comma")],
    ),
    "an empty line": (
        edit("people", "\nnazarbayev", "\n\nnazarbayev"),
        [("people", 3, "", "is an empty line", "delete it")],
    ),
    "a problem below a cell of two lines": (
        edit("events", "KAZ,sco.member,effective,2001-06-15", "KAZ,sco.member,effective,2001-06-31"),
        [("events", 7, "date", "'2001-06-31' is no date", "2013-04-26")],
    ),
    "a quote never closed": (
        edit("people", "Jiang Zemin", '"Jiang Zemin'),
        [("people", 2, "", "not readable as CSV", "close each quote")],
    ),
    "a quote never closed above more text than a cell may hold": (
        each(edit("people", "Jiang Zemin", '"Jiang Zemin'), append("people", *(f"person-{n},Person {n}" for n in range(10_000)))),
        [("people", 2, "", "not readable as CSV", "close each quote")],
    ),
    "a quote within a cell not doubled": (
        edit("people", "Jiang Zemin", '"Jiang "the" Zemin"'),
        [("people", 2, "", "not readable as CSV", "a quote within a cell twice")],
    ),
    "a cell of fifty million characters": (
        edit("people", "Jiang Zemin", "Jiang" * 10_000_000),
        [("people", 2, "name", "holds 50000000 characters", "at most 100000")],
    ),
    "accents as separate characters": (
        edit("people", "Jiang Zemin", NFD),
        [("people", 2, "name", "not in Unicode form NFC", "single characters")],
    ),
    "a control character": (
        edit("people", "Jiang Zemin", "Jiang\x07Zemin"),
        [("people", 2, "name", "control or invisible character, U+0007", "take it out")],
    ),
    "a control character of the upper range": (
        edit("people", "Jiang Zemin", "Jiang\x92Zemin"),
        [("people", 2, "name", "control or invisible character, U+0092", "take it out")],
    ),
    "an invisible blank": (
        edit("people", "Jiang Zemin", "Jiang\u200bZemin"),
        [("people", 2, "name", "control or invisible character, U+200B", "take it out")],
    ),
    "a carriage return within a cell": (
        edit("people", "Jiang Zemin", '"Jiang\rZemin"'),
        [("people", 2, "name", "control or invisible character, U+000D", "take it out")],
    ),
    "a hard blank at the end": (
        edit("people", "Jiang Zemin", "Jiang Zemin\u00a0"),
        [("people", 2, "name", "begins or ends with a blank", "write 'Jiang Zemin'")],
    ),
    "a key twice": (
        append("people", "jiang-zemin,Zemin Jiang"),
        [("people", 4, "person_id", "'jiang-zemin' repeats line 2", "give each row once")],
    ),
    "a key twice, and the second row has a fault of its own": (
        append("places", "shanghai,Shanghai,CHX,31.23,121.47"),
        [("places", 4, "place_id", "'shanghai' repeats line 3", "give each row once")],
    ),
    "a key three times": (
        append("people", "jiang-zemin,Jiang", "jiang-zemin,Zemin"),
        [("people", 4, "person_id", "repeats line 2", ""), ("people", 5, "person_id", "repeats line 2", "")],
    ),
    "a claim twice": (
        append("claims", "secretariat-history,statuses,sco.member,created,2001-06-15,,asserted,paragraph 1,curated"),
        [("claims", 37, "", "repeats line 4", "give each row once")],
    ),
    "two rulings on one cell": (
        append("rulings", 'again,events,IND-sco.member-effective,date,2017-06-09,"[""2017-06-10""]",Twice.'),
        [("rulings", 3, "table_name, row_id, field", "repeats line 2", "give each row once")],
    ),
    "a ruling nested too deep to read": (
        edit("rulings", '"[""2017-06-10""]"', 50_000 * "[" + 50_000 * "]"),
        [("rulings", 2, "expected", "is no ordered JSON array of texts", "2022-09-14")],
    ),
    "one status under two keys": (
        append("statuses", "sco.full_member,sco,member,6,true,effective,false,2001-06-15,1,Twice."),
        [("statuses", 5, "organization, status", "'sco, member' repeats line 3", "give each row once")],
    ),
    "two texts that reprint each other": (
        each(cell("sources", 2, "same_text_as", "paper-2018-digest"), cell("sources", 4, "same_text_as", "agency-20170609-astana")),
        [
            ("sources", 2, "same_text_as", "agency-20170609-astana reprints itself", "first printing"),
            ("sources", 4, "same_text_as", "paper-2018-digest reprints itself", "first printing"),
        ],
    ),
    "two statuses effective on one day": (
        each(event("NAM-sco.observer-decision", "2018-06-10"), event("NAM-sco.member-effective", "2018-06-10")),
        [("events", 10, "date", "two statuses begin or end on 2018-06-10", "the other is NAM-sco.observer-decision")],
    ),
    "an end with nothing to end": (
        event("NAM-sco.observer-end", "2018-06-10"),
        [("events", 9, "stage", "ends the status observer that NAM does not hold", "drop it, or add the event")],
    ),
    "an end of another status than the one held": (
        event("KAZ-sco.observer-end", "2018-06-10"),
        [("events", 9, "stage", "ends the status observer that KAZ does not hold", "drop it, or add the event")],
    ),
    "a status begun twice": (
        event("KAZ-sco.member-effective-2", "2018-06-10"),
        [("events", 9, "status_id", "KAZ is member already, by KAZ-sco.member-effective", "")],
    ),
    "an order left open by coarse dates": (
        each(event("NAM-sco.observer-decision", "2018"), event("NAM-sco.member-effective", "2018-06")),
        [("events", 10, "date", "it is open which comes first: 2018-06 or 2018 of NAM-sco.observer-decision", "more closely")],
    ),
    "an order left open by a date without its first day": (
        each(event("NAM-sco.observer-decision", "2018-06-10"), event("NAM-sco.member-effective", "[..2019]")),
        [("events", 9, "date", "it is open which comes first", "more closely")],
    ),
    "an event after the record's end that reads as a fact": (
        event("NAM-sco.observer-decision", "2098-06-10"),
        [("events", 9, "held", "2098-06-10 is after", "false, for a plan")],
    ),
    "a summit after the record's end that reads as a fact": (
        append("summits", "CHS-2098,chs,98,2098-06-10,2098-06-11,,Astana,astana,KAZ,,in_person,,,,true,"),
        [("summits", 4, "held", "2098-06-10 is after", "false, for a plan")],
    ),
    "a summit without any source": (
        append("summits", "CHS-2018,chs,18,2018-06-10,2018-06-11,,Astana,astana,KAZ,,in_person,,,,true,"),
        [
            ("summits", 4, column, "no source gives this value", "add a claim to claims.csv")
            for column in ("city", "end", "format", "host_party_id", "start")
        ],
    ),
    "an event without any source": (
        append("events", "NAM-sco.observer-procedure,NAM,sco.observer,procedure,2018,,,true,"),
        [("events", 9, "date", "no source gives this value", "add a claim to claims.csv")],
    ),
    "a raw file is missing": (
        lambda mini: mini.raw("people").unlink(),
        [("people", 0, "", "cannot be read", "raw file must be here")],
    ),
    "a raw file is a folder": (
        lambda mini: (mini.raw("people").unlink(), mini.raw("people").mkdir()),
        [("people", 0, "", "cannot be read", "raw file must be here")],
    ),
    "a file of no table": (
        lambda mini: shutil.copy(mini.raw("people"), mini.raw("person")),
        [("person", 0, "", "no table is written here", "people")],
    ),
    "a file of a derived table": (
        lambda mini: shutil.copy(mini.root / "data/processed/memberships.csv", mini.raw("memberships")),
        [("memberships", 0, "", "no table is written here", "one of parties")],
    ),
    "several faults in several files": (
        each(
            cell("summits", 3, "ordinal", "-1"),
            cell("summits", 3, "format", "by post"),
            cell("summits", 2, "start", "14 June 2001"),
            cell("places", 3, "latitude", "95"),
            append("people", "Putin,Vladimir Putin", "jiang-zemin,Jiang Zemin"),
            cell("claims", 20, "source_id", "nobody"),
            become("milestones", lambda text: b"\xef\xbb\xbf" + text),
        ),
        [
            ("claims", 20, "source_id", "no row of sources is 'nobody'", "add its row first"),
            ("milestones", 1, "", "byte-order mark", ""),
            ("people", 4, "person_id", "'Putin' does not fit", ""),
            ("people", 5, "person_id", "repeats line 2", ""),
            ("places", 3, "latitude", "95 is too great", ""),
            ("summits", 2, "start", "'14 June 2001' is no date", ""),
            ("summits", 3, "format", "'by post' is not allowed", ""),
            ("summits", 3, "ordinal", "-1 is too small", ""),
        ],
    ),
    "faults that show only after deriving, in several files": (
        each(cell("claims", 25, "value", "2001"), cell("rulings", 2, "chosen", "2017-06-08"), cell("claims", 8, "value", "Astana")),
        [
            ("claims", 8, "value", "Astana contradicts city of CHS-2001", ""),
            ("milestones", 2, "date", "no source gives this value", ""),
            ("rulings", 2, "chosen", "is not what stands", ""),
            ("summits", 2, "city", "no source gives this value", ""),
        ],
    ),
}


@pytest.mark.parametrize(("spoil", "expected"), SPOILED.values(), ids=SPOILED)
def test_spoiled_package_is_refused_with_every_problem_at_its_place(mini, spoil, expected):
    spoil(mini)
    before = mini.published()
    with pytest.raises(DataError) as refusal:
        mini.build()
    problems = refusal.value.problems
    assert [(problem.file, problem.line, problem.column) for problem in merged(problems)] == [
        (f"data/raw/{table}.csv", line, column) for table, line, column, _, _ in expected
    ], str(refusal.value)
    for problem, (*_, says, remedy) in zip(merged(problems), expected, strict=True):
        assert says in problem.message
        assert remedy in problem.remedy
    assert mini.published() == before
    assert mini.unfinished() == []


def merged(problems):
    """One problem of those that say the same of both bases."""
    return list({(p.file, p.line, p.column, p.message.partition(", on basis ")[0]): p for p in problems}.values())
