"""What taking a returned file comes to, once somebody decided: changes, doubts that wait, and what has been seen. Pure.

What is certain is taken unless somebody says otherwise; of the rest, only what somebody decided.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import Cambio, alta, cambio, nuevo_id
from promueve_gui.domain.codec import encode_fields
from promueve_gui.domain.cotejo import where
from promueve_gui.domain.diferencias import RETIRAN, Decision, TipoDiferencia
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.formatos import Duda, EstadoDuda, TipoDuda
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.renglones import PLUS
from promueve_gui.domain.visto import Visto

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from promueve_gui.domain.diferencias import Devolucion, Diferencia
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.domain.proyecto import Proyecto

# Texts of which both sides can be kept, and how they are joined.
_UNION: Mapping[Tipo, str] = {Tipo.TEXTO: "; ", Tipo.TEXTO_LARGO: "\n"}
_TIPO_DUDA = {
    TipoDiferencia.CONFLICTO: TipoDuda.CONFLICTO,
    TipoDiferencia.FALTANTE: TipoDuda.FALTANTE,
    TipoDiferencia.TACHADO: TipoDuda.TACHADO,
    TipoDiferencia.VALOR: TipoDuda.VALOR,
    TipoDiferencia.RENGLON: TipoDuda.RENGLON,
}


@dataclass(slots=True)
class Resuelto:
    """What came of the differences. ``tomadas`` and ``pendientes`` are those taken and those left as a doubt.

    ``juntas`` are the keys of those taken of which our text was kept too.
    """

    cambios: list[Cambio] = field(default_factory=list)
    dudas: list[Duda] = field(default_factory=list)
    visto: Visto = field(default_factory=Visto)
    tomadas: list[Diferencia] = field(default_factory=list)
    pendientes: list[Diferencia] = field(default_factory=list)
    juntas: set[str] = field(default_factory=set)


def settle(devolucion: Devolucion, decisiones: Mapping[str, Decision], nuestro: Proyecto, hoy: date) -> Resuelto:
    """Return what taking ``devolucion`` comes to; ``decisiones`` go by ``Diferencia.clave``."""
    toma = _Toma(devolucion, nuestro, hoy)
    for diferencia in devolucion.diferencias:
        toma.take(diferencia, decisiones.get(diferencia.clave))
    resuelto = toma.resuelto
    resuelto.visto.reconocidas = {entidad: list(pares) for entidad, pares in devolucion.reconocidas.items()}
    resuelto.cambios = [*toma.changes(), *map(alta, resuelto.dudas)]
    return resuelto


def choices(diferencia: Diferencia) -> tuple[Decision, ...]:
    """Return what can be decided about a difference; both sides only of texts that both wrote."""
    if diferencia.cierta:
        return (Decision.TOMAR, Decision.CONSERVAR, Decision.ESPERAR)
    tomar = (Decision.TOMAR,) if diferencia.valores else ()
    en_conflicto = diferencia.tipo is TipoDiferencia.CONFLICTO
    unible = en_conflicto and joins(diferencia.entidad, diferencia.campo, diferencia.nuestro, diferencia.suyo)
    ambos = (Decision.AMBOS,) if unible else ()
    return (*tomar, Decision.CONSERVAR, *ambos, Decision.ESPERAR)


def joins(entidad: str, campo: str, nuestro: Valor, suyo: Valor) -> bool:
    """Tell whether both sides of a field can be kept: two texts, neither of them empty."""
    descrito = campos(POR_ENTIDAD[entidad])[campo]
    return descrito.tipo in _UNION and not descrito.oculto and bool(nuestro) and bool(suyo)


def joined(entidad: str, campo: str, nuestro: Valor, suyo: Valor) -> str:
    """Return both texts of a field, ours first, in the way of its kind."""
    return f"{nuestro}{_UNION[campos(POR_ENTIDAD[entidad])[campo].tipo]}{suyo}"


class _Toma:
    """Goes through the differences of one file, in their order: a record comes before what is said of it."""

    def __init__(self, devolucion: Devolucion, nuestro: Proyecto, hoy: date) -> None:
        self._devolucion = devolucion
        self._nuestro = nuestro
        self._hoy = hoy
        self._nuevos: dict[tuple[str, Id], dict[str, Valor]] = {}
        self._cambiados: dict[tuple[str, Id], dict[str, Valor]] = {}
        self._sin_alta: set[Id] = set()  # new records that are not added, so that nothing may refer to them
        self.resuelto = Resuelto()

    def take(self, diferencia: Diferencia, decision: Decision | None) -> None:
        """Take one difference, leave it, or note a doubt."""
        if self._sin_alta and self._depends(diferencia):
            self._leave(diferencia)  # nor is what depends on it, which goes the way of that record when it comes again
            return
        posibles = choices(diferencia)
        if decision not in posibles:
            decision = Decision.TOMAR if diferencia.cierta else Decision.ESPERAR
        if decision is Decision.ESPERAR:
            self._wait(diferencia)
            return
        self._see(diferencia, taken=decision is Decision.TOMAR)
        if decision is Decision.CONSERVAR:
            self._leave(diferencia)
        else:
            self._set(diferencia, decision)
            self.resuelto.tomadas.append(diferencia)

    def changes(self) -> list[Cambio]:
        """Return the changes that were taken, one for each record."""
        altas = [Cambio(entidad, i, None, valores) for (entidad, i), valores in self._nuevos.items()]
        otros = []
        for (entidad, identidad), valores in self._cambiados.items():
            registro = self._nuestro.registro(entidad, identidad)
            otros.append(None if registro is None else cambio(registro, **valores))
        return [*altas, *(otro for otro in otros if otro is not None)]

    def _depends(self, diferencia: Diferencia) -> bool:
        """Tell whether a difference is of a record that is not added, or refers to one."""
        referidas = (v for v in diferencia.valores.values() if isinstance(v, str))
        return diferencia.id in self._sin_alta or not self._sin_alta.isdisjoint(referidas)

    def _leave(self, diferencia: Diferencia) -> None:
        if diferencia.tipo is TipoDiferencia.NUEVO:
            self._sin_alta.add(diferencia.id)

    def _wait(self, diferencia: Diferencia) -> None:
        """Leave what is certain for another time, when the file comes again; what is not, as a doubt in the project."""
        if diferencia.cierta:
            self._leave(diferencia)
            return
        self._see(diferencia, taken=False)
        self.resuelto.pendientes.append(diferencia)
        self.resuelto.dudas.append(doubt_of(diferencia, self._devolucion, self._hoy))

    def _set(self, diferencia: Diferencia, decision: Decision) -> None:
        valores = dict(diferencia.valores)
        if decision is Decision.AMBOS:
            campo = diferencia.campo
            valores = {campo: joined(diferencia.entidad, campo, diferencia.nuestro, diferencia.suyo)}
            self.resuelto.juntas.add(diferencia.clave)
        clave = (diferencia.entidad, diferencia.id)
        es_nuevo = clave in self._nuevos or self._nuestro.registro(*clave) is None
        (self._nuevos if es_nuevo else self._cambiados).setdefault(clave, {}).update(valores)

    def _see(self, diferencia: Diferencia, *, taken: bool) -> None:
        """Note what has been dealt with, so that it is not proposed when the file comes again."""
        visto, entidad = self.resuelto.visto, diferencia.entidad
        if diferencia.tipo in RETIRAN and not diferencia.campo:
            visto.faltan.setdefault(entidad, []).append(diferencia.id)
        elif diferencia.tipo is TipoDiferencia.NUEVO and taken:
            if diferencia.fila.startswith(PLUS):
                visto.nuevas.setdefault(entidad, []).append((diferencia.fila[1:], diferencia.id))
        else:
            nueva = (entidad, diferencia.id) in self._nuevos
            fila = diferencia.id if nueva else diferencia.fila
            for campo, texto in diferencia.dichos.items():
                visto.note_cell(entidad, fila, campo, texto)


def doubt_of(diferencia: Diferencia, devolucion: Devolucion, hoy: date) -> Duda:
    """Return the doubt that a difference leaves in the project."""
    tipo = POR_ENTIDAD[diferencia.entidad]
    de_un_campo = diferencia.campo and diferencia.tipo is not TipoDiferencia.RENGLON
    etiqueta = f": {campos(tipo)[diferencia.campo].etiqueta}" if de_un_campo else ""
    suyo = json.dumps(encode_fields(tipo, diferencia.valores), ensure_ascii=False) if diferencia.valores else ""
    return Duda(
        id=nuevo_id(),
        nombre=f"{diferencia.titulo}{etiqueta}",
        tipo=_TIPO_DUDA[diferencia.tipo],
        area=devolucion.area,
        fuente=devolucion.libro.archivo,
        lugar=where(diferencia.lugar),
        texto=diferencia.texto,
        fecha=hoy,
        estado=EstadoDuda.PENDIENTE,
        entidad=diferencia.entidad,
        registro=diferencia.id,
        campo=diferencia.campo,
        suyo=suyo,
    )
