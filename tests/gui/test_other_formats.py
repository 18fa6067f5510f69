"""Contents in other formats through the window: from the menus, the editor, the list and the page of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from odfdo import Document
from pptx import Presentation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

from promueve_gui.application.content_formats import FORMATOS
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.flow import CONTENIDOS, ENTREGABLES
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.exporting import export
from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
from promueve_gui.gui.pasos.entregables.page import EntregablesPage
from tests.adapters.presentaciones.muestras import template

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction

    from tests.gui.desk import Desk

RECORDS = (
    Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026),
    Contenido(
        id="b", nombre="Nuevos <b>aforos</b>", tipo=TipoContenido.BOLETIN, cuerpo="Se **publican** los aforos.",
        estado=EstadoContenido.APROBADO,
    ),
    Contenido(id="p", nombre="Charla de aforos", tipo=TipoContenido.PRESENTACION),
    Lamina(id="l", contenido="p", orden=1, nombre="Qué hay", puntos="- aforos", notas="Saludar"),
)  # fmt: skip


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make(RECORDS))
    return desk


def actions(menu: QMenu) -> dict[str, QAction]:
    """Return what a menu offers, and its submenus, by their text."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            found |= actions(inside)
        found[action.text().replace("&", "")] = action
    return found


def writing(desk: Desk, identidad: str) -> ContenidosPage:
    """Go to a content in its page."""
    desk.wizard.go(CONTENIDOS)
    page = desk.wizard.page_of(CONTENIDOS)
    assert isinstance(page, ContenidosPage)
    page.contents.show_record(identidad)
    return page


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("pptx:p", "BORRADOR Presentación Charla de aforos.pptx"),
        ("odt:b", "Comunicado Nuevos - b - aforos - b.odt"),
        ("html:b", "Comunicado Nuevos - b - aforos - b.html"),
        ("texto:b", "Comunicado Nuevos - b - aforos - b.txt"),
    ],
)
def test_one_content_leaves_under_its_name_and_is_noted(opened: Desk, what: str, name: str) -> None:
    path = opened.folder / f"uno{name[name.rindex('.') :]}"
    opened.answers.answer(path)
    export(opened.window, what)
    opened.settle()
    assert opened.answers.said[0].endswith(path.suffix)
    assert opened.answers.said[0].startswith(name[:8])
    assert path.stat().st_size > 0
    newest = opened.project.session.history()[0]
    assert (newest.accion, newest.detalle.endswith(path.name)) == ("exportar", True)
    assert what in opened.project.exports()


def test_what_is_written_is_what_it_says(opened: Desk) -> None:
    for what in ("pptx:p", "odt:b", "fragmento:b"):
        opened.answers.answer(opened.folder / what.replace(":", "."))
        export(opened.window, what)
        opened.settle()
    deck = Presentation(str(opened.folder / "pptx.p"))
    assert [slide.shapes.title.text_frame.text for slide in deck.slides] == ["Charla de aforos", "Qué hay"]
    assert "Nuevos <b>aforos</b>" in Document(opened.folder / "odt.b").get_formatted_text()
    fragment = (opened.folder / "fragmento.b").read_text(encoding="utf-8")
    assert "<h2>Nuevos &lt;b&gt;aforos&lt;/b&gt;</h2>" in fragment
    assert "<strong>publican</strong>" in fragment


def test_all_that_leave_in_a_format_go_to_a_folder(opened: Desk) -> None:
    opened.answers.answer(opened.folder)
    export(opened.window, "texto")
    opened.settle()
    assert len(list(opened.folder.glob("*.txt"))) == 2


def test_without_any_there_is_nothing_to_ask(desk: Desk) -> None:
    desk.open(desk.make(RECORDS[:1]))
    export(desk.window, "pptx")
    export(desk.window, "pptx:otro")
    assert desk.answers.said == [
        "Todavía no hay contenidos que exportar así: Presentaciones (PowerPoint). Escriba uno en el paso 3."
    ]


def test_the_menu_offers_every_format(opened: Desk) -> None:
    (menu,) = [m for m in opened.window.menuBar().findChildren(QMenu) if m.title() == "Conten&idos en otros formatos"]
    for _ in range(2):
        menu.aboutToShow.emit()
    offered = actions(menu)
    assert len(menu.actions()) == len(FORMATOS) + 2
    assert set(offered) == {f"{f.titulo}…" for f in FORMATOS} | {"", "Plantilla de presentaciones…"}
    opened.answers.answer(opened.folder)
    offered["Presentaciones (PowerPoint)…"].trigger()
    opened.settle()
    assert [path.name for path in opened.folder.glob("*.pptx")] == ["BORRADOR Presentación Charla de aforos.pptx"]


def test_the_page_of_documents_offers_them_too(opened: Desk) -> None:
    opened.wizard.go(ENTREGABLES)
    page = opened.wizard.page_of(ENTREGABLES)
    assert isinstance(page, EntregablesPage)
    menu = page.others.menu()
    assert isinstance(menu, QMenu)
    opened.answers.answer(opened.folder)
    actions(menu)["Documentos OpenDocument…"].trigger()
    opened.settle()
    assert len(list(opened.folder.glob("*.odt"))) == 2


def test_a_content_is_exported_and_copied_from_its_editor(opened: Desk) -> None:
    page = writing(opened, "b")
    offered = actions(page.editor.bar.menu())
    assert {"Copiar como HTML", "Copiar como texto", "OpenDocument (LibreOffice)…"} <= offered.keys()
    assert "Presentación de PowerPoint…" not in offered
    opened.answers.answer(opened.folder / "a.odt")
    offered["OpenDocument (LibreOffice)…"].trigger()
    opened.settle()
    assert (opened.folder / "a.odt").exists()
    offered["Copiar como HTML"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.html() == data.text()
    assert data.text().startswith('<article lang="es-MX">')
    assert "Nuevos &lt;b&gt;aforos&lt;/b&gt;" in data.text()
    assert opened.window.statusBar().currentMessage() == "Se copió «Nuevos <b>aforos</b>» como HTML."


def test_a_content_is_copied_from_the_list_as_plain_text_and_a_draft_says_so(opened: Desk) -> None:
    page = writing(opened, "p")
    offered = actions(page.contents.menu())
    assert "Presentación de PowerPoint…" in offered
    offered["Copiar como texto"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert not data.hasHtml()
    assert data.text() == "Charla de aforos\n\nQué hay\n\n- aforos\n"
    told = "Se copió «Charla de aforos» como texto. Es un borrador: todavía no está aprobado."
    assert opened.window.statusBar().currentMessage() == told


def test_word_is_among_the_formats_of_the_list(opened: Desk) -> None:
    page = writing(opened, "b")
    opened.answers.answer(opened.folder / "a.docx")
    actions(page.contents.menu())["Word…"].trigger()
    opened.settle()
    assert (opened.folder / "a.docx").exists()


def test_what_is_being_typed_is_copied_and_what_is_gone_is_not(opened: Desk) -> None:
    opened.window.action_asked.emit("copiar:texto:otro")
    opened.window.action_asked.emit("copiar:texto:b")
    assert "Nuevos <b>aforos</b>" in QGuiApplication.clipboard().text()


def test_a_presentation_leaves_on_the_template_that_was_chosen(opened: Desk) -> None:
    path: Path = opened.folder / "Azul.pptx"
    path.write_bytes(template())
    opened.window.action_asked.emit("plantilla")
    (dialog,) = [w for w in opened.window.children() if type(w).__name__ == "SlideTemplateDialog"]
    opened.answers.answer(path)
    (choose,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Elegir archivo…"]
    choose.click()
    dialog.reject()  # type: ignore[attr-defined]  # a dialog
    opened.answers.answer(opened.folder / "p.pptx")
    export(opened.window, "pptx:p")
    opened.settle()
    assert {s.slide_layout.name for s in Presentation(str(opened.folder / "p.pptx")).slides} == {
        "Title Slide", "Title and Content",
    }  # fmt: skip
