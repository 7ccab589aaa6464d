"""Versions of what is no distribution of Python: each is asked of the thing itself."""

import platform
import sqlite3
from collections.abc import Callable, Iterable, Mapping


def version_of(name: str) -> str:
    """Return the version of a part by the name of its way to ask; nothing where it cannot be asked."""
    asked = _ASKED.get(name)
    try:
        return asked() if asked is not None else ""
    except (ImportError, AttributeError):
        return ""


def _qt() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def sqlcipher() -> str:
    """Return the version of SQLCipher; raises ImportError where this installation has none."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        [(found,)] = connection.execute("PRAGMA cipher_version").fetchall()
    finally:
        connection.close()
    return str(found).split()[0]


def _openssl() -> str:
    from cryptography.hazmat.backends.openssl import backend

    return backend.openssl_version_text().removeprefix("OpenSSL ").split()[0]


def _pdfium() -> str:
    from pypdfium2 import version

    found = version.PDFIUM_INFO
    return _dotted((found.major, found.minor, found.build, found.patch))


def _libxml2() -> str:
    from lxml import etree

    xml, xslt = etree.LIBXML_VERSION, etree.LIBXSLT_VERSION
    return f"{_dotted(xml)}, {_dotted(xslt)}"


def _dotted(numbers: Iterable[int]) -> str:
    return ".".join(map(str, numbers))


_ASKED: Mapping[str, Callable[[], str]] = {
    "python": platform.python_version,
    "qt": _qt,
    "sqlite": lambda: sqlite3.sqlite_version,
    "sqlcipher": sqlcipher,
    "openssl": _openssl,
    "pdfium": _pdfium,
    "libxml2": _libxml2,
}
