"""Workbooks that come back by e-mail (format F of dominio §5), whatever was done to them; see ``domain.devueltos``.

A sheet is known by its titles and not by its name; the workbook by its stamp or, if that is gone, by such a sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.adapters.excel.encabezado import RENGLONES_DE_TITULO, find_header, has_titles
from promueve_gui.adapters.excel.formato_layout import HOJA_INSTRUCCIONES
from promueve_gui.adapters.excel.hoja_devuelta import read_rows, report_notes
from promueve_gui.adapters.excel.hoja_en_texto import is_sheet_in_text
from promueve_gui.adapters.excel.hojas_propias import has_no_table, report_missing, report_unread
from promueve_gui.adapters.excel.huellas import edits_of, stored_prints
from promueve_gui.adapters.excel.layout import VERSION
from promueve_gui.adapters.excel.mapa import DE_CONSULTA, HOJA_POR_AREA
from promueve_gui.adapters.excel.mapa_por_area import is_summary
from promueve_gui.adapters.excel.marcas import Marcas
from promueve_gui.adapters.excel.plan_layout import AVISO_CONSULTA, EN_EL_PLAN
from promueve_gui.adapters.excel.rejilla import open_workbook
from promueve_gui.adapters.excel.sello import read_stamp, stamped_values
from promueve_gui.adapters.intake import Envase, tell_container
from promueve_gui.adapters.reporte import Reporte
from promueve_gui.application.export_documents import RESULTADO
from promueve_gui.domain.devueltos import LibroDevuelto
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.interpretacion import cell_text
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from promueve_gui.adapters.excel.encabezado import Encabezado
    from promueve_gui.adapters.excel.rejilla import Fila
    from promueve_gui.domain.devueltos import HojaDevuelta

    Progreso: TypeAlias = Callable[[int, int], None]

_EXPLICA, _POR_AREA = plegar(HOJA_INSTRUCCIONES), plegar(HOJA_POR_AREA)
_DE_CONSULTA = plegar(AVISO_CONSULTA)
DE_OTRA_VERSION = (
    "«{archivo}» se hizo con una versión más nueva de Promueve, y lo que esta no conoce no se leyó. Actualice "
    "Promueve y vuelva a recibirlo."
)
_DIRECCION = re.compile(r"([A-Z]+)(\d+)")
_CADA = 2048  # rows between two reports of progress


def read_returned(path: Path, progress: Progreso | None = None) -> LibroDevuelto | None:
    """Read a workbook that Promueve wrote and somebody filled in; ``None`` when ``path`` is some other file.

    ``progress`` hears the rows read so far and 0, and may raise.

    Raises:
        UserError: what ``intake.tell_container`` and ``rejilla.open_workbook`` say, ``devuelto_sin_tablas`` when it is
            one of ours and none of its tables is left, or ``devuelto_en_texto`` when it is a sheet saved as text.
    """
    if tell_container(path) is not Envase.LIBRO:
        if is_sheet_in_text(path):
            raise UserError("devuelto_en_texto", archivo=path.name)
        return None
    crudo = open_workbook(path)
    reporte = Reporte(path.name)
    escondidos: dict[str, str] = {}
    huellas: dict[str, list[list[str]]] = {}
    leidas = _Hojas(reporte)
    leidos = _Contador(progress)
    for rejilla in crudo.sheets():
        filas = leidos.all_of(rejilla.filas)
        reporte.hoja = rejilla.nombre
        _report_far_cells(crudo.lejanas.get(rejilla.nombre, ()), reporte)
        if not escondidos and (escondidos := stamped_values(filas)):
            huellas = stored_prints(filas)
        leidas.take(rejilla.nombre, filas, crudo.marcas.get(rejilla.nombre, Marcas()))
    sello = read_stamp(escondidos, crudo.propiedades)
    if not leidas.hojas:
        if sello.exportacion and sello.documento != RESULTADO.clave:
            raise UserError("devuelto_sin_tablas", archivo=path.name)
        return None
    reporte.problemas += edits_of(leidas.de_consulta, huellas, dict.fromkeys(huellas, EN_EL_PLAN) | DE_CONSULTA)
    report_missing(leidas.hojas, sello.documento, reporte)
    report_unread(leidas.sueltas, sello.documento, reporte)
    if sello.version > VERSION:
        reporte.hoja = ""
        reporte.general(DE_OTRA_VERSION.format(archivo=path.name))
    return LibroDevuelto(
        archivo=path.name,
        huella=crudo.huella,
        sello=sello,
        hojas=leidas.hojas,
        consultas=leidas.consultas,
        problemas=reporte.problemas,
    )


@dataclass(slots=True)
class _Hojas:
    """The sheets of a workbook: those that are read, those that only show groups by area, and those with a table.

    Of the last, ``sueltas``, that table is none of ours. ``de_consulta`` are all that hold no table that is read: those
    of our own that only show something are told from the rest by their prints.
    """

    reporte: Reporte
    hojas: list[HojaDevuelta] = field(default_factory=list)
    consultas: list[HojaDevuelta] = field(default_factory=list)
    sueltas: list[str] = field(default_factory=list)
    de_consulta: dict[str, Sequence[Fila]] = field(default_factory=dict)

    def take(self, nombre: str, filas: Sequence[Fila], marcas: Marcas) -> None:
        """Read a sheet as what it is; what people left on its cells is told of any."""
        encabezado = find_header(filas) if _may_be_read(nombre, filas) else None
        if encabezado is not None and not _is_by_area(nombre, filas, encabezado):
            self.hojas.append(read_rows(nombre, filas, encabezado, self.reporte, marcas))
            return
        report_notes(marcas, self.reporte)
        self.de_consulta[nombre] = filas
        if encabezado is not None:
            self.consultas.append(_read_by_area(nombre, filas, encabezado))
        elif _may_be_read(nombre, filas) and _has_other_table(nombre, filas):
            self.sueltas.append(nombre)


def _has_other_table(nombre: str, filas: Sequence[Fila]) -> bool:
    return not has_no_table(nombre) and not has_titles(filas) and _looks_like_table(filas)


def _is_by_area(nombre: str, filas: Sequence[Fila], encabezado: Encabezado) -> bool:
    """Tell whether a sheet is the one of the map that shows the groups by area, whatever it is called now."""
    titulo = encabezado.campos.get("nombre")
    if encabezado.tipo is not GrupoUsuarios or titulo is None:
        return False
    escritos = (fila[titulo] for fila in filas[encabezado.renglon + 1 :])
    return plegar(nombre) == _POR_AREA or any(isinstance(escrito, str) and is_summary(escrito) for escrito in escritos)


def _read_by_area(nombre: str, filas: Sequence[Fila], encabezado: Encabezado) -> HojaDevuelta:
    """Return the groups of such a sheet, without the lines that count them."""
    leida = read_rows(nombre, filas, encabezado, Reporte(""))
    titulo = leida.campos.index("nombre")
    grupos = [fila for fila in leida.filas if not is_summary(cell_text(fila.celdas[titulo]))]
    return replace(leida, filas=grupos)


def _looks_like_table(filas: Sequence[Fila]) -> bool:
    """Tell whether some row of a sheet has two cells or more with something in them."""
    return any(sum(celda != "" for celda in fila) > 1 for fila in filas)


def _may_be_read(nombre: str, filas: Sequence[Fila]) -> bool:
    """Tell whether a sheet may hold a table: not one that only shows what another says, by its name or by saying so."""
    if plegar(nombre) == _EXPLICA:
        return False
    arriba = filas[:RENGLONES_DE_TITULO]
    return not any(isinstance(celda, str) and plegar(celda) == _DE_CONSULTA for fila in arriba for celda in fila)


class _Contador:
    """Counts rows over all sheets and tells from time to time."""

    def __init__(self, progress: Progreso | None) -> None:
        self._progress = progress
        self._leidas = 0

    def all_of(self, filas: Iterable[Fila]) -> list[Fila]:
        todas = []
        for fila in filas:
            todas.append(fila)
            self._leidas += 1
            if self._progress and self._leidas % _CADA == 0:
                self._progress(self._leidas, 0)
        return todas


def _report_far_cells(lejanas: tuple[str, ...], reporte: Reporte) -> None:
    """Say that something was written far away from every table; of many such cells the first is enough."""
    if not lejanas:
        return
    direccion = _DIRECCION.fullmatch(lejanas[0])
    letras, renglon = direccion.groups() if direccion else ("", "1")
    otras = _and_others(len(lejanas) - 1)
    mensaje = (
        f"Hoja «{reporte.hoja}», renglón {renglon}, columna {letras}{otras}: hay algo escrito muy lejos de la tabla, "
        "que no se leyó; bórrelo o páselo a la tabla."
    )
    reporte.problemas.append(Problema(reporte.hoja, int(renglon), letras, "", mensaje))


def _and_others(cuantas: int) -> str:
    if not cuantas:
        return ""
    return " (y en otra celda)" if cuantas == 1 else f" (y en otras {cuantas} celdas)"
