"""`sco-timeline diff`: exit code 0 if nothing is amiss, 1 if a check fails or a package is damaged, 2 for wrong usage."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd
import pytest

from sco_timeline.cli import main
from sco_timeline.comparing import frame_of


@pytest.fixture
def changed(compared, made):
    """A new version with a row more, and cells that CSV must quote."""
    change = made.together(
        lambda mini: mini.append("people", "xi-jinping,Xi Jinping"),
        lambda mini: mini.set_cell("people", 2, "name", 'Jiang "the Elder" Zemin, Цзян'),
        lambda mini: mini.set_cell("events", 3, "note", "now on\nthree,\nlines"),
    )
    return compared(change)


def test_a_difference_is_no_failure(diff, before, mini, changed):
    code, out, err = diff(before.root, mini.root)
    assert (code, err) == (0, "")
    assert "people" in out and out.endswith("This asks for a minor step: 0.2.0 or later.\n")


def test_markdown(diff, before, mini, changed):
    code, out, err = diff(before.root, mini.root, "--format", "markdown")
    assert (code, err) == (0, "")
    assert out.startswith("## 0.1.0, checked to ")


def test_revisions_of_the_repository_one_stands_in(diff, repository):
    code, out, err = diff("v0.1.0", ".", "--format", "csv", cwd=repository.root)
    assert (code, err) == (0, "")
    assert out == "table,row_id,column,change,old,new\npeople,jiang-zemin,name,cell changed,Jiang Zemin,Zemin Jiang\n"


# Versions old and new, how much changed, the exit code of --check, what it says
CHECKS = [
    ("0.1.0", "0.1.0", "nothing", 0, ""),
    ("0.1.0", "0.1.0", "a cell", 1, "version 0.1.0 is too low; write 0.1.1 or later\n"),
    ("0.1.0", "0.1.1", "a cell", 0, ""),
    ("0.1.0", "0.1.1", "a row", 1, "version 0.1.1 is too low; write 0.2.0 or later\n"),
    ("0.1.0", "0.2.0", "a row", 0, ""),
    ("0.1.0", "0.2.0", "a column less", 0, ""),
    ("1.0.0", "1.9.9", "a column less", 1, "version 1.9.9 is too low; write 2.0.0 or later\n"),
    ("1.0.0", "2.0.0", "a column less", 0, ""),
    ("0.9.0", "0.10.0", "a row", 0, ""),
    ("0.2.0", "0.1.0", "nothing", 1, "version 0.1.0 is too low; write 0.2.0 or later\n"),
]


@pytest.mark.parametrize(("old", "new", "what", "code", "says"), CHECKS)
def test_check_fails_where_the_new_version_is_too_low(compared, made, before, mini, capsys, old, new, what, code, says):
    changes = {
        "nothing": lambda mini: None,
        "a cell": lambda mini: mini.set_cell("people", 2, "name", "Zemin Jiang"),
        "a row": lambda mini: mini.append("people", "xi-jinping,Xi Jinping"),
        "a column less": lambda mini: None,
    }
    earlier = made.column_added("people", "born", "1926", "1940") if what == "a column less" else lambda before: None
    compared(made.together(changes[what], made.version(new)), made.together(earlier, made.version(old)))
    assert main(["diff", str(before.root), str(mini.root), "--check"]) == code
    assert capsys.readouterr().err == says


def test_check_fails_a_shell_too(diff, before, mini, changed):
    code, out, err = diff(before.root, mini.root, "--check")
    assert code == 1
    assert "This asks for a minor step" in out
    assert err == "version 0.1.0 is too low; write 0.2.0 or later\n"


def test_a_damaged_package_is_a_problem(diff, before, mini):
    path = mini.root / "data" / "processed" / "people.csv"
    path.write_bytes(path.read_bytes() + b"x")
    code, out, err = diff(before.root, mini.root)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "people.csv: does not match the size and hash in datapackage.json" in err


def test_a_damaged_descriptor_is_a_problem(diff, before, mini):
    mini.descriptor.write_text("{")
    code, out, err = diff(before.root, mini.root)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "datapackage.json: " in err


# What is typed in place of OLD and NEW, and a piece of the one line that answers
MISTAKES = [
    (["nowhere", "{mini}"], "'nowhere' is neither a folder, a zip, a datapackage.json nor a git revision here"),
    (["{mini}", "nowhere"], "'nowhere' is neither a folder"),
    (["{mini}", "a-file"], "a-file holds no datapackage.json"),
    (["{mini}", "a-folder"], "a-folder holds no datapackage.json"),
    (["a.zip", "{mini}"], "a.zip is no zip file"),
    (["--", "-x", "{mini}"], "'-x' is neither a folder"),
]


@pytest.mark.parametrize(("arguments", "says"), MISTAKES, ids=[" ".join(words) for words, _ in MISTAKES])
def test_a_mistake_costs_one_line(diff, mini, tmp_path, arguments, says):
    (tmp_path / "a-file").touch()
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "a.zip").touch()
    code, out, err = diff(*(word.format(mini=mini.root) for word in arguments))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize("number", ["1.0", "1.0.0-rc1", 1], ids=str)
def test_a_version_that_is_none_costs_one_line(made, before, mini, capsys, side, number):
    made.version(number)(before if side == "old" else mini)
    code = main(["diff", str(before.root), str(mini.root), "--check"])
    err = capsys.readouterr().err
    assert code in (1, 2) and err.count("\n") == 1 and "version" in err


@pytest.mark.parametrize(
    "arguments", [[], ["."], [".", ".", "."], [".", ".", "--format", "table"], [".", ".", "--changelog"]], ids=" ".join
)
def test_wrong_usage(diff, arguments):
    code, out, err = diff(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: sco-timeline")


# Frames


def test_csv_reads_back_as_the_frame(before, mini, changed, capsys):
    assert main(["diff", str(before.root), str(mini.root), "--format", "csv"]) == 0
    found = pd.read_csv(io.StringIO(capsys.readouterr().out, newline=""), dtype=str, keep_default_na=False)
    pd.testing.assert_frame_equal(found, frame_of(changed.changes), check_dtype=False)


@pytest.mark.parametrize("style", ["json", "jsonl"])
def test_json_reads_back_as_the_frame(before, mini, changed, capsys, style):
    assert main(["diff", str(before.root), str(mini.root), "--format", style]) == 0
    out = capsys.readouterr().out
    found = json.loads(out) if style == "json" else [json.loads(line) for line in out.splitlines()]
    assert found == [change._asdict() for change in changed.changes]


@pytest.mark.parametrize(("style", "printed"), [("csv", "table,row_id,column,change,old,new\n"), ("json", "[]\n"), ("jsonl", "")])
def test_no_difference_prints_no_row(before, mini, capsys, style, printed):
    assert main(["diff", str(before.root), str(mini.root), "--format", style]) == 0
    assert "".join(capsys.readouterr().out.split()) == "".join(printed.split())


# The change log


def test_the_change_log_gets_what_markdown_prints(diff, before, mini, changed, tmp_path):
    printed = diff(before.root, mini.root, "--format", "markdown").out
    code, out, err = diff(before.root, mini.root, "--changelog", "CHANGES.md")
    assert (code, err) == (0, "")
    assert (tmp_path / "CHANGES.md").read_text(encoding="utf-8") == (
        "# Changes of the data\n\nMade by `sco-timeline diff`, newest version first.\n\n" + printed
    )
    assert out.endswith("or later.\n")


def test_a_change_log_in_no_folder_is_a_problem(diff, before, mini, tmp_path):
    code, _, err = diff(before.root, mini.root, "--changelog", Path("nowhere") / "CHANGES.md")
    assert (code, err.count("\n")) == (1, 1)
    assert "nowhere" in err
