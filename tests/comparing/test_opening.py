"""Wherever a package lies it is found, read whole, and refused if it is none."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from sco_timeline.comparing import compare
from sco_timeline.errors import BadArgumentError, DescriptorError, PackageStateError

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(built_mini, made):
    """The tiny package, read from its folder."""
    return made.read(built_mini)


def test_a_folder(folder):
    assert set(folder.rows) == set(folder.package.tables)
    assert folder.rows["people"] == {
        "jiang-zemin": {"person_id": "jiang-zemin", "name": "Jiang Zemin"},
        "nazarbayev-nursultan": {"person_id": "nazarbayev-nursultan", "name": "Nursultan Nazarbayev"},
    }
    assert folder.rows["parties"]["NAM"]["iso2"] == "NA"
    assert folder.rows["events"]["IND-sco.member-decision"]["note"] == "a note on\ntwo lines"
    assert len(folder.rows["readings"]) == 4


def test_the_folder_one_stands_in(made, folder, built_mini, monkeypatch):
    monkeypatch.chdir(built_mini)
    assert compare(folder, made.read(".")) == []
    assert compare(folder, made.read("datapackage.json")) == []


def test_a_descriptor(made, folder, built_mini):
    assert compare(folder, made.read(built_mini / "datapackage.json")) == []


# Zips


@pytest.mark.parametrize("within", ["", "package", "sco-timeline-0.1.0/package"])
def test_a_zip_however_deep_the_package_lies_in_it(made, folder, built_mini, zipped, within):
    assert compare(folder, made.read(zipped(built_mini, within))) == []


def test_a_zip_of_two_packages_is_the_one_that_lies_less_deep(made, folder, mini, tmp_path, zipped):
    shutil.copytree(mini.root, mini.root / "attic" / "old")
    (mini.root / "attic" / "old" / "datapackage.json").write_text("{}")
    assert compare(folder, made.read(zipped(mini.root))) == []


def test_a_zip_without_a_descriptor(made, built_mini, zipped):
    refused(made, zipped(built_mini, without="datapackage.json"), "package.zip holds no datapackage.json")


def test_an_empty_zip(made, tmp_path, zipped):
    (tmp_path / "nothing").mkdir()
    refused(made, zipped(tmp_path / "nothing"), "package.zip holds no datapackage.json")


def test_a_zip_without_a_published_file(made, built_mini, zipped):
    with pytest.raises(BadArgumentError, match=r"package\.zip is no sound package: people\.csv"):
        made.read(zipped(built_mini, without="people.csv"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and nothing more", b"<!DOCTYPE html>"])
def test_no_zip_in_spite_of_its_name(made, tmp_path, content):
    (tmp_path / "package.zip").write_bytes(content)
    refused(made, tmp_path / "package.zip", "package.zip is no zip file")


def test_a_zip_broken_off(made, built_mini, zipped):
    path = zipped(built_mini)
    path.write_bytes(path.read_bytes()[:-2000])
    refused(made, path, "package.zip is no zip file")


def test_a_zip_damaged_on_its_way(made, built_mini, zipped):
    """Its list of files is sound, a file in it is not."""
    path = zipped(built_mini)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("data/processed/claims.csv").header_offset + 80
    content[start : start + 200] = bytes(200)
    path.write_bytes(content)
    refused(made, path, "package.zip")


def test_nothing_of_a_zip_lands_outside_the_scratch_folder(made, built_mini, zipped, tmp_path):
    path = zipped(built_mini)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../../evil.txt", "evil")
        archive.writestr(str(tmp_path / "evil.txt"), "evil")
    made.read(path)
    assert not (tmp_path / "evil.txt").exists()
    assert not any((parent / "evil.txt").exists() for parent in tmp_path.parents)


# What is there and is no package


def refused(made, place, says):
    with pytest.raises(BadArgumentError) as refusal:
        made.read(place)
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["notes.txt", "data/processed/people.csv", "datapackage.yaml", "other.json"])
def test_a_file_of_another_name_is_no_package_though_one_lies_around_it(made, mini, name):
    (mini.root / name).touch()
    refused(made, mini.root / name, "holds no datapackage.json; name a folder, a zip, that file or a git revision")


def test_a_folder_without_a_descriptor(made, tmp_path):
    refused(made, tmp_path, "holds no datapackage.json")


def test_a_name_of_nothing(made, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused(made, "nowhere", "'nowhere' is neither a folder, a zip, a datapackage.json nor a git revision here")


def test_a_descriptor_that_is_none(made, mini):
    mini.descriptor.write_text('{"name": "sco-timeline"')
    with pytest.raises(DescriptorError):
        made.read(mini.root)


@pytest.mark.parametrize("table", ["people", "memberships"])
def test_a_tampered_file_is_refused(made, mini, zipped, table):
    path = mini.root / "data" / "processed" / f"{table}.csv"
    path.write_bytes(path.read_bytes().replace(b"a", b"e", 1))
    refusals = {mini.root: PackageStateError, mini.descriptor: PackageStateError, zipped(mini.root): BadArgumentError}
    for place, refusal in refusals.items():
        with pytest.raises(refusal, match=rf"{table}\.csv: does not match the size and hash in datapackage\.json"):
            made.read(place)


def test_a_missing_file_is_refused(made, mini):
    (mini.root / "data" / "processed" / "people.csv").unlink()
    with pytest.raises(PackageStateError, match=r"people\.csv"):
        made.read(mini.root)


def test_an_interrupted_build_is_refused(made, mini):
    (mini.root / "data" / ".next").mkdir()
    with pytest.raises(PackageStateError, match="a build was interrupted"):
        made.read(mini.root)


# Git


def names(opened):
    return [row["name"] for row in opened.rows["people"].values()]


def test_a_revision_is_what_was_committed_then(made, repository, folder):
    commit = repository.git("rev-parse", "v0.1.0")
    for revision in ("v0.1.0", "HEAD~1", "main^", commit, commit[:10], "v0.1.0^{commit}"):
        assert compare(folder, made.read(revision)) == []
    for revision in ("HEAD", "main", "@"):
        assert names(made.read(revision)) == ["Zemin Jiang", "Nursultan Nazarbayev"]


def test_an_annotated_tag(made, repository, folder):
    repository.git("tag", "--annotate", "--message", "The first", "first", "v0.1.0")
    assert compare(folder, made.read("first")) == []


def test_a_revision_against_what_is_not_committed_yet(made, repository):
    repository.package.replace("people", "Zemin Jiang", "Jiang, the Elder".replace(",", ""))
    repository.package.build()
    found = made.compare_places("HEAD", ".")
    assert [(change.old, change.new) for change in found.changes] == [("Zemin Jiang", "Jiang the Elder")]


def test_reading_a_revision_leaves_the_repository_as_it_was(made, repository):
    made.read("v0.1.0")
    assert repository.git("status", "--porcelain") == ""
    assert repository.git("branch", "--show-current") == "main"


def test_a_revision_from_a_folder_within_the_repository(made, repository, folder, monkeypatch):
    monkeypatch.chdir(repository.root / "data" / "raw")
    assert compare(folder, made.read("v0.1.0")) == []


def test_what_exists_is_never_read_as_a_revision(made, repository):
    (repository.root / "v0.1.0").mkdir()
    refused(made, "v0.1.0", "v0.1.0 holds no datapackage.json")
    (repository.root / "main").touch()
    refused(made, "main", "main holds no datapackage.json")


def test_line_ends_that_git_changes_elsewhere_do_no_harm(made, repository, folder):
    """As on Windows, under the attributes of this project."""
    shutil.copy(PROJECT / ".gitattributes", repository.root)
    repository.commit("Attributes")
    repository.git("config", "core.autocrlf", "true")
    assert names(made.read("HEAD")) == ["Zemin Jiang", "Nursultan Nazarbayev"]


@pytest.mark.parametrize("revision", ["v9.9.9", "HEAD~99", "0123456789abcdef", "HEAD:data", "HEAD:datapackage.json", "HEAD..v0.1.0", "a b"])
def test_a_revision_that_is_none(made, repository, revision):
    refused(made, revision, f"{revision!r} is neither a folder, a zip, a datapackage.json nor a git revision here")


@pytest.mark.parametrize("name", ["-", "-h", "--help", "--all", "--output=evil.tar", "-o", "--show-toplevel"])
def test_a_name_that_looks_like_an_option_is_no_revision(made, repository, name):
    refused(made, name, f"{name!r} is neither a folder, a zip, a datapackage.json nor a git revision here")
    assert repository.git("status", "--porcelain") == ""


def test_a_revision_that_holds_no_package(made, repository):
    repository.git("checkout", "--quiet", "--orphan", "empty")
    repository.git("rm", "--quiet", "-r", "--cached", ".")
    (repository.root / "README.md").write_text("Nothing yet.\n")
    repository.git("add", "README.md")
    repository.git("commit", "--quiet", "--message", "Begin")
    refused(made, "HEAD", "HEAD holds no datapackage.json")


def test_a_revision_with_a_tampered_file_is_refused(made, repository):
    path = repository.root / "data" / "processed" / "people.csv"
    path.write_bytes(path.read_bytes().replace(b"Zemin", b"Zemim"))
    repository.commit("Tamper")
    with pytest.raises(BadArgumentError, match=r"HEAD is no sound package: people\.csv: does not match the size and hash"):
        made.read("HEAD")
    assert names(made.read("HEAD~1")) == ["Zemin Jiang", "Nursultan Nazarbayev"]


def test_a_machine_without_git(made, repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    refused(made, "v0.1.0", "'v0.1.0' is neither a folder")


def test_a_descriptor_without_its_version_is_refused(made, mini):
    content = json.loads(mini.descriptor.read_bytes())
    del content["version"]
    mini.write_descriptor(content)
    with pytest.raises(DescriptorError, match="property 'version' is missing"):
        made.read(mini.root)
