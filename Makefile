# The commands of README.md. Everything runs in .venv, made here from the lock file.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
CHROMIUM ?= /usr/bin/chromium

# Where the environment forbids compiled modules, every start would compile every library anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: serve test test-long check format lint types contracts lock clean

serve: $(INSTALLED)
	@$(BIN)/precedent serve

test: $(INSTALLED) $(CHROMIUM)
	$(BIN)/python -m pytest -n 2 --dist loadfile --max-worker-restart 1

test-long: $(INSTALLED) $(CHROMIUM)
	PRECEDENT_LONG_TESTS=1 $(BIN)/python -m pytest --timeout 0 -m "long or not long"

check: $(INSTALLED) lint types contracts test

format: $(INSTALLED)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(INSTALLED)
	$(BIN)/mypy

contracts: $(INSTALLED)
	$(BIN)/lint-imports

# pip refuses to mix hashed and unhashed lines in one run, and the CPU build of torch has no hash that all machines share.
$(INSTALLED): requirements.lock
	@echo "Installing into $(VENV) from requirements.lock"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@grep '^torch==' requirements.lock > $(VENV)/torch.txt
	@grep -v '^torch==' requirements.lock > $(VENV)/others.txt
	@$(BIN)/python -m pip install --no-compile --disable-pip-version-check --no-deps -r $(VENV)/torch.txt
	@$(BIN)/python -m pip install --no-compile --disable-pip-version-check --no-deps --require-hashes -r $(VENV)/others.txt
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
	    --no-build-isolation --editable .
	@touch $(INSTALLED)

$(CHROMIUM):
	@echo "Installing Chromium for the browser tests"
	@if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq chromium; \
	 else sudo apt-get update -qq && sudo apt-get install -y -qq chromium; fi

# Run it after changing a dependency in pyproject.toml.
lock:
	$(BIN)/python -m piptools compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url \
	    --no-emit-find-links --no-emit-trusted-host --extra dev --output-file requirements.lock pyproject.toml
	$(BIN)/python -c "import pathlib, re; p = pathlib.Path('requirements.lock'); p.write_text(re.sub( \
	    r'torch==([\w.]+?)(?:\+cpu)? \\\\\n(?:    --hash=\S+(?: \\\\)?\n)+', r'torch==\1\n', p.read_text()))"

clean:
	rm -rf $(VENV) var
