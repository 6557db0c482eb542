"""The site as files: the page with everything it needs in it, and the downloads beside it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from sco_timeline.cataloguing import json_ld
from sco_timeline.deriving import BASES, FIRST_DAY
from sco_timeline.describing import cite
from sco_timeline.descriptor import Package, read_package
from sco_timeline.errors import MissingDependencyError
from sco_timeline.exploring.downloads import Download, downloads
from sco_timeline.exporting.staging import deliver
from sco_timeline.loading import shared

_LIBRARIES = {"altair": "altair", "itables": "itables", "jinja2": "Jinja2", "vl_convert": "vl-convert-python"}
_HERE = Path(__file__).parent / "templates"
_FIRST_SCRIPT, _SCRIPTS = ("waiting.js",), ("standing.js", "views.js", "tables.js", "routes.js")


def explore(out: str | os.PathLike[str]) -> list[Path]:
    """Write the explorer: a site that answers from a file, without a network.

    Parameters
    ----------
    out : str or path
        The folder, made if missing. Files of the same names are replaced once all are written, others left alone.

    Returns
    -------
    list of pathlib.Path
        ``index.html`` and the downloads: each table as CSV and Parquet, and a zip of all with the descriptor, with
        version and date in their names. The same bytes at every run, under one version of the libraries that draw.

    Raises
    ------
    MissingDependencyError
        If a library of the extra ``explore`` is not installed.
    BadArgumentError, OSError
        If the files cannot be written there.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     files = explore(folder)
    >>> files[0].name
    'index.html'
    """
    for module, name in _LIBRARIES.items():
        _require(module, name)
    package = read_package()
    files = downloads(package)
    page = _page(package, files)

    def write(folder: Path) -> None:
        (folder / "index.html").write_text(page, encoding="utf-8", newline="\n")
        for file in files:
            (folder / file.name).write_bytes(file.content)

    return deliver(Path(out), write)


def _require(module: str, name: str) -> None:
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise MissingDependencyError(name, "the explorer", "explore")


def _page(package: Package, files: list[Download]) -> str:
    """Return the page as HTML."""
    import jinja2

    from sco_timeline.exploring import charts, contents, days
    from sco_timeline.plotting.statuses_data import prepare_statuses

    loader = jinja2.FileSystemLoader(_HERE)
    templates = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    first, script = (_inert(_read(*names)) for names in (_FIRST_SCRIPT, _SCRIPTS))
    tiles, columns = contents.tiles()
    pictures = {basis: prepare_statuses("sco", basis) for basis in BASES}
    return templates.get_template("index.html").render(
        package=package,
        policy=_policy(first, script),
        first_script=first,
        script=script,
        style=_read("explorer.css"),
        table_style=_table_library()[1],
        bundles={"vega": _inert(_chart_library()), "tables": _inert(_table_library()[0])},
        data=_json(_data(package)),
        linked_data=_json(_linked(files)),
        standing=contents.standing_now(),
        tiles=tiles,
        columns=columns,
        growth={basis: contents.growth_rows(basis) for basis in BASES},
        spells={basis: contents.spell_rows(picture) for basis, picture in pictures.items()},
        acts={basis: contents.act_rows(picture) for basis, picture in pictures.items()},
        shown={basis: charts.statuses_shown(picture) for basis, picture in pictures.items()},
        heights={"growth": charts.GROWTH_HEIGHT, "statuses": max(map(charts.statuses_height, pictures.values()))},
        summits=contents.summits(),
        parties=contents.parties(),
        files=files,
        cite={"text": cite(), "BibTeX": cite("bibtex")},
        first_day=FIRST_DAY,
        last_changes=days.last_changes(),
        basis_words={"effective": ", by effect", "decision": ", by decision"},
    )


def _data(package: Package) -> dict[str, Any]:
    """Return what the page's script looks things up in."""
    from sco_timeline.exploring import charts, contents, days

    return {
        "version": package.version,
        "first": str(FIRST_DAY),
        "last": str(package.as_of),
        "names": {row["party_id"]: row["name"] for row in contents.rows_of("parties")},
        "standings": days.standings(),
        "spells": days.since(),
        "changes": days.changes(),
        "growth": {basis: days.growth_days(basis) for basis in BASES},
        "charts": {
            "growth": {basis: charts.growth_chart(basis) for basis in BASES},
            "statuses": {basis: charts.statuses_chart(basis) for basis in BASES},
        },
        "tables": {name: _columns(package, name) for name in package.tables},
    }


def _columns(package: Package, name: str) -> dict[str, Any]:
    """Return a table as published, a list a column, days as ISO text."""
    frame = shared(name)
    for column in frame.columns[frame.dtypes.map(lambda dtype: dtype.kind == "M")]:
        frame = frame.assign(**{column: frame[column].dt.strftime("%Y-%m-%d")})
    plain = frame.astype(object).where(frame.notna(), None)
    table = package.tables[name]
    return {"title": table.title, "text": table.description, "columns": {str(key): plain[key].tolist() for key in plain.columns}}


def _linked(files: list[Download]) -> dict[str, Any]:
    """Return the package in schema.org's words, with the files of this site as its distribution."""
    described: dict[str, Any] = json.loads(json_ld())
    types = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "zip": "application/zip"}
    described["distribution"] = [
        {"@type": "DataDownload", "name": file.name, "contentUrl": file.name, "encodingFormat": types[file.name.rpartition(".")[2]]}
        | {"contentSize": f"{len(file.content)} B", "sha256": file.sha256}
        for file in files
    ]
    return described


@cache
def _chart_library() -> str:
    """Return the library of charts, which takes seconds to put together."""
    import vl_convert

    return str(vl_convert.javascript_bundle())  # type: ignore[call-arg]  # its stub asks for what may be left out


def _table_library() -> tuple[str, str]:
    """Return script and style of the library of tables."""
    from importlib.resources import files

    folder = files("itables") / "html"
    return tuple((folder / f"dt_bundle.{suffix}").read_text(encoding="utf-8") for suffix in ("js", "css"))  # type: ignore[return-value]


def _read(*names: str) -> str:
    """Return templates' files as one text."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)


def _policy(*scripts: str) -> str:
    """Return the content security policy: this page's scripts, and the libraries it holds; nothing from anywhere else."""
    digests = [base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode() for script in scripts]
    rules = {
        "default-src": "'none'",
        "script-src": " ".join([*(f"'sha256-{digest}'" for digest in digests), "blob:"]),
        "style-src": "'unsafe-inline'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _json(content: Any) -> str:
    """Return JSON that no HTML parser reads as anything else."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _inert(script: str) -> str:
    """Return a script that cannot end the element it stands in."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
