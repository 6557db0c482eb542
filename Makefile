# Two commands: `make build` makes the dataset and draws it, `make test` checks everything.
# Both set up their own environment in .venv from a bare python3.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: build test lint types tests test-outside bench clean

build: .venv/ready
	$(BIN)/sco-timeline build
	$(BIN)/sco-timeline validate
	$(BIN)/sco-timeline plot growth --out docs/growth.png

test: lint types tests

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

tests: .venv/ready
	$(BIN)/python -m pytest

# From outside: the descriptor by a second validator, the built wheel on every Python found with the lowest and the newest pandas.
test-outside: .venv/ready
	$(BIN)/python tests/outside/run.py

bench: .venv/ready
	$(BIN)/python benchmarks/run.py

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	touch $@

clean:
	rm -rf .venv build dist
