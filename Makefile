# Jingwei. `make help` lists what there is.
SHELL := /bin/bash
PY := .venv/bin/python
UV := .venv/bin/uv
APP ?=
APPS := ledger documents ui registry figures projects titles summary portal site
RUNTIME := .venv/.runtime
TESTING := .venv/.testing
LOCK := $(UV) pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -q

.PHONY: help setup demo reset test test-all bench lint types messages compile-messages lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 28

setup: $(RUNTIME) ## make the environment, and nothing else

$(RUNTIME): requirements.lock requirements-uv.lock pyproject.toml
	@bash scripts/setup.sh
	@touch $@

$(TESTING): $(RUNTIME) requirements-test.lock
	@$(UV) pip install -q --require-hashes -r requirements-test.lock
	@touch $@

demo: setup ## database, place, demonstration year, server and worker; again: starts in seconds
	@$(MAKE) -s compile-messages
	@exec .venv/bin/jingwei demo

reset: setup ## start over: forgets the demonstration database
	@.venv/bin/jingwei reset --yes

test: $(TESTING) ## lint, types, contracts, and every quick test on both databases
	@$(MAKE) -s compile-messages
	@bash scripts/test.sh quick

test-all: $(TESTING) ## the same, with faults and load
	@$(MAKE) -s compile-messages
	@bash scripts/test.sh all

bench: $(TESTING) ## measure and print; asserts nothing
	@$(MAKE) -s compile-messages
	@$(PY) -m bench

messages: ## collect the texts of APP (or of every app) for translation; needs gettext
	@for app in $(or $(APP),$(APPS)); do \
	  mkdir -p jingwei/$$app/locale/zh_Hans/LC_MESSAGES; \
	  (cd jingwei/$$app && ../../$(PY) ../../manage.py makemessages -l zh_Hans --no-wrap --no-location --no-obsolete -e html,txt,py -v0); \
	done

compile-messages: ## make the .mo files
	@$(PY) scripts/compile_messages.py

lock: ## pin every dependency by hash
	@$(LOCK) requirements-uv.in -o requirements-uv.lock
	@$(LOCK) requirements.in -o requirements.lock
	@$(LOCK) requirements-test.in -o requirements-test.lock
