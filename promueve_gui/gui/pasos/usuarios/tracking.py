"""Where each area stands with its format, for the columns of the tracker: worked out once per change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from promueve_gui.domain.cambios import tocadas
from promueve_gui.domain.envios import EstadoEnvio, Seguimiento, envios_vigentes, seguimiento
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.models.derived import Derived, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.project import Project

# A sign and a colour for each state; the sentence says the same.
SIGNS: dict[EstadoEnvio, tuple[str, str]] = {
    EstadoEnvio.ATRASADO: ("!", "error"),
    EstadoEnvio.POR_VENCER: ("!", "atencion"),
    EstadoEnvio.ENVIADO: ("→", "dato"),
    EstadoEnvio.SIN_ENVIAR: ("–", ""),
    EstadoEnvio.TARDE: ("✓", "atencion"),
    EstadoEnvio.DEVUELTO: ("✓", "bien"),
}
PLACES = {estado: place for place, estado in enumerate(EstadoEnvio)}
FROM_SENDING = ("fecha", "vence", "devuelto", "renglones", "recordado")  # fields of the newest sending


def called(area: AreaGeneradora) -> str:
    """Return an area by its initials too: names begin alike, and there is not always room for the whole."""
    return f"{area.siglas} · {area.nombre}" if area.siglas else area.nombre


class Tracking(QObject):
    """Follows the sendings of a project."""

    def __init__(self, project: Project) -> None:
        """Look nothing up yet."""
        super().__init__()
        self._project = project
        self._sent: dict[Id, EnvioFormato] | None = None
        project.changed.connect(self._on_changed)

    def of(self, area: AreaGeneradora) -> Seguimiento:
        """Return where an area stands today."""
        if self._sent is None:
            self._sent = envios_vigentes(self._project.proyecto)
        return seguimiento(area, self._sent.get(area.id), self._project.services.today())

    def order(self, area: AreaGeneradora) -> tuple[int, int, str]:
        """Return what areas are listed by: what wants attention first."""
        where = self.of(area)
        return PLACES[where.estado], where.dias or 0, plegar(area.nombre)

    def columns(self) -> tuple[str | Derived, ...]:
        """Return the columns of the tracker: the area, its address, which can be typed, and its newest sending."""
        here = frozenset({EnvioFormato.ENTIDAD})
        name = campos(AreaGeneradora)["nombre"].etiqueta
        described = campos(EnvioFormato)
        sent = (
            Derived(nombre, described[nombre].etiqueta, described[nombre].ancho, partial(self._sending, nombre), here)
            for nombre in FROM_SENDING
        )
        return (
            Derived("nombre", name, 40, lambda area: Shown(called(area), plegar(area.nombre))),
            Derived("estado", "Estado", 20, self._state, here),
            *sent,
            "correo",
        )

    def _state(self, area: AreaGeneradora) -> Shown:
        where = self.of(area)
        sign, colour = SIGNS[where.estado]
        return Shown(f"{sign} {where.frase}", self.order(area), colour)

    def _sending(self, nombre: str, area: AreaGeneradora) -> Shown:
        envio = self.of(area).envio
        valor: Any = None if envio is None else getattr(envio, nombre)
        text = mostrar(campos(EnvioFormato)[nombre], valor, self._project.proyecto)
        return Shown(text, 0 if valor is None else valor)

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if EnvioFormato.ENTIDAD in tocadas(cambios):
            self._sent = None
