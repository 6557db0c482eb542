"""How Sphinx makes the documentation site: `make docs` writes it to build/docs, with every warning an error and without network.

The pages are plain Markdown that is read on a code host too, so what only the site needs stands here: which page stands
under which (`SECTIONS`), anchors, and where links to files beside docs/ lead.
"""

from __future__ import annotations

import json
import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from docutils import nodes
from pygments.lexers.special import TextLexer
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
os.environ["MPLBACKEND"] = "agg"
sys.path.insert(0, str(ROOT))
cite = import_module("sco_timeline").cite

_package = json.loads((ROOT / "datapackage.json").read_text("utf-8"))

project = "sco_timeline"
author = "The sco_timeline contributors"
project_copyright = "The sco_timeline contributors. Code under the MIT licence, data and text under CC BY 4.0"
version = release = _package["version"]

extensions = ["myst_parser", "sphinx.ext.autosummary", "numpydoc", "sphinx_gallery.gen_gallery"]
exclude_patterns = ["comparison/*", "examples/*"]
suppress_warnings = ["config.cache"]  # sphinx-gallery takes a class for an order
default_role = "py:obj"  # `members` in a docstring leads to its page
highlight_language = "text"
nitpicky = False

myst_heading_anchors = 4
myst_links_external_new_tab = False

autosummary_generate = True
autosummary_ignore_module_all = False
numpydoc_show_class_members = False
numpydoc_class_members_toctree = False
autodoc_typehints = "none"

# The theme that pandas, NumPy and matplotlib use, so readers know their way; kept, accessible, light and dark, nothing fetched.
html_theme = "pydata_sphinx_theme"
html_title = "sco_timeline"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "logo": {"text": "sco_timeline"},
    "navbar_end": ["theme-switcher"],
    "navbar_align": "left",
    "header_links_before_dropdown": 7,
    "secondary_sidebar_items": ["page-toc"],
    "show_prev_next": True,
    "footer_start": ["copyright"],
    "footer_end": ["checked"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
    "show_toc_level": 2,
}
html_sidebars = {"index": [], "tutorial": [], "coding-rules": []}
html_context = {"default_mode": "auto", "as_of": _package["as_of"]}
templates_path = ["_templates"]

GALLERY = ["growth", "bases", "statuses", "on_a_day", "summits", "attendance", "shares", "event_study"]
sphinx_gallery_conf = {
    "examples_dirs": "examples",
    "gallery_dirs": "gallery",
    "filename_pattern": r"\.py$",
    "within_subsection_order": lambda name: GALLERY.index(name.removesuffix(".py")),
    "show_memory": False,
    "show_signature": False,
    "write_computation_times": False,
    "min_reported_time": 1_000_000,
    "download_all_examples": False,
    "notebook_extensions": set(),
    "copyfile_regex": r"^$",
    "remove_config_comments": True,
    "abort_on_example_error": True,
    "image_scrapers": ("matplotlib",),
    "image_srcset": ["2x"],
    "thumbnail_size": (480, 300),
    "plot_gallery": True,
}

# Which pages stand under which. Section heads of their own stay plain Markdown: the list is put behind them while Sphinx reads.
SECTIONS = {
    "index": ["tutorial", "cookbook/README", "gallery/index", "coding-rules", "data", "extraction", "api", "project"],
    "cookbook/README": [f"cookbook/{name}" for name in ("merge", "summits", "duckdb", "sqlite", "stata", "spreadsheet", "r")],
    "extraction": ["extraction/figures"],
    "data": ["codebook", "coverage", "comparison", "open-questions"],
    "project": ["contributing", "changelog", "data-changes", "cite"],
}

# Files that are no pages of the site and what shows them there.
_PAGES = {"CONTRIBUTING": "contributing", "CHANGELOG": "changelog", "data/CHANGES": "data-changes"}
SHOWN = {str(ROOT / file): page for file, page in _PAGES.items()} | {"examples/README": "gallery/index"}

_ANCHOR = re.compile(r'^<a id="([\w.-]+)"></a>$', re.MULTILINE)


_BLANK_END = re.compile(r"(```pycon\n.*?)\n+```", re.DOTALL)
_ABBREVIATED = re.compile(r"(>>> print\(sco\.cite\((.*?)\)\))  # doctest: \+ELLIPSIS\n.*?(?=\n>>>|\n\n|```)", re.DOTALL)


def read_page(app: Sphinx, page: str, source: list[str]) -> None:
    """Take a page as it is read on a code host and make it one of the site.

    HTML anchors become targets that Sphinx knows, a citation that the page abbreviates is written out, blank ends of
    examples go, and the head of a section gets the list of its pages.
    """
    text = _ABBREVIATED.sub(lambda found: f"{found[1]}\n{cite(found[2].strip(chr(34)) or 'text')}", source[0])
    text = _ANCHOR.sub(r"(\1)=", _BLANK_END.sub(r"\1\n```", text))
    if page in SECTIONS:
        pages = "\n".join(f"/{name}" for name in SECTIONS[page])
        text += f"\n\n```{{toctree}}\n:hidden:\n\n{pages}\n```\n"
    source[0] = text


class LinkShownFiles(SphinxPostTransform):
    """Links to files that a page of the site shows lead to that page."""

    default_priority = 5  # before myst-parser looks for the page

    def run(self, **kwargs: Any) -> None:
        """Rewrite the target of each such link of the page."""
        for link in self.document.findall(addnodes.pending_xref):
            if link["refdomain"] == "doc":
                link["reftarget"] = SHOWN.get(link["reftarget"], link["reftarget"])


def mark_prose(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the cells under a head such as `description`, so that the style sheet keeps their column wide enough to read."""
    for table in doctree.findall(nodes.tgroup):
        rows = [list(row.findall(nodes.entry)) for row in table.findall(nodes.row)]
        for column, head in enumerate(rows[0]):
            if head.astext() in ("description", "definition", "known instead", "what is coded so", "reason"):
                for row in rows:
                    row[column]["classes"].append("prose")


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx of what stands above."""
    app.connect("source-read", read_page)
    app.connect("doctree-read", mark_prose)
    app.add_post_transform(LinkShownFiles)
    app.add_lexer("excel", TextLexer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
