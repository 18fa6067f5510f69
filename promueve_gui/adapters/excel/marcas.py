"""What people leave on the cells of a workbook besides values: comments, and words struck through.

Only where a part of the file says that there are some is it gone through again: a workbook as it was sent has neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

from promueve_gui.adapters.excel.celdas_excel import column_number
from promueve_gui.adapters.excel.celdas_ods import PARTE
from promueve_gui.adapters.excel.paquete import elements, related, sheet_names

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_ESTILOS, _TEXTOS = "xl/styles.xml", "xl/sharedStrings.xml"
_CELDA = re.compile(rb"<(?P<p>(?:\w+:)?)c\s(?P<atributos>[^<>]*)(?<!/)>\s*(?!</)(?:<(?P=p)v>(?P<valor>\d+)</(?P=p)v>)?")
_DIRECCION = re.compile(rb"(?<!\S)r=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_ESTILO = re.compile(rb"(?<!\S)s=[\"'](\d+)[\"']")
_DE_TEXTOS = re.compile(rb"(?<!\S)t=[\"']s[\"']")
_REFERENCIA = re.compile(r"([A-Z]{1,3})(\d{1,7})")
# What Excel writes for older versions of itself in front of a comment that people may answer.
_CON_RESPUESTAS = re.compile(r"\[[^\]]+\].*?(?:Comment|Comentario):\s*", re.DOTALL)
_TACHA_ODS = re.compile(rb"text-line-through-(?:style|type)=[\"'](?!none)")
_REPETIDAS = 1000  # equal cells in a run beyond which they are the rest of the sheet

Celda = tuple[int, int]  # row and column, from 0


@dataclass(slots=True)
class Marcas:
    """What is on the cells of one sheet: comments by cell, the cells struck through, and those of which a part is.

    ``flotantes`` are the text boxes and the pictures that lie over them, by the cell at their corner: what they say, or
    nothing for a picture.
    """

    comentarios: dict[Celda, str] = field(default_factory=dict)
    tachadas: set[Celda] = field(default_factory=set)
    a_medias: set[Celda] = field(default_factory=set)
    flotantes: dict[Celda, str] = field(default_factory=dict)


def marks_of(archivo: zipfile.ZipFile) -> dict[str, Marcas]:
    """Return what people left on the sheets of a workbook, by the name of the sheet; nothing of sheets without any."""
    halladas = dict(_of_opendocument(archivo)) if PARTE in archivo.namelist() else dict(_of_excel(archivo))
    return {nombre: suyas for nombre, suyas in halladas.items() if suyas != Marcas()}


def _of_excel(archivo: zipfile.ZipFile) -> Iterator[tuple[str, Marcas]]:
    estilos, textos = _struck_styles(archivo), _struck_texts(archivo)
    for parte, nombre in sheet_names(archivo).items():
        suyas = Marcas(comentarios=_excel_comments(archivo, parte), flotantes=_excel_shapes(archivo, parte))
        if (estilos or textos) and parte in archivo.namelist():
            _strike(archivo.read(parte), estilos, textos, suyas)
        yield nombre, suyas


def _excel_comments(archivo: zipfile.ZipFile, parte: str) -> dict[Celda, str]:
    comentarios: dict[Celda, str] = {}
    for otra in related(archivo, parte, "comments"):
        for comentario in elements(archivo, otra, "comment"):
            lugar = _REFERENCIA.fullmatch(comentario.get("ref", ""))
            dicho = "".join("".join(parte.itertext()) for parte in comentario if _local(parte) == "text")
            texto = _CON_RESPUESTAS.sub("", dicho).strip()
            if lugar and texto:
                comentarios[int(lugar[2]) - 1, column_number(lugar[1].encode()) - 1] = texto
    return comentarios


def _excel_shapes(archivo: zipfile.ZipFile, parte: str) -> dict[Celda, str]:
    formas: dict[Celda, str] = {}
    for otra in related(archivo, parte, "drawing"):
        for ancla in elements(archivo, otra, "oneCellAnchor", "twoCellAnchor"):
            partes = {_local(pieza): pieza for pieza in ancla.iter()}
            texto = " ".join(pieza.text or "" for pieza in ancla.iter() if _local(pieza) == "t").strip()
            if "pic" in partes or texto:
                lugar = {_local(pieza): int(pieza.text or 0) for pieza in partes.get("from", ())}
                formas[lugar.get("row", 0), lugar.get("col", 0)] = texto
    return formas


def _strike(contenido: bytes, estilos: set[int], textos: Mapping[int, bool], suyas: Marcas) -> None:
    """Take note of the cells of a sheet with something in them whose style, or whose text, is struck through."""
    for celda in _CELDA.finditer(contenido):
        atributos = celda["atributos"]
        direccion, estilo = _DIRECCION.search(atributos), _ESTILO.search(atributos)
        if direccion is None:
            continue
        lugar = int(direccion[2]) - 1, column_number(direccion[1]) - 1
        entera = textos.get(int(celda["valor"])) if celda["valor"] and _DE_TEXTOS.search(atributos) else None
        if entera is False:  # LibreOffice gives the cell the style of its first words besides
            suyas.a_medias.add(lugar)
        elif entera or (estilo and int(estilo[1]) in estilos):
            suyas.tachadas.add(lugar)


def _struck_styles(archivo: zipfile.ZipFile) -> set[int]:
    """Return the numbers of the styles whose letters are struck through."""
    if not _says(archivo, _ESTILOS, b"strike"):
        return set()
    fuentes = [_is_struck(fuente) for grupo in elements(archivo, _ESTILOS, "fonts") for fuente in grupo]
    tachadas = {str(numero) for numero, tachada in enumerate(fuentes) if tachada}
    estilos = [estilo for grupo in elements(archivo, _ESTILOS, "cellXfs") for estilo in grupo]
    return {numero for numero, estilo in enumerate(estilos) if estilo.get("fontId") in tachadas}


def _struck_texts(archivo: zipfile.ZipFile) -> dict[int, bool]:
    """Return the texts of the workbook with words struck through, by number, and whether all of their words are."""
    if not _says(archivo, _TEXTOS, b"strike"):
        return {}
    hallados = {}
    for numero, texto in enumerate(elements(archivo, _TEXTOS, "si")):
        tramos = [tramo for tramo in texto if _local(tramo) in {"r", "t"} and "".join(tramo.itertext()).strip()]
        tachados = [any(_is_struck(formato) for formato in tramo if _local(formato) == "rPr") for tramo in tramos]
        if any(tachados):
            hallados[numero] = all(tachados)
    return hallados


def _is_struck(formato: Element) -> bool:
    return any(_local(parte) == "strike" and parte.get("val", "1") not in {"0", "false"} for parte in formato)


def _says(archivo: zipfile.ZipFile, parte: str, dicho: bytes) -> bool:
    return parte in archivo.namelist() and dicho in archivo.read(parte)


def _of_opendocument(archivo: zipfile.ZipFile) -> Iterator[tuple[str, Marcas]]:
    contenido = archivo.read(PARTE)
    if b"annotation" not in contenido and b"<draw:" not in contenido and not _TACHA_ODS.search(contenido):
        return
    documento: Element = fromstring(contenido, forbid_dtd=True)
    tachados = {
        _attribute(estilo, "name")
        for estilo in documento.iter()
        if _local(estilo) == "style" and any(_strikes(formato) for formato in estilo)
    }
    for tabla in documento.iter():
        if _local(tabla) == "table":
            yield _attribute(tabla, "name"), _of_table(tabla, tachados)


def _of_table(tabla: Element, tachados: set[str]) -> Marcas:
    suyas = Marcas()
    for formas in tabla:
        for forma in formas if _local(formas) == "shapes" else ():
            _float(forma, (0, 0), suyas)
    renglon = 0
    for fila in tabla.iter():
        if _local(fila) != "table-row":
            continue
        veces, columna = _times(fila, "number-rows-repeated"), 0
        for celda in fila:
            cuantas = _times(celda, "number-columns-repeated")
            if len(celda) and veces * cuantas <= _REPETIDAS:
                for lugar in (
                    (r, c) for r in range(renglon, renglon + veces) for c in range(columna, columna + cuantas)
                ):
                    _mark(celda, lugar, tachados, suyas)
            columna += cuantas
        renglon += veces
    return suyas


def _mark(celda: Element, lugar: Celda, tachados: set[str], suyas: Marcas) -> None:
    """Take note of what is on one cell of an OpenDocument sheet."""
    parrafos = [parte for parte in celda if _local(parte) == "p"]
    comentario = "\n".join(
        "".join(parte.itertext())
        for nota in celda
        if _local(nota) == "annotation"
        for parte in nota
        if _local(parte) == "p"
    ).strip()
    if comentario:
        suyas.comentarios[lugar] = comentario
    for forma in celda:
        _float(forma, lugar, suyas)
    if not parrafos:
        return
    tramos = [tramo for parrafo in parrafos for tramo in parrafo.iter() if _local(tramo) == "span"]
    rayados = "".join("".join(t.itertext()) for t in tramos if _attribute(t, "style-name") in tachados)
    if _attribute(celda, "style-name") in tachados or rayados == "".join("".join(p.itertext()) for p in parrafos) != "":
        suyas.tachadas.add(lugar)
    elif rayados.strip():
        suyas.a_medias.add(lugar)


def _float(forma: Element, lugar: Celda, suyas: Marcas) -> None:
    """Take note of a text box or a picture over the cells of an OpenDocument sheet; charts are neither."""
    if _local(forma) not in {"custom-shape", "frame"} or any(_local(pieza) == "object" for pieza in forma):
        return
    texto = " ".join("".join(pieza.itertext()) for pieza in forma.iter() if _local(pieza) == "p").strip()
    if texto or any(_local(pieza) == "image" for pieza in forma):
        suyas.flotantes[lugar] = texto


def _strikes(formato: Element) -> bool:
    dichos = (valor for clave, valor in formato.attrib.items() if "text-line-through-" in clave)
    partes = [
        clave for clave in formato.attrib if clave.endswith(("text-line-through-style", "text-line-through-type"))
    ]
    return bool(partes) and "none" not in dichos


def _times(elemento: Element, clave: str) -> int:
    return int(_attribute(elemento, clave) or 1)


def _attribute(elemento: Element, clave: str) -> str:
    """Return an attribute whatever its namespace, or nothing."""
    return next((valor for nombre, valor in elemento.attrib.items() if nombre.rpartition("}")[2] == clave), "")


def _local(elemento: Element) -> str:
    return elemento.tag.rpartition("}")[2]
