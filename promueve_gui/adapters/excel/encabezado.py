"""Where each field of a record stands in a sheet that people have had in their hands.

Titles come from ``Campo.etiqueta`` and are compared without accents, capitals, punctuation or line breaks; a title that
is nearly one of them, and of no other, counts as well. Columns may be moved, added or gone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.layout import CLAVE_ID, columnas
from promueve_gui.adapters.excel.mapa import DERIVADAS
from promueve_gui.adapters.excel.plan_layout import DERIVADAS_PLAN
from promueve_gui.domain.alcance import naming_fields
from promueve_gui.domain.ficha import campos, per_type
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.adapters.excel.rejilla import Crudo, Fila
    from promueve_gui.domain.ficha import Registro

LEGIBLES: tuple[type[Registro], ...] = (GrupoUsuarios, UsoDatos, LineaPlan)
RENGLONES_DE_TITULO = 40  # rows from the top among which the header is looked for
_EJEMPLO = 5  # rows after a header among which that of another record means that both are examples
_MINIMO = 3  # columns that must be known, that which names the record among them
_PARECIDO = 0.85  # likeness from which two titles may be the same
_ACLARACION = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SIGNOS = re.compile(r"[\W_]+")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(slots=True)
class Encabezado:
    """The header of a sheet. Columns count from 0; ``renglon``, too, among the rows looked at.

    ``calculadas`` are those that the program works out; ``repetidas`` have a title that another column has already.
    """

    tipo: type[Registro]
    renglon: int
    titulos: tuple[str, ...]
    identidad: int | None = None
    campos: dict[str, int] = field(default_factory=dict)
    calculadas: dict[str, int] = field(default_factory=dict)
    repetidas: list[tuple[str, int]] = field(default_factory=list)

    @property
    def conocidas(self) -> int:
        """Return how many columns are known."""
        return len(self.campos) + len(self.calculadas) + (self.identidad is not None)

    @property
    def desconocidas(self) -> list[int]:
        """Return the columns, with or without a title, that are nobody's."""
        usadas = {*self.campos.values(), *self.calculadas.values(), *(indice for _, indice in self.repetidas)}
        return sorted(set(range(len(self.titulos))) - usadas - {self.identidad})

    @property
    def valido(self) -> bool:
        """Tell whether this is the header of its record and not some row that has words in common with it."""
        nombra = all(clave in self.campos for clave in naming_fields(self.tipo))
        return self.conocidas >= _MINIMO and (nombra or self.identidad is not None)


def fold_title(celda: Crudo) -> str:
    """Return a title as it is compared."""
    return " ".join(_SIGNOS.sub(" ", plegar(celda)).split()) if isinstance(celda, str) else ""


def find_header(filas: Sequence[Fila]) -> Encabezado | None:
    """Return the header in the first rows of a sheet, of whichever record it is; ``None`` when there is none.

    A sheet that shows one filled row of a record and right after that the header of another explains how to fill them
    in, and is no table.
    """
    for renglon, fila in enumerate(filas[:RENGLONES_DE_TITULO]):
        encabezado = _header_at(renglon, fila)
        if encabezado is not None:
            siguientes = (_header_at(renglon, otra) for otra in filas[renglon + 1 : renglon + 1 + _EJEMPLO])
            if any(otro is not None and otro.tipo is not encabezado.tipo for otro in siguientes):
                return None
            _find_identity(encabezado, filas[renglon + 1 :])
            return encabezado
    return None


def has_titles(filas: Sequence[Fila]) -> bool:
    """Tell whether the first rows of a sheet hold the titles of some record, be it only as an example."""
    return any(_header_at(renglon, fila) is not None for renglon, fila in enumerate(filas[:RENGLONES_DE_TITULO]))


def _header_at(renglon: int, fila: Fila) -> Encabezado | None:
    titulos, desnudos = tuple(map(fold_title, fila)), tuple(map(_bare, fila))
    hallados = [encabezado for tipo in LEGIBLES if (encabezado := _match(tipo, renglon, titulos, desnudos)).valido]
    return max(hallados, key=lambda hallado: hallado.conocidas, default=None)


def is_header_again(encabezado: Encabezado, fila: Fila) -> bool:
    """Tell whether a row only repeats the titles, as happens when pages are pasted one after another."""
    return all(fold_title(fila[indice]) == encabezado.titulos[indice] for indice in encabezado.campos.values())


@per_type
def _labels(tipo: type[Registro]) -> Mapping[str, str]:
    """Return the key of each column by its title as compared."""
    propias = {fold_title(columna.campo.etiqueta): columna.clave for columna in columnas(tipo, personales=True)}
    derivadas = {GrupoUsuarios: DERIVADAS, LineaPlan: DERIVADAS_PLAN}.get(tipo, ())
    return {fold_title(columna.campo.etiqueta): columna.clave for columna in derivadas} | propias


def _bare(celda: Crudo) -> str:
    """Return a title as it is compared without what somebody explained in it: «Poder (del 1 al 5)»."""
    return fold_title(_ACLARACION.sub(" ", celda)) if isinstance(celda, str) else ""


def _match(tipo: type[Registro], renglon: int, titulos: tuple[str, ...], desnudos: tuple[str, ...]) -> Encabezado:
    encabezado = Encabezado(tipo, renglon, titulos)
    etiquetas = _labels(tipo)
    dudosos = []
    for indice, titulo in enumerate(titulos):
        if titulo in etiquetas:
            _place(encabezado, etiquetas[titulo], indice)
        elif titulo:
            dudosos.append(indice)
    if encabezado.conocidas:
        _match_nearly(encabezado, etiquetas, {indice: desnudos[indice] for indice in dudosos})
    return encabezado


def _match_nearly(encabezado: Encabezado, etiquetas: Mapping[str, str], dudosos: Mapping[int, str]) -> None:
    """Give columns that are nearly called like a field to it, if it has none and no other is called like that too."""
    puestas = encabezado.campos.keys() | encabezado.calculadas.keys()
    libres = [etiqueta for etiqueta, clave in etiquetas.items() if clave not in puestas and clave != CLAVE_ID]
    for indice, titulo in dudosos.items():
        cercanas = [titulo] if titulo in libres else get_close_matches(titulo, libres, n=2, cutoff=_PARECIDO)
        if len(cercanas) == 1:
            _place(encabezado, etiquetas[cercanas[0]], indice)


def _place(encabezado: Encabezado, clave: str, indice: int) -> None:
    if clave == CLAVE_ID:
        if encabezado.identidad is None:
            encabezado.identidad = indice
        return
    lugares = encabezado.campos if clave in campos(encabezado.tipo) else encabezado.calculadas
    if clave in lugares:
        encabezado.repetidas.append((clave, indice))
    else:
        lugares[clave] = indice


def _find_identity(encabezado: Encabezado, filas: Sequence[Fila]) -> None:
    """Look for identities in columns without a known title, when the column that held them lost its own."""
    if encabezado.identidad is not None:
        return
    for indice in encabezado.desconocidas:
        valores = [fila[indice] for fila in filas if fila[indice] != ""]
        if valores and 2 * sum(is_identity(valor) for valor in valores) > len(valores):
            encabezado.identidad = indice
            return


def is_identity(valor: Crudo) -> bool:
    """Tell whether a cell holds the identity of a record."""
    return isinstance(valor, str) and _UUID.fullmatch(valor.strip()) is not None
