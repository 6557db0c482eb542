"""What a reader gets: the text with its sentences marked, the verdicts as JSON, Markdown and a page that fetches nothing."""

from __future__ import annotations

import argparse
import json
import re
import sys
from html.parser import HTMLParser

import pytest

from sco_timeline.checking import check, with_verdicts
from sco_timeline.checking.marking import claim_in_words, pieces_of, summary
from sco_timeline.checking.reporting import to_html, to_json, to_markdown
from sco_timeline.cli import check as verb
from sco_timeline.errors import BadArgumentError, DataError
from sco_timeline.extracting.claims import claims_to_frame

TEXT = "A line <b>before</b> & *more*.\nTurkey is an observer of the SCO. Egypt too. And an end."
START, END = TEXT.index("Turkey"), TEXT.index(" Egypt")


def claim(party, start=START, end=END, **facts):
    spans = {"evidence": [start, end], "sentence": [start, end]}
    return (
        {"doc": None, "type": "status_held", "party": party, "status": "observer", "polarity": "asserted", "rule": "a.rule"} | spans | facts
    )


@pytest.fixture(scope="module")
def checked():
    return with_verdicts(claims_to_frame([claim("TUR"), claim("MNG", as_of="2010"), claim("IND", END + 1, END + 11)]))


def test_a_text_is_cut_at_its_sentences_and_loses_nothing(checked):
    pieces = pieces_of(TEXT, checked)
    assert "".join(piece.text for piece in pieces) == TEXT
    assert [(piece.numbers, piece.verdict) for piece in pieces if piece.numbers] == [((1, 2), "contradicted"), ((3,), "undated")]


def test_sentences_that_overlap_are_marked_once():
    frame = with_verdicts(claims_to_frame([claim("TUR", 0, 20), claim("IND", 10, 30), claim("CHN", 12, 18)]))
    assert "".join(piece.text for piece in pieces_of(TEXT, frame)) == TEXT


def test_the_summary_puts_the_gravest_first(checked):
    assert summary(checked) == "3 claims: 1 contradicted, 1 undated, 1 confirmed"
    assert summary(checked[:0]) == "no claims about the SCO"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (claim("TUR", polarity="negated"), "status held: Türkiye, observer (negated)"),
        ({"type": "founding", "date": "2001", "parties": "CHN;RUS"}, "founding: China, Russia, 2001"),
        ({"type": "attendance", "party": "IND", "person": "A B", "present": False}, "attendance: India, A B, absent"),
        ({"type": "summit", "body": "unknown", "city": "Astana"}, "summit: Astana"),
    ],
)
def test_a_claim_in_words(facts, words):
    assert claim_in_words(facts) == words


def test_json_has_claims_verdicts_rows_and_sources_and_not_the_text(checked):
    content = to_json(TEXT, checked, "2024-07-05")
    found = json.loads(content)
    first = found["claims"][0]
    assert (found["published"], first["verdict"], first["sentence"]) == ("2024-07-05", "contradicted", [START, END])
    assert first["rows"][0] == {"table": "events", "row_id": "TUR-sco.partner-decision"}
    assert set(first["sources"][0]) == {"publisher", "url"}
    assert "before" not in content


class _Page(HTMLParser):
    """What a page holds: its tags, what they fetch or link to, and its words."""

    def __init__(self, content):
        super().__init__()
        self.tags, self.links, self.words, self.opened = [], [], "", []
        self.feed(content)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.links += [value for name, value in attributes if name in ("href", "src")]
        if tag not in ("meta", "br"):
            self.opened.append(tag)

    def handle_endtag(self, tag):
        assert self.opened.pop() == tag

    def handle_data(self, data):
        self.words += data


def test_a_page_stands_alone_and_is_escaped(checked):
    page = _Page(to_html(TEXT, checked, "<script>alert(1)</script>"))
    assert page.opened == []
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert all(link.startswith(("#claim-", "http://", "https://")) for link in page.links)
    assert "<b>before</b> & *more*" in page.words
    assert page.tags.count("mark") == 2


def test_addresses_that_are_none_are_not_linked(checked):
    spoiled = checked.assign(sources='A "paper" <javascript:alert(1)>')
    assert "javascript" not in "".join(_Page(to_html(TEXT, spoiled)).links)
    assert "javascript" not in to_markdown(TEXT, spoiled)


def test_markdown_takes_no_sign_of_the_text_for_its_own():
    text = "# Turkey *is* an [observer](http://x) of the SCO <i>"
    found = to_markdown(text, with_verdicts(claims_to_frame([claim("TUR", 0, len(text))])))
    assert "**contradicted**" in found
    assert r"\# Turkey \*is\* an \[observer\](http://x) of the SCO \<i\>" in found


@pytest.fixture
def run(capsys):
    """Run the verb on arguments and return exit code and output."""

    def run(*arguments):
        parser = argparse.ArgumentParser()
        verb.register(parser)
        code = verb.run(parser.parse_args([str(argument) for argument in arguments]))
        return code, capsys.readouterr().out

    return run


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("An opening.\nTurkey is an observer of the SCO.\n" + "Something else. " * 50, encoding="utf-8")
    return path


def test_off_a_terminal_the_table_is_plain_text_with_the_sentence_marked(run, article):
    code, out = run(article)
    assert code == 0
    assert "\x1b" not in out
    assert "«Turkey is an observer of the SCO.»[1]" in out
    assert re.search(r"^1\. contradicted  status held: Türkiye, observer$", out, re.M)
    assert " … " in out


def test_on_a_terminal_it_has_colours(run, article, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run(article)[1]


def test_a_text_cannot_steer_the_terminal(run, tmp_path):
    (tmp_path / "steering.txt").write_text("\x1b[2JTurkey is an observer of the SCO.\x07", encoding="utf-8")
    out = run(tmp_path / "steering.txt")[1]
    assert "\x1b" not in out and "\x07" not in out


@pytest.mark.parametrize(("format_", "begins"), [("json", "{"), ("html", "<!doctype html>"), ("markdown", "**1 claim: 1 contradicted**")])
def test_every_format_is_printed(run, article, format_, begins):
    code, out = run(article, "--format", format_)
    assert (code, out.startswith(begins)) == (0, True)


def test_an_article_without_claims_is_no_error(run, tmp_path):
    (tmp_path / "other.txt").write_text("The weather was fine.", encoding="utf-8")
    code, out = run(tmp_path / "other.txt")
    assert (code, out.strip()) == (0, "no claims about the SCO")


def test_what_cannot_be_read_is_said(run, tmp_path, article):
    (tmp_path / "spoiled.txt").write_bytes(b"Turkey \xff is")
    with pytest.raises(DataError, match=r"spoiled.txt.*UTF-8"):
        run(tmp_path / "spoiled.txt")
    with pytest.raises(DataError, match=r"missing.txt.*No such file"):
        run(tmp_path / "missing.txt")
    with pytest.raises(BadArgumentError, match="YYYY-MM-DD"):
        run(article, "--published", "yesterday")


def test_verdicts_do_not_depend_on_the_format(run, article):
    found = json.loads(run(article, "--format", "json")[1])
    expected = check(article.read_text("utf-8"))["verdict"].tolist()
    assert [entry["verdict"] for entry in found["claims"]] == expected
