"""The content of a project at one moment: every record by table and identity, and how to read it."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from promueve_gui.domain.altas import registros
from promueve_gui.domain.cambios import aplicado
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import Tipo, campos, value_types
from promueve_gui.domain.indices import Indice
from promueve_gui.domain.lote import ALTA, Lote, tipo_de
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Campo, Id, Registro
    from promueve_gui.domain.lote import Altas

R = TypeVar("R", bound="Registro")
Clave: TypeAlias = "tuple[str, Id]"
Outcome: TypeAlias = "dict[str, dict[Id, Registro | None]]"  # by table
_SIN_INDICES: Mapping[str, Indice] = MappingProxyType({})
_POR_TITULO = ""  # in the place of a field: the index of what people call the records in use


class Proyecto:
    """Records by table. Only the session changes its own; everybody else is given a copy (``snapshot``)."""

    __slots__ = ("_indices", "_tablas")

    def __init__(self, tablas: Mapping[str, dict[Id, Registro]] | None = None) -> None:
        """Start from ``tablas``, or empty."""
        dadas = tablas or {}
        # ``copy`` and not ``dict``, which puts one after the other into a table from which any was ever taken.
        self._tablas: dict[str, dict[Id, Registro]] = {t.ENTIDAD: dadas.get(t.ENTIDAD, {}).copy() for t in TIPOS}
        self._indices: dict[str, dict[str, Indice]] = {}  # by table and field, each made when first asked for

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

    def hay(self, tipo: type[Registro]) -> bool:
        """Tell whether any record of a kind is in use."""
        return any(not r.retirado for r in self._tablas[tipo.ENTIDAD].values())

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
        return self._index(tipo.ENTIDAD, _POR_TITULO).ids(plegar(titulo))

    def referidos(self, tipo: type[R], campo: str, identidad: Hashable) -> list[R]:
        """Return the records of a kind, withdrawn ones included, whose field ``campo`` refers to a record."""
        tabla = self._tablas[tipo.ENTIDAD]
        return cast("list[R]", [tabla[i] for i in self._index(tipo.ENTIDAD, campo).ids(identidad)])

    def snapshot(self) -> Proyecto:
        """Return a copy that later edits do not touch; records are frozen, so only the tables are copied."""
        return Proyecto(self._tablas)

    def replaced(self, registros: Iterable[Registro]) -> Proyecto:
        """Return a copy in which ``registros`` stand for those of their identities."""
        tablas = self._tablas.copy()
        for registro in registros:
            tablas[registro.ENTIDAD] = {**tablas[registro.ENTIDAD], registro.id: registro}
        return Proyecto(tablas)

    def total(self) -> int:
        """Return how many records there are."""
        return sum(map(len, self._tablas.values()))

    def outcome(self, cambios: Iterable[Cambio]) -> Outcome:
        """Return what each touched record would become, ``None`` for those taken back. Nothing changes yet.

        Raises ``UserError`` when a change does not fit what the project holds now, and ``TypeError`` for a value
        of a type that its field does not have, which no user can bring about.
        """
        lote = Lote.of(cambios)
        revision = _Revision(self._tablas, lote)
        if lote.repite:
            return self._one_by_one(lote, revision, {})
        nuevos: Outcome = {entidad: self._brought(altas, revision) for entidad, altas in lote.altas.items()}
        otros = chain.from_iterable(grupo for (_, que, _), grupo in lote.grupos.items() if que != ALTA)
        return self._one_by_one(otros, revision, nuevos)

    def install(self, resultado: Outcome) -> None:
        """Take in what ``outcome`` returned for the content as it still is."""
        self._forget_indices(resultado)
        for entidad, tocados in resultado.items():
            tabla = self._tablas[entidad]
            for indice in self._indices.get(entidad, _SIN_INDICES).values():
                for identidad, registro in tocados.items():
                    indice.replace(tabla.get(identidad), registro)
            tabla.update(cast("dict[Id, Registro]", tocados))
            for retirada in [identidad for identidad, registro in tocados.items() if registro is None]:
                del tabla[retirada]

    def apply(self, cambios: Iterable[Cambio]) -> None:
        """Make the changes, in their order; all of them or, when one does not fit, none."""
        self.install(self.outcome(cambios))

    def _index(self, entidad: str, campo: str) -> Indice:
        indices = self._indices.setdefault(entidad, {})
        if campo not in indices:
            indices[campo] = Indice(attrgetter(campo) if campo else _llamado, self._tablas[entidad].values())
        return indices[campo]

    def _forget_indices(self, resultado: Outcome) -> None:
        """Forget those that are sooner made again, when they are asked for, than followed through a large change."""
        if self._indices:
            for entidad, tocados in resultado.items():
                if len(tocados) > len(self._tablas[entidad]):
                    self._indices.pop(entidad, None)

    def _brought(self, altas: Altas, revision: _Revision) -> dict[Id, Registro | None]:
        """Return the new records of one table, all at once, since an import has tens of thousands."""
        tipo = altas.tipo
        if not self._tablas[tipo.ENTIDAD].keys().isdisjoint(altas.ids):
            raise UserError("cambio_caduco", registro=tipo.SINGULAR)
        revision.check(tipo, altas.dados)
        return dict(zip(altas.ids, registros(tipo, altas.ids, altas.dados), strict=True))

    def _one_by_one(self, cambios: Iterable[Cambio], revision: _Revision, resultado: Outcome) -> Outcome:
        """Return ``resultado`` with what the changes make of their records, each after those before it."""
        for cambio in cambios:
            tipo = tipo_de(cambio.entidad)
            tocados = resultado.setdefault(cambio.entidad, {})
            actual = tocados[cambio.id] if cambio.id in tocados else self._tablas[cambio.entidad].get(cambio.id)
            if not _is_current(cambio, actual):
                raise UserError("cambio_caduco", registro=tipo.SINGULAR)
            revision.check(tipo, {nombre: (valor,) for nombre, valor in (cambio.despues or {}).items()})
            tocados[cambio.id] = aplicado(cambio, tipo, actual)
        return resultado


class _Revision:
    """Sees that values fit their fields, and that what they refer to exists or comes with the same changes."""

    __slots__ = ("_nuevos", "_pedidos", "_tablas")

    def __init__(self, tablas: Mapping[str, dict[Id, Registro]], pedidos: Lote) -> None:
        self._tablas = tablas
        self._pedidos = pedidos
        self._nuevos: dict[str, set[Id]] = {}

    def check(self, tipo: type[Registro], dados: Mapping[str, Sequence[Any]]) -> None:
        """Check the values of each field, those of one record or of many."""
        admitidos = value_types(tipo)
        for nombre, valores in dados.items():
            if nombre not in admitidos:
                raise UserError("campo_desconocido", registro=tipo.SINGULAR, campo=nombre)
            ajenos = set(map(type, valores)) - admitidos[nombre]
            if ajenos:
                raise TypeError(tipo.ENTIDAD, nombre, *ajenos)
            campo = campos(tipo)[nombre]
            if campo.destino and not self._exist(campo, valores):
                raise UserError("referencia_rota", registro=tipo.SINGULAR, campo=campo.etiqueta)

    def _exist(self, campo: Campo, valores: Sequence[Any]) -> bool:
        pedidas = set(chain.from_iterable(valores) if campo.tipo is Tipo.REFERENCIAS else valores)
        faltan = pedidas.difference(self._tablas[campo.destino], (None,))
        return not faltan or faltan <= self._new(campo.destino)

    def _new(self, entidad: str) -> set[Id]:
        """Return the records of a table that the changes bring; found when first asked for, as edits seldom need it."""
        if entidad not in self._nuevos:
            self._nuevos[entidad] = {alta.id for alta in self._pedidos.grupos.get((entidad, ALTA, ()), ())}
        return self._nuevos[entidad]


def _llamado(registro: Registro) -> str | None:
    return plegar(registro.titulo) if registro.activo else None


def _is_current(cambio: Cambio, actual: Registro | None) -> bool:
    """Tell whether what a change takes for granted still holds, so that taking it back restores what there was."""
    if cambio.antes is None or actual is None:
        return cambio.antes is None and actual is None
    return all(getattr(actual, nombre, cambio) == valor for nombre, valor in cambio.antes.items())
