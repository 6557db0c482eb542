"""The text of one cell and its value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from sco_timeline.descriptor import Field
from sco_timeline.errors import InvalidDateError
from sco_timeline.model import parse_day, parse_edtf

Row = dict[str, Any]

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
LONGEST_CELL = 100_000
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")


class CellError(ValueError):
    """A cell that does not fit its field: what is wrong, and what would be right."""

    def __init__(self, message: str, remedy: str) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message}; {remedy}")


def parse_cell(field: Field, text: str) -> Any:
    """Turn the text of a cell into its value; empty text is None.

    Raises
    ------
    CellError
        Where the text is not of the field's type or breaks one of its constraints.
    """
    if text == "":
        if field.required:
            raise CellError("is empty", f"give {field.title.lower()}")
        return None
    if len(text) > LONGEST_CELL:
        raise CellError(f"holds {len(text)} characters", f"at most {LONGEST_CELL}")
    value = _PARSERS[field.type](text)
    if field.is_edtf:
        _parse_or_refuse(parse_edtf, text)
    _check_constraints(field, value, text)
    return value


def _check_constraints(field: Field, value: Any, text: str) -> None:
    if field.enum and value not in field.enum:
        raise CellError(f"{_short(text)} is not allowed", f"one of {', '.join(map(str, field.enum))}")
    if field.pattern and not re.fullmatch(field.pattern, text):
        raise CellError(f"{_short(text)} does not fit", f"must match {field.pattern}")
    if field.minimum is not None and value < field.minimum:
        raise CellError(f"{text} is too small", f"at least {field.minimum}")
    if field.maximum is not None and value > field.maximum:
        raise CellError(f"{text} is too great", f"at most {field.maximum}")


def _parse_text(text: str) -> str:
    if text != text.strip():
        remedy = f"write {_short(text.strip())}" if text.strip() else "leave it empty"
        raise CellError(f"{_short(text)} begins or ends with a blank", remedy)
    if text.startswith(_FORMULA_START):
        raise CellError(f"{_short(text)} would run as a formula in a spreadsheet", "begin with a letter, digit or quote")
    if unicodedata.normalize("NFC", text) != text:
        raise CellError(f"{_short(text)} is not in Unicode form NFC", "write accents as single characters")
    if found := _INVISIBLE.search(text):
        raise CellError(f"holds a control or invisible character, U+{ord(found[0]):04X}", "take it out")
    return text


def _parse_integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise CellError(f"{_short(text)} is no whole number", "digits only, such as 12")
    return int(text)


def _parse_number(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise CellError(f"{_short(text)} is no number", "digits with a point, such as 39.65")
    return float(text)


def _parse_boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise CellError(f"{_short(text)} is neither true nor false", "write true or false")
    return text == "true"


def _parse_date(text: str) -> Any:
    return _parse_or_refuse(parse_day, text, "a day as YYYY-MM-DD")


def _parse_or_refuse(parse: Callable[[str], Any], text: str, remedy: str = "") -> Any:
    try:
        return parse(text)
    except InvalidDateError as error:
        raise CellError(f"{_short(text)} is no date", remedy or error.remedy) from None


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "...")


_PARSERS: dict[str, Callable[[str], Any]] = {
    "string": _parse_text,
    "integer": _parse_integer,
    "number": _parse_number,
    "boolean": _parse_boolean,
    "date": _parse_date,
}


def format_cell(value: Any) -> str:
    """Write a value as the text of a cell; the inverse of `parse_cell`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)
