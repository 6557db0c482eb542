"""What tests share: a tiny valid package that a test may change, spoil and build."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from sco_timeline import descriptor
from sco_timeline.cli import main
from sco_timeline.descriptor import Package, read_package
from sco_timeline.packaging import Built, build
from sco_timeline.storing import cells

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

REPOSITORY = Path(__file__).resolve().parent.parent
MINI = Path(__file__).resolve().parent / "cases" / "mini"


@dataclass(frozen=True)
class MiniPackage:
    """A package in a temporary folder, built once already."""

    root: Path

    def raw(self, table: str) -> Path:
        """Path of a raw file."""
        return self.root / "data" / "raw" / f"{table}.csv"

    def read(self, table: str) -> str:
        """Text of a raw file."""
        return self.raw(table).read_bytes().decode("utf-8")

    def rows(self, table: str) -> list[dict[str, str]]:
        """Rows of a raw file."""
        return list(csv.DictReader(io.StringIO(self.read(table), newline="")))

    def write(self, table: str, content: str | bytes) -> None:
        """Put `content` in place of a raw file."""
        self.raw(table).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    def replace(self, table: str, old: str, new: str) -> None:
        """Rewrite a piece of a raw file's text that stands in it once."""
        text = self.read(table)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {table}.csv"
        self.write(table, text.replace(old, new))

    def append(self, table: str, *lines: str) -> None:
        """Add lines at the end of a raw file."""
        self.write(table, self.read(table) + "".join(line + "\n" for line in lines))

    def set_cell(self, table: str, line: int, column: str, value: str) -> None:
        """Rewrite one cell of the row that begins on `line`."""
        reader = csv.reader(io.StringIO(self.read(table), newline=""))
        rows, starts, start = [], [], 1
        for row in reader:
            rows.append(row)
            starts.append(start)
            start = reader.line_num + 1
        rows[starts.index(line)][rows[0].index(column)] = value
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        self.write(table, out.getvalue())

    @property
    def descriptor(self) -> Path:
        """Path of the descriptor."""
        return self.root / "datapackage.json"

    def read_descriptor(self) -> dict:
        """Content of the descriptor."""
        return json.loads(self.descriptor.read_bytes())

    def write_descriptor(self, content: object) -> None:
        """Put `content` in place of the descriptor."""
        self.descriptor.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    def package(self) -> Package:
        """Read the descriptor."""
        return read_package(self.root)

    def build(self) -> Built:
        """Build the package where it stands."""
        return build(self.root)

    def published(self) -> dict[str, bytes]:
        """Content by path of everything that a build writes: all but data/raw."""
        files = (path for path in self.root.rglob("*") if path.is_file())
        found = {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}
        return {name: content for name, content in found.items() if not name.startswith("data/raw/")}

    def unfinished(self) -> list[str]:
        """Names of folders that a build leaves only when it is killed."""
        return sorted(path.name for path in (self.root / "data").iterdir() if path.name.startswith("."))


@pytest.fixture(scope="session")
def built_mini(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the tiny package with the descriptor as it is now, built; never to be changed."""
    root = tmp_path_factory.mktemp("mini") / "package"
    shutil.copytree(MINI, root)
    shutil.copy(REPOSITORY / "datapackage.json", root)
    build(root)
    return root


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Folder that the first worker makes; the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    done = place.with_suffix(".done")
    try:
        place.mkdir()
    except FileExistsError:
        until = time.monotonic() + 300
        while not done.exists():
            assert time.monotonic() < until, f"another worker did not make {name}"
            time.sleep(0.1)
    else:
        make(place)
        done.touch()
    return place


def need(*modules: str) -> None:
    """Skip, saying why, where a library is missing; fail in continuous integration, which must have it."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        refuse(f"{', '.join(missing)} not installed: python -m pip install '.[dev]'")


def refuse(reason: str) -> None:
    """Skip with a plain sentence; fail where CI is true."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


@pytest.fixture(scope="session")
def explorer_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the explorer, as `sco-timeline explore` writes it."""
    need("altair", "itables", "jinja2", "vl_convert")
    return made_once(tmp_path_factory, "explorer", lambda place: main(["explore", "--out", str(place)]))


HOSTILE = [
    '=1+1;<img src=x onerror="window.owned=1">',
    "</script><script>window.owned=1</script><!--<script>",
    "@SUM(A1)\"'><svg onload='window.owned=1'></textarea></title></style>",
    "+cmd|' /C calc'!A0 {{ 7*7 }} {% raw %} ${7*7} &lt;b&gt; &amp;amp;",
    "\u202eright to left\u202c \u2028 \u2066isolated\u2069",
    "-2+3 " + "x" * 10_000,
]
"""What a text of the data may hold: markup, scripts, quotes, formulas, marks of direction, length."""
_TEXTS = {
    "parties": ["name", "official_name"],
    "people": ["name"],
    "events": ["note"],
    "documents": ["title"],
    "summits": ["venue", "theme"],
    "sources": ["publisher", "title", "note"],
    "rulings": ["reason"],
    "milestones": ["title"],
}


@pytest.fixture(scope="session")
def hostile_package(built_mini: Path, tmp_path_factory: pytest.TempPathFactory) -> MiniPackage:
    """The tiny package with hostile texts in place of its own, built."""
    root = tmp_path_factory.mktemp("hostile") / "package"
    shutil.copytree(built_mini, root)
    package, texts = MiniPackage(root), cycle(HOSTILE)
    for table, columns in _TEXTS.items():
        header, *rows = csv.reader(io.StringIO(package.read(table), newline=""))
        for row in rows:
            for column in columns:
                row[header.index(column)] = f"{next(texts)} {row[0]}"
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows([header, *rows])
        package.write(table, out.getvalue())
    with pytest.MonkeyPatch.context() as patch:  # a build refuses such texts; what others publish may hold them
        patch.setitem(cells._PARSERS, "string", str)
        patch.setattr(cells, "LONGEST_CELL", 20_000)
        package.build()
    return package


@pytest.fixture(scope="session")
def hostile_site(hostile_package: MiniPackage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the explorer of the hostile package."""
    need("altair", "itables", "jinja2", "vl_convert")
    place = tmp_path_factory.mktemp("hostile_site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(descriptor, "locate", lambda: hostile_package.root)
        assert main(["explore", "--out", str(place)]) == 0
    return place


@pytest.fixture
def mini(built_mini: Path, tmp_path: Path) -> MiniPackage:
    """The tiny package, built, in a folder of the test's own."""
    shutil.copytree(built_mini, tmp_path / "package")
    return MiniPackage(tmp_path / "package")


@pytest.fixture
def tiny(mini: MiniPackage, monkeypatch: pytest.MonkeyPatch) -> MiniPackage:
    """The tiny package in place of the package's own data, to be asked and described; it may be changed and built."""
    monkeypatch.setattr(descriptor, "locate", lambda: mini.root)
    return mini


class Run(NamedTuple):
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run the command in this process."""

    def run(*arguments: object) -> Run:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:  # how argparse ends after --help and wrong usage
            code = stop.code
        out, err = capsys.readouterr()
        return Run(code, out, err)

    return run
