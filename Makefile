# make           set up .venv and print this
# make archive   set up, read corpus/ into outputs/protokoll.duckdb, print the first reports
# make test      set up and run the tests
# make test-slow run those of scans, of killed processes, on a cluster and in a browser
# make check     what CI runs: lint, types, tests, and that corpus/ is read no worse than before
# make evaluate  score what is read from corpus/ against its truth files
# make baseline  keep what is right and wrong now as what make check compares with
# make generated read some thousand protocols made by chance, damaged and not: what is missed and wrong
# make hostile   ask the page for 10,000 things that nobody should ask, and see that it stands
# make screenshots  make the README's pictures of the page anew (needs Debian's chromium)
# make train DATA=dir           train the Swedish pipeline anew (training/README.md says on what; an hour)
# make train-acts                train the models of what sentences do and which problems they tell of anew (minutes)
# make train-links               train the model of links from follow-ups to actions anew (minutes)
# make train-areas               train the models of priority areas anew (a minute)
# make evaluate-model DATA=dir  how right the trained pipeline is
# make bench     measure reading and the text side (benchmarks/RESULTS.md says what was measured)
# make fuzz      spoil documents of corpus/ and see that each is read or ends as a typed error
# make faults   kill, break and halt ingests and feed them spoiled files; nothing may be lost (half an hour)
# make clean     remove .venv, the databases and what OCR has read

VENV := .venv
BIN := $(VENV)/bin
DB := outputs/protokoll.duckdb
PYTHON ?= python3

.PHONY: setup archive evaluate baseline compare test test-slow check lint types generated bench fuzz faults hostile screenshots train train-acts train-links train-areas evaluate-model clean
DATA ?= $(error say where the treebanks are: DATA=dir)
TRAINED := outputs/trained

setup: $(VENV)/.installed
	@sed -n '/^# /s/^# //p' Makefile

$(VENV)/.installed: pyproject.toml constraints.txt
	@echo "Setting up $(VENV) (a minute or two the first time) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

archive: $(VENV)/.installed
	@echo "Reading corpus/ into $(DB) ..."
	@$(BIN)/lokalbra ingest corpus --db $(DB)
	@for report in ingest-health open-actions action-audit recurring-problems; do \
		$(BIN)/lokalbra report $$report --db $(DB) --limit 12 && echo || exit; done

evaluate: $(VENV)/.installed
	@$(BIN)/lokalbra evaluate corpus --cache outputs/cache

baseline: $(VENV)/.installed
	@$(BIN)/lokalbra evaluate corpus --cache outputs/cache --write-baseline benchmarks/baseline.json

test: $(VENV)/.installed
	@echo "Running the tests ..."
	@$(BIN)/pytest -n 2 --dist loadfile -m "not slow"

test-slow: $(VENV)/.installed
	@echo "Running the slow tests ..."
	@$(BIN)/pytest -n 2 --dist loadfile -m slow

lint: $(VENV)/.installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.installed
	@$(BIN)/mypy

compare: $(VENV)/.installed
	@echo "Comparing the scores with benchmarks/baseline.json ..."
	@$(BIN)/lokalbra evaluate corpus --cache outputs/cache --baseline benchmarks/baseline.json

check: lint types test test-slow compare

generated: $(VENV)/.installed
	@$(BIN)/python tools/generate.py --councils 100 --meetings 4 --judge

bench: $(VENV)/.installed
	@$(BIN)/python benchmarks/reading.py
	@$(BIN)/python benchmarks/text_side.py

fuzz: $(VENV)/.installed
	@$(BIN)/python tools/fuzz.py

hostile: $(VENV)/.installed
	@$(BIN)/python tools/hostile.py

screenshots: $(VENV)/.installed
	@$(BIN)/python tools/screenshots.py

faults: $(VENV)/.installed
	@$(BIN)/python tools/faults.py

train: $(VENV)/.installed
	@$(BIN)/python -m training.corpora $(DATA) $(TRAINED)
	@OMP_NUM_THREADS=1 $(BIN)/python -m spacy train training/configs/syntax.cfg --output $(TRAINED)/syntax \
		--paths.train $(TRAINED)/syntax-train.spacy --paths.dev $(TRAINED)/syntax-dev.spacy
	@$(BIN)/python -m training.entities $(DATA) $(TRAINED)/syntax/model-best $(TRAINED)
	@OMP_NUM_THREADS=1 $(BIN)/python -m spacy train training/configs/entities.cfg --output $(TRAINED)/entities \
		--paths.train $(TRAINED)/entities-train.spacy --paths.dev $(TRAINED)/entities-dev.spacy
	@$(BIN)/python -m training.assemble $(TRAINED)/syntax/model-best $(TRAINED)/entities/model-best pipeline/language/model

train-acts: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.acts.train
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.problems.train

train-links: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.links.train --cache outputs/cache

train-areas: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m training.areas.train

evaluate-model: $(VENV)/.installed
	@$(BIN)/python -m training.evaluate $(DATA) $(MODEL)

clean:
	rm -rf $(VENV) outputs/cache outputs/*.duckdb *.egg-info
