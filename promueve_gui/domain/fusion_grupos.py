"""Merges groups that are one and the same: what named the others names the one that stays, and nothing is said twice.

Pure: it works on a copy of the project and returns the changes. What each merge moved is kept with it, so that the two
groups can be parted at any later time (``separacion_grupos``).
"""

from __future__ import annotations

from itertools import compress
from operator import attrgetter, not_
from typing import TYPE_CHECKING, cast

from promueve_gui.domain.cambios import alta, cambio, nuevo_id, retiro
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.domain.movido import Enlace, Movido, Plegado
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from promueve_gui.domain.vocabularios import TipoUso

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto

ENLACES = {
    tipo: tuple(nombre for nombre, campo in campos(tipo).items() if campo.destino == GrupoUsuarios.ENTIDAD)
    for tipo in TIPOS
    if tipo not in {UnionGrupos, NoDuplicado}
}


class Fusion:
    """Merges groups one after another, and knows at the end what that changes."""

    def __init__(self, proyecto: Proyecto, fecha: date, grupos: Iterable[Id]) -> None:
        """Start from ``proyecto``, which is not touched; the merges are dated ``fecha`` and only of ``grupos``."""
        self._antes, self._ahora = proyecto, proyecto.snapshot()
        self._fecha = fecha
        interesan = frozenset(grupos)
        self._tocados: dict[tuple[str, Id], None] = {}
        self._de_grupo: dict[Id, dict[tuple[str, Id], None]] = {}
        self._dichos: dict[tuple[Id, str, str], list[Id]] = {}  # records by their group and by what they say of it
        for tipo, nombres in ENLACES.items():
            for nombre in nombres:
                for registro in _que_nombran(proyecto.todos(tipo), nombre, interesan):
                    for identidad in interesan.intersection(_varios(getattr(registro, nombre))):
                        self._anotar(registro, identidad)

    def unir(
        self, queda: Id, sobrantes: Iterable[Id], valores: Mapping[str, Valor], razones: Mapping[Id, str]
    ) -> list[Id]:
        """Merge ``sobrantes`` into ``queda``, which is given ``valores``; return those that were merged.

        Groups that are not in use, or are the one that stays, are left out.
        """
        proyecto = self._ahora
        final = proyecto.get(GrupoUsuarios, queda)
        sueltos = [g for s in dict.fromkeys(sobrantes) if (g := proyecto.get(GrupoUsuarios, s)) and g.activo]
        sueltos = [grupo for grupo in sueltos if grupo.id != queda]
        if final is None or not final.activo or not sueltos:
            return []
        puestos = _por_quien(final, sueltos, valores)
        self._cambiar(cambio(final, **valores))
        nombre = str(valores.get("nombre", final.nombre))
        for grupo in sueltos:
            movido = Movido()
            for campo in puestos[grupo.id]:
                movido.poner(final.ENTIDAD, queda, campo, getattr(final, campo), valores[campo])
            self._mover(grupo, queda, nombre, movido)
            self._cambiar(retiro(grupo, f"Se unió con «{nombre}»."))
            union = UnionGrupos(
                id=nuevo_id(),
                queda=queda,
                sobrante=grupo.id,
                razon=razones.get(grupo.id, ""),
                fecha=self._fecha,
                movido=movido.guardado(),
            )
            self._cambiar(alta(union))
        return [grupo.id for grupo in sueltos]

    def cambios(self) -> list[Cambio]:
        """Return what the merges change, one change a record."""
        hechos = []
        for entidad, identidad in self._tocados:
            antes = self._antes.registro(entidad, identidad)
            ahora = cast("Registro", self._ahora.registro(entidad, identidad))
            if antes is None:
                hechos.append(alta(ahora))
                continue
            hecho = cambio(antes, **{nombre: getattr(ahora, nombre) for nombre in campos(type(ahora))})
            if hecho is not None:
                hechos.append(hecho)
        return hechos

    def _cambiar(self, hecho: Cambio | None) -> None:
        if hecho is not None:
            self._ahora.apply([hecho])
            self._tocados[hecho.entidad, hecho.id] = None

    def _anotar(self, registro: Registro, grupo: Id) -> None:
        self._de_grupo.setdefault(grupo, {})[registro.ENTIDAD, registro.id] = None
        if dicho := _dicho(registro):
            self._dichos.setdefault((grupo, registro.ENTIDAD, dicho), []).append(registro.id)

    def _mover(self, sobrante: GrupoUsuarios, queda: Id, nombre: str, movido: Movido) -> None:
        """Let what names ``sobrante`` name ``queda``; what ``queda`` has already is withdrawn instead."""
        for clave in self._de_grupo.pop(sobrante.id, {}):
            registro = cast("Registro", self._ahora.registro(*clave))
            igual = self._repetido(registro, queda)
            if igual is None:
                self._enlazar(registro, sobrante.id, queda, movido)
                self._anotar(registro, queda)
            else:
                self._plegar(registro, igual, nombre, movido)

    def _enlazar(self, registro: Registro, sobrante: Id, queda: Id, movido: Movido) -> None:
        valores: dict[str, Valor] = {}
        suyos = [n for n in ENLACES[type(registro)] if sobrante in _varios(getattr(registro, n))]
        for nombre in suyos:
            valor = getattr(registro, nombre)
            enlace = Enlace(registro.ENTIDAD, registro.id, nombre)
            if isinstance(valor, tuple):
                movido.listas[enlace] = queda in valor
                valores[nombre] = tuple(dict.fromkeys(queda if otro == sobrante else otro for otro in valor))
            else:
                movido.sueltos.append(enlace)
                valores[nombre] = queda
        self._cambiar(cambio(registro, **valores))

    def _repetido(self, registro: Registro, queda: Id) -> Registro | None:
        """Return the record in use that says of the group that stays what ``registro`` says of the other."""
        for identidad in self._dichos.get((queda, registro.ENTIDAD, _dicho(registro)), ()):
            otro = self._ahora.registro(registro.ENTIDAD, identidad)
            if otro is not None and otro.activo and registro.activo and _compatibles(registro, otro):
                return otro
        return None

    def _plegar(self, registro: Registro, en: Registro, nombre: str, movido: Movido) -> None:
        valores = juntos(en, registro)
        for campo, valor in valores.items():
            movido.poner(en.ENTIDAD, en.id, campo, getattr(en, campo), valor)
        movido.plegados.append(Plegado(registro.ENTIDAD, registro.id, en.id))
        self._cambiar(cambio(en, **valores))
        self._cambiar(retiro(registro, f"Ya estaba en «{nombre}», con el que se unió su grupo."))


def juntos(uno: Registro, otro: Registro) -> dict[str, Valor]:
    """Return what ``uno`` lacks and ``otro`` says, for two records that say the same of one group."""
    if isinstance(uno, UsoDatos) and isinstance(otro, UsoDatos):
        actual = TipoUso.ACTUAL in {uno.tipo, otro.tipo}
        valores: dict[str, Valor] = {"tipo": TipoUso.ACTUAL if actual else uno.tipo, "uso": unidos(uno.uso, otro.uso)}
    else:
        # A person who asked not to be written to asked it of the whole institution.
        valores = {campo: getattr(uno, campo) or getattr(otro, campo) for campo in _campos_de(uno)}
    return {campo: valor for campo, valor in valores.items() if valor != getattr(uno, campo)}


def unidos(uno: str, otro: str) -> str:
    """Return two texts one below the other; one alone when the other is empty or says no more."""
    if not otro.strip() or plegar(otro) in plegar(uno):
        return uno
    return otro if plegar(uno) in plegar(otro) else f"{uno}\n{otro}"


def _campos_de(registro: Registro) -> list[str]:
    return [campo for campo in campos(type(registro)) if campo not in {"grupo", "retirado"}]


def _dicho(registro: Registro) -> str:
    """Return what two records of one group must share to be one: the dataset that it uses, the name of the person."""
    if isinstance(registro, UsoDatos):
        return registro.conjunto or ""
    return plegar(registro.nombre) if isinstance(registro, Contacto) else ""


def _compatibles(uno: Registro, otro: Registro) -> bool:
    """Tell whether two records do not contradict each other: uses are joined, a person has one post and one address."""
    if not isinstance(uno, Contacto):
        return True
    pares = [(getattr(uno, campo), getattr(otro, campo)) for campo in _campos_de(otro) if campo != "nombre"]
    return all(not suyo or not ajeno or suyo == ajeno for suyo, ajeno in pares)


def _que_nombran(registros: Sequence[Registro], nombre: str, grupos: frozenset[Id]) -> list[Registro]:
    """Return the records that name one of the groups in a field; in one sweep, as there are tens of thousands."""
    leer = attrgetter(nombre)
    valores = map(leer, registros)
    if registros and isinstance(leer(registros[0]), tuple):
        return list(compress(registros, map(not_, map(grupos.isdisjoint, valores))))
    return list(compress(registros, map(grupos.__contains__, valores)))


def _varios(valor: tuple[Id, ...] | Id | None) -> tuple[Id, ...]:
    """Return the groups that a field names, be it of one or of several."""
    if isinstance(valor, tuple):
        return valor
    return () if valor is None else (valor,)


def _por_quien(
    final: GrupoUsuarios, sobrantes: Sequence[GrupoUsuarios], valores: Mapping[str, Valor]
) -> dict[Id, list[str]]:
    """Return which of the new values came with which group; one that none has as it is came with all of them."""
    puestos: dict[Id, list[str]] = {grupo.id: [] for grupo in sobrantes}
    for campo, valor in valores.items():
        if valor == getattr(final, campo):
            continue
        dueno = next((grupo for grupo in sobrantes if getattr(grupo, campo) == valor), None)
        for grupo in sobrantes if dueno is None else [dueno]:
            puestos[grupo.id].append(campo)
    return puestos
