"""Formats B and C: the Inventario Institucional, alone or with the plan's frequency; a row per resource.

Rows of one dataset need not be together; a row with the same names as another is still another resource.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.adapters.sources import cells
from promueve_gui.adapters.sources.layouts import normalize_title
from promueve_gui.adapters.sources.rows import useful_rows
from promueve_gui.adapters.sources.tables import column_letter, shorten
from promueve_gui.domain.conjuntos_generados import es_institucional
from promueve_gui.domain.importacion import ConjuntoLeido, Formato, Lectura, RecursoLeido
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Acceso

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.adapters.sources.layouts import Encabezado
    from promueve_gui.adapters.sources.tables import Avance, Reporte, Tabla
    from promueve_gui.domain.ficha import Valor

_EJEMPLO = re.compile(r"\s*ej\s?\.?\s?\d{1,2}\s?[.:)-]", re.IGNORECASE)
_SOLO_EN_B = "en caso de ser datos publicos"  # part of the date's title that the shorter layout leaves out
_DE_MAS_A_MENOS = (Acceso.PUBLICO, Acceso.RESTRINGIDO, Acceso.PRIVADO)
_COLUMNAS: tuple[tuple[str, str, cells.LectorCelda], ...] = (
    ("recurso", "nombre", cells.linea),
    ("descripcion", "descripcion", cells.parrafo),
    ("acceso", "acceso", cells.acceso),
    ("razon", "razon", cells.linea_repetida),
    ("plataforma", "plataforma", cells.linea_repetida),
    ("fecha", "fecha", cells.fecha),
    ("frecuencia", "frecuencia", cells.frecuencia),
    ("responsable", "responsable", cells.linea_repetida),
)


class LectorInventario:
    """Reads one or more sheets with this layout into the same datasets."""

    def __init__(self, lectura: Lectura, reporte: Reporte) -> None:
        self._lectura = lectura
        self._reporte = reporte
        self._por_escrito: dict[tuple[str, str], ConjuntoLeido] = {}  # by dataset and area, as written
        self._de_varias: set[int] = set()  # datasets of several areas, told of once each
        self._por_nombre: dict[str, ConjuntoLeido] = {}
        self._indices: dict[str, int] = {}

    @staticmethod
    def formato(encabezado: Encabezado) -> Formato:
        """Tell the inventory alone from the one that is a plan too, by what only one of them has."""
        titulo = (
            normalize_title(encabezado.celdas[encabezado.indices["fecha"]]) if "fecha" in encabezado.indices else ""
        )
        solo_inventario = "frecuencia" not in encabezado.indices and _SOLO_EN_B in titulo
        return Formato.INVENTARIO if solo_inventario else Formato.INVENTARIO_PLAN

    def read(self, tabla: Tabla, encabezado: Encabezado, avance: Avance) -> None:
        """Read the rows of a table; may be called again for another sheet of the same file."""
        self._indices = encabezado.indices
        if "responsable" in self._indices and not self._lectura.columna_area:
            self._lectura.columna_area = column_letter(self._indices["responsable"])
        columnas = [
            (encabezado.indices[clave], campo, leer) for clave, campo, leer in _COLUMNAS if clave in self._indices
        ]
        conjunto, responsable = self._indices["conjunto"], encabezado.donde("responsable")
        for hechos, (renglon, celdas) in enumerate(useful_rows(tabla, encabezado, self._reporte)):
            avance.paso(hechos)
            if celdas[responsable][:4].strip()[:2].lower() == "ej" and _EJEMPLO.match(celdas[responsable]):
                self._reporte.celda(
                    renglon, responsable, celdas[responsable], "es un renglón de ejemplo; no se importó"
                )
                continue
            leido = self._dataset(renglon, celdas[conjunto], celdas[responsable])
            if leido:
                leido.recursos.append(RecursoLeido(self._values(renglon, celdas, columnas, leido), renglon))

    def finish(self) -> None:
        """Say of each dataset what all its resources say together."""
        for conjunto in self._lectura.conjuntos:
            _summarize(conjunto)

    def _dataset(self, renglon: int, escrito: str, responsable: str) -> ConjuntoLeido | None:
        return self._por_escrito.get((escrito, responsable)) or self._first_of_its_kind(renglon, escrito, responsable)

    def _first_of_its_kind(self, renglon: int, escrito: str, responsable: str) -> ConjuntoLeido | None:
        """Find or make the dataset of a row that names it, or its area, in a way not yet seen."""
        nombre, area = cells.linea(escrito)[0], cells.linea(responsable)[0]
        if not nombre:
            texto = "falta el nombre del conjunto; el renglón no se importó. Escríbalo, o borre el renglón"
            self._reporte.celda(renglon, self._indices["conjunto"], responsable, texto)
            return None
        conjunto = self._por_nombre.get(plegar(nombre))
        if conjunto is None:
            conjunto = self._new(renglon, nombre, area)
        else:
            self._compare(renglon, conjunto, nombre, area)
        self._por_escrito[escrito, responsable] = conjunto
        return conjunto

    def _new(self, renglon: int, nombre: str, area: str) -> ConjuntoLeido:
        conjunto = ConjuntoLeido({"nombre": nombre}, area, renglon)
        if es_institucional(nombre):
            conjunto.valores["institucional"] = True
        self._por_nombre[plegar(nombre)] = conjunto
        self._lectura.conjuntos.append(conjunto)
        return conjunto

    def _compare(self, renglon: int, conjunto: ConjuntoLeido, nombre: str, area: str) -> None:
        """Say that rows written differently were taken for one dataset, so that nothing is joined in silence."""
        anterior = str(conjunto.valores["nombre"])
        if anterior != nombre:
            texto = f"antes se escribió «{shorten(anterior)}» y se tomaron como el mismo conjunto; use un solo nombre"
            self._reporte.celda(renglon, self._indices["conjunto"], nombre, texto)
        if area and conjunto.area and plegar(area) != plegar(conjunto.area) and id(conjunto) not in self._de_varias:
            self._de_varias.add(id(conjunto))
            texto = (
                f"«{shorten(nombre)}» ya estaba a cargo de «{shorten(conjunto.area)}» y quedó con esa área; "
                "si son dos conjuntos, deles nombres distintos"
            )
            self._reporte.celda(renglon, self._indices["responsable"], area, texto)
        conjunto.area = conjunto.area or area

    def _values(
        self,
        renglon: int,
        celdas: list[str],
        columnas: list[tuple[int, str, cells.LectorCelda]],
        conjunto: ConjuntoLeido,
    ) -> dict[str, Valor]:
        valores: dict[str, Valor] = {}
        for indice, campo, leer in columnas:
            if celdas[indice]:
                valor, queja = leer(celdas[indice])
                if valor:
                    valores[campo] = valor
                if queja:
                    self._reporte.celda(renglon, indice, celdas[indice], queja)
        if "nombre" not in valores:
            self._name_after(renglon, conjunto, valores)
        if cells.es_tipo_mime(valores.get("plataforma")):
            valores["formato"] = valores.pop("plataforma")
        self._check(renglon, celdas, valores)
        return valores

    def _name_after(self, renglon: int, conjunto: ConjuntoLeido, valores: dict[str, Valor]) -> None:
        valores["nombre"] = conjunto.valores["nombre"]
        if "recurso" in self._indices:
            texto = "falta el nombre del recurso y se usó el del conjunto; escríbalo"
            self._reporte.celda(renglon, self._indices["recurso"], "", texto)

    def _check(self, renglon: int, celdas: list[str], valores: dict[str, Valor]) -> None:
        """Hold the row to the inventory's own rules: a date if public, a reason if not."""
        publico = valores.get("acceso")
        if "razon" in valores and cells.no_aplica(str(valores["razon"])):
            del valores["razon"]
        if publico is Acceso.PUBLICO:
            if "fecha" not in valores:
                self._require(renglon, celdas, "fecha", _FALTA_FECHA)
        elif publico:
            if "razon" not in valores:
                self._require(renglon, celdas, "razon", _FALTA_RAZON)
        elif "acceso" in self._indices:
            valores["acceso"] = None
            self._require(renglon, celdas, "acceso", _FALTA_ACCESO)

    def _require(self, renglon: int, celdas: list[str], clave: str, texto: str) -> None:
        """Report an empty cell that had to be filled; a cell that could not be read was reported already."""
        indice = self._indices.get(clave, -1)
        if indice >= 0 and cells.no_aplica(celdas[indice]):
            self._reporte.celda(renglon, indice, celdas[indice], texto)


_FALTA_FECHA = "falta la fecha de publicación, obligatoria si los datos son públicos; escríbala como AAAA-MM"
_FALTA_RAZON = "falta la razón por la que los datos no son públicos; escríbala"
_FALTA_ACCESO = "falta decir si los datos son públicos; escriba Público, Restringido o Privado"


def _summarize(conjunto: ConjuntoLeido) -> None:
    """Fill the dataset from its resources: the most open access, the first date, and what all of them share."""
    vistos: dict[str, list[Valor]] = {}
    for recurso in conjunto.recursos:
        for campo, valor in recurso.valores.items():
            vistos.setdefault(campo, []).append(valor)
    resumen = {campo: resumir(vistos[campo]) for campo, resumir in _RESUMENES if campo in vistos}
    for campo in _COMPARTIDOS:
        if len(vistos.get(campo, ())) == len(conjunto.recursos) and len(set(vistos[campo])) == 1:
            resumen[campo] = vistos[campo][0]
    if resumen.get("acceso") is Acceso.PUBLICO:
        resumen.pop("razon", None)
    if "fecha" in resumen:
        resumen["fecha_publicacion"] = resumen.pop("fecha")
    conjunto.valores.update(resumen)


def _most_open(accesos: list[Valor]) -> Valor:
    return next((acceso for acceso in _DE_MAS_A_MENOS if acceso in accesos), None)


def _earliest(fechas: list[Valor]) -> Valor:
    return min(fecha for fecha in fechas if isinstance(fecha, date))


_COMPARTIDOS = ("descripcion", "plataforma")
_RESUMENES: tuple[tuple[str, Callable[[list[Valor]], Valor]], ...] = (
    ("acceso", _most_open),
    ("razon", lambda razones: razones[0]),
    ("frecuencia", lambda frecuencias: Counter(frecuencias).most_common(1)[0][0]),
    ("fecha", _earliest),
)
