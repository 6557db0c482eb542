"""What is said to who names no party, or one that cannot be told from another."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sco_timeline as sco

DAY = "2024-08-01"


@pytest.fixture(scope="module")
def party_names():
    names = sco.load("names")
    return names[(names["kind"] == "party") & ~names["ambiguous"]]


@pytest.mark.parametrize(
    ("writing", "near"),
    [("Khazakhstan", "Kazakhstan"), ("Indja", "India"), ("Uzbekstan", "Uzbekistan"), ("Mongolja", "Mongolia"), ("Казахсан", "Казахстан")],
)
def test_a_misspelling_is_refused_with_the_nearest_name(writing, near):
    with pytest.raises(sco.TimelineError, match=f"no party is written '{writing}'; did you mean '({near})'"):
        sco.status(writing)


UNREADABLE = ["Khazakhstan", "Indja", "Zzyzx"]
ASKING = {
    "annotate": lambda names: sco.annotate(pd.DataFrame({"p": [*names, "IND", *names], "d": DAY}), party="p", date="d"),
    "panel": lambda names: sco.panel(parties=["IND", *names]),
}


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING)
def test_all_unreadable_parties_are_listed_at_once_each_once_in_order(ask):
    with pytest.raises(sco.TimelineError) as caught:
        ask(UNREADABLE)
    assert caught.value.names == tuple(UNREADABLE)
    assert caught.value.near["Khazakhstan"] == "Kazakhstan"
    assert str(caught.value).count("\n") == len(UNREADABLE) - 1


@pytest.mark.parametrize(
    ("name", "targets"), [("Congo", ("COD", "COG")), ("Korea", ("KOR", "PRK")), ("Корея", ("KOR", "PRK")), ("刚果", ("COD", "COG"))]
)
def test_a_name_of_two_parties_is_never_resolved(name, targets):
    with pytest.raises(sco.TimelineError, match="use a code") as caught:
        sco.status(name)
    assert isinstance(caught.value, LookupError)
    assert tuple(sorted(caught.value.targets)) == targets


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING)
def test_among_unreadable_parties_an_ambiguous_one_is_called_so(ask):
    """To be told that nobody is written 'Congo' and that 'Congo' may be meant helps nobody."""
    with pytest.raises(sco.TimelineError) as caught:
        ask(["Congo", "Indja", "Korea"])
    message = str(caught.value)
    for part in ("Congo", "Korea", "COD", "COG", "KOR", "PRK", "no party is written 'Indja'; did you mean 'India'"):
        assert part in message
    assert "no party is written 'Congo'" not in message


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING)
def test_all_ambiguous_parties_are_listed_at_once(ask):
    with pytest.raises(sco.TimelineError) as caught:
        ask(["Congo", "Korea"])
    assert "Congo" in str(caught.value)
    assert "Korea" in str(caught.value)


@pytest.mark.parametrize(
    ("writing", "system"), [("India", "iso3"), ("India", "iso2"), ("IND", "name"), ("Khazakhstan", None), ("ind", "iso3")]
)
def test_a_suggestion_can_be_followed(writing, system):
    with pytest.raises(sco.TimelineError) as caught:
        sco.status(writing, ids=system)
    for suggestion in caught.value.near.values():
        assert suggestion != writing
        sco.status(suggestion, ids=system)


@pytest.mark.parametrize("nobody", [None, "", "  ", float("nan"), pd.NA, True, 750.5, -1, 0, ["IND"], ("IND", "CHN")], ids=repr)
def test_what_names_no_party_is_refused_as_such(nobody):
    for ask in (sco.status, sco.history):
        with pytest.raises(sco.TimelineError) as caught:
            ask(nobody)
        assert isinstance(caught.value, LookupError | ValueError)


def unknown_writings(party_names):
    """Texts that no name and no code comes near: letters without sense, never the digits of a code alone."""
    known = {name.casefold() for name in party_names["name"]}
    return st.text("qxzjwk0-", min_size=5, max_size=12).filter(lambda text: text not in known and text.strip("-0"))


@settings(max_examples=20, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_an_unknown_writing_raises_whatever_is_asked(party_names, data):
    writing = data.draw(unknown_writings(party_names))
    frame = pd.DataFrame({"p": ["IND", writing], "d": [DAY, DAY]})
    asking = [
        lambda: sco.status(writing),
        lambda: sco.history(writing),
        lambda: sco.panel(parties=[writing]),
        lambda: sco.annotate(frame, party="p", date="d"),
    ]
    for ask in asking:
        with pytest.raises(sco.TimelineError) as caught:
            ask()
        assert caught.value.names == (writing,)
    allowed = sco.annotate(frame, party="p", date="d", unknown="null")["sco_status"]
    assert list(allowed.isna()) == [False, True]


@pytest.fixture(scope="module")
def cow_codes():
    return sco.load("parties").dropna(subset=["cow_code"]).set_index("party_id")["cow_code"].to_dict()


@settings(max_examples=50, deadline=None, derandomize=True, database=None)
@given(number=st.integers(-10, 5000))
def test_an_integer_is_a_cow_code_or_nothing(cow_codes, number):
    bearers = [party for party, code in cow_codes.items() if code == number]
    if bearers:
        assert sco.status(number, DAY) in {sco.status(bearer, DAY) for bearer in bearers}
    else:
        with pytest.raises(sco.TimelineError, match=f"no party is written {number}"):
            sco.status(number, DAY)
