# `make` explains itself; the two that matter are `make site` and `make test`.
PYTHON ?= python3.11
PYTHON := $(shell command -v $(PYTHON) || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# As many processes as there are processors, but four at most.
TESTS := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4
CODE := build.py duizhao tests
STATIC := templates/static
TEMPLATES := $(wildcard templates/*.html)

.DEFAULT_GOAL := help
.PHONY: help site check quick test lint fmt bless bench serve clean

help:  ## show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

site: $(VENV)/site.stamp  ## build the site into site/
	$(BIN)/python build.py

check: $(VENV)/site.stamp  ## look for mistakes in the content and count what was checked
	$(BIN)/python build.py check

quick: lint  ## types, lint, formats and all tests without a browser
	$(TESTS) -m "not browser"

test: $(VENV)/test.stamp  ## set up everything, a browser included, and check and test all
	$(BIN)/python -m tests.browser
	$(MAKE) --no-print-directory lint
	$(TESTS)

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
	DUIZHAO_BLESS=1 $(TESTS) tests/test_golden.py tests/test_cases.py

bench: $(VENV)/test.stamp  ## time the build and the pages
	$(BIN)/python -m tests.bench

serve: site  ## build and serve the site at http://127.0.0.1:8000/
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8000

clean:  ## remove what was made
	rm -rf site $(VENV) .pytest_cache .hypothesis .mypy_cache .ruff_cache

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	touch $@
