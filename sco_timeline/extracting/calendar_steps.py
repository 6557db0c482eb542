"""Where a step of the calendar leads: yesterday, last Friday, next month, last June, seen from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta


def counted(value: str, published: str, future: bool) -> str | None:
    """Return the day that a step of the calendar leads to, seen from the day of publication: "d-1", "w4>", "m+1", "k-1", "<06"."""
    if value[0] == "y":
        return str(int(published[:4]) + int(value[1:]))
    if value[0] == "m":
        if len(published) < 7:
            return None
        months = int(published[:4]) * 12 + int(published[5:7]) - 1 + int(value[1:])
        return f"{months // 12}-{months % 12 + 1:02}"
    if value[0] in "<>":
        return _month_beside(value, published)
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    if value[0] == "d":
        return (day + timedelta(days=int(value[1:]))).isoformat()
    if value[0] == "k":
        return _week(day - timedelta(days=day.weekday() - 7 * int(value[1:])))
    back = (day.weekday() - int(value[1])) % 7
    if value[2:]:
        future, back = value[2] == ">", back or (7 if value[2] == "<" else 0)
    return (day + timedelta(days=(7 - back) % 7) if future else day - timedelta(days=back)).isoformat()


def _week(monday: date) -> str | None:
    """Return what all days of a week have in common: their month, else their year."""
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return next((first[:length] for length in (7, 4) if first[:length] == last[:length]), None)


def _month_beside(value: str, published: str) -> str | None:
    """Return "last June" or "next June", seen from the day of publication."""
    if len(published) < 7:
        return None
    year, month = int(published[:4]), value[1:]
    if value[0] == "<":
        return f"{year if month < published[5:7] else year - 1}-{month}"
    return f"{year if month > published[5:7] else year + 1}-{month}"
