"""The tables as files for other programs: CSV, Parquet, JSON, SQLite, Excel, Stata."""

from sco_timeline.exporting.exports import export

__all__ = ["export"]
