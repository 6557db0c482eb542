"""Exit codes: 0 done, 1 problems found, 2 wrong usage; a mistake costs one clear line on standard error."""

from __future__ import annotations

import sys

import pytest

from sco_timeline.cli import tables

# What is typed, the exit code, and a piece of the one line on standard error.
MISTAKES = [
    (["status", "Khazakhstan"], 2, "no party is written 'Khazakhstan'; did you mean 'Kazakhstan'?"),
    (["status", "Xyzzy"], 2, "no party is written 'Xyzzy'"),
    (["status", "Congo"], 2, "'Congo' can mean COD or COG; use a code"),
    (["status", "India", "--on", "2099-01-01"], 2, "2099-01-01 is after "),
    (["status", "710"], 2, "710 can be a code of several systems; say --ids cow, gw or m49"),
    (["history", "630"], 2, "say --ids cow, gw or m49"),
    (["status", "710", "--ids", "iso3"], 2, "no party is written '710'"),
    (["members", "--on", "2017-6-9"], 2, "'2017-6-9' is no "),
    (["members", "--on", "2017-06-31"], 2, "'2017-06-31' is no "),
    (["members", "--status", "friend"], 2, "status='friend' is none of "),
    (["history", "Inda"], 2, "did you mean 'India'?"),
    (["describe"], 2, "name a table, or one of --format markdown"),
    (["show", "event"], 2, "no table is written 'event'; did you mean 'events'?"),
    (["show", "terms", "officer=chs_chair"], 2, "'officer=chs_chair' is no COLUMN=VALUE of terms; columns are term_id, office"),
    (["show", "terms", "office"], 2, "'office' is no COLUMN=VALUE of terms"),
    (["describe", "event"], 2, "no table is written 'event'; did you mean 'events'?"),
    (["evidence", "events", "IND-sco.member-efective"], 2, "did you mean 'IND-sco.member-effective'?"),
    (["evidence", "events", "IND-sco.member-effective", "dates"], 2, "no column of events is written 'dates'; did you mean 'date'?"),
    (["evidence", "event", "IND"], 2, "no table is written 'event'; did you mean 'events'?"),
    (["panel", "--since", "1990"], 2, "since=1990 is no year from 1996 to "),
    (["panel", "--since", "2099"], 2, "since=2099 is no year from 1996 to "),
    (["panel", "--ids", "iso4"], 2, "ids='iso4' is none of iso3, "),
    (["panel", "--parties", "India", "IND"], 2, "parties names IND "),
    (["export", "out", "--tables", "event"], 2, "no table is written 'event'; did you mean 'events'?"),
    (["export", "a-file/out"], 2, "a-file is a file; give a folder"),
    (["plot", "growth", "--out", "growth.gif"], 2, "gif"),
    (["plot", "growth", "--out", "nowhere/growth.png"], 1, "nowhere"),
    (["validate", "nowhere"], 1, "nowhere/datapackage.json: No such file or directory"),
    (["build", "nowhere"], 1, "nowhere/datapackage.json: No such file or directory"),
]
# What argparse refuses; usage first, what is wrong in the last line.
WRONG_USAGE = [
    (["member"], "invalid choice: 'member'"),
    (["status"], "the following arguments are required: party"),
    (["plot", "growth"], "the following arguments are required: --out"),
    (["plot", "globe", "--out", "globe.png"], "invalid choice: 'globe'"),
    (["members", "--format", "xml"], "invalid choice: 'xml'"),
    (["panel", "--since", "ten"], "invalid int value: 'ten'"),
    (["panel", "--freq", "week"], "invalid choice: 'week'"),
    (["members", "--colour", "red"], "unrecognized arguments: --colour red"),
]


@pytest.mark.parametrize(("arguments", "code", "says"), MISTAKES, ids=[" ".join(mistake[0]) for mistake in MISTAKES])
def test_a_mistake_costs_one_line(command, tmp_path, monkeypatch, arguments, code, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").touch()
    found = command(*arguments)
    assert (found.code, found.out) == (code, "")
    assert says in found.err
    assert found.err.count("\n") == 1 and found.err.endswith("\n") and not found.err.startswith("\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a-file"]


def test_an_open_question_is_refused_with_the_choices(command, coarse_start):
    party, status, day = coarse_start
    for asked in (["status", party], ["members", "--status", status]):
        code, out, err = command(*asked, "--on", day)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith("sources do not say whether ") and f" on {day} was {status} or " in err
        assert err.endswith("; choose --when-unclear earliest, latest or null\n")


@pytest.mark.parametrize(("arguments", "says"), WRONG_USAGE, ids=[" ".join(words) for words, _ in WRONG_USAGE])
def test_wrong_usage(command, arguments, says):
    code, out, err = command(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: sco-timeline")
    assert says in err.splitlines()[-1]


def test_validate_prints_a_problem_a_line(command, mini):
    assert command("validate", mini.root, "--no-frictionless") == (0, "valid\n", "")
    (mini.root / "data" / "processed" / "notes.txt").touch()
    (mini.root / "data" / "processed" / "more.txt").touch()
    code, out, err = command("validate", mini.root, "--no-frictionless")
    assert (code, out) == (1, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == ["data/processed/more.txt", "data/processed/notes.txt"]


def test_build_prints_every_problem_with_its_place(command, mini):
    mini.set_cell("summits", 2, "end", "2001-6-15")
    mini.set_cell("places", 3, "latitude", "north")
    before = mini.published()
    code, out, err = command("build", mini.root)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "data/raw/places.csv:3: latitude: 'north' is no number; digits with a point, such as 39.65",
        "data/raw/summits.csv:2: end: '2001-6-15' is no date; a day as YYYY-MM-DD",
    ]
    assert mini.published() == before


def test_build_of_a_folder_says_what_it_made(command, mini):
    code, out, err = command("build", mini.root)
    assert (code, err) == (0, "")
    assert out.startswith("built ") and "two independent sources" in out


def test_a_damaged_published_file_is_a_problem(copied):
    (copied.root / "data" / "processed" / "statuses.parquet").write_bytes(b"")
    code, out, err = copied.run("evidence", "statuses", "sco.member")
    assert (code, out) == (1, "")
    assert "does not match the size and hash in datapackage.json; run `sco-timeline build`" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["tables"], ["members"], ["validate"], ["build"], ["--version"]], ids=" ".join)
def test_a_damaged_descriptor_is_a_problem(copied, arguments):
    copied.descriptor.write_text('{"name": "sco-timeline"')
    code, out, err = copied.run(*arguments)
    assert (code, out) == (1, "")
    assert "datapackage.json: " in err and err.count("\n") == 1


def test_interruption_by_the_user_is_silent(command, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(tables, "run", interrupt)
    assert command("tables") == (130, "", "")


def test_the_module_runs_as_the_command(apart, tmp_path):
    asked = [sys.executable, "-m", "sco_timeline.cli", "status"]
    assert apart([*asked, "Iran", "--on", "2023-07-04"], tmp_path) == (0, "member\n", "")
    refused = apart([*asked, "Khazakhstan"], tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "no party is written 'Khazakhstan'; did you mean 'Kazakhstan'?\n"
