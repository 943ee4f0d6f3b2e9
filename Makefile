# Everything a newcomer needs: `make site` and `make test`. Each sets up what it needs by itself.
PYTHON ?= python3
BIN := .venv/bin
HONOURS ?= 1000 10000 100000
ROUNDS ?= 3
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site serve preview check schema test test-all lint lint-js screenshots lighthouse bless bench bench-million pictures fonts vendor lock clean

help:  ## show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 12

site: .venv/core  ## build the site into site/
	$(BIN)/tuyenduong build

serve: .venv/core  ## show the site on this machine; a saved change shows at once
	$(BIN)/tuyenduong serve

preview: .venv/core  ## open the next site in the browser, with all that changed and every fault
	$(BIN)/tuyenduong preview

check: .venv/core  ## tell every fault of the data
	$(BIN)/tuyenduong check

schema: .venv/core  ## renew the schemas for editors
	$(BIN)/tuyenduong schema

test: .venv/test  ## run all tests, in a real browser too
	sh tests/chromium.sh
	$(BIN)/python -m pytest -n auto --dist worksteal

test-all: test  ## and the tests that need LibreOffice
	sh tests/libreoffice.sh
	$(BIN)/python -m pytest -m libreoffice

lint: .venv/test lint-js  ## style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

lint-js:  ## types of the scripts in theme/js/ (needs Node and npm)
	@if command -v node >/dev/null && command -v npm >/dev/null; then \
	  $(MAKE) --no-print-directory node_modules/.bin/tsc && node_modules/.bin/tsc --project tsconfig.json && \
	  { $(LEAN_QR) | cmp - theme/js/vendor/lean-qr.js || { echo 'theme/js/vendor/ is not what package.json names: make vendor'; exit 1; }; }; \
	else echo '!!! NOT CHECKED: the types of theme/js/*.js, for want of node and npm (apt install npm)' >&2; fi

node_modules/.bin/tsc: package.json package-lock.json
	npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

screenshots: .venv/test site  ## pictures of every kind of page, into build/screenshots/
	sh tests/chromium.sh
	$(BIN)/python -m tests.screenshots

lighthouse: .venv/test tests/lighthouse/node_modules/.bin/lighthouse  ## Lighthouse's marks, at least 95 (needs Node and npm)
	sh tests/chromium.sh
	$(BIN)/python -m tests.lighthouse.run

tests/lighthouse/node_modules/.bin/lighthouse: tests/lighthouse/package.json tests/lighthouse/package-lock.json
	cd tests/lighthouse && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

bless: .venv/test  ## accept the new output of the test province; review the diff
	$(BIN)/python -m pytest --bless -q tests/test_output.py tests/test_guides.py tests/site/test_html.py

bench: .venv/bench  ## measure against others: make bench HONOURS="1000 10000" ROUNDS=3
	$(BIN)/python -m bench --honours "$(HONOURS)" --rounds $(ROUNDS)

bench-million: .venv/bench  ## measure a million honours, one round; HUGO=1 adds Hugo
	$(BIN)/python -m bench --honours 1000000 --rounds 1 --only "ours$(if $(HUGO), hugo)"

pictures: .venv/test  ## take the pictures of the clerk's guide anew
	sh tests/chromium.sh
	$(BIN)/python -m docs.pictures

fonts: .venv/core  ## make the fonts anew from their packages (rarely)
	$(BIN)/pip install --quiet --group fonts
	$(BIN)/python theme/fonts/make.py

# The one script that is not ours: as its package has it, under its licence.
LEAN_QR = { echo '// @ts-nocheck'; echo '/*! lean-qr'; cat node_modules/lean-qr/LICENSE; echo '*/'; cat node_modules/lean-qr/nano.mjs; }

vendor: node_modules/.bin/tsc  ## take the scripts of others anew from their packages (rarely)
	mkdir -p theme/js/vendor
	$(LEAN_QR) > theme/js/vendor/lean-qr.js

lock:  ## renew the lock files (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements.lock
	uv pip compile --group test -c requirements.lock --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements-test.lock
	uv pip compile --group bench -c requirements.lock -c requirements-test.lock --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements-bench.lock

clean:  ## remove what was built
	rm -rf .venv site build .site.* .tuyenduong

.venv/core: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Python 3.11 or newer with venv is needed: install python3 and python3-venv, or say make PYTHON=/path/to/python3'; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/core requirements-test.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-test.lock
	@touch $@

.venv/bench: .venv/test requirements-bench.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-bench.lock
	@touch $@
