"""Facts that the data must keep, whatever is added to them: told apart from code, and checked against second opinions."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pycountry
import pytest

from sco_timeline.descriptor import read_package
from sco_timeline.packaging import derive

REPOSITORY = Path(__file__).resolve().parent.parent

# Where our usual English name is not the one that pycountry has for the same entry, and why.
NAMED_OTHERWISE = {
    "BES": ("Caribbean Netherlands", "one name in place of a list of three islands"),
    "BRN": ("Brunei", "short form in everyday use"),
    "COD": ("Democratic Republic of the Congo", "no inverted order; told apart from its neighbour"),
    "COG": ("Republic of the Congo", "told apart from its neighbour"),
    "CPV": ("Cape Verde", "English form; Cabo Verde is among its names"),
    "FLK": ("Falkland Islands", "no second name in brackets"),
    "FSM": ("Micronesia", "no inverted order"),
    "MAF": ("Saint Martin", "no remark in brackets"),
    "PCN": ("Pitcairn Islands", "name of the group, not of one island"),
    "PSE": ("Palestine", "no inverted order"),
    "RUS": ("Russia", "short form in everyday use"),
    "STP": ("São Tomé and Príncipe", "with its accents"),
    "SXM": ("Sint Maarten", "no remark in brackets"),
    "VAT": ("Holy See", "no remark in brackets"),
    "VGB": ("British Virgin Islands", "no inverted order"),
    "VIR": ("United States Virgin Islands", "no inverted order, nothing abbreviated"),
}
# States and territories that ISO 3166-1 has not, or no longer has.
NOT_IN_ISO = {
    "ABK": "Gleditsch-Ward system member 396 since 2008; user-assigned code",
    "ANT": "withdrawn in 2010, when the Netherlands Antilles were dissolved",
    "SCG": "withdrawn in 2006, when Serbia and Montenegro parted",
    "SOT": "Gleditsch-Ward system member 397 since 2008; user-assigned code",
    "XKX": "COW and Gleditsch-Ward system member since 2008; user-assigned code",
}
# The five texts at which extraction was first aimed, with their lengths in characters.
SEED_TEXTS = {
    "afghanistantimes-20220915-sco-summit-samarkand": 2613,
    "belta-2024-lukashenko-visit-over": 3517,
    "nowtrends-2024-putin-xi-partnership": 2017,
    "nuceg-2024-belarus-new-member": 3156,
    "turkishnewsworld-2024-sco-coverage": 2624,
}
LONGEST_CELL, LONGEST_CLAIM, LONGEST_SPAN = 600, 200, 400  # characters: no sentence of an article hides in a table


@pytest.fixture(scope="module")
def package():
    return read_package(REPOSITORY)


@pytest.fixture(scope="module")
def built(package):
    return derive(package)


@pytest.fixture(scope="module")
def rows(built):
    return built.rows


@pytest.fixture(scope="module")
def parties(rows):
    return {row["party_id"]: row for row in rows["parties"]}


# Parties


def test_every_entry_of_iso_3166_1_is_a_party(parties):
    entries = {country.alpha_3: (country.alpha_2, country.numeric) for country in pycountry.countries}
    assert len(entries) == 249
    assert {code: (row["iso2"], row["m49"]) for code, row in parties.items() if code in entries} == entries


def test_names_differ_from_pycountry_only_where_meant(parties):
    def of_pycountry(country):
        return {country.name, getattr(country, "common_name", country.name)}

    differing = {c.alpha_3: parties[c.alpha_3]["name"] for c in pycountry.countries if parties[c.alpha_3]["name"] not in of_pycountry(c)}
    assert differing == {code: name for code, (name, _) in NAMED_OTHERWISE.items()}


def test_parties_beside_iso_are_known_ones(parties):
    entries = {country.alpha_3 for country in pycountry.countries}
    assert {code for code, row in parties.items() if row["kind"] != "organization"} - entries == set(NOT_IN_ISO)


def test_a_party_that_iso_has_not_bears_no_iso_code(parties):
    entries = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    borrowed = {code: row["iso2"] for code, row in parties.items() if row["iso2"] in entries and entries[row["iso2"]] != code}
    assert borrowed == {}


def test_only_states_bear_codes_of_state_systems(parties):
    assert {row["kind"] for row in parties.values() if row["cow_code"] or row["gw_code"]} == {"state"}


@pytest.mark.parametrize("column", ["iso2", "m49", "wikidata_id", "cow_code"])
def test_one_code_means_one_party_at_a_time(parties, column):
    """A successor may bear the code of a party that has ceased to exist."""
    bearers = defaultdict(list)
    for row in parties.values():
        if row[column] is not None and row["to"] is None:
            bearers[row[column]].append(row["party_id"])
    assert {code: found for code, found in bearers.items() if len(found) > 1} == {}


def test_every_state_and_territory_has_a_name_in_each_language(rows, parties):
    languages = defaultdict(set)
    for name in rows["names"]:
        if name["kind"] == "party":
            languages[name["target_id"]].add(name["language"])
    expected = {"en", "ru", "zh"}
    lacking = {code: expected - languages[code] for code, row in parties.items() if row["kind"] != "organization"}
    assert {code: missing for code, missing in lacking.items() if missing} == {}


def test_names_are_written_in_the_script_of_their_language(rows):
    """Acronyms of organizations are written in Latin letters everywhere."""
    scripts = {"ru": "[А-Яа-яЁё]|^[A-Z0-9+ -]+$", "zh": "[\u4e00-\u9fff]|^[A-Z0-9+ -]+$", "en": "[A-Za-z]"}
    assert [row["name_id"] for row in rows["names"] if not re.search(scripts[row["language"]], row["name"])] == []


# Summits


def test_one_summit_of_the_heads_of_state_a_year_since_the_founding(rows):
    held = {row["start"].year: row["ordinal"] for row in rows["summits"] if row["body"] == "chs"}
    assert held == {year: year - 2000 for year in range(2001, 2027)}
    assert sum(row["body"] == "chs" for row in rows["summits"]) == 26


def test_five_meetings_of_the_shanghai_five(rows):
    held = [(row["start"].year, row["ordinal"]) for row in rows["summits"] if row["body"] == "shanghai_five"]
    assert sorted(held) == [(1996, 1), (1997, 2), (1998, 3), (1999, 4), (2000, 5)]


def test_a_summit_was_held_in_a_place_of_its_host(rows):
    """The meeting of 2003 was chaired by Kazakhstan and held in Moscow: the host is who the place belongs to, not who chairs."""
    places = {row["place_id"]: row["party_id"] for row in rows["places"]}
    foreign = [row["summit_id"] for row in rows["summits"] if row["place_id"] and places[row["place_id"]] != row["host_party_id"]]
    assert foreign == []


def test_hosts_were_members_or_participants_on_the_day(rows):
    full = {"chs": "member", "chg": "member", "shanghai_five": "participant"}
    spells = [row for row in rows["memberships"] if row["basis"] == "effective"]
    for summit in (row for row in rows["summits"] if row["held"]):
        standing = {
            row["status"]
            for row in spells
            if row["party_id"] == summit["host_party_id"]
            and row["start_earliest"] <= summit["end"]
            and (row["end_latest"] is None or summit["start"] < row["end_latest"])
        }
        assert full[summit["body"]] in standing, summit["summit_id"]


# Statuses and spells


def test_every_formal_status_has_spells_and_no_other_has(rows):
    formal = {(row["organization"], row["status"]) for row in rows["statuses"] if row["formal"]}
    found = {(row["organization"], row["status"]) for row in rows["memberships"]}
    assert found == formal


def test_formal_statuses_say_which_stage_puts_them_into_effect(rows):
    assert {
        row["status_id"]: row["effective_stage"] for row in rows["statuses"] if row["formal"] != (row["effective_stage"] is not None)
    } == {}


def test_spells_are_bounded_by_events_of_the_deciding_stage(rows):
    events = {row["event_id"]: row for row in rows["events"]}
    statuses = {row["status_id"]: row for row in rows["statuses"]}
    granted: dict[tuple[str, str], date] = {}
    for row in rows["events"]:
        if row["stage"] == "decision":
            key = row["party_id"], row["status_id"]
            granted[key] = min(row["date_earliest"], granted.get(key, row["date_earliest"]))
    for spell in rows["memberships"]:
        start = events[spell["start_event_id"]]
        status = statuses[start["status_id"]]
        grant = granted.get((start["party_id"], start["status_id"]))
        by_grant = spell["basis"] == "decision" and grant is not None and grant <= spell["start_earliest"]
        assert start["stage"] == ("decision" if by_grant else status["effective_stage"]), spell["membership_id"]
        assert (start["party_id"], start["date"], start["held"]) == (spell["party_id"], spell["start"], True)
        assert (status["organization"], status["status"]) == (spell["organization"], spell["status"])
        assert (spell["end"] is None) == (spell["end_event_id"] is None)
        if spell["end_event_id"]:
            end = events[spell["end_event_id"]]
            assert (end["party_id"], end["date"]) == (spell["party_id"], spell["end"])
            assert end["stage"] in ("end", "decision", statuses[end["status_id"]]["effective_stage"])


def test_each_status_is_higher_in_rank_than_the_one_it_follows_in_the_categories(package, rows):
    """Two organizations share one list of words; within each, words stand in the order of its ranks."""
    ranks = defaultdict(dict)
    for row in rows["statuses"]:
        ranks[row["organization"]][row["status"]] = row["rank"]
    ordered = {
        (table.name, field.name): field.categories for table in package.tables.values() for field in table.fields if field.categories
    }
    assert len(ordered) >= 8
    for place, categories in ordered.items():
        for known in ranks.values():
            own = [known[word] for word in categories if word in known]
            assert own == sorted(own) and len(own) == len(set(own)), place


def test_categories_and_allowed_words_are_one_list(package):
    """Validators that do not know categories read the allowed words."""
    fields = [field for table in package.tables.values() for field in table.fields if field.categories]
    assert all(field.categories == field.enum for field in fields)


def test_every_status_has_its_place_in_the_categories(package, rows):
    words = {row["status"] for row in rows["statuses"]}
    categories = package.tables["membership_years"].by_name["effective_highest"].categories
    assert categories[0] == "none" and set(categories[1:]) == words
    formal = {row["status"] for row in rows["statuses"] if row["formal"]}
    assert set(package.tables["memberships"].by_name["status"].categories) == formal


# Claims and sources


def test_every_required_cell_has_a_source(built):
    assert [cell[:3] for cell in built.support if cell.required and not cell.publishers] == []
    assert sum(cell.required for cell in built.support) > 200


def test_the_seed_texts_are_known_by_their_hash(rows):
    hashed = {row["source_id"]: row["text_sha256"] for row in rows["sources"] if row["source_id"] in SEED_TEXTS}
    assert set(hashed) == set(SEED_TEXTS) and None not in hashed.values()
    assert len(set(hashed.values())) == len(SEED_TEXTS)


def test_spans_of_claims_lie_within_their_texts(rows):
    spans = [(row["source_id"], re.fullmatch(r"char=(\d+),(\d+)", row["locator"])) for row in rows["claims"]]
    spans = [(source, int(span[1]), int(span[2])) for source, span in spans if span]
    assert {source for source, _, _ in spans} >= set(SEED_TEXTS)
    outside = [span for span in spans if not 0 <= span[1] < span[2] <= min(SEED_TEXTS.get(span[0], 10**6), span[1] + LONGEST_SPAN)]
    assert outside == []


def test_reprints_lead_to_an_original(rows):
    same = {row["source_id"]: row["same_text_as"] for row in rows["sources"]}
    for source in list(same):
        seen = []
        while source is not None:
            assert source not in seen, f"{' -> '.join(seen)} -> {source}"
            seen.append(source)
            source = same[source]


def test_no_table_holds_text_of_others(rows):
    long = [
        (table, next(iter(row.values())), column, len(value))
        for table, found in rows.items()
        for row in found
        for column, value in row.items()
        if isinstance(value, str) and len(value) > LONGEST_CELL
    ]
    assert long == []


def test_claims_hold_values_not_sentences(rows):
    assert [(row["claim_id"], len(row["value"])) for row in rows["claims"] if row["value"] and len(row["value"]) > LONGEST_CLAIM] == []


# Forms


def test_raw_files_are_sorted_by_key_and_end_in_one_line_feed(package):
    """So that a change shows as the lines changed."""
    for table in (table for table in package.tables.values() if not table.derived):
        path = package.raw_folder / f"{table.name}.csv"
        content = path.read_bytes()
        assert content.endswith(b"\n") and not content.endswith(b"\n\n") and b"\r" not in content, path.name
        found = list(csv.reader(content.decode("utf-8").splitlines(keepends=True)))[1:]
        key = len(found[0]) if table.name == "claims" else 1
        assert [row[:key] for row in found] == sorted(row[:key] for row in found), path.name


def test_no_coarse_date_became_the_first_of_january(rows):
    """A year alone is written as a year: a fact dated 1 January would be one that sources give to the day."""
    dated = [
        (table, next(iter(row.values())), column)
        for table in ("events", "milestones", "summits", "statuses")
        for row in rows[table]
        for column, value in row.items()
        if not column.endswith(("_earliest", "_latest")) and str(value).endswith("-01-01")
    ]
    assert dated == []


# Meetings, documents and offices


def standing_on(rows, organization, status, day):
    spells = [row for row in rows["memberships"] if row["basis"] == "effective" and row["organization"] == organization]
    return {
        row["party_id"]
        for row in spells
        if row["status"] == status and row["start_earliest"] <= day and (row["end_earliest"] is None or day < row["end_earliest"])
    }


def test_every_summit_of_heads_of_state_has_a_row_for_each_who_stood_in_it(rows):
    came = defaultdict(set)
    for row in rows["attendance"]:
        came[row["summit_id"]].add(row["party_id"])
    for summit in (row for row in rows["summits"] if row["body"] in ("chs", "shanghai_five")):
        full = {"chs": ("sco", "member"), "shanghai_five": ("shanghai_five", "participant")}[summit["body"]]
        assert standing_on(rows, *full, summit["end"]) <= came[summit["summit_id"]], summit["summit_id"]


def test_who_came_as_a_member_was_one_by_the_last_day(rows):
    summits = {row["summit_id"]: row for row in rows["summits"]}
    for row in rows["attendance"]:
        if row["capacity"] in ("member", "participant"):
            organization = "sco" if row["capacity"] == "member" else "shanghai_five"
            assert row["party_id"] in standing_on(rows, organization, row["capacity"], summits[row["summit_id"]]["end"]), row


def test_heads_of_government_are_counted_without_a_gap(rows):
    meetings = sorted((row for row in rows["summits"] if row["body"] == "chg" and row["held"]), key=lambda row: row["start"])
    assert [row["ordinal"] for row in meetings] == list(range(1, len(meetings) + 1))


def test_offices_pass_from_hand_to_hand(rows):
    """The end of a term and the start of the next can be one day; each office has one holder whose term goes on."""
    offices = defaultdict(list)
    for row in rows["terms"]:
        offices[row["office"]].append(row)
    for office, terms in offices.items():
        terms.sort(key=lambda row: row["term_id"])
        assert [row["term_id"] for row in terms if row["end"] is None] == [terms[-1]["term_id"]], office
        for before, after in pairwise(terms):
            first = max(before["end_earliest"] or date.min, after["start_earliest"] or date.min)
            last = min(before["end_latest"] or date.max, after["start_latest"] or date.max)
            assert first <= last, (before["term_id"], after["term_id"])


def test_every_side_of_a_meeting_came_to_its_summit_or_met_who_did(rows):
    came = {(row["summit_id"], row["party_id"]) for row in rows["attendance"] if row["mode"] != "absent"}
    sides = defaultdict(set)
    for row in rows["meeting_parties"]:
        sides[row["meeting_id"]].add(row["party_id"])
    for row in rows["meetings"]:
        assert any((row["summit_id"], party) in came for party in sides[row["meeting_id"]]), row["meeting_id"]
