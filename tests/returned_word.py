"""Contents that leave a project in Word and come back edited, for the tests of those who receive them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document

from promueve_gui import bootstrap
from promueve_gui.application.export_documents import Entrega, documento_de
from promueve_gui.domain.contenidos import Contenido
from tests.adapters.word.devueltos import delete_tracked, insert_tracked, paragraph, say, without_marks
from tests.adapters.word.muestras import BOLETIN, CAMINOS, HISTORIA, INSTITUCION, MOMENTO, PERSONA, PUENTES, RESERVADO

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document as WordDocument

    from promueve_gui.application.session import Session

RECORDS = (INSTITUCION, PERSONA, PUENTES, CAMINOS, RESERVADO, BOLETIN, HISTORIA)


def leave(session: Session, path: Path, contenido: str = BOLETIN.id) -> Path:
    """Export a content as the program does, and note it."""
    found = session.proyecto.get(Contenido, contenido)
    assert found is not None
    documento = documento_de(found)
    entrega, position = Entrega(proyecto=session.snapshot(), momento=MOMENTO), session.position
    bootstrap.build_exporter().export(documento, entrega, path)
    session.record_export(documento.identidad, path.name, position, entrega.exportacion(documento.identidad))
    return path


def edit(path: Path, work: Callable[[WordDocument], object]) -> Path:
    """Work on a file as somebody in Word would, and save it."""
    document = Document(str(path))
    work(document)
    document.save(str(path))
    return path


def review(document: WordDocument) -> None:
    """Do what Comunicación Social does to a bulletin: words, a tracked change, a paragraph out, and a comment."""
    say(paragraph(document, "Abre la Secretaría"), "Abre", "Publica")
    segundo = paragraph(document, "Durante la etapa")
    document.add_comment(segundo.runs, text="¿De dónde sale este dato?", author="Laura Ejemplo", initials="LE")
    say(segundo, "nueve municipios", "doce municipios")
    insert_tracked(segundo, " La lista completa está en el portal.")
    delete_tracked(paragraph(document, "Con esta publicación"), mark=True)


def anonymous(document: WordDocument) -> None:
    """Take away all by which a file is known, as pasting its text into another document does."""
    without_marks(document)
    relaciones = document.part.package.rels
    for clave in [clave for clave, r in relaciones.items() if "custom-properties" in r.reltype]:
        del relaciones[clave]
