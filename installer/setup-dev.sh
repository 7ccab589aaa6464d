#!/bin/sh
# Prepare this checkout for work: system packages (Debian), the virtual environment .venv, the dependencies.
# Called by the Makefile, from the root of the project. Nothing is fetched that is already there.
set -eu

# Qt's libraries for a window without a screen; the face of printed documents; the face of the window where no better is;
# LibreOffice, in which the tests open the workbooks again.
LIBRARIES="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 fonts-liberation2 fonts-dejavu-core libreoffice-calc"
PYTHONS="python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11"
VENV=.venv

say() { printf '%s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }

recent_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
makes_environments() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }
environment_works() { recent_enough "$VENV/bin/python" && "$VENV/bin/python" -m pip --version >/dev/null 2>&1; }

# Print the best Python there is: one that makes environments, else one that is recent enough.
find_python() {
    for candidate in $PYTHONS; do
        if recent_enough "$candidate" && makes_environments "$candidate"; then say "$candidate"; return; fi
    done
    for candidate in $PYTHONS; do
        if recent_enough "$candidate"; then say "$candidate"; return; fi
    done
}

# Debian leaves ensurepip out of python3. The package is named for the version of the Python that was found.
environment_package() { "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'; }

# A library may carry the suffix t64 on newer systems.
installed() { dpkg-query -W -f='${db:Status-Status}\n' "$1" "${1}t64" 2>/dev/null | grep -qx installed; }

missing_packages() {
    for package in $LIBRARIES; do
        installed "$package" || printf ' %s' "$package"
    done
    environment_works || makes_environments "$PYTHON" || printf ' %s' "$(environment_package "$PYTHON")"
}

# Install with apt when root; otherwise say the one command that does it.
install_packages() {
    if [ "$(id -u)" -ne 0 ]; then
        stop "system packages are missing. Run this, then make again: sudo apt-get update && sudo apt-get install -y --no-install-recommends$1"
    fi
    say "setup: installing system packages:$1"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    # The names are separate words. The output is long and interesting only when something went wrong.
    # shellcheck disable=SC2086
    apt-get -qq install -y --no-install-recommends -o DPkg::Lock::Timeout=300 $1 >"$LOG" 2>&1 || { cat "$LOG" >&2; stop "apt-get failed"; }
}

make_environment() {
    say "setup: making the virtual environment $VENV with $("$PYTHON" --version)"
    "$PYTHON" -m venv --clear "$VENV"
}

install_dependencies() {
    say "setup: installing the dependencies of pyproject.toml (the first time some minutes)"
    "$VENV/bin/python" -m pip --disable-pip-version-check install --quiet --editable '.[dev]'
}

mkdir -p .make
LOG=.make/apt.log
PYTHON=$(find_python)
[ -n "$PYTHON" ] || stop "no Python 3.11 or newer was found. On Debian 12 or newer run: apt-get install -y python3"
if command -v dpkg-query >/dev/null; then
    MISSING=$(missing_packages)
    [ -z "$MISSING" ] || install_packages "$MISSING"
else
    say "setup: not a Debian system; these must be there under the names they have here: $LIBRARIES"
fi
environment_works || make_environment
install_dependencies
