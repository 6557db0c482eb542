"""Claims about the SCO in texts: what they say, where they say it, found by rules, and by weights where no rule speaks."""

from __future__ import annotations

import pandas as pd

from sco_timeline.errors import BadArgumentError
from sco_timeline.extracting.claims import COLUMNS, claims_to_frame, claims_to_records
from sco_timeline.extracting.corpora import Extracted, Progress, extract_corpus
from sco_timeline.extracting.documents import publication_day
from sco_timeline.extracting.reading import claims_of

__all__ = [
    "COLUMNS",
    "Extracted",
    "Progress",
    "claims_of",
    "claims_to_frame",
    "claims_to_records",
    "extract",
    "extract_corpus",
    "extract_frame",
]


def extract(text: str, published: str | None = None) -> pd.DataFrame:
    """Return what a text says about the SCO.

    Parameters
    ----------
    text : str
        A text in English: an article, a page of an encyclopaedia, a headline.
    published : str, optional
        The day on which it was published, YYYY-MM-DD, to which "yesterday" and days without a year refer.

    Returns
    -------
    pandas.DataFrame
        A row a claim, in the order of the text, with the columns `sco_timeline.extracting.COLUMNS`; what the text does not
        say is missing. `evidence_start` and `evidence_end` count characters of `text`.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> found = sco.extract("India and Pakistan joined the SCO in June 2017.")
    >>> found[["type", "party", "to", "stage", "date"]].values.tolist()
    [['status_change', 'IND', 'member', 'effective', '2017-06'], ['status_change', 'PAK', 'member', 'effective', '2017-06']]
    """
    return claims_to_frame(claims_of(text, published))


def extract_frame(documents: pd.DataFrame) -> pd.DataFrame:
    """Return the claims of many texts.

    Parameters
    ----------
    documents : pandas.DataFrame
        A row a text: `text`, and where there are any `id` (else, and where it is missing, the index names the text) and
        `published`, as days, times or text that begins YYYY-MM-DD, YYYY-MM or YYYY. Other columns are passed over.

    Returns
    -------
    pandas.DataFrame
        As `extract`, in the order of the texts, with the text's id in `doc`; the same columns and dtypes for a frame without
        rows. Texts that are missing say nothing.

    Raises
    ------
    BadArgumentError
        If there is no column `text`, something in it is no text, or something in `published` no day.

    Examples
    --------
    >>> import pandas as pd
    >>> import sco_timeline.extracting as extracting
    >>> extracting.extract_frame(pd.DataFrame({"id": ["a"], "text": ["Iran joined the SCO in 2023."]}))["doc"].tolist()
    ['a']
    """
    if "text" not in documents:
        raise BadArgumentError("the frame has no column 'text'; name it so, and the others `id` and `published`")
    nothing = pd.Series([None] * len(documents), dtype=object)
    ids, days = documents.get("id", nothing), documents.get("published", nothing)
    claims = []
    for label, name, text, day in zip(documents.index, ids, documents["text"], days, strict=True):
        if isinstance(text, str):
            doc = str(label if _is_missing(name) else name)
            claims += [{**claim, "doc": doc} for claim in claims_of(text, _day(day, label))]
        elif not _is_missing(text):
            raise BadArgumentError(f"row {label!r}: {text!r:.60} is no text")
    return claims_to_frame(claims)


def _day(value: object, label: object) -> str | None:
    try:
        return None if _is_missing(value) else publication_day(value)
    except BadArgumentError as error:
        raise BadArgumentError(f"row {label!r}: published: {error}") from None


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)
