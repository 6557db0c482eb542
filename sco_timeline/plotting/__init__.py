"""Pictures of the dataset: growth, statuses, summits, a map of tiles."""

from sco_timeline.plotting.growth import plot_growth
from sco_timeline.plotting.rendering import draw
from sco_timeline.plotting.statuses import plot_statuses
from sco_timeline.plotting.summits import plot_summits
from sco_timeline.plotting.tile_map import plot_map

__all__ = ["draw", "plot_growth", "plot_map", "plot_statuses", "plot_summits"]
