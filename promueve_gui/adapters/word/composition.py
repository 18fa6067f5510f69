"""Which paragraphs a content becomes, type by type (dominio §6). Decides order and wording, never looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, Parrafo, labelled, paragraphs, rich_paragraphs
from promueve_gui.adapters.word.closing import contact_lines, data_lines
from promueve_gui.adapters.word.sheet import compose_sheet
from promueve_gui.adapters.word.stamp import above, of_field
from promueve_gui.adapters.word.text import Tramo, lines
from promueve_gui.domain.campos_combinados import combinar, combinar_rico, conjuntos_citados, enumerar
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.datos_fijados import como_se_aprobo
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.lugar_y_fecha import LUGAR_Y_FECHA
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.proyecto import Proyecto

CIERRE = "-oOo-"
_NUMERO = "Comunicado No. "
_APARTADOS = ("antecedentes", "retos", "solucion", "resultados")
_VINETAS = "•·*-–— \t"


def compose(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return the paragraphs of any content; a field that is empty leaves nothing behind, not even its label."""
    componer: dict[TipoContenido, Callable[[Contenido, Proyecto], list[Parrafo]]] = {
        TipoContenido.BOLETIN: _comunicado,
        TipoContenido.HISTORIA: _historia,
    }
    hacer = componer.get(contenido.tipo or TipoContenido.PRESENTACION, compose_sheet)
    return hacer(contenido, como_se_aprobo(contenido, proyecto))


def _comunicado(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return a press bulletin in the order of dominio §6, «Comunicado»."""

    def texto(estilo: Estilo, campo: str) -> list[Parrafo]:
        return of_field(campo, paragraphs(estilo, combinar(getattr(contenido, campo), contenido, proyecto)))

    def rico(estilo: Estilo, campo: str) -> list[Parrafo]:
        return of_field(campo, rich_paragraphs(estilo, combinar_rico(getattr(contenido, campo), contenido, proyecto)))

    return [
        *_identificacion(contenido, proyecto),
        *texto(Estilo.TITULO, "nombre"),
        *of_field("sumarios", _sumarios(combinar(contenido.sumarios, contenido, proyecto))),
        *rico(Estilo.TEXTO, "entrada"),
        *rico(Estilo.TEXTO, "cuerpo"),
        *rico(Estilo.CITA, "cita"),
        *data_lines(contenido, proyecto),
        *paragraphs(Estilo.CIERRE, CIERRE),
        *contact_lines(contenido, proyecto, prensa=True),
    ]


def _identificacion(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    institucion = proyecto.unico(Institucion)
    area, ciudad = (institucion.direccion_comunicacion, institucion.ciudad) if institucion else ("", "")
    fecha = fecha_larga(contenido.fecha) if contenido.fecha else ""
    lugar_y_fecha = ", ".join(parte for parte in (contenido.lugar or ciudad, fecha) if parte)

    def fuertes(texto: str) -> list[Parrafo]:
        return [Parrafo(Estilo.IDENTIFICACION, (Tramo(line, fuerte=True),)) for line in lines(texto)]

    return [
        *fuertes(area),
        *of_field("numero", fuertes(_numero(contenido.numero)), _NUMERO),
        *of_field(LUGAR_Y_FECHA, paragraphs(Estilo.IDENTIFICACION, lugar_y_fecha)),
    ]


def _numero(numero: str) -> str:
    """Return «Comunicado No. 012/2026»; a number typed with its own word keeps it."""
    escrito = numero.strip()
    return f"{_NUMERO}{escrito}" if plegar(escrito)[:1].isdigit() else escrito


def _sumarios(texto: str) -> list[Parrafo]:
    sin_vineta = "\n".join(line.lstrip(_VINETAS) for line in lines(texto))
    return paragraphs(Estilo.SUMARIO, sin_vineta)


def _historia(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return a story of use: its credits, its four parts, the data and whom to ask (dominio §6)."""
    etiquetas = {nombre: campo.etiqueta for nombre, campo in campos(Contenido).items()}
    conjuntos = enumerar([conjunto.nombre for conjunto in conjuntos_citados(contenido, proyecto)])
    creditos = {
        etiquetas["autor"]: contenido.autor,
        etiquetas["fecha"]: fecha_larga(contenido.fecha) if contenido.fecha else "",
        etiquetas["sector"]: contenido.sector,
        etiquetas["conjuntos"]: conjuntos,
    }
    propios = {etiquetas[campo]: campo for campo in ("autor", "sector")}
    compuestos = of_field("nombre", paragraphs(Estilo.TITULO, combinar(contenido.nombre, contenido, proyecto)))
    for etiqueta, valor in creditos.items():
        credito = labelled(Estilo.CREDITO, f"{etiqueta}:", " ", [valor])
        compuestos += of_field(propios.get(etiqueta, ""), credito, f"{etiqueta}: ")
    for apartado in _APARTADOS:
        texto = rich_paragraphs(Estilo.TEXTO, combinar_rico(getattr(contenido, apartado), contenido, proyecto))
        titulo = above(apartado, paragraphs(Estilo.SECCION, etiquetas[apartado]))
        compuestos += [*titulo, *of_field(apartado, texto)] if texto else []
    return [
        *compuestos,
        *data_lines(contenido, proyecto),
        *contact_lines(contenido, proyecto, prensa=False),
    ]
