"""`extract_frame` takes the frames that people have, and gives one kind of frame back."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from sco_timeline.errors import BadArgumentError
from sco_timeline.extracting import COLUMNS, extract, extract_frame

YESTERDAY = "Belarus joined the Shanghai Cooperation Organisation yesterday."
HELD = "Mongolia is an observer of the SCO. Iran is a member of the SCO."


def days_found(published, dtype=None):
    frame = pd.DataFrame({"text": [YESTERDAY, YESTERDAY], "published": pd.Series(published, dtype=dtype)})
    return [None if pd.isna(day) else day for day in extract_frame(frame)["date"]]


# What a column of days holds, in which dtype, and the days that "yesterday" then is.
DAYS = {
    "text": (["2024-07-05", None], None, ["2024-07-04", None]),
    "text as objects": (["2024-07-05", float("nan")], object, ["2024-07-04", None]),
    "text with a time": (["2024-07-05T23:00:00Z", ""], None, ["2024-07-04", None]),
    "text of Arrow": (["2024-07-05", None], "string[pyarrow]", ["2024-07-04", None]),
    "times": ([pd.Timestamp(2024, 7, 5, 12), pd.NaT], "datetime64[ns]", ["2024-07-04", None]),
    "times in seconds": (["2024-07-05", None], "datetime64[s]", ["2024-07-04", None]),
    "times of a zone": ([pd.Timestamp("2024-07-05T12:00+05:00"), pd.NaT], None, ["2024-07-04", None]),
    "days": ([datetime.date(2024, 7, 5), None], object, ["2024-07-04", None]),
    "times of Python": ([datetime.datetime(2024, 7, 5, 1), pd.NaT], object, ["2024-07-04", None]),
    "nothing": ([None, pd.NA], object, [None, None]),
    "nothing at all": ([pd.NaT, pd.NaT], "datetime64[ns]", [None, None]),
}


@pytest.mark.parametrize(("published", "dtype", "days"), DAYS.values(), ids=DAYS)
def test_days_of_publication(published, dtype, days):
    assert days_found(published, dtype) == days


def test_no_column_of_days():
    assert extract_frame(pd.DataFrame({"text": [YESTERDAY]}))["date"].isna().all()


def test_claims_come_in_the_order_of_the_texts_with_their_ids():
    found = extract_frame(pd.DataFrame({"id": ["b", "a"], "text": [HELD, YESTERDAY], "url": ["x", None], "n": [1, 2]}))
    assert list(zip(found["doc"], found["party"], strict=True)) == [("b", "MNG"), ("b", "IRN"), ("a", "BLR")]
    assert tuple(found.columns) == COLUMNS


def test_ids_may_repeat():
    assert extract_frame(pd.DataFrame({"id": [7, 7], "text": [YESTERDAY, YESTERDAY]}))["doc"].tolist() == ["7", "7"]


@pytest.mark.parametrize("ids", [{}, {"id": [None, None]}, {"id": pd.array([None, None], "string")}], ids=["no column", "null", "NA"])
def test_the_index_names_texts_without_an_id(ids):
    frame = pd.DataFrame({"text": [YESTERDAY, YESTERDAY], **ids}, index=["first", "second"])
    assert extract_frame(frame)["doc"].tolist() == ["first", "second"]


def test_index_may_repeat():
    frame = pd.DataFrame({"text": [YESTERDAY, HELD], "published": ["2024-07-05", None]}, index=[3, 3])
    assert extract_frame(frame)["doc"].tolist() == ["3", "3", "3"]


@pytest.mark.parametrize("dtype", [object, "string", "string[pyarrow]"])
def test_texts_of_every_dtype_and_missing_ones(dtype):
    assert extract_frame(pd.DataFrame({"text": pd.Series([YESTERDAY, None, HELD], dtype=dtype)}))["doc"].tolist() == ["0", "2", "2"]


EMPTY = {
    "no rows": pd.DataFrame({"id": [], "text": [], "published": []}),
    "no rows of text": pd.DataFrame({"text": pd.Series([], dtype=object)}),
    "texts without claims": pd.DataFrame({"text": ["Cats sleep.", None]}),
    "part of a frame": pd.DataFrame({"id": ["a"], "text": [HELD]}).iloc[:0],
}


@pytest.mark.parametrize("frame", EMPTY.values(), ids=EMPTY)
def test_nothing_has_the_same_columns_and_dtypes(frame):
    found = extract_frame(frame)
    assert len(found) == 0 and (found.dtypes == extract(HELD).dtypes).all()


# What is wrong with a frame, and the piece of the error that says so.
WRONG = {
    "no texts": (pd.DataFrame({"id": ["a"], "body": ["x"]}), "the frame has no column 'text'; name it so"),
    "no columns": (pd.DataFrame(), "the frame has no column 'text'"),
    "numbers for texts": (pd.DataFrame({"text": ["x", 5]}, index=["a", "b"]), "row 'b': 5 is no text"),
    "bytes for texts": (pd.DataFrame({"text": [b"x"]}), "row 0: b'x' is no text"),
    "no day": (pd.DataFrame({"text": ["x"], "published": ["yesterday"]}), "row 0: published: 'yesterday' is no day of publication"),
}


@pytest.mark.parametrize(("frame", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_frame_is_one_clear_error(frame, words):
    with pytest.raises(BadArgumentError) as caught:
        extract_frame(frame)
    assert str(caught.value).startswith(words) and "\n" not in str(caught.value)


def test_the_frame_given_stays_as_it_is():
    frame = pd.DataFrame({"text": [HELD], "published": ["2024-07-05"]})
    before = frame.copy()
    extract_frame(frame)
    pd.testing.assert_frame_equal(frame, before)
