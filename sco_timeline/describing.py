"""What the package holds and how to cite it, read off the descriptor."""

from __future__ import annotations

import pandas as pd

from sco_timeline.descriptor import Field, Package, read_package
from sco_timeline.errors import UnknownChoiceError


def tables() -> pd.DataFrame:
    """Return what tables there are.

    Returns
    -------
    pandas.DataFrame
        A row per table, in the order of the descriptor: ``table``, ``title``, ``rows``, ``columns``, ``key``,
        ``derived`` (computed by the build), ``description``.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> "memberships" in set(sco.tables()["table"])
    True
    """
    package = read_package()
    counts = {resource["name"]: resource["sco:rows"] for resource in package.raw["resources"]}
    rows = [
        (table.name, table.title, counts[table.name], len(table.fields), table.key, table.derived, table.description)
        for table in package.tables.values()
    ]
    return pd.DataFrame(rows, columns=["table", "title", "rows", "columns", "key", "derived", "description"])


def describe(table: str) -> pd.DataFrame:
    """Return what the columns of a table are.

    Parameters
    ----------
    table : str
        One of `tables`.

    Returns
    -------
    pandas.DataFrame
        A row per column, in order: ``column``, ``type``, ``dtype``, ``title``, ``description``, ``required``,
        ``values`` (allowed ones, if they are listed), ``references``, ``derived``.

    Raises
    ------
    UnknownNameError
        If there is no such table.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> sco.describe("events").loc[0, "column"]
    'event_id'
    """
    found = read_package().table(table)
    references = {key.field: f"{key.table}.{key.key}" for key in found.foreign_keys}
    rows = [_describe(field, references.get(field.name, "")) for field in found.fields]
    columns = ["column", "type", "dtype", "title", "description", "required", "values", "references", "derived"]
    return pd.DataFrame(rows, columns=columns)


def _describe(field: Field, references: str) -> tuple[object, ...]:
    type_ = "edtf" if field.is_edtf else field.type
    values = ", ".join(map(str, field.enum))
    return field.name, type_, field.dtype, field.title, field.description, field.required, values, references, field.derived


def cite(style: str = "text") -> str:
    """Return how to cite the dataset in its present version.

    Parameters
    ----------
    style : {"text", "bibtex"}

    Returns
    -------
    str

    Raises
    ------
    UnknownChoiceError
        For another style.

    Examples
    --------
    >>> import sco_timeline as sco
    >>> sco.cite("bibtex").startswith("@misc{sco_timeline")
    True
    """
    package = read_package()
    if style not in ("text", "bibtex"):
        raise UnknownChoiceError("style", style, ("text", "bibtex"))
    return _bibtex(package) if style == "bibtex" else _text(package)


def _authors(package: Package) -> str:
    return " and ".join(person["title"] for person in package.raw["contributors"])


def _text(package: Package) -> str:
    year = package.raw["created"][:4]
    identifier = f" {package.raw['id']}" if "id" in package.raw else ""
    return f"{_authors(package)} ({year}). {package.title}. Version {package.version}, checked to {package.as_of}. Data set.{identifier}"


def _bibtex(package: Package) -> str:
    fields = {
        "author": " and ".join("{" + person["title"] + "}" for person in package.raw["contributors"]).replace("_", r"\_"),
        "title": "{" + package.title.replace("_", r"\_") + "}",
        "year": package.raw["created"][:4],
        "version": package.version,
        "note": f"Data set, checked to {package.as_of}",
    }
    if package.doi:
        fields["doi"] = package.doi
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{sco_timeline,\n{lines}\n}}"


def source_line() -> str:
    """Return the line that stands under every plot: package, version, day up to which the record was checked."""
    package = read_package()
    return f"Source: sco_timeline {package.version}, record checked to {package.as_of}"
