# Every target does the set-up that it needs: system packages (as root on Debian), the virtual environment, the dependencies.
# The set-up is done again only when pyproject.toml or the set-up script changed, or the checkout moved.
.DEFAULT_GOAL := help
.PHONY: help demo test run bench torture package package-windows lint clean redo

# A shell without an environment (env -i) still finds the tools.
export PATH := $(if $(PATH),$(PATH):)/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# Children of the tests start by the hundred: each would compile what it imports anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON := .venv/bin/python
READY := .make/ready
BUILDS := build/venv/ready
OFFSCREEN := QT_QPA_PLATFORM=offscreen

# Without a home the tools keep their caches here. `run` is left alone: an officer's data never lands in a folder of caches.
ifeq ($(strip $(HOME)),)
demo test bench torture package package-windows lint $(READY) $(BUILDS): export HOME := $(CURDIR)/.make/home
endif

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(firstword $(MAKEFILE_LIST))

demo: $(READY) ## a sample district's year in demo-out/: database, returns, documents, screens
	@$(OFFSCREEN) $(PYTHON) -m desktop demo demo-out

test: lint ## all checks, then all tests
	@$(OFFSCREEN) $(PYTHON) -m pytest -n auto --dist loadfile --no-loadscope-reorder

run: $(READY) ## open the window
	@$(PYTHON) -m desktop

bench: $(READY) ## measure the speed beside its yardsticks, into docs/speed.md
	@$(OFFSCREEN) $(PYTHON) -m tests.benchmarks

torture: $(READY) ## kill, cut the power, fill the disk, for most of an hour, into docs/reliability.md
	@$(OFFSCREEN) $(PYTHON) -m tests.torture

package: $(READY) $(BUILDS) ## the package for Debian in dist/linux, tried in a clean root (as root), its figures in installer/README.md
	@$(OFFSCREEN) $(PYTHON) -m installer.linux

lint: $(READY) ## style, form, types, import contracts
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -c 'from importlinter.cli import lint_imports_command as main; main()'

package-windows: $(READY) ## the installer for Windows in dist/windows/, built and tried inside Wine
	@$(PYTHON) -m installer.windows

clean: ## remove what the targets wrote; the environment in .venv stays
	rm -rf demo-out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

# The stamp holds the folder it was made for: an environment knows its own place and does not survive a move.
ifneq ($(shell cat $(READY) 2>/dev/null):$(wildcard $(PYTHON)),$(CURDIR):$(PYTHON))
$(READY): redo
endif
$(READY): pyproject.toml installer/setup-dev.sh installer/apt.sh
	@sh installer/setup-dev.sh
	@mkdir -p $(@D) && printf '%s\n' '$(CURDIR)' > $@

$(BUILDS): $(READY) pyproject.toml installer/setup-package.sh installer/apt.sh
	@sh installer/setup-package.sh
	@touch $@
