"""The command ``sco-timeline``: one module a verb, each of which parses, calls and prints."""

from sco_timeline.cli.main import main

__all__ = ["main"]
