"""A person at the terminal: one open candidate after another, each decision kept before the next is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from sco_timeline.descriptor import Package
from sco_timeline.errors import DataError, Problem, TimelineError
from sco_timeline.extracting.claims import Claim
from sco_timeline.reviewing.candidates import read_candidates, sources_with_candidates
from sco_timeline.reviewing.deciding import Decision, Desk
from sco_timeline.reviewing.listing import beside_all, lines_of
from sco_timeline.reviewing.record import Record
from sco_timeline.reviewing.verdicts import Beside

_VERBS = {"y": "accept", "n": "reject", "d": "defer"}
_HELP = "y accept, n reject, d defer, r accept as another row, q quit"


def read_texts(paths: Iterable[Path]) -> dict[str, str]:
    """Return texts by their SHA-256, which tells of which candidates they are."""
    texts = {}
    for path in paths:
        content = path.read_bytes()
        try:
            texts[hashlib.sha256(content).hexdigest()] = content.decode("utf-8")
        except UnicodeDecodeError:
            raise DataError([Problem(str(path), 0, "", "is not UTF-8", "save it as UTF-8")]) from None
    return texts


class Session:
    """Asks of each open candidate what is to be done.

    Parameters
    ----------
    package, record : Package, Record
    texts : mapping of str to str
        Texts by SHA-256, to show evidence from.
    ask : callable
        Shows a prompt and returns the line answered; raises EOFError at the end.
    tell : callable
        Shows a line.
    """

    def __init__(
        self, package: Package, record: Record, texts: Mapping[str, str], ask: Callable[[str], str], tell: Callable[[str], None]
    ) -> None:
        self.package, self.record, self.texts, self.ask, self.tell = package, record, texts, ask, tell
        self.decided = 0

    def run(self, source_id: str | None = None) -> int:
        """Go through the open candidates, those deferred last, and return how many were decided."""
        waiting = list(self._open(source_id))
        for number, (source, line, claim) in enumerate(waiting, 1):
            if claim["doc"] in self.record.by_key("sources"):
                row = self.record.source(source)
                about = f"{row['publisher']}, {row['published'] or 'no date'}"
            else:
                about = "no row of sources"
            self.tell(f"\n{number} of {len(waiting)}: {source} {line} ({about})")
            try:
                if not self._one(source, line, claim):
                    break
            except EOFError:
                self.tell("")
                break
        return self.decided

    def _open(self, source_id: str | None) -> Iterator[tuple[str, int, Claim]]:
        sources = [source_id] if source_id else sources_with_candidates(self.package.raw_folder)
        found = [
            (claim["decision"] == "deferred", source, number, claim)
            for source in sources
            for number, claim in enumerate(read_candidates(self.package.raw_folder, source), 1)
            if claim["decision"] in (None, "deferred")
        ]
        yield from (one[1:] for one in sorted(found, key=lambda one: one[:3]))

    def _one(self, source: str, line: int, claim: Claim) -> bool:
        """Show a candidate and ask until it is decided; say whether to go on."""
        (found,) = beside_all(self.record, [claim])
        for shown in lines_of(found, self.texts.get(claim["text_sha256"])):
            self.tell(shown)
        while True:
            answer = self.ask("y/n/d/r/q? ").strip().lower()[:1]
            if answer == "q":
                return False
            taken = self._taken(answer, source, line, found)
            if taken is None:
                self.tell(_HELP)
            elif self._keep(taken):
                return True

    def _taken(self, answer: str, source: str, line: int, found: Beside) -> Decision | None:
        if answer == "r":
            row = self.ask("table.row.field: ").strip()
            return Decision(source, line, "accept", self.ask("reason, if it contradicts: ").strip() or None, row) if row else None
        if answer not in _VERBS:
            return None
        unruled = any(verdict.word == "contradicts" and not verdict.ruled for verdict in found.verdicts)
        reason = self.ask("reason: ").strip() if answer == "n" or (answer == "y" and unruled) else ""
        return Decision(source, line, _VERBS[answer], reason or None)

    def _keep(self, taken: Decision) -> bool:
        """Keep a decision; say what stands against it if it cannot be kept."""
        desk = Desk(self.package, self.record)
        try:
            desk.decide(taken)
            self.record = desk.keep()
        except TimelineError as error:
            self.tell(str(error))
            return False
        self.decided += 1
        return True
