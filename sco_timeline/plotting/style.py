"""Colours, sizes and marks of all pictures; no other file knows a colour.

The statuses differ in hue for readers with any kind of colour vision and, the closer the darker, in grey.
"""

from __future__ import annotations

INK = "#222222"
MUTED = "#6E6E6E"
FAINT = "#DDDDDD"
PAPER = "#FFFFFF"

_STATUSES = {
    "member": "#08306B",
    "observer": "#B23A2E",
    "partner": "#4088C2",
    "dialogue_partner": "#DD9A1E",
    "participant": "#2A8C82",
    "partner_organization": "#B5B5B5",
}
_UNKNOWN = "#8A8A8A"
ORGANIZATIONS = {"shanghai_five": _STATUSES["participant"], "sco": _STATUSES["member"]}

TITLE, TEXT, SMALL = 8.5, 7.0, 6.0
SINGLE_COLUMN, DOUBLE_COLUMN = 3.5, 7.0
DPI = 300

_LINE_WIDTHS = {"member": 2.8, "participant": 2.8, "observer": 2.0, "dialogue_partner": 1.2}
STAGE_MARKS = {"decision": "D", "memorandum": "o"}
STAGE_SIZES = {"decision": 4.4, "memorandum": 5.0}
FORMAT_MARKS = {"in_person": "o", "hybrid": "D", "virtual": "s"}


def colour(status: str) -> str:
    """Return the colour of a status; grey for one that no picture was made for."""
    return _STATUSES.get(status, _UNKNOWN)


def outline(colour: str) -> str:
    """Return the colour of the edge that sets a mark off from a bar of its own colour: dark round light, light round dark."""
    return INK if colour in (_STATUSES["dialogue_partner"], _STATUSES["partner"], _STATUSES["partner_organization"]) else PAPER


def line_width(status: str) -> float:
    """Return the width of a status' line in points: closer ones are wider, so that lines of one height all show."""
    return _LINE_WIDTHS.get(status, 1.2)
