"""Whether this state may be released: its version and change log, its metadata before other people's validators, its files from outside.

python tests/outside/release.py            checks
python tests/outside/release.py changes    writes data/CHANGES.md
Makes an environment of its own for mlcroissant and cffconvert, which are too heavy or too old for that of the project.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHANGES = ROOT / "data" / "CHANGES.md"
VALIDATORS = ["mlcroissant==1.1.1", "cffconvert==2.0.0"]
TOOLS = ROOT / ".venv-release"
READ_ALL = """
import sys
import mlcroissant
dataset = mlcroissant.Dataset(jsonld=sys.argv[1])
for records in dataset.metadata.record_sets:
    print(records.id, sum(1 for _ in dataset.records(record_set=records.id)))
"""


def run(*command: object) -> str:
    """Run a command in the repository, or stop with what it says."""
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(str(word) for word in command[:6])}\n{done.stdout}{done.stderr}")
    return done.stdout


def last_release() -> str:
    """Return the tag of the last release before this state, or stop: without tags nothing can be compared."""
    here = set(run("git", "tag", "--points-at", "HEAD").split())
    tags = run("git", "tag", "--list", "v*", "--merged", "HEAD", "--sort=-version:refname").split()
    earlier = [tag for tag in tags if tag not in here and re.fullmatch(r"v\d+\.\d+\.\d+", tag)]
    if not earlier:
        sys.exit("no tag vX.Y.Z of an earlier release here; fetch the tags (git fetch --tags)")
    return earlier[0]


def write_changes(file: Path) -> None:
    """Put what changed since the last release on top of a change log."""
    run(sys.executable, "-m", "sco_timeline.cli", "diff", last_release(), ".", "--changelog", file)


def check_version() -> str:
    """Compare with the last release: the version must rise as the change asks, and data/CHANGES.md must say what changed."""
    run(sys.executable, "-m", "sco_timeline.cli", "diff", last_release(), ".", "--check")
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "CHANGES.md"
        fresh.write_bytes(CHANGES.read_bytes())
        write_changes(fresh)
        if fresh.read_bytes() != CHANGES.read_bytes():
            sys.exit("data/CHANGES.md is not what the change from the last release gives; run `make changes`")
    return f"the version is high enough after {last_release()}, and data/CHANGES.md says what changed"


def check_metadata() -> str:
    """Validate croissant.json and CITATION.cff, and read every record of the former."""
    if not (TOOLS / "ready").exists():
        venv.create(TOOLS, with_pip=True, clear=True)
        run(TOOLS / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *VALIDATORS)
        (TOOLS / "ready").touch()
    run(TOOLS / "bin" / "cffconvert", "--validate", "-i", "CITATION.cff")
    run(TOOLS / "bin" / "mlcroissant", "validate", "--jsonld", "croissant.json")
    counts = dict(line.rsplit(" ", 1) for line in run(TOOLS / "bin" / "python", "-c", READ_ALL, "croissant.json").splitlines())
    expected = {
        resource["name"]: str(resource["sco:rows"]) for resource in json.loads((ROOT / "datapackage.json").read_text())["resources"]
    }
    if counts != expected:
        sys.exit(f"croissant.json leads to other rows than datapackage.json: {sorted(set(counts.items()) ^ set(expected.items()))}")
    return (
        f"CITATION.cff and croissant.json are valid, and {sum(map(int, counts.values()))} records of {len(counts)} tables can be read by it"
    )


if __name__ == "__main__":
    if sys.argv[1:] == ["changes"]:
        write_changes(CHANGES)
    else:
        from artifacts import check_artifacts

        for check in (check_version, check_metadata, check_artifacts):
            print(check(), flush=True)
