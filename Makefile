# On a fresh machine, `make` builds dist/resume.pdf and `make test` runs the tests. Both first set up what they need. The
# machine must provide git, make and python3; tools/system-packages installs the rest.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
       --custom-compile-command "make lock"
SOURCES = $(shell find resume.yaml themes images src -type f ! -name "*.pyc")

export PYTHON

.PHONY: all install test test-pdf test-latex test-formats test-attacks lint golden gallery bench fuzz lock fonts clean help

all: dist/resume.pdf ## set everything up and build dist/resume.pdf (the default)

install: $(VENV)/.build ## set up what a build needs: the Python environment and system libraries

# Each file of tests in one process, for what one test has built, the next one reads. In the order of their names: the
# last ones take little time, so that both processes end together.

test: $(VENV)/.test ## set everything up and run the unit and end-to-end tests; ARGS="-k NAME" selects some
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

test-pdf: $(VENV)/.pdf ## validate and re-import the PDFs of every theme, and run the theme contract (needs Java)
	RESUMEKIT_REQUIRE_VERAPDF=1 $(BIN)/pytest -n auto --dist loadgroup -m pdf tests/pdf tests/contract tests/importing $(ARGS)

test-latex: $(VENV)/.latex ## compile every theme with one of the LaTeX engines, and attack all of them (needs TeX Live)
	RESUMEKIT_REQUIRE_LATEX=1 $(BIN)/pytest -n auto -m "latex and not fuzz" tests/latex $(ARGS)

test-formats: $(VENV)/.formats ## open and validate the other formats in LibreOffice and Chromium
	RESUMEKIT_REQUIRE_OFFICE=1 RESUMEKIT_REQUIRE_BROWSER=1 $(BIN)/pytest -n auto -m formats tests/writers tests/web $(ARGS)

test-attacks: $(VENV)/.formats ## run the long attacks: on pages in Chromium, on private data, on processes
	RESUMEKIT_REQUIRE_BROWSER=1 $(BIN)/pytest -n auto -m "attacks and not fuzz" tests/attacks $(ARGS)

lint: $(VENV)/.test ## check style, types, architecture and documentation
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest tests/test_architecture.py tests/test_docs.py

golden: $(VENV)/.test ## update the expected files of the tests; review the diff before you commit it
	$(BIN)/pytest -n auto --accept $(ARGS)

gallery: $(VENV)/.build ## update the theme pictures in README.md and docs/themes.md
	$(BIN)/python tools/theme_pictures.py

bench: $(VENV)/.test ## measure build times, also of installed peers; ARGS=--help lists the options
	$(BIN)/python tools/bench.py $(ARGS)

fuzz: $(VENV)/.test ## run the long randomized tests; FUZZ_INPUTS=2000 sets the number of inputs
	$(BIN)/pytest -n auto -m fuzz --hypothesis-profile fuzz $(ARGS)

lock: $(VENV)/.test ## update requirements*.lock to the newest versions that pyproject.toml allows
	$(INSTALL) uv
	$(LOCK) pyproject.toml --group build --output-file requirements.lock
	$(LOCK) pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(LOCK) --group pdf --output-file requirements-pdf.lock
	$(LOCK) --group formats --no-deps --output-file requirements-formats.lock

fonts: $(VENV)/.test ## rebuild the bundled fonts; ARGS=FAMILY rebuilds one
	$(BIN)/python -m tools.fonts $(ARGS)

clean: ## remove build results and caches, but keep the environment
	rm -rf dist build .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

help: ## list the targets
	@awk -F ": .*## |: ## " '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

dist/resume.pdf: $(VENV)/.build $(SOURCES)
	$(BIN)/resumekit build

# One environment in steps: what a build needs; on top of that, what the tests need; on top of that, what `test-pdf`,
# `test-latex`, `test-formats` and `test-attacks` need. pip and the package manager cannot run twice at once: no `make -j`.

.NOTPARALLEL:

$(VENV)/.build: requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.version_info >= (3, 11) or sys.exit('Python 3.11 or newer is required: make PYTHON=...')"
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
