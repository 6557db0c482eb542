"""How second readings of cells compare with the values that stood there."""

from __future__ import annotations

from sco_timeline.curating import Curated
from sco_timeline.storing import Row
from sco_timeline.weighing.stances import CONTRADICTS, SUPPORTS, Values

_AGREEMENT = {SUPPORTS: "same", CONTRADICTS: "different"}


def compare_readings(curated: Curated) -> None:
    """Fill in the ``agreement`` of every row of `readings`."""
    values = Values(curated)
    for reading in curated.rows["readings"]:
        reading["agreement"] = _agreement(curated, values, reading)


def _agreement(curated: Curated, values: Values, reading: Row) -> str:
    if reading["second_value"] is None:
        return "not_found"
    field = curated.package.tables[reading["table_name"]].by_name[reading["field"]]
    return _AGREEMENT.get(values.compare(field, reading["second_value"], reading["first_value"]), "compatible")
