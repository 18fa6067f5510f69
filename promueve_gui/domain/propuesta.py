"""What an import would do, before anybody agrees to it: changes not yet applied, counts, problems, look-alikes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import Cambio, cambio, nuevo_id
from promueve_gui.domain.ficha import defaults

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.importacion import Formato, Problema


@dataclass(frozen=True, slots=True)
class AreaParecida:
    """Two spellings that look like the same area. ``separadas`` when the project already keeps both as two areas.

    ``renglon`` is where the file first has ``nombre``; ``None`` when it came from outside the file.
    """

    nombre: str
    otra: str
    renglon: int | None
    separadas: bool


@dataclass(frozen=True, slots=True, kw_only=True)
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
        self.agregar_todos(tipo, (valores,), {})
        return self.cambios[-1].id

    def agregar_todos(
        self, tipo: type[Registro], filas: Iterable[Mapping[str, Valor]], comunes: Mapping[str, Valor]
    ) -> None:
        """Note new records, all with the values in ``comunes``. Lean, because an inventory has them by the thousand.

        A ``None`` that the file gives on purpose stays one: access that it does not tell is not «public» by default.
        """
        entidad, iniciales, cambios = tipo.ENTIDAD, defaults(tipo), self.cambios
        antes = len(cambios)
        for valores in filas:
            dados = {n: valor for n, valor in valores.items() if (valor or valor is None) and valor != iniciales[n]}
            dados.update(comunes)
            cambios.append(Cambio(entidad, nuevo_id(), None, dados))
        if len(cambios) > antes:
            self.nuevos[entidad] += len(cambios) - antes

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
