"""Values of fields as cells hold them: dates and numbers as such, everything else as people read it.

It follows ``domain.formato.mostrar``, prepared once per column because rows are many.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from promueve_gui.adapters.excel.layout import CLAVE_ID
from promueve_gui.domain.enriquecido import plano
from promueve_gui.domain.ficha import Tipo
from promueve_gui.domain.formato import NO, SI
from promueve_gui.domain.texto import SEPARADOR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.layout import Columna
    from promueve_gui.domain.ficha import Campo, Id, Registro
    from promueve_gui.domain.proyecto import Proyecto

Conversor: TypeAlias = "Callable[[Any], Dato]"
# Works out the value of a column that is no field of the record.
Derivada: TypeAlias = "Callable[[Any], Dato]"


def row_reader(
    columnas: Sequence[Columna], proyecto: Proyecto, derivadas: Mapping[str, Derivada]
) -> Callable[[Registro], list[Dato]]:
    """Return the function that gives the cells of a record, column by column."""
    lectores = [_column_reader(columna, proyecto, derivadas) for columna in columnas]
    return lambda registro: [lector(registro) for lector in lectores]


def _column_reader(columna: Columna, proyecto: Proyecto, derivadas: Mapping[str, Derivada]) -> Derivada:
    if columna.clave in derivadas:
        return derivadas[columna.clave]
    clave = columna.clave
    if clave == CLAVE_ID:
        return lambda registro: str(registro.id)
    convertido = converter(columna.campo, proyecto)
    if convertido is _same:  # as of most columns
        return attrgetter(clave)
    return lambda registro: convertido(getattr(registro, clave))


def converter(campo: Campo, proyecto: Proyecto) -> Conversor:
    """Return the function that turns values of ``campo`` into cells; rich text as readers see it, without marks."""
    if campo.rico:
        return plano
    match campo.tipo:
        case Tipo.BOOLEANO:
            return _si_o_no
        case Tipo.OPCION:
            etiquetas: dict[Any, str] = {None: "", **{o: o.etiqueta for o in campo.opciones or ()}}
            return etiquetas.__getitem__
        case Tipo.OPCIONES:
            opciones = [(o, o.etiqueta) for o in campo.opciones or ()]
            return lambda valor: SEPARADOR.join(etiqueta for o, etiqueta in opciones if o in valor)
        case Tipo.REFERENCIA:
            return _Titulos(campo.destino, proyecto).title
        case Tipo.REFERENCIAS:
            return _Titulos(campo.destino, proyecto).titles
        case _:
            return _same


class _Titulos:
    """Titles of the records of one table, each asked for once."""

    def __init__(self, entidad: str, proyecto: Proyecto) -> None:
        self._entidad = entidad
        self._proyecto = proyecto
        self._vistos: dict[Id | None, str] = {}

    def title(self, identidad: Id | None) -> str:
        if identidad not in self._vistos:
            self._vistos[identidad] = self._proyecto.titulo(self._entidad, identidad)
        return self._vistos[identidad]

    def titles(self, identidades: Sequence[Id]) -> str:
        return SEPARADOR.join(map(self.title, identidades))


def _si_o_no(valor: bool) -> str:  # noqa: FBT001  # the value of a cell, not a switch of this function
    return SI if valor else NO


def _same(valor: Any) -> Any:  # noqa: ANN401  # text, number or date: what a cell holds already
    return valor
