"""The package described in the words of others: schema.org, Croissant, the Citation File Format, and a codebook for people."""

from collections.abc import Callable, Mapping

from sco_timeline.cataloguing.citation import citation_file
from sco_timeline.cataloguing.codebook import codebook
from sco_timeline.cataloguing.croissant import croissant
from sco_timeline.cataloguing.schema_org import json_ld

STYLES: Mapping[str, Callable[[], str]] = {"markdown": codebook, "jsonld": json_ld, "croissant": croissant, "cff": citation_file}

__all__ = ["STYLES", "citation_file", "codebook", "croissant", "json_ld"]
