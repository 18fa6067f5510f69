# Everything a person or a machine needs to run, check and test Promueve. `make help` lists it.

.DEFAULT_GOAL := help
.PHONY: help run test check checkers format lint types contracts budgets bench screenshots \
	package package-linux package-windows package-test package-test-linux package-test-windows

# The first Python that is new enough; empty when there is none.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)

VENV := .venv/bin
PYTEST := $(VENV)/python -m pytest

# The order of the tests is random; on a build machine it is always the same, so that a failure can be repeated.
ORDER := $(if $(CI),--randomly-seed=20260101)

# What the tests write goes into memory where there is room for it: a disk takes twenty times as long for each change
# of a project, and there are tens of thousands.
ROOM := $(shell df --output=avail,target /dev/shm 2>/dev/null | awk 'NR > 1 && $$1 > 4000000 { print $$2 }')

need_python = @test -n "$(PYTHON)" || { \
	echo "Promueve necesita Python 3.11 o más reciente; instálelo y repita la orden." >&2; \
	echo "Promueve needs Python 3.11 or newer; install it and run the same command again." >&2; exit 1; }
set_up = @$(PYTHON) packaging/set_up.py

help: ## list these commands
	@sed -n 's/^\([a-z-]*\)[a-z -]*:.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

run: ## set up what is missing and open the window (ARCHIVO=… opens that project)
	$(need_python)
	$(set_up) run
	@$(VENV)/python main.py $(if $(ARCHIVO),"$(ARCHIVO)")

test: export PROMUEVE_PRUEBAS_COMPLETAS := 1
test: export TMPDIR := $(or $(ROOM),$(TMPDIR),/tmp)
test: ## set up what is missing and run every test, then hold the coverage to its floors
	$(need_python)
	$(set_up) test
	@rm -f .coverage .coverage.*
	QT_QPA_PLATFORM=offscreen $(PYTEST) -n 2 --dist worksteal -m "not ventana" --cov --cov-report= $(ORDER)
	QT_QPA_PLATFORM=xcb xvfb-run -a $(PYTEST) -m ventana $(ORDER) \
		$$(grep -rl --include='test_*.py' 'mark\.ventana' tests)
	$(VENV)/python packaging/check_coverage.py

check: format lint types contracts budgets ## format, lint, types, import contracts and budgets (-k goes on after a failure)

format lint types contracts budgets: checkers

checkers:
	$(need_python)
	$(set_up) check

format:
	$(VENV)/ruff format --check .

lint:
	$(VENV)/ruff check .

types:
	$(VENV)/mypy

contracts:
	$(VENV)/lint-imports --no-logo

budgets:
	$(PYTEST) -q tests/arquitectura $(ORDER)

bench: ## measure against the bare baselines
	$(need_python)
	$(set_up) test
	@QT_QPA_PLATFORM=offscreen $(VENV)/python packaging/bench.py

screenshots: ## draw every page, empty and with the example, light and dark
	$(need_python)
	$(set_up) test
	@QT_QPA_PLATFORM=offscreen $(VENV)/python packaging/screenshots.py

package package-linux package-windows: ## build what people double-click, into dist (needs apt; package-linux and package-windows, one system)
	$(need_python)
	$(set_up) check
	@$(VENV)/python packaging/package.py $(patsubst package-%,%,$(filter-out package,$@))

package-test package-test-linux package-test-windows: ## install, use and remove what was built (as root; about ten minutes)
	$(need_python)
	$(set_up) test
	@$(VENV)/python packaging/try_packages.py $(patsubst package-test-%,%,$(filter-out package-test,$@))
