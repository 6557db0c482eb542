"""The claims of one article, each with its verdict."""

from __future__ import annotations

import pandas as pd

from sco_timeline.checking.judging import with_verdicts
from sco_timeline.checking.times import read_published


def check(text: str, published: object = None) -> pd.DataFrame:
    """Return what a text claims of the SCO, and whether the dataset agrees.

    Parameters
    ----------
    text : str
        The article.
    published : str or date-like, optional
        When it was published: the day that "yesterday" and a claim without a time of its own refer to.

    Returns
    -------
    pandas.DataFrame
        A row per claim, in the order of the text: the columns of `extract`, then ``verdict``, ``says`` (what the
        dataset says, in a sentence), ``day`` (the time for which it was judged; null if the text leaves it open),
        ``effective`` and ``decision`` (the status, or the number of members, on its last day, by basis), ``row_ids``
        (``table/key`` of the rows that the verdict rests on, joined by ``;``) and ``sources`` (up to three, a line
        each: publisher and address).

        ``"confirmed"``: the record says the same. ``"contradicted"``: it says otherwise. ``"imprecise"``: right as far
        as it goes, as a coarser date or another stage of the same procedure. ``"too early"``: said of a day before it
        was so. ``"not covered"``: the record has nothing to compare with, or ends before. ``"undated"``: true at some
        times and not at others, and the text does not say when.

    Raises
    ------
    InvalidDateError, BadArgumentError
        If `published` is no date.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> sco.check("Turkey is an observer of the SCO.")["verdict"].tolist()
    ['contradicted']
    """
    from sco_timeline.extracting import extract

    said = read_published(published)
    return with_verdicts(extract(text, None if said is None else said.text), said)
