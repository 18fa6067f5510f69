"""The workbook that an area fills in: instructions, its groups, how they use its datasets, and a stamp out of sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from promueve_gui.adapters.excel.conversion import row_reader
from promueve_gui.adapters.excel.estilos import TEXTO, dress
from promueve_gui.adapters.excel.formato_instrucciones import add_instructions
from promueve_gui.adapters.excel.formato_layout import (
    COLUMNAS_DATOS,
    COLUMNAS_GRUPOS,
    HOJA_DATOS,
    HOJA_GRUPOS,
    HOJA_INSTRUCCIONES,
    HOJA_LISTAS,
)
from promueve_gui.adapters.excel.layout import HOLGURA
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.adapters.excel.listas import Listas
from promueve_gui.adapters.excel.sello_escrito import add_stamp
from promueve_gui.adapters.excel.tabla import add_table
from promueve_gui.application.export_documents import documentos_formato
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formato_area import conjuntos_del_formato, grupos_del_formato, usos_del_formato
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.diccionario import Ayudas
    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.layout import Columna
    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.ficha import Id, Registro

_LIBRE = replace(TEXTO, libre=True)
_ULTIMA_COLUMNA = 16_384  # of a sheet (Excel)
_LUGAR_CONJUNTO = [columna.clave for columna in COLUMNAS_DATOS].index("conjunto")
_LETRA_NOMBRE = get_column_letter([columna.clave for columna in COLUMNAS_GRUPOS].index("nombre") + 1)


class FormatWriter:
    """Writes the workbook of one area. ``ayudas`` gives the help of the fields of an entity."""

    def __init__(self, ayudas: Ayudas) -> None:
        """Take the texts for the notes of headers and for the filled example."""
        self._ayudas = ayudas

    def __call__(self, area: Id, entrega: Entrega, path: Path, progress: Progress) -> None:
        """Write the workbook of ``area`` to ``path``. Raises ``UserError`` («area_no_existe»)."""
        proyecto = entrega.proyecto
        registro = proyecto.get(AreaGeneradora, area)
        if registro is None:
            raise UserError("area_no_existe")
        documento = documentos_formato([registro])[0].identidad
        libro = Libro(f"Grupos de usuarios ({registro.siglas or registro.nombre})", documento, entrega)
        instrucciones, grupos, datos = map(libro.add_sheet, (HOJA_INSTRUCCIONES, HOJA_GRUPOS, HOJA_DATOS))
        add_instructions(libro, instrucciones, registro, entrega, self._ayudas)
        listas = _lists(proyecto, area)
        suyos = grupos_del_formato(proyecto, area)
        leer = row_reader(COLUMNAS_GRUPOS, proyecto, {})
        self._add_free_table(libro, grupos, GrupoUsuarios, COLUMNAS_GRUPOS, list(map(leer, suyos)), listas)
        listas.point(GrupoUsuarios.ENTIDAD, _names_range(len(suyos)))
        self._add_free_table(libro, datos, UsoDatos, COLUMNAS_DATOS, _data_rows(proyecto, area, suyos), listas)
        hoja_listas = libro.add_sheet(HOJA_LISTAS)
        listas.fill(libro, hoja_listas)
        libro.hide(hoja_listas)
        add_stamp(libro, documento, entrega, area)
        libro.save(path, progress)

    def _add_free_table(
        self,
        libro: Libro,
        hoja: Worksheet,
        tipo: type[Registro],
        columnas: Sequence[Columna],
        renglones: Sequence[Sequence[Dato]],
        listas: Listas,
    ) -> None:
        """Make a table whose header alone is protected, each title with a note that explains it."""
        add_table(libro, hoja, columnas, renglones, len(renglones), listas, libre=True)
        hoja.sheet_view.showGridLines = True  # where there is still room to write
        _free_the_rest(hoja, len(columnas))
        libro.protect(hoja)
        ayudas = self._ayudas(tipo.ENTIDAD)
        for numero, columna in enumerate(columnas, start=1):
            ayuda = ayudas.get(columna.clave)
            if ayuda is not None:
                libro.annotate(hoja, f"{get_column_letter(numero)}1", f"{ayuda.ayuda}\nEjemplo: {ayuda.ejemplo}")


def _lists(proyecto: Proyecto, area: Id) -> Listas:
    """Return the lists of the workbook: of all datasets, only those of the area are offered."""
    ofrecidos = {conjunto.id: conjunto for conjunto in conjuntos_del_formato(proyecto, area)}
    return Listas(HOJA_LISTAS, Proyecto({ConjuntoDatos.ENTIDAD: dict(ofrecidos)}))


def _names_range(cuantos: int) -> str:
    """Return the names written on the sheet of groups, however many they are by then, as a formula.

    A range with blank cells at its end would offer them too, and Excel would take any name.
    """
    columna = f"{HOJA_GRUPOS}!${_LETRA_NOMBRE}$2:${_LETRA_NOMBRE}${cuantos + 1 + HOLGURA}"
    return f"OFFSET({HOJA_GRUPOS}!${_LETRA_NOMBRE}$2,0,0,MAX(1,COUNTA({columna})),1)"


def _data_rows(proyecto: Proyecto, area: Id, grupos: Iterable[GrupoUsuarios]) -> list[list[Dato]]:
    """Return a row per use of a dataset of the area, and one for each dataset that nobody uses yet, by dataset."""
    usos = usos_del_formato(proyecto, area, grupos)
    usados = {uso.conjunto for uso in usos}
    leer = row_reader(COLUMNAS_DATOS, proyecto, {})
    renglones = [
        *map(leer, usos),
        *(_only_named(c) for c in conjuntos_del_formato(proyecto, area) if c.id not in usados),
    ]
    return sorted(renglones, key=lambda renglon: plegar(str(renglon[_LUGAR_CONJUNTO])))


def _only_named(conjunto: ConjuntoDatos) -> list[Dato]:
    return [conjunto.nombre if lugar == _LUGAR_CONJUNTO else None for lugar in range(len(COLUMNAS_DATOS))]


def _free_the_rest(hoja: Worksheet, cuantas: int) -> None:
    """Let the cells beside the table be written in: Excel deletes a row only when all its cells are free."""
    resto = hoja.column_dimensions[get_column_letter(cuantas + 1)]
    resto.min, resto.max = cuantas + 1, _ULTIMA_COLUMNA
    dress(resto, _LIBRE)
