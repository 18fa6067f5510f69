"""What the document says about itself: title, author, subject, key words, language and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.text import clean
from promueve_gui.domain.campos_combinados import combinar, conjuntos_citados
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as WordDocument

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

IDIOMA = "es-MX"
_LARGO = 255  # the longest that the format allows
_TEXTO_VACIO = ("comments", "category", "content_status", "identifier", "version")


def describe_letter(document: WordDocument, titulo: str, proyecto: Proyecto, momento: datetime) -> None:
    """Fill in the core properties of a letter. ``momento`` is in UTC."""
    institucion = proyecto.unico(Institucion)
    nombre = institucion.nombre if institucion else ""
    textos = {"title": titulo, "author": nombre, "last_modified_by": nombre, "language": IDIOMA}
    _set(document, textos, momento)


def describe(document: WordDocument, contenido: Contenido, proyecto: Proyecto, momento: datetime) -> None:
    """Fill in the core properties, none of the letterhead's own left behind. ``momento`` is in UTC."""
    institucion = proyecto.unico(Institucion)
    nombre = institucion.nombre if institucion else ""
    conjuntos = conjuntos_citados(contenido, proyecto)
    claves = [*(conjunto.nombre for conjunto in conjuntos), *(conjunto.palabras_clave for conjunto in conjuntos)]
    textos = {
        "title": combinar(contenido.nombre, contenido, proyecto),
        "author": contenido.autor or nombre,
        "subject": contenido.tipo.etiqueta if contenido.tipo else "",
        "keywords": ", ".join(clave for clave in claves if clave),
        "last_modified_by": nombre,
        "language": IDIOMA,
    }
    _set(document, textos, momento)


def _set(document: WordDocument, textos: dict[str, str], momento: datetime) -> None:
    core = document.core_properties
    for propiedad, texto in (dict.fromkeys(_TEXTO_VACIO, "") | textos).items():
        setattr(core, propiedad, " ".join(clean(texto).split())[:_LARGO])
    core.created = core.modified = momento.replace(tzinfo=None)
    core.revision = 1


def set_language(document: WordDocument) -> None:
    """Make Spanish of Mexico the language of every style, so that Word's spell-checker reads the text as such."""
    estilos = document.styles.element
    defaults = estilos.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = parse_xml(f"<w:docDefaults {nsdecls('w')}/>")
        estilos.insert(0, defaults)
    for etiqueta in ("w:rPrDefault", "w:rPr", "w:lang"):
        hijo = defaults.find(qn(etiqueta))
        if hijo is None:
            hijo = parse_xml(f"<{etiqueta} {nsdecls('w')}/>")
            defaults.insert(0 if etiqueta == "w:rPrDefault" else len(defaults), hijo)
        defaults = hijo
    for idioma in [*estilos.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))]:
        idioma.set(qn("w:val"), IDIOMA)
