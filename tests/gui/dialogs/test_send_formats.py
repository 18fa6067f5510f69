"""«Enviar formatos»: who is ticked, until when, what the message says, and where it all goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.domain.catalogos import PlantillaCorreo
from promueve_gui.gui.dialogs.send_formats import SendFormatsDialog
from promueve_gui.gui.widgets.search_box import SearchBox
from tests.gui.desk import press
from tests.gui.dialogs.conftest import INSTITUCION, PERFIL
from tests.gui.pasos.usuarios.sendings import AREAS, SENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers
    from tests.gui.dialogs.conftest import Host

MENSAJE = PlantillaCorreo(
    id="m", nombre="Envío", clave="formatos", asunto="{siglas}: {area}", cuerpo="Devuelva «{archivo}» el {vence}."
)
FOLDER = Path("/tmp/Formatos")  # noqa: S108 - nothing is written


@pytest.fixture
def make(
    host: Host, context: Context, messages: Answers, open_project: Callable[..., Project]
) -> Callable[..., SendFormatsDialog]:
    """Return how to show the dialog of a project of these records."""

    def make_it(*registros: Registro, areas: tuple[str, ...] = ()) -> SendFormatsDialog:
        project = open_project(INSTITUCION, PERFIL, *registros)
        made = SendFormatsDialog(host.widget, context, project, messages, FOLDER, areas)
        host.show(made)
        return made

    return make_it


@pytest.fixture
def dialog(make: Callable[..., SendFormatsDialog]) -> SendFormatsDialog:
    return make(*AREAS, *SENDINGS, MENSAJE)


def ticked(dialog: SendFormatsDialog) -> list[str]:
    return [where.area.id for where in dialog.pedido().areas]


def row_of(dialog: SendFormatsDialog, text: str) -> int:
    (item,) = dialog.ticks.list.findItems(text, Qt.MatchFlag.MatchStartsWith)
    return dialog.ticks.list.row(item)


def type_day(dialog: SendFormatsDialog, text: str) -> None:
    dialog.due.line.setText(text)
    dialog.due.edited.emit()


def test_it_begins_with_those_that_were_sent_nothing(dialog: SendFormatsDialog) -> None:
    assert ticked(dialog) == ["puentes", "vias"]
    assert dialog.go.text() == "Preparar 2 formatos"
    assert dialog.ticks.count.text() == "2 de 5 áreas · falta el correo de 1; su borrador quedará sin destinatario"


def test_when_all_were_sent_it_begins_with_those_that_did_not_return(make: Callable[..., SendFormatsDialog]) -> None:
    assert ticked(make(AREAS[0], AREAS[1], AREAS[3], *SENDINGS, MENSAJE)) == ["aguas", "caminos"]


def test_it_begins_with_those_that_were_chosen(make: Callable[..., SendFormatsDialog]) -> None:
    dialog = make(*AREAS, *SENDINGS, MENSAJE, areas=("puertos",))
    assert ticked(dialog) == ["puertos"]
    assert dialog.go.text() == "Preparar 1 formato"
    assert "Puertos" in dialog.editor.preview.toPlainText()


def test_areas_are_ticked_all_none_or_those_that_did_not_return(dialog: SendFormatsDialog) -> None:
    press(dialog, "Todas")
    assert len(ticked(dialog)) == 5
    press(dialog, "Ninguna")
    assert ticked(dialog) == []
    assert not dialog.go.isEnabled()
    press(dialog, "Las que no han devuelto")
    assert ticked(dialog) == ["aguas", "caminos", "puentes", "vias"]


def test_the_buttons_tick_only_what_the_search_shows(dialog: SendFormatsDialog) -> None:
    assert isinstance(dialog.ticks.search, SearchBox)
    dialog.ticks.search.setText("puer")
    press(dialog, "Todas")
    assert ticked(dialog) == ["puentes", "puertos", "vias"]
    dialog.ticks.search.setText("DA")
    assert [dialog.ticks.list.item(row).isHidden() for row in range(5)].count(False) == 1


def test_an_area_says_where_it_stands_and_to_whom_it_goes(dialog: SendFormatsDialog) -> None:
    texts = [dialog.ticks.list.item(row).text() for row in range(5)]
    assert texts[0] == "Dirección de Aguas\nAtrasado 9 días · aguas@ejemplo.gob.mx"
    assert texts[2] == "Dirección de Puentes\nSin enviar · Falta el correo"


def test_it_is_ticked_with_the_keyboard(dialog: SendFormatsDialog) -> None:
    dialog.ticks.list.setCurrentRow(row_of(dialog, "Dirección de Aguas"))
    QTest.keyClick(dialog.ticks.list, Qt.Key.Key_Space)
    assert "aguas" in ticked(dialog)
    dialog.ticks.list.itemActivated.emit(dialog.ticks.list.currentItem())
    assert "aguas" not in ticked(dialog)
    dialog.ticks.list.itemActivated.emit(dialog.ticks.list.currentItem())
    assert "aguas" in ticked(dialog)


def test_the_preview_is_what_the_area_with_the_cursor_receives(dialog: SendFormatsDialog) -> None:
    dialog.ticks.list.setCurrentRow(row_of(dialog, "Dirección de Vías"))
    assert dialog.editor.addressed.text() == "Para: vias@ejemplo.gob.mx"
    assert dialog.editor.preview.toPlainText() == (
        "SRP: Dirección de Vías\n\nDevuelva «Grupos de usuarios Dirección de Vías.xlsx» el 29 de noviembre de 2026."
    )
    dialog.ticks.list.setCurrentRow(row_of(dialog, "Dirección de Puentes"))
    assert dialog.editor.addressed.text() == "Para: (falta el correo)"


def test_the_preview_follows_the_message_and_the_day(dialog: SendFormatsDialog) -> None:
    dialog.editor.subject.setText("Hola")
    dialog.editor.body.setPlainText("Antes del {vence}")
    type_day(dialog, "01/12/2026")
    assert dialog.editor.preview.toPlainText() == "Hola\n\nAntes del 1 de diciembre de 2026"
    pedido = dialog.pedido()
    assert (pedido.mensaje.asunto, pedido.mensaje.cuerpo, pedido.mensaje.id) == ("Hola", "Antes del {vence}", "m")
    assert pedido.vence == date(2026, 12, 1)


def test_fields_that_cannot_be_filled_in_are_said(dialog: SendFormatsDialog) -> None:
    assert not dialog.editor.problem.isVisible()
    dialog.editor.body.setPlainText("{folio} {responsable} {llaves sueltas}")
    assert dialog.editor.problem.text() == (
        "Esto no se puede llenar y se enviará tal cual: {folio}. "
        "Quedará en blanco, porque falta el dato: {responsable}."
    )
    assert dialog.go.isEnabled()


def test_a_field_goes_where_the_cursor_was(dialog: SendFormatsDialog) -> None:
    first = dialog.editor.fields.menu().actions()[0]
    assert first.text() == "{area}: nombre del área"
    dialog.editor.body.setPlainText("Hola ")
    dialog.editor.body.moveCursor(dialog.editor.body.textCursor().MoveOperation.End)
    first.trigger()
    assert dialog.editor.texts()[1] == "Hola {area}"
    dialog.activateWindow()
    dialog.editor.subject.setText("Para ")
    dialog.editor.subject.setFocus()
    assert dialog.editor.subject.hasFocus()
    first.trigger()
    assert dialog.editor.texts()[0] == "Para {area}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Escriba hasta cuándo espera los formatos."),
        ("18/11/2026", "Esa fecha ya pasó; escriba otra."),
        ("mañana", "«mañana» no es una fecha; escríbala como dd/mm/aaaa, por ejemplo 05/02/2026."),
    ],
)
def test_a_day_that_does_not_serve_is_said(dialog: SendFormatsDialog, text: str, sentence: str) -> None:
    type_day(dialog, text)
    assert (dialog.problem.text(), dialog.problem.isVisible(), dialog.go.isEnabled()) == (sentence, True, False)
    type_day(dialog, "19/11/2026")
    assert (dialog.problem.isVisible(), dialog.go.isEnabled()) == (False, True)


def test_it_is_the_profile_that_says_until_when(make: Callable[..., SendFormatsDialog]) -> None:
    assert make(*AREAS, MENSAJE).pedido().vence == date(2026, 11, 29)  # ten days where it says nothing


def test_another_folder_can_be_chosen(dialog: SendFormatsDialog, messages: Answers, tmp_path: Path) -> None:
    messages.answer(None, tmp_path)
    press(dialog, "Otra carpeta…")
    assert dialog.folder == FOLDER
    press(dialog, "Otra carpeta…")
    assert (dialog.folder, dialog.where.text()) == (tmp_path, str(tmp_path))


def test_a_project_without_the_message_begins_with_the_one_that_ships(make: Callable[..., SendFormatsDialog]) -> None:
    dialog = make(*AREAS)
    assert dialog.editor.subject.text() == "{siglas}: grupos de usuarios ({area})"
    assert not dialog.editor.problem.isVisible()


def test_enter_prepares_only_from_its_button(dialog: SendFormatsDialog, host: Host) -> None:
    done: list[int] = []
    dialog.finished.connect(done.append)
    for widget in (dialog.ticks.list, dialog.editor.subject, dialog.due.line, dialog.ticks.search):
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert done == []
    dialog.activateWindow()
    dialog.go.setFocus()
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)
    assert done == [1]


def test_nobody_is_shown_when_there_is_nobody(make: Callable[..., SendFormatsDialog]) -> None:
    dialog = make(MENSAJE)
    assert dialog.ticks.current() is None
    assert dialog.editor.preview.toPlainText() == ""
    dialog.editor.body.setPlainText("Hola")
    assert dialog.editor.preview.toPlainText() == ""
