"""What a text claims, held against the dataset: a verdict on each claim, what the dataset says instead, and its sources."""

from sco_timeline.checking.articles import check
from sco_timeline.checking.judging import judge, with_verdicts
from sco_timeline.checking.verdicts import MEANINGS, Judgement

__all__ = ["MEANINGS", "Judgement", "check", "judge", "with_verdicts"]
