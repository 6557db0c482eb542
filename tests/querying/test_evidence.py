"""`evidence`: what sources say of a row, and how it compares with the value chosen."""

import random

import numpy as np
import pandas as pd
import pytest

import sco_timeline as sco

COLUMNS = ["field", "chosen", "value", "as_of", "polarity", "stance", "source_id", "kind", "publisher", "title", "language", "published"]
COLUMNS += ["url", "read", "same_text_as", "locator", "method", "ruling", "claim_id"]
OF_CLAIM = ["field", "value", "as_of", "polarity", "stance", "source_id", "locator", "method"]
OF_SOURCE = ["kind", "publisher", "title", "language", "published", "url", "read", "same_text_as"]


def plain(series):
    return [None if pd.isna(value) else value for value in series]


@pytest.fixture(scope="module")
def claims():
    return sco.load("claims").set_index("claim_id", drop=False)


@pytest.fixture(scope="module")
def answers(claims):
    """What is said of a sample of rows, some of every table."""
    random_, pairs = random.Random(13), claims[["table_name", "row_id"]].drop_duplicates()
    picked = []
    for table, group in pairs.groupby("table_name"):
        ids = sorted(group["row_id"])
        picked += [(table, row_id) for row_id in random_.sample(ids, min(8, len(ids)))]
    return {row: sco.evidence(*row) for row in picked}


def test_every_claim_about_a_row_is_there_once_with_its_source(claims, answers):
    sources = sco.load("sources").set_index("source_id")
    for (table, row_id), found in answers.items():
        assert list(found.columns) == COLUMNS
        assert found["claim_id"].is_unique
        own = claims[(claims["table_name"] == table) & (claims["row_id"] == row_id)]
        assert set(found["claim_id"]) == set(own["claim_id"])
        for column in OF_CLAIM:
            assert plain(found[column]) == plain(claims.loc[found["claim_id"], column]), (table, row_id, column)
        for column in OF_SOURCE:
            assert plain(found[column]) == plain(sources.loc[found["source_id"], column]), (table, row_id, column)


def test_chosen_is_the_value_that_stands_in_the_table(answers):
    tables = {table: sco.load(table) for table, _ in answers}
    for (table, row_id), found in answers.items():
        if table == "memberships":
            continue
        frame = tables[table]
        row = frame[frame[frame.columns[0]] == row_id].iloc[0]
        for field, chosen in found[["field", "chosen"]].drop_duplicates().itertuples(index=False):
            stands = None if pd.isna(field) or pd.isna(row[field]) else row[field]
            text = (
                str(stands.date())
                if isinstance(stands, pd.Timestamp)
                else str(stands).lower()
                if isinstance(stands, bool | np.bool_)
                else stands
            )
            assert pd.isna(chosen) if stands is None else chosen == str(text), (table, row_id, field)


def test_chosen_of_a_disputed_status_is_what_the_conflicts_say():
    """For a status held at some time, too, there is a value that stands: the ruling names it."""
    conflicts = sco.load("conflicts").query("table_name == 'memberships'").set_index("claim_id")
    assert len(conflicts) > 0
    for party in conflicts["row_id"].unique():
        found = sco.evidence("memberships", party, "status").set_index("claim_id")["chosen"]
        for claim_id, chosen in conflicts.loc[conflicts["row_id"] == party, "chosen"].items():
            assert found[claim_id] == chosen, (party, claim_id)


def test_a_disputed_cell_bears_its_ruling():
    rulings = sco.load("rulings").set_index("ruling_id")["reason"]
    conflicts = sco.load("conflicts").set_index("claim_id")
    for table, row_id in sorted(set(zip(conflicts["table_name"], conflicts["row_id"], strict=True)))[::8]:
        found = sco.evidence(table, row_id).set_index("claim_id")
        for claim_id, ruling in found["ruling"].items():
            if claim_id in conflicts.index:
                assert ruling == rulings[conflicts.loc[claim_id, "ruling_id"]]
    undisputed = sco.evidence("events", "IND-sco.member-effective", "place")
    assert undisputed["ruling"].isna().all()


def test_who_contradicts_is_not_hidden():
    found = sco.evidence("events", "IND-sco.member-effective", "date")
    assert {"supports", "contradicts"} <= set(found["stance"])
    supporting = found.loc[found["stance"] == "supports"]
    assert set(supporting["value"]) == set(supporting["chosen"]) == {"2017-06-09"}
    assert not set(found.loc[found["stance"] == "contradicts", "value"]) & {"2017-06-09"}


def test_every_date_of_an_event_has_a_source():
    random_ = random.Random(14)
    for event_id in random_.sample(sorted(sco.load("events")["event_id"]), 15):
        found = sco.evidence("events", event_id, "date")
        assert found["stance"].isin(["supports", "coarser", "finer"]).any(), event_id


def test_one_field_is_a_part_of_all():
    everything = sco.evidence("events", "IND-sco.member-effective")
    for field in everything["field"].dropna().unique():
        part = everything[everything["field"] == field].reset_index(drop=True)
        pd.testing.assert_frame_equal(sco.evidence("events", "IND-sco.member-effective", field), part)


def test_fields_and_within_them_stances_stand_together(answers):
    for (table, row_id), found in answers.items():
        keys = [(str(field), str(stance)) for field, stance in found[["field", "stance"]].itertuples(index=False)]
        assert len([key for i, key in enumerate(keys) if i == 0 or key != keys[i - 1]]) == len(set(keys)), (table, row_id)


def test_the_order_within_a_field_and_stance_is_by_kind_of_source_and_publisher(answers):
    """Official sources first, as the descriptor lists the kinds."""
    order = ["official", "agency", "press", "scholarly", "reference", "other"]
    for (table, row_id), found in answers.items():
        for _, group in found.groupby(["field", "stance"], dropna=False, observed=True):
            keys = [(order.index(kind), publisher) for kind, publisher in zip(group["kind"], group["publisher"], strict=True)]
            assert keys == sorted(keys), (table, row_id)


def test_a_table_that_takes_no_claims_is_no_empty_answer():
    for table in ("parties", "people", "names", "sources", "rulings", "timeline"):
        with pytest.raises(sco.TimelineError, match="is none of statuses, summits, events, milestones, documents"):
            sco.evidence(table, "IND")


def test_a_spell_is_asked_for_by_its_own_key_too():
    found = sco.evidence("memberships", "sco-effective-TUR-dialogue_partner", "status")
    assert found.equals(sco.evidence("memberships", "TUR", "status"))
    assert len(found) > 0


def test_a_row_of_which_nothing_is_said_has_an_empty_frame_of_the_same_form():
    found = sco.evidence("memberships", "JPN")
    assert len(found) == 0
    assert list(found.columns) == COLUMNS
    assert list(found.dtypes) == list(sco.evidence("events", "IND-sco.member-effective").dtypes)


WRONG = [
    (("eventz", "IND-sco.member-effective"), "did you mean 'events'"),
    (("events", "IND-sco.member-effectiv"), "IND-sco.member-effectiv"),
    (("events", "IND-sco.member-effective", "datum"), "did you mean 'date'"),
    (("memberships", "ZZZ"), "ZZZ"),
    (("summits", "CHS-1899"), "CHS-1899"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG, ids=lambda x: str(x))
def test_an_unknown_table_row_or_column_is_refused(arguments, says):
    with pytest.raises(sco.TimelineError, match=says) as caught:
        sco.evidence(*arguments)
    assert isinstance(caught.value, LookupError)
    assert type(caught.value).__name__ == "UnknownNameError"


def test_a_slip_in_a_row_key_is_answered_with_the_nearest():
    with pytest.raises(sco.TimelineError, match=r"did you mean 'IND-sco\.member-effective'"):
        sco.evidence("events", "IND-sco.member-effectiv")


def test_what_one_caller_spoils_the_next_does_not_see():
    before, spoiled = (sco.evidence("events", "IND-sco.member-effective") for _ in range(2))
    spoiled["stance"] = "spoiled"
    pd.testing.assert_frame_equal(sco.evidence("events", "IND-sco.member-effective"), before)
