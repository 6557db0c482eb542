"""How well claims found in texts agree with those that a person annotated."""

from sco_timeline.evaluating.figures import Evaluation, evaluate
from sco_timeline.evaluating.gold import Gold, find_claims, read_claims, read_gold

__all__ = ["Evaluation", "Gold", "evaluate", "find_claims", "read_claims", "read_gold"]
