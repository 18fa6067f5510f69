"""What became of a returned workbook, row by row, in words: for the result that is mailed back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.domain.alcance import naming_fields
from promueve_gui.domain.cotejo import where
from promueve_gui.domain.diferencias import RETIRAN, TipoDiferencia
from promueve_gui.domain.ficha import Opcion, campos
from promueve_gui.domain.formato import citar, mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.interpretacion import cell_text
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.domain.devueltos import FilaDevuelta, HojaDevuelta
    from promueve_gui.domain.diferencias import Devolucion, Diferencia
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.formatos import Duda
    from promueve_gui.domain.importacion import Problema
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.recepcion import Resuelto

_EN_LOS_DOS = "también se cambió en el proyecto y falta decidir cuál vale."


class Suerte(Opcion):
    """What became of one row of a returned workbook; of several, the first that holds of something in it."""

    PENDIENTE = "pendiente", "Queda pendiente"
    AGREGADA = "agregada", "Se agregó"
    ACTUALIZADA = "actualizada", "Se actualizó"
    RETIRADA = "retirada", "Se retiró"
    OMITIDA = "omitida", "No se tomó"
    IGUAL = "igual", "Sin cambios"


@frozen(kw_only=True)
class FilaRecibida:
    """One row (``renglon`` 0: one that no longer comes), and in words what became of it."""

    hoja: str
    renglon: int
    titulo: str
    suerte: Suerte
    detalle: str


@frozen(kw_only=True)
class Aplicado:
    """What became of a returned workbook. ``edicion`` is ``None`` when nothing changed.

    ``devolucion`` is what was applied in the end: it may differ from what was shown, when the project went on
    meanwhile.
    """

    devolucion: Devolucion
    edicion: Edicion | None
    resuelto: Resuelto

    @property
    def tomadas(self) -> Sequence[Diferencia]:
        """Return the differences that were taken."""
        return self.resuelto.tomadas

    @property
    def dudas(self) -> Sequence[Duda]:
        """Return the doubts that it left in the project."""
        return self.resuelto.dudas

    @property
    def filas(self) -> list[FilaRecibida]:
        """Return each row in the order of the sheets, then those that no longer come; worked out when asked for."""
        relato = _Relato(self)
        filas = [relato.row(hoja, fila) for hoja in self.devolucion.libro.hojas for fila in hoja.filas]
        return [*filas, *relato.missing()]


@frozen(kw_only=True)
class Recibido:
    """What is kept of a file that was taken: what became of each row, and not what it said, which takes far more room.

    ``documento`` is what had been sent («formato:<area>»), of a workbook, and ``contenido`` what a document is of.
    ``nuevos`` counts the new records by table, ``cambios`` the other differences that were taken.
    """

    archivo: str
    documento: str
    area: Id | None
    contenido: Id | None
    es_texto: bool
    nuevos: Mapping[str, int]
    cambios: int
    dudas: int
    filas: Sequence[FilaRecibida]
    avisos: Sequence[str]
    problemas: Sequence[Problema]

    @classmethod
    def of(cls, aplicado: Aplicado) -> Recibido:
        """Tell what became of a file, once and for all."""
        devolucion, tomadas = aplicado.devolucion, aplicado.tomadas
        nuevos = Counter(tomada.entidad for tomada in tomadas if tomada.tipo is TipoDiferencia.NUEVO)
        return cls(
            archivo=devolucion.libro.archivo,
            documento=devolucion.libro.sello.documento,
            area=devolucion.area,
            contenido=devolucion.contenido,
            es_texto=devolucion.libro.texto is not None,
            nuevos=nuevos,
            cambios=len(tomadas) - nuevos.total(),
            dudas=len(aplicado.dudas),
            filas=aplicado.filas,
            avisos=devolucion.avisos,
            problemas=devolucion.problemas,
        )


def sentence(diferencia: Diferencia, proyecto: Proyecto) -> str:
    """Return in words what waits to be decided about a difference."""
    if diferencia.mensaje:
        return diferencia.mensaje
    campo = campos(POR_ENTIDAD[diferencia.entidad])[diferencia.campo]
    nuestro, suyo = (
        citar(mostrar(campo, valor, proyecto)) or "nada" for valor in (diferencia.nuestro, diferencia.suyo)
    )
    return (
        f"{where(diferencia.lugar)}: «{campo.etiqueta}» de «{diferencia.titulo}» se cambió en los dos lados; el "
        f"proyecto dice «{nuestro}» y el archivo «{suyo}». Decida cuál vale."
    )


class _Relato:
    """Tells what became of each row, once all that is said of it has been put together."""

    def __init__(self, aplicado: Aplicado) -> None:
        devolucion, resuelto = aplicado.devolucion, aplicado.resuelto
        tomadas = {diferencia.clave for diferencia in resuelto.tomadas}
        pendientes = {diferencia.clave for diferencia in resuelto.pendientes}
        self._dicho: dict[tuple[str, int], list[tuple[Suerte, str]]] = {}
        self._faltan: list[FilaRecibida] = []
        for diferencia in devolucion.diferencias:
            lugar = diferencia.lugar
            if diferencia.clave in tomadas:
                suerte, detalle = _taken(diferencia, both=diferencia.clave in resuelto.juntas)
            elif diferencia.clave in pendientes:
                suerte, detalle = Suerte.PENDIENTE, diferencia.mensaje or f"{_field(diferencia)}{_EN_LOS_DOS}"
            else:
                suerte, detalle = Suerte.OMITIDA, f"{_field(diferencia)}se conservó lo del proyecto."
            if lugar.renglon:
                self._dicho.setdefault((lugar.hoja, lugar.renglon), []).append((suerte, detalle))
            else:
                self._faltan.append(_told(lugar.hoja, 0, diferencia.titulo, [(suerte, detalle)]))
        for problema in devolucion.problemas:
            renglon = (problema.hoja, problema.renglon or 0)
            self._dicho.setdefault(renglon, []).append((Suerte.OMITIDA, problema.mensaje))

    def row(self, hoja: HojaDevuelta, fila: FilaDevuelta) -> FilaRecibida:
        """Return what became of one row."""
        nombran = naming_fields(POR_ENTIDAD[hoja.entidad])
        dichos = dict(zip(hoja.campos, map(cell_text, fila.celdas), strict=True))
        titulo = ": ".join(dichos[campo] for campo in nombran if dichos.get(campo))
        return _told(hoja.nombre, fila.renglon, titulo, self._dicho.get((hoja.nombre, fila.renglon), ()))

    def missing(self) -> list[FilaRecibida]:
        """Return what became of the records that no longer come."""
        return self._faltan


def _told(hoja: str, renglon: int, titulo: str, dicho: Sequence[tuple[Suerte, str]]) -> FilaRecibida:
    suertes = {suerte for suerte, _ in dicho}
    suerte = next(suerte for suerte in Suerte if suerte in suertes) if suertes else Suerte.IGUAL
    detalle = " ".join(detalle for _, detalle in dicho if detalle)
    return FilaRecibida(hoja=hoja, renglon=renglon, titulo=titulo, suerte=suerte, detalle=detalle)


def _taken(diferencia: Diferencia, *, both: bool) -> tuple[Suerte, str]:
    if diferencia.tipo is TipoDiferencia.NUEVO:
        return Suerte.AGREGADA, ""
    if diferencia.tipo in RETIRAN:
        return Suerte.RETIRADA, ""
    how = "se agregó a lo del proyecto" if both else "se tomó"
    return Suerte.ACTUALIZADA, f"{_field(diferencia)}{how} «{diferencia.texto}»."


def _field(diferencia: Diferencia) -> str:
    """Return which field a sentence is about, as it begins with it."""
    if not diferencia.campo:
        return ""
    return f"«{campos(POR_ENTIDAD[diferencia.entidad])[diferencia.campo].etiqueta}»: "
