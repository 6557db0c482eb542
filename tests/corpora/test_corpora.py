"""`extract_corpus` makes a file of claims of each file of a corpus, in order, once; bad documents cost a row of errors each."""

from __future__ import annotations

import hashlib
import json
import os
import sys

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sco_timeline.errors import BadArgumentError, MissingDependencyError
from sco_timeline.extracting import COLUMNS, batches, corpora, extract, extract_corpus, outputs

IRAN = "Iran joined the Shanghai Cooperation Organisation in July 2023."
CATS = "Cats sleep for most of the day."


def run(source, out, **options):
    return extract_corpus(source, out, **{"workers": 1} | options)


def read(path):
    return pq.read_table(path).to_pylist()


def write(path, rows, **options):
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows), path, **options)
    return path


def lines(path, *texts):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)), encoding="utf-8")
    return path


# What is made.


def test_a_file_of_claims_for_each_file_and_one_of_errors_where_there_are_any(corpus, tmp_path, content):
    done = run(corpus, tmp_path / "out")
    made = {"many.parquet", "2024/more.parquet", "lines.parquet", "plain.parquet", "spoilt.parquet"}
    errors = {"_errors/2024/more.parquet", "_errors/lines.parquet", "_errors/spoilt.parquet"}
    assert set(content(tmp_path / "out")) == made | errors
    assert (done.files, done.kept, done.documents, done.claims, done.errors) == (5, 0, 908, 901, 5)


def test_claims_are_those_of_the_function_in_the_order_of_the_documents(corpus, tmp_path):
    run(corpus, tmp_path / "out")
    found = pd.read_parquet(tmp_path / "out" / "many.parquet")
    assert list(dict.fromkeys(found["doc"])) == [f"n{n}" for n in range(1, 601) if n % 3 != 2]
    texts = pq.read_table(corpus / "many.parquet")["text"].to_pylist()
    for place in (0, 2, 599):
        of_one = found[found["doc"] == f"n{place + 1}"].drop(columns=["doc", "text_sha256"]).reset_index(drop=True)
        expected = extract(texts[place], "2024-07-05").drop(columns="doc")
        assert of_one.astype(object).where(of_one.notna(), None).equals(expected.astype(object).where(expected.notna(), None))


def test_the_schema_is_one_for_all_files(corpus, tmp_path):
    run(corpus, tmp_path / "out")
    schemas = [
        pq.read_schema(path).remove_metadata() for path in sorted((tmp_path / "out").rglob("*.parquet")) if "_errors" not in path.parts
    ]
    assert schemas == [batches.claims_schema()] * 5
    assert tuple(schemas[0].names) == (*COLUMNS, "text_sha256")


def test_the_hash_is_that_of_the_text(corpus, tmp_path):
    run(corpus / "plain.txt", tmp_path / "out")
    [claim] = read(tmp_path / "out" / "plain.parquet")
    assert claim["text_sha256"] == hashlib.sha256((corpus / "plain.txt").read_bytes()).hexdigest()


def test_a_folder_of_claims_reads_as_one_table(corpus, tmp_path):
    done = run(corpus, tmp_path / "out")
    assert len(pd.read_parquet(tmp_path / "out")) == done.claims


def test_many_claims_make_several_groups_of_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(outputs, "_TOGETHER", 100)
    monkeypatch.setattr(batches, "_DOCUMENTS", 7)
    write(tmp_path / "in" / "a.parquet", [{"text": IRAN}] * 345)
    run(tmp_path / "in", tmp_path / "out")
    file = pq.ParquetFile(tmp_path / "out" / "a.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [105, 105, 105, 30]
    assert file.read()["doc"].to_pylist() == [f"a:{n}" for n in range(1, 346)]


def test_pages(tmp_path):
    pytest.importorskip("trafilatura")
    (tmp_path / "in").mkdir()
    page = f"<html><body><nav>Home</nav><article><p>{IRAN} {CATS * 10}</p></article></body></html>"
    (tmp_path / "in" / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "in" / "none.htm").write_text("<html></html>", encoding="utf-8")
    done = run(tmp_path / "in", tmp_path / "out")
    assert [claim["doc"] for claim in read(tmp_path / "out" / "page.parquet")] == ["page"]
    assert (done.documents, done.claims, done.errors) == (2, 1, 1)


def test_the_day_given_is_that_of_documents_that_say_none(tmp_path):
    text = "Iran joined the SCO yesterday."
    write(tmp_path / "in" / "a.parquet", [{"text": text, "published": None}, {"text": text, "published": "2020-01-02"}])
    run(tmp_path / "in", tmp_path / "out", published="2024-07-05")
    assert [claim["date"] for claim in read(tmp_path / "out" / "a.parquet")] == ["2024-07-04", "2020-01-01"]


# What holds nothing.

NOTHING = {
    "a table without rows": lambda folder: pq.write_table(pa.table({"text": pa.array([], pa.string())}), folder / "a.parquet"),
    "no lines": lambda folder: (folder / "a.jsonl").write_bytes(b""),
    "no text": lambda folder: (folder / "a.txt").write_bytes(b""),
    "no claims": lambda folder: (folder / "a.txt").write_text(CATS, encoding="utf-8"),
}


@pytest.mark.parametrize("make", NOTHING.values(), ids=NOTHING)
def test_a_file_that_holds_nothing_makes_an_empty_one(tmp_path, make, content):
    (tmp_path / "in").mkdir()
    make(tmp_path / "in")
    done = run(tmp_path / "in", tmp_path / "out")
    assert set(content(tmp_path / "out")) == {"a.parquet"} and (done.claims, done.errors) == (0, 0)
    assert pq.read_table(tmp_path / "out" / "a.parquet").schema.remove_metadata() == batches.claims_schema()


# What cannot be read.


def test_each_bad_document_costs_a_row(corpus, tmp_path):
    run(corpus, tmp_path / "out")
    errors = tmp_path / "out" / "_errors"
    assert read(errors / "2024" / "more.parquet") == [{"doc": "n2", "file": "2024/more.parquet", "row": 2, "problem": "text: is null"}]
    assert read(errors / "lines.parquet") == [
        {"doc": "n2", "file": "lines.jsonl", "row": 2, "problem": "text: is null"},
        {"doc": None, "file": "lines.jsonl", "row": 5, "problem": "is no JSON; write one object a line"},
        {
            "doc": "bad day",
            "file": "lines.jsonl",
            "row": 6,
            "problem": "published: 'soon' is no day of publication; write YYYY-MM-DD, YYYY-MM or YYYY",
        },
    ]
    spoilt = {"doc": "spoilt", "file": "spoilt.txt", "row": None, "problem": "byte 1 is no UTF-8; save the text as UTF-8"}
    assert read(errors / "spoilt.parquet") == [spoilt]


def test_a_text_may_be_long_and_no_longer(tmp_path, monkeypatch):
    monkeypatch.setattr(batches, "LONGEST", 1000)
    texts = [IRAN + " " * (length - len(IRAN)) for length in (1000, 1001)]
    lines(tmp_path / "in" / "a.jsonl", *texts)
    for number, text in enumerate(texts):
        (tmp_path / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "in" / "large.txt").write_bytes(b"x" * 4001)
    done = run(tmp_path / "in", tmp_path / "out")
    assert (done.documents, done.claims, done.errors) == (5, 2, 3)
    problem = "text: has more than 1,000 characters, too many for one article; split it"
    assert read(tmp_path / "out" / "_errors" / "a.parquet") == [{"doc": "1", "file": "a.jsonl", "row": 2, "problem": problem}]
    for name in ("1", "large"):
        assert read(tmp_path / "out" / "_errors" / f"{name}.parquet") == [
            {"doc": name, "file": f"{name}.txt", "row": None, "problem": problem}
        ]


def test_fifty_megabytes_cost_a_row(tmp_path):
    lines(tmp_path / "in" / "a.jsonl", "The SCO. " * (50_000_000 // 9), IRAN)
    done = run(tmp_path / "in", tmp_path / "out")
    assert (done.documents, done.claims, done.errors) == (2, 1, 1)


def test_repeats_without_end_cost_their_time_and_no_more(tmp_path):
    lines(tmp_path / "in" / "a.jsonl", "The SCO " + "Iran, which, " * 5000, "(" * 50_000 + "SCO", IRAN)
    done = run(tmp_path / "in", tmp_path / "out")
    assert (done.documents, done.errors) == (3, 0)


def test_a_rule_that_fails_costs_its_text_only(corpus, tmp_path, monkeypatch):
    def fragile(text, published=None):
        raise IndexError("no such slot\nat all")

    monkeypatch.setattr("sco_timeline.extracting.documents.claims_of", fragile)
    done = run(corpus / "plain.txt", tmp_path / "out")
    [error] = read(tmp_path / "out" / "_errors" / "plain.parquet")
    assert error["problem"] == "a rule failed on the text: IndexError: no such slot at all; please report it"
    assert (done.documents, done.claims, done.errors) == (1, 0, 1)


BAD_FILES = {
    "no Parquet": ("a.parquet", b"PAR1 and no more", "cannot be read as Parquet from here on: "),
    "no texts": ("a.parquet", pa.table({"body": ["x"]}), "text: there is no such column; name columns id, text"),
    "two columns of texts": ("a.parquet", pa.Table.from_arrays([pa.array(["x"])] * 2, ["text", "text"]), ""),
    "a number for texts": ("a.parquet", pa.table({"text": [5]}), "5 is no text"),
    "lists for texts": ("a.parquet", pa.table({"text": [["x", "y"]]}), "['x', 'y'] is no text"),
}


@pytest.mark.parametrize(("name", "held", "words"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_costs_its_row_and_the_next_is_read(tmp_path, name, held, words):
    (tmp_path / "in").mkdir()
    if isinstance(held, pa.Table):
        pq.write_table(held, tmp_path / "in" / name)
    else:
        (tmp_path / "in" / name).write_bytes(held)
    lines(tmp_path / "in" / "b.jsonl", IRAN)
    done = run(tmp_path / "in", tmp_path / "out")
    assert done.claims >= 1 and (done.errors == 1 or not words)
    assert all(words in error["problem"] for error in read(tmp_path / "out" / "_errors" / "a.parquet")) if words else True


def test_a_reader_that_fails_costs_the_rest_of_its_file(tmp_path, monkeypatch):
    def breaking(path):
        yield from batches.READERS[".ndjson"](path)
        raise RuntimeError("of all things")

    monkeypatch.setitem(batches.READERS, ".jsonl", breaking)
    lines(tmp_path / "in" / "a.jsonl", IRAN)
    done = run(tmp_path / "in", tmp_path / "out")
    [error] = read(tmp_path / "out" / "_errors" / "a.parquet")
    assert (error["row"], error["problem"]) == (2, "cannot be read from here on: RuntimeError: of all things")
    assert (done.claims, done.errors) == (1, 1)


def test_a_file_that_cannot_be_opened_costs_a_row_and_is_tried_again(tmp_path, monkeypatch):
    path = lines(tmp_path / "in" / "a.jsonl", IRAN)
    real = type(path).open

    def locked(self, *arguments, **options):
        if self == path:
            raise PermissionError(13, "Permission denied")
        return real(self, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(type(path), "open", locked)
        assert run(path, tmp_path / "out").errors == 1
    [error] = read(tmp_path / "out" / "_errors" / "a.parquet")
    assert (error["doc"], error["row"], error["problem"]) == (None, None, "cannot be read: Permission denied")
    done = run(path, tmp_path / "out")
    assert (done.kept, done.claims, done.errors) == (0, 1, 0) and not (tmp_path / "out" / "_errors" / "a.parquet").exists()


# Again.


def test_what_was_made_is_kept(corpus, tmp_path, content):
    first = run(corpus, tmp_path / "out")
    before = content(tmp_path / "out")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    second = run(corpus, tmp_path / "out")
    assert (first.kept, second.kept) == (0, 5)
    assert (second.documents, second.claims, second.errors) == (first.documents, first.claims, first.errors)
    assert content(tmp_path / "out") == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


def spoil(path):
    path.write_bytes(path.read_bytes()[:-20])


# What happens between two runs, and whether the file is then made anew.
BETWEEN = {
    "nothing": (lambda source, made: None, False),
    "the source is written again": (lambda source, made: os.utime(source, ns=(1, 1)), True),
    "the source changes": (lambda source, made: lines(source, CATS), True),
    "the claims are deleted": (lambda source, made: made.unlink(), True),
    "the claims are spoilt": (lambda source, made: spoil(made), True),
    "the claims are of somebody else": (lambda source, made: pq.write_table(pa.table({"x": [1]}), made), True),
    "the claims are emptied": (lambda source, made: made.write_bytes(b""), True),
    "the errors are deleted": (lambda source, made: (made.parent / "_errors" / made.name).unlink(), True),
}


@pytest.mark.parametrize(("change", "anew"), BETWEEN.values(), ids=BETWEEN)
def test_what_makes_a_file_be_made_anew(tmp_path, change, anew):
    source, made = lines(tmp_path / "a.jsonl", IRAN, None), tmp_path / "out" / "a.parquet"
    run(source, tmp_path / "out")
    change(source, made)
    assert run(source, tmp_path / "out").kept == (0 if anew else 1)
    assert run(source, tmp_path / "out").kept == 1


def test_another_day_or_version_makes_it_anew(tmp_path, monkeypatch):
    source = lines(tmp_path / "a.jsonl", IRAN)
    run(source, tmp_path / "out")
    assert run(source, tmp_path / "out", published="2024-07-05").kept == 0
    assert run(source, tmp_path / "out", published="2024-07-05T12:00:00Z").kept == 1

    class Later:
        version = "99.0.0"

    monkeypatch.setattr(corpora, "read_package", lambda: Later)
    assert run(source, tmp_path / "out", published="2024-07-05").kept == 0


def test_errors_that_are_mended_go_away(tmp_path):
    source = lines(tmp_path / "a.jsonl", None)
    assert run(source, tmp_path / "out").errors == 1
    lines(source, IRAN)
    assert run(source, tmp_path / "out").errors == 0
    assert not (tmp_path / "out" / "_errors" / "a.parquet").exists()


def test_what_a_killed_run_left_is_removed(corpus, tmp_path, content):
    run(corpus, tmp_path / "out")
    (tmp_path / "out" / "many.parquet").unlink()
    (tmp_path / "out" / ".many.parquet.unfinished").write_bytes(b"PAR1")
    (tmp_path / "out" / "2024" / ".gone.parquet.unfinished").write_bytes(b"PAR1")
    assert run(corpus, tmp_path / "out").kept == 4
    assert not any("unfinished" in name for name in content(tmp_path / "out"))


def test_a_run_that_fails_leaves_finished_files_only(corpus, tmp_path, content):
    def stop(progress):
        if progress.counts.documents > 700:
            raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        run(corpus, tmp_path / "out", progress=stop)
    left = content(tmp_path / "out")
    assert set(left) == {"2024/more.parquet", "_errors/2024/more.parquet", "_errors/lines.parquet", "lines.parquet"}
    run(corpus, tmp_path / "out")
    run(corpus, tmp_path / "whole")
    assert content(tmp_path / "out") == content(tmp_path / "whole")


# How far it has come.


def test_progress_grows_to_the_end(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(batches, "_DOCUMENTS", 50)
    seen = []
    done = run(corpus, tmp_path / "out", progress=seen.append)
    assert len(seen) > 15
    shares, documents = [progress.share for progress in seen], [progress.counts.documents for progress in seen]
    assert shares == sorted(shares) and 0 < shares[0] < shares[-1] == 1
    assert documents == sorted(documents) and documents[-1] == done.documents
    assert seen[-1].rate > 0 and seen[-1].seconds_left == 0 and seen[0].seconds_left > 0
    assert (seen[-1].counts.claims, seen[-1].counts.errors) == (done.claims, done.errors)


def test_nothing_is_known_of_the_time_left_before_anything_is_done():
    progress = corpora.Progress(outputs.Counts(), 0, 0)
    assert (progress.rate, progress.seconds_left) == (0, None)


# Which files.


def test_files_that_are_named_and_several_folders(tmp_path, content):
    for name in ("one/a.jsonl", "two/b.jsonl", "c.md"):
        lines(tmp_path / name, IRAN)
    assert run([tmp_path / "one", str(tmp_path / "two"), tmp_path / "c.md"], tmp_path / "out").files == 3
    assert set(content(tmp_path / "out")) == {"a.parquet", "b.parquet", "c.parquet"}


def test_claims_within_the_corpus_are_not_read(corpus, content):
    first = run(corpus, corpus / "claims")
    assert run(corpus, corpus / "claims").files == first.files == 5


def test_two_files_of_one_stem_are_refused_before_anything_is_written(tmp_path):
    for name in ("a.jsonl", "a.txt"):
        lines(tmp_path / "in" / name, IRAN)
    with pytest.raises(BadArgumentError, match=r"what is found in .*a\.txt has no place of its own beside .*a\.jsonl; rename one"):
        run(tmp_path / "in", tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", [".", "sub"])
def test_what_is_read_is_never_written_over(tmp_path, out):
    path = write(tmp_path / out / "a.parquet", [{"text": IRAN}])
    before = path.read_bytes()
    with pytest.raises(BadArgumentError, match="has no place of its own"):
        run(tmp_path / out / "a.parquet", tmp_path / out)
    with pytest.raises(BadArgumentError, match="has no place of its own"):
        run(tmp_path / out, tmp_path / out)
    assert path.read_bytes() == before


WRONG = [
    ({"source": "none"}, "none: there is no such file or folder"),
    ({"source": "empty"}, "empty: holds no file of the kinds"),
    ({"workers": 0}, "workers=0; there must be one at least"),
    ({"published": "soon"}, "'soon' is no day of publication"),
    ({"workers": 2, "scheduler": "tcp://127.0.0.1:9"}, "whose cluster has workers of its own"),
]


@pytest.mark.parametrize(("wrong", "words"), WRONG, ids=[words for _, words in WRONG])
def test_wrong_arguments(corpus, tmp_path, monkeypatch, wrong, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadArgumentError) as caught:
        run(**{"source": corpus, "out": tmp_path / "out"} | wrong)
    assert words in str(caught.value) and not (tmp_path / "out").exists()


def test_a_missing_library_says_how_to_install_it(corpus, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingDependencyError) as caught:
        run(corpus, tmp_path / "out", scheduler="local")
    assert str(caught.value) == 'extraction on a Dask cluster needs dask: python -m pip install "sco-timeline[scale]"'
    (corpus / "page.html").write_text("<p>x</p>", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingDependencyError, match="reading HTML needs trafilatura"):
        run(corpus, tmp_path / "out")
    assert not (tmp_path / "out").exists()
