"""What tests of comparing share: the tiny package twice, changed as a case asks, built and opened; a git repository; a zip."""

from __future__ import annotations

import copy
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from sco_timeline.comparing import Change, Opened, compare, opened, step_asked


class Compared(NamedTuple):
    """Two packages, what differs, and the step that asks for."""

    old: Opened
    new: Opened
    changes: list[Change]
    step: str


class Run(NamedTuple):
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


def read(place: object) -> Opened:
    with opened(str(place)) as found:
        return found


def compare_places(old: object, new: object) -> Compared:
    before, after = read(old), read(new)
    changes = compare(before, after)
    return Compared(before, after, changes, step_asked(before, after, changes))


@pytest.fixture
def mini(mini):
    """The tiny package as version 0.1.0, whatever that of the record itself is."""
    version("0.1.0")(mini)
    return mini


@pytest.fixture
def before(mini, tmp_path: Path):
    """The tiny package once more, to be changed ahead of the comparison where a case needs that."""
    shutil.copytree(mini.root, tmp_path / "before")
    return type(mini)(tmp_path / "before")


@pytest.fixture
def compared(before, mini) -> Callable[..., Compared]:
    """Change the new package, and the old one too if a case says so; build what was changed, and compare."""

    def run(change_new=None, change_old=None) -> Compared:
        for package, change in ((before, change_old), (mini, change_new)):
            if change:
                change(package)
                package.build()
        return compare_places(before.root, mini.root)

    return run


@pytest.fixture
def seal() -> Callable[..., None]:
    """Write size and hash of a published CSV into the descriptor anew, as someone would who edits it by hand."""

    def run(package, table: str) -> None:
        content = package.read_descriptor()
        (entry,) = (resource for resource in content["resources"] if resource["name"] == table)
        found = (package.root / entry["path"]).read_bytes()
        entry |= {"bytes": len(found), "hash": f"sha256:{hashlib.sha256(found).hexdigest()}"}
        package.write_descriptor(content)

    return run


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Zip a folder, under a name of its own or none within the zip."""

    def make(folder: Path, within: str = "", without: str = "", name: str = "package.zip") -> Path:
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and path.name != without:
                    archive.write(path, Path(within) / path.relative_to(folder))
        return tmp_path / name

    return make


class Repository:
    """The tiny package in a git repository of the test's own."""

    def __init__(self, package: Any) -> None:
        self.package = package
        self.root: Path = package.root
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "A Tester")
        self.git("config", "user.email", "tester@example.org")
        self.git("config", "commit.gpgsign", "false")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, message: str, tag: str = "") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        if tag:
            self.git("tag", tag)


@pytest.fixture
def repository(mini, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Two committed versions: `v0.1.0`, and on top of it one in which a person has another name. One stands in its folder."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    for variable in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    found = Repository(mini)
    found.commit("The first version", "v0.1.0")
    mini.replace("people", "Jiang Zemin", "Zemin Jiang")
    mini.build()
    found.commit("Another name")
    monkeypatch.chdir(mini.root)
    return found


@pytest.fixture
def diff(tmp_path: Path) -> Callable[..., Run]:
    """Run `sco-timeline diff` in a process of its own."""

    def run(*arguments: object, cwd: Path = tmp_path) -> Run:
        words = [sys.executable, "-m", "sco_timeline.cli", "diff", *map(str, arguments)]
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", cwd=cwd)
        return Run(done.returncode, done.stdout, done.stderr)

    return run


# Ways to change a package, each a function of the package to change


def together(*changes):
    return lambda package: [change(package) for change in changes]


def edit(change):
    """Change the descriptor: `change` gets its content, and its resources by name."""

    def run(package) -> None:
        content = package.read_descriptor()
        change(content, {resource["name"]: resource for resource in content["resources"]})
        package.write_descriptor(content)

    return run


def version(number: object):
    return edit(lambda content, _: content.update(version=number))


def field_of(resource, column: str):
    return next(field for field in resource["schema"]["fields"] if field["name"] == column)


def edit_field(table: str, column: str, change):
    return edit(lambda _, resources: change(field_of(resources[table], column)))


def column_added(table: str, column: str, *cells: str):
    """Add a column at the end, with a cell for each row."""

    def write_cells(package) -> None:
        header, *lines = package.read(table).splitlines()
        rows = (f"{line},{cell}" for line, cell in zip(lines, cells, strict=True))
        package.write(table, "\n".join([f"{header},{column}", *rows]) + "\n")

    field = {"name": column, "type": "integer", "title": "Born", "description": "Year of birth."}
    return together(edit(lambda _, resources: resources[table]["schema"]["fields"].append(field)), write_cells)


def table_added(*lines: str, key: str = "visit_id", of_nights: dict[str, Any] | None = None):
    """Add the written table `visits` with the columns `visit_id` and `nights`."""

    def describe(content, resources) -> None:
        resource = copy.deepcopy(resources["people"]) | {"name": "visits", "title": "Visits", "description": "Who came."}
        resource["path"] = "data/processed/visits.csv"
        resource["sco:alternates"][0]["path"] = "data/processed/visits.parquet"
        words = {"type": "string", "title": "Nights", "description": "How many."} | (of_nights or {})
        fields = [copy.deepcopy(field_of(resource, "person_id")) | {"name": key}, {"name": "nights"} | words]
        resource["schema"] |= {"fields": fields, "primaryKey": [key]}
        content["resources"].append(resource)

    def write_rows(package) -> None:
        package.raw("visits").touch()
        package.write("visits", "".join(line + "\n" for line in (f"{key},nights", *lines)))

    return together(edit(describe), write_rows)


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """Ways to read, compare and change packages."""
    names = (read, compare_places, together, edit, version, field_of, edit_field, column_added, table_added)
    return SimpleNamespace(**{name.__name__: name for name in names})
