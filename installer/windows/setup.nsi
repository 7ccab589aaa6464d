; The installer for an office's PC: for one user, without an administrator, in Vietnamese.
; makensis -DVERSION=… -DFOLDER=… (what PyInstaller built) -DOUT=… -DICON=… -DKILOBYTES=… [-DQUICK] setup.nsi
;
; Codes of the end: 0 done, 2 broken off, 3 a newer version is installed, 4 the program is running, 5 a file could not be
; written; but for 0, what was installed before is there as it was. The data are never touched: they lie elsewhere.
Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 32
!endif
ManifestDPIAware true
RequestExecutionLevel user
Name "Sổ PCMD"
OutFile "${OUT}"
BrandingText "Sổ PCMD ${VERSION}"
; Where it goes is not asked and not told on the command line: it is put aside and removed as a whole.
InstallDir "$LOCALAPPDATA\Programs\SoPCMD"

!include "MUI2.nsh"
!include "WordFunc.nsh"

!define PROGRAM "SoPCMD.exe"
!define COMMANDS "pcmd.exe"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\SoPCMD"
!define FILE_TYPE "SoPCMD.SaoLuu"
!define CLASSES "Software\Classes"
!define DATA "$LOCALAPPDATA\pcmd"
!define ASSOCIATIONS_CHANGED 0x08000000

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Cài đặt Sổ PCMD ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "$(WHAT_IS_DONE)"
!define MUI_FINISHPAGE_TITLE "Đã cài đặt xong"
!define MUI_FINISHPAGE_TEXT "$(WHAT_WAS_DONE)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Mở Sổ PCMD ngay"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAY)"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE refuseWhileRunning
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_CUSTOMFUNCTION_PRE un.refuseWhileRunning
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

LangString WHAT_IS_DONE ${LANG_VIETNAMESE} "Chương trình được cài cho riêng tài khoản Windows này, không cần quyền quản trị, vào thư mục:$\r$\n$INSTDIR$\r$\n$\r$\nDữ liệu của cơ quan nằm ở thư mục khác và được giữ nguyên:$\r$\n${DATA}$\r$\n(hoặc thư mục mà đơn vị đã chọn). Nếu máy đã có bản cũ, bản mới được cài thay vào; trước khi sửa sổ cho hợp với bản mới, chương trình tự sao lưu sổ vào thư mục sao-luu.$\r$\n$\r$\nHãy đóng Sổ PCMD nếu đang mở rồi bấm Cài đặt."
LangString WHAT_WAS_DONE ${LANG_VIETNAMESE} "Sổ PCMD ${VERSION} đã có trong menu Start và trên màn hình nền. Tệp sao lưu và tệp bàn giao (.pcmdbak) mở được bằng cách bấm đúp."
LangString DATA_STAY ${LANG_VIETNAMESE} "Chỉ gỡ chương trình. Dữ liệu của cơ quan không bị xóa, vẫn nằm ở ${DATA} hoặc thư mục mà đơn vị đã chọn."
LangString IS_RUNNING ${LANG_VIETNAMESE} "Sổ PCMD đang mở nên chưa cài đặt được. Chưa có gì thay đổi. Hãy đóng mọi cửa sổ Sổ PCMD rồi bấm Thử lại (Retry)."
LangString IS_RUNNING_STILL ${LANG_VIETNAMESE} "Sổ PCMD đang mở nên chưa gỡ được. Chưa có gì thay đổi. Hãy đóng mọi cửa sổ Sổ PCMD rồi bấm Thử lại (Retry)."
LangString IS_NEWER ${LANG_VIETNAMESE} "Máy này đã có Sổ PCMD bản $0, mới hơn bản ${VERSION} của bộ cài này. Chưa có gì thay đổi. Bản cũ không đọc được sổ của bản mới; hãy dùng bộ cài mới nhất."
LangString NOT_WRITTEN ${LANG_VIETNAMESE} "Không ghi được vào $INSTDIR. Bản đã cài trước đó và dữ liệu vẫn còn nguyên. Hãy kiểm tra dung lượng trống của ổ đĩa rồi cài lại."

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "Sổ PCMD"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Bộ cài đặt Sổ PCMD"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "CompanyName" "Sổ PCMD"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "Sổ PCMD"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"

!macro stopWith CODE WORDS
  MessageBox MB_OK|MB_ICONEXCLAMATION "${WORDS}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A program that runs cannot be written to: neither the window nor a command of the command line.
!macro isFree NAME
  IfFileExists "$INSTDIR\${NAME}" 0 +6
  ClearErrors
  FileOpen $1 "$INSTDIR\${NAME}" a
  IfErrors 0 +2
  StrCpy $2 "running"
  FileClose $1
!macroend

!macro refusing PREFIX WORDS
Function ${PREFIX}refuseWhileRunning
  look:
  StrCpy $2 ""
  !insertmacro isFree "${PROGRAM}"
  !insertmacro isFree "${COMMANDS}"
  StrCmp $2 "" free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${WORDS}" /SD IDCANCEL IDRETRY look
  SetErrorLevel 4
  Quit
  free:
FunctionEnd
!macroend
!insertmacro refusing "" "$(IS_RUNNING)"
!insertmacro refusing "un." "$(IS_RUNNING_STILL)"

Function .onInit
  SetShellVarContext current
  StrCpy $INSTDIR "$LOCALAPPDATA\Programs\SoPCMD"
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  StrCmp $0 "" known
  ${VersionCompare} "$0" "${VERSION}" $1
  StrCmp $1 1 0 known
  !insertmacro stopWith 3 "$(IS_NEWER)"
  known:
  ; The power went between the two renamings of an earlier installer: what was there before is there again.
  IfFileExists "$INSTDIR\*.*" +2
  Rename "$INSTDIR.cu" "$INSTDIR"
  IfSilent 0 +2
  Call refuseWhileRunning
FunctionEnd

; What others put into the folder of the program is theirs: it goes along into the new one.
Function keepForeign
  FindFirst $0 $1 "$INSTDIR.cu\*.*"
  next:
  StrCmp $1 "" end
  StrCmp $1 "." other
  StrCmp $1 ".." other
  IfFileExists "$INSTDIR\$1" other
  Rename "$INSTDIR.cu\$1" "$INSTDIR\$1"
  other:
  FindNext $0 $1
  Goto next
  end:
  FindClose $0
FunctionEnd

!macro removeProgram FOLDER
  RMDir /r "${FOLDER}\_internal"
  Delete "${FOLDER}\${PROGRAM}"
  Delete "${FOLDER}\${COMMANDS}"
  Delete "${FOLDER}\uninstall.exe"
  RMDir "${FOLDER}"
!macroend

Section "Sổ PCMD"
  ; All of it beside what is there; only then are the two folders exchanged, by their names.
  RMDir /r "$INSTDIR.moi"
  ClearErrors
  SetOutPath "$INSTDIR.moi"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR.moi\uninstall.exe"
  SetOutPath "$TEMP"
  IfErrors notWritten
  !insertmacro removeProgram "$INSTDIR.cu"
  ClearErrors
  IfFileExists "$INSTDIR\*.*" 0 fresh
  Rename "$INSTDIR" "$INSTDIR.cu"
  IfErrors notWritten
  fresh:
  Rename "$INSTDIR.moi" "$INSTDIR"
  IfErrors 0 exchanged
  Rename "$INSTDIR.cu" "$INSTDIR"
  notWritten:
  RMDir /r "$INSTDIR.moi"
  !insertmacro stopWith 5 "$(NOT_WRITTEN)"
  exchanged:
  Call keepForeign
  !insertmacro removeProgram "$INSTDIR.cu"

  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\Sổ PCMD.lnk" "$INSTDIR\${PROGRAM}"
  CreateShortcut "$DESKTOP\Sổ PCMD.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "Bản sao lưu, bàn giao của Sổ PCMD"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" '"$INSTDIR\${PROGRAM}",0'
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.pcmdbak" "" "${FILE_TYPE}"
  System::Call 'shell32::SHChangeNotify(i ${ASSOCIATIONS_CHANGED}, i 0, p 0, p 0)'

  WriteRegStr HKCU "${KEY}" "DisplayName" "Sổ PCMD"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "Publisher" "Sổ PCMD"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${KEY}" "Comments" "Dữ liệu nằm ở ${DATA}, không bị xóa khi gỡ cài đặt"
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetShellVarContext current
  IfSilent 0 +2
  Call un.refuseWhileRunning
FunctionEnd

Section "Uninstall"
  SetOutPath "$TEMP"
  !insertmacro removeProgram "$INSTDIR"
  Delete "$SMPROGRAMS\Sổ PCMD.lnk"
  Delete "$DESKTOP\Sổ PCMD.lnk"

  ; Another program may have taken the files over meanwhile: its entry stays.
  ReadRegStr $0 HKCU "${CLASSES}\.pcmdbak" ""
  StrCmp $0 "${FILE_TYPE}" 0 theirs
  DeleteRegValue HKCU "${CLASSES}\.pcmdbak" ""
  DeleteRegKey /ifempty HKCU "${CLASSES}\.pcmdbak"
  theirs:
  DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
  System::Call 'shell32::SHChangeNotify(i ${ASSOCIATIONS_CHANGED}, i 0, p 0, p 0)'
  DeleteRegKey HKCU "${KEY}"
  DetailPrint "$(DATA_STAY)"
SectionEnd
