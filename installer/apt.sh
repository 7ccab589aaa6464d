# What the set-up scripts share: words, and packages of Debian. Sourced from the root of the project.

mkdir -p .make
LOG=.make/apt.log

say() { printf '%s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# A library may carry the suffix t64 on newer systems.
installed() { dpkg-query -W -f='${db:Status-Status}\n' "$1" "${1}t64" 2>/dev/null | grep -qx installed; }

# Print those of the named packages that are missing, each after a space.
not_installed() {
    for package in "$@"; do
        installed "$package" || printf ' %s' "$package"
    done
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
