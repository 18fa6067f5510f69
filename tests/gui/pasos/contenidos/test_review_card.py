"""The checklist: each gap with where the rule comes from and a way out of it, by mouse or by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import CitaGuia
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.pasos.contenidos.page import NARROWEST_REVIEW
from promueve_gui.gui.pasos.contenidos.review_card import ADVICE
from tests.gui.desk import type_text
from tests.gui.looking import labels
from tests.gui.pasos.contenidos.test_editor import box, contenido, link

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project

CITAS = {"R4": "Guía 2017, paso 4.3", "R5": "Recomendaciones, paso 5", "R6": "Recomendaciones, paso 3", "P3": "Paso 3"}


@pytest.fixture
def cited(page: ContenidosPage, project: Project) -> ContenidosPage:
    """Return the page of a project that knows where its rules come from, with an empty bulletin."""
    nuevas = [CitaGuia(id=clave, clave=clave, cita=cita) for clave, cita in CITAS.items()]
    boletin = Contenido(id="boletin", nombre="Camas", tipo=TipoContenido.BOLETIN, conjuntos=("c",))
    project.edit("Citar", [*map(alta, nuevas), alta(boletin)])
    page.contents.show_record("boletin")
    return page


def shown(page: ContenidosPage) -> list[str]:
    """Return every text of the card, from top to bottom."""
    return labels(page.editor.review)


def buttons(page: ContenidosPage) -> list[QPushButton]:
    return [b for line in page.editor.review.lines for b in line.findChildren(QPushButton)]


def test_each_gap_says_where_its_rule_comes_from(cited: ContenidosPage) -> None:
    texts = shown(cited)
    url = next(place for place, text in enumerate(texts) if "URL" in text)
    assert CITAS["R4"] in texts[url + 1 :]
    for clave in ("R4", "R5", "R6"):
        assert any(b.accessibleDescription() == CITAS[clave] for b in buttons(cited))
    assert cited.editor.review.citation.text() == CITAS["P3"]


def test_a_long_address_in_a_gap_pushes_nothing_out_of_the_card(cited: ContenidosPage, project: Project) -> None:
    wrong = "datos.abiertos.y.transparencia.proactiva.institucion.gob.mx"
    project.edit("Escribir", [cambio(contenido(project, "boletin"), correo_contacto=wrong)])
    cited.editor.refresh()
    (scroll,) = cited.editor.review.findChildren(QScrollArea)
    body = scroll.widget()
    assert body is not None
    assert any(wrong in line.accessibleName() for line in body.findChildren(QLabel))
    assert body.minimumSizeHint().width() <= NARROWEST_REVIEW


def test_a_citation_is_told_once_for_the_gaps_above_it(cited: ContenidosPage) -> None:
    of_sections = [b for b in buttons(cited) if b.accessibleDescription() == CITAS["R6"]]
    assert len(of_sections) > 2
    assert shown(cited).count(CITAS["R6"]) < len(of_sections)


def test_advice_on_style_says_that_it_bars_nothing(cited: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    larga = "Una frase tan larga que nadie la lee completa nunca jamás."
    project.edit("Escribir", [cambio(contenido(project, "boletin"), cuerpo=larga)])
    qtbot.waitUntil(lambda: ADVICE in shown(cited))
    link(cited, "Ver", "frase").click()
    assert box(cited, "cuerpo").textCursor().selectedText() == larga


def test_what_is_missing_is_mended_at_once_and_can_be_undone(cited: ContenidosPage, project: Project) -> None:
    link(cited, "Insertar", "URL").click()
    link(cited, "Rellenar", "Entrada").click()
    assert contenido(project, "boletin").entrada == "{institucion} publica en datos abiertos: {conjunto}."
    assert cited.focusWidget() is box(cited, "entrada")
    assert project.undo() == "Rellenar «Entrada: qué, quién, cuándo, dónde y por qué» en «Camas»"
    assert contenido(project, "boletin").entrada == ""
    assert contenido(project, "boletin").url


def test_a_remedy_saves_what_is_being_typed_and_leaves_it(cited: ContenidosPage, project: Project) -> None:
    remedy = link(cited, "Rellenar", "Entrada")
    type_text(box(cited, "entrada"), "Lo mío")
    remedy.click()
    assert contenido(project, "boletin").entrada == "Lo mío"


def test_the_list_is_walked_and_used_by_keyboard(cited: ContenidosPage, project: Project) -> None:
    first, *others = buttons(cited)
    first.setFocus()
    walked = [cited.focusWidget()]
    for _ in others:
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(cited.focusWidget())
    assert walked == [first, *others]
    assert all(b.accessibleName().startswith(f"{b.text()}: ") for b in walked if isinstance(b, QPushButton))
    insert = link(cited, "Insertar", "URL")
    insert.setFocus()
    QTest.keyClick(insert, Qt.Key.Key_Space)
    assert contenido(project, "boletin").url


def test_a_figure_that_changes_leaves_the_focus_where_it_is(cited: ContenidosPage, qtbot: QtBot) -> None:
    text = box(cited, "cuerpo")
    type_text(text, "Hay camas. " * 3)
    qtbot.waitUntil(lambda: any("0.3 cuartillas" in said for said in shown(cited)))
    focused = link(cited, "Insertar", "URL")
    lines = list(cited.editor.review.lines)
    text.insertPlainText("Hay camas. " * 1)
    cited.editor.refresh()
    assert any("0.4 cuartillas" in said for said in shown(cited))
    assert cited.editor.review.lines == lines
    assert link(cited, "Insertar", "URL") is focused


def test_nobody_mends_what_can_only_be_read(cited: ContenidosPage) -> None:
    review, editor = cited.editor.review, cited.editor
    assert editor.form is not None
    draft = editor.form.draft()
    assert isinstance(draft, Contenido)
    review.show_content(editor._contexto(), draft, writable=False)  # noqa: SLF001 - what the editor asks rules with
    assert {b.text() for b in buttons(cited)} == {"Ir"}


@pytest.mark.parametrize("width", [900, 1029, 1366])
def test_sentences_are_as_high_as_their_words_need(cited: ContenidosPage, width: int, qtbot: QtBot) -> None:
    cited.resize(width, 503)

    def whole() -> None:
        texts = [made for line in cited.editor.review.lines for made in line.findChildren(QLabel) if made.wordWrap()]
        assert texts
        assert [made.text() for made in texts if made.height() < made.heightForWidth(made.width())] == []

    qtbot.waitUntil(whole)


def test_sign_sentence_and_link_stand_on_one_line(cited: ContenidosPage, qtbot: QtBot) -> None:
    cited.resize(1366, 503)

    def level() -> None:
        for line in cited.editor.review.lines:
            for way in line.findChildren(QPushButton):
                sign, text = line.findChildren(QLabel)
                middles = [
                    sign.y() + sign.contentsRect().top() + sign.pixmap().deviceIndependentSize().height() / 2,
                    text.y() + text.contentsRect().top() + text.fontMetrics().height() / 2,
                    way.geometry().center().y() + 0.5,
                ]
                assert text.alignment() & Qt.AlignmentFlag.AlignTop
                assert max(middles) - min(middles) <= 1.5

    qtbot.waitUntil(level)
