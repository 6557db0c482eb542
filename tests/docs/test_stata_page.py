"""The Stata code of the cookbook uses files, variables and labels that the exported files have; Stata itself is not run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cookbook" / "stata.md"
TEXT = PAGE.read_text("utf-8")
BLOCKS = re.findall(r"```stata\n(.*?)```", TEXT, re.DOTALL)
NO_VARIABLES = {"if", "missing", "inrange", "byte"}


@dataclass
class Data:
    """What a reader of Stata code knows of the data in memory."""

    variables: set[str] = field(default_factory=set)
    labels: dict[str, set[str]] = field(default_factory=dict)


class Reader:
    """Follows Stata code line by line: which data are in memory, and whether all names in use exist."""

    def __init__(self) -> None:
        self.data, self.saved, self.locals = Data(), {}, set()

    def read(self, line: str) -> None:
        command, _, rest = line.partition(" ")
        getattr(self, command, self.use_names)(rest)

    def load(self, name: str) -> Data:
        if name in self.saved:
            return self.saved[name]
        with pd.io.stata.StataReader(f"{name}.dta") as reader:
            return Data(set(reader.variable_labels()), {name: set(texts.values()) for name, texts in reader.value_labels().items()})

    def use(self, rest: str) -> None:
        loaded = self.load(rest.removesuffix(", clear"))
        self.data = Data(set(loaded.variables), dict(loaded.labels))

    def save(self, rest: str) -> None:
        self.saved[rest.removesuffix(", replace")] = Data(set(self.data.variables), dict(self.data.labels))

    def merge(self, rest: str) -> None:
        keys, name, options = re.fullmatch(r"m:1 (.+) using (\S+?), (.+)", rest).groups()
        other, wanted = self.load(name), re.search(r"keepusing\((.+?)\)", options)
        new = set(wanted[1].split()) if wanted else other.variables
        assert set(keys.split()) <= self.data.variables & other.variables, rest
        assert new <= other.variables, rest
        assert "_merge" not in self.data.variables, rest
        self.data.variables |= new if "nogenerate" in options else new | {"_merge"}
        self.data.labels |= other.labels

    def keep(self, rest: str) -> None:
        self.use_names(rest)
        if not rest.startswith("if "):
            self.data.variables &= set(rest.split())

    def rename(self, rest: str) -> None:
        old, new = rest.split()
        self.use_names(old)
        self.data.variables = self.data.variables - {old} | {new}

    def generate(self, rest: str) -> None:
        target, expression = rest.split(" = ", 1)
        self.use_names(expression)
        self.data.variables.add(target.split()[-1])

    def local(self, rest: str) -> None:
        name, expression = rest.split(" = ", 1)
        self.use_names(expression)
        self.locals.add(name)

    def use_names(self, expression: str) -> None:
        for text, label in re.findall(r'"([^"]*)":(\w+)', expression):
            assert text in self.data.labels[label], f'"{text}":{label}'
        assert set(re.findall(r"`(\w+)'", expression)) <= self.locals
        bare = re.sub(r'"[^"]*"(:\w+)?|`\w+\'|td\(\w+\)', " ", expression)
        names = set(re.findall(r"[A-Za-z_]\w*", bare)) - NO_VARIABLES
        assert names <= self.data.variables, f"{expression}: {names - self.data.variables}"


@pytest.fixture
def files(run_python, tmp_path):
    """The files that the page's Python writes, and one of the reader's own."""
    run_python(PAGE)
    pd.DataFrame({"ccode": [750, 255], "year": [2017, 2017]}).to_stata(tmp_path / "mine.dta", write_index=False)


def read(code: str) -> None:
    reader = Reader()
    for line in filter(None, code.splitlines()):
        reader.read(line)


def test_code_uses_files_variables_and_labels_that_exist(files):
    assert len(BLOCKS) > 2
    read("\n".join(BLOCKS))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("stata/membership_years", "stata/membershipyears"),
        ("end_earliest", "ends_earliest"),
        ('"none":effective_dec31', '"nothing":effective_dec31'),
        ('"sco":organization', '"sco":organisation'),
        ("rename cow_code ccode", "rename cow_code cow"),
        ("keepusing(name cow_code", "keepusing(names cow_code"),
        ("`day'", "`days'"),
    ],
)
def test_a_name_that_does_not_exist_is_noticed(files, right, wrong):
    code = "\n".join(BLOCKS)
    assert right in code
    with pytest.raises((AssertionError, FileNotFoundError, KeyError)):
        read(code.replace(right, wrong))


def test_the_merge_finds_one_row_for_each_code_and_year(files):
    years = pd.read_stata("stata/membership_years.dta")
    years = years[(years["organization"] == "sco") & years["cow_code"].notna()]
    assert years.groupby(["cow_code", "year"]).size().max() == 1
    assert years["gw_code"].notna().all()
    merged = pd.DataFrame({"cow_code": [750, 255], "year": [2017, 2017]}).merge(years, how="left", validate="m:1")
    assert merged["effective_dec31"].fillna("none").tolist() == ["member", "none"]


def test_the_panel_has_one_row_for_each_code_and_year(files):
    panel = pd.read_stata("stata/panel.dta")
    assert not panel.duplicated(["ccode", "year"]).any()
    assert panel.set_index(["ccode", "year"]).loc[(255, 2017), "status"] == "none"


def test_as_many_members_are_left_as_the_page_says(files):
    spells = pd.read_stata("stata/memberships.dta")
    spells = spells[(spells["organization"] == "sco") & (spells["basis"] == "effective") & (spells["status"] == "member")]
    left = spells[(spells["start_latest"] <= "2017-06-09") & ((spells["end_"] == "") | (spells["end_earliest"] > "2017-06-09"))]
    assert len(left) == 8
    assert "leaves eight states" in TEXT
