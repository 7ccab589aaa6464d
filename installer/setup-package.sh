#!/bin/sh
# Prepare this checkout for building packages for Debian: tools and libraries, and an environment of its own in which
# nothing but the program and PyInstaller is. Called by the Makefile after setup-dev.sh, from the root of the project.
set -eu
. installer/apt.sh

# To build: strip and readelf; dpkg-shlibdeps. To try: a clean root, a virtual screen with a window manager, the keyboard,
# pictures of it.
TOOLS="binutils dpkg-dev debootstrap xvfb openbox xdotool imagemagick"
# What Qt's plugins for X, Wayland and printing ask for: PyInstaller collects only what is there.
LIBRARIES="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0
libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb-glx0 libxkbcommon-x11-0 libx11-xcb1
libsm6 libice6 libcups2 libgssapi-krb5-2 libwayland-client0 libwayland-cursor0 libwayland-egl1 libfreetype6 libdrm2"
BASE=.venv/bin/python
VENV=build/venv

# Debian's python3 has its shared library, which a built program starts with, in a package of its own.
library_package() {
    "$BASE" -c 'import ctypes, sysconfig; ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))' 2>/dev/null ||
        "$BASE" -c 'import sys; print(" libpython%d.%d" % sys.version_info[:2])'
}

command -v dpkg-deb >/dev/null || stop "packages for Debian are built on Debian"
# The names are separate words.
# shellcheck disable=SC2086
MISSING="$(not_installed $TOOLS $LIBRARIES)$(library_package)"
[ -z "$MISSING" ] || install_packages "$MISSING"
say "setup: making the environment of the builds in $VENV"
"$BASE" -m venv --clear "$VENV"
"$VENV/bin/python" -m pip --disable-pip-version-check install --quiet --editable '.[encryption,package]'
