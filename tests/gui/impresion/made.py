"""Documents to be printed, made up, and the pages that they become."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from promueve_gui.application.print_model import (
    Bloque,
    ColumnaImpresa,
    Dia,
    EstiloTexto,
    Impreso,
    Mes,
    Parrafos,
    Tabla,
)
from promueve_gui.domain.enriquecido import Tramo
from promueve_gui.gui.impresion.composing import compose_steps
from promueve_gui.gui.impresion.pages import Pages
from promueve_gui.gui.impresion.paper import Typesetter
from promueve_gui.gui.theme import font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.application.print_model import Parte

COLUMNAS = (ColumnaImpresa("Fecha", 1, centrada=True), ColumnaImpresa("Actividad", 3), ColumnaImpresa("Notas", 2))


def document(*partes: Parte, apaisado: bool = True) -> Impreso:
    return Impreso(
        titulo="Plan de promoción",
        institucion="Secretaría de Ríos & <Presas>",
        fecha="12 de marzo de 2026",
        detalle="Detalle",
        partes=partes,
        apaisado=apaisado,
    )


def table(*bloques: tuple[str, Sequence[Sequence[str]]]) -> Tabla:
    return Tabla(COLUMNAS, [Bloque(titulo, renglones) for titulo, renglones in bloques])


def month(
    actividades: Mapping[int, Sequence[str]], otras: Mapping[int, Sequence[str]] | None = None, inhabil: str = ""
) -> Mes:
    """Return June 2026, which begins on a Monday, with things by day; the first is a holiday when it has a name."""
    inicio = date(2026, 6, 1)
    dias = [inicio + timedelta(days=n) for n in range(35)]
    hechos = [
        Dia(
            dia,
            del_mes=dia.month == 6,
            inhabil=inhabil if n == 0 else "",
            actividades=actividades.get(dia.day, ()) if dia.month == 6 else (),
            otras=(otras or {}).get(dia.day, ()) if dia.month == 6 else (),
        )
        for n, dia in enumerate(dias)
    ]
    return Mes("Junio de 2026", [hechos[n : n + 7] for n in range(0, 35, 7)])


def text(*parrafos: tuple[EstiloTexto, str]) -> Parrafos:
    return Parrafos([(estilo, [Tramo(texto)]) for estilo, texto in parrafos])


def composed(impreso: Impreso) -> Pages:
    pages = Pages(impreso, Typesetter(font()))
    for _ in compose_steps(pages):
        pass
    return pages


def said(pages: Pages) -> list[str]:
    """Return what each page says."""
    return [page.text for page in pages.sheets]


def squeezed(texto: str) -> str:
    """Return a text without its spaces and line breaks."""
    return "".join(texto.split())
