"""Verdicts on an article as a JSON text, a Markdown text and a page that stands alone."""

from __future__ import annotations

import hashlib
import html
import json
import re
from typing import Any

import pandas as pd

from sco_timeline.checking.marking import claim_in_words, pieces_of, sentence_of, summary
from sco_timeline.checking.recorded import records_of
from sco_timeline.checking.sourcing import Source
from sco_timeline.checking.verdicts import MEANINGS
from sco_timeline.descriptor import read_package
from sco_timeline.extracting.claims import claims_to_records

_VERDICT = ("verdict", "says", "day", "effective", "decision")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_STYLE = """body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
.text{white-space:pre-wrap;border-left:3px solid #ccc;padding-left:1rem}
mark{color:inherit;background:#e8e8e8}sup{margin-left:.1em}
.contradicted{background:#f6c9c4}.too-early{background:#f9ddb1}.imprecise{background:#f6efb0}.undated{background:#d9e4f3}.confirmed{background:#cfe8cf}
b{padding:0 .3em}li{margin:1rem 0}q{color:#555}ul{margin:.2rem 0}"""


def sources_of(cell: str) -> list[Source]:
    """Return the sources of a row of verdicts."""
    return [Source.read(line) for line in str(cell).splitlines()]


def to_json(text: str, checked: pd.DataFrame, published: str | None) -> str:
    """Return the claims with their verdicts as one JSON object, without the text itself."""
    package = read_package()
    claims = [claim | _verdict(row) for claim, row in zip(claims_to_records(checked), records_of(checked), strict=True)]
    about = {
        "text_sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "published": published,
        "dataset": package.version,
        "as_of": str(package.as_of),
    }
    return json.dumps(about | {"claims": claims}, ensure_ascii=False, indent=1)


def _verdict(row: dict[str, Any]) -> dict[str, Any]:
    keys = [key.partition("/") for key in row["row_ids"].split(";") if key]
    return {name: row[name] for name in _VERDICT} | {
        "rows": [{"table": table, "row_id": key} for table, _, key in keys],
        "sources": [{"publisher": source.publisher, "url": source.url or None} for source in sources_of(row["sources"])],
    }


def to_markdown(text: str, checked: pd.DataFrame) -> str:
    """Return the verdicts as Markdown, each behind its sentence."""
    lines = [f"**{_plain(summary(checked))}**", ""]
    for number, row in enumerate(records_of(checked), 1):
        lines += [f"{number}. **{row['verdict']}** {_plain(claim_in_words(row))}", ""]
        lines += [f"   > {_plain(sentence_of(text, row))}", "", f"   {_plain(row['says'])}", ""]
        links = [f"[{_plain(name)}](<{_address(url)}>)" if _address(url) else _plain(name) for name, url in sources_of(row["sources"])]
        lines += [f"   Sources: {', '.join(links)}", ""] if links else []
    return "\n".join([*lines, _plain(_foot())])


def _plain(words: str) -> str:
    """Return words so that Markdown takes none of them for a sign."""
    return _MARKDOWN.sub(r"\\\1", words)


def _address(url: str) -> str:
    """Return an address that may be linked to; an empty text for any other."""
    return re.sub(r"[<>\s]", "", url) if url.startswith(("http://", "https://")) else ""


def _foot() -> str:
    package = read_package()
    return f"Dataset {package.version}, record checked to {package.as_of}."


def to_html(text: str, checked: pd.DataFrame, title: str = "Claims about the SCO") -> str:
    """Return a page with the text, its sentences marked, and the verdicts: escaped, without scripts, nothing fetched."""
    marked = "".join(_marked(*piece) for piece in pieces_of(text, checked))
    items = "\n".join(_item(number, text, row) for number, row in enumerate(records_of(checked), 1))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{html.escape(title)}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<h1>{html.escape(title)}</h1>
<p>{html.escape(summary(checked))}</p>
<div class="text">{marked}</div>
<ol>
{items}
</ol>
<h2>What the verdicts mean</h2>
<ul>
{_legend()}
</ul>
<p>{html.escape(_foot())}</p>
</body>
</html>"""


def _legend() -> str:
    return "\n".join(f'<li><b class="{_class(verdict)}">{verdict}</b> {html.escape(meaning)}</li>' for verdict, meaning in MEANINGS.items())


def _marked(words: str, numbers: tuple[int, ...], verdict: str | None) -> str:
    if verdict is None:
        return html.escape(words)
    links = ", ".join(f'<a href="#claim-{number}">{number}</a>' for number in numbers)
    return f'<mark class="{_class(verdict)}">{html.escape(words)}</mark><sup>{links}</sup>'


def _item(number: int, text: str, row: dict[str, Any]) -> str:
    sources = "".join(f"<li>{_link(*source)}</li>" for source in sources_of(row["sources"]))
    return (
        f'<li id="claim-{number}"><b class="{_class(row["verdict"])}">{row["verdict"]}</b> {html.escape(claim_in_words(row))}<br>'
        f"<q>{html.escape(sentence_of(text, row))}</q><br>{html.escape(row['says'])}"
        f"{f'<ul>{sources}</ul>' if sources else ''}</li>"
    )


def _link(name: str, url: str) -> str:
    address = _address(url)
    return f'<a href="{html.escape(address)}" rel="noreferrer">{html.escape(name)}</a>' if address else html.escape(name)


def _class(verdict: str) -> str:
    return verdict.replace(" ", "-")
