"""What an article is said to claim, beside the record: candidates, decisions, and the claims that they become."""

from sco_timeline.reviewing.bulk import add_candidates, decide_all
from sco_timeline.reviewing.deciding import Decision, Desk
from sco_timeline.reviewing.keeping import complete
from sco_timeline.reviewing.listing import list_candidates
from sco_timeline.reviewing.record import Record, read_record
from sco_timeline.reviewing.session import Session, read_texts

__all__ = [
    "Decision",
    "Desk",
    "Record",
    "Session",
    "add_candidates",
    "complete",
    "decide_all",
    "list_candidates",
    "read_record",
    "read_texts",
]
