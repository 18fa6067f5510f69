"""Format E: catalogues and inventories in JSON, and what CKAN answers to package_search and package_show."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from promueve_gui.adapters.sources import cells
from promueve_gui.adapters.sources.delimited import MAX_CELDAS
from promueve_gui.adapters.sources.json_values import (
    Campos,
    Objeto,
    Repetido,
    as_text,
    as_written,
    elements,
    made_object,
    objects,
    privado,
    publico,
    read_fields,
    repeated,
    whole_number,
)
from promueve_gui.adapters.sources.tables import Avance
from promueve_gui.domain.conjuntos_generados import es_institucional
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formato import citar
from promueve_gui.domain.importacion import ConjuntoLeido, Formato, Lectura, RecursoLeido
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.adapters.sources.tables import Progreso
    from promueve_gui.domain.ficha import Valor

_DEL_CATALOGO: Campos = (
    ("title", "nombre", cells.nombre),
    ("description", "descripcion", cells.parrafo),
    ("identifier", "identificador", cells.tal_cual),
    ("keyword", "palabras_clave", cells.linea),
    ("modified", "modificado", cells.fecha),
    ("public", "acceso", publico),
    ("accessLevel", "acceso", cells.acceso),
    ("accessLevelComment", "razon", cells.linea),
    ("publishDate", "fecha_publicacion", cells.fecha),
    ("publisher.name", "contacto", cells.linea),
    ("publisher.position", "contacto", cells.linea),
    ("contactPoint", "contacto", cells.linea),
    ("publisher.mbox", "correo_contacto", cells.correo),
    ("mbox", "correo_contacto", cells.correo),
    ("temporal", "periodo_cubierto", cells.linea),
    ("spatial", "cobertura", cells.linea),
    ("landingPage", "url", cells.tal_cual),
    ("accrualPeriodicity", "frecuencia", cells.frecuencia),
)
_DE_LA_DISTRIBUCION: Campos = (
    ("title", "nombre", cells.nombre),
    ("description", "descripcion", cells.parrafo),
    ("downloadURL", "url", cells.tal_cual),
    ("accessURL", "url", cells.tal_cual),
    ("mediaType", "formato", cells.linea),
    ("format", "formato", cells.linea),
    ("byteSize", "bytes", cells.entero),
    ("publishDate", "fecha", cells.fecha),
    ("public", "acceso", publico),
    ("temporal", "periodo_cubierto", cells.linea),
    ("spatial", "cobertura", cells.linea),
    ("accrualPeriodicity", "frecuencia", cells.frecuencia),
)
_DEL_PAQUETE: Campos = (
    ("title", "nombre", cells.nombre),
    ("name", "identificador", cells.tal_cual),
    ("notes", "descripcion", cells.parrafo),
    ("url", "url", cells.tal_cual),
    ("tags", "palabras_clave", cells.linea),
    ("private", "acceso", privado),
    ("maintainer_email", "correo_contacto", cells.correo),
    ("author_email", "correo_contacto", cells.correo),
    ("maintainer", "contacto", cells.linea),
    ("author", "contacto", cells.linea),
    ("metadata_modified", "modificado", cells.fecha),
    ("frequency", "frecuencia", cells.frecuencia),
)
_DE_LOS_EXTRAS: Campos = (
    ("frequency", "frecuencia", cells.frecuencia),
    ("frecuencia", "frecuencia", cells.frecuencia),
    ("accrualPeriodicity", "frecuencia", cells.frecuencia),
    ("mbox", "correo_contacto", cells.correo),
    ("contact_email", "correo_contacto", cells.correo),
    ("contact_name", "contacto", cells.linea),
    ("temporal", "periodo_cubierto", cells.linea),
    ("issued", "fecha_publicacion", cells.fecha),
    ("publishDate", "fecha_publicacion", cells.fecha),
    ("theme", "sector", cells.linea),
)
_DEL_RECURSO_CKAN: Campos = (
    ("name", "nombre", cells.nombre),
    ("id", "identificador", cells.tal_cual),
    ("description", "descripcion", cells.parrafo),
    ("url", "url", cells.tal_cual),
    ("format", "formato", cells.linea),
    ("size", "bytes", cells.entero),
    ("last_modified", "fecha", cells.fecha),
)


def read_json(texto: str, reporte: Reporte, progress: Progreso | None) -> Lectura:
    """Read a catalogue or inventory in JSON. Row numbers count the datasets from 1.

    Raises:
        UserError: ``fuente_json_invalido``, ``fuente_json_profundo``, ``fuente_no_reconocida`` or
            ``fuente_demasiadas_celdas``.
    """
    documento = _parse(texto, reporte.archivo)
    formato, paquetes = _packages(documento, reporte.archivo)
    lectura = Lectura(formato, problemas=reporte.problemas)
    _tell_repeated_around(documento, paquetes, reporte)
    lector = _LectorJson(lectura, reporte)
    avance = Avance(progress, len(paquetes))
    for numero, paquete in enumerate(paquetes, start=1):
        avance.paso(numero)
        lector.read(numero, paquete)
    if not paquetes:
        reporte.general("El archivo no trae ningún conjunto de datos; revise que sea el que buscaba.")
    return lectura


def _parse(texto: str, archivo: str) -> object:
    try:
        return json.loads(texto, parse_int=whole_number, object_pairs_hook=made_object)
    except RecursionError as error:
        raise UserError("fuente_json_profundo", archivo=archivo) from error
    except json.JSONDecodeError as error:
        raise UserError("fuente_json_invalido", archivo=archivo, renglon=error.lineno, columna=error.colno) from error


def _packages(documento: object, archivo: str) -> tuple[Formato, list[object]]:
    """Return the datasets of the document, and what stands among them, and which program's words they use."""
    raiz = documento if isinstance(documento, dict) else {"dataset": documento}
    respuesta = raiz.get("result")
    if isinstance(respuesta, dict) and isinstance(respuesta.get("results"), list):
        return Formato.CKAN, respuesta["results"]
    sueltos = next((lista for lista in (respuesta, raiz.get("dataset")) if objects(lista)), raiz)
    if any("resources" in paquete for paquete in objects(sueltos)):
        return Formato.CKAN, elements(sueltos)
    catalogo = objects(raiz.get("dataset"))
    if not any("title" in paquete or "identifier" in paquete for paquete in catalogo):
        raise UserError("fuente_no_reconocida", archivo=archivo)
    inventario = any("public" in paquete or "publishDate" in paquete for paquete in catalogo)
    return Formato.INVENTARIO_JSON if inventario else Formato.CATALOGO_JSON, elements(raiz["dataset"])


def _tell_repeated_around(documento: object, paquetes: list[object], reporte: Reporte) -> None:
    """Say which keys are there twice in the objects around the datasets."""
    for objeto in (documento, documento.get("result") if isinstance(documento, dict) else None):
        if isinstance(objeto, Repetido) and not any(objeto is paquete for paquete in paquetes):
            for clave, queja in objeto.quejas.items():
                reporte.general(f"El campo «{clave}» {queja}.")


def _area(paquete: Objeto) -> str:
    """Return the organisation that CKAN names: in an institution's own portal, its areas."""
    organizacion = paquete.get("organization")
    titulo = as_text(organizacion.get("title")) if isinstance(organizacion, dict) else ""
    return titulo or as_text(organizacion)


def _otra_cosa(valor: object, que: str) -> str:
    """Say that ``valor`` stands where the keys of a dataset or of a resource should."""
    dice = "está vacío" if valor is None else f"dice «{citar(as_written(valor))}»"
    return f"{dice} en lugar de traer los datos de {que}; no se importó. Revíselo, o bórrelo"


class _LectorJson:
    """Turns the datasets of a document, one by one, into what they say."""

    def __init__(self, lectura: Lectura, reporte: Reporte) -> None:
        self._lectura = lectura
        self._reporte = reporte
        self._por_identificador: dict[str, ConjuntoLeido] = {}
        self._usadas = 0
        self._numero = 0
        self._recurso = 0  # of the dataset, counted from 1; 0 while the dataset itself is read

    def read(self, numero: int, paquete: object) -> None:
        self._numero, self._recurso = numero, 0
        if not isinstance(paquete, dict):
            self._complain("", as_written(paquete), _otra_cosa(paquete, "un conjunto"))
            return
        if self._lectura.formato is Formato.CKAN:
            valores = {**self._extras(paquete), **read_fields(paquete, _DEL_PAQUETE, self._complain)}
            donde, campos = "resources", _DEL_RECURSO_CKAN
        else:
            valores = read_fields(paquete, _DEL_CATALOGO, self._complain)
            donde, campos = "distribution", _DE_LA_DISTRIBUCION
        self._tell_repeated(paquete, donde)
        recursos = elements(paquete.get(donde))
        self._count(len(paquete) + sum(map(len, objects(recursos))))
        valores.setdefault("nombre", valores.get("identificador") or "")
        if not valores["nombre"]:
            self._complain("title", "", "falta el título del conjunto; no se importó. Escríbalo")
            return
        conjunto = self._keep(ConjuntoLeido(valores, cells.linea(_area(paquete))[0], numero))
        conjunto.recursos += self._resources(recursos, campos)

    def _extras(self, paquete: Objeto) -> dict[str, Valor]:
        pares = {as_text(extra.get("key")): extra.get("value") for extra in objects(paquete.get("extras"))}
        return read_fields(pares, _DE_LOS_EXTRAS, self._complain)

    def _resources(self, recursos: list[object], campos: Campos) -> Iterator[RecursoLeido]:
        for self._recurso, recurso in enumerate(recursos, start=1):
            if not isinstance(recurso, dict):
                self._complain("", as_written(recurso), _otra_cosa(recurso, "un recurso"))
                continue
            self._tell_repeated(recurso)
            valores = read_fields(recurso, campos, self._complain)
            if valores:
                cells.name_resource(valores, partial(self._complain, campos[0][0]))
                yield RecursoLeido(valores, self._numero)
            else:
                self._complain("", "", "no dice nada de un recurso; no se importó. Complételo, o bórrelo")

    def _keep(self, conjunto: ConjuntoLeido) -> ConjuntoLeido:
        """Keep a dataset; the same again only adds its resources, and an identifier that is taken is left out."""
        nombre, identificador = str(conjunto.valores["nombre"]), str(conjunto.valores.get("identificador", ""))
        if es_institucional(nombre):
            conjunto.valores["institucional"] = True
        anterior = self._por_identificador.setdefault(identificador, conjunto) if identificador else conjunto
        if anterior is not conjunto:
            donde = f"el identificador «{identificador}» ya es del conjunto {anterior.renglon}"
            if plegar(str(anterior.valores["nombre"])) == plegar(nombre):
                juntos = "que es el mismo; se juntaron sus recursos y de este se tomó solo lo que allá faltaba"
                self._complain("identifier", identificador, f"{donde}, {juntos}")
                anterior.valores = {**conjunto.valores, **anterior.valores}
                return anterior
            self._complain("identifier", identificador, f"{donde}; este se importó sin él. Escriba uno distinto")
            del conjunto.valores["identificador"]
        self._lectura.conjuntos.append(conjunto)
        return conjunto

    def _count(self, cuantas: int) -> None:
        self._usadas += cuantas
        if self._usadas > MAX_CELDAS:
            raise UserError("fuente_demasiadas_celdas", archivo=self._reporte.archivo, limite=MAX_CELDAS)

    def _tell_repeated(self, objeto: Objeto, aparte: str = "") -> None:
        for clave, queja in repeated(objeto, aparte):
            self._complain(clave, "", queja)

    def _complain(self, clave: str, valor: str, queja: str) -> None:
        self._reporte.clave(self._numero, clave, valor, queja, recurso=self._recurso)
