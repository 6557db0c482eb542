"""`sco-timeline extract` prints the claims of files, folders and standard input, offline, whatever some of them are."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import socket
import sys

import pytest

from sco_timeline.extracting import COLUMNS, claims_of, reading
from sco_timeline.extracting.claims import SHARED, TYPES
from sco_timeline.reviewing.candidates import read_claims

IRAN = "Iran joined the Shanghai Cooperation Organisation in July 2023.\n"
BELARUS = "Belarus joined the Shanghai Cooperation Organisation yesterday. Mongolia is an observer of the SCO.\n"


@pytest.fixture
def articles(tmp_path):
    """A folder with articles in text and in JSONL."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "belarus.txt").write_bytes(BELARUS.encode("utf-8"))
    lines = [{"id": "iran", "text": IRAN, "published": "2023-07-05"}, {"id": "cats", "text": "Cats sleep."}]
    (folder / "more.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder


def type_in(monkeypatch, content):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


def objects(out):
    return [json.loads(line) for line in out.splitlines()]


def test_claims_of_a_folder_as_jsonl(command, articles):
    code, out, err = command("extract", articles, "--published", "2024-07-05")
    assert (code, err) == (0, "")
    claims = objects(out)
    assert [(claim["doc"], claim["type"], claim["party"]) for claim in claims] == [
        ("belarus", "status_change", "BLR"),
        ("belarus", "status_held", "MNG"),
        ("iran", "status_change", "IRN"),
    ]
    assert claims[0]["date"] == "2024-07-04"
    assert claims[2]["text_sha256"] == hashlib.sha256(IRAN.encode("utf-8")).hexdigest()


def test_a_line_has_every_key_of_its_type(command, articles):
    for claim in objects(command("extract", articles).out):
        assert set(claim) == {"doc", "type", *TYPES[claim["type"]], *SHARED, "text_sha256"}


def test_lines_are_what_the_function_finds(command, articles):
    found = [{**claim, "doc": "belarus"} for claim in claims_of(BELARUS)]
    printed = objects(command("extract", articles / "belarus.txt").out)
    assert [{key: value for key, value in claim.items() if key != "text_sha256"} for claim in printed] == found


def test_a_row_keeps_the_day_that_it_states(command, articles):
    hints = [(claim["doc"], claim["date_hint"]) for claim in objects(command("extract", articles, "--published", "2024-07-05").out)]
    assert ("belarus", "2024-07-05") in hints and all(hint != "2024-07-05" for doc, hint in hints if doc == "iran")


def test_standard_input(command, articles, monkeypatch):
    type_in(monkeypatch, IRAN.encode("utf-8"))
    code, out, err = command("extract", "-", articles / "belarus.txt")
    assert (code, err) == (0, "")
    assert [claim["doc"] for claim in objects(out)] == ["stdin", "belarus", "belarus"]


def test_what_is_printed_can_be_reviewed(command, articles, tmp_path):
    out = command("extract", articles / "belarus.txt").out
    (tmp_path / "claims.jsonl").write_text(out, encoding="utf-8")
    assert [claim["party"] for claim in read_claims(tmp_path / "claims.jsonl")] == ["BLR", "MNG"]


def test_what_cannot_be_read_costs_a_line_each_and_the_others_are_printed(command, articles, monkeypatch):
    (articles / "a.txt").write_bytes("Türkiye".encode("latin-1"))
    with (articles / "more.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "empty", "text": null}\n')
    type_in(monkeypatch, b"\xff")
    code, out, err = command("extract", articles, articles / "none.txt", "-")
    assert code == 1
    assert [claim["doc"] for claim in objects(out)] == ["belarus", "belarus", "iran"]
    assert err.splitlines() == [
        f"{articles / 'a.txt'}: byte 1 is no UTF-8; save the text as UTF-8",
        f"{articles / 'more.jsonl'}:3: text: is null",
        f"{articles / 'none.txt'}: cannot be read: No such file or directory",
        "standard input: byte 0 is no UTF-8; save the text as UTF-8",
    ]


def test_a_rule_that_fails_costs_its_text_only(command, articles, monkeypatch):
    real = reading.claims_of

    def fragile(text, published=None):
        if "Belarus" in text:
            raise IndexError("no such slot\nat all")
        return real(text, published)

    monkeypatch.setattr("sco_timeline.extracting.documents.claims_of", fragile)
    code, out, err = command("extract", articles)
    assert (code, [claim["doc"] for claim in objects(out)]) == (1, ["iran"])
    assert err == "belarus: a rule failed on the text: IndexError: no such slot at all; please report it\n"


def test_csv_has_the_columns_of_the_frame(command, articles):
    rows = list(csv.reader(io.StringIO(command("extract", articles, "--format", "csv").out)))
    assert rows[0] == [*COLUMNS, "text_sha256"]
    assert [row[0] for row in rows[1:]] == ["belarus", "belarus", "iran"]


def test_a_table_says_each_claim_in_short(command, articles, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    code, out, err = command("extract", articles, "--format", "table")
    assert (code, err) == (0, "")
    assert "party MNG, status observer" in out and "held." in out


@pytest.mark.parametrize("style", ["jsonl", "csv", "table"])
def test_a_text_without_claims(command, tmp_path, style):
    (tmp_path / "cats.txt").write_text("Cats sleep.", encoding="utf-8")
    code, out, _ = command("extract", tmp_path / "cats.txt", "--format", style)
    assert code == 0
    assert style == "table" or len(out.splitlines()) == {"jsonl": 0, "csv": 1}[style]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "usage: sco-timeline extract"),
        (["a.txt", "--format", "xml"], "invalid choice"),
        (["a.txt", "--published", "yesterday"], "'yesterday' is no day of publication; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (["a.txt", "--published", "2024-02-30"], "'2024-02-30' is no day"),
    ],
)
def test_wrong_usage(command, arguments, words):
    code, out, err = command("extract", *arguments)
    assert (code, out) == (2, "") and words in err


def test_a_missing_library_is_wrong_usage_before_anything_is_printed(command, articles, monkeypatch):
    (articles / "page.html").write_bytes(b"<p>x</p>")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    code, out, err = command("extract", articles)
    assert (code, out) == (2, "")
    assert err == 'reading HTML needs trafilatura: python -m pip install "sco-timeline[extract]"\n'


def test_the_network_is_never_reached_for(command, articles, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was reached for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (articles / "address.txt").write_text("https://example.org/sco", encoding="utf-8")
    assert command("extract", articles).code == 0
    assert command("extract", "https://example.org/sco.html").code in (1, 2)
