"""Compares two projects of one institution and says, as data, what the other has that this one lacks.

With a common ancestor, what only one side changed since is taken or kept; without it nothing is guessed: what only one
says is taken. What both say differently is a conflict, what looks the same without being so is a doubt. It changes
nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast
from unicodedata import normalize

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.emparejar import Clave, emparejar
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import Tipo, campos, defaults
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion, Perfil
from promueve_gui.domain.olvido import is_json
from promueve_gui.domain.parecidos import parecidos
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterator, Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor

# What makes two records in use, with different identities, the same one. A kind that is not here is the same only when
# all its fields are.
CLAVES: Mapping[str, tuple[str, ...]] = {
    "institucion": (),
    "perfil": (),
    "red_social": ("nombre",),
    "cita_guia": ("clave",),
    "dia_inhabil": ("fecha",),
    "sinonimo": ("termino",),
    "plantilla_correo": ("clave",),
    "regla_plan": ("nombre", "objeto"),
    "membrete": ("nombre",),
    "plantilla_presentacion": (),
    "fragmento": ("nombre",),
    "palabra_diccionario": ("palabra",),
    "sugerencia_descartada": ("clave",),
    "vista_guardada": ("nombre",),
    "area_generadora": ("nombre",),
    "persona": ("nombre", "rol"),
    "grupo_usuarios": ("nombre", "area"),
    "union_grupos": ("queda", "sobrante"),
    "no_duplicado": ("grupo", "otro"),
    "contacto": ("nombre", "grupo"),
    "conjunto_datos": ("nombre", "area"),
    "recurso": ("nombre", "conjunto"),
    "uso_datos": ("grupo", "conjunto"),
    "herramienta": ("nombre",),
    "variante_red": ("contenido", "red"),
}
# Kinds of which an addition that looks like something already here is worth a second look.
DESHECHO = "su alta se deshizo"
CON_PARECIDOS = frozenset({"area_generadora", "grupo_usuarios", "conjunto_datos", "recomendacion"})


@frozen
class Conflicto:
    """A field that both projects fill in, differently; it stays as it is here."""

    entidad: str
    id: Id
    campo: str
    nuestro: Valor
    suyo: Valor


@frozen
class Retiro:
    """A record withdrawn in one project and in use in the other; ``aqui`` tells that it is withdrawn here."""

    entidad: str
    id: Id
    motivo: str
    aqui: bool


@frozen
class Parecido:
    """A record that was added although one already here has the same name, or nearly."""

    entidad: str
    id: Id
    nombre: str
    otro: str


@dataclass(slots=True)
class Comparacion:
    """What consolidating would do: changes in an order in which they can be applied, and what is left to people."""

    cambios: list[Cambio] = field(default_factory=list)
    nuevos: Counter[str] = field(default_factory=Counter)
    cambiados: Counter[str] = field(default_factory=Counter)
    iguales: Counter[str] = field(default_factory=Counter)
    conflictos: list[Conflicto] = field(default_factory=list)
    retiros: list[Retiro] = field(default_factory=list)
    parecidos: list[Parecido] = field(default_factory=list)


def compare(mine: Proyecto, theirs: Proyecto, base: Proyecto | None = None) -> Comparacion:
    """Return what ``mine`` would take from ``theirs``; consolidating twice gives no changes the second time.

    ``base`` is what both were before they parted, if that is known. Records are the same when their identity is, or
    else what ``CLAVES`` says. Raises ``UserError("institucion_distinta")`` when the projects are not of the same
    institution.
    """
    _check_institucion(mine, theirs)
    fusion = _Fusion(mine, theirs, base or Proyecto())
    for tipo in TIPOS:
        fusion.merge(tipo)
    return fusion.hallado


def _check_institucion(mine: Proyecto, theirs: Proyecto) -> None:
    nuestra, suya = mine.unico(Institucion), theirs.unico(Institucion)
    if nuestra and suya and nuestra.id != suya.id and plegar(nuestra.nombre) != plegar(suya.nombre):
        raise UserError("institucion_distinta", nuestra=nuestra.nombre, suya=suya.nombre)


class _Fusion:
    """Goes through the kinds in the order of ``TIPOS``, so that links are known before what they link."""

    def __init__(self, mine: Proyecto, theirs: Proyecto, base: Proyecto) -> None:
        self._mine = mine
        self._theirs = theirs
        self._base = base
        self._unidos = Procedencias.of(theirs).queda_por
        self._ids: dict[tuple[str, Id], Id] = {}
        self.hallado = Comparacion()

    def merge(self, tipo: type[Registro]) -> None:
        """Compare every record of a kind."""
        suyos = [suyo for suyo in map(self._traducido, self._theirs.todos(tipo)) if not self._se_deshizo_aqui(suyo)]
        parejas = {suyo.id: nuestro for suyo in suyos if (nuestro := self._mine.get(tipo, suyo.id)) is not None}
        parejas |= self._reconocidos([s for s in suyos if s.activo and s.id not in parejas], tipo, parejas)
        for suyo in suyos:
            nuestro = parejas.get(suyo.id)
            self._ids[tipo.ENTIDAD, suyo.id] = suyo.id if nuestro is None else nuestro.id
            if nuestro is not None:
                self._comparar(nuestro, suyo)
        self._agregar(tipo, [suyo for suyo in suyos if suyo.id not in parejas])
        self._deshechos_alla(tipo)

    def _reconocidos(
        self, suyos: Sequence[Registro], tipo: type[Registro], tomados: Container[Id]
    ) -> dict[Id, Registro]:
        """Return our records that theirs are under another identity; those that say just the same come first."""
        libres = [registro for registro in self._mine.activos(tipo) if registro.id not in tomados]
        iguales = Clave(_todo, _todo)
        claves = (iguales, Clave(_clave, _clave)) if tipo.ENTIDAD in CLAVES else (iguales,)
        hechas = emparejar(suyos, range(len(suyos)), libres, claves).hechas
        return {suyos[posicion].id: nuestro for posicion, nuestro in hechas.items()}

    def _traducido(self, suyo: Registro) -> Registro:
        """Return their record with its links as this project knows them; a link to nothing is left empty."""
        valores = {
            nombre: self._enlace(campo, getattr(suyo, nombre))
            for nombre, campo in campos(type(suyo)).items()
            if campo.destino
        }
        return _con(suyo, valores) if valores else suyo

    def _enlace(self, campo: Campo, valor: Valor) -> Valor:
        if campo.tipo is Tipo.REFERENCIA:
            return self._ids.get((campo.destino, cast("Id", valor)))
        suyas = cast("tuple[Id, ...]", valor)
        conocidas = (self._ids.get((campo.destino, identidad)) for identidad in suyas)
        return tuple(dict.fromkeys(identidad for identidad in conocidas if identidad))

    def _se_deshizo_aqui(self, suyo: Registro) -> bool:
        """Tell whether a record that both had is gone here, its coming undone, and the same as ever there."""
        base = self._base.get(type(suyo), suyo.id)
        return base is not None and self._mine.get(type(suyo), suyo.id) is None and self._traducido(base) == suyo

    def _deshechos_alla(self, tipo: type[Registro]) -> None:
        """List the records that both had and are gone there."""
        for base in self._base.todos(tipo):
            nuestro = self._mine.get(tipo, base.id)
            if nuestro is not None and nuestro.activo and self._theirs.get(tipo, base.id) is None:
                self.hallado.retiros.append(Retiro(tipo.ENTIDAD, nuestro.id, DESHECHO, aqui=False))

    def _comparar(self, nuestro: Registro, suyo: Registro) -> None:
        base = self._base.get(type(suyo), suyo.id) if nuestro.id == suyo.id else None
        if base is not None:
            self._comparar_con_base(nuestro, suyo, self._traducido(base))
            return
        if nuestro.activo != suyo.activo:
            motivo = nuestro.retirado or suyo.retirado
            self.hallado.retiros.append(Retiro(nuestro.ENTIDAD, nuestro.id, motivo, aqui=not nuestro.activo))
            return
        if isinstance(nuestro, Perfil) and plegar(nuestro.nombre) != plegar(suyo.titulo):
            self.hallado.conflictos.append(
                Conflicto(nuestro.ENTIDAD, nuestro.id, "nombre", nuestro.nombre, suyo.titulo)
            )
            return
        self._tomar(nuestro, self._faltantes(nuestro, suyo))

    def _comparar_con_base(self, nuestro: Registro, suyo: Registro, base: Registro) -> None:
        """Take what only they changed; whether a record goes on in use is asked, unless it was merged into another."""
        if not suyo.activo and not self._unidos.get(suyo.id):
            if base.activo and nuestro.activo:
                self.hallado.retiros.append(Retiro(nuestro.ENTIDAD, nuestro.id, suyo.retirado, aqui=False))
            else:
                self._tomar(nuestro, {})
            return
        suyos = {n: v for n in campos(type(suyo)) if (v := getattr(suyo, n)) != getattr(base, n)}
        if suyos and suyo.activo and base.activo and not nuestro.activo:
            self.hallado.retiros.append(Retiro(nuestro.ENTIDAD, nuestro.id, nuestro.retirado, aqui=True))
            return
        dados: dict[str, Valor] = {}
        for nombre, ajeno in suyos.items():
            propio = getattr(nuestro, nombre)
            if propio == getattr(base, nombre):
                dados[nombre] = ajeno
            elif not (_se_lee_igual(propio, ajeno) or is_json(campos(type(nuestro))[nombre])):
                self.hallado.conflictos.append(Conflicto(nuestro.ENTIDAD, nuestro.id, nombre, propio, ajeno))
        self._tomar(nuestro, dados)

    def _tomar(self, nuestro: Registro, dados: Mapping[str, Valor]) -> None:
        hecho = cambio(nuestro, **dados)
        cuenta = self.hallado.iguales if hecho is None else self.hallado.cambiados
        cuenta[nuestro.ENTIDAD] += 1
        if hecho is not None:
            self.hallado.cambios.append(hecho)

    def _faltantes(self, nuestro: Registro, suyo: Registro) -> dict[str, Valor]:
        """Return what only the other project fills in; a value nobody has touched yet counts as not filled in."""
        iniciales = defaults(type(nuestro))
        dados: dict[str, Valor] = {}
        for nombre, inicial in iniciales.items():
            propio, ajeno = getattr(nuestro, nombre), getattr(suyo, nombre)
            if ajeno in (propio, inicial) or nombre == "retirado":
                continue
            if propio == inicial:
                dados[nombre] = ajeno
            elif not (_se_lee_igual(propio, ajeno) or is_json(campos(type(nuestro))[nombre])):
                self.hallado.conflictos.append(Conflicto(nuestro.ENTIDAD, nuestro.id, nombre, propio, ajeno))
        return dados

    def _agregar(self, tipo: type[Registro], agregados: list[Registro]) -> None:
        self.hallado.cambios += [alta(registro) for registro in agregados]
        if agregados:
            self.hallado.nuevos[tipo.ENTIDAD] += len(agregados)
        if tipo.ENTIDAD not in CON_PARECIDOS:
            return
        activos = [registro for registro in agregados if registro.activo]
        if activos:
            self.hallado.parecidos += _parecidos([registro.titulo for registro in self._mine.activos(tipo)], activos)


def _se_lee_igual(uno: Valor, otro: Valor) -> bool:
    """Tell whether two values are the same, accents within their letters (NFC) or apart, as macOS writes them."""
    return uno == otro or (type(uno) is type(otro) is str and normalize("NFC", uno) == normalize("NFC", otro))


def _parecidos(conocidos: Sequence[str], agregados: Sequence[Registro]) -> Iterator[Parecido]:
    repetidos = set(conocidos)
    ids = {registro.titulo: registro.id for registro in agregados}
    hallados = parecidos([*conocidos, *ids], ids)
    for registro in agregados:
        otro = registro.titulo if registro.titulo in repetidos else hallados.get(registro.titulo)
        if otro is not None:
            yield Parecido(registro.ENTIDAD, registro.id, registro.titulo, otro)


def _todo(registro: Registro) -> Hashable:
    return tuple(getattr(registro, nombre) for nombre in campos(type(registro)))


def _clave(registro: Registro) -> Hashable:
    """Return what makes a record the same as another: texts are compared without accents or capitals."""
    valores = (getattr(registro, nombre) for nombre in CLAVES[registro.ENTIDAD])
    return tuple(plegar(valor) if type(valor) is str else valor for valor in valores)


def _con(registro: Registro, valores: Mapping[str, Valor]) -> Registro:
    propios: dict[str, Any] = {nombre: getattr(registro, nombre) for nombre in campos(type(registro))}
    return type(registro)(id=registro.id, **{**propios, **valores})
