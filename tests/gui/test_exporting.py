"""Exporting through the window: one document or all, noted in the bitácora, and never half of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel, QLineEdit

from promueve_gui.application.deliverables import deliverables
from promueve_gui.bootstrap import places
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.flow import ENTREGABLES, USUARIOS
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.exporting import NO_FOLDER, NOTHING, export, show_templates
from tests.gui.desk import press, type_text
from tests.gui.outside import opened_outside

if TYPE_CHECKING:
    from tests.gui.desk import Desk

RECORDS = (
    Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026),
    AreaGeneradora(id="a", nombre="Dirección de Aguas"),
    Persona(id="p", nombre="Inés Robles", correo="ines@ejemplo.gob.mx"),
    GrupoUsuarios(id="g", nombre="Pescadores de la ribera", area="a"),
    Contacto(id="k", nombre="Úrsula Pardo", correo="ursula@ejemplo.mx", grupo="g"),
    LineaPlan(id="l", nombre="Mesa con pescadores", persona="p"),
    Contenido(id="b", nombre="Nuevos aforos", tipo=TipoContenido.BOLETIN, cuerpo="Se publican los aforos."),
    Contenido(id="h", nombre="La ribera", tipo=TipoContenido.HISTORIA),
    Contenido(id="r", nombre="Mensaje", tipo=TipoContenido.REDES),
)
MAPA, PLAN = "Mapa de usuarios SRP 2026.xlsx", "Plan de promoción SRP 2026.xlsx"


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make(RECORDS))
    return desk


def ask(desk: Desk, what: str, answer: Path | None) -> None:
    """Export, answering where, and wait until it is over."""
    desk.answers.answer(answer)
    export(desk.window, what)
    desk.settle()


def banner(desk: Desk) -> str:
    return desk.window.banner.accessibleName() if desk.window.banner.isVisible() else ""


def cells(path: Path) -> str:
    """Return every text of a book."""
    book = load_workbook(path, read_only=True)
    values = [str(v) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for v in row if v]
    book.close()
    return "\n".join(values)


def states(desk: Desk) -> dict[str, str]:
    return {e.titulo: e.estado for e in deliverables(desk.project.proyecto, desk.project.exports())}


@pytest.mark.parametrize(
    ("what", "name", "titulo", "said"),
    [
        ("mapa", MAPA, "Mapa de usuarios", "Pescadores de la ribera"),
        ("plan", PLAN, "Plan de promoción", "Mesa con pescadores"),
    ],
)
def test_a_book_is_written_where_it_was_asked_noted_and_told(
    opened: Desk, what: str, name: str, titulo: str, said: str
) -> None:
    path = opened.folder / f"{what}.xlsx"
    ask(opened, what, path)
    assert opened.answers.said == [name]
    assert said in cells(path)
    newest = opened.project.session.history()[0]
    assert (newest.accion, newest.detalle.endswith(path.name)) == ("exportar", True)
    assert banner(opened) == f"Se exportó el documento «{path.name}»."


def test_a_document_under_its_own_name_appears_in_entregables_as_exported(opened: Desk) -> None:
    opened.wizard.go(ENTREGABLES)
    assert "todavía no" in states(opened)["Mapa de usuarios"]
    ask(opened, "mapa", opened.folder / MAPA)
    assert "exportado el" in states(opened)["Mapa de usuarios"]
    page = opened.wizard.page_of(ENTREGABLES)
    assert any("exportado el" in label.text() for label in page.findChildren(QLabel))


def test_a_document_under_another_name_appears_as_exported_too(opened: Desk) -> None:
    titulo = next(c.nombre for c in opened.project.proyecto.todos(Contenido) if c.id == "b")
    ask(opened, "word:b", opened.folder / "para prensa.docx")
    assert "exportado el" in states(opened)[titulo]
    assert opened.project.session.history()[0].detalle == f"{titulo}: para prensa.docx"


def test_thinking_better_of_it_writes_and_notes_nothing(opened: Desk) -> None:
    before = len(opened.project.session.history())
    for what in ("mapa", "todo", "word:b"):
        ask(opened, what, None)
    assert len(opened.project.session.history()) == before
    assert list(opened.folder.glob("*.xlsx")) + list(opened.folder.glob("*.docx")) == []


def test_data_of_persons_go_only_when_they_are_asked_for(opened: Desk) -> None:
    without, with_them = opened.folder / "sin.xlsx", opened.folder / "con.xlsx"
    ask(opened, "plan", without)
    ask(opened, "plan+personales", with_them)
    assert "Inés Robles" not in cells(without)
    assert "Inés Robles" in cells(with_them)


def test_one_content_leaves_as_word(opened: Desk) -> None:
    path = opened.folder / "boletín.docx"
    ask(opened, "word:b", path)
    text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert "Nuevos aforos" in text
    assert "Se publican los aforos." in text
    assert opened.answers.said[0].endswith(".docx")


def test_a_content_that_is_gone_is_not_asked_about(opened: Desk) -> None:
    export(opened.window, "word:otro")
    assert opened.answers.said == []


def test_everything_goes_to_a_folder_and_all_of_it_is_noted(opened: Desk) -> None:
    folder = opened.folder / "entrega"
    folder.mkdir()
    ask(opened, "todo", folder)
    written = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert [name for name in written if name.endswith(".xlsx")] == [MAPA, PLAN]
    assert len([name for name in written if name.endswith(".docx")]) == 3
    assert all("exportado el" in estado for estado in states(opened).values())
    assert banner(opened) == "Se exportaron los documentos en la carpeta «entrega»."


def test_the_contents_alone(opened: Desk) -> None:
    folder = opened.folder / "textos"
    folder.mkdir()
    ask(opened, "word", folder)
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} == {".docx"}


def test_without_contents_there_is_nothing_to_ask(desk: Desk) -> None:
    desk.open(desk.make(RECORDS[:2]))
    export(desk.window, "word")
    assert desk.answers.said == [NOTHING]
    assert NOTHING.startswith("Todavía no hay contenidos que exportar a Word.")


def test_oficios_and_letters_go_to_a_folder_and_are_noted(opened: Desk) -> None:
    folder = opened.folder / "cartas"
    folder.mkdir()
    ask(opened, "oficios", folder)
    written = {path.name for path in folder.rglob("*.docx")}
    assert written == {
        f"{kind} - {title}.docx"
        for kind in ("Oficio a Comunicación Social", "Carta de presentación")
        for title in ("Nuevos aforos", "La ribera")
    }
    oficio = folder / "Oficios y cartas" / "Oficio a Comunicación Social - Nuevos aforos.docx"
    assert "Nuevos aforos" in "\n".join(paragraph.text for paragraph in Document(str(oficio)).paragraphs)
    assert opened.project.session.history()[0].detalle == "La ribera: Carta de presentación - La ribera.docx"


def test_without_anything_to_write_about_there_are_no_oficios(desk: Desk) -> None:
    desk.open(desk.make(RECORDS[:2]))
    export(desk.window, "oficios")
    assert desk.answers.said[0].startswith("Todavía no hay oficios que escribir")


def test_the_templates_are_put_where_they_can_be_edited(opened: Desk) -> None:
    with opened_outside("file") as shown:
        show_templates(opened.window)
    (folder,) = (Path(place.toLocalFile()) for place in shown)
    assert folder.name == "plantillas"
    assert {path.name for path in folder.iterdir()} >= {"oficio.docx", "carta-area.docx"}


def test_what_is_misspelt_in_a_template_is_told_once(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "settings_path", lambda: opened.folder / "ajustes" / "ventana.ini")
    plantilla = opened.window.context.services.share_templates() / "oficio.docx"
    document = Document(str(plantilla))
    document.add_paragraph("Se remite {titlo}")
    document.save(str(plantilla))
    ask(opened, "oficios", opened.folder)
    titulo, aviso = opened.answers.said[-2:]
    assert titulo == "Revise los documentos exportados"
    assert "«Oficio a Comunicación Social»" in aviso
    assert "{titlo}" in aviso


def test_a_folder_of_templates_that_cannot_be_made_is_told(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise PermissionError

    monkeypatch.setitem(opened.window.context.services.__dict__, "share_templates", refuse)
    show_templates(opened.window)
    assert opened.answers.said == [NO_FOLDER]


def test_a_folder_that_stands_in_the_way_is_told_and_nothing_is_noted(opened: Desk) -> None:
    path = opened.folder / "mapa.xlsx"
    path.mkdir()
    before = len(opened.project.session.history())
    ask(opened, "mapa", path)
    assert opened.answers.said[1].startswith("No se pudo escribir «mapa.xlsx»")
    assert len(opened.project.session.history()) == before
    assert list(path.iterdir()) == []
    assert banner(opened) == ""


def test_a_folder_that_does_not_exist_is_told(opened: Desk) -> None:
    ask(opened, "mapa", opened.folder / "no existe" / "mapa.xlsx")
    assert opened.answers.said[1].startswith("No se pudo escribir «mapa.xlsx»")


def test_of_several_the_ones_that_could_not_be_written_are_listed(opened: Desk) -> None:
    folder = opened.folder / "entrega"
    (folder / MAPA).mkdir(parents=True)
    ask(opened, "todo", folder)
    title, *sentences = opened.answers.said[1:]
    assert title == "Algunos documentos no se exportaron"
    assert [f"«{MAPA}»" in sentence for sentence in sentences] == [True]
    assert (folder / PLAN).is_file()
    found = states(opened)
    assert "todavía no" in found["Mapa de usuarios"]
    assert "exportado el" in found["Plan de promoción"]


def test_a_file_where_the_folder_should_be_is_told(opened: Desk) -> None:
    (opened.folder / "entrega").write_text("soy un archivo", encoding="utf-8")
    ask(opened, "todo", opened.folder / "entrega")
    assert opened.answers.said[1].startswith("No se pudo crear la carpeta")
    assert (opened.folder / "entrega").read_text(encoding="utf-8") == "soy un archivo"


def test_a_project_to_be_read_only_can_be_exported_and_keeps_no_note(opened: Desk) -> None:
    path = opened.project.path
    opened.window.close_project()
    opened.window.show_project(opened.services.opener.open(path, read_only=True), path)
    before = len(opened.project.session.history())
    ask(opened, "mapa", opened.folder / "mapa.xlsx")
    assert (opened.folder / "mapa.xlsx").is_file()
    assert len(opened.project.session.history()) == before


def test_what_is_being_typed_goes_along(opened: Desk) -> None:
    opened.wizard.jump("grupo_usuarios", "g", "nombre")
    form = opened.wizard.page_of(USUARIOS).panels["grupo_usuarios"][0].form
    line = form.editor("nombre").focusProxy()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text(line, "Lancheros del río Ñ")
    ask(opened, "mapa", opened.folder / "mapa.xlsx")
    assert "Lancheros del río Ñ" in cells(opened.folder / "mapa.xlsx")


def test_without_a_project_nothing_is_asked(desk: Desk) -> None:
    export(desk.window, "mapa")
    assert desk.answers.said == []


def test_the_project_may_be_closed_before_the_document_is_written(opened: Desk) -> None:
    opened.answers.answer(opened.folder / MAPA)
    export(opened.window, "mapa")
    path = opened.project.path
    assert opened.window.close_project()
    opened.settle()
    assert (opened.folder / MAPA).is_file()
    opened.open(path)
    assert "exportar" not in [asiento.accion for asiento in opened.project.session.history()]


def test_the_banner_opens_what_was_written(opened: Desk) -> None:
    ask(opened, "mapa", opened.folder / "mapa.xlsx")
    with opened_outside("file") as asked:
        press(opened.window.banner, "Abrir")
    assert [url.toLocalFile() for url in asked] == [str(opened.folder / "mapa.xlsx")]
