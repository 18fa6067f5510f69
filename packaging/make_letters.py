"""Makes the templates of oficios and letters that ship: `python packaging/make_letters.py`.

They are what anybody would type in Word: paragraphs with fields between braces. The same code makes the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from letterheads.zips import packed, parts_of, without

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

FOLDER = Path(__file__).resolve().parent.parent / "recursos" / "plantillas"
RIGHT, LEFT = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
# Each line: text, alignment, bold, points before it.
Line = tuple[str, WD_ALIGN_PARAGRAPH, bool, int]

HEAD: tuple[Line, ...] = (
    ("Oficio núm. {numero_oficio}", RIGHT, True, 0),
    ("{ciudad}, a {hoy}", RIGHT, False, 0),
)
TO: tuple[Line, ...] = (
    ("{destinatario}", LEFT, True, 18),
    ("{cargo_destinatario}", LEFT, True, 0),
    ("Presente", LEFT, True, 0),
)
SIGNED: tuple[Line, ...] = (
    ("Sin otro particular, le envío un cordial saludo.", LEFT, False, 10),
    ("Atentamente", LEFT, True, 24),
    ("{remitente}", LEFT, True, 48),
    ("{cargo_remitente}", LEFT, False, 0),
    ("{correo_remitente}", LEFT, False, 0),
)
OFICIO_1 = (
    "Por este medio le remito la propuesta «{titulo}», preparada con datos abiertos de esta institución, para su "
    "revisión y, en su caso, su difusión por los medios de la institución."
)
OFICIO_2 = (
    "Trata de estos datos: {conjunto}. Se pueden consultar y descargar sin registro en {url}. Los genera esta área: "
    "{area}."
)
OFICIO_3 = (
    "Le agradeceré que los cambios se hagan sobre el documento de Word adjunto, con el control de cambios activado, "
    "y que nos lo devuelva por correo a {contacto}. Para cualquier duda técnica puede escribir a {contacto_tecnico} "
    "({correo_tecnico})."
)
OFICIO: tuple[Line, ...] = (
    *HEAD,
    ("Asunto: se remite {tipo} «{titulo}» para su difusión", RIGHT, False, 0),
    *TO,
    (OFICIO_1, LEFT, False, 18),
    (OFICIO_2, LEFT, False, 10),
    (OFICIO_3, LEFT, False, 10),
    *SIGNED,
)
PRESENTACION_1 = (
    "En {siglas} publicamos en formato abierto estos datos: {conjunto}. Cualquier persona puede consultarlos, "
    "descargarlos y usarlos con libertad, sin registro y sin costo, en {url}."
)
PRESENTACION_2 = (
    "Con esta carta le presentamos «{titulo}», que explica qué contienen los datos, cómo se han usado y en qué "
    "pueden ayudarle. Nos interesa conocer su opinión: qué le sirve, qué le falta y qué otros datos necesita."
)
PRESENTACION: tuple[Line, ...] = (
    ("{ciudad}, a {hoy}", RIGHT, False, 0),
    ("A quien corresponda", LEFT, True, 18),
    (PRESENTACION_1, LEFT, False, 18),
    (PRESENTACION_2, LEFT, False, 10),
    ("Puede escribirnos a {contacto}; responderemos todas las recomendaciones que recibamos.", LEFT, False, 10),
    *SIGNED,
)
AREA_1 = (
    "Como parte del plan de promoción de datos abiertos {anio} de {siglas}, daremos a conocer los datos que genera "
    "el área a su cargo: {conjuntos}."
)
AREA_2 = (
    "Le pido su apoyo para que el personal a su cargo revise los textos antes de publicarlos, indique quiénes usan "
    "o podrían usar esos datos, y atienda las preguntas que se reciban. Puede comunicarse con nosotros en "
    "{contacto}."
)
AREA: tuple[Line, ...] = (
    *HEAD,
    ("Asunto: promoción de los datos abiertos del área", RIGHT, False, 0),
    *TO,
    (AREA_1, LEFT, False, 18),
    (AREA_2, LEFT, False, 10),
    *SIGNED,
)
FOR_WORD_2010 = "word/stylesWithEffects.xml"  # its styles a second time, which no other program reads
LETTERS = {"oficio": OFICIO, "carta-presentacion": PRESENTACION, "carta-area": AREA}


def letter(lines: tuple[Line, ...]) -> WordDocument:
    """Return a document with a paragraph per line."""
    document = Document()
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "es-MX")
    for text, alignment, bold, before in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(text).bold = bold or None
        paragraph.alignment = alignment
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(0)
        paragraph.paragraph_format.line_spacing = 1.1
    return document


def main() -> int:
    """Write every template."""
    for name, lines in LETTERS.items():
        path = FOLDER / f"{name}.docx"
        path.write_bytes(packed(without(parts_of(letter(lines)), FOR_WORD_2010)))
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
