"""Makes the files that institutions send: rows of an inventory as text, and workbooks sound and unsound."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from promueve_gui.adapters.sources.detection import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.importacion import Lectura

DATOS = Path(__file__).parents[2] / "datos" / "fuentes"

TITULOS_B = (
    "Responsable",
    "Nombre del conjunto",
    "Nombre del recurso",
    "¿De qué es?",
    "¿Tiene datos privados?",
    "Razón por la cual los datos son privados",
    "¿En qué plataforma, tecnología, programa o sistema se albergan?",
    "Fecha estimada de publicación en datos.gob.mx (en caso de ser datos públicos) (AAAA-MM)",
)
FILA = ("Dirección de Aguas", "Aforos de ríos", "Aforos 2023", "Caudal diario", "Público", "", "excel", "2024-05")


def fila(**cambios: str) -> list[str]:
    """Return a sound row of the inventory with some of its cells changed, by number (``c5="Privado"``)."""
    celdas = list(FILA)
    for columna, valor in cambios.items():
        celdas[int(columna[1:]) - 1] = valor
    return celdas


def texto_csv(*filas: Sequence[str], separador: str = ",", titulos: Sequence[str] = TITULOS_B) -> str:
    """Return rows under their header, quoted only where needed."""
    return "".join(
        separador.join(_celda(celda, separador) for celda in renglon) + "\n" for renglon in (titulos, *filas)
    )


def _celda(celda: str, separador: str) -> str:
    return f'"{celda}"' if separador in celda or "\n" in celda else celda


def leer(carpeta: Path, contenido: str | bytes, nombre: str = "fuente.dat") -> Lectura:
    """Write a file, whose name says nothing, and read it as any other."""
    ruta = carpeta / nombre
    ruta.write_bytes(contenido if isinstance(contenido, bytes) else contenido.encode())
    return read_source(ruta)


def libro(hojas: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """Return a workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for nombre, filas in hojas.items():
        hoja = book.create_sheet(nombre)
        for renglon in filas:
            hoja.append(list(renglon))
    salida = io.BytesIO()
    book.save(salida)
    return salida.getvalue()


def con_parte(contenido: bytes, nombre: str, parte: bytes) -> bytes:
    """Return the workbook with one part of its zip added or put in place of the one it had."""
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(contenido)) as origen, zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as copia:
        for existente in origen.namelist():
            if existente != nombre:
                copia.writestr(existente, origen.read(existente))
        copia.writestr(nombre, parte)
    return salida.getvalue()


def parte(contenido: bytes, nombre: str) -> bytes:
    """Return one part of a workbook's zip."""
    with zipfile.ZipFile(io.BytesIO(contenido)) as origen:
        return origen.read(nombre)


def mensajes(lectura: Lectura) -> list[str]:
    """Return the sentences of all problems."""
    return [problema.mensaje for problema in lectura.problemas]
