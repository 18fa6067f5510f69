"""What stands side by side in OpenDocument, as it does in Word: links to the data and their codes, and contacts.

Paragraphs are made first, one below the other, and then put into tables, so that both formats say the same.
Standard: OASIS OpenDocument 1.3, part 3, sections 9 (tables) and 10.4 (frames).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from odfdo import Element

from promueve_gui.adapters.odt.styles import ANCHO
from promueve_gui.adapters.qr import qr_png
from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.side_by_side import ANCHA, COLUMNA_QR, LADO_QR, columns
from promueve_gui.domain.enriquecido import limpio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from odfdo import Document

    from promueve_gui.adapters.word.blocks import Parrafo

DATOS, CONTACTOS = "Datos, cada uno con su código QR", "Contactos"
_SANGRADO = 'fo:padding-left="0cm" fo:padding-right="0.3cm" fo:padding-top="0cm" fo:padding-bottom="0.1cm"'
_RAYA = "0.5pt solid #D9D9D9"
_VACIO = '<text:p text:style-name="Standard"/>'
_CODIGO = (
    '<text:p text:style-name="Standard"><draw:frame draw:name={nombre} text:anchor-type="as-char" '
    'svg:width="{lado}cm" svg:height="{lado}cm"><draw:image xlink:href={donde} xlink:type="simple" '
    'xlink:show="embed" xlink:actuate="onLoad"/><svg:desc></svg:desc></draw:frame></text:p>'
)


def side_by_side(document: Document, parrafos: Sequence[Parrafo], hechos: Sequence[Element]) -> list[Element]:
    """Return neighbours of one style, made already, in a table if that is where they stand; else as they are."""
    if any(parrafo.qr for parrafo in parrafos):
        filas = [[hecho, _code(document, parrafo.qr)] for parrafo, hecho in zip(parrafos, hechos, strict=True)]
        return [_table(document, DATOS, filas, (ANCHO - COLUMNA_QR, COLUMNA_QR))]
    if parrafos[0].estilo is Estilo.CONTACTO and len(parrafos) > 1:
        palabras = [max(map(len, parrafo.texto.split()), default=0) for parrafo in parrafos]
        anchos = columns(palabras, ANCHO, ANCHA)  # LibreOffice may have another letter than ours
        filas = [list(hechos[lugar : lugar + len(anchos)]) for lugar in range(0, len(hechos), len(anchos))]
        return [_table(document, CONTACTOS, filas, anchos, _RAYA)]
    return list(hechos)


def _code(document: Document, direccion: str) -> Element:
    """Return the code of an address, said in words too; an empty paragraph for none."""
    if not direccion:
        return Element.from_tag(_VACIO)
    donde = document.add_file(io.BytesIO(qr_png(direccion)))
    hecho = Element.from_tag(
        _CODIGO.format(nombre=quoteattr(donde.rpartition("/")[2]), donde=quoteattr(donde), lado=LADO_QR)
    )
    (dicho,) = hecho.get_elements("draw:frame/svg:desc")
    dicho.text = limpio(f"Código QR que abre {direccion}")
    return hecho


def _table(
    document: Document, titulo: str, filas: Sequence[Sequence[Element]], anchos: Sequence[float], raya: str = "none"
) -> Element:
    nombre = f"Promueve{titulo.partition(',')[0]}"
    tabla = Element.from_tag(f'<table:table table:name="{titulo}" table:style-name="{nombre}"/>')
    _style(document, nombre, "table", f'<style:table-properties style:width="{ANCHO}cm" table:align="left"/>')
    _style(document, f"{nombre}Fila", "table-row", '<style:table-row-properties fo:keep-together="always"/>')
    for lugar, borde in enumerate((raya, "none"), start=1):
        aspecto = f'<style:table-cell-properties {_SANGRADO} fo:border="none" fo:border-top="{borde}"/>'
        _style(document, f"{nombre}Celda{lugar}", "table-cell", aspecto)
    for lugar, ancho in enumerate(anchos, start=1):
        medida = f'<style:table-column-properties style:column-width="{ancho:.2f}cm"/>'
        _style(document, f"{nombre}Columna{lugar}", "table-column", medida)
        tabla.append(Element.from_tag(f'<table:table-column table:style-name="{nombre}Columna{lugar}"/>'))
    for lugar, fila in enumerate(filas):
        renglon = Element.from_tag(f'<table:table-row table:style-name="{nombre}Fila"/>')
        for columna in range(len(anchos)):
            celda = Element.from_tag(
                f'<table:table-cell table:style-name="{nombre}Celda{min(lugar, 1) + 1}" office:value-type="string"/>'
            )
            celda.append(fila[columna] if columna < len(fila) else Element.from_tag(_VACIO))
            renglon.append(celda)
        tabla.append(renglon)
    return tabla


def _style(document: Document, nombre: str, familia: str, dentro: str) -> None:
    xml = f'<style:style style:name="{nombre}" style:family="{familia}">{dentro}</style:style>'
    document.insert_style(xml, automatic=True)
