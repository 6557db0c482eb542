# Two commands: `make build` makes the dataset and draws it, `make test` checks everything.
# Both set up their own environment in .venv from a bare python3.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: build pages needs weights docs site browser changes release-check test lint types tests test-outside test-r bench compare clean

build: .venv/ready needs weights
	$(BIN)/sco-timeline build
	$(BIN)/sco-timeline validate
	$(BIN)/sco-timeline plot growth --out docs/growth.png
	$(MAKE) --no-print-directory pages

# What follows from the data and the descriptor alone; each file is written beside and renamed.
pages: .venv/ready
	$(BIN)/sco-timeline coverage --format markdown > docs/.new && mv docs/.new docs/coverage.md
	$(BIN)/sco-timeline describe --format markdown > docs/.new && mv docs/.new docs/codebook.md
	$(BIN)/sco-timeline describe --format croissant > docs/.new && mv docs/.new croissant.json
	$(BIN)/sco-timeline describe --format cff > docs/.new && mv docs/.new CITATION.cff
	$(BIN)/python docs/comparison/compare.py
	$(BIN)/python docs/extraction/figures.py
	$(BIN)/python docs/draw_tutorial.py

# What the rules that find claims need of a sentence, derived from their patterns: after a change of a rule. Sentences say what is rare.
needs: .venv/ready
	$(BIN)/python -m sco_timeline.extracting.needing tests/cases/extraction/seen/sentences-*.jsonl > docs/.new && mv docs/.new sco_timeline/extracting/needs.json

# How words weigh where no rule speaks, learned from the annotated texts that may be learned from: after a change of those or of rules.
weights: .venv/ready needs
	$(BIN)/python -m sco_timeline.extracting.estimating.learning tests/cases/extraction/seen/*.jsonl > docs/.new
	mv docs/.new sco_timeline/extracting/estimating/weights.json

# The documentation site, in build/docs; every warning is an error, nothing is fetched.
docs: .venv/ready
	$(BIN)/python -m sphinx -q -W --keep-going -b html -d build/docs-trees docs build/docs

# The explorer: one page and the files that it offers, to be opened as site/index.html.
site: .venv/ready
	$(BIN)/sco-timeline explore --out site

# The browser that tests/site drives; nothing else here asks the system for anything.
browser:
	@if ! command -v chromium > /dev/null; then \
		as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; \
	fi

# What changed since the last tagged release, on top of data/CHANGES.md.
changes: .venv/ready
	$(BIN)/python tests/outside/release.py changes

# Refuses a version lower than the change since the last tagged release asks for, metadata that do not validate, and a wheel, sdist,
# data zip, site or documentation that does not work from outside; all of them are in build/release afterwards, with checksums.
release-check: .venv/ready
	$(BIN)/python tests/outside/release.py

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

# The R page of the cookbook, with the Rscript found.
test-r:
	$(PYTHON) tests/outside/r_page.py

bench: .venv/ready
	$(BIN)/python benchmarks/run.py

# What other packages say of the SCO, asked in an environment of their own, and docs/comparison.md with it.
compare: .venv/ready .venv-peers/ready
	.venv-peers/bin/python docs/comparison/peers.py > .venv-peers/peers.json
	cp .venv-peers/peers.json docs/comparison/peers.json
	$(BIN)/python docs/comparison/compare.py

.venv-peers/ready: docs/comparison/requirements.txt
	for python in python3.12 python3.11 $(PYTHON); do \
		if $$python -c "" 2>/dev/null; then exec $$python -m venv .venv-peers; fi; \
	done; exit 1
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --requirement docs/comparison/requirements.txt
	touch $@

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,docs]"
	touch $@

clean:
	rm -rf .venv build dist
