"""What a rule is, what it is told and what it answers. The rules themselves are one module each beside this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import CitaGuia, DiaInhabil, Perfil
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.proyecto import Proyecto

_MAXIMO_ANIO = 9999


class Severidad(Opcion):
    """How heavy a gap is: one that bars approval, publication or good standing, or one worth mending."""

    BLOQUEA = "bloquea", "Debe atenderse"
    ADVIERTE = "advierte", "Conviene atender"


class Estado(Opcion):
    """What a rule finds of the whole project."""

    CUMPLE = "cumple", "Cumple"
    FALTA = "falta", "Falta"
    NO_APLICA = "no_aplica", "Todavía no aplica"


def sin_feriados(_anio: int, /) -> Collection[date]:
    """Know no official holiday: for projects that count días naturales, and for tests."""
    return ()


def sin_pausa() -> None:
    """Go on."""


@frozen
class Contexto:
    """What rules are told: the project, what day it is, and the official holidays of a year.

    ``pausa`` is called before each record that is judged: a review that is of no more use may be stopped there.
    """

    proyecto: Proyecto
    hoy: date
    feriados: Callable[[int], Collection[date]] = sin_feriados
    pausa: Callable[[], None] = sin_pausa

    @property
    def perfil(self) -> Perfil:
        """Return the profile in force, or an empty one: each rule has its default for what is not filled in."""
        return self.proyecto.unico(Perfil) or Perfil(id="")

    def inhabiles(self, desde: date, dias: int) -> frozenset[date]:
        """Return holidays and closures that may matter to ``dias`` working days counted from ``desde``."""
        fin = min(desde.year + 1 + 2 * dias // 365, _MAXIMO_ANIO)  # working days are more than half of all
        oficiales = (dia for anio in range(desde.year, fin + 1) for dia in self.feriados(anio))
        cierres = (dia.fecha for dia in self.proyecto.activos(DiaInhabil) if dia.fecha is not None)
        return frozenset((*oficiales, *cierres))


@frozen
class Verificacion:
    """One check of one record: the field that it looks at, and what is missing (a sentence) or well (a label).

    ``bloquea`` tells what happens while it fails: it bars approval or publication (contents), or it is overdue.
    """

    campo: str
    texto: str
    ok: bool = False
    bloquea: bool = False


@frozen
class Hallazgo:
    """A gap: the rule, and the record and field to jump to. ``id`` is empty when what is missing is a record."""

    regla: str
    entidad: str
    id: Id
    campo: str
    mensaje: str
    severidad: Severidad = Severidad.ADVIERTE


@frozen
class Juicio:
    """What a rule found, before anybody asks whose rule it is: gaps, and how many of how many are well."""

    hallazgos: tuple[Hallazgo, ...]
    cumplidos: int
    total: int


@frozen
class Resultado:
    """The answer of one rule. ``titulo`` and ``resumen`` are what the board shows: «41 de 41»."""

    regla: Regla
    estado: Estado
    hallazgos: tuple[Hallazgo, ...]
    cumplidos: int
    total: int
    titulo: str
    resumen: str


# Judges one record: failing (and passing) checks, or None when there is nothing to judge of it.
Juez: TypeAlias = "Callable[[Any], Iterable[Verificacion] | None]"


@frozen(kw_only=True)
class Regla:
    """One rule of dominio §3, as data. ``paso`` is 1–5, or 0 for what concerns every step.

    A rule judges records one by one (``tipos``, and ``juez``, which builds its indices once and returns the judge),
    or the project as a whole (``del_proyecto``). ``titular`` and ``resumir`` replace title and summary where they
    depend on settings or on what was found.
    """

    id: str
    paso: int
    titulo: str
    tipos: tuple[type[Registro], ...] = ()
    juez: Callable[[Contexto], Juez] | None = None
    del_proyecto: Callable[[Contexto], Juicio] | None = None
    titular: Callable[[Contexto], str] | None = None
    resumir: Callable[[tuple[Hallazgo, ...]], str] | None = None
    retirados: bool = False

    def evaluar(self, contexto: Contexto) -> Resultado:
        """Judge the project."""
        juicio = self.del_proyecto(contexto) if self.del_proyecto else self._por_registro(contexto)
        estado = Estado.FALTA if juicio.hallazgos else Estado.CUMPLE if juicio.total else Estado.NO_APLICA
        return Resultado(
            self,
            estado,
            juicio.hallazgos,
            juicio.cumplidos,
            juicio.total,
            self.titular(contexto) if self.titular else self.titulo,
            self._resumen(juicio),
        )

    def _por_registro(self, contexto: Contexto) -> Juicio:
        hallazgos: list[Hallazgo] = []
        total = cumplidos = 0
        for propios in self._juzgados(contexto):
            total += 1
            cumplidos += not propios
            hallazgos += propios
        return Juicio(tuple(hallazgos), cumplidos, total)

    def _juzgados(self, contexto: Contexto) -> Iterator[list[Hallazgo]]:
        if self.juez is None:
            return
        juez, pausa = self.juez(contexto), contexto.pausa
        for tipo in self.tipos:
            for registro in contexto.proyecto.todos(tipo):
                pausa()
                if bool(registro.retirado) is self.retirados and (checks := juez(registro)) is not None:
                    yield self._hallazgos(registro, checks)

    def de_registro(self, contexto: Contexto, registro: Registro) -> tuple[Hallazgo, ...]:
        """Return the gaps of one record; none when the rule does not judge records of its kind."""
        if self.juez is None or type(registro) not in self.tipos or bool(registro.retirado) is not self.retirados:
            return ()
        return tuple(self._hallazgos(registro, self.juez(contexto)(registro) or ()))

    def _hallazgos(self, registro: Registro, checks: Iterable[Verificacion]) -> list[Hallazgo]:
        return [
            Hallazgo(self.id, registro.ENTIDAD, registro.id, check.campo, check.texto, severidad_de(check))
            for check in checks
            if not check.ok
        ]

    def _resumen(self, juicio: Juicio) -> str:
        if not juicio.hallazgos:
            return f"{juicio.cumplidos} de {juicio.total}" if juicio.total else Estado.NO_APLICA.etiqueta
        return self.resumir(juicio.hallazgos) if self.resumir else por_resolver(juicio.hallazgos)


def severidad_de(check: Verificacion) -> Severidad:
    """Return how heavy a failing check is."""
    return Severidad.BLOQUEA if check.bloquea else Severidad.ADVIERTE


def por_resolver(hallazgos: Iterable[Hallazgo]) -> str:
    """Return how many records of each kind have gaps: «Por resolver: 2 grupos, 1 actividad»."""
    por_entidad: dict[str, set[Id]] = {}
    for hallazgo in hallazgos:
        por_entidad.setdefault(hallazgo.entidad, set()).add(hallazgo.id)
    return "Por resolver: " + ", ".join(_cuantos(entidad, len(ids)) for entidad, ids in por_entidad.items())


def _cuantos(entidad: str, cuantos: int) -> str:
    tipo = POR_ENTIDAD[entidad]
    return contado(cuantos, tipo.SINGULAR, tipo.PLURAL)


def cita(proyecto: Proyecto, clave: str) -> str:
    """Return where the Guía says what ``clave`` («R1»…, «P1»…) asks for, or nothing when the project does not know."""
    return next((c.cita for c in proyecto.activos(CitaGuia) if c.clave == clave), "")
