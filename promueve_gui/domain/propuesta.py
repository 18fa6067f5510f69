"""What an import would do, before anybody agrees to it: changes not yet applied, counts, problems, look-alikes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promueve_gui.domain.altas import altas
from promueve_gui.domain.cambios import cambio, nuevos_ids
from promueve_gui.domain.ficha import defaults
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.importacion import Formato, Problema


@frozen
class AreaParecida:
    """Two spellings that look like the same area. ``separadas`` when the project already keeps both as two areas.

    ``renglon`` is where the file first has ``nombre``; ``None`` when it came from outside the file.
    """

    nombre: str
    otra: str
    renglon: int | None
    separadas: bool


@frozen(kw_only=True)
class Propuesta:
    """The import of one source, not yet applied. The counts are of records, by the name of their table."""

    formato: Formato
    cambios: tuple[Cambio, ...]
    nuevos: Mapping[str, int]
    cambiados: Mapping[str, int]
    iguales: Mapping[str, int]
    problemas: tuple[Problema, ...]
    parecidas: tuple[AreaParecida, ...]


@dataclass(slots=True)
class Acopio:
    """Changes and counts as they are gathered, in an order in which they can be applied."""

    cambios: list[Cambio] = field(default_factory=list)
    nuevos: Counter[str] = field(default_factory=Counter)
    cambiados: Counter[str] = field(default_factory=Counter)
    iguales: Counter[str] = field(default_factory=Counter)
    problemas: list[Problema] = field(default_factory=list)

    def agregar(self, tipo: type[Registro], valores: Mapping[str, Valor]) -> Id:
        """Note a new record and return its identity; see ``agregar_todos``."""
        return self.agregar_todos(tipo, [{**valores}])[0]

    def agregar_todos(self, tipo: type[Registro], filas: Sequence[dict[str, Valor]]) -> list[Id]:
        """Note new records and return their identities; all at once, because an inventory has them by the thousand.

        The rows are the changes' own from now on, so that none need be copied.
        A ``None`` that the file gives on purpose stays one: access that it does not tell is not «public» by default.
        """
        dados = _sin_iniciales(tipo, filas)
        ids = nuevos_ids(len(dados))
        self.cambios.extend(altas(tipo.ENTIDAD, ids, dados))
        if ids:
            self.nuevos[tipo.ENTIDAD] += len(ids)
        return ids

    def comparar(self, registro: Registro, valores: Mapping[str, Valor]) -> None:
        """Note what the file says differently of a record; what it leaves empty erases nothing."""
        dados = {nombre: valor for nombre, valor in valores.items() if valor}
        hecho = cambio(registro, **dados)
        if hecho is None:
            self.iguales[registro.ENTIDAD] += 1
        else:
            self.cambios.append(hecho)
            self.cambiados[registro.ENTIDAD] += 1

    def unido(self, cambios: Iterable[Cambio]) -> None:
        """Note changes that follow from a decision of the user, and are not the file's."""
        self.cambios.extend(cambios)


def _sin_iniciales(tipo: type[Registro], filas: Iterable[dict[str, Valor]]) -> list[dict[str, Valor]]:
    """Return what each row says that nobody need be told: neither empty nor what the field holds before it is filled.

    Most rows say nothing empty, so that only the few fields that begin with something are looked at one by one.
    """
    iniciales = defaults(tipo)
    llenos = [(nombre, inicial) for nombre, inicial in iniciales.items() if inicial]
    hechas: list[dict[str, Valor]] = []
    for fila in filas:
        for nombre, inicial in llenos:
            if fila.get(nombre) == inicial:
                del fila[nombre]
        if all(fila.values()):
            hechas.append(fila)
        else:
            hechas.append({n: v for n, v in fila.items() if v or (v is None and iniciales[n] is not None)})
    return hechas
