"""Runs the R code of docs/cookbook/r.md with Rscript and compares what it prints with what the page shows.

The blocks run in order as one script, in a temporary folder; SCO_DATA names the published CSV files. Lines of the page
that begin with `#>` are what the code above them prints. Exit code 1 if R stops, warns or says anything on its error
stream, if an output differs, or if a picture that the page draws is missing; 2 if there is no Rscript.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "cookbook" / "r.md"
BLOCK = re.compile(r"^```r\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PICTURE = re.compile(r'^png\("([^"]+)"', re.MULTILINE)
MARK = "@@ piece "


@dataclass(frozen=True)
class Piece:
    """Code, the line of the page on which it begins, and the lines that it should print."""

    line: int
    code: str
    expected: tuple[str, ...]


def pieces(text: str) -> Iterator[Piece]:
    """Cut the R blocks of a page behind each output that it shows."""
    for block in BLOCK.finditer(text):
        start = text.count("\n", 0, block.start(1)) + 1
        for part in re.finditer(r"((?:(?!#>).*\n)+)((?:#>.*\n)*)", block[1]):
            shown = tuple(line.removeprefix("#>").removeprefix(" ").rstrip() for line in part[2].splitlines())
            yield Piece(start + block[1].count("\n", 0, part.start()), part[1], shown)


def script(parts: list[Piece]) -> str:
    """Return the pieces as one script in which warnings are errors and a mark goes before what each prints."""
    marked = [f'cat("\\n{MARK}{number}\\n")\n{part.code}' for number, part in enumerate(parts)]
    return "options(warn = 2)\n" + "".join(marked)


def printed(output: str) -> dict[int, tuple[str, ...]]:
    """Return the lines that each piece printed, by its number."""
    found = {}
    for part in output.split(f"\n{MARK}")[1:]:
        number, _, text = part.partition("\n")
        found[int(number)] = tuple(line.rstrip() for line in text.rstrip().splitlines())
    return found


def problems(page: Path, folder: Path) -> Iterator[str]:
    """Run a page's code in a folder and say what is wrong with it."""
    text = page.read_text("utf-8")
    parts = list(pieces(text))
    (folder / "page.R").write_text(script(parts), "utf-8")
    environment = {**os.environ, "SCO_DATA": str(ROOT / "data" / "processed"), "LC_ALL": "C.UTF-8"}
    run = subprocess.run(["Rscript", "--vanilla", "page.R"], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")
    found = printed(run.stdout)
    if run.returncode:
        yield f"{page.name}:{parts[max(found)].line if found else 1}: R stopped here\n{run.stderr}"
    elif run.stderr:
        yield f"{page.name}: R finished, with complaints\n{run.stderr}"
    for number, lines in found.items():
        if lines != parts[number].expected and not (run.returncode and number == max(found)):
            difference = unified_diff(parts[number].expected, lines, "the page", "R", lineterm="")
            yield f"{page.name}:{parts[number].line}: this prints something else\n" + "\n".join(difference)
    if not any(part.expected for part in parts):
        yield f"{page.name}: no R code with an output was found"
    for name in PICTURE.findall("".join(part.code for part in parts)):
        if not (folder / name).is_file() or not (folder / name).read_bytes().startswith(b"\x89PNG\r\n"):
            yield f"{page.name}: {name} was not drawn"


def main() -> int:
    """Check the page and say how that went."""
    if shutil.which("Rscript") is None:
        print("there is no Rscript; on Debian, apt-get install r-base-core", file=sys.stderr)
        return 2
    page = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = list(problems(page, Path(folder)))
    print(*found, sep="\n\n", end="\n" if found else "", file=sys.stderr)
    parts = list(pieces(page.read_text("utf-8")))
    shown = sum(len(part.expected) for part in parts)
    print(f"{page.name}: {len(parts)} pieces of R, {shown} lines of output, {len(found)} problems, {time.monotonic() - start:.1f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
