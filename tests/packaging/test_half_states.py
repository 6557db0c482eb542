"""Published files that are not those of the descriptor: refused, with the file and the way out in the message."""

from __future__ import annotations

import pytest

from sco_timeline.errors import PackageStateError
from sco_timeline.loading import load_from

PATH = "data/processed/people.parquet"


def truncate(mini):
    content = (mini.root / PATH).read_bytes()
    (mini.root / PATH).write_bytes(content[: len(content) // 2])


def empty(mini):
    (mini.root / PATH).write_bytes(b"")


def change_one_byte(mini):
    content = bytearray((mini.root / PATH).read_bytes())
    content[len(content) // 2] ^= 1
    (mini.root / PATH).write_bytes(content)


def take_another_file(mini):
    (mini.root / PATH).write_bytes((mini.root / "data/processed/places.parquet").read_bytes())


def remove(mini):
    (mini.root / PATH).unlink()


def remove_all(mini):
    for path in (mini.root / "data/processed").iterdir():
        path.unlink()
    (mini.root / "data/processed").rmdir()


def forge_hash(mini):
    content = mini.read_descriptor()
    for resource in content["resources"]:
        resource["sco:alternates"][0]["hash"] = "sha256:" + 64 * "0"
    mini.write_descriptor(content)


SPOILED = {
    truncate: "does not match the size and hash in datapackage.json",
    empty: "does not match the size and hash in datapackage.json",
    change_one_byte: "does not match the size and hash in datapackage.json",
    take_another_file: "does not match the size and hash in datapackage.json",
    forge_hash: "does not match the size and hash in datapackage.json",
    remove: "No such file or directory",
    remove_all: "No such file or directory",
}


@pytest.mark.parametrize(("spoil", "says"), SPOILED.items(), ids=[spoil.__name__ for spoil in SPOILED])
def test_file_that_is_not_the_one_described_is_refused(mini, spoil, says):
    assert len(load_from(mini.package(), "people")) == 2
    spoil(mini)
    with pytest.raises(PackageStateError) as refusal:
        load_from(mini.package(), "people")
    assert str(mini.root / PATH) in str(refusal.value)
    assert says in str(refusal.value)
    assert "run `sco-timeline build`" in str(refusal.value)


@pytest.mark.parametrize("spoil", SPOILED, ids=[spoil.__name__ for spoil in SPOILED])
def test_way_out_is_one(mini, spoil):
    before = mini.published()
    spoil(mini)
    mini.build()
    assert mini.published() == before
    assert len(load_from(mini.package(), "people")) == 2


def test_interrupted_swap_is_refused_though_the_file_is_whole(mini):
    (mini.root / "data" / ".next" / "data" / "processed").mkdir(parents=True)
    with pytest.raises(PackageStateError, match="interrupted while it put its files in place; run `sco-timeline build`"):
        load_from(mini.package(), "people")
    mini.build()
    assert len(load_from(mini.package(), "people")) == 2


def test_staging_folder_of_a_killed_build_hinders_nobody(mini):
    (mini.root / "data" / ".staging-killed").mkdir()
    assert len(load_from(mini.package(), "people")) == 2
