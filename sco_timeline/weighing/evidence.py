"""How many independent sources stand behind each cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sco_timeline.descriptor import Field, Package
from sco_timeline.model import EdtfDate, parse_edtf
from sco_timeline.storing import Row

_BACKING = ("supports", "finer")


class Support(NamedTuple):
    """A cell that needs or may have sources, and the publishers that independently give its value."""

    table: str
    row_id: str
    field: str
    required: bool
    publishers: frozenset[str]
    official: bool


def support_of_cells(package: Package, rows_of: Mapping[str, Sequence[Row]]) -> Iterator[Support]:
    """Return, for each filled cell whose column takes evidence, who supports its value; claims must bear their stance.

    Two texts of one publisher count once, and so does a text with all its reprints. Claims that are coarser than the
    cell, negated ones and plans back no fact; a plan backs a row that is itself a plan. A range between two days, of which
    one source gives the first and another the last, has both together as its one source.
    """
    sources = {row["source_id"]: row for row in rows_of["sources"]}
    claims_of: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for claim in rows_of["claims"]:
        if claim["field"] and claim["polarity"] != "negated" and claim["stance"] in (*_BACKING, "coarser"):
            claims_of[claim["table_name"], claim["row_id"], claim["field"]].append(claim)
    for table_name, rows in rows_of.items():
        table = package.tables[table_name]
        fields = [field for field in table.fields if field.evidence != "none"]
        for row in rows:
            for field in fields:
                if row[field.name] is not None:
                    key = row[table.key]
                    publishers, official = _behind(row, field, claims_of[table_name, key, field.name], sources)
                    yield Support(table_name, key, field.name, field.evidence == "required", publishers, official)


def _behind(row: Row, field: Field, claims: Sequence[Row], sources: Mapping[str, Row]) -> tuple[frozenset[str], bool]:
    """Return the publishers that independently give the value of a cell, and whether an official source does that was read itself."""
    backing = [claim for claim in claims if claim["stance"] in _BACKING]
    together = not backing and field.is_edtf and _lies_within(claims, parse_edtf(row[field.name]))
    found = [_original(sources, sources[claim["source_id"]]) for claim in (claims if together else backing)]
    publishers = frozenset(source["publisher"] for source in found)
    official = [source["kind"] == "official" and source["read"] != "quoted" for source in found]
    if together:
        return frozenset({" with ".join(sorted(publishers))}), all(official)
    return publishers, any(official)


def _lies_within(claims: Sequence[Row], chosen: EdtfDate) -> bool:
    """Say whether the days that all of the claims allow are among those chosen, a range."""
    dates = [parse_edtf(claim["value"]) for claim in claims]
    first = max((date.earliest for date in dates if date.earliest), default=None)
    last = min((date.latest for date in dates if date.latest), default=None)
    if chosen.precision != "range" or not first or not last:
        return False
    return (chosen.earliest or first) <= first <= last <= (chosen.latest or last)


def _original(sources: Mapping[str, Row], source: Row) -> Row:
    """Follow reprints to the text that they reprint; of texts that reprint each other, take one for all."""
    followed = [source["source_id"]]
    while (original := source["same_text_as"]) and original not in followed:
        source = sources[original]
        followed.append(original)
    return sources[min(followed[followed.index(original) :])] if original else source
