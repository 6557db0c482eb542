"""CITATION.cff, by which repositories and reference managers know how to cite the dataset."""

from __future__ import annotations

import json

from sco_timeline.descriptor import read_package


def citation_file() -> str:
    """Return the dataset in the Citation File Format 1.2.0.

    Returns
    -------
    str
        YAML. The DOI is the descriptor's ``id``; where it has none yet, a comment holds its place.

    Examples
    --------
    >>> from sco_timeline.cataloguing import citation_file
    >>> citation_file().splitlines()[0]
    'cff-version: 1.2.0'
    """
    package = read_package()
    raw, doi = package.raw, package.doi
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this dataset, please cite it as below.",
        "type: dataset",
        f"title: {_quoted(raw['title'])}",
        f"abstract: {_quoted(raw['description'])}",
        f"version: {raw['version']}",
        f"date-released: {raw['created'][:10]}",
        f"doi: {doi}" if doi else "# doi: not assigned yet; it goes into `id` of datapackage.json",
        "authors:",
        *(f"  - name: {_quoted(person['title'])}" for person in raw["contributors"]),
        "license:",
        *(f"  - {licence['name']}" for licence in raw["licenses"]),
        "keywords:",
        *(f"  - {_quoted(word)}" for word in raw["keywords"]),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return text as a YAML scalar in double quotes."""
    return json.dumps(text, ensure_ascii=False)
