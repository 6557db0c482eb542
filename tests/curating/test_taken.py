"""What looks odd and is right: taken, and published as it was meant."""

from __future__ import annotations

import csv
import io
import json
import random
from datetime import timedelta

import pytest

from sco_timeline.errors import DataError
from sco_timeline.loading import load_from


def raw_tables(mini):
    return [path.stem for path in sorted((mini.root / "data" / "raw").glob("*.csv"))]


def shuffled(text, seed):
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    random.Random(seed).shuffle(rows)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


def quoted(text):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(csv.reader(io.StringIO(text, newline="")))
    return out.getvalue()


WAYS_OF_WRITING = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "no line end at the end": lambda text: text.rstrip("\n"),
    "quotes around every cell": quoted,
    "rows in another order": lambda text: shuffled(text, 1),
    "rows in yet another order": lambda text: shuffled(text, 2),
}


@pytest.mark.parametrize("rewrite", WAYS_OF_WRITING.values(), ids=WAYS_OF_WRITING)
def test_one_content_gives_one_set_of_bytes(mini, rewrite):
    before = mini.published()
    for table in raw_tables(mini):
        mini.write(table, rewrite(mini.read(table)))
    mini.build()
    assert mini.published() == before


def test_every_raw_table_has_a_tiny_file(mini):
    assert raw_tables(mini) == sorted(table.name for table in mini.package().tables.values() if not table.derived)


def test_code_of_namibia_is_text_all_the_way(mini):
    parties = load_from(mini.package(), "parties").set_index("party_id")
    assert parties.loc["NAM", "iso2"] == "NA"
    assert parties["iso2"].notna().all()
    assert b"NAM,state,Namibia,Republic of Namibia,NA,516," in mini.published()["data/processed/parties.csv"]


@pytest.mark.parametrize("word", ["NULL", "None", "nan", "N/A", "#N/A", "null", "inf", "true", "007", "1e3"])
def test_words_that_readers_take_for_nothing_are_text(mini, word):
    mini.set_cell("people", 2, "name", word)
    mini.build()
    assert load_from(mini.package(), "people").set_index("person_id").loc["jiang-zemin", "name"] == word


def test_cell_of_several_lines_stays_one(mini):
    assert load_from(mini.package(), "events").set_index("event_id").loc["IND-sco.member-decision", "note"] == "a note on\ntwo lines"


def test_plan_after_the_end_of_the_record_is_no_fact(mini):
    built = mini.build()
    assert "NAM-sco.observer-application" in {row["event_id"] for row in built.rows["events"] if not row["held"]}
    mini.append("events", "NAM-sco.member-effective,NAM,sco.member,effective,2099,,,false,")
    mini.append("claims", "paper-2018-digest,events,NAM-sco.member-effective,date,2099,,expected,last line,curated")
    assert "NAM" not in {row["party_id"] for row in mini.build().rows["memberships"]}


def test_planned_summit_is_taken(mini):
    mini.append("summits", "CHS-2098,chs,98,2098-06-10,2098-06-11,,Astana,astana,KAZ,,in_person,,,,false,")
    values = {"start": "2098-06-10", "end": "2098-06-11", "city": "Astana", "host_party_id": "KAZ", "format": "in_person"}
    for name, value in values.items():
        mini.append("claims", f"paper-2018-digest,summits,CHS-2098,{name},{value},,expected,last line,curated")
    timeline = {row["row_id"]: row["text"] for row in mini.build().rows["timeline"]}
    assert timeline["CHS-2098"].endswith(" (planned).")


def test_summit_planned_for_no_day_yet_is_taken_and_has_no_place_in_time(mini):
    mini.append("summits", "CHS-2098,chs,,,,,Astana,astana,KAZ,,,,,,false,")
    values = {"start": "2098-06", "city": "Astana", "host_party_id": "KAZ"}
    for name, value in values.items():
        mini.append("claims", f"paper-2018-digest,summits,CHS-2098,{name},{value},,expected,last line,curated")
    built = mini.build()
    assert "CHS-2098" not in {row["row_id"] for row in built.rows["timeline"]}
    assert [row["stance"] for row in built.rows["claims"] if row["row_id"] == "CHS-2098" and row["field"] == "start"] == [None]


@pytest.mark.parametrize("days", [0, 1])
def test_record_ends_with_as_of_itself(mini, days):
    day = mini.package().as_of + timedelta(days)
    mini.append("events", f"NAM-sco.observer-decision,NAM,sco.observer,decision,{day},,,true,")
    mini.append("claims", f"paper-2018-digest,events,NAM-sco.observer-decision,date,{day},,asserted,last line,curated")
    if days:
        with pytest.raises(DataError, match=f"{day} is after"):
            mini.build()
    else:
        assert "NAM" in {row["party_id"] for row in mini.build().rows["memberships"]}


def test_coarse_date_that_began_within_the_record_is_taken(mini):
    year = mini.package().as_of.year
    mini.append("events", f"NAM-sco.observer-decision,NAM,sco.observer,decision,{year},,,true,")
    mini.append("claims", f"paper-2018-digest,events,NAM-sco.observer-decision,date,{year},,asserted,last line,curated")
    assert "NAM" in {row["party_id"] for row in mini.build().rows["memberships"]}


def test_city_may_be_claimed_by_any_of_its_names(mini):
    mini.replace("claims", "CHS-2017,city,Astana,", "CHS-2017,city,NUR-SULTAN,")
    claims = {row["value"]: row["stance"] for row in mini.build().rows["claims"]}
    assert claims["NUR-SULTAN"] == "supports"


def test_remedy_of_a_stale_ruling_is_taken_as_it_stands(mini):
    mini.replace("claims", "date,2017-06-10,", "date,2017-06-11,")
    with pytest.raises(DataError) as refusal:
        mini.build()
    (problem,) = refusal.value.problems
    mini.set_cell("rulings", problem.line, problem.column, problem.remedy.removeprefix("weigh anew and write "))
    mini.build()
    assert json.loads(mini.build().rows["rulings"][0]["expected"]) == ["2017-06-11"]


def test_ruling_on_the_row_itself_chooses_its_key(mini):
    mini.append("claims", "paper-2018-digest,events,CHN-sco.member-effective,,,,negated,last line,curated")
    with pytest.raises(DataError, match="not happened contradicts the row of CHN-sco"):
        mini.build()
    mini.append("rulings", 'CHN,events,CHN-sco.member-effective,,CHN-sco.member-effective,"[""not happened""]",It did.')
    assert len(mini.build().rows["conflicts"]) > 3


def test_empty_status_may_be_claimed(mini):
    mini.append("claims", "paper-2018-digest,memberships,NAM,status,none,2018,asserted,last line,curated")
    assert "supports" in {row["stance"] for row in mini.build().rows["claims"] if row["row_id"] == "NAM"}


def test_city_whose_name_another_place_bears_too_is_taken(mini):
    """An ambiguous name says which places it can mean, and the summit says which it does."""
    mini.replace("places", "astana,Astana,KAZ,51.17,71.43\n", "astana,Astana,KAZ,51.17,71.43\nastana-two,Astana Two,KAZ,50.0,70.0\n")
    mini.replace("names", "place.astana.en.1,Astana,en,place,astana,,,false", "place.astana.en.1,Astana,en,place,astana,,,true")
    mini.replace("names", "place.shanghai.en.1", "place.astana-two.en.1,Astana,en,place,astana-two,,,true\nplace.shanghai.en.1")
    mini.build()
