"""How a document is asked for by name, with its options: «plan+area+por_mes», «agenda+alarma=3», «mapa+personales»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.agenda_options import OpcionesAgenda
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.reparto_plan import Reparto

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALARMA = "alarma="


@frozen(kw_only=True)
class PedidoDocumento:
    """What is asked for: a document by its ``clave``, and the choices that some documents know."""

    clave: str
    personales: bool = False
    reparto: Reparto = Reparto.TODO
    por_mes: bool = False
    agenda: OpcionesAgenda = OpcionesAgenda()

    def to_text(self) -> str:
        """Return it as the name of an action."""
        return "+".join((self.clave, *self._options()))

    def _options(self) -> Iterator[str]:
        if self.personales:
            yield "personales"
        if self.reparto is not Reparto.TODO:
            yield self.reparto.value
        if self.por_mes:
            yield "por_mes"
        if self.agenda.alarma is not None:
            yield f"{_ALARMA}{self.agenda.alarma}"
        if self.agenda.eventos:
            yield "eventos"
        if self.agenda.publicaciones:
            yield "publicaciones"

    @classmethod
    def of_text(cls, texto: str) -> PedidoDocumento:
        """Return what a name asks for; options that are not known ask for nothing."""
        clave, *opciones = texto.split("+")
        dias = (opcion.removeprefix(_ALARMA) for opcion in opciones if opcion.startswith(_ALARMA))
        return cls(
            clave=clave,
            personales="personales" in opciones,
            reparto=next((r for r in Reparto if r.value in opciones), Reparto.TODO),
            por_mes="por_mes" in opciones,
            agenda=OpcionesAgenda(
                alarma=next((int(d) for d in dias if d.isdecimal()), None),
                eventos="eventos" in opciones,
                publicaciones="publicaciones" in opciones,
            ),
        )
