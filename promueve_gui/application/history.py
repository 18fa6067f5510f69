"""What one line of the bitácora changed, as people read it: per record and field, the value before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.olvido import is_json
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import SEPARADOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from promueve_gui.application.ports import Asiento
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio, Edicion
    from promueve_gui.domain.ficha import Campo, Id, Valor
    from promueve_gui.domain.proyecto import Proyecto

DESHACER = "deshacer"
NUEVO = "Registro nuevo"
GUARDADO = "(se guardó)"  # what only the program reads
DESCONOCIDO = "(ya no está en el proyecto)"
_NADA: Mapping[str, Any] = {}


@frozen
class Detalle:
    """One field of one record; ``antes`` and ``despues`` are texts, empty for no value."""

    registro: str
    dato: str
    antes: str
    despues: str


class Detalles:
    """The details of an edition, in its order. Each is put into words when it is asked for: an import has 500,000."""

    def __init__(self, edicion: Edicion, proyecto: Proyecto, *, undone: bool = False) -> None:
        """Take what changed, and a project that gives references their names; ``undone`` tells it backwards."""
        self._proyecto = proyecto
        self._cambios = [c.inverso for c in reversed(edicion.cambios)] if undone else list(edicion.cambios)
        self._lugares = [(lugar, nombre) for lugar, c in enumerate(self._cambios) for nombre in _nombres(c)]
        self._titulos: dict[Id, str] | None = None

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._lugares)

    def __getitem__(self, lugar: int) -> Detalle:
        """Return one of them. Raises ``IndexError``."""
        cual, nombre = self._lugares[lugar]
        cambio = self._cambios[cual]
        tipo = POR_ENTIDAD[cambio.entidad]
        registro = f"{tipo.SINGULAR.capitalize()} «{self._titulo(cambio.entidad, cambio.id)}»"
        antes, despues = cambio.antes, cambio.despues
        if not nombre:  # a record that came, or went, with nothing filled in
            return Detalle(registro, NUEVO, "", "")
        campo = campos(tipo)[nombre]
        return Detalle(
            registro,
            campo.etiqueta,
            "" if antes is None else self._texto(campo, antes[nombre]),
            "" if despues is None else self._texto(campo, despues[nombre]),
        )

    def __iter__(self) -> Iterator[Detalle]:
        """Return all of them, one after the other."""
        return (self[lugar] for lugar in range(len(self)))

    def _texto(self, campo: Campo, valor: Valor) -> str:
        if valor and is_json(campo):
            return GUARDADO
        if not campo.destino:
            return mostrar(campo, valor, self._proyecto)
        pedidos = valor if isinstance(valor, tuple) else (valor,) if isinstance(valor, str) else ()
        return SEPARADOR.join(self._titulo(campo.destino, identidad) for identidad in pedidos)

    def _titulo(self, entidad: str, identidad: Id) -> str:
        registro = self._proyecto.registro(entidad, identidad)
        titulo = self._propios().get(identidad) if registro is None else registro.titulo
        return DESCONOCIDO if titulo is None else titulo or POR_ENTIDAD[entidad].SIN_TITULO.capitalize()

    def _propios(self) -> Mapping[Id, str]:
        """Return the titles that the edition itself gives to records that are no longer there."""
        if self._titulos is None:
            nuevos = ((c, c.despues if c.antes is None else c.antes) for c in self._cambios if _es_alta(c))
            self._titulos = {c.id: str((d or _NADA).get(POR_ENTIDAD[c.entidad].TITULO, "")) for c, d in nuevos}
        return self._titulos


def read_details(session: Session, asiento: Asiento) -> Detalles | None:
    """Return what a line of the bitácora changed; ``None`` for one that is no edition. Raises ``UserError``."""
    if asiento.edicion is None:
        return None
    return Detalles(session.edicion(asiento.edicion), session.snapshot(), undone=asiento.accion == DESHACER)


def _es_alta(cambio: Cambio) -> bool:
    return cambio.antes is None or cambio.despues is None


def _nombres(cambio: Cambio) -> tuple[str, ...]:
    valores = cambio.antes if cambio.despues is None else cambio.despues
    return tuple(valores or ()) or ("",)
