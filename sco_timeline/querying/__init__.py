"""Questions to the dataset: who, which status, when, with what evidence."""

from sco_timeline.querying.annotating import annotate
from sco_timeline.querying.evidencing import evidence
from sco_timeline.querying.pairs import dyads
from sco_timeline.querying.panels import panel
from sco_timeline.querying.standing import growth, history, members, status

__all__ = ["annotate", "dyads", "evidence", "growth", "history", "members", "panel", "status"]
