"""Every verb: it has help, its help has an example, and the example runs."""

from __future__ import annotations

import ast
import json
import re
import shlex
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sco_timeline.cli import build, members
from sco_timeline.cli.main import VERBS as MODULES
from sco_timeline.descriptor import read_package

VERBS = {module.__name__.rpartition(".")[2]: module for module in MODULES}
PLUMBING = {"__init__", "__main__", "main", "asking", "printing"}
PROGRAM = f"{shlex.quote(sys.executable)} -m sco_timeline.cli"

ARTICLE = "India became a member of the SCO on 9 June 2017. Turkey is an observer of the bloc."
GOLD = {"doc": "article", "text_kind": "news", "published": None, "text": ARTICLE, "claims": []}

# What the examples find in the folder in which they run.
NEEDS = {"article.txt": ARTICLE, "gold.jsonl": json.dumps(GOLD)}

# What the examples leave behind: files by name, or words on standard output.
MAKES = {
    "extract": ["claims.jsonl"],
    "export": ["out/membership_years.dta", "out/memberships.dta"],
    "panel": ["panel.csv"],
    "plot": ["growth.svg"],
}
SAYS = {
    "check": "2 claims: 1 contradicted, 1 confirmed",
    "describe": "event_id,string",
    "evaluate": "Turkey is an observer of the bloc.",
    "evidence": "supports",
    "history": "India became a member of the SCO",
    "members": "dialogue",
    "status": "dialogue_partner\n",
    "tables": "memberships,Memberships",
    "validate": "valid\n",
}


def test_every_file_is_a_verb_or_plumbing():
    files = {path.stem for path in Path(build.__file__).parent.glob("*.py")}
    assert files == set(VERBS) | PLUMBING


@pytest.mark.parametrize("verb", VERBS)
def test_help_says_what_the_verb_does_and_shows_an_example(command, verb):
    code, out, err = command(verb, "--help")
    assert (code, err) == (0, "")
    words = " ".join(out.split())
    assert VERBS[verb].__doc__ in words
    assert words.endswith(f"example: {VERBS[verb].EXAMPLE}")
    assert VERBS[verb].EXAMPLE.startswith(f"sco-timeline {verb}")


@pytest.mark.parametrize("verb", VERBS)
def test_every_argument_is_explained(command, verb):
    out = command(verb, "--help").out
    explained = re.sub(r"\n {10,}", "  ", out.partition("positional arguments:")[2] or out.partition("options:")[2])
    entries = [line for line in explained.splitlines() if re.match(r"  \S", line)]
    assert entries and [line for line in entries if len(line.strip().split("  ", 1)) == 1] == []


def test_help_lists_every_verb_with_a_line(command):
    code, out, err = command("--help")
    listed = set(re.findall(r"^    (\w+) +[a-z]", out, re.MULTILINE))
    assert (code, err, listed) == (0, "", set(VERBS))


@pytest.mark.parametrize("verb", sorted(set(VERBS) - {"build", "diff", "members"}))
def test_the_example_runs(apart, tmp_path, verb):
    if verb == "review" and not read_package().raw_folder.is_dir():
        pytest.skip("an installed package has no data/raw to review into")
    for name, content in NEEDS.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    line = VERBS[verb].EXAMPLE.replace("sco-timeline", PROGRAM, 1)
    code, out, err = apart(line, tmp_path)
    assert code == 0
    assert all(line.startswith(("ruling on ", "nothing decided")) for line in err.splitlines())
    assert SAYS.get(verb, "") in out
    assert all((tmp_path / name).stat().st_size > 0 for name in MAKES.get(verb, ()))


def test_the_example_of_members_lists_the_observers_of_the_day_of_accession(apart, tmp_path):
    code, out, err = apart(members.EXAMPLE.replace("sco-timeline", PROGRAM, 1), tmp_path)
    assert (code, err) == (0, "")
    assert {line.split(",")[0] for line in out.splitlines()[1:]} == {"AFG", "BLR", "IRN", "MNG"}


def test_the_example_of_build_changes_nothing_that_was_built(copied):
    """CSV to the byte; Parquet cell by cell, as its bytes are those of one version of pyarrow."""

    def published():
        files = {path.name: path for path in (copied.root / "data" / "processed").iterdir()}
        return {name: pq.read_table(path) if name.endswith(".parquet") else path.read_bytes() for name, path in files.items()}

    before = published()
    code, out, err = copied.run(*shlex.split(build.EXAMPLE)[1:])
    assert (code, err) == (0, "")
    assert re.match(r"built \d+ tables with \d+ rows, version \S+, checked to \d{4}-\d\d-\d\d\n", out)
    assert published() == before


def test_verbs_import_nothing_heavy_before_they_are_called():
    for verb, module in VERBS.items():
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        at_once = {alias.name.split(".")[0] for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
        assert at_once <= {"argparse", "sys"}, verb


def test_version(command):
    code, out, err = command("--version")
    assert (code, err) == (0, "")
    assert re.fullmatch(r"sco-timeline \d+\.\d+\.\d+, record checked to \d{4}-\d\d-\d\d\n", out)


def test_no_verb_is_wrong_usage_and_shows_the_verbs(command):
    code, out, err = command()
    assert (code, out) == (2, "")
    assert err.startswith("usage: sco-timeline")
    assert "list the tables" in err
