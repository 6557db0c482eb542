"""How two ways of writing a name or a text are compared."""

from __future__ import annotations

import unicodedata

_SAME = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"'})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def fold(text: str) -> str:
    """Return `text` without regard to case, accents, spacing and the style of dashes and quotes.

    Examples
    --------
    >>> fold("  Côte d’Ivoire ") == fold("cote d'ivoire")
    True
    """
    plain = unicodedata.normalize("NFKD", text.translate(_SAME).translate(_DASHES))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def fold_text(text: str) -> str:
    """Return `text` folded and without punctuation, to compare titles and slogans."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
