"""Every picture that the package can draw, and the closing of all figures."""

import os
import subprocess
import sys

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

matplotlib.use("Agg")

STANDINGS = [(organization, basis) for organization in ("sco", "shanghai_five") for basis in ("effective", "decision")]


@pytest.fixture(autouse=True)
def closed_figures():
    yield
    from matplotlib import pyplot

    pyplot.close("all")


@pytest.fixture(params=STANDINGS, ids=" ".join)
def standing(request):
    """Return organization and basis, as keywords."""
    return dict(zip(("organization", "basis"), request.param, strict=True))


@pytest.fixture
def paper():
    """Return axes on a figure of a given size that pyplot knows nothing of."""

    def axes(width=7.0, height=7.0):
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(figure)
        return figure.add_subplot()

    return axes


@pytest.fixture
def in_python():
    """Run a script in a process of its own and return what it printed."""

    def run(script, **environment):
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, env={**os.environ, **environment}, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
