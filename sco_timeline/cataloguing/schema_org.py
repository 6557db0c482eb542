"""The package as a schema.org Dataset, for search engines and for the page that shows it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sco_timeline.descriptor import Package, read_package


def json_ld() -> str:
    """Return a schema.org Dataset in JSON-LD.

    Returns
    -------
    str
        JSON, indented, with a line feed at its end. Addresses of files are relative to the descriptor.

    Examples
    --------
    >>> import json
    >>> from sco_timeline.cataloguing import json_ld
    >>> json.loads(json_ld())["@type"]
    'Dataset'
    """
    package = read_package()
    downloads = [
        {"@type": "DataDownload", "name": file["path"].rpartition("/")[2], "contentUrl": file["path"]}
        | {"encodingFormat": file["mediatype"], "contentSize": f"{file['bytes']} B", "sha256": file["hash"].removeprefix("sha256:")}
        for resource in package.raw["resources"]
        for file in (resource, *resource["sco:alternates"])
    ]
    content = {"@context": "https://schema.org/", "@type": "Dataset", **core(package), "distribution": downloads}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def core(package: Package) -> Mapping[str, Any]:
    """Return what schema.org and Croissant say of a dataset in the same words."""
    raw = package.raw
    identifier = {"identifier": raw["id"], "url": raw["id"]} if "id" in raw else {}
    return {
        "name": raw["title"],
        "alternateName": raw["name"],
        "description": raw["description"],
        **identifier,
        "version": raw["version"],
        "dateModified": raw["as_of"],
        "datePublished": raw["created"][:10],
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "keywords": raw["keywords"],
        "license": [licence["path"] for licence in raw["licenses"]],
        "creator": [{"@type": "Organization", "name": person["title"]} for person in raw["contributors"]],
        "temporalCoverage": raw["coverage"]["temporal"],
        "spatialCoverage": raw["coverage"]["spatial"],
        "isBasedOn": [source["path"] for source in raw["sources"]],
    }
