"""Where each party's tile lies on the map of tiles, and what stands on it on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from sco_timeline.loading import shared
from sco_timeline.plotting.reading import party_names, spells_of, steps_of
from sco_timeline.querying.days import as_day, calendar, codes_on

_ROWS = (
    ".    .    .    BLR  .    .    RUS  .    .    .    .  ",
    ".    .    .    UKR  .    .    KAZ  .    MNG  .    .  ",
    ".    .    TUR  ARM  AZE  TKM  UZB  KGZ  CHN  .    .  ",
    ".    ISR  SYR  .    IRN  AFG  TJK  .    NPL  .    .  ",
    "DZA  EGY  SAU  KWT  BHR  PAK  IND  BGD  MMR  LAO  VNM",
    ".    .    .    QAT  ARE  MDV  LKA  .    .    KHM  .  ",
)
"""West to east and north to south, roughly; a party that has no place here comes below."""


@dataclass(frozen=True)
class TilesPicture:
    """The day shown, the statuses of the organization, and a tile per party.

    `tiles`: ``party_id``, ``name``, ``column``, ``row`` (both from 0, west to east and north to south), ``status`` (a word,
    ``"none"``; missing where sources leave it open), in order of rows and columns.
    """

    day: date
    statuses: list[str]
    tiles: pd.DataFrame


def prepare_tiles(on: object, organization: str, basis: str) -> TilesPicture:
    """Return a tile for each state that ever took a step towards a status of the organization."""
    which, day = calendar(organization, basis), as_day(on)
    ever = sorted({*steps_of(organization)["party_id"], *spells_of(organization, basis)["party_id"]})
    held = {party: (which.statuses[early], which.statuses[late]) for party, early, late in codes_on(which, day)}
    words = {party: early if early == late else None for party, (early, late) in held.items()}
    places, names = tile_places(ever), party_names()
    rows = [(party, names[party], *places[party], words.get(party, "none")) for party in ever]
    tiles = pd.DataFrame(rows, columns=["party_id", "name", "column", "row", "status"])
    formal = shared("statuses").query("formal and organization == @organization").sort_values("rank", ascending=False)
    return TilesPicture(day, formal["status"].tolist(), tiles.sort_values(["row", "column"], ignore_index=True))


def tile_places(parties: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return column and row of each party's tile; those without a place of their own fill rows below, in order.

    Examples
    --------
    >>> tile_places(["CHN", "MNG", "XXX"])
    {'CHN': (8, 2), 'MNG': (8, 1), 'XXX': (0, 6)}
    """
    own = {party: (column, row) for row, line in enumerate(_ROWS) for column, party in enumerate(line.split()) if party != "."}
    width = len(_ROWS[0].split())
    wanted = list(parties)
    others = {party: (at % width, len(_ROWS) + at // width) for at, party in enumerate(sorted(set(wanted) - set(own)))}
    return {party: (own | others)[party] for party in wanted}
