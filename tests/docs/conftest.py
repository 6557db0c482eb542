"""The pages of README and docs/: their Python run in a folder of the test's own, and the site made of them, once for all workers."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
BESIDE_DOCS = ["CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "data/CHANGES.md", "datapackage.json"]
MADE = ("api", "gallery", "_*.new", "__pycache__", "sg_execution_times.rst")


@pytest.fixture
def run_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], tuple[int, str]]:
    """Return what runs the pycon blocks of a page, one after the other; how many examples it ran, and what went wrong."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MPLBACKEND", "agg")

    def run(page: Path) -> tuple[int, str]:
        blocks = "\n".join(re.findall(r"```pycon\n(.*?)```", page.read_text("utf-8"), re.DOTALL))
        said: list[str] = []
        runner = doctest.DocTestRunner(verbose=False)
        runner.run(doctest.DocTestParser().get_doctest(blocks, {}, page.name, str(page), 0), out=said.append)
        return runner.tries, "".join(said)

    return run


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the documentation site, made from a copy of docs/; the first worker makes it, the others wait."""
    pytest.importorskip("sphinx", reason="Sphinx is not installed: pip install '.[docs]' to test the documentation site")
    workers = tmp_path_factory.getbasetemp()
    place = (workers.parent if "PYTEST_XDIST_WORKER" in os.environ else workers) / "site"
    said = place / "said.txt"
    try:
        place.mkdir()
    except FileExistsError:
        until = time.monotonic() + 300
        while not said.exists() and time.monotonic() < until:
            time.sleep(0.2)
    else:
        (place / "saying.txt").write_text(_make(place), "utf-8")
        (place / "saying.txt").rename(said)
    assert said.read_text("utf-8") == "", "Sphinx says something is wrong"
    return place / "html"


def _make(place: Path) -> str:
    """Make the site and return what Sphinx complains of."""
    copy = place / "source"
    shutil.copytree(REPOSITORY / "docs", copy / "docs", ignore=shutil.ignore_patterns(*MADE))
    for name in BESIDE_DOCS:
        (copy / name).parent.mkdir(exist_ok=True)
        shutil.copy(REPOSITORY / name, copy / name)
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        "-d",
        place / "trees",
        copy / "docs",
        place / "html",
    ]
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONWARNINGS": "default"}
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=surroundings, check=False)
    return run.stdout + run.stderr if run.returncode else ""
