"""Areas in every state of their format, on the day of the tests (19 November 2026)."""

from __future__ import annotations

from datetime import date

from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora

AGUAS = AreaGeneradora(id="aguas", nombre="Dirección de Aguas", siglas="DA", correo="aguas@ejemplo.gob.mx")
CAMINOS = AreaGeneradora(id="caminos", nombre="Dirección de Caminos", correo="caminos@ejemplo.gob.mx")
PUENTES = AreaGeneradora(id="puentes", nombre="Dirección de Puentes")
PUERTOS = AreaGeneradora(id="puertos", nombre="Dirección de Puertos", correo="puertos@ejemplo.gob.mx")
VIAS = AreaGeneradora(id="vias", nombre="Dirección de Vías", correo="vias@ejemplo.gob.mx")
AREAS = (AGUAS, CAMINOS, PUENTES, PUERTOS, VIAS)

SENT = date(2026, 11, 1)
LATE = EnvioFormato(id="e1", archivo="Aguas.xlsx", area="aguas", fecha=SENT, vence=date(2026, 11, 10))
SOON = EnvioFormato(id="e2", archivo="Caminos.xlsx", area="caminos", fecha=SENT, vence=date(2026, 11, 20))
BACK = EnvioFormato(
    id="e3",
    archivo="Puertos.xlsx",
    area="puertos",
    fecha=SENT,
    vence=date(2026, 11, 10),
    devuelto=date(2026, 11, 9),
    renglones=14,
)
OLDER = EnvioFormato(id="e0", archivo="Aguas 2025.xlsx", area="aguas", fecha=date(2025, 11, 1))
SENDINGS = (OLDER, LATE, SOON, BACK)
