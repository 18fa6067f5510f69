"""The gaps that a review found, as one page or one record needs them. Judges nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import campos
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.reglas import Severidad

if TYPE_CHECKING:
    from promueve_gui.application.review import Revision
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.flow import Paso
    from promueve_gui.domain.reglas import Hallazgo


def gaps_of_step(paso: Paso, revision: Revision) -> list[Hallazgo]:
    """Return the gaps of the rules of a step, those that must be attended to first."""
    propios = [resultado for resultado in revision.resultados if resultado.regla.id in paso.reglas]
    hallazgos = [hallazgo for resultado in propios for hallazgo in resultado.hallazgos]
    return sorted(hallazgos, key=lambda hallazgo: hallazgo.severidad is not Severidad.BLOQUEA)


def gaps_of_record(revision: Revision, entidad: str, identidad: Id) -> list[Hallazgo]:
    """Return the gaps of one record that its form does not tell by itself under a required field."""
    descritos = campos(POR_ENTIDAD[entidad])
    return [
        hallazgo
        for resultado in revision.resultados
        for hallazgo in resultado.hallazgos
        if hallazgo.id == identidad
        and hallazgo.entidad == entidad
        and not (hallazgo.campo in descritos and descritos[hallazgo.campo].requerido)
    ]
