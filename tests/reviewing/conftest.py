"""What tests of the review share: an article of our own, its source in the tiny package, and claims of its sentences."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from sco_timeline.cli import review
from sco_timeline.descriptor import read_package
from sco_timeline.extracting.claims import claim_of
from sco_timeline.reviewing import Record, read_record

SOURCE = "gazette-20170612-digest"
TEXT = """The Gazette's week. “Étape” one: the council sat in Astana on 8 and 9 June 2017.
India has belonged to the SCO since 9 June 2017. Our rival prints 10 June 2017 for it.
Namibia was made an observer on 12 June 2017. Namibia asked for a seat on 1 March 2017.
India was an observer from 2005. Kazakhstan counts itself a member, and there are three members.
China says it will let Congo watch one day. Nazarbayev and Jiang Zemin came; China met Kazakhstan.
Kazakhstan, not India, holds the chair. The Shanghai Convention is in force. Ah, 2001!
"""
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()


def claim_on(words: str, kind: str, rule: str = "test.rule", **facts: object) -> dict:
    """A claim of TEXT whose evidence is `words`."""
    start = TEXT.index(words)
    return claim_of(kind, evidence=[start, start + len(words)], rule=rule, doc="article", **facts)


MEMBER = claim_on(
    "India has belonged to the SCO since 9 June 2017", "status_change", party="IND", to="member", date="2017-06-09", stage="effective"
)
LATER = claim_on("10 June 2017 for it", "status_change", party="IND", to="member", date="2017-06-12", stage="effective")
NEW = claim_on(
    "Namibia was made an observer on 12 June 2017", "status_change", party="NAM", to="observer", date="2017-06-12", stage="effective"
)
HELD = claim_on("Kazakhstan counts itself a member", "status_held", party="KAZ", status="member")
WISH = claim_on("China says it will let Congo watch", "status_change", party="COG", to="observer", stage="effective", polarity="expected")
CLAIMS = [MEMBER, LATER, NEW, HELD, WISH]


SOURCE_ROW = f"{SOURCE},press,Gazette,The week,en,2017-06-12,,2024-01-02,full,,{SHA256},\n"


@pytest.fixture(scope="session")
def record(built_mini, tmp_path_factory) -> Record:
    """The tiny record with the source of the article; never to be changed."""
    root = tmp_path_factory.mktemp("record") / "package"
    shutil.copytree(built_mini, root)
    with (root / "data" / "raw" / "sources.csv").open("a", encoding="utf-8", newline="") as sources:
        sources.write(SOURCE_ROW)
    return read_record(read_package(root))


class Reviewed:
    """The tiny package with the source of the article, and what the command does to it."""

    def __init__(self, mini, folder: Path, command: Callable) -> None:
        self.mini, self.folder, self._command = mini, folder, command
        self.text = folder / "article.txt"
        self.text.write_bytes(TEXT.encode())
        mini.append("sources", SOURCE_ROW.rstrip("\n"))

    def write_claims(self, *claims: dict) -> Path:
        path = self.folder / "claims.jsonl"
        path.write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")
        return path

    def add(self, *claims: dict):
        """Make claims candidates."""
        done = self("add", SOURCE, self.write_claims(*claims), "--text", self.text)
        assert (done.code, done.err) == (0, "")
        return done

    def __call__(self, *arguments: object):
        return self._command("review", *arguments)

    @property
    def file(self) -> Path:
        return self.mini.root / "data" / "raw" / "candidates" / f"{SOURCE}.jsonl"

    def candidates(self) -> list[dict]:
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]

    def rows(self, table: str, piece: str = SOURCE) -> list[str]:
        """Lines of a raw file that hold `piece`."""
        return [line for line in self.mini.read(table).splitlines() if piece in line]

    def raw(self) -> dict[str, bytes]:
        """Every file under data/raw."""
        home = self.mini.root / "data" / "raw"
        return {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.fixture
def reviewed(tiny, tmp_path, command, monkeypatch) -> Reviewed:
    """The tiny package with the source of the article, in place of the package's own data."""
    main = import_module("sco_timeline.cli.main")
    if review not in main.VERBS:
        monkeypatch.setattr(main, "_VERBS", (*main.VERBS, review))
    folder = tmp_path / "desk"
    folder.mkdir()
    return Reviewed(tiny, folder, command)
