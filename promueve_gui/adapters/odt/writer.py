"""The door to OpenDocument: one content in, one .odt out, with the same paragraphs as in Word."""

from __future__ import annotations

from datetime import UTC
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from odfdo import Document, Header, Link, List, ListItem, Paragraph, Span

from promueve_gui.adapters.odt.styles import (
    ENFASIS,
    ENLACE,
    FUERTE,
    FUERTE_ENFASIS,
    NUMEROS,
    VINETAS,
    add_styles,
    code,
    page_lines,
    style_name,
)
from promueve_gui.adapters.odt.tables import side_by_side
from promueve_gui.adapters.word.blocks import Estilo, in_order
from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.stamp import properties, sheet_properties
from promueve_gui.application.content_formats import ODT
from promueve_gui.domain.campos_combinados import combinar, conjuntos_citados
from promueve_gui.domain.enriquecido import limpio
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.texto_devuelto import huella

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from odfdo import Element

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.adapters.word.text import Tramo
    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

_NIVELES = {Estilo.SECCION: 1, Estilo.APARTADO: 2}
_LISTAS = {Estilo.SUMARIO: VINETAS, Estilo.VINETA: VINETAS, Estilo.NUMERO: NUMEROS}
_LETRAS = {(True, True): FUERTE_ENFASIS, (True, False): FUERTE, (False, True): ENFASIS}
_PRUEBA = "Thumbnails/thumbnail.png"  # of the empty document that the library begins with


def write_odt(contenido: Contenido, entrega: Entrega, path: Path) -> None:
    """Write ``contenido`` as .odt at ``path``. Raises ``OSError`` when that cannot be."""
    document = Document("text")
    document.del_part(_PRUEBA)
    document.body.clear()
    add_styles(document, entrega.proyecto)
    _describe(document, contenido, entrega)
    for _, iguales in groupby(in_order(compose(contenido, entrega.proyecto)), key=attrgetter("estilo")):
        parrafos = list(iguales)
        for elemento in side_by_side(document, parrafos, elements(parrafos)):
            document.body.append(elemento)
    document.save(path)


def elements(parrafos: Iterable[Parrafo]) -> list[Element]:
    """Return paragraphs as elements of OpenDocument; neighbours of a list are one list."""
    hechos: list[Element] = []
    for (estilo, lista), iguales in groupby(parrafos, key=lambda p: (p.estilo, _LISTAS.get(p.estilo, ""))):
        if lista:
            hechos.append(_list(lista, list(iguales)))
        elif estilo in _NIVELES:
            hechos += [_filled(_heading(estilo), p.tramos) for p in iguales]
        else:
            hechos += [_filled(Paragraph(style=style_name(estilo)), p.tramos) for p in iguales]
    return hechos


def _heading(estilo: Estilo) -> Header:
    made = Header(_NIVELES[estilo])
    made.set_attribute("text:style-name", style_name(estilo))  # the library forgets the one it is given
    return made


def _list(nombre: str, parrafos: Sequence[Parrafo]) -> List:
    lista = List(style=code(nombre))
    for parrafo in parrafos:
        item = ListItem()
        item.append(_filled(Paragraph(style=style_name(parrafo.estilo)), parrafo.tramos))
        lista.append(item)
    inicio = parrafos[0].numero
    if inicio > 1:
        first = lista.get_element("text:list-item")
        if first is not None:
            first.set_attribute("text:start-value", str(inicio))
    return lista


def _filled(elemento: Paragraph | Header, tramos: Iterable[Tramo]) -> Paragraph | Header:
    for tramo in tramos:
        texto, letras = limpio(tramo.texto), _LETRAS.get((tramo.fuerte, tramo.enfasis))
        if tramo.enlace:
            enlace = Link(tramo.enlace, style=code(ENLACE), visited_style=code(ENLACE))
            enlace.append(Span(texto, style=code(letras or ENLACE)))
            elemento.append(enlace)
        elif letras:
            elemento.append(Span(texto, style=code(letras)))
        else:
            elemento.append_plain_text(texto)
    return elemento


def _describe(document: Document, contenido: Contenido, entrega: Entrega) -> None:
    """Say what the document is: title, author, subject, key words, language and dates (in UTC), and the stamp."""
    proyecto, momento = entrega.proyecto, entrega.momento.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    conjuntos = conjuntos_citados(contenido, proyecto)
    claves = [dicho for c in conjuntos for dicho in (c.nombre, c.palabras_clave) if dicho]
    meta = document.meta
    meta.title = _line(combinar(contenido.nombre, contenido, proyecto))
    meta.subject = contenido.tipo.etiqueta if contenido.tipo else ""
    meta.keyword = _line(", ".join(claves))
    meta.creator = meta.initial_creator = _line(contenido.autor.strip() or _institution(proyecto))
    meta.language = "es-MX"
    meta.generator = "Promueve"
    meta.creation_date = meta.date = momento
    exportacion = entrega.exportacion(f"{ODT.clave}:{contenido.id}")
    hoja = sheet_properties([huella(linea) for linea in ("", *page_lines(proyecto))])
    for nombre, valor in (properties(contenido, proyecto, exportacion) | hoja).items():
        meta.set_user_defined_metadata(nombre, valor)


def _institution(proyecto: Proyecto) -> str:
    institucion = proyecto.unico(Institucion)
    return institucion.nombre if institucion else ""


def _line(texto: str) -> str:
    return " ".join(limpio(texto).split())
