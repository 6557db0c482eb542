"""The explorer: one page, made of the published tables, that answers without Python and without a network."""

from sco_timeline.exploring.sites import explore

__all__ = ["explore"]
