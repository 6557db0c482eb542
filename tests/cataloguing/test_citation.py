"""CITATION.cff in version 1.2.0 of its format, with a DOI and without one."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
import yaml

from sco_timeline.cataloguing import citation_file

REPOSITORY = Path(__file__).resolve().parents[2]
# What the format asks for, and what else it allows.
REQUIRED = {"authors", "cff-version", "message", "title"}
ALLOWED = REQUIRED | {
    *("abstract", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license", "license-url"),
    *("preferred-citation", "references", "repository", "repository-artifact", "repository-code", "type", "url", "version"),
}
DOI = re.compile(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")


def test_the_file_is_that_of_the_present_descriptor():
    assert (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8") == citation_file()


@pytest.fixture
def found(package):
    return yaml.safe_load(citation_file())


def test_it_has_all_that_the_format_asks_for_and_nothing_that_it_does_not_know(found):
    assert REQUIRED <= set(found) <= ALLOWED
    assert all(found.values())


def test_its_values_are_of_the_types_that_the_format_asks_for(found):
    assert (found["cff-version"], found["type"]) == ("1.2.0", "dataset")
    for name in ("message", "title", "abstract", "version"):
        assert isinstance(found[name], str)
    assert isinstance(found["date-released"], datetime.date)
    assert found["authors"] and all(set(author) == {"name"} and isinstance(author["name"], str) for author in found["authors"])
    assert all(isinstance(word, str) for word in found["keywords"]) and len(set(found["keywords"])) == len(found["keywords"])
    assert found["license"] == ["CC-BY-4.0"]


def test_it_says_what_the_descriptor_says(found, package):
    raw = package.raw
    assert (found["title"], found["abstract"], found["version"]) == (raw["title"], raw["description"], raw["version"])
    assert [author["name"] for author in found["authors"]] == [person["title"] for person in raw["contributors"]]
    assert found["keywords"] == raw["keywords"]
    assert str(found["date-released"]) == raw["created"][:10]


@pytest.mark.parametrize("written", ["https://doi.org/10.5281/zenodo.1234567", "10.5281/zenodo.1234567"])
def test_the_doi_is_the_id_of_the_descriptor(say, written):
    say(id=written)
    found = yaml.safe_load(citation_file())
    assert found["doi"] == "10.5281/zenodo.1234567"
    assert DOI.fullmatch(found["doi"])
    assert "not assigned" not in citation_file()


def test_without_a_doi_a_comment_holds_its_place(say):
    say(id=None)
    assert "doi" not in yaml.safe_load(citation_file())
    (line,) = (line for line in citation_file().splitlines() if "doi" in line)
    assert line.startswith("# doi: ") and "`id`" in line


@pytest.mark.parametrize(
    "title", ["SCO: a timeline", "'Quoted' and \"quoted\"", "# one", "- a dash", "Шанхай, 上海", "back\\slash", "yes", "1.0"]
)
def test_words_of_any_form_are_read_back_as_they_were(say, title):
    say(title=title, description=f"{title}\nand more", keywords=[title], contributors=[{"title": title, "roles": ["author"]}])
    found = yaml.safe_load(citation_file())
    assert (found["title"], found["abstract"]) == (title, f"{title}\nand more")
    assert (found["keywords"], found["authors"]) == ([title], [{"name": title}])


@pytest.mark.parametrize("version", ["0.1.0", "1.10.0", "2026.11.22"])
def test_a_version_stays_text(say, version):
    say(version=version)
    assert yaml.safe_load(citation_file())["version"] == version


def test_several_authors_and_licences_are_all_named(say):
    say(
        contributors=[{"title": "A. One"}, {"title": "B. Two"}],
        licenses=[{"name": "CC-BY-4.0", "path": "a"}, {"name": "MIT", "path": "b"}],
    )
    found = yaml.safe_load(citation_file())
    assert [author["name"] for author in found["authors"]] == ["A. One", "B. Two"]
    assert found["license"] == ["CC-BY-4.0", "MIT"]
