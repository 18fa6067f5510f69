"""Trying a letterhead on choosing it: what it lacks, and what Promueve does about it, a sentence each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from promueve_gui.adapters.word.container import is_template, read_container
from promueve_gui.adapters.word.direction import set_direction
from promueve_gui.adapters.word.external import fetched_kinds, without_externals
from promueve_gui.adapters.word.letterhead import damage_told, open_parts
from promueve_gui.adapters.word.margins import give_air, leaves_little
from promueve_gui.adapters.word.metadata import IDIOMA
from promueve_gui.adapters.word.own_text import own_text
from promueve_gui.adapters.word.page import complete_page
from promueve_gui.adapters.word.place import MARCA, content_place, is_in_fixed_row, mark_in_box, marked_place
from promueve_gui.adapters.word.placeholders import MARCAS
from promueve_gui.adapters.word.protection import is_protected
from promueve_gui.adapters.word.style_table import RECETAS
from promueve_gui.adapters.word.styles import has_style, style_ids
from promueve_gui.adapters.word.tracked import accept_changes, has_changes
from promueve_gui.domain.campos_combinados import enumerar
from promueve_gui.domain.formato import citar
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_CAMPO = re.compile(r"\{[^\W\d]\w{0,39}\}")
_CABE = 120  # characters of what stays that are quoted
FUERA = {
    "image": "Buscaba imágenes fuera del archivo, y no se usan: péguelas dentro del documento.",
    "hyperlink": "Tenía ligas que no son de una página ni de un correo, y quedan como texto.",
    "attachedTemplate": "Estaba ligado a otra plantilla, y se desligó.",
    "mailMergeSource": "Estaba unido a una lista de destinatarios, y se desunió.",
    "oleObject": "Tenía objetos de otros programas, y queda solo su imagen.",
}
HOJA = "No dice el tamaño de la hoja; se usa carta."
MARGENES = "No dice los márgenes o no dejan lugar para escribir; se usan de 2.5 cm."
SIN_IDIOMA = "No dice en qué idioma está; los documentos salen en español de México."
OTRO_IDIOMA = "Su idioma es otro ({idioma}); los documentos salen en español de México."
SIN_LUGAR = (
    "No señala dónde va el texto: el que tenía se quita, y quedan las imágenes, tablas y controles con que empieza. "
    "Para conservarlo, escriba {contenido} en el renglón donde debe ir el contenido."
)
EN_LA_MUESTRA = (
    "No señala dónde va el texto: va en el lugar de su texto de muestra, que se quita. Para elegir otro, escriba "
    "{contenido} en el renglón donde debe ir el contenido."
)
VARIAS = (
    "Señala más de un lugar para el texto; va en el primero que está solo en su renglón, y las demás marcas se quitan."
)
NO_SOLA = "Su marca {contenido} no está sola en un renglón del texto: no señala ningún lugar, y se quita."
FILA_FIJA = "El texto va en un renglón de tabla de alto fijo, que lo cortaría; en los documentos crece con el texto."
AIRE = "Su encabezado llega hasta el texto; los documentos salen con un poco de espacio debajo de él."
QUEDA = "Sus tablas y controles conservan su texto: «{texto}». Si es de muestra, bórrelo en Word."
PLANTILLA = "Es una plantilla de Word (.dotx); cada contenido sale como documento (.docx)."
PROTEGIDO = "Estaba protegido contra cambios; los documentos salen sin protección para que puedan revisarse."
CAMBIOS = "Tiene cambios marcados que nadie aceptó; en los documentos se dan por aceptados."
EN_CUADRO = "Señala el lugar del texto dentro de un cuadro, que no crece con él; el texto va debajo del cuadro."
AL_REVES = "Sus estilos escriben de derecha a izquierda; los documentos salen de izquierda a derecha."
ALTO = "Su encabezado y su pie dejan al texto menos de media hoja: los documentos salen con más páginas."
ESTILOS = "No tiene {cuales}; se {agregan} con la letra del membrete."
CAMPOS = "Tiene campos que Promueve no conoce y deja como están: {campos}."


def review_letterhead(data: bytes) -> tuple[str, ...]:
    """Return what a letterhead lacks and how it is made up for; nothing when it is complete.

    Raises:
        UserError: ``membrete_…``, when it cannot serve.
    """
    partes = read_container(data)
    limpias = without_externals(partes)
    with damage_told():
        return tuple(_sentences(data, partes, open_parts(limpias)))


def _sentences(data: bytes, partes: Mapping[str, bytes], document: WordDocument) -> Iterator[str]:
    con_estilos = any(r.reltype == RT.STYLES for r in document.part.rels.values())  # before python-docx makes them up
    if is_template(data):
        yield PLANTILLA
    fuera = fetched_kinds(partes)
    yield from (frase for tipo, frase in FUERA.items() if tipo in fuera)
    if is_protected(document):
        yield PROTEGIDO
    if has_changes(document):
        yield CAMBIOS
        accept_changes(document)
    if mark_in_box(document):
        yield EN_CUADRO
    yield from _page(document)
    yield from _styles(document)
    if set_direction(document, style_ids(document)):
        yield AL_REVES
    yield from _language(document, con_estilos=con_estilos)
    yield from _text(document)
    lugar = content_place(document).paragraph_format.element
    if give_air(document, lugar):
        yield AIRE
    if leaves_little(document, lugar):
        yield ALTO


def _page(document: WordDocument) -> Iterator[str]:
    hoja, margenes = complete_page(document)
    if hoja:
        yield HOJA
    if margenes:
        yield MARGENES


def _styles(document: WordDocument) -> Iterator[str]:
    recetas = [receta for receta in RECETAS.values() if not receta.propio]
    faltan = [f"«{receta.en_word}»" for receta in recetas if not has_style(document, receta)]
    if faltan:
        uno = len(faltan) == 1
        cuales = f"{'el estilo' if uno else 'los estilos'} {enumerar(faltan)}"
        yield ESTILOS.format(cuales=cuales, agregan="agrega" if uno else "agregan")


def _language(document: WordDocument, *, con_estilos: bool) -> Iterator[str]:
    """Yield what is amiss with the language; ``con_estilos`` tells whether the letterhead brings styles of its own."""
    dichos = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    if not (dichos and con_estilos):
        yield SIN_IDIOMA
    elif dichos[0].lower() != IDIOMA.lower():
        yield OTRO_IDIOMA.format(idioma=dichos[0])


def _text(document: WordDocument) -> Iterator[str]:
    todo = [own_text(parrafo) for parrafo in document.element.body.iter(qn("w:p"))]
    marcas = list(_marks(document))
    lugar = marked_place(document)
    con_lugar = lugar is not None
    sin_lugar = any(texto.strip() for texto in todo) and not con_lugar
    for part in document.part.package.iter_parts():
        raiz = getattr(part, "element", None)
        if raiz is not None and raiz is not document.element:
            todo += [own_text(parrafo) for parrafo in raiz.iter(qn("w:p"))]
    if marcas and not con_lugar:
        yield NO_SOLA
    elif len(marcas) > 1 or (marcas and not any(map(MARCA.fullmatch, marcas))):
        yield VARIAS
    if lugar is not None and is_in_fixed_row(lugar):
        yield FILA_FIJA
    if sin_lugar:
        yield from _without_place(document)
    ajenos = [campo for campo in dict.fromkeys(_CAMPO.findall("\n".join(todo))) if plegar(campo) not in MARCAS]
    if ajenos:
        yield CAMPOS.format(campos=", ".join(ajenos))


def _marks(document: WordDocument) -> Iterator[str]:
    """Yield every mark for the content, with what stands beside it in its line; not those in text boxes."""
    for part in document.part.package.iter_parts():
        raiz = getattr(part, "element", None)
        for parrafo in raiz.iter(qn("w:p")) if raiz is not None else ():
            texto = plegar(own_text(parrafo)).strip()
            if MARCA.search(texto) and not _in_a_box(parrafo):
                yield texto


def _without_place(document: WordDocument) -> Iterator[str]:
    """Yield what becomes of the text of a letterhead that does not say where the content goes."""
    lugar = content_place(document).paragraph_format.element
    al_final = lugar.getparent() is document.element.body and lugar.getnext() is not None
    yield SIN_LUGAR if al_final and lugar.getnext().tag == qn("w:sectPr") else EN_LA_MUESTRA
    quedan = " ".join(p.text for p in document.element.body.iter(qn("w:p")) if not _in_a_box(p)).strip()
    if quedan:
        yield QUEDA.format(texto=citar(quedan, _CABE))


def _in_a_box(parrafo: BaseOxmlElement) -> bool:
    return next(parrafo.iterancestors(qn("w:txbxContent")), None) is not None
