"""What Windows shows in the properties of a program: name, version, whose it is."""

_TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1),
  kids=[
    StringFileInfo([StringTable("{language:04X}{letters:04X}", [
{texts}
    ])]),
    VarFileInfo([VarStruct("Translation", [{language}, {letters}])]),
  ],
)
"""
_VIETNAMESE, _UNICODE = 0x042A, 0x04B0
_TEXTS = {
    "CompanyName": "Sổ PCMD",
    "FileDescription": "Sổ PCMD",
    "InternalName": "pcmd",
    "LegalCopyright": "Sổ PCMD",
    "ProductName": "Sổ PCMD",
}


def resource(version: str) -> str:
    """Return the file of version information that PyInstaller reads."""
    texts = {**_TEXTS, "FileVersion": version, "ProductVersion": version}
    lines = "\n".join(f'      StringStruct("{name}", "{text}"),' for name, text in texts.items())
    numbers = (*map(int, version.split(".")), 0)
    return _TEMPLATE.format(numbers=numbers, language=_VIETNAMESE, letters=_UNICODE, texts=lines)
