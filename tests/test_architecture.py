"""One way down: every module imports strictly lower floors only, and stays small enough to read at a sitting."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import sco_timeline as sco

FLOORS = {
    "errors": 0,
    "descriptor": 1,
    "model": 2,
    "storing": 3,
    "curating": 4,
    "deriving": 5,
    "weighing": 6,
    "packaging": 7,
    "loading": 8,
    "describing": 8,
    "comparing": 9,
    "covering": 9,
    "cataloguing": 9,
    "validating": 9,
    "querying": 9,
    "exporting": 10,
    "extracting": 10,
    "plotting": 10,
    "checking": 11,
    "evaluating": 11,
    "reviewing": 11,
    "exploring": 11,
    "": 12,  # the package itself, `import sco_timeline as sco`: what users see
    "cli": 13,
}
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "base", "core"}

HOME = Path(sco.__file__).resolve().parent
MODULES = sorted(path for path in HOME.rglob("*.py") if "_package" not in path.parts)
ROOT_MODULE = HOME / "__init__.py"


class Import(NamedTuple):
    """One import of the package within the package: who, on which line, imports which module."""

    module: str
    line: int
    imported: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.imported}"


def dotted(path: Path) -> str:
    parts = ["sco_timeline", *path.relative_to(HOME).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def floor_name(module: str) -> str:
    """First name below the package: `sco_timeline.querying.days` stands on the floor of `querying`."""
    return [*module.split("."), ""][1]


def imports_of(path: Path) -> Iterator[Import]:
    """Every import of the package's own modules, those for type checkers and those within functions included."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = list(_imported_from(path, node))
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
            names = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "sco_timeline":
                yield Import(dotted(path), node.lineno, name)


def _imported_from(path: Path, node: ast.ImportFrom) -> Iterator[str]:
    assert node.level == 0, f"{dotted(path)}:{node.lineno} imports relatively; write the whole name"
    for alias in node.names:
        deeper = HOME.parent / Path(*str(node.module).split("."), alias.name)
        is_module = deeper.is_dir() or deeper.with_suffix(".py").is_file()
        yield f"{node.module}.{alias.name}" if is_module else str(node.module)


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def functions_of(path: Path) -> Iterator[tuple[str, int, int]]:
    """Name, line and length without docstring of every function and method."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1
            if ast.get_docstring(node, clean=False) is not None:
                length -= node.body[0].end_lineno - node.body[0].lineno + 1
            yield node.name, node.lineno, length


each_module = pytest.mark.parametrize("path", MODULES, ids=dotted)


def test_every_module_has_a_floor_and_every_floor_a_module():
    assert {floor_name(dotted(path)) for path in MODULES} == set(FLOORS)


@pytest.mark.parametrize("path", [path for path in MODULES if path != ROOT_MODULE], ids=dotted)
def test_imports_lead_down(path):
    """Siblings are the modules of one folder; two floors of one number do not know each other."""
    own = floor_name(dotted(path))
    upward = [
        str(found) for found in imports_of(path) if floor_name(found.imported) != own and FLOORS[floor_name(found.imported)] >= FLOORS[own]
    ]
    assert upward == []


@each_module
def test_private_names_stay_where_they_are(path):
    private = [
        f"{dotted(path)}:{node.lineno} imports {alias.name}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("sco_timeline")
        for alias in node.names
        if alias.name.startswith("_")
    ]
    assert private == []


def test_the_package_itself_imports_nothing_until_asked():
    """Its names for type checkers stand behind an `if`, those for Python come when they are first asked for."""
    tree = ast.parse(ROOT_MODULE.read_text(encoding="utf-8"))
    at_once = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert at_once == []


def test_no_module_bears_a_public_name():
    """A submodule, once imported, hides a lazy function of its name."""
    names = {path.stem for path in HOME.iterdir() if path.suffix == ".py" or (path.is_dir() and not path.name.startswith("_"))}
    assert names.isdisjoint(sco.__all__)


def test_no_module_is_named_for_nothing():
    names = {part for path in MODULES for part in path.relative_to(HOME).with_suffix("").parts}
    assert names.isdisjoint(NAMES_THAT_SAY_NOTHING)


@each_module
def test_modules_are_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_functions_are_short(path):
    long = [f"{dotted(path)}:{line} {name} has {length} lines" for name, line, length in functions_of(path) if length > LONGEST_FUNCTION]
    assert long == []


@each_module
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


CALLS = """
import pandas, pkgutil, sys, tempfile
from importlib import import_module
import sco_timeline as sco

for module in pkgutil.walk_packages(sco.__path__, "sco_timeline."):
    import_module(module.name)

days = pandas.DataFrame({"state": ["IND"], "day": ["2018-01-01"]})
folder = tempfile.mkdtemp(dir=sys.argv[1])
calls = {
    "TimelineError": lambda: sco.TimelineError("a reason"),
    "__version__": lambda: sco.__version__,
    "annotate": lambda: sco.annotate(days, party="state", date="day"),
    "check": lambda: sco.check("India joined the SCO in 2017."),
    "cite": lambda: sco.cite(),
    "describe": lambda: sco.describe("events"),
    "dyads": lambda: sco.dyads(),
    "evidence": lambda: sco.evidence("events", "IND-sco.member-effective"),
    "export": lambda: sco.export(folder, "csv", ["statuses"]),
    "extract": lambda: sco.extract("India joined the SCO in 2017."),
    "extract_frame": lambda: sco.extract_frame(pandas.DataFrame({"text": ["India joined the SCO in 2017."]})),
    "growth": lambda: sco.growth(),
    "history": lambda: sco.history("IND"),
    "load": lambda: sco.load("events"),
    "members": lambda: sco.members(),
    "panel": lambda: sco.panel(),
    "plot_growth": lambda: sco.plot_growth(),
    "plot_map": lambda: sco.plot_map(),
    "plot_statuses": lambda: sco.plot_statuses(),
    "plot_summits": lambda: sco.plot_summits(),
    "status": lambda: sco.status("IND"),
    "tables": lambda: sco.tables(),
}
assert set(calls) == set(sco.__all__), set(calls) ^ set(sco.__all__)
failed = []
for name, call in calls.items():
    try:
        assert call() is not None
    except Exception as error:
        failed.append(f"{name}: {type(error).__name__}: {error}")
print("; ".join(failed) or "all answered")
"""


def test_public_names_work_after_every_module_was_imported(tmp_path):
    environment = os.environ | {"MPLBACKEND": "Agg"}
    run = subprocess.run([sys.executable, "-c", CALLS, tmp_path], capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert (run.stdout.strip(), run.returncode) == ("all answered", 0), run.stderr
