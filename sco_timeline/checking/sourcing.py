"""The best sources behind the rows that a verdict rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from sco_timeline.checking.recorded import rows_of
from sco_timeline.checking.times import overlap
from sco_timeline.checking.verdicts import Row
from sco_timeline.descriptor import Package, read_package
from sco_timeline.model import EdtfDate, parse_edtf
from sco_timeline.querying import evidence

_MOST = 3


class Source(NamedTuple):
    """Who says so, and where it can be read."""

    publisher: str
    url: str

    def __str__(self) -> str:
        return f"{self.publisher} <{self.url}>" if self.url else self.publisher

    @classmethod
    def read(cls, line: str) -> Source:
        """Read what `str` writes."""
        publisher, _, url = line.partition(" <")
        return cls(publisher, url.removesuffix(">"))


def best_sources(rows: Iterable[Row]) -> list[Source]:
    """Return up to three sources, the official ones first: of each row in turn its best, then the next best."""
    by_row = [_sources_of(read_package(), row) for row in list(rows)[:_MOST]]
    found: dict[Source, None] = {}
    for rank in range(_MOST):
        found |= {sources[rank]: None for sources in by_row if rank < len(sources)}
    return list(found)[:_MOST]


def publishers_of_date(keys: Collection[str], time: EdtfDate) -> list[str]:
    """Return who gives events a date that the record decided against and that can be `time`."""
    names = {row["source_id"]: row["publisher"] for row in rows_of("sources")}
    against = [row for row in rows_of("claims") if row["row_id"] in keys and (row["table_name"], row["field"]) == ("events", "date")]
    return sorted(
        {names[row["source_id"]] for row in against if row["stance"] == "contradicts" and overlap(time, parse_edtf(row["value"]))}
    )


@lru_cache(maxsize=1024)
def _sources_of(package: Package, row: Row) -> tuple[Source, ...]:
    """Return the sources that support a row, one a publisher; those on the column that matters if there are any."""
    claims = evidence(row.table, row.key)
    claims = claims[(claims["stance"] == "supports") & (claims["polarity"] != "negated")]
    own = claims[claims["field"] == row.field]
    claims = own if len(own) else claims
    kinds = [str(kind) for kind in package.tables["sources"].by_name["kind"].enum]
    order = claims["kind"].map({kind: number for number, kind in enumerate(kinds)})
    claims = claims.assign(order=order).sort_values(["order", "read"], kind="stable").drop_duplicates("publisher")
    return tuple(Source(str(publisher), str(url)) for publisher, url in claims[["publisher", "url"]].fillna("").itertuples(index=False))[
        :_MOST
    ]
