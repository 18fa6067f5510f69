"""Format D: the ``ds:``/``rs:`` catalogue; a row per dataset, followed by a row per resource with the same identifier.

The source of direct URLs and contact e-mails.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from promueve_gui.adapters.sources import cells
from promueve_gui.adapters.sources.rows import useful_rows
from promueve_gui.domain.conjuntos_generados import es_institucional
from promueve_gui.domain.importacion import ConjuntoLeido, Formato, Lectura, RecursoLeido
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.adapters.sources.layouts import Encabezado
    from promueve_gui.adapters.sources.tables import Avance, Tabla
    from promueve_gui.domain.ficha import Valor

_Columnas = tuple[tuple[str, str, cells.LectorCelda], ...]
_DEL_CONJUNTO: _Columnas = (
    ("ds:title", "nombre", cells.nombre),
    ("ds:description", "descripcion", cells.parrafo),
    ("ds:keyword", "palabras_clave", cells.linea),
    ("ds:modified", "modificado", cells.dia),
    ("ds:contactPoint", "contacto", cells.linea),
    ("ds:mbox", "correo_contacto", cells.correo),
    ("ds:accessLevel", "acceso", cells.acceso),
    ("ds:accessLevelComment", "razon", cells.linea),
    ("ds:temporal", "periodo_cubierto", cells.linea),
    ("ds:spatial", "cobertura", cells.linea),
    ("ds:landingPage", "url", cells.tal_cual),
    ("ds:accrualPeriodicity", "frecuencia", cells.frecuencia),
)
_DEL_RECURSO: _Columnas = (
    ("rs:title", "nombre", cells.nombre),
    ("rs:description", "descripcion", cells.parrafo),
    ("rs:downloadURL", "url", cells.tal_cual),
    ("rs:mediaType", "formato", cells.linea),
    ("rs:byteSize", "bytes", cells.entero),
    ("rs:temporal", "periodo_cubierto", cells.linea),
    ("rs:spatial", "cobertura", cells.linea),
    ("rs:accrualPeriodicity", "frecuencia", cells.frecuencia),
)


class LectorCatalogo:
    """Reads one or more sheets with this layout into the same datasets."""

    def __init__(self, lectura: Lectura, reporte: Reporte) -> None:
        self._lectura = lectura
        self._reporte = reporte
        self._por_identificador: dict[str, ConjuntoLeido] = {}
        self._ultimo: ConjuntoLeido | None = None
        self._sueltos: list[tuple[str, int, RecursoLeido]] = []

    @staticmethod
    def formato(encabezado: Encabezado) -> Formato:
        """Return the one format of this layout."""
        del encabezado
        return Formato.CATALOGO

    def read(self, tabla: Tabla, encabezado: Encabezado, avance: Avance) -> None:
        """Read the rows of a table; may be called again for another sheet of the same file."""
        donde = encabezado.donde("ds:identifier")
        for renglon, celdas in useful_rows(tabla, encabezado, self._reporte, avance):
            identificador = cells.tal_cual(celdas[donde])[0]
            conjunto = self._values(renglon, celdas, encabezado, _DEL_CONJUNTO)
            recurso = self._values(renglon, celdas, encabezado, _DEL_RECURSO)
            if "nombre" in conjunto:
                self._dataset(renglon, donde, identificador, conjunto)
            if recurso:
                cells.name_resource(recurso, partial(self._reporte.celda, renglon, encabezado.donde("rs:title")))
                self._resource(renglon, donde, identificador, RecursoLeido(recurso, renglon))
            elif "nombre" not in conjunto:
                texto = (
                    "no dice el nombre de un conjunto ni de un recurso; no se importó. Complételo o borre el renglón"
                )
                self._reporte.renglon(renglon, identificador, texto)

    def finish(self) -> None:
        """Put the resources that came before their dataset where they belong; nothing is lost."""
        for identificador, donde, recurso in self._sueltos:
            conjunto = self._por_identificador.get(identificador)
            if conjunto is None:
                texto = (
                    f"ningún conjunto tiene el identificador «{identificador}»; se creó uno con ese nombre. Revíselo"
                )
                self._reporte.celda(recurso.renglon, donde, identificador, texto)
                conjunto = self._new(recurso.renglon, {"nombre": identificador, "identificador": identificador})
                self._por_identificador[identificador] = conjunto
            conjunto.recursos.append(recurso)

    def _values(self, renglon: int, celdas: list[str], encabezado: Encabezado, columnas: _Columnas) -> dict[str, Valor]:
        valores: dict[str, Valor] = {}
        for clave, campo, leer in columnas:
            indice = encabezado.donde(clave)
            if not celdas[indice]:
                continue
            valor, queja = leer(celdas[indice])
            if queja:
                self._reporte.celda(renglon, indice, celdas[indice], queja)
            if valor or (campo == "acceso" and queja):
                valores[campo] = valor
        return valores

    def _new(self, renglon: int, valores: dict[str, Valor]) -> ConjuntoLeido:
        if es_institucional(str(valores["nombre"])):
            valores["institucional"] = True
        conjunto = ConjuntoLeido(valores, "", renglon)
        self._lectura.conjuntos.append(conjunto)
        return conjunto

    def _dataset(self, renglon: int, donde: int, identificador: str, valores: dict[str, Valor]) -> None:
        """Keep a dataset; a second one with the same identifier loses it, unless it is the same dataset."""
        anterior = self._por_identificador.get(identificador) if identificador else None
        nombre = str(valores["nombre"])
        if anterior and plegar(str(anterior.valores["nombre"])) == plegar(nombre):
            otros_datos = any(anterior.valores.get(campo, valor) != valor for campo, valor in valores.items())
            if anterior is not self._ultimo or not anterior.recursos or otros_datos:
                texto = (
                    f"el conjunto ya estaba en el renglón {anterior.renglon}; de este se tomó solo lo que allá faltaba"
                )
                self._reporte.celda(renglon, donde, identificador, texto)
            anterior.valores = {**valores, **anterior.valores}
            self._ultimo = anterior
            return
        if anterior:
            texto = (
                f"el identificador «{identificador}» ya es del conjunto del renglón {anterior.renglon}; "
                "este se importó sin identificador. Escriba uno distinto"
            )
            self._reporte.celda(renglon, donde, identificador, texto)
        elif identificador:
            valores["identificador"] = identificador
        self._ultimo = self._new(renglon, valores)
        if identificador:
            self._por_identificador[identificador] = self._ultimo

    def _resource(self, renglon: int, donde: int, identificador: str, recurso: RecursoLeido) -> None:
        conjunto = self._por_identificador.get(identificador) if identificador else self._ultimo
        if conjunto:
            conjunto.recursos.append(recurso)
        elif identificador:
            self._sueltos.append((identificador, donde, recurso))
        else:
            texto = "el recurso no dice de qué conjunto es; no se importó. Escriba el identificador del conjunto"
            self._reporte.celda(renglon, donde, "", texto)
