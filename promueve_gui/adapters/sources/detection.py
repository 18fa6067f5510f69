"""The way in for files from outside: tells by content which format each is in, and has it read by its reader.

Neither name nor extension counts. Whatever is wrong with a file ends as a ``Problema`` of what was read or, when
nothing can be read, as one ``UserError``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from promueve_gui.adapters.intake import Envase, read_bytes, tell_container
from promueve_gui.adapters.reporte import Reporte
from promueve_gui.adapters.sources.catalogo import LectorCatalogo
from promueve_gui.adapters.sources.catalogo_json import read_json
from promueve_gui.adapters.sources.copies import without_copies
from promueve_gui.adapters.sources.delimited import SEPARADORES, read_table, sample, unwrapped
from promueve_gui.adapters.sources.inventario import LectorInventario
from promueve_gui.adapters.sources.layouts import CATALOGO, INVENTARIO, PLAN_APERTURA, find_header
from promueve_gui.adapters.sources.plan_apertura import LectorPlanApertura
from promueve_gui.adapters.sources.tables import (
    PERDIDA,
    Avance,
    Tabla,
    fill_down,
    in_blocks,
    report_lost_letters,
    rows_of_sheet,
)
from promueve_gui.adapters.sources.text import decode, split_lines
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.importacion import Formato, Lectura

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from promueve_gui.adapters.excel.sheets import Hoja
    from promueve_gui.adapters.sources.layouts import Encabezado
    from promueve_gui.adapters.sources.tables import Progreso

_FALTANTES = 2  # cells that a row of data may leave empty and still look like one
_POCAS = 4  # cells with which a row may be anything
_MUESTRA = 120  # physical lines in which the header of a text file is looked for


class LectorTabla(Protocol):
    """Reads tables of one layout, one after another, into the same ``Lectura``."""

    def __init__(self, lectura: Lectura, reporte: Reporte) -> None:
        """Keep where datasets and problems go."""

    @staticmethod
    def formato(encabezado: Encabezado) -> Formato:
        """Tell which format a header of this layout belongs to."""

    def read(self, tabla: Tabla, encabezado: Encabezado, avance: Avance) -> None:
        """Read one table."""

    def finish(self) -> None:
        """Settle what could not be known before the last row."""


_LECTORES: dict[str, type[LectorTabla]] = {
    PLAN_APERTURA.nombre: LectorPlanApertura,
    INVENTARIO.nombre: LectorInventario,
    CATALOGO.nombre: LectorCatalogo,
}


def read_source(path: Path, progress: Progreso | None = None) -> Lectura:
    """Read a file of formats A to E. ``progress`` hears rows done and rows in all (0 while unknown), and may raise.

    Raises:
        UserError: nothing can be read; see ``intake.tell_container``, ``container.open_container`` and
            ``catalogo_json.read_json``; and ``fuente_no_reconocida``, ``fuente_sin_columna``.
    """
    envase = tell_container(path)
    reporte = Reporte(path.name)
    if envase is Envase.LIBRO:
        return _read_tables(_tables_of_workbook(path, reporte, progress), reporte, progress)
    texto = decode(read_bytes(path))
    if not texto or texto.isspace():
        raise UserError("fuente_vacia", archivo=path.name)
    if PERDIDA in texto:
        report_lost_letters(enumerate(split_lines(texto), start=1), reporte)
    if texto.lstrip()[0] in "{[":
        return read_json(texto, reporte, progress)
    return _read_tables([_table_of_text(texto, reporte)], reporte, progress)


def _tables_of_workbook(path: Path, reporte: Reporte, progress: Progreso | None) -> list[tuple[Tabla, Encabezado]]:
    from promueve_gui.adapters.excel.sheets import read_sheets  # noqa: PLC0415 - openpyxl costs 150 ms, only books need it

    hojas = read_sheets(path, progress)
    reconocidas = [*filter(None, (_table_of_sheet(hoja, reporte) for hoja in hojas))]
    reconocidas = reconocidas or [*filter(None, (_table_in_one_column(hoja, reporte) for hoja in hojas))]
    if not reconocidas:
        raise UserError("fuente_no_reconocida", archivo=path.name)
    _report_unknown(hojas, reconocidas, reporte)
    return without_copies(reconocidas, hojas, reporte) if len(reconocidas) > 1 else reconocidas


def _report_unknown(hojas: Sequence[Hoja], reconocidas: Sequence[tuple[Tabla, Encabezado]], reporte: Reporte) -> None:
    """Say which sheets have rows as those of the tables that are read, and no header to read them by."""
    leidas = {tabla.hoja for tabla, _ in reconocidas}
    celdas = min(len(encabezado.indices) for _, encabezado in reconocidas) - _FALTANTES
    for hoja in hojas:
        if hoja.nombre not in leidas and any(_filled(fila) >= max(celdas, _POCAS) for fila in hoja.filas.values()):
            reporte.hoja = hoja.nombre
            reporte.general(
                f"La hoja «{hoja.nombre}» parece traer datos y no se leyó, porque no tiene el encabezado oficial; si "
                "deben importarse, póngaselo."
            )


def _filled(fila: Sequence[object]) -> int:
    return len(fila) - fila.count(None) - fila.count("")


def _table_of_sheet(hoja: Hoja, reporte: Reporte) -> tuple[Tabla, Encabezado] | None:
    filas = rows_of_sheet(hoja)
    encabezado = find_header(fill_down(filas, hoja.senas.juntas))
    if encabezado is None:
        return None
    reporte.hoja = hoja.nombre
    report_lost_letters(((renglon, "".join(celdas)) for renglon, celdas in filas), reporte)
    filas = fill_down(filas, (junta for junta in hoja.senas.juntas if junta[1] > encabezado.renglon))
    return Tabla(hoja.nombre, in_blocks(filas), len(filas), oculta=hoja.oculta, avisos=_about(hoja)), encabezado


def _table_in_one_column(hoja: Hoja, reporte: Reporte) -> tuple[Tabla, Encabezado] | None:
    """Return the table of a sheet whose rows are lines of a text that nobody parted into columns."""
    lineas = [""] * max(hoja.filas, default=0)
    for renglon, celdas in rows_of_sheet(hoja):
        if len(celdas) > 1:
            return None
        lineas[renglon - 1] = celdas[0]
    reporte.hoja = hoja.nombre
    return _table_of_lines([f"{linea}\n" for linea in lineas], reporte, avisos=_about(hoja))


def _about(hoja: Hoja) -> list[str]:
    """Return what its user should know of a sheet, besides its cells."""
    avisos = []
    if hoja.oculta:
        avisos.append(
            f"La hoja «{hoja.nombre}» está oculta y también se leyó; si no debía leerse, bórrela del archivo."
        )
    if hoja.senas.fuera:
        avisos.append(
            f"La hoja «{hoja.nombre}» tiene datos muy a la derecha de la tabla (celda {hoja.senas.fuera}) y no se "
            "leyeron; páselos a las columnas del formato, o bórrelos."
        )
    return avisos


def _table_of_text(texto: str, reporte: Reporte) -> tuple[Tabla, Encabezado]:
    lineas = split_lines(texto)
    tabla = _table_of_lines(lineas, reporte) or _table_of_lines(unwrapped(lineas), reporte)
    if tabla is None:
        raise UserError("fuente_no_reconocida", archivo=reporte.archivo)
    return tabla


def _table_of_lines(lineas: list[str], reporte: Reporte, avisos: Sequence[str] = ()) -> tuple[Tabla, Encabezado] | None:
    """Return the lines as a table, by the separator under which its header is best known."""
    hallados = [
        (encabezado, separador)
        for separador in SEPARADORES
        if (encabezado := find_header(sample(lineas, separador, _MUESTRA)))
    ]
    if not hallados:
        return None
    encabezado, separador = max(hallados, key=lambda hallado: len(hallado[0].indices))
    tabla = read_table(lineas, separador, len(encabezado.celdas), reporte)
    return replace(tabla, hoja=reporte.hoja, avisos=avisos), encabezado


def _read_tables(tablas: list[tuple[Tabla, Encabezado]], reporte: Reporte, progress: Progreso | None) -> Lectura:
    """Read the tables that share the best known layout of those in sight, and say which others were left."""
    mejor_tabla, mejor = max(tablas, key=lambda par: (not par[0].oculta, len(par[1].indices)))
    clase = _LECTORES[mejor.plantilla.nombre]
    lectura = Lectura(clase.formato(mejor), mejor_tabla.hoja, problemas=reporte.problemas)
    lector = clase(lectura, reporte)
    for tabla, encabezado in tablas:
        reporte.hoja = tabla.hoja
        if encabezado.plantilla is not mejor.plantilla:
            reporte.general(f"La hoja «{tabla.hoja}» tiene otro formato y no se leyó; guárdela en un archivo aparte.")
            continue
        _require(encabezado, reporte.archivo)
        for aviso in tabla.avisos:
            reporte.general(aviso)
        encabezado.report(reporte)
        lector.read(tabla, encabezado, Avance(progress, tabla.total))
    lector.finish()
    if not lectura.conjuntos and not lectura.problemas:
        reporte.general("El archivo trae el encabezado y ningún renglón con datos; llénelo y vuelva a importarlo.")
    return lectura


def _require(encabezado: Encabezado, archivo: str) -> None:
    clave = encabezado.plantilla.indispensable
    if clave not in encabezado.indices:
        titulo = next(columna.titulos[0] for columna in encabezado.plantilla.columnas if columna.clave == clave)
        raise UserError("fuente_sin_columna", archivo=archivo, columna=titulo)
