"""The content of a project at one moment: every record by table and identity, and how to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from promueve_gui.domain.cambios import aplicado
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import campos, per_type, value_types
from promueve_gui.domain.registros import POR_ENTIDAD, TIPOS
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Campo, Id, Registro

R = TypeVar("R", bound="Registro")
Clave: TypeAlias = "tuple[str, Id]"
Outcome: TypeAlias = "dict[Clave, Registro | None]"


class Proyecto:
    """Records by table. Only the session changes its own; everybody else is given a copy (``snapshot``)."""

    __slots__ = ("_tablas", "_titulos")

    def __init__(self, tablas: Mapping[str, dict[Id, Registro]] | None = None) -> None:
        """Start from ``tablas``, or empty."""
        dadas = tablas or {}
        self._tablas: dict[str, dict[Id, Registro]] = {t.ENTIDAD: dict(dadas.get(t.ENTIDAD, {})) for t in TIPOS}
        self._titulos: dict[str, dict[str, list[Id]]] = {}

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

    def registros_de(self, entidad: str) -> list[Registro]:
        """Return the records in use of a table, by its name."""
        return [registro for registro in self._tablas[entidad].values() if registro.activo]

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

    def llamados(self, tipo: type[Registro], titulo: str) -> list[Id]:
        """Return the records in use that people call ``titulo``; accents, capitals and spare spaces do not matter."""
        if tipo.ENTIDAD not in self._titulos:
            indice: dict[str, list[Id]] = {}
            for registro in self.activos(tipo):
                indice.setdefault(plegar(registro.titulo), []).append(registro.id)
            self._titulos[tipo.ENTIDAD] = indice
        return list(self._titulos[tipo.ENTIDAD].get(plegar(titulo), ()))

    def snapshot(self) -> Proyecto:
        """Return a copy that later edits do not touch; records are frozen, so only the tables are copied."""
        return Proyecto(self._tablas)

    def total(self) -> int:
        """Return how many records there are."""
        return sum(map(len, self._tablas.values()))

    def outcome(self, cambios: Iterable[Cambio]) -> Outcome:
        """Return what each touched record would become, ``None`` for those taken back. Nothing changes yet.

        Raises ``UserError`` when a change does not fit what the project holds now, and ``TypeError`` for a value
        of a type that its field does not have, which no user can bring about.
        """
        pedidos = tuple(cambios)
        nuevos = {(cambio.entidad, cambio.id) for cambio in pedidos if cambio.antes is None}
        resultado: Outcome = {}
        for cambio in pedidos:
            tipo = POR_ENTIDAD.get(cambio.entidad)
            if tipo is None:
                raise UserError("entidad_desconocida", entidad=cambio.entidad)
            clave = (cambio.entidad, cambio.id)
            actual = resultado[clave] if clave in resultado else self._tablas[cambio.entidad].get(cambio.id)
            if not _is_current(cambio, actual):
                raise UserError("cambio_caduco", registro=tipo.SINGULAR)
            if cambio.despues:
                _check_types(tipo, cambio.despues)
                self._check_references(tipo, cambio.despues, nuevos)
            resultado[clave] = aplicado(cambio, tipo, actual)
        return resultado

    def check(self, cambios: Iterable[Cambio]) -> None:
        """Raise ``UserError`` when a change does not fit what the project holds now."""
        self.outcome(cambios)

    def install(self, resultado: Outcome) -> None:
        """Take in what ``outcome`` returned for the content as it still is."""
        for (entidad, identidad), registro in resultado.items():
            self._titulos.pop(entidad, None)
            if registro is None:
                self._tablas[entidad].pop(identidad, None)
            else:
                self._tablas[entidad][identidad] = registro

    def apply(self, cambios: Iterable[Cambio]) -> None:
        """Make the changes, in their order; all of them or, when one does not fit, none."""
        self.install(self.outcome(cambios))

    def _check_references(self, tipo: type[Registro], valores: Mapping[str, Any], nuevos: set[Clave]) -> None:
        for nombre, campo in _referencing(tipo).items():
            valor = valores.get(nombre)
            if valor is None:
                continue
            for identidad in valor if isinstance(valor, tuple) else (valor,):
                if identidad not in self._tablas[campo.destino] and (campo.destino, identidad) not in nuevos:
                    raise UserError("referencia_rota", registro=tipo.SINGULAR, campo=campo.etiqueta)


def _is_current(cambio: Cambio, actual: Registro | None) -> bool:
    """Tell whether what a change takes for granted still holds, so that taking it back restores what there was."""
    if cambio.antes is None or actual is None:
        return cambio.antes is None and actual is None
    return all(getattr(actual, nombre, cambio) == valor for nombre, valor in cambio.antes.items())


def _check_types(tipo: type[Registro], valores: Mapping[str, Any]) -> None:
    admitidos = value_types(tipo)
    for nombre, valor in valores.items():
        if nombre not in admitidos:
            raise UserError("campo_desconocido", registro=tipo.SINGULAR, campo=nombre)
        if type(valor) not in admitidos[nombre]:
            raise TypeError(tipo.ENTIDAD, nombre, type(valor))


@per_type
def _referencing(tipo: type[Registro]) -> Mapping[str, Campo]:
    return {nombre: campo for nombre, campo in campos(tipo).items() if campo.destino}
