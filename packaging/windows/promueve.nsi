; The installer for Windows: for one user, without administrator, in Spanish. packaging/bundle/installer.py gives the
; names in capitals and the lists of files. `/S` installs without asking; `/D=C:\folder` (last, without quotes) says where.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include LogicLib.nsh

!define APP "Promueve"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define KIND "Promueve.Proyecto"

Name "${APP}"
BrandingText "${APP} ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "Software\${APP}" "Carpeta"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Instalador de ${APP}"
VIAddVersionKey /LANG=0 "CompanyName" "${COMPANY}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Licencia MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Instalación de ${APP} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "${APP} se instalará solo para usted; no necesita permisos de administrador ni conexión a Internet.$\r$\n$\r$\nSi ya tiene una versión anterior, se sustituirá. Sus proyectos y sus ajustes se conservan.$\r$\n$\r$\nCierre ${APP} si está abierto y presione «Siguiente»."
!define MUI_FINISHPAGE_RUN "$INSTDIR\Promueve.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Abrir ${APP}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Spanish"

Function .onInit
  ReadRegStr $0 HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
  ${If} $0 < 17763
    MessageBox MB_OK|MB_ICONSTOP "${APP} necesita Windows 10, versión 1809 o posterior, de 64 bits." /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
FunctionEnd

; A program that is open cannot be replaced: nothing is touched until it can.
!macro RefuseWhileOpen
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\Promueve.exe"
    FileOpen $0 "$INSTDIR\Promueve.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "${APP} está abierto. Ciérrelo y vuelva a intentarlo; no se ha cambiado nada." /SD IDOK
      SetErrorLevel 2
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; Only what the program brought; what a user keeps in the same folder stays.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licencias"
  Delete "$INSTDIR\Promueve.exe"
  Delete "$INSTDIR\proyecto.ico"
  Delete "$INSTDIR\qt.conf"
!macroend

Section
  SetShellVarContext current
  !insertmacro RefuseWhileOpen
  !insertmacro RemoveProgram
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Desinstalar.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\Promueve.exe"

  WriteRegStr HKCU "Software\${APP}" "Carpeta" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.promueve" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.promueve" "Content Type" "${MIME}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "Proyecto de ${APP}"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\proyecto.ico"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\Promueve.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Promueve.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${COMPANY}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Desinstalar.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Desinstalar.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KIBIBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro RefuseWhileOpen
  !insertmacro RemoveProgram
  Delete "$SMPROGRAMS\${APP}.lnk"
  Delete "$INSTDIR\Desinstalar.exe"
  RMDir "$INSTDIR"

  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${APP}"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  ReadRegStr $0 HKCU "Software\Classes\.promueve" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "Software\Classes\.promueve"
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
