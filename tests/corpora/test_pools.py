"""Processes of this machine and Dask clusters give what one process gives, byte for byte, and outlive what ends their workers."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

import sco_timeline
from sco_timeline.errors import BadArgumentError
from sco_timeline.extracting import batches, extract_corpus
from sco_timeline.extracting.batches import Batch, Item
from sco_timeline.extracting.distributing import opened_cluster
from sco_timeline.extracting.pooling import Here, Processes, in_order, usable_cores

IRAN = "Iran joined the Shanghai Cooperation Organisation in July 2023."
needs_dask = pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="Dask is not installed")


def run_apart(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script, as users write them, in a process of its own."""
    path = f"import sys; sys.path.insert(0, {str(Path(sco_timeline.__file__).parent.parent)!r})\n"
    script = Path(str(arguments[-1])).parent / "script.py"
    script.write_text(path + code, encoding="utf-8")
    return subprocess.run([sys.executable, script, *map(str, arguments)], capture_output=True, text=True)


@pytest.fixture
def alone(corpus, tmp_path, content):
    """What one process makes of the corpus."""
    extract_corpus(corpus, tmp_path / "alone", workers=1)
    return content(tmp_path / "alone")


def test_two_processes_make_what_one_makes(corpus, tmp_path, alone, content, monkeypatch):
    monkeypatch.setattr(batches, "_DOCUMENTS", 40)  # the cut is that of the process that reads
    extract_corpus(corpus, tmp_path / "out", workers=2)
    assert content(tmp_path / "out") == alone


DASK = """
import sys
from distributed import LocalCluster
from sco_timeline.extracting import extract_corpus

if __name__ == "__main__":
    source, local, elsewhere = sys.argv[1:]
    extract_corpus(source, local, workers=2, scheduler="local")
    with LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None) as cluster:
        print(extract_corpus(source, elsewhere, scheduler=cluster.scheduler_address).documents)
"""


@needs_dask
def test_dask_makes_what_one_process_makes(corpus, tmp_path, alone, content):
    done = run_apart(DASK, corpus, tmp_path / "local", tmp_path / "elsewhere")
    assert (done.returncode, done.stdout, done.stderr) == (0, "908\n", "")
    assert content(tmp_path / "local") == alone
    assert content(tmp_path / "elsewhere") == alone


@needs_dask
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "http://127.0.0.1"])
def test_a_scheduler_that_does_not_answer_is_wrong_usage(monkeypatch, address):
    monkeypatch.setattr("sco_timeline.extracting.distributing._PATIENCE", 0.5)
    with pytest.raises(BadArgumentError, match="no Dask scheduler answers at"), opened_cluster(address, 1):
        pass


# Documents that end the process that reads them.

DEADLY = (
    "__import__('os')._exit(1) if __import__('multiprocessing').parent_process() else "
    f"type('Deadly', (str,), {{'__reduce__': lambda _: (eval, (code, {{'code': code}}))}})({IRAN!r})"
)


def batch_of(first: int, *texts: str) -> Batch:
    about = dict.fromkeys(("published", "url", "title", "language"))
    items = (Item(number, str(number), {"id": str(number), "text": text, **about}) for number, text in enumerate(texts, first))
    return Batch("a.jsonl", None, tuple(items), 0.5, is_last=False)


def test_a_document_that_ends_its_process_costs_itself_only():
    deadly = eval(DEADLY, {"code": DEADLY})
    sent = [batch_of(1, IRAN, IRAN), batch_of(3, IRAN, deadly, IRAN), batch_of(6, IRAN), batch_of(7, IRAN)]
    pool = Processes(1)
    found = [part for _, part in in_order(pool, sent)]
    pool.close()
    assert [part.documents for part in found] == [2, 3, 1, 1]
    assert [part.claims["doc"].to_pylist() for part in found] == [["1", "2"], ["3", "5"], ["6"], ["7"]]
    errors = [part.errors.to_pylist() for part in found]
    assert errors[1] == [{"doc": "4", "file": "a.jsonl", "row": 4, "problem": "the process that read it ended"}]
    assert errors[0] == errors[2] == errors[3] == []


UNGUARDED = """
from sco_timeline.extracting import extract_corpus

extract_corpus(sys.argv[1], sys.argv[2], workers=2)
"""


def test_a_script_that_starts_itself_again_is_told_how_not_to(tmp_path):
    (tmp_path / "a.txt").write_text(IRAN, encoding="utf-8")
    done = run_apart(UNGUARDED, tmp_path / "a.txt", tmp_path / "out")
    last = done.stderr.splitlines()[-1]
    assert "BadArgumentError: processes that should read documents end as soon as they start" in last
    assert '`if __name__ == "__main__":`' in last and not (tmp_path / "out").exists()


# How many batches are under way.


class Counting(Here):
    """Works only when a result is asked for, and counts what waits."""

    ahead, most, under_way = 3, 0, 0

    def submit(self, batch):
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        outer, done = self, super().submit(batch)

        class Waiting:
            def result(self):
                outer.under_way -= 1
                return done.result()

        return Waiting()


def test_batches_are_read_only_when_there_is_room_for_them():
    pool = Counting()
    found = [part.claims["doc"].to_pylist() for _, part in in_order(pool, (batch_of(number, IRAN) for number in range(10)))]
    assert found == [[str(number)] for number in range(10)] and pool.most == pool.ahead


def test_there_is_a_core():
    assert usable_cores() >= 1
