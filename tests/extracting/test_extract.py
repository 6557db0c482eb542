"""What `extract` and `extract_frame` promise: columns, offsets, nothing guessed, nothing from elsewhere."""

from __future__ import annotations

import pandas as pd
import pytest

import sco_timeline as sco
from sco_timeline.extracting import COLUMNS, claims_of, claims_to_frame, claims_to_records, extract, extract_frame
from sco_timeline.extracting.claims import TYPES, claim_of

TEXT = "The SCO summit was held in Astana on 4 July 2024. Belarus joined the Shanghai Cooperation Organisation there as its tenth member."


def facts(text, published=None):
    return {
        (claim["type"], claim.get("party"), claim.get("to") or claim.get("status"), claim["polarity"])
        for claim in claims_of(text, published)
    }


def test_the_columns_are_fixed_also_for_nothing():
    empty = extract("Nothing of the kind.")
    assert tuple(empty.columns) == COLUMNS
    assert len(empty) == 0
    assert empty.dtypes.equals(extract(TEXT).dtypes)
    assert empty.dtypes.equals(extract_frame(pd.DataFrame({"text": pd.Series([], dtype="object")})).dtypes)
    assert empty.dtypes.equals(extract_frame(pd.DataFrame({"text": [TEXT, None, "x"]})).dtypes)


def test_whole_numbers_and_truth_values_can_be_missing():
    kinds = extract(TEXT).dtypes.astype(str)
    assert {
        kinds[name] for name in ("n", "ordinal", "summit_year", "evidence_start", "evidence_end", "sentence_start", "sentence_end")
    } == {"Int64"}
    assert kinds["present"] == "boolean"


def test_offsets_count_characters_of_the_text_given():
    text = "“Café” — naïve.\n\n" + TEXT
    joined = next(claim for claim in claims_of(text) if claim["type"] == "status_change")
    start, end = joined["evidence"]
    assert text[start:end].startswith("Belarus joined")
    start, end = joined["sentence"]
    assert text[start:end].startswith("Belarus joined")
    assert text[start:end].endswith("member.")


def test_the_same_text_gives_the_same_claims():
    assert claims_of(TEXT) == claims_of(TEXT)


def test_claims_go_into_a_frame_and_back():
    claims = [{**claim, "doc": "a"} for claim in claims_of(TEXT)]
    back = claims_to_records(claims_to_frame(claims))
    assert back == claims


@pytest.mark.parametrize("kind", TYPES)
def test_an_empty_claim_of_each_type_goes_into_a_frame_and_back(kind):
    claim = claim_of(kind, evidence=[0, 1], sentence=[0, 1])
    if "parties" in claim:
        claim["parties"] = []
    assert claims_to_records(claims_to_frame([claim])) == [claim]


def test_a_claim_has_the_keys_of_its_type_alone():
    with pytest.raises(KeyError, match="chair has no city"):
        claim_of("chair", city="Astana")


def test_a_frame_of_texts_keeps_their_ids_and_skips_what_is_no_text():
    frame = pd.DataFrame({"id": ["a", "b", "c"], "text": [None, TEXT, float("nan")], "published": [None, "2024-07-05", None]})
    assert set(extract_frame(frame)["doc"]) == {"b"}
    assert len(extract_frame(frame.astype({"text": "string"}))) == len(extract(TEXT))


def test_extract_is_a_public_name():
    assert sco.extract(TEXT).equals(extract(TEXT))


@pytest.mark.parametrize(
    "text",
    [
        "NATO admitted Finland as a member in 2023.",
        "The Scottish Chamber Orchestra (SCO) was founded in 1974; France and China are members of its board.",
        "SCO Group sued IBM in 2003 and became a member of the Open Group. China watched.",
        "Iran is a member of BRICS, OPEC and the OIC.",
        "China, the chair of BRICS, met Russia at the BRICS summit in Beijing in 2022. The SCO was not mentioned.",
        "France is a member of NATO, the SCO's secretary-general said.",
        "The SCO Business Council was founded in 2006 and has nine members.",
        "The women's forum of the SCO met in Tashkent. Belarus was admitted as an observer; in 2024 the chair goes to China.",
        "At the SCO University a new rector was chosen. Mongolia joined as a full member last year.",
        "By SCO we mean a slow cooling oven. Two of them, from Iran and Belarus, joined the plant in 2013.",
        "BRICS met in Kazan. The 16th summit of the group was held on 22 October 2024. A film by a director from an SCO state was shown.",
        "The foreign ministers of the SCO states met in Goa on 4-5 May 2023.",
        "",
    ],
    ids=lambda text: text[:40],
)
def test_what_is_not_the_sco_yields_nothing(text):
    assert facts(text) == set()


def test_what_stands_around_an_article_yields_nothing():
    article = "The SCO leaders met. " * 10 + "\n\n"
    for foot in ("Related Articles", "Leave a Reply", "You may also like", "Comments"):
        assert facts(f"{article}{foot}\n\nIran joins the SCO\n\nTurkey becomes a member of the SCO") == set()
    assert facts(f"{article}Read also: Iran joins the SCO\n") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran is an SCO observer. It joined in 2005.", ("status_change", "IRN", "member", "asserted")),
        ("Iran and Belarus border nobody. The two countries joined the SCO.", ("status_change", "BLR", "member", "asserted")),
        ("The SCO met. The bloc admitted Iran as a member.", ("status_change", "IRN", "member", "asserted")),
        ("Nepal is an SCO dialogue partner. Laos was given the same status.", ("status_change", "LAO", "dialogue_partner", "asserted")),
        ('"We will become a member of the SCO," Erdogan said.', ("status_change", "TUR", "member", "expected")),
        ("Tehran has been an SCO member since 2023.", ("status_change", "IRN", "member", "asserted")),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_words_that_point_back_are_resolved(text, expected):
    assert expected in facts(text)


def test_the_bloc_is_the_organization_last_named():
    assert facts("The SCO watched. NATO met in Vilnius. The alliance admitted Finland as a member.") == set()


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Iran joined the SCO yesterday.", "2023-07-05", "2023-07-04"),
        ("Iran joined the SCO yesterday.", None, None),
        ("Iran joined the SCO on 4 July.", "2023-07-05", "2023-07-04"),
        ("Iran joined the SCO on Tuesday.", "2023-07-05", "2023-07-04"),
        ("Iran joined the SCO last year.", "2023-07-05", "2022"),
        ("Iran joined the SCO.", "2023-07-05", None),
        ("ASTANA, 5 July 2024 – Belarus joined the SCO yesterday.", None, "2024-07-04"),
        ("Iran joined the SCO in early July 2023.", None, "2023-07"),
    ],
)
def test_days_are_read_against_the_day_of_publication(text, published, day):
    (claim,) = [claim for claim in claims_of(text, published) if claim["type"] == "status_change"]
    assert claim["date"] == day
    assert claim["date_hint"] == (published if day is None else None)


@pytest.mark.parametrize(
    "text",
    [
        "The signing of the Osh Declaration is due at the end of the SCO summit.",
        "It is expected that the SCO leaders sign the Osh Declaration.",
        "The agenda of the SCO summit includes the signing of the Osh Declaration.",
        "The signing of the Osh Declaration by the SCO leaders, which is expected on Friday, is the main event.",
        "Third SCO summit, Osh, 3 May 2031\n\nOn 3 May 2031 the third SCO summit will be held in Osh.",
    ],
)
def test_what_is_told_beforehand_is_a_plan(text):
    assert {polarity for *_, polarity in facts(text)} == {"expected"}
