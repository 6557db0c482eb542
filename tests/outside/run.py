"""Checks the package from outside: its descriptor by a second validator, its wheel in clean environments.

The wheel is built once and installed, away from the repository, at both ends of what it admits: the oldest Python with the lowest
pandas, the newest Python with the newest. There it answers questions; the oldest pair passes the test suite but for `APART`, the
newest its questions, loading and growth (`make test` runs all of it on the newest pandas). An interpreter that is missing is named,
not passed over in silence. Exit code 1 if anything fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENDS = (
    ("3.11", "lowest", ("pandas==2.2.0", "numpy<2", "pyarrow==20.0.0")),
    ("3.13", "newest", ("--constraint", str(ROOT / "constraints.txt"), "pandas", "pyarrow")),
)
NEEDS = (
    "duckdb",
    "hypothesis",
    "openpyxl",
    "pytest",
    "pytest-xdist",
    "edtf",
    "pycountry",
    "altair",
    "itables",
    "jinja2",
    "vl-convert-python",
)
APART = ("tests/docs", "tests/extracting", "tests/site")  # pages, rules and the browser: no version of pandas changes what they see
SOME = ("tests/querying/test_known_answers.py", "tests/test_loading.py", "tests/plotting/test_growth.py")
QUESTIONS = """
import sco_timeline as sco, pandas
assert sco.status("Turkey", on="2022-09-15") == "dialogue_partner"
assert len(sco.members(on="2017-06-08")) == 6 and len(sco.members(on="2017-06-09")) == 8
assert len(sco.panel(parties="all")) > 6000
print("ok: sco_timeline", sco.__version__, "from", sco.__file__.split("site-packages")[-1], "with pandas", pandas.__version__)
"""


def find_python(version: str) -> str | None:
    """Return the path of an interpreter of this version that runs, or None."""
    candidates = [shutil.which(f"python{version}"), *map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))]
    probe = "import sys, venv; print('%d.%d' % sys.version_info[:2])"
    for candidate in filter(None, candidates):
        found = subprocess.run([candidate, "-c", probe], capture_output=True, text=True)
        if found.returncode == 0 and found.stdout.strip() == version:
            return candidate
    return None


def make_environment(folder: Path, python: str, *wanted: str) -> Path:
    """Make a virtual environment with what is wanted and return its folder of programs."""
    subprocess.run([python, "-m", "venv", folder], check=True)
    programs = folder / "bin"
    pip = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    subprocess.run(pip, check=True)
    return programs


def check_descriptor(work: Path) -> bool:
    """Run check-datapackage, which needs Python 3.12, on the descriptor."""
    python = find_python("3.12")
    if python is None:
        print("check-datapackage NOT RUN: no Python 3.12 here")
        return True
    programs = make_environment(work / "descriptor", python, "check-datapackage")
    return subprocess.run([programs / "check-datapackage", "check", ROOT / "datapackage.json"]).returncode == 0


def build_wheel(work: Path) -> Path:
    """Build the sdist, and the wheel from it, as a release would."""
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", work, ROOT], check=True, stdout=subprocess.DEVNULL)
    (wheel,) = work.glob("*.whl")
    return wheel


def check_wheel(work: Path, wheel: Path, version: str, label: str, pins: tuple[str, ...]) -> bool:
    """Install the wheel for one Python and one pandas, ask it questions and run the tests against it."""
    python = find_python(version)
    if python is None:
        print(f"wheel on Python {version} with the {label} pandas NOT RUN: no such Python here")
        return True
    print(f"wheel on Python {version} with the {label} pandas")
    folder = work / f"{version}-{label}"
    programs = make_environment(folder, python, str(wheel), *pins, *NEEDS)
    asked = subprocess.run([programs / "python", "-c", QUESTIONS], cwd=work)
    options = (
        "-o",
        "addopts=",
        "-o",
        "filterwarnings=",
        "-q",
        "-n",
        "auto",
        "--import-mode=importlib",
        "-p",
        "no:cacheprovider",
        *(f"--ignore={folder}" for folder in APART),
    )
    chosen = ("tests",) if label == "lowest" else SOME
    environment = {**os.environ, "PYTHONSAFEPATH": "1"}  # subprocesses of tests must not find the repository's sources either
    tested = subprocess.run([programs / "pytest", *chosen, *options, "--rootdir", ROOT], cwd=ROOT, env=environment)
    return asked.returncode == 0 and tested.returncode == 0


def main() -> int:
    """Run every check and return 1 if one failed."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        good = [check_descriptor(work)]
        wheel = build_wheel(work / "dist")
        good += [check_wheel(work, wheel, *end) for end in ENDS]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
