"""Parts two groups that were merged, whenever that was: what was taken over goes back, as far as it is still there.

A link goes back when it still names the group that stands; a field, when it still holds what the merge gave it. What
somebody changed since stays as it is, and is told. Other merges in force keep what they brought. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.movido import Enlace, Movido
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.uniones import UnionGrupos

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.movido import Puesto
    from promueve_gui.domain.proyecto import Proyecto

MOTIVO = "Se separaron los grupos."


@dataclass(slots=True)
class Separacion:
    """The changes that part two groups, and in sentences what could not go back."""

    cambios: list[Cambio] = field(default_factory=list)
    quedan: dict[Enlace, str] = field(default_factory=dict)

    @property
    def avisos(self) -> list[str]:
        """Return the sentences."""
        return list(self.quedan.values())


def separar_varias(proyecto: Proyecto, uniones: Sequence[UnionGrupos]) -> Separacion:
    """Return what parts the groups of several merges, one after another, in ``proyecto``, which stays as it is.

    What one parting leaves because another merge says the same is told only when that one leaves it too.
    """
    copia = proyecto.snapshot()
    quedan: dict[Enlace, str] = {}
    tocados: dict[tuple[str, Id], None] = {}
    for union in uniones:
        hecha = separar(copia, copia.get(UnionGrupos, union.id) or union)
        copia.apply(hecha.cambios)
        for hecho in hecha.cambios:
            tocados[hecho.entidad, hecho.id] = None
            for campo in hecho.despues or {}:
                quedan.pop(Enlace(hecho.entidad, hecho.id, campo), None)
        quedan |= hecha.quedan
    cambios = []
    for clave in tocados:
        antes, despues = cast("Registro", proyecto.registro(*clave)), copia.registro(*clave)
        cambios.append(cambio(antes, **{nombre: getattr(despues, nombre) for nombre in campos(type(antes))}))
    return Separacion([hecho for hecho in cambios if hecho is not None], quedan)


def separar(proyecto: Proyecto, union: UnionGrupos) -> Separacion:
    """Return what parts the groups of ``union``, a merge in force, in ``proyecto``."""
    return _Separacion(proyecto, union).hacer()


class _Separacion:
    def __init__(self, proyecto: Proyecto, union: UnionGrupos) -> None:
        self._proyecto, self._union = proyecto, union
        procedencias = Procedencias.of(proyecto)
        queda = cast("Id", union.queda)
        self._sobrante = cast("Id", union.sobrante)
        self._final = procedencias.queda_por.get(queda, queda)
        self._movido = Movido.leido(union.movido)
        # The other merges whose links stand under the same group, oldest first: identities begin with their moment.
        self._otras = {
            otra.id: (otra, Movido.leido(otra.movido))
            for otra in sorted(proyecto.activos(UnionGrupos), key=lambda otra: otra.id)
            if otra.id != union.id and procedencias.queda_por.get(otra.sobrante or "") == self._final
        }
        self._portadoras = list(self._por_encima(queda))
        self._valores: dict[tuple[str, Id], dict[str, object]] = {}
        self._avisos: dict[Enlace, str] = {}

    def hacer(self) -> Separacion:
        """Return the changes and what to tell of them."""
        self._poner(GrupoUsuarios.ENTIDAD, self._sobrante, "retirado", "")
        self._poner(UnionGrupos.ENTIDAD, self._union.id, "retirado", MOTIVO)
        for enlace in self._movido.sueltos:
            self._soltar(enlace)
        for enlace, junto in self._movido.listas.items():
            self._sacar(enlace, junto=junto)
        for plegado in self._movido.plegados:
            self._poner(plegado.entidad, plegado.id, "retirado", "")
            self._poner(plegado.entidad, plegado.id, "grupo", self._sobrante)
        for puesto in self._movido.puestos:
            self._restaurar(puesto)
        for otra, movido in self._otras.values():
            self._poner(UnionGrupos.ENTIDAD, otra.id, "movido", movido.guardado())
        hechos = [
            cambio(cast("Registro", self._proyecto.registro(*clave)), **valores)
            for clave, valores in self._valores.items()
        ]
        return Separacion([hecho for hecho in hechos if hecho is not None], self._avisos)

    def _poner(self, entidad: str, identidad: Id, campo: str, valor: object) -> None:
        """Give a field a value; a record that is gone for good keeps nothing."""
        if self._proyecto.registro(entidad, identidad) is not None:
            self._valores.setdefault((entidad, identidad), {})[campo] = valor

    def _actual(self, entidad: str, identidad: Id, campo: str) -> object:
        registro = self._proyecto.registro(entidad, identidad)
        return None if registro is None else getattr(registro, campo)

    def _por_encima(self, queda: Id) -> Iterator[tuple[UnionGrupos, Movido]]:
        """Yield the later merges that carried what this one moved to yet another group, in their order."""
        while siguiente := next((par for par in self._otras.values() if par[0].sobrante == queda), None):
            yield siguiente
            queda = cast("Id", siguiente[0].queda)

    def _soltar(self, enlace: Enlace) -> None:
        """Let a link to one group name the group that comes back."""
        for _, movido in self._portadoras:
            if enlace in movido.sueltos:
                movido.sueltos.remove(enlace)
            for plegado in [p for p in movido.plegados if p.id == enlace.id]:
                movido.plegados.remove(plegado)
                self._poner(plegado.entidad, plegado.id, "retirado", "")
                self._poner(*enlace, self._sobrante)
                return
        if self._actual(*enlace) != self._final:
            self._avisar(enlace, "ahora corresponde a otro grupo")
            return
        self._poner(*enlace, self._sobrante)
        self._reponer(enlace)

    def _reponer(self, enlace: Enlace) -> None:
        """Bring back what another merge withdrew in favour of a record that leaves; the rest is in favour of that."""
        repuesto = ""
        for _, movido in self._otras.values():
            for plegado in [p for p in movido.plegados if p.en == enlace.id]:
                movido.plegados.remove(plegado)
                if repuesto:
                    movido.plegados.append(plegado._replace(en=repuesto))
                    continue
                repuesto = plegado.id
                movido.sueltos.append(Enlace(plegado.entidad, plegado.id, enlace.campo))
                self._poner(plegado.entidad, plegado.id, "retirado", "")
                self._poner(plegado.entidad, plegado.id, enlace.campo, self._final)

    def _sacar(self, enlace: Enlace, *, junto: bool) -> None:
        """Let a list name the group that comes back; and no longer the one that stands, when only this put it there."""
        valor = cast("tuple[Id, ...] | None", self._actual(*enlace)) or ()
        if self._final not in valor:
            self._avisar(enlace, "ya no lo nombra")
            return
        queda = self._queda_en(enlace, self._union.queda, self._portadoras, junto=junto)
        partes = [self._final, self._sobrante] if queda else [self._sobrante]
        nuevo = tuple(parte for otro in valor for parte in (partes if otro == self._final else [otro]))
        self._poner(*enlace, tuple(dict.fromkeys(nuevo)))

    def _queda_en(
        self, enlace: Enlace, queda: Id | None, portadoras: Sequence[tuple[UnionGrupos, Movido]], *, junto: bool
    ) -> bool:
        """Tell whether the group that stands was in a list by itself or by another merge, which then takes it over."""
        hermanas = [movido for otra, movido in self._otras.values() if otra.queda == queda and enlace in movido.listas]
        if not junto and hermanas:
            hermanas[0].listas[enlace] = False
        if junto or hermanas or not portadoras:
            return junto or bool(hermanas)
        portadora, movido = portadoras[0]
        return self._queda_en(enlace, portadora.queda, portadoras[1:], junto=movido.listas.pop(enlace, False))

    def _restaurar(self, puesto: Puesto) -> None:
        """Give a field back the value that it had, unless it was changed since or another merge gave it the same."""
        clave = puesto.entidad, puesto.id, puesto.campo
        actual = self._actual(*clave)
        if actual == puesto.anterior:
            return
        ajenos = [otro for _, movido in self._otras.values() for otro in movido.puestos if tuple(otro[:3]) == clave]
        if any(otro.despues == puesto.despues for otro in ajenos):
            self._avisar(Enlace(*clave), "se queda como está porque también viene de otro grupo")
        elif actual != puesto.nuevo:
            self._avisar(Enlace(*clave), "se queda como está porque cambió después de unirlos")
        else:
            self._poner(*clave, puesto.anterior)

    def _avisar(self, enlace: Enlace, que: str) -> None:
        titulo = self._proyecto.titulo(enlace.entidad, enlace.id)
        ficha = campos(POR_ENTIDAD[enlace.entidad])[enlace.campo]
        self._avisos[enlace] = f"«{ficha.etiqueta}» de «{titulo}» {que}."
