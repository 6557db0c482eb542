"""Claims and rulings against facts and spells: stances, conflicts, and cells that lack a source."""

from sco_timeline.weighing.evidence import Support, support_of_cells
from sco_timeline.weighing.stances import take_stances
from sco_timeline.weighing.verdicts import Weighed, weigh

__all__ = ["Support", "Weighed", "support_of_cells", "take_stances", "weigh"]
