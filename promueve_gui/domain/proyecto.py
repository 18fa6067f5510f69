"""The content of a project at one moment: every record by table and identity, and how to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from promueve_gui.domain.cambios import aplicado
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.registros import POR_ENTIDAD, TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro, Valor

R = TypeVar("R", bound="Registro")


class Proyecto:
    """Records by table. Only the session changes its own; everybody else is given a copy (``snapshot``)."""

    __slots__ = ("_tablas",)

    def __init__(self, tablas: Mapping[str, dict[Id, Registro]] | None = None) -> None:
        """Start from ``tablas``, or empty."""
        dadas = tablas or {}
        self._tablas: dict[str, dict[Id, Registro]] = {t.ENTIDAD: dict(dadas.get(t.ENTIDAD, {})) for t in TIPOS}

    def __eq__(self, other: object) -> bool:
        """Two projects are equal when they hold the same records."""
        return isinstance(other, Proyecto) and self._tablas == other._tablas

    __hash__ = None  # type: ignore[assignment]  # a project changes, so it must not be a key

    def todos(self, tipo: type[R]) -> list[R]:
        """Return every record of a kind, withdrawn ones included, in the order they came."""
        return cast("list[R]", list(self._tablas[tipo.ENTIDAD].values()))

    def activos(self, tipo: type[R]) -> list[R]:
        """Return the records of a kind that are in use."""
        return cast("list[R]", [r for r in self._tablas[tipo.ENTIDAD].values() if not r.retirado])

    def get(self, tipo: type[R], identidad: Id | None) -> R | None:
        """Return one record of a kind, or ``None``."""
        return None if identidad is None else cast("R | None", self._tablas[tipo.ENTIDAD].get(identidad))

    def registro(self, entidad: str, identidad: Id) -> Registro | None:
        """Return one record by the name of its table, or ``None``."""
        return self._tablas[entidad].get(identidad)

    def unico(self, tipo: type[R]) -> R | None:
        """Return the only record of a kind of which a project has one (institution, profile), or ``None``."""
        return next(iter(self.activos(tipo)), None)

    def titulo(self, entidad: str, identidad: Id | None) -> str:
        """Return what people call a record; empty when there is none."""
        registro = None if identidad is None else self._tablas[entidad].get(identidad)
        return "" if registro is None else registro.titulo

    def snapshot(self) -> Proyecto:
        """Return a copy that later edits do not touch; records are frozen, so only the tables are copied."""
        return Proyecto(self._tablas)

    def total(self) -> int:
        """Return how many records there are."""
        return sum(map(len, self._tablas.values()))

    def check(self, cambios: Iterable[Cambio]) -> None:
        """Raise ``UserError`` when a change does not fit what the project holds now."""
        pedidos = list(cambios)
        nuevos = {(cambio.entidad, cambio.id) for cambio in pedidos if cambio.antes is None}
        vistos: set[tuple[str, Id]] = set()
        for cambio in pedidos:
            tipo = POR_ENTIDAD.get(cambio.entidad)
            if tipo is None:
                raise UserError("entidad_desconocida", entidad=cambio.entidad)
            existe = cambio.id in self._tablas[cambio.entidad] or (cambio.entidad, cambio.id) in vistos
            if existe != (cambio.antes is not None):
                raise UserError("cambio_caduco", registro=tipo.SINGULAR)
            vistos.add((cambio.entidad, cambio.id))
            self._check_valores(tipo, cambio.despues or {}, nuevos)

    def _check_valores(self, tipo: type[Registro], valores: Mapping[str, Valor], nuevos: set[tuple[str, Id]]) -> None:
        descritos = campos(tipo)
        for nombre, valor in valores.items():
            campo = descritos.get(nombre)
            if campo is None:
                raise UserError("campo_desconocido", registro=tipo.SINGULAR, campo=nombre)
            if campo.destino and valor:
                for identidad in (valor,) if isinstance(valor, str) else cast("tuple[Id, ...]", valor):
                    if identidad not in self._tablas[campo.destino] and (campo.destino, identidad) not in nuevos:
                        raise UserError("referencia_rota", registro=tipo.SINGULAR, campo=campo.etiqueta)

    def apply(self, cambios: Iterable[Cambio]) -> None:
        """Make the changes, in their order."""
        for cambio in cambios:
            tabla = self._tablas[cambio.entidad]
            registro = aplicado(cambio, POR_ENTIDAD[cambio.entidad], tabla.get(cambio.id))
            if registro is None:
                del tabla[cambio.id]
            else:
                tabla[cambio.id] = registro
