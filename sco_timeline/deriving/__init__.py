"""Checked rows -> what follows from them: spells, counts, country-years and the timeline.

`fold_spells` turns events into spells; `Calendar` lays spells out by day. Everything asked of the dataset later, by
year, month, day or pair, is read off a `Calendar`, so that no two answers can differ.
"""

from sco_timeline.deriving.calendar import FIRST_DAY, Calendar, SpellDays
from sco_timeline.deriving.counts import membership_counts
from sco_timeline.deriving.spells import BASES, fold_spells, membership_rows
from sco_timeline.deriving.timeline import timeline_rows
from sco_timeline.deriving.years import membership_years, year_columns

__all__ = [
    "BASES",
    "FIRST_DAY",
    "Calendar",
    "SpellDays",
    "fold_spells",
    "membership_counts",
    "membership_rows",
    "membership_years",
    "timeline_rows",
    "year_columns",
]
