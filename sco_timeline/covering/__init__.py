"""How complete, how well sourced and how reliable the record is, in figures; nothing here is written by hand."""

from sco_timeline.covering.agreement import agreement, disagreements
from sco_timeline.covering.cells import cells, coverage, thin_cells
from sco_timeline.covering.draw import draw
from sco_timeline.covering.page import page

__all__ = ["agreement", "cells", "coverage", "disagreements", "draw", "page", "thin_cells"]
