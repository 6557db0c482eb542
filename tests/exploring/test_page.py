"""The page as a file: what it holds, how large it is, and that it lets nothing in."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
import sys
from html.parser import HTMLParser

import pytest

from sco_timeline.cli import main
from sco_timeline.errors import MissingDependencyError
from sco_timeline.exploring import explore, sites

LARGEST = 1_500_000


class Reader(HTMLParser):
    """Elements, attributes and scripts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text: list[str] = []
        self._inside = False

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside = tag == "script"
        if self._inside:
            self.scripts.append("")

    def handle_endtag(self, tag):
        self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.scripts[-1] += data
        else:
            self.text.append(data)


def parsed(site) -> Reader:
    reader = Reader()
    reader.feed((site / "index.html").read_text(encoding="utf-8"))
    return reader


def test_all_of_it_fits_into_a_megabyte_and_a_half(explorer_site):
    assert len(gzip.compress((explorer_site / "index.html").read_bytes(), 9)) < LARGEST


def test_same_bytes_at_every_run(explorer_site, tmp_path):
    found = explore(tmp_path)
    assert [path.name for path in found] == sorted(path.name for path in explorer_site.iterdir())
    assert all(path.read_bytes() == (explorer_site / path.name).read_bytes() for path in found)


def test_policy_lets_in_the_page_s_own_scripts_and_nothing_else(explorer_site):
    reader = parsed(explorer_site)
    (policy,) = (attrs["content"] for tag, attrs in reader.tags if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    types = [attrs.get("type") for tag, attrs in reader.tags if tag == "script"]
    run = [text for text, type_ in zip(reader.scripts, types, strict=True) if type_ is None]
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in run}
    assert rules["default-src"] == "'none'"
    assert set(rules["script-src"].split()) == hashes | {"blob:"}
    assert not [rule for rule in rules.values() if "http" in rule or "unsafe-eval" in rule or "*" in rule]


def test_nothing_is_fetched(explorer_site):
    loading = {"src", "srcset", "data", "poster", "background"}
    reader = parsed(explorer_site)
    assert [(tag, attrs) for tag, attrs in reader.tags if loading & attrs.keys() or tag in ("link", "iframe", "object", "embed")] == []
    style = "".join(re.findall(r"<style>(.*?)</style>", (explorer_site / "index.html").read_text(encoding="utf-8"), re.DOTALL))
    assert "url(" not in style
    assert "@import" not in style


def test_every_inner_link_leads_somewhere(explorer_site):
    reader = parsed(explorer_site)
    ids = {attrs["id"] for _, attrs in reader.tags if "id" in attrs}
    files = {path.name for path in explorer_site.iterdir()}
    for tag, attrs in reader.tags:
        if tag == "a":
            link = str(attrs["href"])
            view, _, key = link.removeprefix("#/").partition("/")
            known = link in files or link.removeprefix("#") in ids or f"view-{view}" in ids or f"{view}-{key}" in ids
            assert known, link


def test_it_describes_itself_to_search_engines(explorer_site):
    reader = parsed(explorer_site)
    (described,) = (json.loads(text) for text in reader.scripts if text.startswith('{"@context"'))
    assert described["@type"] == "Dataset"
    sizes = {path.name: path.stat().st_size for path in explorer_site.iterdir() if path.name != "index.html"}
    assert {one["contentUrl"]: int(one["contentSize"].split()[0]) for one in described["distribution"]} == sizes
    assert any(attrs.get("name") == "description" and len(attrs["content"]) > 50 for tag, attrs in reader.tags if tag == "meta")


def test_hostile_texts_are_text(explorer_site, hostile_site, hostile_package):
    """The hostile page has no element, and no script that runs, that the published one has not."""
    reader, ours = parsed(hostile_site), parsed(explorer_site)
    assert {tag for tag, _ in reader.tags} <= {tag for tag, _ in ours.tags} | {"em"}  # what is planned
    assert not [attrs for _, attrs in reader.tags if any(name.startswith("on") for name in attrs)]
    assert len(reader.scripts) == len(ours.scripts)
    shown = "".join(reader.text)
    for row in hostile_package.rows("parties"):
        if row["party_id"] in ("CHN", "IND", "KAZ"):
            assert row["name"] in shown
    assert html.unescape(shown).count("{{ 7*7 }}") > 0
    assert "window.owned" not in "".join(text for text in reader.scripts[:2] if not text.startswith("{"))


@pytest.mark.parametrize(
    ("module", "library"), [("altair", "altair"), ("itables", "itables"), ("jinja2", "Jinja2"), ("vl_convert", "vl-convert-python")]
)
def test_a_missing_library_names_the_command_that_installs_it(monkeypatch, tmp_path, module, library):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == module else object())
    with pytest.raises(MissingDependencyError) as caught:
        explore(tmp_path / "site")
    assert str(caught.value) == f'the explorer needs {library}: python -m pip install "sco-timeline[explore]"'
    assert not (tmp_path / "site").exists()


def test_the_command_prints_where_the_page_is(explorer_site, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sites, "_page", lambda *_: "page")
    assert main(["explore", "--out", str(tmp_path / "new")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'new' / 'index.html'}\n"


def test_nothing_heavy_is_imported_before_it_is_asked_for():
    import subprocess

    code = "import sys, sco_timeline.exploring; print([name for name in ('altair', 'jinja2', 'vl_convert') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
