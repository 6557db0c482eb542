"""What was told in a text so far, for the sentences that go back to it, and what was sought in it once."""

from __future__ import annotations

from dataclasses import dataclass, field

from sco_timeline.extracting.claims import Claim


@dataclass(slots=True)
class Memory:
    """What rules have told of a text, and answers to questions that many of them ask; sentences by their numbers."""

    changes: list[Claim] = field(default_factory=list)
    summits: list[tuple[int, Claim]] = field(default_factory=list)  # that were held, each with its sentence
    summit_days: list[str] = field(default_factory=list)
    gathered: int | None = None  # the sentence that told last of leaders coming together
    came: tuple[int, bool, bool] | None = None  # the sentence that told last of somebody at a summit; whether there; whether planned
    met: tuple[int, str] | None = None  # the sentence that told last whom somebody met, and of which party that is
    venues: dict[int, bool | None] = field(default_factory=dict)  # of each sentence, whether its gathering is ours
    venue_before: tuple[int, int, bool | None] | None = None  # the same of so many sentences before the one read last
    ministers: tuple[int, bool] | None = None  # whether ministers meet in the sentence read last, or before it
    tells_of_leaders: bool | None = None  # anywhere in the text, and of no other event
