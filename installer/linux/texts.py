"""What Debian's menu and file manager say of the program, and the descriptions of the package."""

DESKTOP_ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.5
Name=Sổ PCMD
Name[vi]=Sổ PCMD
GenericName=Register of the programme for the prevention of prostitution
GenericName[vi]=Sổ theo dõi công tác phòng, chống mại dâm
Comment=Plans, records, scores and returns of a district or commune office, without a network
Comment[vi]=Kế hoạch, số liệu, chấm điểm và báo cáo của cấp huyện, cấp xã, không cần mạng
Keywords=plan;return;score;register;
Keywords[vi]=kế hoạch;báo cáo;chấm điểm;phòng chống mại dâm;
Exec=pcmd %f
Icon=pcmd
Terminal=false
StartupNotify=true
StartupWMClass=pcmd
Categories=Office;
MimeType=application/vnd.pcmd.backup;
"""

FILE_TYPE = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/vnd.pcmd.backup">
    <comment>Backup of Sổ PCMD</comment>
    <comment xml:lang="vi">Bản sao lưu của Sổ PCMD</comment>
    <icon name="pcmd"/>
    <glob pattern="*.pcmdbak"/>
  </mime-type>
</mime-info>
"""

CONTROL = """\
Package: pcmd
Version: {version}
Architecture: {architecture}
Maintainer: Sổ PCMD <pcmd@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: desktop-file-utils, hicolor-icon-theme, shared-mime-info
Suggests: cups
Section: misc
Priority: optional
Description: Sổ PCMD, the book of an office that prevents prostitution
 An offline program for the district and commune offices that run Việt Nam's
 programme for the prevention of prostitution: plans, records, scores of
 communes, returns upward as Excel workbooks.
 .
 Python and Qt are inside. The records lie in the home of whoever works with
 it, and stay there when the package goes.
"""

CHANGES = """\
pcmd ({version}) stable; urgency=medium

  * What changed for users: /usr/lib/pcmd/_internal/CHANGELOG.md

 -- Sổ PCMD <pcmd@localhost>  {date}
"""

COPYRIGHT_HEAD = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: pcmd
Comment: The program is built with PyInstaller, whose bootloader may be passed on with any program by its exception
 to the GPL. What else lies in /usr/lib/pcmd, by what each says of itself:

Files: *
Copyright: the authors of Sổ PCMD
License: {license}
"""

COPYRIGHT_PART = """
Files: usr/lib/pcmd/_internal/{name}/*
Copyright: {holder}
License: {license}
Comment: {title} {version}{place}
"""
