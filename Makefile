# `make` explains itself; the two that matter are `make site` and `make test`.
PYTHON ?= python3.11
PYTHON := $(shell command -v $(PYTHON) || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# As many processes as there are processors, but four at most.
# What Python compiles is kept, also where the environment says otherwise: or each process would compile all tests anew.
TESTS := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4
# What fetches many things at a time; where it cannot be had, or does not reach what it looks for, pip fetches them.
FETCHED := $(BIN)/uv pip install -qq --native-tls --python $(BIN)/python
# For any system and Python 3.11 or newer; what builds the project is pinned with what it depends on.
PIN := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
PINNED := $(PIN) --group build
CODE := build.py bench duizhao tests
STATIC := templates/static duizhao/serving/static
TEMPLATES := $(wildcard templates/*.html)

.DEFAULT_GOAL := help
SHARD ?=
.PHONY: help site warm check quick tests test every soak lint fmt bless bench pins audit serve clean

help:  ## show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

site: $(VENV)/site.stamp  ## build the site into site/
	$(BIN)/python build.py

warm: $(VENV)/site.stamp  ## read the reports, or a share of them (SHARD=3/8), into the cache; see docs/large.md
	$(BIN)/python build.py warm --shard $(or $(SHARD),1/1)

check: $(VENV)/site.stamp  ## look for mistakes in the content and count what was checked
	$(BIN)/python build.py check

quick: $(VENV)/test.stamp  ## types, lint, formats and the tests that need neither a browser nor long, side by side
	$(MAKE) --no-print-directory --jobs 2 --output-sync=target tests lint

tests: $(VENV)/test.stamp
	$(TESTS) -m "not browser and not long"

test: $(VENV)/test.stamp  ## set up everything, a browser included, and check and test all
	$(BIN)/python -m tests.browser
	$(MAKE) --no-print-directory --jobs 2 every lint

every: $(VENV)/test.stamp
	$(TESTS)

soak: $(VENV)/test.stamp  ## spoil the files of a project at random for ten minutes, from a seed that no one chose
	$(BIN)/python -m tests.fuzz --seconds 600

lint: $(VENV)/test.stamp  ## types, lint and formats
	$(BIN)/python -m mypy
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/oxlint --deny-warnings $(STATIC)
	$(BIN)/oxfmt --check $(STATIC)
	$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES)

fmt: $(VENV)/test.stamp  ## lay out all code, styles, scripts and templates, and mend what lint can mend
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)
	$(BIN)/oxlint --fix $(STATIC)
	$(BIN)/oxfmt $(STATIC)
	$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

bless: $(VENV)/test.stamp  ## write the goldens and the messages of the cases anew; look at the difference
	DUIZHAO_BLESS=1 $(TESTS) tests/test_golden.py tests/test_cases.py tests/test_mistakes.py

bench: $(VENV)/test.stamp  ## what a build costs at 5, 100 and 1,000 reports, and after each edit; see bench/README.md
	$(BIN)/python -m tests.bench
	$(BIN)/python -m bench --peers

pins:  ## write requirements/ anew, with the hash of every file of every release; needs uv
	$(PIN) --group install --output-file requirements/install.txt
	$(PINNED) pyproject.toml --output-file requirements/site.txt
	$(PINNED) pyproject.toml --extra import --constraint requirements/site.txt --output-file requirements/import.txt
	$(PINNED) pyproject.toml --extra inception --constraint requirements/import.txt --output-file requirements/inception.txt
	$(PINNED) pyproject.toml --extra test --extra import --extra inception --constraint requirements/inception.txt --constraint requirements/import.txt --output-file requirements/test.txt
	$(PINNED) pyproject.toml --extra audit --constraint requirements/test.txt --output-file requirements/audit.txt

audit: $(VENV)/audit.stamp  ## look for known weaknesses in all that is installed
	$(BIN)/pip-audit --require-hashes --disable-pip $(addprefix --requirement ,$(wildcard requirements/*.txt))

serve: $(VENV)/site.stamp  ## serve the site on this machine, built again after each save
	$(BIN)/python build.py serve

clean:  ## remove what was made
	rm -rf site .site.duizhao .cache duizhao.egg-info $(VENV) .pytest_cache .hypothesis .mypy_cache .ruff_cache

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

# Whatever is fetched has a hash that stands in requirements/; the project itself is built by what is then there.
$(VENV)/site.stamp: $(VENV)/bin/python pyproject.toml requirements/site.txt
	$(INSTALL) --require-hashes --requirement requirements/site.txt
	$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp requirements/install.txt requirements/test.txt
	$(INSTALL) --require-hashes --requirement requirements/install.txt || true
	$(FETCHED) --require-hashes --requirement requirements/test.txt || \
		$(INSTALL) --require-hashes --requirement requirements/test.txt
	touch $@

$(VENV)/audit.stamp: $(VENV)/test.stamp requirements/audit.txt
	$(INSTALL) --require-hashes --requirement requirements/audit.txt
	touch $@
