"""«Diccionario»: what each column of a sheet means, with an example, its type and what may be written in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.adapters.excel.layout import Columna
from promueve_gui.adapters.excel.tabla import add_table
from promueve_gui.application.ayuda import Ayuda
from promueve_gui.domain.ficha import Campo, Registro, Tipo
from promueve_gui.domain.formato import ESCALA_MAXIMA, NO, SI
from promueve_gui.domain.institucion import CitaGuia
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import SEPARADOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.domain.proyecto import Proyecto

Ayudas: TypeAlias = Callable[[str], Mapping[str, Ayuda]]

TIPOS = {
    Tipo.TEXTO: "Texto",
    Tipo.TEXTO_LARGO: "Texto largo",
    Tipo.CORREO: "Correo electrónico",
    Tipo.URL: "Dirección web",
    Tipo.ENTERO: "Número entero",
    Tipo.ESCALA: "Escala del 1 al 5",
    Tipo.BOOLEANO: "Sí o No",
    Tipo.FECHA: "Fecha (dd/mm/aaaa)",
    Tipo.OPCION: "Una opción de la lista",
    Tipo.OPCIONES: "Una o varias opciones, separadas por punto y coma",
    Tipo.REFERENCIA: "Un nombre de la lista",
    Tipo.REFERENCIAS: "Uno o varios nombres, separados por punto y coma",
}
_COLUMNAS = tuple(
    Columna(clave=clave, campo=Campo(etiqueta, Tipo.TEXTO), fijo=ancho)
    for clave, etiqueta, ancho in (
        ("columna", "Columna", 24),
        ("ayuda", "Qué significa", 50),
        ("ejemplo", "Ejemplo", 32),
        ("tipo", "Tipo de dato", 22),
        ("requerido", "¿Es obligatoria?", 13),
        ("valores", "Valores que admite", 36),
        ("cita", "De dónde viene", 34),
    )
)


def add_dictionary(
    libro: Libro,
    hoja: Worksheet,
    tipo: type[Registro],
    columnas: Sequence[Columna],
    ayudas: Ayudas,
    proyecto: Proyecto,
) -> None:
    """Explain on ``hoja`` the columns of a table of ``tipo``; hidden ones are not mentioned."""
    textos = ayudas(tipo.ENTIDAD)
    citas = {cita.clave: cita.cita for cita in proyecto.activos(CitaGuia)}
    visibles = [columna for columna in columnas if not columna.oculta]
    renglones = [_explain(columna, textos.get(columna.clave, Ayuda(columna.ayuda, "")), citas) for columna in visibles]
    add_table(libro, hoja, _COLUMNAS, renglones, len(renglones))


def _explain(columna: Columna, ayuda: Ayuda, citas: Mapping[str, str]) -> list[Dato]:
    campo = columna.campo
    return [
        campo.etiqueta,
        ayuda.ayuda,
        ayuda.ejemplo,
        TIPOS[campo.tipo],
        "Se calcula" if columna.derivada else SI if campo.requerido else NO,
        _allowed(campo),
        citas.get(ayuda.cita, ""),
    ]


def _allowed(campo: Campo) -> str:
    """Return the values that a field admits, or what its references point at; empty when it is free."""
    if campo.opciones:
        return SEPARADOR.join(opcion.etiqueta for opcion in campo.opciones)
    if campo.destino:
        tipo = POR_ENTIDAD[campo.destino]
        return f"{tipo.PLURAL.capitalize()} del proyecto"
    if campo.tipo is Tipo.ESCALA:
        return SEPARADOR.join(str(grado) for grado in range(1, ESCALA_MAXIMA + 1))
    return f"{SI}; {NO}" if campo.tipo is Tipo.BOOLEANO else ""
