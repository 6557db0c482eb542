"""What columns `annotate` can read: every usual dtype of parties and of days, and which it refuses."""

import datetime as dt

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import sco_timeline as sco

DAYS = ["2017-06-08", "2017-06-09"]  # the day before India's membership, and its first
ISO = ["IND", "CHN", "JPN"]
COW = [750, 710, 740]
ANSWERS = ["member", "member", "none"]


def words(found):
    return [None if pd.isna(word) else word for word in found["sco_status"]]


def ask_parties(column, **more):
    return words(sco.annotate(pd.DataFrame({"p": column, "d": "2018-01-01"}), party="p", date="d", **more))


def ask_days(column):
    return words(sco.annotate(pd.DataFrame({"p": "IND", "d": column}), party="p", date="d"))


PARTY_COLUMNS = {
    "object": pd.Series(ISO, dtype=object),
    "str": pd.Series(ISO, dtype="str"),
    "string": pd.Series(ISO, dtype="string"),
    "string[python]": pd.Series(ISO, dtype="string[python]"),
    "string[pyarrow]": pd.Series(ISO, dtype="string[pyarrow]"),
    "arrow string": pd.Series(ISO, dtype=pd.ArrowDtype(pa.string())),
    "category": pd.Series(ISO, dtype="category"),
    "ordered category": pd.Series(pd.Categorical(ISO, categories=["JPN", "IND", "CHN"], ordered=True)),
    "category with unused unreadable ones": pd.Series(pd.Categorical(ISO, categories=[*ISO, "Nowhere", "Congo"])),
    "names": pd.Series(["India", "Китай", "日本"]),
    "mixed systems": pd.Series(["IND", "CN", "392"]),
    "int64": pd.Series(COW, dtype="int64"),
    "int32": pd.Series(COW, dtype="int32"),
    "int16": pd.Series(COW, dtype="int16"),
    "uint16": pd.Series(COW, dtype="uint16"),
    "Int64": pd.Series(COW, dtype="Int64"),
    "float64": pd.Series(COW, dtype="float64"),
    "Float64": pd.Series(COW, dtype="Float64"),
    "arrow int": pd.Series(COW, dtype=pd.ArrowDtype(pa.int64())),
    "object of ints": pd.Series(COW, dtype=object),
    "object of numpy ints": pd.Series([np.int32(code) for code in COW], dtype=object),
    "category of ints": pd.Series(COW, dtype="category"),
    "object of both": pd.Series(["IND", 710, "Japan"], dtype=object),
}


@pytest.mark.parametrize("column", PARTY_COLUMNS.values(), ids=PARTY_COLUMNS)
def test_a_column_of_parties(column):
    assert ask_parties(column) == ANSWERS


@pytest.mark.parametrize("column", PARTY_COLUMNS.values(), ids=PARTY_COLUMNS)
def test_a_column_of_parties_keeps_its_dtype(column):
    frame = pd.DataFrame({"p": column, "d": "2018-01-01"})
    pd.testing.assert_series_equal(sco.annotate(frame, party="p", date="d")["p"], frame["p"])


WITH_GAPS = {
    "object None": pd.Series(["IND", None], dtype=object),
    "object NaN": pd.Series(["IND", np.nan], dtype=object),
    "str": pd.Series(["IND", None], dtype="str"),
    "string": pd.Series(["IND", pd.NA], dtype="string"),
    "category": pd.Series(["IND", None], dtype="category"),
    "float64": pd.Series([750, np.nan]),
    "Int64": pd.Series([750, pd.NA], dtype="Int64"),
    "Float64": pd.Series([750, pd.NA], dtype="Float64"),
    "object of ints": pd.Series([750, None], dtype=object),
    "arrow int": pd.Series([750, None], dtype=pd.ArrowDtype(pa.int64())),
    "category of floats": pd.Series([750.0, np.nan], dtype="category"),
}


@pytest.mark.parametrize("unknown", ["raise", "null"])
@pytest.mark.parametrize("column", WITH_GAPS.values(), ids=WITH_GAPS)
def test_a_missing_party_is_null(column, unknown):
    if column.dtype == object:
        assert column.isna().tolist() == [False, True]
    assert ask_parties(column, unknown=unknown) == ["member", None]


def test_all_parties_missing():
    for column in (pd.Series([None, None], dtype=object), pd.Series([np.nan, np.nan]), pd.Series([pd.NA] * 2, dtype="Int64")):
        assert ask_parties(column) == [None, None]


@pytest.mark.parametrize(
    ("column", "unread"), [([750, -9], -9), ([750.0, 750.5], 750.5), (["IND", "750"], None), ([True, False], True), (["IND", ""], "")]
)
def test_what_is_no_code_is_refused(column, unread):
    with pytest.raises(sco.TimelineError) as caught:
        ask_parties(column)
    assert isinstance(caught.value, LookupError)
    if unread is not None:
        assert unread in caught.value.names


@pytest.mark.parametrize(
    ("column", "ids"),
    [
        (["750", "710", "740"], "cow"),
        ([750, 710, 740], "gw"),
        (["356", "156", "392"], "m49"),
        ([356, 156, 392], "m49"),
        (["Q668", "Q148", "Q17"], "wikidata"),
    ],
)
def test_ids_says_what_a_column_holds(column, ids):
    assert ask_parties(column, ids=ids) == ANSWERS


DAY_COLUMNS = {
    "text": pd.Series(DAYS),
    "object text": pd.Series(DAYS, dtype=object),
    "string": pd.Series(DAYS, dtype="string"),
    "string[pyarrow]": pd.Series(DAYS, dtype="string[pyarrow]"),
    "arrow string": pd.Series(DAYS, dtype=pd.ArrowDtype(pa.string())),
    "category of text": pd.Series(DAYS, dtype="category"),
    "datetime64[s]": pd.Series(DAYS).astype("datetime64[s]"),
    "datetime64[ms]": pd.Series(DAYS).astype("datetime64[ms]"),
    "datetime64[us]": pd.Series(DAYS).astype("datetime64[us]"),
    "datetime64[ns]": pd.Series(DAYS).astype("datetime64[ns]"),
    "late and early in the day": pd.Series(pd.to_datetime(["2017-06-08 23:59:59.999", "2017-06-09 00:00:00.001"])),
    "category of datetimes": pd.Series(pd.to_datetime(DAYS)).astype("category"),
    "dates": pd.Series([dt.date(2017, 6, 8), dt.date(2017, 6, 9)], dtype=object),
    "datetimes": pd.Series([dt.datetime(2017, 6, 8, 23), dt.datetime(2017, 6, 9, 1)], dtype=object),
    "timestamps": pd.Series([pd.Timestamp("2017-06-08 23:00"), pd.Timestamp("2017-06-09")], dtype=object),
    "dates and text": pd.Series([dt.date(2017, 6, 8), "2017-06-09"], dtype=object),
    "arrow dates": pd.Series([dt.date(2017, 6, 8), dt.date(2017, 6, 9)], dtype=pd.ArrowDtype(pa.date32())),
    "arrow timestamps": pd.Series([dt.datetime(2017, 6, 8), dt.datetime(2017, 6, 9)], dtype=pd.ArrowDtype(pa.timestamp("us"))),
    "UTC": pd.Series(pd.to_datetime(DAYS)).dt.tz_localize("UTC"),
    "the day of its own zone, east": pd.Series(pd.to_datetime(["2017-06-08 01:00", "2017-06-09 01:00"])).dt.tz_localize("Asia/Kolkata"),
    "the day of its own zone, west": pd.Series(pd.to_datetime(["2017-06-08 23:00", "2017-06-09 23:00"])).dt.tz_localize("America/New_York"),
}


@pytest.mark.parametrize("column", DAY_COLUMNS.values(), ids=DAY_COLUMNS)
def test_a_column_of_days(column):
    assert ask_days(column) == ["observer", "member"]


@pytest.mark.parametrize("column", DAY_COLUMNS.values(), ids=DAY_COLUMNS)
def test_a_column_of_days_keeps_its_dtype_and_its_hours(column):
    frame = pd.DataFrame({"p": "IND", "d": column})
    pd.testing.assert_series_equal(sco.annotate(frame, party="p", date="d")["d"], frame["d"])


MISSING = {
    "NaT": pd.Series(pd.to_datetime(["2018-01-01", None])),
    "NaT[s]": pd.Series(pd.to_datetime(["2018-01-01", None])).astype("datetime64[s]"),
    "NaT in a zone": pd.Series(pd.to_datetime(["2018-01-01", None])).dt.tz_localize("Asia/Shanghai"),
    "None": pd.Series(["2018-01-01", None], dtype=object),
    "NaN": pd.Series(["2018-01-01", np.nan], dtype=object),
    "NA": pd.Series(["2018-01-01", pd.NA], dtype="string"),
    "category": pd.Series(["2018-01-01", None], dtype="category"),
    "dates and None": pd.Series([dt.date(2018, 1, 1), None], dtype=object),
    "dates and NaT": pd.Series([dt.date(2018, 1, 1), pd.NaT], dtype=object),
}


@pytest.mark.parametrize("column", MISSING.values(), ids=MISSING)
def test_a_missing_day_is_null(column):
    assert ask_days(column) == ["member", None]


ALL_MISSING = {
    "NaT": pd.Series([pd.NaT, pd.NaT]),
    "None": pd.Series([None, None], dtype=object),
    "str": pd.Series([None, None], dtype="str"),
    "NaN, as a CSV without any day is read": pd.Series([np.nan, np.nan]),
}


@pytest.mark.parametrize("column", ALL_MISSING.values(), ids=ALL_MISSING)
def test_all_days_missing(column):
    assert ask_days(column) == [None, None]


@pytest.mark.parametrize("text", ["2017", "2017-06", "2017-06~", "[2017-06-08..2017-06-09]"])
def test_a_coarse_date_is_never_its_first_day(text):
    """'2017' is no 1 January 2017: India was an observer on that day and a member most of the year."""
    for column in (
        pd.Series([text]),
        pd.Series([text], dtype=object),
        pd.Series([text], dtype="category"),
        pd.Series(["2018-01-01", text]),
    ):
        with pytest.raises(sco.TimelineError) as caught:
            ask_days(column)
        assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("text", ["now", "today"])
def test_no_answer_depends_on_the_day_of_asking(text):
    with pytest.raises(sco.TimelineError):
        ask_days(pd.Series([text]))


@pytest.mark.parametrize("text", ["2017-6-9", "20170609", "2017/06/09", "2017-06-09 ", "2017-06-09 10:00", "2017-06-09T10:00Z"])
def test_a_text_that_status_refuses_annotate_refuses_too(text):
    def asked(ask):
        try:
            return ask()
        except sco.TimelineError:
            return "refused"

    assert asked(lambda: ask_days(pd.Series([text]))[0]) == asked(lambda: sco.status("IND", text))


NO_DAYS = {
    "words": (["2018-01-01", "last Tuesday"], "last Tuesday"),
    "no such day": (["2018-02-30"], "2018-02-30"),
    "month first or day first": (["09/06/2017"], "09/06/2017"),
    "years": ([2017, 2018], "numbers"),
    "digits": ([20170609], "numbers"),
    "nanoseconds": ([1_514_764_800_000_000_000], "numbers"),
    "truth values": ([True, False], "'d'"),
    "year periods": (pd.period_range("2017", periods=2, freq="Y"), "'d'"),
    "spans": (pd.to_timedelta([1, 2], unit="D"), "'d'"),
}


@pytest.mark.parametrize(("column", "says"), NO_DAYS.values(), ids=NO_DAYS)
def test_a_column_without_days_is_refused_and_named(column, says):
    with pytest.raises(sco.TimelineError) as caught:
        ask_days(column)
    assert isinstance(caught.value, ValueError)
    assert "'d'" in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize("column", [["2018-01-01", "last Tuesday"], ["09/06/2017"]], ids=str)
def test_the_refusal_ends_in_a_whole_sentence_and_shows_the_form_wanted(column):
    with pytest.raises(sco.TimelineError, match=r"YYYY-MM-DD|\d{4}-\d{2}-\d{2}") as caught:
        ask_days(column)
    assert not str(caught.value).rstrip().endswith(":")


def test_two_columns_of_one_name_are_refused():
    frame = pd.DataFrame([["IND", "2018-01-01", "2019-01-01"]], columns=["p", "d", "d"])
    with pytest.raises(sco.TimelineError):
        sco.annotate(frame, party="p", date="d")
    frame = pd.DataFrame([["IND", "CHN", "2018-01-01"]], columns=["p", "p", "d"])
    with pytest.raises(sco.TimelineError):
        sco.annotate(frame, party="p", date="d")
