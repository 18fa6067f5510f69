"""Format A: the Plan de Apertura Institucional, a row per dataset; each row repeats who answers for the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.sources import cells
from promueve_gui.adapters.sources.rows import useful_rows
from promueve_gui.domain.conjuntos_generados import es_institucional
from promueve_gui.domain.formato import citar
from promueve_gui.domain.importacion import ConjuntoLeido, Formato, Lectura, PersonaLeida
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Rol

if TYPE_CHECKING:
    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.adapters.sources.layouts import Encabezado
    from promueve_gui.adapters.sources.tables import Avance, Tabla
    from promueve_gui.domain.ficha import Valor

_COLUMNAS: tuple[tuple[str, str, cells.LectorCelda], ...] = (
    ("conjunto", "nombre", cells.nombre),
    ("descripcion", "descripcion", cells.parrafo),
    ("frecuencia", "frecuencia", cells.frecuencia),
    ("fecha", "fecha_publicacion", cells.dia),
)
_PERSONAS = ((Rol.ENLACE, "enlace"), (Rol.ADMINISTRADOR, "administrador"))


class LectorPlanApertura:
    """Reads one or more sheets with this layout into the same datasets."""

    def __init__(self, lectura: Lectura, reporte: Reporte) -> None:
        self._lectura = lectura
        self._reporte = reporte
        self._por_nombre: dict[str, ConjuntoLeido] = {}
        self._personas: set[tuple[str, ...]] = set()
        self._por_persona: dict[tuple[Rol, str], PersonaLeida] = {}  # by name and by address
        self._visiones: list[str] = []

    @staticmethod
    def formato(encabezado: Encabezado) -> Formato:
        """Return the one format of this layout."""
        del encabezado
        return Formato.PLAN_APERTURA

    def read(self, tabla: Tabla, encabezado: Encabezado, avance: Avance) -> None:
        """Read the rows of a table; may be called again for another sheet of the same file."""
        for renglon, celdas in useful_rows(tabla, encabezado, self._reporte, avance):
            self._read_people(renglon, celdas, encabezado)
            self._read_dataset(renglon, celdas, encabezado)

    def finish(self) -> None:
        """Do nothing more: each row was whole."""

    def _read_dataset(self, renglon: int, celdas: list[str], encabezado: Encabezado) -> None:
        valores: dict[str, Valor] = {}
        for clave, campo, leer in _COLUMNAS:
            indice = encabezado.donde(clave)
            valor, queja = leer(celdas[indice])
            if queja:
                self._reporte.celda(renglon, indice, celdas[indice], queja)
            if valor:
                valores[campo] = valor
        if "nombre" in valores:
            self._keep(renglon, encabezado.donde("conjunto"), valores)
        else:
            donde = encabezado.donde("conjunto")
            texto = "falta el nombre del conjunto; el renglón no se importó. Escríbalo, o borre el renglón"
            self._reporte.celda(renglon, donde, celdas[donde], texto)

    def _keep(self, renglon: int, indice: int, valores: dict[str, Valor]) -> None:
        nombre = str(valores["nombre"])
        if es_institucional(nombre):
            valores["institucional"] = True
        repetido = self._por_nombre.get(plegar(nombre))
        if repetido is None:
            conjunto = ConjuntoLeido(valores, "", renglon)
            self._por_nombre[plegar(nombre)] = conjunto
            self._lectura.conjuntos.append(conjunto)
            return
        repetido.valores = {**valores, **repetido.valores}
        texto = f"el conjunto ya estaba en el renglón {repetido.renglon}; de este se tomó solo lo que allá faltaba"
        self._reporte.celda(renglon, indice, nombre, texto)

    def _read_people(self, renglon: int, celdas: list[str], encabezado: Encabezado) -> None:
        vision = cells.parrafo(celdas[encabezado.donde("vision")])[0]
        if vision and vision not in self._visiones:
            self._visiones.append(vision)
            if len(self._visiones) > 1:
                texto = "la visión no es la de los renglones anteriores y no se tomó; deje una sola"
                self._reporte.celda(renglon, encabezado.donde("vision"), vision, texto)
            self._lectura.institucion.setdefault("vision", vision)
        for rol, clave in _PERSONAS:
            indices = [encabezado.donde(f"{clave}{parte}") for parte in ("", "_cargo", "_correo")]
            escrito = (rol.value, *(celdas[indice] for indice in indices))
            if escrito not in self._personas:
                self._personas.add(escrito)
                self._keep_person(renglon, rol, indices, celdas)

    def _keep_person(self, renglon: int, rol: Rol, indices: list[int], celdas: list[str]) -> None:
        nombre, cargo = (cells.nombre(celdas[indice])[0] for indice in indices[:2])
        correo, queja = cells.correo(celdas[indices[2]])
        if queja:
            self._reporte.celda(renglon, indices[2], celdas[indices[2]], queja)
        valores: dict[str, Valor] = {"nombre": nombre or correo, "rol": rol, "cargo": cargo, "correo": correo}
        llenos: dict[str, Valor] = {campo: valor for campo, valor in valores.items() if valor}
        if nombre or correo:
            anterior = self._known(rol, nombre, correo)
            if anterior is None:
                anterior = PersonaLeida(llenos, renglon)
                self._lectura.personas.append(anterior)
            else:
                self._compare(renglon, dict(zip(("cargo", "correo"), indices[1:], strict=True)), anterior, llenos)
            self._por_persona[rol, plegar(str(anterior.valores["nombre"]))] = anterior
            if correo:
                self._por_persona.setdefault((rol, correo.lower()), anterior)

    def _known(self, rol: Rol, nombre: str, correo: str) -> PersonaLeida | None:
        """Return who was named already: by the name or, where one of the two has none, by the address."""
        por_nombre = self._por_persona.get((rol, plegar(nombre or correo)))
        por_correo = self._por_persona.get((rol, correo.lower())) if correo else None
        if por_nombre or not por_correo:
            return por_nombre
        sin_nombre = not nombre or por_correo.valores["nombre"] == por_correo.valores.get("correo")
        return por_correo if sin_nombre else None

    def _compare(
        self, renglon: int, indices: dict[str, int], anterior: PersonaLeida, valores: dict[str, Valor]
    ) -> None:
        """Keep of a person named again only what was missing, and say what is different."""
        nombre = valores["nombre"] if valores["nombre"] != valores.get("correo") else anterior.valores["nombre"]
        if anterior.valores["nombre"] == anterior.valores.get("correo"):
            anterior.valores["nombre"] = nombre
        for campo, indice in indices.items():
            valor = valores.get(campo)
            if valor and plegar(str(anterior.valores.setdefault(campo, valor))) != plegar(str(valor)):
                donde = f"«{citar(str(nombre))}» ya estaba en el renglón {anterior.renglon}"
                texto = f"{donde} con otro {campo}, que se quedó; deje uno solo"
                self._reporte.celda(renglon, indice, str(valor), texto)
