"""LibreOffice as the person who saves a workbook: in another format, or with a password."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WAIT = 120  # seconds
PASSWORD = "marea"  # noqa: S105  # of a file made up for the tests, which nobody needs to open
_FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
_MACRO = """
Sub Guardar
  Dim oculto(0) As New com.sun.star.beans.PropertyValue
  oculto(0).Name = "Hidden" : oculto(0).Value = True
  libro = StarDesktop.loadComponentFromURL(ConvertToURL("{origen}"), "_blank", 0, oculto())
  Dim clave(1) As New com.sun.star.beans.NamedValue
  clave(0).Name = "OOXPassword" : clave(0).Value = "{clave}"
  clave(1).Name = "CryptoType" : clave(1).Value = "Standard"
  Dim como(1) As New com.sun.star.beans.PropertyValue
  como(0).Name = "FilterName" : como(0).Value = "{filtro}"
  {con_clave}
  libro.storeToURL(ConvertToURL("{destino}"), como())
  libro.close(True)
End Sub
"""
_WITH_PASSWORD = {
    ".xlsx": 'como(1).Name = "EncryptionData" : como(1).Value = clave()',
    ".ods": f'como(1).Name = "Password" : como(1).Value = "{PASSWORD}"',
}
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{}</script:module>"""


def save_as(source: Path, suffix: str, folder: Path, profile: Path) -> Path:
    """Have LibreOffice save ``source`` in ``folder`` in another format, or in the same, and return where."""
    (saved,) = save_all([source], suffix, folder, profile)
    return saved


def save_all(sources: Sequence[Path], suffix: str, folder: Path, profile: Path) -> list[Path]:
    """Do as ``save_as`` with several workbooks, in one start of LibreOffice."""
    _run(profile, "--convert-to", suffix.removeprefix("."), "--outdir", str(folder), *map(str, sources))
    return [(folder / source.name).with_suffix(suffix) for source in sources]


def save_with_password(source: Path, target: Path, profile: Path) -> None:
    """Have LibreOffice save ``source`` as ``target`` with a password, through a macro in its own profile."""
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.parent.is_dir():  # any conversion makes the profile
        _run(profile, "--convert-to", "pdf", "--outdir", str(profile), str(source))
    macro = _MACRO.format(
        origen=source,
        destino=target,
        clave=PASSWORD,
        filtro=_FILTERS[target.suffix],
        con_clave=_WITH_PASSWORD[target.suffix],
    )
    module.write_text(_MODULE.format(escape(macro, {'"': "&quot;"})), encoding="utf-8")
    _run(profile, "macro:///Standard.Module1.Guardar")


def _run(profile: Path, *arguments: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=WAIT)
