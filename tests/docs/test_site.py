"""The documentation site: made without a warning, every public name on a page, no dead link, nothing fetched from elsewhere."""

from __future__ import annotations

import re
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import sco_timeline as sco
from sco_timeline import errors

DOCS = Path(__file__).resolve().parents[2] / "docs"
FETCHED = {  # what a browser fetches by itself
    "audio": ["src"],
    "embed": ["src"],
    "iframe": ["src"],
    "img": ["src", "srcset"],
    "input": ["src"],
    "link": ["href"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src", "srcset"],
    "track": ["src"],
    "video": ["src", "poster"],
}
NOT_FETCHED = {"canonical", "next", "prev", "search", "index", "license", "author"}  # rel of links that only say something


class Page(HTMLParser):
    """What a page fetches, where it leads, and the places in it that can be led to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.fetched, self.links, self.places = [], [], set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        has = dict(attrs)
        self.places |= {has[name] for name in ("id", "name") if has.get(name)}
        if tag == "link" and set((has.get("rel") or "").split()) & NOT_FETCHED:
            return
        self.fetched += [has[name] for name in FETCHED.get(tag, ()) if has.get(name)]
        if tag == "a" and has.get("href"):
            self.links.append(has["href"])


@pytest.fixture(scope="module")
def pages(site):
    """The pages of the site by their path in it."""
    return {path.relative_to(site).as_posix(): Page(path) for path in site.rglob("*.html")}


def from_elsewhere(address):
    return address.startswith("//") or urlsplit(address).scheme not in ("", "data")


def names_in_the_index(site):
    """Where each documented name stands, read from the index that Sphinx writes for other sites."""
    content = (site / "objects.inv").read_bytes().split(b"\n", 4)[4]
    lines = zlib.decompress(content).decode("utf-8").splitlines()
    rows = [re.fullmatch(r"(.+?) (\S+:\S+) (-?\d+) (\S+) (.*)", line).groups() for line in lines]
    return {name: address.replace("$", name) for name, kind, _, address, _ in rows if kind.startswith("py:")}


def test_every_public_name_has_its_place(site, pages):
    known = names_in_the_index(site)
    exceptions = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.TimelineError)}
    expected = {f"sco_timeline.{name}" for name in sco.__all__}
    expected |= {f"sco_timeline.errors.{name}" for name in exceptions - {"TimelineError"}}
    assert expected - set(known) == set()
    for name in expected:
        page, _, place = known[name].partition("#")
        assert place in pages[page].places, name


@pytest.mark.parametrize("name", sorted(set(sco.__all__) - {"__version__"}))
def test_every_function_has_a_page_of_its_own(name, pages):
    assert f"api/sco_timeline.{name}.html" in pages


def test_every_page_of_docs_is_on_the_site(pages):
    written = {path.relative_to(DOCS).with_suffix(".html").as_posix() for path in DOCS.rglob("*.md")}
    assert {name for name in written if not name.startswith(("api/", "gallery/"))} <= set(pages)


def test_nothing_is_fetched_from_elsewhere(site, pages):
    fetched = {(name, address) for name, page in pages.items() for address in page.fetched}
    assert len(fetched) > 100
    assert {row for row in fetched if from_elsewhere(row[1])} == set()
    for path in site.rglob("*.css"):
        style = path.read_text("utf-8")
        addresses = re.findall(r"""url\(\s*["']?([^"')]+)""", style) + re.findall(r"""@import\s+["']([^"']+)""", style)
        assert [address for address in addresses if from_elsewhere(address)] == [], path.name


def test_scripts_name_no_host_to_fetch_from(site):
    """Addresses in scripts are those of licences, namespaces and pages to read, never one that is loaded."""
    loading = re.compile(r"""(?:fetch|import|importScripts|\.src\s*=|\.href\s*=|open)\(?\s*["'`](?:https?:)?//""")
    for path in site.rglob("*.js"):
        assert not loading.search(path.read_text("utf-8")), path.name


def test_every_link_within_the_site_leads_somewhere(site, pages):
    dead = set()
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or link == "#":
                continue
            target = (site / name).parent.joinpath(unquote(parts.path)).resolve() if parts.path else site / name
            other = pages.get(target.relative_to(site.resolve()).as_posix()) if target.is_relative_to(site.resolve()) else None
            if not target.exists() or (parts.fragment and other and unquote(parts.fragment) not in other.places):
                dead.add((name, link))
    assert dead == set()


def test_rules_can_be_cited_by_their_address(pages):
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', (DOCS / "coding-rules.md").read_text("utf-8")))
    assert len(anchors) > 50
    assert anchors <= pages["coding-rules.html"].places


def test_every_example_of_the_gallery_has_its_picture(site, pages):
    examples = sorted(path.stem for path in (DOCS / "examples").glob("*.py"))
    assert 6 <= len(examples) <= 8
    for name in examples:
        drawn = [address for address in pages[f"gallery/{name}.html"].fetched if f"sphx_glr_{name}_001" in address]
        assert drawn, f"{name} draws nothing"
        assert f"sphx_glr_{name}_thumb.png" in " ".join(pages["gallery/index.html"].fetched)


def test_the_site_is_small(site):
    assert sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) < 12_000_000


def test_no_path_of_the_machine_stands_on_a_page(site):
    machine = {str(DOCS.parent), str(site.parent), str(Path(sys.prefix))}
    for path in [*site.rglob("*.html"), *site.rglob("*.js"), *site.rglob("*.json")]:
        text = path.read_text("utf-8")
        assert not [name for name in machine if name in text], path.name
