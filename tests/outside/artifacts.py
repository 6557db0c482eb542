"""What a release would hold, made in build/release and looked at from outside: wheel, sdist, data zip, explorer, documentation.

The wheel is installed in a clean environment and asked; the zip is unpacked and validated by frictionless; the explorer is
opened in the browser, which may not fetch anything or complain. `check_artifacts` is called by release.py.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "build" / "release"
ASKED = 'import sco_timeline as sco; print(sco.__version__, sco.status("Turkey", on="2022-09-15"), len(sco.members(on="2017-06-09")))'


def run(*command: object, cwd: Path = ROOT) -> str:
    """Run a command, or stop with what it says."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(str(word) for word in command[:6])}\n{done.stdout}{done.stderr}")
    return done.stdout


def make() -> None:
    """Make everything anew in build/release."""
    shutil.rmtree(RELEASE, ignore_errors=True)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", RELEASE, ROOT)
    run(sys.executable, "-m", "sco_timeline.cli", "explore", "--out", RELEASE / "site")
    (data,) = (RELEASE / "site").glob("*.zip")
    shutil.copy(data, RELEASE)
    run(sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", "-d", ROOT / "build" / "docs-trees", ROOT / "docs", RELEASE / "docs")


def check_wheel(version: str) -> str:
    """Install the wheel where nothing else is and ask it."""
    (wheel,) = RELEASE.glob("*.whl")
    with tempfile.TemporaryDirectory() as place:
        venv.create(Path(place) / "v", with_pip=True)
        python = Path(place) / "v" / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--constraint", ROOT / "constraints.txt", wheel)
        said = run(python, "-c", ASKED, cwd=Path(place))
        if said.split() != [version, "dialogue_partner", "8"]:
            sys.exit(f"the installed wheel says {said}")
        run(python, "-m", "sco_timeline.cli", "validate", cwd=Path(place))
    return f"{wheel.name} answers and validates in a clean environment"


def check_sdist(version: str) -> str:
    """The sdist holds the data as people write them and as they are published."""
    (sdist,) = RELEASE.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = set(archive.getnames())
    wanted = {
        f"sco_timeline-{version}/{path}" for path in ("datapackage.json", "data/raw/events.csv", "data/processed/events.csv", "LICENSE")
    }
    if missing := wanted - names:
        sys.exit(f"{sdist.name} lacks {', '.join(sorted(missing))}")
    return f"{sdist.name} holds {len(names)} files, raw and published data among them"


def check_data() -> str:
    """Unpack the zip and have frictionless validate it."""
    from frictionless import Package

    (data,) = RELEASE.glob("*.zip")
    with tempfile.TemporaryDirectory() as place:
        zipfile.ZipFile(data).extractall(place)
        report = Package(str(Path(place) / "datapackage.json")).validate()
    if not report.valid:
        sys.exit(f"{data.name} is no valid data package: {report.flatten(['title', 'note'])[:3]}")
    return f"{data.name} is a valid data package of {report.stats['tasks']} tables"


def check_pages() -> str:
    """Open the explorer and the documentation from files; nothing may be fetched, nothing go wrong."""
    from playwright.sync_api import sync_playwright

    heard: list[str] = []
    titles = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(("file:", "blob:", "data:")) else heard.append(request.url))
        for path in ("site/index.html#/growth/2017-06-09", "docs/index.html"):
            name, _, address = path.partition("#")
            page.goto(f"{(RELEASE / name).as_uri()}{'#' + address if address else ''}")
            if address:
                page.wait_for_selector("#chart-growth svg")
            titles.append(page.title())
        browser.close()
    if heard:
        sys.exit(f"the pages say or fetch: {heard[:3]}")
    return f"opened without a word or a request: {'; '.join(titles)}"


def check_artifacts() -> str:
    """Make what a release holds, check each from outside and write SHA256SUMS."""
    make()
    version = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))["version"]
    told = [check_wheel(version), check_sdist(version), check_data(), check_pages()]
    files = [*sorted(path for path in RELEASE.iterdir() if path.is_file()), RELEASE / "site" / "index.html"]
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(RELEASE)}\n" for path in files)
    (RELEASE / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return "\n".join(told) + "\n" + sums.rstrip()
