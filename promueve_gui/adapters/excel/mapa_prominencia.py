"""The salience of the groups, as a table of «Análisis»: its types, what makes each, and how many groups it has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.estilos import CELDA, CIFRA, Aspecto
from promueve_gui.domain.prominencia import ATRIBUTOS, FUENTE, Atributo, Prominencia, prominencia_de

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.adapters.excel.lienzo import Lienzo
    from promueve_gui.domain.grupos import GrupoUsuarios

SI_TIENE, NO_TIENE = "●", "–"
_MARCA = Aspecto(linea=True, vertical="center", horizontal="center")


def add_salience(lienzo: Lienzo, grupos: Sequence[GrupoUsuarios]) -> None:
    """Add the types that claim most attention first, and last the groups that still lack a grade."""
    lienzo.heading("Prominencia")
    lienzo.header(["Tipo", *(atributo.etiqueta for atributo in Atributo), "Grupos", "Prioritarios"])
    cuantos = Counter(prominencia_de(grupo) for grupo in grupos)
    prioritarios = Counter(prominencia_de(grupo) for grupo in grupos if grupo.prioritario)
    for tipo in (*Prominencia, None):
        suyos = ATRIBUTOS[tipo] if tipo else frozenset()
        marcas = [SI_TIENE if atributo in suyos else NO_TIENE if tipo else "" for atributo in Atributo]
        etiqueta = tipo.etiqueta if tipo else "Sin calificar"
        lienzo.add(
            [etiqueta, *marcas, cuantos[tipo], prioritarios[tipo]], [CELDA, *[_MARCA] * len(marcas), CIFRA, CIFRA]
        )
    lienzo.note(f"{SI_TIENE} quiere decir 4 o 5. Según {FUENTE}.")
