"""Where each area stands with the workbook it was sent: derived from its sendings, never stored (paso 1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

DIAS_POR_VENCER = 3  # days before the agreed one from which it is near


class EstadoEnvio(Opcion):
    """States of the format of an area, those that want attention first."""

    ATRASADO = "atrasado", "Atrasado"
    POR_VENCER = "por_vencer", "Por vencer"
    ENVIADO = "enviado", "Enviado"
    SIN_ENVIAR = "sin_enviar", "Sin enviar"
    TARDE = "devuelto_tarde", "Devuelto tarde"
    DEVUELTO = "devuelto", "Devuelto a tiempo"


EN_ESPERA = frozenset({EstadoEnvio.ENVIADO, EstadoEnvio.POR_VENCER, EstadoEnvio.ATRASADO})
SIN_DEVOLVER = EN_ESPERA | {EstadoEnvio.SIN_ENVIAR}


@frozen(kw_only=True)
class Seguimiento:
    """An area, the sending that counts if there is one, and where that stands.

    ``dias`` counts from today to the agreed day, negative when it is over; ``None`` when nothing is waited for.
    """

    area: AreaGeneradora
    envio: EnvioFormato | None
    estado: EstadoEnvio
    dias: int | None = None

    @property
    def frase(self) -> str:
        """Return the state in words, with how many days are left or over."""
        if self.dias is None or self.estado is EstadoEnvio.ENVIADO:
            return self.estado.etiqueta
        if self.estado is EstadoEnvio.ATRASADO:
            return f"{self.estado.etiqueta} {contado(-self.dias, 'día', 'días')}"
        return f"Vence en {contado(self.dias, 'día', 'días')}" if self.dias else "Vence hoy"


def envios_vigentes(proyecto: Proyecto) -> dict[Id, EnvioFormato]:
    """Return the sending that counts of each area, by the identity of the area: the newest.

    An earlier one counts when it is what came back afterwards, since areas fill in whichever they have at hand.
    """
    vigentes: dict[Id, EnvioFormato] = {}
    for envio in sorted(proyecto.activos(EnvioFormato), key=_lo_ultimo):
        if envio.area:
            vigentes[envio.area] = envio
    return vigentes


def _lo_ultimo(envio: EnvioFormato) -> tuple[date, bool, Id]:
    """Return when something last happened to a sending; on the same day, coming back is later than going out."""
    # Identities are in the order in which they were made, which tells sendings of the same day apart.
    return (envio.devuelto or envio.fecha or date.min, envio.devuelto is not None, envio.id)


def seguimiento(area: AreaGeneradora, envio: EnvioFormato | None, hoy: date) -> Seguimiento:
    """Return where an area stands on the day ``hoy``, from the sending that counts."""
    estado = _estado(envio, hoy)
    dias = (envio.vence - hoy).days if estado in EN_ESPERA and envio and envio.vence else None
    return Seguimiento(area=area, envio=envio, estado=estado, dias=dias)


def _estado(envio: EnvioFormato | None, hoy: date) -> EstadoEnvio:
    if envio is None:
        return EstadoEnvio.SIN_ENVIAR
    if envio.devuelto:
        return EstadoEnvio.TARDE if envio.vence and envio.devuelto > envio.vence else EstadoEnvio.DEVUELTO
    if envio.vence is None:
        return EstadoEnvio.ENVIADO
    if envio.vence < hoy:
        return EstadoEnvio.ATRASADO
    return EstadoEnvio.POR_VENCER if (envio.vence - hoy).days <= DIAS_POR_VENCER else EstadoEnvio.ENVIADO


def seguimientos(proyecto: Proyecto, hoy: date) -> list[Seguimiento]:
    """Return where every area in use stands, in the order in which areas came."""
    vigentes = envios_vigentes(proyecto)
    return [seguimiento(area, vigentes.get(area.id), hoy) for area in proyecto.activos(AreaGeneradora)]
