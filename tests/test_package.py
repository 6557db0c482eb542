"""The package as users meet it: free to import, one version, its public names documented."""

from __future__ import annotations

import ast
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sco_timeline as sco
from sco_timeline.descriptor import locate

HOME = Path(sco.__file__).resolve().parent
REPOSITORY = Path(__file__).resolve().parent.parent
PUBLIC = {
    "TimelineError", "__version__",
    "tables", "describe", "load", "cite",
    "members", "status", "history", "panel", "dyads", "growth", "annotate", "evidence",
    "extract", "extract_frame", "check",
    "plot_growth", "plot_map", "plot_statuses", "plot_summits",
    "export",
}  # fmt: skip
FUNCTIONS = sorted(name for name in PUBLIC - {"TimelineError", "__version__"})
HEAVY = {"pandas", "pyarrow", "numpy", "frictionless", "matplotlib", "json", "pathlib", "dataclasses", "typing", "re", "argparse", "rich"}


def modules_after(code: str, *flags: str) -> set[str]:
    """Names of the modules that a fresh interpreter holds after running `code`."""
    code = f"import sys; sys.path.insert(0, {str(HOME.parent)!r}); {code}; print(*sys.modules)"
    run = subprocess.run([sys.executable, *flags, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_import_brings_in_nothing_but_the_package():
    bare = ("-S", "-E", "-I")
    brought = modules_after("import sco_timeline", *bare) - modules_after("pass", *bare)
    assert brought == {"sco_timeline"}


def test_import_brings_in_nothing_heavy_in_the_users_own_interpreter():
    brought = modules_after("import sco_timeline") - modules_after("pass")
    assert brought.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "code",
    [
        "from sco_timeline.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from sco_timeline.cli import main\ntry: main(['panel', '--help'])\nexcept SystemExit: pass",
        "from sco_timeline.cli import main\nmain(['--version'])",
    ],
)
def test_help_and_version_need_nothing_heavy(code):
    found = modules_after(f"exec({code!r})")
    assert found.isdisjoint({"pandas", "pyarrow", "numpy", "frictionless", "matplotlib", "rich"})


def test_a_question_does_not_load_what_draws_or_validates():
    found = modules_after("import sco_timeline as sco; sco.status('IND')")
    assert found.isdisjoint({"matplotlib", "frictionless", "rich", "openpyxl"})


def test_version_is_the_descriptors():
    assert sco.__version__ == json.loads((locate() / "datapackage.json").read_bytes())["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", sco.__version__)


def test_the_build_backend_reads_the_same_version():
    pattern = r'"version": "(?P<version>[^"]+)"'
    assert pattern in (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(pattern, (REPOSITORY / "datapackage.json").read_text(encoding="utf-8"))["version"] == sco.__version__


def test_public_names():
    assert set(sco.__all__) == PUBLIC
    assert sco.__all__ == sorted(sco.__all__)
    assert dir(sco) == sorted(PUBLIC)


def test_every_public_name_can_be_had():
    assert [name for name in sco.__all__ if getattr(sco, name, None) is None] == []


def test_type_checkers_see_the_same_names_as_python():
    tree = ast.parse((HOME / "__init__.py").read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {alias.name: node.module for node in block.body for alias in node.names}
    assert seen == {name: f"sco_timeline.{home}" for name, home in sco._HOMES.items()}
    assert set(seen) | {"__version__"} == PUBLIC


def test_an_unknown_name_is_refused_as_python_does():
    with pytest.raises(AttributeError, match="module 'sco_timeline' has no attribute 'membres'"):
        sco.membres  # noqa: B018
    assert not hasattr(sco, "__path_of_nothing__")


def sections(name: str) -> dict[str, str]:
    """The sections of a numpydoc docstring by title; the summary under the empty title."""
    lines = inspect.getdoc(getattr(sco, name)).splitlines()
    found, title = {"": []}, ""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line and below and set(below) == {"-"}:
            assert len(below) == len(line), f"the line under {line} in {name}"
            title = line
            found[title] = []
        elif not (line and set(line) == {"-"}):
            found[title].append(line)
    return {title: "\n".join(lines).strip() for title, lines in found.items()}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_docstring_is_numpydoc(name):
    found = sections(name)
    parameters = list(inspect.signature(getattr(sco, name)).parameters)
    assert found[""].splitlines()[0].endswith((".", ":")) or "\n" in found[""]
    assert found["Returns"] and found["Examples"].startswith(">>>")
    assert ("Parameters" in found) == bool(parameters)
    order = [title for title in ("", "Parameters", "Returns", "Raises", "Examples") if title in found]
    assert list(found) == order


@pytest.mark.parametrize("name", FUNCTIONS)
def test_docstring_names_every_parameter_in_order(name):
    function = getattr(sco, name)
    described = [line for line in sections(name).get("Parameters", "").splitlines() if line and not line.startswith(" ")]
    named = [word for line in described for word in line.partition(" :")[0].split(", ")]
    assert named == list(inspect.signature(function).parameters)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_signature_is_typed(name):
    signature = inspect.signature(getattr(sco, name))
    untyped = [key for key, parameter in signature.parameters.items() if parameter.annotation is parameter.empty]
    assert untyped == [] and signature.return_annotation is not signature.empty


def test_errors_named_in_docstrings_exist():
    from sco_timeline import errors

    for name in FUNCTIONS:
        named = re.findall(r"\b[A-Z][A-Za-z]+Error\b", sections(name).get("Raises", ""))
        assert all(issubclass(getattr(errors, error), sco.TimelineError) for error in named), name


def test_the_package_says_that_it_is_typed():
    assert (HOME / "py.typed").is_file()
