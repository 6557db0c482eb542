"""`sco-timeline extract FOLDER --out FOLDER2` writes claims of a corpus and says how far it has come."""

from __future__ import annotations

import io
import json
import sys

import pyarrow.parquet as pq
import pytest

from sco_timeline.cli import extract as verb
from sco_timeline.extracting import Progress
from sco_timeline.extracting.outputs import Counts

IRAN = "Iran joined the Shanghai Cooperation Organisation in July 2023."


@pytest.fixture
def articles(tmp_path):
    """A folder with articles in text and in JSONL."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "iran.txt").write_text(IRAN, encoding="utf-8")
    lines = [{"id": "iran", "text": IRAN}, {"id": "cats", "text": "Cats sleep."}]
    (folder / "more.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder


def test_claims_of_a_folder_in_a_folder(command, articles, tmp_path):
    out = tmp_path / "claims"
    code, printed, err = command("extract", articles, "--out", out, "--workers", 1, "--published", "2024-07-05")
    assert (code, err) == (0, "")
    assert printed == f"{out}: 2 files; 3 documents, 2 claims\n"
    assert pq.read_table(out)["doc"].to_pylist() == ["iran", "iran"]
    again = command("extract", articles, "--out", out, "--workers", 1, "--published", "2024-07-05")
    assert again.out == f"{out}: 2 files, 2 of them from before; 3 documents, 2 claims\n"


def test_documents_that_cannot_be_read_are_problems_also_of_files_that_were_there(command, articles, tmp_path):
    (articles / "spoilt.txt").write_bytes(b"\xff")
    out = tmp_path / "claims"
    for files in ("3 files", "3 files, 3 of them from before"):
        code, printed, err = command("extract", articles, "--out", out, "--workers", 1)
        assert (code, printed) == (1, f"{out}: {files}; 4 documents, 2 claims\n")
        assert err == f"1 documents could not be read; {out / '_errors'} says why\n"


def test_quiet(command, articles, tmp_path):
    assert command("extract", articles, "--out", tmp_path / "claims", "--workers", 1, "--quiet") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--workers", "2"], "--workers is for a corpus; say with --out where its claims belong"),
        (["--dask"], "--dask is for a corpus"),
        (["--quiet"], "--quiet is for a corpus"),
        (["-", "--out", "claims"], "--out writes Parquet files of files: leave out - and --format"),
        (["--out", "claims", "--format", "csv"], "leave out - and --format"),
        (["--out", "claims", "--dask", "--scheduler", "tcp://127.0.0.1:9"], "not allowed with"),
        (["--out", "claims", "--workers", "0"], "workers=0; there must be one at least"),
        (["--out", "claims", "--published", "soon"], "'soon' is no day of publication"),
    ],
)
def test_wrong_usage(command, articles, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    code, out, err = command("extract", articles, *arguments)
    assert (code, out) == (2, "") and words in err
    assert not (tmp_path / "claims").exists()


def test_dask_that_is_missing_is_wrong_usage(command, articles, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, out, err = command("extract", articles, "--out", tmp_path / "claims", "--dask")
    assert (code, out) == (2, "")
    assert err == 'extraction on a Dask cluster needs dask: python -m pip install "sco-timeline[scale]"\n'


# How far it has come.

WORDS = [
    (Progress(Counts(0, 0, 0), 0, 0), "0 documents, 0 a second"),
    (Progress(Counts(12_000, 400, 0), 0.25, 10), "12,000 documents, 1,200 a second, 0:00:30 left"),
    (Progress(Counts(500, 400, 3), 0.1, 1000), "500 documents, 3 errors, 0 a second, 2:30:00 left"),
]


@pytest.mark.parametrize(("progress", "words"), WORDS, ids=[words for _, words in WORDS])
def test_progress_in_words(progress, words):
    assert verb._in_words(progress) == words


class Terminal(io.StringIO):
    """A terminal in memory."""

    def isatty(self):
        return True


@pytest.mark.parametrize(("options", "shows"), [([], True), (["--quiet"], False)])
def test_progress_on_a_terminal_only_where_it_is_wanted(command, articles, tmp_path, monkeypatch, options, shows):
    terminal = Terminal()
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr("sys.stderr", terminal)
    assert command("extract", articles, "--out", tmp_path / "claims", "--workers", 1, *options).code == 0
    assert ("3 documents" in terminal.getvalue()) == shows
    assert ("left" in terminal.getvalue()) == shows
