"""The result that is mailed back: each row of a returned workbook, and in plain words what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from promueve_gui.adapters.excel.estilos import CABECERA, CABECERA_CENTRADA, CELDA, NOTA, TITULO, Aspecto
from promueve_gui.adapters.excel.filas import Fila, count_lines
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.application.export_documents import RESULTADO
from promueve_gui.application.received import Suerte
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.institucion import AreaGeneradora, Institucion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.received import FilaRecibida, Recibido

_TITULOS = ("Hoja", "Renglón", "De qué se trata", "Qué pasó", "Por qué")
_ANCHOS = (14, 10, 40, 26, 70)
_SIN_NOMBRE = "(sin nombre)"
_ALTO_TITULO = 30.0  # points
_ALTO_CABECERA = 24.0
_ALTO = 16.0  # of a line of text
_NUMERO = replace(CELDA, horizontal="center")
_CUENTAS = Aspecto(tamano=11, negrita=True, vertical="center")
_PARRAFO = Aspecto(vertical="center")
# The words say it; a tint helps to find what is left to do.
_TINTES = {
    Suerte.PENDIENTE: "F1E4CF",
    Suerte.OMITIDA: "F1E4CF",
    Suerte.AGREGADA: "DDEBDF",
    Suerte.ACTUALIZADA: "DDEBDF",
    Suerte.RETIRADA: "EBCBD5",
    Suerte.IGUAL: "",
}
GRACIAS = (
    "Esto se hizo con lo que devolvió. Lo que queda pendiente lo decide quien coordina; si hace falta, le escribirá."
)


def write_result(recibido: Recibido, entrega: Entrega, path: Path, progress: Progress) -> None:
    """Write what became of ``recibido`` to ``path``, reporting rows written."""
    libro = Libro(f"{RESULTADO.titulo} «{recibido.archivo}»", RESULTADO.clave, entrega)
    hoja = libro.add_sheet("Resultado")
    arriba = [_line(libro, texto, aspecto) for texto, aspecto in _heading(recibido, entrega)]
    _frame(hoja, len(arriba) + 1, len(recibido.filas))
    filas = chain(arriba, [_header(libro)], _rows(libro, recibido.filas))
    libro.fill(hoja, list(filas), len(arriba) + 1 + len(recibido.filas))
    libro.save(path, progress)


def _heading(recibido: Recibido, entrega: Entrega) -> Iterator[tuple[str, Aspecto]]:
    """Yield the lines over the table: whose file, when, how much of each, and what is said of the whole of it."""
    proyecto = entrega.proyecto
    institucion = proyecto.unico(Institucion)
    area = proyecto.titulo(AreaGeneradora.ENTIDAD, recibido.area)
    yield f"Qué pasó con «{recibido.archivo}»", TITULO
    quien = " · ".join(filter(None, (institucion.nombre if institucion else "", area)))
    yield f"{quien} · Recibido el {fecha_larga(entrega.momento.date())}".removeprefix(" · "), NOTA
    cuentas = Counter(fila.suerte for fila in recibido.filas)
    yield " · ".join(f"{suerte.etiqueta}: {cuentas[suerte]:,}" for suerte in Suerte if cuentas[suerte]), _CUENTAS
    yield GRACIAS, _PARRAFO
    dichas = {(fila.hoja, fila.renglon) for fila in recibido.filas}
    for aviso in recibido.avisos:
        yield aviso, _PARRAFO
    for problema in recibido.problemas:
        if (problema.hoja, problema.renglon) not in dichas:  # of the whole sheet: no row of the table tells it
            yield problema.mensaje, _PARRAFO
    yield "", _PARRAFO


def _line(libro: Libro, texto: str, aspecto: Aspecto) -> Fila:
    """Return a row with one text over the whole width."""
    alto = _ALTO_TITULO if aspecto is TITULO else _ALTO * count_lines(texto, sum(_ANCHOS))
    return Fila([texto], [libro.estilos.get(aspecto)], alto)


def _frame(hoja: Worksheet, cabecera: int, cuantas: int) -> None:
    """Set widths, join the cells of each line over the table, and keep the titles in sight and on every page."""
    ultima = get_column_letter(len(_ANCHOS))
    for numero, ancho in enumerate(_ANCHOS, start=1):
        hoja.column_dimensions[get_column_letter(numero)].width = ancho
    for renglon in range(1, cabecera):
        hoja.merge_cells(f"A{renglon}:{ultima}{renglon}")
    hoja.freeze_panes = f"A{cabecera + 1}"
    hoja.print_title_rows = f"{cabecera}:{cabecera}"
    hoja.auto_filter.ref = f"A{cabecera}:{ultima}{max(cabecera + cuantas, cabecera + 1)}"


def _header(libro: Libro) -> Fila:
    aspectos = (CABECERA, CABECERA_CENTRADA, CABECERA, CABECERA, CABECERA)
    return Fila(_TITULOS, [libro.estilos.get(aspecto) for aspecto in aspectos], _ALTO_CABECERA)


def _rows(libro: Libro, recibidas: Sequence[FilaRecibida]) -> Iterator[Fila]:
    normal, centrada = libro.estilos.get(CELDA), libro.estilos.get(_NUMERO)
    por_suerte = {s: libro.estilos.get(replace(CELDA, relleno=tinte)) for s, tinte in _TINTES.items()}
    for recibida in recibidas:
        valores: list[Dato] = [
            recibida.hoja,
            recibida.renglon or None,
            recibida.titulo or _SIN_NOMBRE,
            recibida.suerte.etiqueta,
            recibida.detalle,
        ]
        estilos = [normal, centrada, normal, por_suerte[recibida.suerte], normal]
        yield Fila(valores, estilos, anchos=_ANCHOS, rellena=True)
