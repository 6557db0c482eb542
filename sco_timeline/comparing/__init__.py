"""Two packages side by side: what was added, removed and changed, and which version step that asks for."""

from sco_timeline.comparing.changes import Change, compare, frame_of
from sco_timeline.comparing.opening import Opened, opened
from sco_timeline.comparing.reports import as_markdown, as_text, record
from sco_timeline.comparing.steps import lowest_version, step_asked, version_of

__all__ = [
    "Change",
    "Opened",
    "as_markdown",
    "as_text",
    "compare",
    "frame_of",
    "lowest_version",
    "opened",
    "record",
    "step_asked",
    "version_of",
]
