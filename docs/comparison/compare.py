"""Writes docs/comparison.md: where other datasets differ from this one on the SCO, and why.

python docs/comparison/compare.py            writes the page
What the peers say stands in peers.json (printed by peers.py), published.csv, editions.csv and rules.csv; why they differ
in reasons.csv. The page follows from these and the record alone, so it can be made again without network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from differences import Edition, Finding, Spells, changed_since, compare, days_of_agreement, state_years
from reading import FOLDER, Row, edition, last_day, published, read_inputs, read_record

import sco_timeline as sco
from sco_timeline.storing import markdown_table

PAGE = FOLDER.parent / "comparison.md"
COW = "cow-igo-3"

_TOP = """# Comparison with other datasets

Made by `make compare` (without network: `python docs/comparison/compare.py`); a test keeps it current.
Version {version}, record checked to {as_of}.

Compared are states, as they stand on basis `effective` on the peer's own day. What the peers say stands in
[peers.json](comparison/peers.json), printed by a script that runs the packages in an environment of their own, and in
[published.csv](comparison/published.csv), read from public copies whose addresses it gives.

*Agree* and *differ* count parties. *Beyond its form* counts those to which the peer gives no status and for whose status in this
record it has no word; that is no difference in fact, but who merges the peer's data reads it as one.
"""
_COW = """## Correlates of War IGO, version 3.0

State memberships in intergovernmental organizations, one row a state and year, up to {last_year}. Its files were not read, so no
value here is one of theirs: the comparison applies its public coding rules to this record, by `panel(coding="cow")`, and
shows what that form cannot hold.
"""
_COW_TAIL = """The rules read do not say how a year of change is coded in yearly rows; `panel(coding="cow")` takes the closest status held
on any day. The fourth count is of those for which the choice matters. This record keeps the days, and `share_min` and
`share_max` in `panel()` give the part of the year. How these data call or number the SCO, and whether they have an entry for
the Shanghai Five, was not seen.
"""
_FACTBOOK = """## CIA World Factbook

A list of members, observers and dialogue members in its appendix on international organizations, and on each country's page a list
of organizations with the country's role in brackets. It gives no dates. Its day is taken to be the first on which the copy
can have been published, so that nothing later is held against it; single pages of a copy may be older. "Dialogue member" is read
as dialogue partner.
"""
_KINDS = {"absent": "no status", "late": "an earlier status", "early": "a later status", "never": "a status that it never has here"}


def page(peers: Mapping[str, Any], tables: Mapping[str, Sequence[Row]], record: Spells, as_of: date) -> str:
    """Return the page as Markdown; a difference without a reason is a LookupError."""
    said = {COW: by_the_rules(tables["rules"], record)} | published(tables["published"])
    editions = [edition(row) for row in tables["editions"]] + [package_edition(package, as_of) for package in peers["packages"]]
    said |= {package["package"]: {party: str(row["status"]) for party, row in package["found"].items()} for package in peers["packages"]}
    found = {one.edition: compare(one, said[one.edition], record) for one in editions if said[one.edition]}
    parts = [_TOP.format(version=sco.__version__, as_of=as_of), summary(editions, found)]
    bodies = {
        one.edition: section(one, said[one.edition], found[one.edition], tables, record, as_of) for one in editions if one.edition in found
    }
    last_year = covered_to(tables["rules"])
    counts = table(counted_years(last_year, record))
    parts += [_COW.format(last_year=last_year), rules(tables["rules"]), counts, _COW_TAIL, bodies[COW], _FACTBOOK]
    parts += [f"### {one.title}\n\n{bodies[one.edition]}" for one in editions if one.edition.startswith("factbook")]
    for one in peers["packages"]:
        parts += [f"## {one['package']} {one['version']}\n", about(one, peers["pandas"], tables["reasons"]), bodies.get(one["package"], "")]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts if part)


def covered_to(rows: Iterable[Row]) -> int:
    """Return the last year that the Correlates of War data cover."""
    return int(next(row["value"] for row in rows if row["rule"] == "last_year"))


def by_the_rules(rows: Iterable[Row], record: Spells) -> dict[str, str]:
    """Return what the coding of the Correlates of War makes of the record in its last year, codes as statuses."""
    words = {1: "member", 2: "associate", 3: "observer"}
    coded = sco.panel(coding="cow", parties=list(record))
    coded = coded[coded["year"] == covered_to(rows)]
    party = sco.load("parties").set_index("cow_code")["party_id"].to_dict()
    return {party[code]: words[value] for code, value in zip(coded["ccode"], coded["sco"], strict=True) if value > 0}


def counted_years(last_year: int, record: Spells) -> list[tuple[object, ...]]:
    """Return the counts of state-years, with a head."""
    statuses = sco.load("statuses").query("organization == 'sco'")
    counts = state_years(sco.panel(parties=list(record)), dict(zip(statuses["status"], statuses["cow_value"], strict=True)), last_year)
    return [("state-years of this record", "state-years", "parties"), *counts.itertuples(index=False, name=None)]


def package_edition(package: Mapping[str, Any], as_of: date) -> Edition:
    """Return what a package says as an edition; it has no date, so it speaks of the last day of the record."""
    name, why_on = str(package["package"]), "the last day of the record, as the package has no date"
    return Edition(name, f"{name} {package['version']}", as_of, why_on, "list", frozenset({"member"}))


def summary(editions: Iterable[Edition], found: Mapping[str, Sequence[Finding]]) -> str:
    """Return the counts of all editions as a table."""
    rows: list[tuple[object, ...]] = [("peer", "compared on", "agree", "differ", "beyond its form", "open")]
    for one in editions:
        outcomes = [finding.outcome for finding in found.get(one.edition, ())]
        counts = [outcomes.count(outcome) for outcome in ("agrees", "differs", "beyond", "open")]
        if one.edition == COW:  # what its form makes of this record: agreement would say nothing
            rows.append((f"{one.title}, its form alone", one.on, "", "", counts[2], counts[3]))
        else:
            rows.append((one.title, one.on, *counts) if outcomes else (one.title, "has no SCO", "", "", "", ""))
    return table(rows)


def section(
    one: Edition, given: Mapping[str, str], found: Sequence[Finding], tables: Mapping[str, Sequence[Row]], record: Spells, as_of: date
) -> str:
    """Return what is to be said of one edition: on which day, what differs, why, and where it was read."""
    parties = sco.load("parties")
    names = dict(zip(parties["party_id"], parties["name"], strict=True))
    differing = [(names[f.party], f.said, f.status, f.since, _KINDS[f.kind]) for f in found if f.outcome == "differs"]
    read = [row for row in tables["published"] if row["edition"] == one.edition]
    pages = {row["url"]: f"[{names[row['party_id']]}]({row['url']})" if one.scope == "parties" else f"<{row['url']}>" for row in read}
    blocks = [
        "\n".join(on_its_day(one, given, names, record, as_of)) + "\n",
        table([("party", "peer", "here", "here since", "the peer has"), *differing]) if differing else "",
        "\n".join([*why(one.edition, found, tables["reasons"], names), ""]),
        f"Read at: {', '.join(pages.values())}\n" if pages else "",
    ]
    return "\n".join(block for block in blocks if block)


def on_its_day(one: Edition, given: Mapping[str, str], names: Mapping[str, str], record: Spells, as_of: date) -> Iterator[str]:
    """Say on which day an edition is compared, when the record was what it says, and what changed since."""
    yield f"Compared on {one.on} ({one.why_on}){', the parties whose pages were read' if one.scope == 'parties' else ''}."
    if one.scope == "list" and one.edition != COW:
        yield agreed(days_of_agreement(one, given, record, as_of))
    parties = sorted(given if one.scope == "parties" else record)
    if later := changed_since(parties, one.on, record, as_of):
        yield f"Changed here after that day: {', '.join(f'{names[party]} ({spell.status}, {spell.since})' for party, spell in later)}."


def agreed(days: tuple[date, date | None] | None) -> str:
    """Say when the record was what the peer says."""
    if days is None:
        return "On no day does the record hold exactly what it says."
    return f"What it says is exactly the record, so far as its form goes, from {days[0]} on" + (f", until {days[1]}." if days[1] else ".")


def why(name: str, found: Iterable[Finding], reasons: Sequence[Row], names: Mapping[str, str]) -> list[str]:
    """Return a line for each reason, with the parties that it explains."""
    explained: dict[str, list[str]] = {}
    for finding in found:
        if finding.outcome in {"differs", "beyond"}:
            text = reason(name, finding.kind or finding.outcome, finding.party, reasons)
            beyond = f" ({finding.status})" if finding.outcome == "beyond" else ""
            explained.setdefault(text, []).append(names.get(finding.party, finding.party) + beyond)
    return [f"- {', '.join(parties)}: {text}" for text, parties in explained.items()]


def reason(name: str, kind: str, party: str, reasons: Iterable[Row]) -> str:
    """Return why an edition differs in one party: the reason given for it, else that for the kind of difference."""
    fitting = [row for row in reasons if (row["edition"], row["kind"]) == (name, kind) and row["party_id"] in {party, ""}]
    if not fitting:
        raise LookupError(f"{FOLDER.name}/reasons.csv gives no reason why {name} differs on {party} ({kind}); add a row")
    return max(fitting, key=lambda row: len(row["party_id"]))["why"]


def about(package: Mapping[str, Any], pandas: str, reasons: Iterable[Row]) -> str:
    """Say what was looked at in a package, and what is there of the SCO."""
    looked = f"Looked through with pandas {pandas}: the {len(package['names'])} {package['where']}."
    if not package["found"]:
        return f"{looked} None is the SCO, so there is nothing to compare. {reason(str(package['package']), 'nothing', '', reasons)}"
    years = sum(row["since"] is not None for row in package["found"].values())
    return f"{looked} The SCO is one of them, with {len(package['found'])} parties, of which {years or 'none'} has a year of joining.\n"


def rules(rows: Iterable[Row]) -> str:
    """Return the coding rules read as a table."""
    head = ("rule", "value", "meaning", "read at")
    return table([head, *((row["rule"], row["value"], row["meaning"], f"<{row['url']}>") for row in rows)])


def table(rows: Sequence[Sequence[object]]) -> str:
    """Return rows as a Markdown table, the first as its head."""
    return markdown_table(map(str, rows[0]), rows[1:])


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(*read_inputs(), read_record(), last_day()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
