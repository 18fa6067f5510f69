"""The columns «Vence» and «Estado» of the register: the deadline of each recommendation, as the rules reckon it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.application.answers import ABIERTAS, EstadoRespuesta, Situacion, situaciones
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.institucion import DiaInhabil, Perfil
from promueve_gui.domain.reglas import Contexto, plazo
from promueve_gui.gui.models.derived import Derived, Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.recomendaciones import Recomendacion
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

SETTINGS = frozenset({Perfil.ENTIDAD, DiaInhabil.ENTIDAD})
# Sign and chip of each state; the words are those of the state itself.
SIGNS: dict[EstadoRespuesta, tuple[str, str]] = {
    EstadoRespuesta.VENCIDA: ("✕", "error"),
    EstadoRespuesta.POR_VENCER: ("!", "atencion"),
    EstadoRespuesta.ABIERTA: ("○", "dato"),
    EstadoRespuesta.SIN_FECHA: ("?", ""),
    EstadoRespuesta.INCOMPLETA: ("!", "atencion"),
    EstadoRespuesta.TARDE: ("✓", "atencion"),
    EstadoRespuesta.A_TIEMPO: ("✓", "bien"),
}
ORDER = {estado: place for place, estado in enumerate(EstadoRespuesta)}


def words(estado: EstadoRespuesta) -> str:
    """Return sign and words of a state: «✓ Respondida a tiempo»."""
    return f"{SIGNS[estado][0]} {estado.etiqueta}"


class Terms:
    """Answers how each recommendation stands; made anew when the day, the profile or the closures change."""

    def __init__(self, context: Context, project: Project) -> None:
        """Follow a project."""
        self._context, self._project = context, project
        self._made: tuple[date, Callable[[Recomendacion], Situacion]] | None = None
        project.changed.connect(self._on_changed)

    def situacion(self, recomendacion: Recomendacion) -> Situacion:
        """Return the deadline of a recommendation and how it stands today."""
        today = self._context.services.today()
        if self._made is None or self._made[0] != today:
            self._made = (today, situaciones(self.contexto()))
        return self._made[1](recomendacion)

    def contexto(self) -> Contexto:
        """Return what the rules are told."""
        services = self._context.services
        return Contexto(self._project.proyecto, services.today(), services.feriados)

    def plazo(self) -> str:
        """Return the term in force: «30 días naturales»."""
        return plazo(self.contexto())

    def columns(self) -> tuple[Derived, Derived]:
        """Return the two columns."""
        return (
            Derived("vence", "Vence", 13, self._vence, SETTINGS),
            Derived("situacion", "Estado", 24, self._estado, SETTINGS),
        )

    def choices(self) -> list[tuple[frozenset[EstadoRespuesta], str]]:
        """Return what the register can be filtered by: open, answered, or one state."""
        groups = [(ABIERTAS, "Abiertas (todas)"), (frozenset(EstadoRespuesta) - ABIERTAS, "Respondidas (todas)")]
        return [*groups, *((frozenset({estado}), words(estado)) for estado in EstadoRespuesta)]

    def order(self, registro: Registro) -> tuple[int, date]:
        """Return what the register is ordered by: the most urgent first."""
        situacion = self.situacion(cast("Recomendacion", registro))
        return ORDER[situacion.estado], situacion.vence or self._context.services.today()

    def _vence(self, recomendacion: Recomendacion) -> Shown:
        vence = self.situacion(recomendacion).vence
        return Shown("") if vence is None else Shown(fecha_corta(vence), order=vence)

    def _estado(self, recomendacion: Recomendacion) -> Shown:
        estado = self.situacion(recomendacion).estado
        return Shown(words(estado), order=ORDER[estado], colour=SIGNS[estado][1])

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if any(cambio.entidad in SETTINGS for cambio in cambios):
            self._made = None
