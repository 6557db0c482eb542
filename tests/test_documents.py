"""What README and CONTRIBUTING show is true: Python examples are run, commands are run and their output compared."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def python_examples(text):
    """Return the text with everything but its pycon blocks taken out, so that doctest reads those alone."""
    return "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))


def commands(text):
    """Return (command, expected output) for each sco-timeline line of the console blocks."""
    for block in CONSOLE.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            if command.startswith("sco-timeline"):
                yield command, expected


@pytest.mark.parametrize("name", ["README.md"])
def test_python_examples_are_true(name):
    test = doctest.DocTestParser().get_doctest(python_examples((ROOT / name).read_text("utf-8")), {}, name, name, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL | doctest.ELLIPSIS)
    said = []
    runner.run(test, out=said.append)
    assert runner.tries > 5
    assert not said, "".join(said)


@pytest.mark.parametrize(("command", "expected"), list(commands((ROOT / "README.md").read_text("utf-8"))))
def test_commands_print_what_is_shown(command, expected):
    run = subprocess.run([sys.executable, "-m", "sco_timeline.cli", *command.split()[1:]], capture_output=True, text=True, encoding="utf-8")
    assert run.stdout + run.stderr == expected


def test_every_link_to_a_file_leads_somewhere():
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_tables_named_in_the_readme_exist():
    named = re.findall(r"^\| `([a-z_`, ]+)` \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    tables = {table for row in named for table in re.split(r"`?, `?", row)}
    import sco_timeline as sco

    assert tables <= set(sco.tables()["table"])
    assert len(tables) > 8
