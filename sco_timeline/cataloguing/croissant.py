"""The package in the Croissant format (MLCommons), which data hubs and loaders of machine-learning frameworks read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sco_timeline.cataloguing.schema_org import core
from sco_timeline.describing import cite
from sco_timeline.descriptor import Field, Table, read_package

_TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "date": "sc:Date"}
_TERMS = (
    *("column", "data", "equivalentProperty", "extract", "field", "fileObject", "fileProperty", "fileSet", "format", "includes"),
    *("isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated"),
    *("replace", "samplingRate", "separator", "source", "subField", "transform"),
)


def croissant() -> str:
    """Return the metadata as Croissant 1.0, a kind of schema.org JSON-LD.

    Returns
    -------
    str
        JSON, indented, with a line feed at its end: a file object and a record set for the CSV of each table, with its
        key and its columns. Paths are relative to the descriptor.

    Examples
    --------
    >>> import json
    >>> from sco_timeline.cataloguing import croissant
    >>> [records["name"] for records in json.loads(croissant())["recordSet"]][:2]
    ['parties', 'people']
    """
    package = read_package()
    content = {
        "@context": _context(),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        **core(package),
        "name": package.raw["name"],
        "citeAs": cite("bibtex"),
        "distribution": [_file(resource) for resource in package.raw["resources"]],
        "recordSet": [_record_set(table) for table in package.tables.values()],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _context() -> Mapping[str, Any]:
    own = {name: f"cr:{name}" for name in _TERMS}
    typed = {
        "data": {"@id": "cr:data", "@type": "@json"},
        "examples": {"@id": "cr:examples", "@type": "@json"},
        "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    }
    prefixes = {
        "@language": "en",
        "@vocab": "https://schema.org/",
        "sc": "https://schema.org/",
        "cr": "http://mlcommons.org/croissant/",
        "rai": "http://mlcommons.org/croissant/RAI/",
        "dct": "http://purl.org/dc/terms/",
        "citeAs": "cr:citeAs",
        "conformsTo": "dct:conformsTo",
    }
    return prefixes | own | typed


def _file(resource: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{resource['name']}.csv",
        "name": f"{resource['name']}.csv",
        "description": resource["description"],
        "contentUrl": resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": resource["mediatype"],
        "sha256": resource["hash"].removeprefix("sha256:"),
    }


def _record_set(table: Table) -> Mapping[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": {"@id": f"{table.name}/{table.key}"},
        "field": [_field(table, field) for field in table.fields],
    }


def _field(table: Table, field: Field) -> Mapping[str, Any]:
    """Return a column; foreign keys stay in the descriptor, since mlcroissant would join every table that they lead to."""
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{field.name}",
        "name": field.name,
        "description": field.description,
        "dataType": _TYPES[field.type],
        "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": field.name}},
    }
