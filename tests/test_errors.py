"""Errors travel between processes with their message and their facts, as `multiprocessing` needs."""

import pickle
from datetime import date

import pytest

from sco_timeline import errors

EXAMPLES = [
    errors.DataError([errors.Problem("data/raw/events.csv", 3, "date", "is no date")]),
    errors.DescriptorError("datapackage.json", "property 'version' is missing"),
    errors.PackageStateError("events.parquet", "does not match"),
    errors.InvalidDateError("15/06/2001"),
    errors.AmbiguousNameError({"Congo": ["COD", "COG"]}),
    errors.UnknownNameError("party", ["Indja"], {"Indja": "India"}),
    errors.UnknownChoiceError("basis", "x", ("effective", "decision")),
    errors.BadArgumentError("ids is empty"),
    errors.AfterCoverageError(date(2030, 1, 1), date(2026, 9, 1)),
    errors.UnclearDateError("SAU", date(2022, 9, 15), ["none", "dialogue_partner"]),
    errors.MissingDependencyError("openpyxl", "xlsx", "excel"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_comes_back_as_it_was(error):
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))


def test_every_error_is_here():
    own = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.TimelineError)}
    assert own - {errors.TimelineError} == {type(error) for error in EXAMPLES}
