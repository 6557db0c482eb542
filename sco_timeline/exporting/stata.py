"""Tables as Stata files: labelled variables, statuses and other listed values as labelled numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from sco_timeline.descriptor import Field, Package, Table
from sco_timeline.exporting.contents import caption, moment
from sco_timeline.loading import load_from

_LONGEST_LABEL = 80
_LONGEST_TEXT = 2045
_RESERVED_WORDS = """
    _all _b _coef _cons _n _N _pi _pred _rc _se _skip aggregate array boolean break byte case catch class colvector complex const continue
    default delegate delete do double else eltypedef end enum explicit export external float for friend function global goto if in inline
    int local long NULL pragma protected quad rowvector short strL typedef typename using virtual with
"""


def write_stata(package: Package, tables: Sequence[Table], folder: Path) -> None:
    """Write a .dta of version 118 a table."""
    for table in tables:
        loaded = load_from(package, table.name)
        frame = pd.DataFrame({variable_name(field.name): _column(field, loaded[field.name]) for field in table.fields})
        days = [variable_name(field.name) for field in table.fields if field.type == "date"]
        frame.to_stata(
            folder / f"{table.name}.dta",
            version=118,
            write_index=False,
            byteorder="little",
            time_stamp=moment(package),
            data_label=f"{table.title}: {caption(package)}"[:_LONGEST_LABEL],
            variable_labels={variable_name(field.name): field.title[:_LONGEST_LABEL] for field in table.fields},
            convert_dates=dict.fromkeys(days, "td"),
            convert_strl=[name for name in frame if _is_long(frame[name])],
        )


def variable_name(name: str) -> str:
    """Return the name of a column in Stata: a reserved word gets an underscore behind."""
    is_type = name.startswith("str") and name[3:].isdigit()
    return f"{name}_" if name in _RESERVED_WORDS.split() or is_type else name


def _column(field: Field, values: pd.Series) -> pd.Series:
    """Return a column as `pandas.DataFrame.to_stata` takes it: what has a list of values as categories, other text as objects."""
    if field.type != "string":
        return values
    words = field.categories or field.enum
    if words and len(values):  # of no rows at all, pandas makes no value labels
        return pd.Series(pd.Categorical(values, categories=list(words), ordered=True))
    return values.astype(object).where(values.notna(), "")


def _is_long(values: pd.Series) -> bool:
    return values.dtype == object and any(len(text.encode("utf-8")) > _LONGEST_TEXT for text in values)
