"""The pages of the cookbook, and their Python run in a folder of the test's own."""

from __future__ import annotations

import doctest
import re
from collections.abc import Callable
from pathlib import Path

import pytest

COOKBOOK = Path(__file__).resolve().parents[2] / "docs" / "cookbook"


@pytest.fixture
def run_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[int, str]]:
    """Return what runs the pycon blocks of a page, one after the other; how many examples it ran, and what went wrong."""
    monkeypatch.chdir(tmp_path)

    def run(name: str) -> tuple[int, str]:
        text = (COOKBOOK / name).read_text("utf-8")
        blocks = "\n".join(re.findall(r"```pycon\n(.*?)```", text, re.DOTALL))
        said: list[str] = []
        runner = doctest.DocTestRunner(verbose=False)
        runner.run(doctest.DocTestParser().get_doctest(blocks, {}, name, name, 0), out=said.append)
        return runner.tries, "".join(said)

    return run
