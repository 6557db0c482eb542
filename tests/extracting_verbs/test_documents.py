"""Articles from files: the text stays as it is, and what cannot be read costs one problem."""

from __future__ import annotations

import datetime
import hashlib
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sco_timeline.errors import BadArgumentError, Problem
from sco_timeline.extracting import documents, rows
from sco_timeline.extracting.documents import Document, claims_of_document, document_of, files_of, publication_day, read_documents

SENTENCE = "Iran joined the Shanghai Cooperation Organisation in July 2023."


def read(path, published=None):
    return list(read_documents(path, published))


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def as_jsonl(*objects):
    return "".join(json.dumps(found) + "\n" for found in objects)


# Plain text.

TEXTS = {
    "line ends of Windows": f"A headline\r\n\r\n{SENTENCE}\r\n",
    "line ends of old": f"A headline\r{SENTENCE}",
    "a byte order mark": f"\ufeff{SENTENCE}",
    "signs outside the first plane": f"\N{GRINNING FACE}\N{GRINNING FACE} {SENTENCE}",
    "letters made of two signs": f"Cafe\u0301. {SENTENCE}",
    "signs that steer terminals": f"\x00\x1b[0m {SENTENCE}",
    "no word at all": "",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_that_of_its_file(tmp_path, text):
    path = written(tmp_path, "an article.txt", text)
    [document] = read(path, "2023-07-05")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document.id, document.text, document.text_sha256, document.published) == ("an article", text, sha256, "2023-07-05")
    assert hashlib.sha256(document.text.encode("utf-8")).hexdigest() == sha256


@pytest.mark.parametrize("text", [text for text in TEXTS.values() if text], ids=[name for name in TEXTS if TEXTS[name]])
def test_places_count_characters_of_the_text(text):
    [claim] = claims_of_document(document_of(text, "a", "a.txt"))
    start, end = claim["evidence"]
    assert text[start:end].startswith("Iran") and (claim["doc"], claim["party"]) == ("a", "IRN")


def test_a_byte_order_mark_hides_no_dateline():
    text = "ASTANA, July 4, 2024 - Belarus joined the Shanghai Cooperation Organisation on Thursday."
    plain, marked = ([claim["date"] for claim in claims_of_document(document_of(mark + text, "a", "a"))] for mark in ("", "\ufeff"))
    assert plain == marked


BAD_FILES = {
    "Latin-1": ("a.txt", "Türkiye and the SCO".encode("latin-1"), "byte 1 is no UTF-8; save the text as UTF-8"),
    "UTF-16": ("a.txt", "the SCO".encode("utf-16"), "byte 0 is no UTF-8"),
    "a program": ("a.exe", b"\x7fELF\xff\xff", "is no UTF-8"),
    "too much text": ("a.txt", b"x" * 1000, "too many for one article; split it"),
    "too large a page": ("a.html", b"<p>" + b"x" * 1000, "too many for one article; split it"),
    "no Parquet": ("a.parquet", b"PAR1 and no more", "cannot be read as Parquet"),
    "an empty Parquet file": ("a.parquet", b"", "cannot be read as Parquet"),
}


@pytest.mark.parametrize(("name", "content", "words"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_costs_one_problem(tmp_path, monkeypatch, name, content, words):
    monkeypatch.setattr(documents, "LARGEST", 1000)
    path = written(tmp_path, name, content)
    [problem] = read(path)
    assert isinstance(problem, Problem) and problem.file == str(path)
    assert words in str(problem) and "\n" not in str(problem)


def test_a_file_that_is_not_there_costs_one_problem(tmp_path):
    for name in ("a.txt", "a.html", "a.jsonl", "a.parquet"):
        [problem] = read(tmp_path / name)
        assert str(problem) == f"{tmp_path / name}: cannot be read: No such file or directory"


def test_fifty_megabytes_are_too_much_for_one_article():
    assert documents.LARGEST == 50_000_000
    assert isinstance(document_of(b"x" * 50_000_000, "a", "a"), Problem)


# JSONL and Parquet.

FULL = {"id": "n1", "text": SENTENCE, "published": "2023-07-05", "url": "https://example.org/1", "title": "A title", "language": "en"}


def test_a_line_says_what_is_known_of_its_text(tmp_path):
    [document] = read(written(tmp_path, "a.jsonl", as_jsonl(FULL)), "1999-01-01")
    assert {name: getattr(document, name) for name in FULL} == FULL


def test_a_row_says_what_is_known_of_its_text(tmp_path):
    pq.write_table(pa.Table.from_pylist([FULL, {"text": "x"}]), tmp_path / "a.parquet")
    first, second = read(tmp_path / "a.parquet", "1999-01-01")
    assert {name: getattr(first, name) for name in FULL} == FULL
    assert (second.id, second.published, second.title) == ("a:2", "1999-01-01", None)


# What a line holds, and the piece of the problem that it costs.
BAD_LINES = [
    ('{"text": ', "is no JSON"),
    ('["text"]', "is no JSON object"),
    ('{"text": null}', "text: is null"),
    ('{"body": "x"}', "text: is null"),
    ('{"text": 5}', "text: 5 is no text"),
    ('{"text": "\\ud800"}', "text: character 0 is half of one"),
    ('{"text": "x", "published": "yesterday"}', "published: 'yesterday' is no day of publication; write YYYY-MM-DD"),
    ('{"text": "x", "published": "2023-13-01"}', "published: '2023-13-01' is no day of publication"),
    (b'{"text": "T\xfcrkiye"}', "is no UTF-8"),
    ("[" * 100_000, "is no JSON"),
    ('{"n": ' + "9" * 5000 + "}", "is no JSON"),
    ('{"text": "' + "x" * 1000 + '"}', "too many for one article"),
    ('{"text": "' + "x" * 9000 + '"}', "has more than"),
]


@pytest.mark.parametrize(("line", "words"), BAD_LINES, ids=[words for _, words in BAD_LINES])
def test_a_bad_line_costs_itself_only(tmp_path, monkeypatch, line, words):
    monkeypatch.setattr(documents, "LARGEST", 1000)
    monkeypatch.setattr(rows, "_LONGEST_LINE", 6000 if len(line) < 20_000 else 10**6)
    line = line.encode("utf-8") if isinstance(line, str) else line
    good = b'{"id": "good", "text": "x"}\n'
    before, problem, after = read(written(tmp_path, "a.jsonl", good + line + b"\n" + good))
    assert (before.id, after.id) == ("good", "good")
    assert (problem.file, problem.line) == (str(tmp_path / "a.jsonl"), 2)
    assert words in str(problem)


def test_lines_may_be_empty_and_the_last_may_be_open(tmp_path):
    found = read(written(tmp_path, "a.jsonl", '\ufeff{"text": "x"}\n\n  \r\n{"text": "y"}'))
    assert [(document.id, document.text) for document in found] == [("a:1", "x"), ("a:4", "y")]


def test_the_last_line_may_be_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(rows, "_LONGEST_LINE", 50)
    first, second = read(written(tmp_path, "a.jsonl", '{"text": "x"}\n' + "x" * 120))
    assert isinstance(first, Document) and second.line == 2


def test_a_bad_row_costs_itself_only(tmp_path):
    texts = [b"good", b"T\xfcrkiye", None, b"good"]
    pq.write_table(pa.table({"text": pa.array(texts, pa.binary()), "id": [1, 2, 3, 4]}), tmp_path / "a.parquet")
    first, second, third, fourth = read(tmp_path / "a.parquet")
    assert [(first.id, first.text), (fourth.id, fourth.text)] == [("1", "good"), ("4", "good")]
    assert [str(second), str(third)] == [
        f"{tmp_path / 'a.parquet'}:2: text: byte 1 is no UTF-8; save the text as UTF-8",
        f"{tmp_path / 'a.parquet'}:3: text: is null",
    ]


def test_text_that_pretends_to_be_utf8_costs_its_row(tmp_path):
    spoilt = pa.Array.from_buffers(pa.string(), 2, pa.array([b"good", b"\xff\xfe"], pa.binary()).buffers())
    pq.write_table(pa.table({"text": spoilt}), tmp_path / "a.parquet")
    first, second = read(tmp_path / "a.parquet")
    assert first.text == "good" and "byte 0 is no UTF-8" in str(second)


@pytest.mark.parametrize("kind", [pa.large_string(), pa.dictionary(pa.int32(), pa.string())], ids=str)
def test_texts_may_be_kept_in_other_ways(tmp_path, kind):
    pq.write_table(pa.table({"text": pa.array(["x", None, "x"], pa.string()).cast(kind)}), tmp_path / "a.parquet")
    assert [document.text for document in read(tmp_path / "a.parquet") if isinstance(document, Document)] == ["x", "x"]


def test_a_table_without_texts_costs_one_problem(tmp_path):
    pq.write_table(pa.table({"body": ["x", "y"]}), tmp_path / "a.parquet")
    assert [str(problem) for problem in read(tmp_path / "a.parquet")] == [
        f"{tmp_path / 'a.parquet'}: text: there is no such column; name columns id, text, published, url, title, language"
    ]


def test_a_table_that_breaks_off_keeps_what_was_read(tmp_path):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [f"text {n} " * 50 for n in range(400)]}), path, row_group_size=100, compression="zstd")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 400] = b"\x00" * 400
    path.write_bytes(content)
    *good, problem = read(path)
    assert all(isinstance(document, Document) for document in good) and 0 < len(good) < 400
    assert "cannot be read as Parquet from here on" in str(problem)


# When something was published: what is given, what is read.
DAYS = [
    ("2023-07-05", "2023-07-05"),
    ("2023-07", "2023-07"),
    ("2023", "2023"),
    (2023, "2023"),
    (" 2023-07-05T23:59:00+05:00 ", "2023-07-05"),
    ("2023-07-05 12:00", "2023-07-05"),
    (datetime.date(2023, 7, 5), "2023-07-05"),
    (datetime.datetime(2023, 7, 5, 12), "2023-07-05"),
    (None, None),
    (float("nan"), None),
    ("", None),
]
NO_DAYS = ["yesterday", "5 July 2023", "05/07/2023", "2023-02-30", "2023-13", "20230705", "2023?", 20230705]


@pytest.mark.parametrize(("given", "day"), DAYS)
def test_publication_days(given, day):
    assert publication_day(given) == day


@pytest.mark.parametrize("given", NO_DAYS)
def test_what_is_no_publication_day(given):
    with pytest.raises(BadArgumentError):
        publication_day(given)


# Folders.


def test_a_folder_gives_its_files_in_order(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.TXT", "a.jsonl", "b/d.parquet", "b/a.html", "notes.md", ".hidden/x.txt", ".x.txt"):
        (tmp_path / name).write_bytes(b"")
    found = [path.relative_to(tmp_path).as_posix() for path in files_of([tmp_path])]
    assert found == ["a.jsonl", "b/a.html", "b/d.parquet", "c.TXT"]


def test_an_empty_folder_is_a_problem(tmp_path):
    [problem] = files_of([tmp_path])
    assert str(problem) == f"{tmp_path}: holds no file of the kinds .txt, .html, .htm, .xhtml, .jsonl, .ndjson, .parquet"
