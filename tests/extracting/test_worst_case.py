"""Time grows with the length of a text and no faster, whatever the text repeats."""

from __future__ import annotations

import time

import pytest

from sco_timeline.extracting import claims_of
from sco_timeline.extracting.rules import RULES

SMALL, LARGE = 3_000, 24_000
ALLOWED = 2.5  # times what the growth of the text explains

REPEATED = {
    "parties": "India, ",
    "parties and": "India and ",
    "brackets": "SCO (",
    "open clause": "Iran, which, ",
    "appositions": "India, a, ",
    "leaders": "Vladimir Putin and ",
    "helping words": "Iran has been being will be ",
    "statuses": "member of the observer ",
    "statuses without stop": "Iran is a member, ",
    "council": "meeting of the Council of Heads of State ",
    "summit": "the SCO summit in Astana on 4 July 2024 ",
    "summits": "The SCO summit was held in Astana on 4 July 2024. ",
    "days": "4 July 2024 - 5 July ",
    "digits": "20",
    "dashes": "–-–-",
    "spaces": "  ",
    "tabs": "\t \n",
    "stops": ". ",
    "capitals": "SCO ",
    "one word": "Abc",
    "titles": "Declaration on the ",
    "adopt": "adopted the Declaration of ",
    "quotes": "\"'",
    "bullets": "- India\n",
    "blocs": "the bloc ",
    "blocs after another": "NATO. the bloc ",
    "memoranda": "memorandum of obligations ",
    "founded": "the SCO was founded in 2001 by ",
    "accession": "Belarus' accession to ",
    "the country": "The country joined the SCO. ",
    "it": "It has been a member since 2005. ",
    "they": "The three joined. ",
    "chair": "Kazakhstan holds the chairmanship of ",
    "rows": "India | member | 2017\n",
    "heads of tables": "name | founded | members\n",
    "labels": "Founded: 2001; ",
    "questions": "Which country joined the SCO in 2023? ",
    "notes of a timeline": "2001 - founded\n",
    "expanded": "Abc of Abc and Abc ",
}


def seconds(text):
    begin = time.process_time()
    claims_of(text)
    return time.process_time() - begin


def grown(unit, length):
    head = "The Shanghai Cooperation Organisation (SCO) has members. "
    return head + unit * (length // len(unit))


def assert_linear(unit):
    claims_of(grown(unit, 1000))
    for _ in range(3):  # another process may take the time of one run
        small, large = min(seconds(grown(unit, SMALL)) for _ in range(2)), seconds(grown(unit, LARGE))
        if large <= ALLOWED * (LARGE / SMALL) * small + 0.05:
            return
    raise AssertionError(f"{unit!r}: {SMALL} characters in {small:.3f} s, {LARGE} in {large:.3f} s")


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED)
def test_repeats_take_linear_time(unit):
    assert_linear(unit)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.examples], ids=lambda rule: rule.id)
def test_every_rule_takes_linear_time_on_its_example_without_stops(rule):
    assert_linear(rule.examples[0][0].replace(".", "").replace("\n", " ") + " ")


def test_a_text_that_never_names_the_sco_takes_microseconds():
    text = "NATO members met in Brussels and admitted Finland. " * 200
    assert min(seconds(text) for _ in range(20)) < 0.0005
