# Everything a newcomer, a developer and the build need. `make help` lists it.

VENV   ?= .venv
HOST   ?= 127.0.0.1
PORT   ?= 8000
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null \
  && echo $$python && break; done)

BIN := $(if $(filter Windows_NT,$(OS)),$(VENV)/Scripts,$(VENV)/bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SRC := app bench models requirements tests

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format bench train evaluate demo golden docs requirements clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.dev ## make the virtual environment with everything for development

run: $(VENV)/.base ## serve the form and the API on 127.0.0.1:8000 (HOST=, PORT=)
	$(BIN)/integritetskoll serve --host $(HOST) --port $(PORT)

test: $(VENV)/.dev ## run the tests (ARGS= goes to pytest)
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.dev ## check style, types, layers, requirements and wording
	$(BIN)/ruff check $(SRC)
	$(BIN)/ruff format --check $(SRC)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python requirements/compile.py --check
	$(BIN)/python -m pytest --quiet tests/test_house.py

format: $(VENV)/.dev ## put the code into shape
	$(BIN)/ruff check --fix-only --quiet $(SRC)
	$(BIN)/ruff format $(SRC)

bench: $(VENV)/.dev ## measure speed, start and memory against the budgets
	$(BIN)/python -m bench

train: $(VENV)/.train ## train the language pipeline (DATA= names the folder of the corpora)
	$(BIN)/python -m models.recipe.train $(DATA)

evaluate: $(VENV)/.dev ## measure the language pipeline (DATA= names a file), numbers and hints
	$(BIN)/python -m models.recipe.evaluate $(DATA)
	$(if $(DATA),,$(BIN)/python -m bench.numbers)
	$(if $(DATA),,$(BIN)/python -m bench.protection)

demo: $(VENV)/.base ## check every sample and print a table
	@$(BIN)/python -m bench.demo

golden: $(VENV)/.dev ## refresh the expected reports of the samples and show what changed
	$(BIN)/python -m bench.golden

docs: $(VENV)/.dev ## write docs/recognizers.md and docs/openapi.json from the code
	$(BIN)/python -m bench.recognizers
	$(BIN)/python -m bench.openapi

requirements: $(VENV)/.dev ## pin the requirements again, for all platforms (ARGS=--upgrade)
	$(BIN)/python requirements/compile.py $(ARGS)

clean: ## remove the virtual environment and what the tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find app bench models tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.base: requirements/base.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 to 3.14 is needed: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements/base.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.train: requirements/train.txt $(VENV)/.dev
	$(PIP) install --require-hashes -r requirements/train.txt
	@touch $@
