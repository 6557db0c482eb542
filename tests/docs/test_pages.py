"""What README, CONTRIBUTING and the pages of docs/ show is true: Python and commands are run, links and names lead somewhere.

Of the cookbook more is checked in test_cookbook.py, of the site that is made of the pages in test_site.py.
"""

import re
import shlex
from pathlib import Path

import pytest

import sco_timeline as sco

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
MADE = {"api", "gallery"}  # written by Sphinx
WRITTEN = [path for path in sorted(DOCS.rglob("*.md")) if path.relative_to(DOCS).parts[0] not in MADE]
PAGES = {path.relative_to(ROOT).as_posix(): path for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *WRITTEN]}
TEXTS = {name: path.read_text("utf-8") for name, path in PAGES.items()}

NOT_RUN = {  # a command that begins so, and why
    "make build": "continuous integration runs it on a clean checkout (.ci/run)",
    "make test": "continuous integration runs it on a clean checkout (.ci/run); it is what runs this",
    "python -m pip install": "installs; tests/outside/run.py installs the wheel on every Python found",
    "sco-timeline diff $(git": "needs the tag of a release; `make release-check` runs it",
    "sco-timeline build": "writes the data anew; tests/packaging builds a small package, .ci/run this one",
}
LANGUAGES = {"", "console", "pycon", "r", "stata", "excel"}  # R, Stata and formulas: see test_cookbook.py
FOR_THE_SITE = {"{eval-rst}", "{include}", "{literalinclude}"}
PLACEHOLDER = re.compile(r"\b(ADDRESS|ARTICLE|CLAIMS|COLUMN|FILE|FOLDER|GOLD|NEW|OLD|SOURCE|TABLE|TEXTS|VALUE|VERB)\b|\.\.\.| --draw$")


def console_lines(text):
    """Yield (command, what the page shows of its output) for each line of a console block."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            yield command.partition("#")[0].strip(), expected


def reason_not_to_run(command):
    return next((reason for start, reason in NOT_RUN.items() if command.startswith(start)), None)


SHOWN = [(name, command, expected) for name, text in TEXTS.items() for command, expected in console_lines(text)]
NAMED = sorted({" ".join(found.split()) for text in TEXTS.values() for found in re.findall(r"`(sco-timeline [^`]+)`", text)})
RULES = TEXTS["docs/coding-rules.md"]


@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if "```pycon" in text])
def test_python_prints_what_is_shown(name, run_python):
    if "duckdb" in name:
        pytest.importorskip("duckdb")
    ran, wrong = run_python(PAGES[name])
    assert not wrong
    assert ran > 1


@pytest.mark.parametrize(("name", "shown", "expected"), [row for row in SHOWN if not reason_not_to_run(row[1])])
def test_commands_print_what_is_shown(name, shown, expected, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    program, *arguments = shlex.split(shown)
    assert program == "sco-timeline", f"{name} shows {shown!r}; what cannot be run goes into NOT_RUN, with the reason"
    run = command(*arguments)
    assert run.out + run.err == expected


@pytest.mark.parametrize("named", [named for named in NAMED if not reason_not_to_run(named)])
def test_commands_named_in_the_text_run(named, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _, *arguments = shlex.split(named)
    if len(arguments) == 1 or PLACEHOLDER.search(named):  # a verb, or a pattern to fill in
        arguments = [*arguments[:1], *([] if arguments[0].startswith("-") else ["--help"])]
    run = command(*arguments)
    assert (run.code, run.err) == (0, "")
    assert run.out


def test_what_is_not_run_is_shown_somewhere():
    everything = [command for _, command, _ in SHOWN] + NAMED
    assert [start for start in NOT_RUN if not any(command.startswith(start) for command in everything)] == []


def test_make_targets_named_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {target for text in TEXTS.values() for target in re.findall(r"(?:`|\$ )make ([a-z-]+)", text)}
    assert named <= targets
    assert {"build", "test", "docs"} <= named


def test_no_code_is_of_a_language_that_nothing_checks():
    for name, text in TEXTS.items():
        fences = [fence.split()[0] if fence else "" for fence in re.findall(r"^```(.*)$", text, re.MULTILINE)]
        assert set(fences[::2]) <= LANGUAGES | FOR_THE_SITE, name
        assert set(fences[1::2]) <= {""}, name


def headings(text):
    """Addresses of the headings as code hosts and the site make them, and of the anchors."""
    outside_code = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    titles = re.findall(r"^#+ (.+)$", outside_code, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", title).lower()).replace(" ", "-") for title in titles}
    return slugs | set(re.findall(r'<a id="([^"]+)"></a>', text))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name):
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", TEXTS[name]):
        path, _, part = target.partition("#")
        file = (PAGES[name].parent / path).resolve() if path else PAGES[name]
        assert file.exists(), f"{name} links to {target}"
        assert not part or part in headings(file.read_text("utf-8")), f"{name} links to {target}"


def test_tables_named_in_the_readme_exist():
    named = re.findall(r"^\| `([a-z_`, ]+)` \|", TEXTS["README.md"], re.MULTILINE)
    tables = {table for row in named for table in re.split(r"`?, `?", row)}
    assert tables <= set(sco.tables()["table"])
    assert len(tables) > 8


def test_rules_stand_under_their_numbers():
    numbered = re.findall(r'<a id="r([\d-]+)"></a>\n#+ ([\d.]+?)\.? ', RULES)
    assert [anchor.replace("-", ".") for anchor, _ in numbered] == [number for _, number in numbered]
    assert len(set(numbered)) == len(numbered) == len(re.findall(r"^##+ ", RULES, re.MULTILINE))


def test_rules_referred_to_exist():
    numbers = set(re.findall(r"^##+ ([\d.]+?)\.? ", RULES, re.MULTILINE)) | set(re.findall(r"^\| (\d+\.\d+) \|", RULES, re.MULTILINE))
    named = re.findall(r"\(((?:\d+(?:\.\d+)?(?: to |, )?)+);", RULES)
    assert {number for group in named for number in re.split(r" to |, ", group)} <= numbers
    assert len(named) >= 14


def test_rulings_named_in_the_rules_exist():
    known = set(sco.load("rulings")["ruling_id"])
    cases = RULES.partition("## 11. Hard cases")[2].partition("## 12.")[0]
    named = {word for group in re.findall(r"\(\d[^()]*;([^()]*)\)", cases) for word in re.findall(r"`([^`]+)`", group)}
    assert named - known - {"statuses.renewable"} == set()
    assert len(named) > 20


def test_rules_tell_of_every_status_and_stage():
    events = sco.describe("events").set_index("column")
    words = {*events.loc["stage", "values"].split(", "), *sco.load("statuses")["status"], "effective", "decision"}
    assert {word for word in words if f"`{word}`" not in RULES} == set()


def test_the_picture_of_the_tutorial_is_the_one_that_its_code_draws(run_python, tmp_path):
    import matplotlib
    import matplotlib.pyplot as plt

    pinned = re.search(r"^matplotlib==(.+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    if matplotlib.__version__ != pinned[1]:
        pytest.skip(f"matplotlib {matplotlib.__version__} draws other pixels than the pinned {pinned[1]}")
    _, wrong = run_python(DOCS / "tutorial.md")
    assert not wrong
    drawn, kept = (plt.imread(path) for path in (tmp_path / "dialogue-partners.png", DOCS / "tutorial.png"))
    assert (tmp_path / "dialogue-partners.pdf").stat().st_size > 5_000
    assert drawn.shape == kept.shape
    assert abs(drawn - kept).mean() < 0.001, "run: python docs/draw_tutorial.py"
