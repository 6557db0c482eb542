"""data/raw -> checked rows; every problem with its file, line and column, all of a run at once."""

from sco_timeline.curating.reading import Curated, curate
from sco_timeline.curating.references import nearest

__all__ = ["Curated", "curate", "nearest"]
