"""Who is meant: names in three languages, former names, codes of six systems; and what is said to what cannot be read."""

import random
import unicodedata

import pandas as pd
import pytest

import sco_timeline as sco

DAY = "2024-08-01"
ENDED = {"ANT", "SCG"}  # parties that are no more by 2024
SYSTEMS = {"iso3": "party_id", "iso2": "iso2", "m49": "m49", "cow": "cow_code", "gw": "gw_code", "wikidata": "wikidata_id", "name": "name"}


def who(writing):
    """Key of the party that a writing is read as."""
    found = sco.panel(freq="year", ids=["iso3"], parties=[writing])["iso3"].unique()
    assert len(found) == 1
    return found[0]


READINGS = [
    ("China", "CHN"),
    ("Китай", "CHN"),
    ("中国", "CHN"),
    ("中华人民共和国", "CHN"),
    ("People's Republic of China", "CHN"),
    ("People’s Republic of China", "CHN"),
    ("PRC", "CHN"),
    ("CHN", "CHN"),
    ("CN", "CHN"),
    ("156", "CHN"),
    ("Q148", "CHN"),
    (710, "CHN"),
    ("Russia", "RUS"),
    ("Russian Federation", "RUS"),
    ("Россия", "RUS"),
    ("Российская Федерация", "RUS"),
    ("俄罗斯", "RUS"),
    (365, "RUS"),
    ("Kazakhstan", "KAZ"),
    ("Казахстан", "KAZ"),
    ("哈萨克斯坦", "KAZ"),
    ("Kyrgyzstan", "KGZ"),
    ("Kyrgyz Republic", "KGZ"),
    ("Кыргызстан", "KGZ"),
    ("Киргизия", "KGZ"),
    ("吉尔吉斯斯坦", "KGZ"),
    ("Таджикистан", "TJK"),
    ("乌兹别克斯坦", "UZB"),
    ("India", "IND"),
    ("Индия", "IND"),
    ("印度", "IND"),
    (750, "IND"),
    ("356", "IND"),
    ("Belarus", "BLR"),
    ("Byelorussia", "BLR"),
    ("Беларусь", "BLR"),
    ("Белоруссия", "BLR"),
    ("白俄罗斯", "BLR"),
    ("Iran", "IRN"),
    ("Iran, Islamic Republic of", "IRN"),
    ("Иран", "IRN"),
    ("伊朗", "IRN"),
    ("Burma", "MMR"),
    ("Myanmar", "MMR"),
    ("Мьянма", "MMR"),
    ("缅甸", "MMR"),
    ("Swaziland", "SWZ"),
    ("Eswatini", "SWZ"),
    ("Turkey", "TUR"),
    ("Türkiye", "TUR"),
    ("Turkiye", "TUR"),
    ("Турция", "TUR"),
    ("土耳其", "TUR"),
    (640, "TUR"),
    ("Ceylon", "LKA"),
    ("Macedonia", "MKD"),
    ("Czech Republic", "CZE"),
    ("Cape Verde", "CPV"),
    ("Cabo Verde", "CPV"),
    ("Ivory Coast", "CIV"),
    ("Côte d’Ivoire", "CIV"),
    ("Cote d'Ivoire", "CIV"),
    ("Timor-Leste", "TLS"),
    ("Timor–Leste", "TLS"),
    ("East Timor", "TLS"),
    ("South Sudan", "SSD"),
    ("Namibia", "NAM"),
    ("NA", "NAM"),
    ("516", "NAM"),
    ("004", "AFG"),
    ("United States", "USA"),
    ("U.S.", "USA"),
    ("US", "USA"),
    (2, "USA"),
    ("Viet Nam", "VNM"),
    ("Lao PDR", "LAO"),
    ("North Korea", "PRK"),
    ("South Korea", "KOR"),
    ("Republic of Korea", "KOR"),
    ("Hong Kong", "HKG"),
    ("Taiwan", "TWN"),
    ("Palestine", "PSE"),
    ("Vatican", "VAT"),
    ("DR Congo", "COD"),
    ("710", "ZAF"),  # text of three digits is M49, an integer is COW
]


@pytest.mark.parametrize(("writing", "party"), READINGS, ids=lambda x: repr(x))
def test_a_writing_is_read_as_the_party(writing, party):
    assert who(writing) == party


@pytest.mark.parametrize(
    "writing", ["china", "CHINA", "  China ", "ChInA", "КИТАЙ", "TÜRKİYE", "turkiye", "são tomé and príncipe", "SAO TOME AND PRINCIPE"]
)
def test_case_accents_and_blanks_around_do_not_matter_in_names(writing):
    assert who(writing) in {"CHN", "TUR", "STP"}


@pytest.fixture(scope="module")
def party_names():
    names = sco.load("names")
    return names[(names["kind"] == "party") & ~names["ambiguous"]]


def test_every_listed_name_has_the_status_of_its_party(party_names):
    rows = pd.concat([party_names.assign(day=day) for day in ("2006-01-01", "2016-01-01", DAY)])
    by_name = sco.annotate(rows, party="name", date="day")["sco_status"]
    by_target = sco.annotate(rows, party="target_id", date="day")["sco_status"]
    assert list(by_name) == list(by_target)


def test_a_listed_name_is_read_as_its_party(party_names):
    """A sample, in batches of one name a party: a wrong reading shows as a party twice or as one missing."""
    sample = party_names.loc[random.Random(3).sample(list(party_names.index), 150)]
    for _, batch in sample.groupby(sample.groupby("target_id").cumcount()):
        found = sco.panel(freq="year", parties=list(batch["name"]), since=2024)["iso3"]
        assert set(found) == set(batch["target_id"]) - ENDED


@pytest.mark.parametrize(("system", "column"), SYSTEMS.items())
def test_every_code_of_a_system_is_read_as_its_party(system, column, party_names):
    parties = sco.load("parties").dropna(subset=[column])
    if system == "name":
        parties = parties[parties["name"].isin(party_names["name"])]  # 'Saint Martin' is two islands
    parties = parties[~parties[column].duplicated(keep=False)].assign(day=DAY)
    by_code = sco.annotate(parties, party=column, date="day", ids=system)
    by_key = sco.annotate(parties, party="party_id", date="day")
    assert list(by_code["sco_status"]) == list(by_key["sco_status"])
    assert by_code["sco_status"].nunique() >= 3


def test_one_code_that_two_parties_bore_in_turn_is_read_as_todays():
    """COW gives Serbia and Montenegro and Serbia one number."""
    assert who(345) == "SRB"


@pytest.mark.parametrize("code", ["4", 4])
def test_an_m49_code_that_lost_its_noughts_is_read_when_the_system_is_named(code):
    """A CSV of UN data, read without thought, holds 4 for Afghanistan: `ids` says what it is."""
    assert sco.status(code, "2020-01-01", ids="m49") == "observer"


@pytest.mark.parametrize(
    ("code", "system", "status"), [(750, "gw", "member"), ("750", "cow", "member"), (356, "m49", "member"), ("IN", "iso2", "member")]
)
def test_ids_says_what_a_code_is(code, system, status):
    assert sco.status(code, DAY, ids=system) == status


@pytest.mark.parametrize(
    ("code", "system"), [("India", "iso3"), ("IND", "iso2"), ("IND", "name"), (750, "iso3"), (356, "cow"), ("ZZZ", "iso3")]
)
def test_ids_shuts_out_the_other_systems(code, system):
    with pytest.raises(sco.TimelineError) as caught:
        sco.status(code, DAY, ids=system)
    assert isinstance(caught.value, LookupError)


def test_an_unknown_system_is_refused_and_the_known_ones_named():
    with pytest.raises(sco.TimelineError, match="iso3, iso2, m49, cow, gw, wikidata, name") as caught:
        sco.status("IND", ids="iso")
    assert isinstance(caught.value, ValueError)


def bare(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


WAYS = {
    "upper": str.upper,
    "lower": str.lower,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "dashes": lambda name: name.replace("-", "–"),
    "quotes": lambda name: name.replace("'", "’"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_how_a_name_is_typed_does_not_change_whose_it_is(party_names, way):
    """The table promises: compared without regard to case, accents and dash or quote style."""
    usual = party_names.drop_duplicates("target_id").iloc[::6]
    written = [way(name) for name in usual["name"]]
    assert set(sco.panel(parties=written, since=2024)["iso3"]) == set(usual["target_id"]) - ENDED


def test_accents_may_be_left_out(party_names):
    accented = party_names[party_names["name"].map(bare) != party_names["name"]]
    accented = accented[accented["language"] == "en"].drop_duplicates("target_id")
    assert len(accented) >= 5
    assert set(sco.panel(parties=[bare(name) for name in accented["name"]])["iso3"]) == set(accented["target_id"])


def test_a_name_reads_the_same_in_every_function(party_names):
    sample = party_names.loc[random.Random(7).sample(list(party_names.index), 20)]
    by_name = sco.annotate(sample.assign(day=DAY), party="name", date="day")["sco_status"]
    for writing, target, answer in zip(sample["name"], sample["target_id"], by_name, strict=True):
        assert sco.status(writing, DAY) == sco.status(target, DAY) == answer
        pd.testing.assert_frame_equal(sco.history(writing), sco.history(target))
