"""Runs the examples of docs/tutorial.md and keeps the figure that they save as docs/tutorial.png.

python docs/draw_tutorial.py
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import tempfile
from pathlib import Path

import matplotlib

PAGE = Path(__file__).resolve().parent / "tutorial.md"


def main() -> None:
    """Write the picture, or stop at an example that does not print what the page shows."""
    matplotlib.use("agg")
    matplotlib.rcdefaults()
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        runner = doctest.DocTestRunner()
        runner.run(doctest.DocTestParser().get_doctest(examples, {}, PAGE.name, PAGE.name, 0))
        if runner.failures:
            raise SystemExit(f"{PAGE.name}: {runner.failures} examples failed")
        shutil.copyfile("dialogue-partners.png", PAGE.with_suffix(".png"))
        os.chdir(PAGE.parent)


if __name__ == "__main__":
    main()
