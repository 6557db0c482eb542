"""Pairs measured within a warm process, ours and the baseline; a process of its own, started by `measuring`.

``pairs.py NAME time ROUNDS`` prints the seconds of both sides as JSON, after one unmeasured round in which both must
give the same answer; ``pairs.py NAME peak SIDE`` does one side once and prints the peak memory of the process in MiB.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from measuring import in_turns, to_mib

import sco_timeline as sco
from sco_timeline.descriptor import Table, read_package

SEED = 1996


@dataclass(frozen=True)
class Pair:
    """Two ways to the same answer, and how to see that it is the same."""

    ours: Callable[[], Any]
    baseline: Callable[[], Any]
    agree: Callable[[Any, Any], bool]


def load_pair() -> Pair:
    """Load all tables, by `load` and by read_csv with the descriptor's dtypes."""
    package = read_package()
    readers = [partial(pd.read_csv, package.root / table.csv.path, **_csv_options(table)) for table in package.tables.values()]

    def agree(ours: list[pd.DataFrame], baseline: list[pd.DataFrame]) -> bool:
        for a, b in zip(ours, baseline, strict=True):
            pd.testing.assert_frame_equal(_plain(a), _plain(b.astype(a.dtypes.to_dict())))
        return True

    return Pair(lambda: [sco.load(name) for name in package.tables], lambda: [read() for read in readers], agree)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the values with one sort of null, whatever pandas makes of text."""
    return frame.astype(object).where(frame.notna(), None)


def _csv_options(table: Table) -> dict[str, Any]:
    def dtype(field: Any) -> Any:
        return pd.CategoricalDtype(field.categories, ordered=True) if field.categories else field.dtype

    return {
        "dtype": {field.name: dtype(field) for field in table.fields if field.type != "date"},
        "parse_dates": [field.name for field in table.fields if field.type == "date"],
        "date_format": "%Y-%m-%d",
        "keep_default_na": False,
        "na_values": [""],
    }


def annotate_pair(party: str, is_sorted: bool, rows: int = 1_000_000) -> Pair:
    """Annotate a frame of country-days, by `annotate` and by merge_asof against the spells, sorted first where it is not."""
    frame = country_days(party, rows, is_sorted)
    spells = sco.load("memberships")
    spells = spells[(spells["organization"] == "sco") & (spells["basis"] == "effective")]
    by = spells["party_id"]
    if party == "name":
        by = by.map(sco.load("parties").set_index("party_id")["name"])
    right = pd.DataFrame({"party": by.astype("str"), "date": spells["start_earliest"], "status": spells["status"]})
    right = right.sort_values("date").reset_index(drop=True)

    def baseline() -> pd.DataFrame:
        left = frame if is_sorted else frame.sort_values("date")
        return pd.merge_asof(left, right, on="date", by="party")

    def agree(ours: pd.DataFrame, merged: pd.DataFrame) -> bool:
        in_order = ours if is_sorted else ours.sort_values("date")
        begun = merged["status"].astype(object).where(merged["status"].notna(), "none")
        same = in_order["sco_status"].astype(object).to_numpy() == begun.to_numpy()
        unclear = in_order["sco_status_unclear"].to_numpy()  # there merge_asof takes a coarse date as its first day
        return bool((same | unclear).all())

    return Pair(lambda: sco.annotate(frame, party="party", date="date"), baseline, agree)


def country_days(party: str, rows: int, is_sorted: bool) -> pd.DataFrame:
    """Return states drawn at random, by code or name, on days drawn at random from 1996 to `as_of`."""
    random = np.random.default_rng(SEED)
    parties = sco.load("parties")
    known = parties.loc[parties["kind"] == "state", "name" if party == "name" else "party_id"]
    first, last = np.datetime64("1996-01-01"), np.datetime64(read_package().as_of)
    days = first + random.integers(0, (last - first).astype(int) + 1, rows)
    days = np.sort(days) if is_sorted else days
    return pd.DataFrame({"party": known.array.take(random.integers(0, len(known), rows)), "date": days.astype("datetime64[us]")})


def growth_pair(more: int, fewer: int) -> Pair:
    """Annotate many rows and few, both unsorted."""
    frames = [country_days("iso3", rows, is_sorted=False) for rows in (more, fewer)]
    many, few = (partial(sco.annotate, frame, party="party", date="date") for frame in frames)
    return Pair(many, few, lambda a, b: (len(a), len(b)) == (more, fewer))


def panel_pair() -> Pair:
    """Make the daily panel, and the same frame by numpy.repeat from the runs of equal values in each column."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as elsewhere:  # its memory is not this process's
        keys, days, spans, runs = elsewhere.submit(panel_runs).result()
    statuses = pd.Index(read_package().tables["membership_years"].by_name["effective_jan1"].categories)

    def baseline() -> pd.DataFrame:
        codes, unclear, years, unknown = (np.repeat(values, lengths) for values, lengths in runs)
        return pd.DataFrame(
            {
                "iso3": keys.take(np.repeat(np.arange(len(keys)), [high - low for low, high in spans])),
                "date": np.concatenate([days[low:high] for low, high in spans]),
                "status": pd.Categorical.from_codes(codes, statuses, ordered=True),
                "unclear": unclear,
                "years_since_accession": pd.arrays.IntegerArray(years, unknown),
            }
        )

    return Pair(daily_panel, baseline, lambda a, b: pd.testing.assert_frame_equal(a, b) is None)


def daily_panel() -> pd.DataFrame:
    """Return the daily panel since 1996."""
    return sco.panel(freq="day", since=1996)


def panel_runs() -> tuple[Any, ...]:
    """Return the parties, all days, where each party's days begin and end, and each other column as values and lengths."""
    panel = daily_panel()
    bounds = panel.groupby("iso3", sort=False)["date"].agg(["min", "max"])
    days = np.sort(panel["date"].unique().to_numpy())
    spans = list(zip(days.searchsorted(bounds["min"]).tolist(), (days.searchsorted(bounds["max"]) + 1).tolist(), strict=True))
    years = panel["years_since_accession"]
    columns = (panel["status"].cat.codes, panel["unclear"], years.fillna(1).astype("int64"), years.isna())
    return bounds.index.array, days, spans, [_runs(column.to_numpy(dtype=str(column.dtype).lower())) for column in columns]


def _runs(values: Any) -> tuple[Any, Any]:
    starts = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
    return values[starts], np.diff(np.append(starts, len(values)))


def rebuild_pair() -> Pair:
    """Build the package in the working folder, and let frictionless validate what the build made."""
    import frictionless

    from sco_timeline.packaging import build

    root = Path.cwd()
    validate = partial(frictionless.validate, str(root / "datapackage.json"))
    return Pair(partial(build, root), validate, lambda built, report: bool(built.rows) and report.valid)


PAIRS: dict[str, Callable[[], Pair]] = {
    "load": load_pair,
    "annotate-iso3-sorted": partial(annotate_pair, "iso3", is_sorted=True),
    "annotate-iso3-unsorted": partial(annotate_pair, "iso3", is_sorted=False),
    "annotate-name-sorted": partial(annotate_pair, "name", is_sorted=True),
    "annotate-name-unsorted": partial(annotate_pair, "name", is_sorted=False),
    "growth-1M-10k": partial(growth_pair, 1_000_000, 10_000),
    "growth-10M-100k": partial(growth_pair, 10_000_000, 100_000),
    "panel": panel_pair,
    "rebuild": rebuild_pair,
}


def seconds_of(call: Callable[[], Any]) -> float:
    """Call once and return the seconds it took, garbage collected before."""
    gc.collect()
    start = time.perf_counter()
    result = call()
    seconds = time.perf_counter() - start
    del result
    return seconds


def main(name: str, task: str, argument: str) -> object:
    pair = PAIRS[name]()
    if task == "peak":
        getattr(pair, argument)()
        return to_mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    if not pair.agree(pair.ours(), pair.baseline()):
        raise SystemExit(f"{name}: the two sides do not agree")
    ours, baseline = in_turns(partial(seconds_of, pair.ours), partial(seconds_of, pair.baseline), int(argument))
    return {"ours": ours, "baseline": baseline}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
