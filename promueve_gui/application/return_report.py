"""What people read of returned workbooks: each difference in words, what a file brings, and what came of them all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.domain.alcance import MAPA, PLAN, naming_fields
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.cotejo import where
from promueve_gui.domain.diferencias import RETIRAN, Decision, TipoDiferencia
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from promueve_gui.application.received import Recibido
    from promueve_gui.domain.diferencias import Devolucion, Diferencia
    from promueve_gui.domain.ficha import Valor
    from promueve_gui.domain.proyecto import Proyecto

# How many of each kind, in the singular and in the plural.
_CUENTAS: Mapping[TipoDiferencia, tuple[str, str]] = {
    TipoDiferencia.NUEVO: ("nuevo", "nuevos"),
    TipoDiferencia.CAMBIO: ("cambio", "cambios"),
    TipoDiferencia.CONFLICTO: ("en conflicto", "en conflicto"),
    TipoDiferencia.FALTANTE: ("que ya no viene", "que ya no vienen"),
    TipoDiferencia.TACHADO: ("tachado", "tachados"),
    TipoDiferencia.VALOR: ("que no se entiende", "que no se entienden"),
    TipoDiferencia.RENGLON: ("por confirmar", "por confirmar"),
}
NADA = "Sin diferencias"
NADA_QUE_TOMAR = "Nada que tomar"
EN_LOS_PROBLEMAS = "Ningún dato cambia; los problemas dicen lo que el archivo trae y no se tomó."
SIN_ELEGIR = "Falta elegir el contenido"
BLANCO = "(en blanco)"
NO_VIENE = "(ya no viene)"
OUTCOME = "Si toma lo del archivo, quedará"
WITHDRAWN = "Retirado del proyecto; se puede deshacer"


@frozen(kw_only=True)
class Dicha:
    """A difference in words: the record, which of its data, what was sent, what each side says, and where it stands.

    ``corto`` is the place as spreadsheets name it («Grupos · C7»); ``resultado`` what the field would say if the
    file's side were taken, where that is not what stands in its cell.
    """

    registro: str
    dato: str
    enviado: str
    suyo: str
    nuestro: str
    lugar: str
    corto: str
    mensaje: str = ""
    resultado: str = ""


def told(diferencia: Diferencia, proyecto: Proyecto) -> Dicha:
    """Return a difference in words."""
    tipo = POR_ENTIDAD[diferencia.entidad]
    lugar = diferencia.lugar
    celda = f"{lugar.columna}{lugar.renglon}" if lugar.renglon else ""
    enviado, suyo, nuestro = _sides(diferencia, proyecto)
    return Dicha(
        registro=diferencia.titulo,
        dato=campos(tipo)[diferencia.campo].etiqueta if diferencia.campo else tipo.SINGULAR.capitalize(),
        enviado=enviado,
        suyo=suyo,
        nuestro=nuestro,
        lugar=where(lugar),
        corto=" · ".join(filter(None, (lugar.hoja, celda))),
        mensaje=diferencia.mensaje,
        resultado=_taken(diferencia, proyecto),
    )


def _sides(diferencia: Diferencia, proyecto: Proyecto) -> tuple[str, str, str]:
    """Return what was sent, what the file says and what the project says."""
    if diferencia.tipo in RETIRAN:
        return diferencia.titulo, diferencia.texto or NO_VIENE, diferencia.titulo
    if diferencia.tipo is TipoDiferencia.NUEVO:
        parecido = proyecto.titulo(diferencia.entidad, diferencia.parecido) if diferencia.parecido else ""
        return "", _cells(diferencia), f"Se parece a «{parecido}»" if parecido else ""
    if not diferencia.campo:
        return "", diferencia.texto, ""
    return (
        _shown(diferencia, diferencia.base, proyecto),
        diferencia.texto or BLANCO,
        _shown(diferencia, diferencia.nuestro, proyecto) or BLANCO,
    )


def _cells(diferencia: Diferencia) -> str:
    """Return what the row of a new record says besides its name."""
    descritos = campos(POR_ENTIDAD[diferencia.entidad])
    nombran = naming_fields(POR_ENTIDAD[diferencia.entidad])
    otros = {campo: texto for campo, texto in diferencia.dichos.items() if campo not in nombran}
    return "; ".join(f"{descritos[campo].etiqueta}: {texto}" for campo, texto in otros.items())


def _shown(diferencia: Diferencia, valor: Valor, proyecto: Proyecto) -> str:
    campo = campos(POR_ENTIDAD[diferencia.entidad])[diferencia.campo]
    return "" if valor is None else mostrar(campo, valor, proyecto)


def _taken(diferencia: Diferencia, proyecto: Proyecto) -> str:
    """Return what would stand in the project, where that is not what stands in the cell."""
    if diferencia.tipo in RETIRAN:
        return WITHDRAWN
    if diferencia.tipo is not TipoDiferencia.VALOR or not diferencia.campo or not diferencia.valores:
        return ""
    return _shown(diferencia, diferencia.suyo, proyecto)


def decision_on(diferencia: Diferencia, decididas: Mapping[str, Decision]) -> Decision:
    """Return what is going to be done with a difference: what was decided or, if nothing was, what is certain."""
    return decididas.get(diferencia.clave, Decision.TOMAR if diferencia.cierta else Decision.ESPERAR)


def counted(diferencias: Iterable[Diferencia]) -> Counter[TipoDiferencia]:
    """Return how many differences there are of each kind."""
    return Counter(diferencia.tipo for diferencia in diferencias)


def brought(devolucion: Devolucion) -> str:
    """Return what a file brings, in a few words: «2 nuevos, 3 cambios, 1 en conflicto»."""
    if devolucion.sin_elegir:
        return SIN_ELEGIR
    cuentas = counted(devolucion.diferencias)
    partes = [contado(cuentas[tipo], *_CUENTAS[tipo]) for tipo in _CUENTAS if cuentas[tipo]]
    if not partes and devolucion.problemas:
        return f"{NADA_QUE_TOMAR}, {contado(len(devolucion.problemas), 'problema', 'problemas')}"
    return ", ".join(partes) or NADA


def told_problems(problemas: Sequence[object]) -> str:
    """Return the words of a button that shows problems."""
    return f"Ver {contado(len(problemas), 'problema', 'problemas')}"


def whose(devolucion: Devolucion, proyecto: Proyecto) -> str:
    """Return whose a file is: the name of its area or the title of its content; empty while nobody knows."""
    if devolucion.contenido is not None:
        return proyecto.titulo(Contenido.ENTIDAD, devolucion.contenido)
    return proyecto.titulo(AreaGeneradora.ENTIDAD, devolucion.area)


def waiting(devolucion: Devolucion, decididas: Mapping[str, Decision]) -> int:
    """Return how many differences of a file would be left as doubts."""
    return sum(
        not diferencia.cierta and decision_on(diferencia, decididas) is Decision.ESPERAR
        for diferencia in devolucion.diferencias
    )


def put_off(devolucion: Devolucion, decididas: Mapping[str, Decision]) -> int:
    """Return how many differences that are certain wait for the file to come again: they leave no doubt behind."""
    return sum(
        diferencia.cierta and decision_on(diferencia, decididas) is Decision.ESPERAR
        for diferencia in devolucion.diferencias
    )


def summary(recibidos: Sequence[Recibido]) -> str:
    """Return what came of a batch: «Se recibieron 12 formatos: 40 grupos nuevos, 12 cambios, 3 dudas.»."""
    cuantos = len(recibidos)
    clases = {recibido.documento.partition(":")[0] for recibido in recibidos}
    documentos = [recibido.es_texto for recibido in recibidos]
    if any(documentos):
        nombre = "documento" if all(documentos) else "archivo"
    else:
        nombre = "formato" if clases.isdisjoint({MAPA, PLAN}) else "libro"
    principio = f"{'Se recibió' if cuantos == 1 else 'Se recibieron'} {contado(cuantos, nombre, f'{nombre}s')}"
    cambios = sum(recibido.cambios for recibido in recibidos)
    dudas = sum(recibido.dudas for recibido in recibidos)
    partes = [*_new(recibidos), *_count(cambios, "cambio", "cambios"), *_count(dudas, "duda", "dudas")]
    return f"{principio}: {', '.join(partes)}." if partes else f"{principio}; no cambió nada."


def _new(recibidos: Sequence[Recibido]) -> list[str]:
    partes, nuevos = [], Counter[str]()
    for recibido in recibidos:
        nuevos.update(recibido.nuevos)
    for entidad, tipo in POR_ENTIDAD.items():
        nuevo = "nueva" if tipo.FEMENINO else "nuevo"
        partes += _count(nuevos[entidad], f"{tipo.SINGULAR} {nuevo}", f"{tipo.PLURAL} {nuevo}s")
    return partes


def _count(cuantos: int, uno: str, varios: str) -> list[str]:
    return [contado(cuantos, uno, varios)] if cuantos else []
