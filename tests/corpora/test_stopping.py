"""A run that is stopped or killed leaves whole files only, and the next one makes the rest; its memory stays as it is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import sco_timeline
from sco_timeline.extracting import extract_corpus

IRAN = "Iran joined the Shanghai Cooperation Organisation in July 2023."
CATS = "Cats sleep for most of the day. "
HOME = Path(sco_timeline.__file__).parent.parent
PATIENCE = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Windows are others")


@pytest.fixture
def long(tmp_path):
    """A corpus that takes a while: small files first, then a large one."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, count in {"a": 30, "b": 30, "c": 40_000}.items():
        texts = [f"{number}. {IRAN}" for number in range(count)]
        pq.write_table(pa.table({"text": texts}), folder / f"{name}.parquet")
    return folder


def start(*words):
    environment = os.environ | {"PYTHONPATH": str(HOME)}
    command = [sys.executable, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True)


def wait_for(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def processes_of(group):
    """Ids of the processes that are left of a session, dead ones aside."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,sess=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [pid for pid, session, state in rows if session == str(group) and not state.startswith("Z")]


def stopped_by(number, corpus, out, whole_group):
    """Start a run, send it a signal while it reads the large file, and return how it ended."""
    run = start("-m", "sco_timeline.cli", "extract", corpus, "--out", out, "--workers", "2")
    wait_for(lambda: (out / "b.parquet").exists() and (out / ".c.parquet.unfinished").exists())
    if whole_group:
        os.killpg(run.pid, number)  # as Ctrl-C on a terminal does
    else:
        run.send_signal(number)
    printed = run.communicate(timeout=PATIENCE)
    wait_for(lambda: not processes_of(run.pid))
    return run.returncode, *printed


def make_rest(corpus, out):
    """Shorten the large file and run again; what was whole is kept, and nothing else is there."""
    pq.write_table(pa.table({"text": [IRAN] * 3}), corpus / "c.parquet")
    done = extract_corpus(corpus, out, workers=1)
    assert (done.kept, done.documents, done.claims) == (2, 63, 63)
    assert sorted(path.name for path in out.rglob("*")) == ["a.parquet", "b.parquet", "c.parquet"]


def test_ctrl_c_leaves_whole_files_only(long, tmp_path):
    code, out, err = stopped_by(signal.SIGINT, long, tmp_path / "out", whole_group=True)
    assert (code, out, err) == (130, "", "")
    assert sorted(path.name for path in (tmp_path / "out").rglob("*")) == ["a.parquet", "b.parquet"]
    make_rest(long, tmp_path / "out")


def test_a_kill_leaves_no_process_and_the_next_run_makes_the_rest(long, tmp_path):
    code, _, _ = stopped_by(signal.SIGKILL, long, tmp_path / "out", whole_group=False)
    assert code == -signal.SIGKILL
    make_rest(long, tmp_path / "out")


MEMORY = """
import resource, sys
from sco_timeline.extracting import extract_corpus
extract_corpus(sys.argv[1], sys.argv[2], workers=1)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_corpus(tmp_path):
    """A small version of the figure of the benchmarks: 13 MB of text and 77 in one group of rows, and no 45 MB between the peaks."""
    peaks = []
    for documents in (1000, 6000):
        path = tmp_path / f"{documents}.parquet"
        texts = [f"{number}. {IRAN if number % 200 == 0 else ''} {CATS * 400}" for number in range(documents)]
        pq.write_table(pa.table({"text": texts}), path, compression="none", use_dictionary=False)
        through = ["sh", "-c", '"$0" "$@"; exit $?']  # what starts a process counts in its peak
        command = [*through, sys.executable, "-c", MEMORY, path, tmp_path / "out"]
        environment = os.environ | {"PYTHONPATH": str(HOME)}
        peaks.append(int(subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=True).stdout))
        path.unlink()
    assert peaks[1] - peaks[0] < 45_000  # kB
