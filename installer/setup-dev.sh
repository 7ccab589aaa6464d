#!/bin/sh
# Prepare this checkout for work: system packages (Debian), the virtual environment .venv, the dependencies.
# Called by the Makefile, from the root of the project. Nothing is fetched that is already there.
set -eu
. installer/apt.sh

# Qt's libraries for a window without a screen; the face of printed documents; the face of the window where no better is;
# LibreOffice, in which the tests open the workbooks again.
LIBRARIES="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 fonts-liberation2 fonts-dejavu-core libreoffice-calc"
PYTHONS="python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11"
VENV=.venv

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

missing_packages() {
    # The names are separate words.
    # shellcheck disable=SC2086
    not_installed $LIBRARIES
    environment_works || makes_environments "$PYTHON" || printf ' %s' "$(environment_package "$PYTHON")"
}

make_environment() {
    say "setup: making the virtual environment $VENV with $("$PYTHON" --version)"
    "$PYTHON" -m venv --clear "$VENV"
}

install_dependencies() {
    say "setup: installing the dependencies of pyproject.toml (the first time some minutes)"
    "$VENV/bin/python" -m pip --disable-pip-version-check install --quiet --editable '.[dev]'
}

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
