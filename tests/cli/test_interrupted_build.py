"""A build that was killed while it moved its files in place is completed by the next command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


def leave_unfinished(root: Path, share_moved: float) -> dict[str, bytes]:
    """Lay out a next version in `data/.next`, less the share of its files that a killed build had moved already."""
    ready = root / "data" / ".next"
    shutil.copytree(root / "data" / "processed", ready / "data" / "processed")
    text = (root / "datapackage.json").read_text(encoding="utf-8")
    version = text.partition('"version": "')[2].partition('"')[0]
    (ready / "datapackage.json").write_text(text.replace(f'"version": "{version}"', '"version": "9.9.9"'), encoding="utf-8")
    names = sorted(path.name for path in (ready / "data" / "processed").iterdir())
    whole = {name: (ready / "data" / "processed" / name).read_bytes() for name in names}
    moved = int(share_moved * len(names))
    if moved:
        (ready / "data" / "processed" / ".names").write_text("\n".join(names), encoding="utf-8")
    for name in names:
        (root / "data" / "processed" / name).write_bytes(b"of the version before")
    for name in names[:moved]:
        (ready / "data" / "processed" / name).replace(root / "data" / "processed" / name)
    return whole


@pytest.mark.parametrize("share_moved", [0, 0.4, 1])
def test_any_command_completes_it(copied, share_moved):
    whole = leave_unfinished(copied.root, share_moved)
    (copied.root / "data" / "processed" / "dropped_table.csv").write_text("of the version before\n")
    code, out, err = copied.run("status", "India")
    assert (code, out, err) == (0, "member\n", "")
    assert not (copied.root / "data" / ".next").exists()
    assert {path.name: path.read_bytes() for path in (copied.root / "data" / "processed").iterdir()} == whole
    assert copied.run("--version").out.startswith("sco-timeline 9.9.9, ")


def test_python_says_what_to_do_until_then(copied):
    """Reading never writes: only the command and `build` complete a build."""
    leave_unfinished(copied.root, 0.4)
    code, out, err = copied.run_python("import sco_timeline as sco; sco.load('events')")
    assert (code, out) == (1, "")
    assert err.splitlines()[-1].endswith(
        "a build was interrupted while it put its files in place; run `sco-timeline build` to make the published files anew"
    )


def test_a_set_that_was_never_finished_is_dropped_by_the_next_build(copied):
    before = sorted(path.name for path in (copied.root / "data").iterdir())
    staging = copied.root / "data" / ".staging-killed"
    (staging / "data" / "processed").mkdir(parents=True)
    (staging / "data" / "processed" / "events.csv").write_text("half of i")
    assert copied.run("status", "India") == (0, "member\n", "")
    assert copied.run("build").code == 0
    assert sorted(path.name for path in (copied.root / "data").iterdir()) == before
