"""Where the package is and what its descriptor says: tables, fields and keys as frozen objects.

``datapackage.json`` is the only schema. This module knows its words, not its tables: it holds the one map from
Table Schema type to pandas dtype, and the type of no column.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from sco_timeline.errors import DescriptorError, UnknownNameError

FILE_NAME = "datapackage.json"
DTYPES = {
    "string": "str",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[us]",
}
_OWN_WORDS = {"sco:derived", "sco:evidence", "sco:format", "sco:names"}
_CONSTRAINTS = {"required", "unique", "pattern", "minimum", "maximum", "enum"}
_EVIDENCE = ("required", "optional", "none")
_PUBLISHED_PATH = re.compile(r"data/processed/\w[\w.-]*", re.ASCII)


@dataclass(frozen=True)
class Field:
    """One column: its type, its words and its rules."""

    name: str
    type: str
    title: str
    description: str
    required: bool = False
    unique: bool = False
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    enum: tuple[object, ...] = ()
    categories: tuple[str, ...] = ()
    derived: bool = False
    evidence: str = "none"
    is_edtf: bool = False
    names: str | None = None

    @property
    def dtype(self) -> str:
        """Name of the pandas dtype; ``category`` where the descriptor gives ordered categories."""
        return "category" if self.categories else DTYPES[self.type]


@dataclass(frozen=True)
class ForeignKey:
    """A column whose values are keys of another table."""

    field: str
    table: str
    key: str


@dataclass(frozen=True)
class PublishedFile:
    """A file of data/processed with the size and hash that the descriptor gives it."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Table:
    """One table: its fields in order, its key, and the two files that hold it."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    foreign_keys: tuple[ForeignKey, ...]
    unique_keys: tuple[tuple[str, ...], ...]
    derived: bool
    csv: PublishedFile
    parquet: PublishedFile

    @property
    def key(self) -> str:
        """Name of the key column, the first of every row."""
        return self.fields[0].name

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """Fields by name."""
        return {field.name: field for field in self.fields}

    @cached_property
    def raw_fields(self) -> tuple[Field, ...]:
        """Fields that people write: all but the derived ones."""
        return tuple(field for field in self.fields if not field.derived)

    @cached_property
    def bounded(self) -> tuple[str, ...]:
        """EDTF fields beside which the table bears derived days ``_earliest`` and ``_latest``."""
        return tuple(f.name for f in self.fields if f.is_edtf and f"{f.name}_earliest" in self.by_name)


@dataclass(frozen=True, eq=False)
class Package:
    """The whole package: its folder, its version, how far it was checked, its tables in order."""

    root: Path
    version: str
    as_of: date
    title: str
    tables: Mapping[str, Table]
    raw: Mapping[str, Any]

    def table(self, name: str) -> Table:
        """Return the table of that name, or raise `UnknownNameError` with the nearest one."""
        try:
            return self.tables[name]
        except (KeyError, TypeError):
            from difflib import get_close_matches

            near = get_close_matches(str(name), self.tables, 1)
            raise UnknownNameError("table", [name], {name: near[0]} if near else {}) from None

    @property
    def doi(self) -> str:
        """Digital object identifier, without the address of its resolver; empty until one is assigned."""
        return str(self.raw.get("id", "")).removeprefix("https://doi.org/")

    @property
    def raw_folder(self) -> Path:
        """Folder of what people write."""
        return self.root / "data" / "raw"


@cache
def locate() -> Path:
    """Return the folder that holds the descriptor: inside an installed package, else the repository."""
    home = Path(__file__).resolve().parent
    bundled = home / "_package"
    return bundled if bundled.is_dir() else home.parent


def read_package(root: Path | str | None = None) -> Package:
    """Read the descriptor under `root` (default: the package's own data, read again only when it was built anew)."""
    if root is not None:
        return _parse(Path(root))
    path = locate() / FILE_NAME
    return _own_package(path.parent, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=1)
def _own_package(home: Path, built: int) -> Package:
    return _parse(home)


def _parse(root: Path) -> Package:
    path = root / FILE_NAME
    try:
        raw = json.loads(path.read_bytes())
        tables = [_table(resource) for resource in raw["resources"]]
        _check(tables)
        by_name = {table.name: table for table in tables}
        return Package(root, raw["version"], date.fromisoformat(raw["as_of"]), raw["title"], by_name, raw)
    except OSError as error:
        raise DescriptorError(str(path), error.strerror or "cannot be read") from None
    except KeyError as error:
        raise DescriptorError(str(path), f"property {error} is missing") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise DescriptorError(str(path), str(error)) from None


def _check(tables: Sequence[Table]) -> None:
    """Refuse two tables, files or columns of one name, and references that lead nowhere."""
    _once("tables", [table.name for table in tables])
    _once("files", [file.path for table in tables for file in (table.csv, table.parquet)])
    columns = {table.name: [field.name for field in table.fields] for table in tables}
    for table in tables:
        _once(f"columns of {table.name}", columns[table.name])
        for key in table.foreign_keys:
            if key.field not in columns[table.name] or columns.get(key.table, [""])[0] != key.key:
                raise ValueError(f"table {table.name}: no foreign key leads from {key.field!r} to {key.key!r} of {key.table!r}")


def _once(what: str, names: Sequence[str]) -> None:
    if repeated := [name for name, number in Counter(names).items() if number > 1]:
        raise ValueError(f"two {what} are called {repeated[0]!r}")


def _table(resource: Mapping[str, Any]) -> Table:
    schema = resource["schema"]
    fields = tuple(_field(field) for field in schema["fields"])
    name = resource["name"]
    if schema["primaryKey"] != [fields[0].name]:
        raise ValueError(f"table {name}: primaryKey must be its first field alone")
    keys = (
        ForeignKey(key["fields"][0], key["reference"].get("resource") or name, key["reference"]["fields"][0])
        for key in schema.get("foreignKeys", ())
    )
    unique = tuple(tuple(key) for key in schema.get("uniqueKeys", ()))
    derived = bool(resource.get("sco:derived"))
    (parquet,) = resource["sco:alternates"]
    return Table(name, resource["title"], resource["description"], fields, tuple(keys), unique, derived, _file(resource), _file(parquet))


def _field(field: Mapping[str, Any]) -> Field:
    rules = field.get("constraints", {})
    _check_field(field, rules)
    return Field(
        name=field["name"],
        type=field["type"],
        title=field["title"],
        description=field["description"],
        required=rules.get("required", False),
        unique=rules.get("unique", False),
        pattern=rules.get("pattern"),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        enum=tuple(rules.get("enum", ())),
        categories=tuple(field.get("categories", ())),
        derived=field.get("sco:derived", False),
        evidence=field.get("sco:evidence", "none"),
        is_edtf=field.get("sco:format") == "edtf",
        names=field.get("sco:names"),
    )


def _check_field(field: Mapping[str, Any], rules: Mapping[str, Any]) -> None:
    """Refuse every word of a field that this module does not know, so that a slip never switches a check off."""
    if field["type"] not in DTYPES:
        raise ValueError(f"field {field['name']}: type {field['type']!r} is none of {', '.join(DTYPES)}")
    try:
        re.compile(rules.get("pattern", ""))
    except re.error as error:
        raise ValueError(f"field {field['name']}: pattern {rules['pattern']!r} cannot be read: {error}") from None
    own_words = {word for word in field if word.startswith("sco:")}
    if unknown := sorted((own_words - _OWN_WORDS) | (rules.keys() - _CONSTRAINTS)):
        raise ValueError(f"field {field['name']}: {', '.join(unknown)} is unknown")
    if field.get("sco:evidence", "none") not in _EVIDENCE:
        raise ValueError(f"field {field['name']}: sco:evidence is one of {', '.join(_EVIDENCE)}")
    if "categories" in field and field["categories"] != rules.get("enum"):
        raise ValueError(f"field {field['name']}: categories must be those of enum, in order")


def _file(entry: Mapping[str, Any]) -> PublishedFile:
    if not _PUBLISHED_PATH.fullmatch(entry["path"]):
        raise ValueError(f"path {entry['path']!r} leads elsewhere; published files lie in data/processed")
    return PublishedFile(entry["path"], entry["bytes"], entry["hash"].removeprefix("sha256:"))
