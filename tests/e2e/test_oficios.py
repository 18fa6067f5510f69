"""Oficios as the program writes them: from the templates that ship, and from those that somebody changed in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document

from promueve_gui import bootstrap
from promueve_gui.application.export_documents import Entrega
from promueve_gui.application.letterheads import read_letterheads
from promueve_gui.application.letters import PLANTILLAS, letter_documents
from promueve_gui.bootstrap import places
from promueve_gui.domain.institucion import Membrete
from tests.adapters.word.muestras import BOLETIN, INSTITUCION, MEMBRETES, project

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.export_documents import Resultado
    from promueve_gui.domain.proyecto import Proyecto


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a folder of templates of its own."""
    monkeypatch.setattr(places, "settings_path", lambda: tmp_path / "ajustes" / "ventana.ini")


def export(proyecto: Proyecto, folder: Path, membretes: dict[str, bytes] | None = None) -> Resultado:
    """Write every letter of a project."""
    entrega = Entrega(proyecto=proyecto, momento=bootstrap.now(), membretes=membretes or {})
    return bootstrap.build_letter_exporter().export_all(letter_documents(proyecto), entrega, folder)


def said(path: Path) -> str:
    """Return the text of a document."""
    return "\n".join(parrafo.text for parrafo in Document(str(path)).paragraphs)


def test_letters_say_everything_and_leave_no_field_behind(tmp_path: Path) -> None:
    oficio, carta = export(project(BOLETIN), tmp_path).escritos
    assert f"se remite comunicado «{BOLETIN.nombre}»" in said(oficio)
    assert [campo for campo in "{}" if campo in said(oficio) + said(carta)] == []
    assert BOLETIN.url in said(carta)
    encabezado = Document(str(oficio)).sections[0].header.paragraphs[0].text
    assert encabezado == f"{INSTITUCION.siglas}  |  {INSTITUCION.nombre}"


def test_the_letterhead_of_the_institution_is_used(tmp_path: Path) -> None:
    membrete = Membrete(id="m", nombre="De la casa", archivo="sha", predeterminado=True)
    proyecto = project(BOLETIN, membrete)
    data = (MEMBRETES / "espanol.docx").read_bytes()
    hechos = export(proyecto, tmp_path, read_letterheads(proyecto, lambda _sha: data)).escritos
    encabezados = {Document(str(path)).sections[0].header.paragraphs[0].text for path in hechos}
    assert encabezados == {"Instituto de Aguas de Temporal"}


def test_templates_are_shared_once_and_changes_to_them_are_kept_and_used(tmp_path: Path) -> None:
    folder = bootstrap.share_templates()
    assert {path.name for path in folder.iterdir()} == {f"{plantilla.clave}.docx" for plantilla in PLANTILLAS}
    document = Document()
    document.add_paragraph("Va «{titulo}», con mis palabras.")
    document.save(str(folder / "oficio.docx"))
    assert bootstrap.share_templates() == folder
    oficio, carta = export(project(BOLETIN), tmp_path / "salida").escritos
    assert said(oficio) == f"Va «{BOLETIN.nombre}», con mis palabras."
    assert "A quien corresponda" in said(carta)


def test_a_template_that_was_spoiled_is_said_and_the_others_are_written(tmp_path: Path) -> None:
    (bootstrap.share_templates() / "oficio.docx").write_bytes(b"otra cosa")
    hecho = export(project(BOLETIN), tmp_path / "salida")
    assert [path.name.split(" - ")[0] for path in hecho.escritos] == ["Carta de presentación"]
    assert [error.code for error in hecho.fallidos] == ["plantilla_no_sirve"]
