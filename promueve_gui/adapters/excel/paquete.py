"""What the small parts of a workbook's zip say: the document's own properties, and which sheet is in which part."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_PROPIEDADES_EXCEL = "docProps/custom.xml"
_PROPIEDADES_ODS = "meta.xml"
_NOMBRE_ODS = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}name"
_LIBRO = "xl/workbook.xml"
_RELACIONES = "xl/_rels/workbook.xml.rels"
_RELACION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def own_properties(archivo: zipfile.ZipFile) -> dict[str, str]:
    """Return the properties that somebody gave to the document, as texts by name."""
    excel = {
        propiedad.get("name", ""): "".join(propiedad.itertext())
        for propiedad in elements(archivo, _PROPIEDADES_EXCEL, "property")
    }
    ods = {
        propiedad.get(_NOMBRE_ODS, ""): "".join(propiedad.itertext())
        for propiedad in elements(archivo, _PROPIEDADES_ODS, "user-defined")
    }
    return excel | ods


def sheet_names(archivo: zipfile.ZipFile) -> dict[str, str]:
    """Return the name of each sheet by the part of the zip that holds it («xl/worksheets/sheet1.xml»)."""
    nombres = {hoja.get(_RELACION, ""): hoja.get("name", "") for hoja in elements(archivo, _LIBRO, "sheet")}
    return {
        _part(relacion.get("Target", "")): nombres[relacion.get("Id", "")]
        for relacion in elements(archivo, _RELACIONES, "Relationship")
        if relacion.get("Id", "") in nombres
    }


def related(archivo: zipfile.ZipFile, parte: str, clase: str) -> list[str]:
    """Return the parts of a class («comments») that a part of an Excel workbook points to."""
    carpeta, nombre = posixpath.split(parte)
    relaciones = elements(archivo, f"{carpeta}/_rels/{nombre}.rels", "Relationship")
    return [
        _part(relacion.get("Target", ""), carpeta)
        for relacion in relaciones
        if relacion.get("Type", "").rpartition("/")[2] == clase
    ]


def _part(destino: str, carpeta: str = "xl") -> str:
    return posixpath.normpath(posixpath.join("/", carpeta, destino)).lstrip("/")


def elements(archivo: zipfile.ZipFile, parte: str, *nombres: str) -> Iterator[Element]:
    """Yield the elements of a part with one of these names, whatever their namespace; none when there is no part."""
    if parte in archivo.namelist():
        raiz: Element = fromstring(archivo.read(parte), forbid_dtd=True)
        yield from (elemento for elemento in raiz.iter() if elemento.tag.rpartition("}")[2] in nombres)
