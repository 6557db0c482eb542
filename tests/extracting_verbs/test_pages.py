"""Web pages: body, title and the stated day; nothing from around the article."""

from __future__ import annotations

import hashlib
import sys

import pytest

from sco_timeline.errors import MissingDependencyError, Problem
from sco_timeline.extracting.documents import claims_of_document, files_of, read_documents, require_readers

PAGE = """<!DOCTYPE html>
<html lang="en"><head>{head}<title>A tenth member for the SCO | The Daily Example</title>
<meta property="og:title" content="A tenth member for the SCO">
<meta property="article:published_time" content="2024-07-04T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>A tenth member for the SCO</h1>
<p>Belarus became the tenth member of the Shanghai Cooperation Organisation on Thursday, when the leaders met in the capital
of Kazakhstan. Café owners in the city were pleased.</p>
<p>Its president thanked the others for their patience over the years in which the papers were prepared and read.</p></article>
<aside><h3>Related articles</h3><ul><li><a href="/t">Türkiye joined the SCO in 2020, a reader writes</a></li></ul></aside>
<div class="cookie-banner">We use cookies. Nepal joined the SCO in 2021.</div>
<section id="comments"><h3>Comments</h3><p>Egypt is a member of the SCO!</p></section>
<footer>About us, terms, contact. Qatar is a member of the SCO.</footer></body></html>
"""


@pytest.fixture
def page_reader():
    return pytest.importorskip("trafilatura")


def read(folder, content, published=None):
    path = folder / "page.html"
    path.write_bytes(content)
    [found] = read_documents(path, published)
    return found


def test_the_article_and_nothing_around_it(page_reader, tmp_path):
    document = read(tmp_path, PAGE.format(head="").encode("utf-8"))
    assert (document.id, document.title, document.published) == ("page", "A tenth member for the SCO", "2024-07-04")
    assert document.text.startswith("A tenth member for the SCO\n") and "Café" in document.text
    assert document.text_sha256 == hashlib.sha256(document.text.encode("utf-8")).hexdigest()
    claims = claims_of_document(document)
    assert {claim["party"] for claim in claims if claim["type"] in ("status_change", "status_held")} == {"BLR"}
    assert all("Belarus" in document.text[slice(*claim["sentence"])] or claim["sentence"][0] == 0 for claim in claims)


def test_a_day_that_is_given_goes_before_that_of_the_page(page_reader, tmp_path):
    assert read(tmp_path, PAGE.format(head="").encode("utf-8"), "2024-07-05").published == "2024-07-05"


def test_a_page_may_declare_another_encoding(page_reader, tmp_path):
    declared = PAGE.format(head='<meta charset="windows-1252">').encode("windows-1252")
    assert "Café" in read(tmp_path, declared).text


# What a page is made of, and the piece of the problem that it costs.
BAD_PAGES = {
    "an encoding that is not declared": (PAGE.format(head="").encode("windows-1252"), "is neither UTF-8 nor in the encoding"),
    "an encoding that there is not": (PAGE.format(head='<meta charset="x-none">').encode("windows-1252"), "is neither UTF-8 nor"),
    "no article": (b"<html><body></body></html>", "holds no article"),
    "nothing": (b"", "holds no article"),
    "an address": (b"http://example.org/article", "holds no article"),
    "nonsense": (b"<" * 5000, "holds no article"),
}


@pytest.mark.parametrize(("content", "words"), BAD_PAGES.values(), ids=BAD_PAGES)
def test_a_bad_page_costs_one_problem(page_reader, tmp_path, content, words, capfd):
    found = read(tmp_path, content)
    assert isinstance(found, Problem) and words in str(found)
    assert capfd.readouterr() == ("", "")


def test_a_deep_page_costs_no_more_than_itself(page_reader, tmp_path):
    read(tmp_path, b"<html><body>" + b"<div>" * 20_000 + b"x")


def test_without_the_library_the_error_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingDependencyError, match=r'reading HTML needs trafilatura: python -m pip install "sco-timeline\[extract\]"'):
        read(tmp_path, b"<p>x</p>")
    with pytest.raises(MissingDependencyError):
        require_readers(files_of([tmp_path]))


def test_other_files_need_no_library(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    require_readers(files_of([tmp_path]))
    assert [document.text for document in read_documents(tmp_path / "a.txt")] == ["x"]
