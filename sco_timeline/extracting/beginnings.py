"""What rules take for known: who founded the SCO and when, and that what came before it was the Shanghai Five."""

from __future__ import annotations

FIVE = frozenset({"CHN", "KAZ", "KGZ", "RUS", "TJK"})
SIX = FIVE | {"UZB"}
FIVE_BEGAN, SCO_BEGAN = 1996, 2001
_FOUNDED = f"{SCO_BEGAN}-06"


def is_before_the_sco(day: str | None) -> bool:
    """Say whether a day, month or year is over before the SCO was founded.

    Examples
    --------
    >>> is_before_the_sco("2001-05-31"), is_before_the_sco("2001"), is_before_the_sco("2000"), is_before_the_sco(None)
    (True, False, True, False)
    """
    return bool(day) and str(day)[: len(_FOUNDED)] < _FOUNDED[: len(str(day))]
