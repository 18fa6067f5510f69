"""Makes the proposals: goes through the rules in order, with the plan as it would be after each."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, inf
from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import called
from promueve_gui.application.proposal_agenda import CERCA, Agenda, period_of
from promueve_gui.application.proposal_audience import Audiencia, Publico
from promueve_gui.application.proposal_gaps import Faltantes
from promueve_gui.application.proposal_occasions import Meritos, occasions
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.fechas import add_days, bimestre_de
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import CitaGuia, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, MomentoRegla, ObjetoRegla, PeriodoRegla, Rol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from promueve_gui.application.ports import Feriados
    from promueve_gui.application.proposal_agenda import Asunto, Periodo
    from promueve_gui.application.proposal_gaps import DayOf
    from promueve_gui.application.proposal_occasions import Ocasion
    from promueve_gui.domain.catalogos import ReglaPlan
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

# What may be spoken of on one day or another; a publication and an event have theirs.
_CON_ESPACIO = frozenset({ObjetoRegla.ACTUALIZACION, ObjetoRegla.HERRAMIENTA})
# What happens once, whenever that comes to be: a delay is no reason to propose again what nobody wanted.
_CON_DIA = frozenset({ObjetoRegla.PUBLICACION, ObjetoRegla.EVENTO})
_UNA_VEZ = _CON_DIA | {ObjetoRegla.HERRAMIENTA}
_DE_SU_AREA = frozenset({Rol.AREA_GENERADORA, Rol.TECNICO})  # nobody has these roles for another area
MAXIMO_DESFASE = 400  # days between what happens and its line


@frozen(kw_only=True)
class LineaPropuesta:
    """A line that a rule proposes.

    ``clave`` is the same each time and on every computer, and the identity of ``linea`` too, which is as it would be
    accepted; ``razon`` is a sentence, ``cita`` where the Guía asks for it (empty when the project does not know).
    """

    clave: str
    linea: LineaPlan
    regla: ReglaPlan
    razon: str
    cita: str

    @property
    def explicacion(self) -> str:
        """Return reason and citation in one text."""
        return f"{self.razon} ({self.cita}.)" if self.cita else self.razon


class Proponente:
    """Knows the plan, who it is for and what happens; each rule that is applied adds its proposals."""

    def __init__(
        self, proyecto: Proyecto, reglas: Sequence[ReglaPlan], hoy: date, hasta: date, feriados: Feriados
    ) -> None:
        """Look at the project once, for all of ``reglas``."""
        self._proyecto, self._hoy, self._hasta = proyecto, hoy, hasta
        self._habiles = DiasHabiles(proyecto, feriados)
        self._primero = self._habiles.desde(add_days(hoy, 1))
        self._audiencia = Audiencia(proyecto)
        self._meritos = Meritos()
        self._agenda = Agenda(proyecto, self._habiles)
        self._faltantes = Faltantes(proyecto, self._audiencia, self._habiles, hoy, hasta)
        margen = max((_shift(regla) for regla in reglas), default=0)
        self._ocasiones = occasions(proyecto, add_days(hoy, -margen), add_days(hasta, margen), hoy)
        self._citas = {cita.clave: cita.cita for cita in proyecto.activos(CitaGuia)}
        self._personas = proyecto.activos(Persona)
        self._hechas: dict[str, LineaPropuesta] = {}
        self._atendidos = {grupo for linea in self._planned() for grupo in linea.grupos}
        self._por_asunto: dict[Asunto, list[str]] = {}

    def found(self) -> list[LineaPropuesta]:
        """Return what was proposed, by date and name."""
        return sorted(self._hechas.values(), key=lambda p: (p.linea.fecha, plegar(p.linea.nombre), p.clave))

    def apply(self, regla: ReglaPlan) -> None:
        """Add what a rule proposes."""
        match regla.objeto:
            case ObjetoRegla.BIMESTRE:
                self._fill_bimestres(regla)
            case ObjetoRegla.GRUPO:
                self._choose(regla, self._faltantes.groups(self._planned(), regla, self._fresh_day(regla)))
            case ObjetoRegla.CONJUNTO:
                self._choose(regla, self._faltantes.datasets(self._planned(), self._fresh_day(regla)))
            case _:
                propias = (suyas for objeto, suyas in self._ocasiones.items() if objeto is regla.objeto)
                self._choose(regla, [o for suyas in propias for o in suyas if self._suits(regla, o)])

    def _planned(self) -> list[LineaPlan]:
        """Return the lines in force from today on, undated ones too, and what was proposed so far."""
        vigentes = [
            linea
            for linea in self._proyecto.activos(LineaPlan)
            if linea.vigente and (linea.ultimo_dia is None or self._hoy <= linea.ultimo_dia)
        ]
        return [*vigentes, *(propuesta.linea for propuesta in self._hechas.values())]

    def _suits(self, regla: ReglaPlan, ocasion: Ocasion) -> bool:
        """Tell whether a rule is for an occasion: its merit, the time that is left, and that it is not done by now."""
        if regla.prioritarios and not self._meritos.of(ocasion).destacado:
            return False
        if regla.anticipacion is not None and (ocasion.fecha - self._hoy).days < regla.anticipacion:
            return False
        evento = ocasion.objeto if isinstance(ocasion.objeto, Evento) else None
        invita = regla.momento is MomentoRegla.ANTES and regla.canal is Canal.CORREO
        return evento is None or evento.invitacion is None or not invita

    def _day(self, regla: ReglaPlan, dia: date) -> date | None:
        """Return the working day that a rule gives to what happens on ``dia``; ``None`` outside what is planned."""
        if regla.momento is MomentoRegla.ANTES:
            propio = self._habiles.hasta(add_days(dia, -_shift(regla)))
            if propio < self._primero < dia:
                propio = self._primero
        else:
            propio = self._habiles.desde(add_days(dia, _shift(regla)))
        return propio if self._primero <= propio <= self._hasta else None

    def _fresh_day(self, regla: ReglaPlan) -> DayOf:
        """Return what gives the day that a rule sets for a dataset, when the plan does not repeat itself then."""

        def day_of(objeto: Id, dia: date) -> date | None:
            propio = self._day(regla, dia)
            repite = propio is not None and self._agenda.repeats((objeto, regla.tipo_contenido, regla.canal), propio)
            return None if repite else propio

        return day_of

    def _choose(self, regla: ReglaPlan, ocasiones: Iterable[Ocasion]) -> None:
        """Propose, in each period, one line per object and no more than the rule's limit in all."""
        por_periodo: dict[Periodo, list[tuple[str, date, Ocasion]]] = {}
        for ocasion in ocasiones:
            dia = ocasion.fecha if ocasion.hueco else self._day(regla, ocasion.fecha)
            if dia is not None:
                periodo = period_of(dia, regla.periodo)
                clave = _key(regla, f"{ocasion.objeto.id}{ocasion.hueco or ''}", periodo)
                por_periodo.setdefault(periodo, []).append((clave, dia, ocasion))
        for periodo in sorted(por_periodo):
            claves = {clave for clave, _, _ in por_periodo[periodo]}
            descartadas = self._agenda.descartadas & claves
            vivas = [viva for viva in por_periodo[periodo] if not self._dismissed(regla, viva[0])]
            usadas = sum(map(periodo.contiene, self._agenda.made_by(regla.id)))
            libres = self._limit(regla, periodo) - usadas - len(descartadas)
            if regla.tope is not None:  # without a limit all are proposed, whatever their order
                vivas.sort(key=lambda viva: self._rank(regla, viva[1], viva[2]))
            for clave, dia, ocasion in vivas:
                if libres > 0 and not self._too_soon(regla, periodo, dia):
                    libres -= self._propose(regla, clave, dia, ocasion)

    def _dismissed(self, regla: ReglaPlan, clave: str) -> bool:
        """Tell whether somebody does not want a proposal: about what happens once, in any period."""
        una_vez = regla.objeto in _UNA_VEZ and clave.rpartition("/")[0] in self._agenda.descartados
        return una_vez or clave in self._agenda.descartadas

    def _limit(self, regla: ReglaPlan, periodo: Periodo) -> float:
        """Return how many lines a rule may have in a period; of one that has begun, no more than its share."""
        return inf if regla.tope is None else ceil(regla.tope * periodo.share(self._hoy, self._hasta))

    def _too_soon(self, regla: ReglaPlan, periodo: Periodo, dia: date) -> bool:
        """Tell whether a line of a rule with a limit would follow too closely on another of the same rule.

        Half of what would spread them evenly, so that one of December is not followed by one of January.
        """
        if not regla.tope or regla.objeto not in _CON_ESPACIO:
            return False
        espacio = (periodo.fin - periodo.inicio).days // (2 * regla.tope)
        return any(abs((otro - dia).days) < espacio for otro in self._agenda.made_by(regla.id))

    def _rank(self, regla: ReglaPlan, dia: date, ocasion: Ocasion) -> tuple[int, bool, int, int, date, Id]:
        """Each in its turn; then what goes first, what reaches priority groups without a line, what has more value."""
        veces = self._agenda.times_before(_subject(regla, ocasion), dia)
        grupos = self._public(regla, ocasion).grupos
        nuevos = len(self._audiencia.prioritarios.intersection(grupos) - self._atendidos)
        merito = self._meritos.of(ocasion)
        return veces, not merito.destacado, -nuevos, -merito.valor, dia, ocasion.objeto.id

    def _fill_bimestres(self, regla: ReglaPlan) -> None:
        inicio = bimestre_de(self._hoy).inicio
        vigentes = (linea for linea in self._proyecto.activos(LineaPlan) if linea.vigente)
        del_periodo = [linea for linea in vigentes if linea.fecha is not None and linea.fecha >= inicio]
        planeadas = [*del_periodo, *(propuesta.linea for propuesta in self._hechas.values())]
        for bimestre in self._faltantes.silent_bimestres(planeadas):
            clave = _key(regla, "bimestre", period_of(bimestre.inicio, PeriodoRegla.BIMESTRE))
            if clave in self._agenda.descartadas:
                continue
            for ocasion in self._faltantes.for_bimestre(
                bimestre,
                self._fresh_day(regla),
                lambda objeto, dia: self._agenda.times_before((objeto, regla.tipo_contenido, regla.canal), dia),
            ):
                if self._propose(regla, clave, ocasion.fecha, ocasion):
                    break

    def _propose(self, regla: ReglaPlan, clave: str, dia: date, ocasion: Ocasion) -> bool:
        """Propose one line, and tell whether it is a new one.

        It is not when it is for nobody, when the plan has it, or when another rule proposed the same: then that one is
        for these groups too.
        """
        cercano = self._public(regla, ocasion)
        publico = cercano if ocasion.grupos else self._audiencia.completed(regla, cercano, self._atendidos)
        asunto = _subject(regla, ocasion)
        gemela = None if ocasion.hueco is ObjetoRegla.BIMESTRE else self._twin(asunto, dia, regla)
        if gemela is not None:
            self._widen(gemela, regla, cercano)
            return False
        movida = regla.objeto in _CON_DIA and self._agenda.took(regla.id, ocasion.objeto.id)
        repite = not ocasion.hueco and self._agenda.repeats(asunto, dia, period_of(dia, regla.periodo))
        aceptada = not ocasion.hueco and clave in self._agenda.aceptadas  # a gap that opens again is another matter
        if not publico.grupos or repite or movida or aceptada:
            return False
        elegido = self._agenda.free_day(dia, regla.canal, antes=regla.momento is MomentoRegla.ANTES)
        linea = self._line(regla, clave, ocasion, publico, elegido if self._primero <= elegido <= self._hasta else dia)
        self._hechas[clave] = LineaPropuesta(
            clave=clave,
            linea=linea,
            regla=regla,
            razon=f"{ocasion.razon}{_users(ocasion, publico)}{self._added(publico, cercano)}.",
            cita=self._citas.get(regla.cita, ""),
        )
        self._por_asunto.setdefault(asunto, []).append(clave)
        self._agenda.add(ocasion.objeto.id, linea)
        self._atendidos.update(linea.grupos)
        return True

    def _public(self, regla: ReglaPlan, ocasion: Ocasion) -> Publico:
        if ocasion.hueco is ObjetoRegla.GRUPO:
            return Publico(ocasion.grupos)
        if ocasion.grupos:
            return self._audiencia.for_guests(regla, ocasion.grupos)
        return self._audiencia.for_data(regla, tuple(conjunto.id for conjunto in ocasion.conjuntos))

    def _added(self, publico: Publico, cercano: Publico) -> str:
        sumados = [f"«{called(self._audiencia.grupos[grupo])}»" for grupo in publico.grupos[len(cercano.grupos) :]]
        return f"; se suma {sumados[0]}, grupo prioritario que nadie atendía" if sumados else ""

    def _twin(self, asunto: Asunto, dia: date, regla: ReglaPlan) -> LineaPropuesta | None:
        """Return what was proposed about the same near a day or in the same period."""
        periodo = period_of(dia, regla.periodo)
        for clave in self._por_asunto.get(asunto, ()):
            otra = self._hechas[clave]
            fecha = otra.linea.fecha
            if fecha and (abs((fecha - dia).days) <= CERCA or periodo.contiene(fecha)):
                return otra
        return None

    def _widen(self, propuesta: LineaPropuesta, regla: ReglaPlan, publico: Publico) -> None:
        nuevos = [grupo for grupo in publico.grupos if grupo not in propuesta.linea.grupos]
        if nuevos and regla.id != propuesta.regla.id:
            self._hechas[propuesta.clave] = replace(
                propuesta,
                linea=replace(propuesta.linea, grupos=(*propuesta.linea.grupos, *nuevos)),
                razon=f"{propuesta.razon} Sirve también a la regla «{regla.nombre}».",
            )
            self._atendidos.update(nuevos)

    def _line(self, regla: ReglaPlan, clave: str, ocasion: Ocasion, publico: Publico, dia: date) -> LineaPlan:
        objeto = ocasion.objeto
        return LineaPlan(
            id=clave,
            nombre=_name(regla, called(objeto)),
            conjunto=objeto.id if isinstance(objeto, ConjuntoDatos) else None,
            herramienta=objeto.id if isinstance(objeto, Herramienta) else None,
            evento=objeto.id if isinstance(objeto, Evento) else None,
            grupos=publico.grupos,
            tipo_contenido=regla.tipo_contenido,
            canal=regla.canal,
            fecha=dia,
            rol_responsable=regla.rol_responsable,
            persona=self._person(regla.rol_responsable, {conjunto.area for conjunto in ocasion.conjuntos}),
            estado=EstadoLinea.PLANEADA,
            regla=regla.id,
            propuesta=clave,
        )

    def _person(self, rol: Rol | None, areas: set[Id | None]) -> Id | None:
        """Return who has the role: the one of the area of the data, or the only one there is."""
        con_rol = [persona for persona in self._personas if persona.rol is rol and rol is not None]
        del_area = [persona for persona in con_rol if persona.area is not None and persona.area in areas]
        unica = del_area if del_area or rol in _DE_SU_AREA else con_rol
        return unica[0].id if len(unica) == 1 else None


def _shift(regla: ReglaPlan) -> int:
    return min(regla.dias or 0, MAXIMO_DESFASE)


def _subject(regla: ReglaPlan, ocasion: Ocasion) -> Asunto:
    return ocasion.objeto.id, regla.tipo_contenido, regla.canal


def _key(regla: ReglaPlan, objeto: str, periodo: Periodo) -> str:
    """Return what tells a proposal from others. No identity of the rule: it is another in each copy of a project."""
    return f"{objeto}/{regla.tipo_contenido}/{regla.canal}/{regla.momento}/{periodo.nombre}"


def _name(regla: ReglaPlan, objeto: str) -> str:
    """Return what to call a line; what has a colon of its own is quoted."""
    return f"{regla.nombre}: «{objeto}»" if ":" in objeto else f"{regla.nombre}: {objeto}"


def _users(ocasion: Ocasion, publico: Publico) -> str:
    """Return how many of the groups use the data, to stand after a sentence about what happens."""
    cuantos = publico.usan or publico.usarian
    if not cuantos:
        return ""
    quienes = "uno de los grupos" if cuantos == 1 else f"{cuantos} de los grupos"
    propio = isinstance(ocasion.objeto, ConjuntoDatos)
    if publico.usan:
        verbo = "usa" if cuantos == 1 else "usan"
        return f"; {quienes} ya lo {verbo}" if propio else f"; {quienes} ya {verbo} sus datos"
    verbo = "podría" if cuantos == 1 else "podrían"
    return f"; {quienes} {verbo} usarlo" if propio else f"; {quienes} {verbo} usar sus datos"
