"""How many independent sources stand behind each cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sco_timeline.curating import Curated
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


def support_of_cells(curated: Curated) -> Iterator[Support]:
    """Return, for each filled cell whose column takes evidence, who supports its value.

    Two texts of one publisher count once, and so does a text with all its reprints. Claims that are coarser than the
    cell, negated ones and plans back no fact; a plan backs a row that is itself a plan.
    """
    sources = curated.by_key("sources")
    backing: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for claim in curated.rows["claims"]:
        if claim["field"] and claim["polarity"] != "negated" and claim["stance"] in _BACKING:
            source = _original(sources, sources[claim["source_id"]])
            backing[claim["table_name"], claim["row_id"], claim["field"]].append(source)
    for table_name, rows in curated.rows.items():
        table = curated.package.tables[table_name]
        fields = [field for field in table.fields if field.evidence != "none"]
        for row in rows:
            for field in fields:
                if row[field.name] is not None:
                    found = backing[table_name, row[table.key], field.name]
                    yield Support(
                        table_name,
                        row[table.key],
                        field.name,
                        field.evidence == "required",
                        frozenset(source["publisher"] for source in found),
                        any(source["kind"] == "official" for source in found),
                    )


def _original(sources: Mapping[str, Row], source: Row) -> Row:
    """Follow reprints to the text that they reprint; of texts that reprint each other, take one for all."""
    followed = [source["source_id"]]
    while (original := source["same_text_as"]) and original not in followed:
        source = sources[original]
        followed.append(original)
    return sources[min(followed[followed.index(original) :])] if original else source
