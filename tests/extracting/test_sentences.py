"""Where sentences end, and what is no part of an article."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sco_timeline.extracting.sentences import LONGEST, sentences_of

CASES = [
    ("One. Two.", ["One.", "Two."]),
    ("Mr. Putin met Gen. Li. They spoke.", ["Mr. Putin met Gen. Li.", "They spoke."]),
    ("The U.S. applied. It was refused.", ["The U.S. applied.", "It was refused."]),
    ("J. F. Kennedy came. He left.", ["J. F. Kennedy came.", "He left."]),
    ('He said: "We join." Then he left.', ['He said: "We join."', "Then he left."]),
    ("A headline\n\nA sentence.", ["A headline", "A sentence."]),
    ("The leaders of\nIndia and of China met.", ["The leaders of\nIndia and of China met."]),
    (
        "The leaders of the member states of the\norganisation met in Ufa.",
        ["The leaders of the member states of the\norganisation met in Ufa."],
    ),
    ("Members:\n- India\n- China", ["Members:", "- India", "- China"]),
    ("Founded in 2001.[1] It grew.[2][3] Now it is large.", ["Founded in 2001.[1]", "It grew.[2][3]", "Now it is large."]),
    ("On Sept. 16 they met. It was 3.5 degrees.", ["On Sept. 16 they met.", "It was 3.5 degrees."]),
    ("KABUL, July 3 (AFP) - Iran said yes.", ["KABUL, July 3 (AFP) -", "Iran said yes."]),
    ("NEW DELHI, JULY 3: India came.", ["NEW DELHI, JULY 3:", "India came."]),
    ("UFA, July 10. /TASS/. They met.", ["UFA, July 10. /TASS/.", "They met."]),
    ("Tashkent (Ours) -- They met.", ["Tashkent (Ours) --", "They met."]),
    ("The June 6-7 summit was short.", ["The June 6-7 summit was short."]),
    ("India - a member - came.", ["India - a member - came."]),
    ("Why? Because! So…", ["Why?", "Because!", "So…"]),
    ("", []),
    ("   \n\n  ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:30] for text, _ in CASES])
def test_sentences_end_where_readers_end_them(text, expected):
    assert [text[start:end] for start, end, *_ in sentences_of(text)] == expected


def test_what_runs_on_is_cut():
    spans = sentences_of("word " * 5000)
    assert max(end - start for start, end, *_ in spans) <= LONGEST
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.parametrize("foot", ["Leave a Reply", "Related Articles", "Check Also", "12 Comments", "References", "Share this article"])
def test_an_article_ends_before_what_pages_put_behind_it(foot):
    text = "A sentence of the article. " * 5 + f"\n\n{foot}\n\nSomething else."
    assert "Something else." not in [text[start:end] for start, end, *_ in sentences_of(text)]


def test_a_heading_at_the_top_ends_nothing():
    text = "Related news\n\n" + "A sentence of the article. " * 5
    assert len(sentences_of(text)) >= 5
