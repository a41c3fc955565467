# On a fresh machine `make` ends with dist/resume.pdf, and `make test` with every test run: both set up what they
# need first. Of the machine they ask for git, make and python3; see tools/system-packages for the rest.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
       --custom-compile-command "make lock"
SOURCES = $(shell find resume.yaml themes images src -type f ! -name "*.pyc")

export PYTHON

.PHONY: all install test test-pdf test-latex test-formats lint golden gallery bench fuzz lock fonts clean help

all: dist/resume.pdf ## set everything up and build dist/resume.pdf; this is what `make` does

install: $(VENV)/.build ## set up what `make` needs: the environment, and the libraries of the system

test: $(VENV)/.test ## set everything up and run all tests but those of test-*, and fuzz; ARGS="-k NAME" picks some
	$(BIN)/pytest -n auto $(ARGS)

test-pdf: $(VENV)/.pdf ## validate the PDFs of every theme with veraPDF, which needs Java, and hold the themes against their contract, and import them
	RESUMEKIT_REQUIRE_VERAPDF=1 $(BIN)/pytest -n auto --dist loadfile -m pdf tests/pdf tests/contract tests/importing $(ARGS)

test-latex: $(VENV)/.latex ## compile every theme with LaTeX's engines, and attack them
	RESUMEKIT_REQUIRE_LATEX=1 $(BIN)/pytest -n auto -m latex tests/latex $(ARGS)

test-formats: $(VENV)/.formats ## open the output in LibreOffice and Chromium, and validate it
	RESUMEKIT_REQUIRE_OFFICE=1 RESUMEKIT_REQUIRE_BROWSER=1 $(BIN)/pytest -n auto -m formats tests/writers tests/web $(ARGS)

lint: $(VENV)/.test ## check style and types, and that code and documents are as docs/architecture.md says
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest tests/test_architecture.py tests/test_docs.py

golden: $(VENV)/.test ## write the files that tests compare with anew; read the difference before you commit it
	$(BIN)/pytest -n auto --accept $(ARGS)

gallery: $(VENV)/.build ## make the pictures of the themes that README.md and docs/themes.md show
	$(BIN)/python tools/theme_pictures.py

bench: $(VENV)/.test ## measure, beside the peers that are installed; ARGS=--help tells what can be chosen
	$(BIN)/python tools/bench.py $(ARGS)

fuzz: $(VENV)/.test ## look for new failures: the long random tests, with far more inputs than `make test` tries
	$(BIN)/pytest -n auto -m fuzz --hypothesis-profile fuzz $(ARGS)

lock: $(VENV)/.test ## renew requirements*.lock with the newest versions that pyproject.toml admits
	$(INSTALL) uv
	$(LOCK) pyproject.toml --group build --output-file requirements.lock
	$(LOCK) pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(LOCK) --group pdf --output-file requirements-pdf.lock
	$(LOCK) --group formats --no-deps --output-file requirements-formats.lock

fonts: $(VENV)/.test ## make the bundled fonts anew; ARGS=FAMILY makes one
	$(BIN)/python -m tools.fonts $(ARGS)

clean: ## remove what was built, and all caches; the environment stays
	rm -rf dist build .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

help: ## show this
	@awk -F ": .*## |: ## " '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

dist/resume.pdf: $(VENV)/.build $(SOURCES)
	$(BIN)/resumekit build

# One environment in steps: what a build needs; on top of that, what the tests need; on top of that, what `test-pdf`,
# `test-latex` and `test-formats` need. pip and the package manager cannot run twice at once: no `make -j`.

.NOTPARALLEL:

$(VENV)/.build: requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.version_info >= (3, 11) or sys.exit('This needs Python 3.11 or newer: make PYTHON=...')"
	tools/system-packages build
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.build
	tools/system-packages test
	$(INSTALL) --require-hashes -r requirements-dev.lock
	touch $@

$(VENV)/.pdf: requirements-pdf.lock $(VENV)/.test
	tools/system-packages pdf
	$(INSTALL) --require-hashes -r requirements-pdf.lock
	touch $@

$(VENV)/.latex: $(VENV)/.test
	tools/system-packages latex
	touch $@

$(VENV)/.formats: requirements-formats.lock $(VENV)/.test
	tools/system-packages formats
	$(INSTALL) --no-deps --require-hashes -r requirements-formats.lock
	touch $@
