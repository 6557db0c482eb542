"""Hold what an article claims against the dataset."""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from rich.text import Text

    from sco_timeline.extracting.documents import Document

EXAMPLE = "sco-timeline check article.txt --published 2024-07-05"

_COLOURS = {
    "confirmed": "green",
    "contradicted": "bold red",
    "imprecise": "yellow",
    "too early": "bold yellow",
    "not covered": "dim",
    "undated": "cyan",
}
_SIGNALS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")  # they steer terminals
_CONTEXT = 100  # characters of text without claims that are shown beside a sentence with one


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("article", help="plain text in UTF-8 or a web page (HTML); - for text on standard input")
    parser.add_argument("--published", metavar="DATE", help="when the article was published: YYYY-MM-DD, YYYY-MM or YYYY")
    parser.add_argument(
        "--format", choices=("table", "json", "html", "markdown"), default="table", help="how verdicts are printed (default: table)"
    )


def run(args: argparse.Namespace) -> int:
    """Print the verdicts, whatever they are."""
    from sco_timeline.checking import check
    from sco_timeline.checking.reporting import to_html, to_json, to_markdown

    article = _article(args.article, args.published)
    text, checked = article.text, check(article.text, article.published)
    if args.format == "table":
        _print_table(text, checked)
    elif args.format == "json":
        print(to_json(text, checked, article.published))
    else:
        print(to_markdown(text, checked) if args.format == "markdown" else to_html(text, checked, f"Claims about the SCO in {article.id}"))
    return 0


def _article(name: str, published: str | None) -> Document:
    """Return the one article of a file or of standard input."""
    from sco_timeline.errors import DataError, Problem
    from sco_timeline.extracting import documents

    day = documents.publication_day(published)
    if name == "-":
        found = [documents.document_of(sys.stdin.buffer.read(documents.LARGEST), "standard input", "standard input", day)]
    else:
        documents.require_readers([Path(name)])
        found = list(islice(documents.read_documents(Path(name), day), 2))
    if len(found) != 1:
        found = [Problem(name, 0, "", f"holds {'several articles' if found else 'no article'}", "check one article at a time")]
    if isinstance(found[0], Problem):
        raise DataError([found[0]])
    return found[0]


def _print_table(text: str, checked: pd.DataFrame) -> None:
    """Print the sentences with claims in their places, then claim by claim; in colours on a terminal only."""
    from rich.console import Console
    from rich.text import Text

    from sco_timeline.checking.marking import claim_in_words, pieces_of, summary
    from sco_timeline.checking.recorded import records_of

    on_terminal = sys.stdout.isatty()
    lines = [Text(summary(checked)), Text()]
    if len(checked):
        article = Text()
        for piece in pieces_of(text, checked):
            article.append_text(_marked(piece.text, piece.numbers, piece.verdict))
        lines += [article, Text()]
    for number, row in enumerate(records_of(checked), 1):
        lines.append(Text.assemble(f"{number}. ", (row["verdict"], _COLOURS[row["verdict"]]), f"  {claim_in_words(row)}"))
        lines += [Text(f"   {line}") for line in (row["says"], *row["sources"].splitlines())]
    if not on_terminal:
        print("\n".join(line.plain for line in lines).rstrip("\n"))
        return
    console = Console(markup=False, highlight=False)
    for line in lines:
        console.print(line, soft_wrap=True)


def _marked(words: str, numbers: tuple[int, ...], verdict: str | None) -> Text:
    """Return a sentence with its verdict's colour and the numbers of its claims, or the beginning and end of what lies between."""
    from rich.text import Text

    words = words.translate(_SIGNALS)
    if verdict is None:
        return Text(words if len(words) <= 2 * _CONTEXT else f"{words[:_CONTEXT]} … {words[-_CONTEXT:]}", style="dim")
    return Text.assemble((f"«{words}»", f"{_COLOURS[verdict]} underline"), f"[{', '.join(map(str, numbers))}]")
