"""The reference dataset of the Shanghai Cooperation Organisation: who stood in which status on which day."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sco_timeline.checking import check
    from sco_timeline.describing import cite, describe, tables
    from sco_timeline.errors import TimelineError
    from sco_timeline.exporting import export
    from sco_timeline.extracting import extract, extract_frame
    from sco_timeline.loading import load
    from sco_timeline.plotting import plot_growth, plot_map, plot_statuses, plot_summits
    from sco_timeline.querying import annotate, dyads, evidence, growth, history, members, panel, status

_HOMES = {
    "TimelineError": "errors",
    "annotate": "querying",
    "check": "checking",
    "cite": "describing",
    "describe": "describing",
    "dyads": "querying",
    "evidence": "querying",
    "export": "exporting",
    "extract": "extracting",
    "extract_frame": "extracting",
    "growth": "querying",
    "history": "querying",
    "load": "loading",
    "members": "querying",
    "panel": "querying",
    "plot_growth": "plotting",
    "plot_map": "plotting",
    "plot_statuses": "plotting",
    "plot_summits": "plotting",
    "status": "querying",
    "tables": "describing",
}

__all__ = [
    "TimelineError",
    "__version__",
    "annotate",
    "check",
    "cite",
    "describe",
    "dyads",
    "evidence",
    "export",
    "extract",
    "extract_frame",
    "growth",
    "history",
    "load",
    "members",
    "panel",
    "plot_growth",
    "plot_map",
    "plot_statuses",
    "plot_summits",
    "status",
    "tables",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "__version__":
        return import_module("sco_timeline.descriptor").read_package().version
    if name in _HOMES:
        value = getattr(import_module(f"sco_timeline.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'sco_timeline' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
