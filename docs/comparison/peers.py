"""Prints as JSON what the packages of requirements.txt know of the SCO; runs in their environment, not in the project's.

A package that has no such group is looked through all the same: the names of everything it offers are printed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

Found = dict[str, dict[str, str | None]]


def is_sco(name: str) -> bool:
    """Whether a group or a column of this name can be the SCO."""
    return name.casefold() == "sco" or "shanghai" in name.casefold()


def country_converter() -> dict[str, Any]:
    """Look through the columns: one for each group of countries, holding the year of joining where that is known."""
    from country_converter import CountryConverter

    data = CountryConverter().data
    columns = sorted(map(str, data.columns))
    found: Found = {}
    for column in filter(is_sco, columns):
        rows = data.loc[data[column].notna(), ["ISO3", column]]
        found |= {iso3: {"status": "member", "since": str(since)} for iso3, since in rows.itertuples(index=False)}
    return report("country_converter", "columns of CountryConverter().data", columns, found)


def countrygroups() -> dict[str, Any]:
    """Look through the lists of ISO codes that the module holds, and through the lists within lists."""
    import countrygroups as package

    outer = {name: group for name, group in vars(package).items() if isinstance(group, package.Group)}
    groups = outer | {f"{name}.{inner}": part for name, group in outer.items() for inner, part in vars(group).items()}
    found: Found = {}
    for name in groups:
        if any(map(is_sco, name.split("."))):
            found |= {iso3: {"status": "member", "since": None} for iso3 in groups[name]}
    return report("countrygroups", "lists of the module", groups, found)


def worldcountrygroups() -> dict[str, Any]:
    """Look through the groups; a group lists its countries by name and codes, without a status or a year."""
    import worldcountrygroups as package

    found: Found = {}
    for group in filter(is_sco, package.list_groups()):
        found |= {country.iso3: {"status": "member", "since": None} for country in package.get_countries(group) or []}
    return report("worldcountrygroups", "groups of list_groups()", package.list_groups(), found)


def report(package: str, where: str, names: Iterable[str], found: Found) -> dict[str, Any]:
    """Return what one package says."""
    return {"package": package, "version": version(package), "where": where, "names": sorted(names), "found": dict(sorted(found.items()))}


def main() -> None:
    """Print what each package says."""
    packages = [country_converter(), countrygroups(), worldcountrygroups()]
    json.dump({"pandas": version("pandas"), "packages": packages}, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
