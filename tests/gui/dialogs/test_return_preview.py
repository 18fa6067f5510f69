"""The preview of a batch of returned workbooks: what each brings, what is decided, and what will be done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.return_batch import Comparado, Leido, compare_all, compare_one
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.dialogs.return_files import AT_ONCE
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from returned.institution import PUERTOS, identity, records
from tests.galeria import EDITED, FOLDER, read, record_exports
from tests.gui.desk import type_text
from tests.gui.looking import labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.application.returns import Returns
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers
    from tests.gui.dialogs.conftest import Host

BATCH = (EDITED, "valores pegados.xlsx", "renglones borrados.xlsx", "otra area.xlsx", "columnas agregadas.xlsx")


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return the institution of the gallery, which sent its workbooks and then changed a grade and a note."""
    made = open_project(*records())
    record_exports(made.session)
    for number, valores in ((22, {"interes": 1}), (21, {"notas": "Se reúnen en abril."})):
        grupo = made.proyecto.get(GrupoUsuarios, identity(number))
        assert grupo is not None
        made.edit("Cambiar", [cambio(grupo, **valores)])
    return made


@pytest.fixture
def returns(project: Project) -> Returns:
    return project.services.make_returns(project.session)


@pytest.fixture
def batch(returns: Returns) -> list[Comparado]:
    leidos = [Leido(path=FOLDER / nombre, libro=read(nombre)) for nombre in BATCH]
    leidos.append(Leido(path=FOLDER / "excel antiguo.xls", rechazo="Es de un formato antiguo. Guárdelo como .xlsx."))
    return compare_all(returns, leidos, ignore_progress)


@pytest.fixture
def preview(host: Host, context: Context, project: Project, messages: Answers, batch: list[Comparado]) -> ReturnPreview:
    dialog = ReturnPreview(host.widget, context, project, messages, batch)
    host.show(dialog)
    return dialog


def files(preview: ReturnPreview) -> list[list[str]]:
    listed = preview.files.list
    return [listed.item(place).text().split("\n") for place in range(listed.count())]


def choose(preview: ReturnPreview, place: int) -> None:
    preview.files.list.setCurrentRow(place)


def test_each_file_says_whose_it_is_and_what_it_brings(preview: ReturnPreview) -> None:
    playas = "Dirección General de Playas"
    assert files(preview) == [
        [EDITED, playas, "1 nuevo, 2 en conflicto"],
        ["valores pegados.xlsx", playas, "1 nuevo, 2 en conflicto, 4 que no se entienden"],
        ["renglones borrados.xlsx", playas, "1 nuevo, 2 en conflicto, 2 que ya no vienen"],
        ["otra area.xlsx", "Dirección General de Puertos", "Sin diferencias"],
        ["columnas agregadas.xlsx", playas, "1 nuevo, 2 en conflicto"],
        ["excel antiguo.xls", "No se recibe"],
    ]
    assert preview.files.count.text() == "5 archivos · 1 sin recibir"
    assert "18 diferencias · 14 quedan como dudas" in labels(preview)
    assert "Guárdelo como .xlsx." in preview.files.list.item(5).toolTip()


def test_the_first_file_with_something_to_see_is_shown(preview: ReturnPreview) -> None:
    assert preview.files.list.currentRow() == 0
    assert preview.detail.model.rowCount() == 3
    assert preview.detail.table.chosen_rows() == [0]
    assert "Municipios costeros · Interés · Hoja «Grupos», renglón 3, columna H" in labels(preview.detail)


def test_a_file_without_differences_or_refused_says_so(preview: ReturnPreview) -> None:
    choose(preview, 3)
    assert "El archivo dice lo mismo que el proyecto." in labels(preview.detail)
    choose(preview, 5)
    assert "Es de un formato antiguo. Guárdelo como .xlsx." in labels(preview.detail)
    assert not preview.detail.table.isVisible()


def test_what_is_certain_and_put_off_is_not_said_to_be_a_doubt(preview: ReturnPreview) -> None:
    files = enumerate(preview.comparados)
    place = next(i for i, c in files if c.devolucion is not None and any(d.cierta for d in c.devolucion.diferencias))
    choose(preview, place)
    found = preview.comparados[place].devolucion
    assert found is not None
    certain = [row for row, diferencia in enumerate(found.diferencias) if diferencia.cierta]
    preview.detail.table.selectRow(certain[0])
    preview.detail.card.buttons[Decision.ESPERAR].click()
    told = "18 diferencias · 14 quedan como dudas · 1 cambio espera a que reciba otra vez el archivo"
    assert told in labels(preview)


def test_deciding_on_one_is_told_in_the_list_and_in_the_sum(preview: ReturnPreview) -> None:
    preview.detail.card.buttons[Decision.TOMAR].click()
    assert list(preview.decisions[0].values()) == [Decision.TOMAR]
    assert "18 diferencias · 13 quedan como dudas" in labels(preview)
    QTest.keyClick(preview.detail.table, Qt.Key.Key_2)
    assert list(preview.decisions[0].values()) == [Decision.CONSERVAR]
    assert preview.detail.card.buttons[Decision.CONSERVAR].isChecked()


def test_deciding_on_all_that_is_chosen(preview: ReturnPreview) -> None:
    preview.detail.table.selectAll()
    assert "3 diferencias elegidas" in labels(preview.detail)
    assert preview.detail.card.buttons[Decision.AMBOS].isEnabled()  # of the note, which is a text
    preview.detail.decide(Decision.AMBOS)
    assert list(preview.decisions[0].values()) == [Decision.AMBOS]
    preview.detail.decide(Decision.TOMAR)
    assert list(preview.decisions[0].values()) == [Decision.TOMAR] * 3
    assert preview.detail.card.buttons[Decision.TOMAR].isChecked()
    preview.detail.table.clearSelection()
    assert not any(made.isEnabled() for made in preview.detail.card.buttons.values())


def test_decisions_of_a_file_are_there_when_one_comes_back_to_it(preview: ReturnPreview) -> None:
    preview.detail.decide(Decision.CONSERVAR)
    choose(preview, 1)
    assert preview.decisions[1] == {}
    choose(preview, 0)
    assert preview.detail.model.decision(preview.detail.model.difference(0)) is Decision.CONSERVAR


def test_the_card_says_what_taking_a_missing_or_odd_value_means(preview: ReturnPreview) -> None:
    choose(preview, 2)
    preview.detail.table.selectRow(4)
    assert "Si toma lo del archivo, quedará" in labels(preview.detail)
    assert "ya no viene «Universidades con carreras del mar»; decida si se retira o se conserva." in " ".join(
        labels(preview.detail)
    )
    choose(preview, 1)
    preview.detail.table.selectRow(0)
    assert any(said.startswith("«Interno» no está entre los valores de «Clase»") for said in labels(preview.detail))


def test_words_and_kinds_narrow_the_list_until_another_file_is_chosen(preview: ReturnPreview) -> None:
    type_text(preview.detail.search, "notas")
    model = preview.detail.model
    preview.detail._typing.timeout.emit()  # noqa: SLF001  # the moment after which the search begins
    assert model.rowCount() == 1
    choose(preview, 1)
    assert (model.rowCount(), preview.detail.search.text()) == (7, "")
    preview.detail.kinds.buttons[TipoDiferencia.VALOR].click()
    assert model.rowCount() == 4


def test_problems_of_a_file_can_be_read(preview: ReturnPreview, messages: Answers) -> None:
    assert not preview.detail.problems.isVisible()
    choose(preview, 4)
    assert preview.detail.problems.text() == "Ver 1 problema"
    preview.detail.problems.click()
    assert messages.said[0] == "Problemas en «columnas agregadas.xlsx»"
    assert "la columna «Teléfono» no es del formato" in messages.said[1]


def test_what_only_the_project_changed_is_said_to_stay(
    host: Host, context: Context, project: Project, messages: Answers, returns: Returns
) -> None:
    comparado = compare_one(returns, read("intacto.xlsx"))
    dialog = ReturnPreview(host.widget, context, project, messages, [comparado])
    host.show(dialog)
    assert "Se conservan 2 datos que solo cambiaron en el proyecto." in labels(dialog.detail)
    assert (dialog.go.text(), dialog.go.isEnabled()) == ("Recibir sin cambios", True)
    assert dialog.files.count.text() == "1 archivo"


def test_with_nothing_to_receive_there_is_nothing_to_agree_to(
    host: Host, context: Context, project: Project, messages: Answers
) -> None:
    dialog = ReturnPreview(host.widget, context, project, messages, [Comparado(archivo="a.xls", rechazo="No.")])
    host.show(dialog)
    assert not dialog.go.isEnabled()
    assert "Sin diferencias" not in labels(dialog)  # it was compared with nothing
    dialog.detail.problems.click()  # of a file that is not there to have any
    assert messages.said == []


def test_enter_takes_nothing_before_its_time(preview: ReturnPreview) -> None:
    QTest.keyClick(preview.files.list, Qt.Key.Key_Return)
    QTest.keyClick(preview.detail.table, Qt.Key.Key_Return)
    assert preview.isVisible()
    preview.go.setFocus()
    QTest.keyClick(preview.go, Qt.Key.Key_Space)
    assert not preview.isVisible()
    assert preview.result() == ReturnPreview.DialogCode.Accepted


def test_escape_receives_nothing(preview: ReturnPreview) -> None:
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert preview.result() == ReturnPreview.DialogCode.Rejected


def nobody(returns: Returns) -> Comparado:
    """Compare a workbook of which nobody knows whose it is: none of its groups is the project's."""
    libro = read("solo la hoja.xlsx")
    (hoja,) = libro.hojas
    filas = [replace(fila, id="", celdas=["Nuevo", *fila.celdas[1:]]) for fila in hoja.filas[:1]]
    return compare_one(returns, replace(libro, hojas=[replace(hoja, filas=filas)]))


def test_a_file_of_nobody_asks_whose_it_is(
    host: Host, context: Context, project: Project, messages: Answers, returns: Returns
) -> None:
    dialog = ReturnPreview(host.widget, context, project, messages, [nobody(returns)])
    host.show(dialog)
    areas = dialog.detail.area
    assert areas.isVisible()
    assert [areas.itemText(place) for place in range(areas.count())][1:] == [
        "Dirección General de Playas",
        "Dirección General de Puertos",
    ]
    heard: list[tuple[int, str]] = []
    dialog.area_given.connect(lambda *said: heard.append(said))
    areas.activated.emit(0)  # the words that ask
    areas.setCurrentIndex(2)
    areas.activated.emit(2)
    assert heard == [(0, PUERTOS)]
    dialog.detail.decide(Decision.CONSERVAR)
    devolucion = dialog.comparados[0].devolucion
    assert devolucion is not None
    dialog.replace(0, compare_one(returns, devolucion.libro, PUERTOS))
    assert not areas.isVisible()
    assert dialog.decisions == [{}]
    assert files(dialog)[0][1] == "Dirección General de Puertos"


def test_a_file_that_is_not_shown_can_be_replaced_too(preview: ReturnPreview, batch: list[Comparado]) -> None:
    preview.replace(2, Comparado(archivo="renglones borrados.xlsx", rechazo="Cambió."))
    assert files(preview)[2] == ["renglones borrados.xlsx", "No se recibe"]
    assert preview.detail.model.rowCount() == 3


def test_many_files_are_told_in_turns_with_the_window_and_then_summed(
    qtbot: QtBot, host: Host, context: Context, project: Project, messages: Answers, batch: list[Comparado]
) -> None:
    many = [*(batch[3] for _ in range(AT_ONCE)), *batch]
    dialog = ReturnPreview(host.widget, context, project, messages, many)
    host.show(dialog)
    assert dialog.files.list.currentRow() == AT_ONCE
    qtbot.waitUntil(lambda: all(dialog.files.list.item(place).text() for place in range(len(many))))
    assert files(dialog)[AT_ONCE] == [EDITED, "Dirección General de Playas", "1 nuevo, 2 en conflicto"]
    assert "18 diferencias · 14 quedan como dudas" in labels(dialog)


def test_what_is_decided_before_a_file_had_its_turn_stays(
    qtbot: QtBot, host: Host, context: Context, project: Project, messages: Answers, batch: list[Comparado]
) -> None:
    dialog = ReturnPreview(host.widget, context, project, messages, [*(batch[3] for _ in range(AT_ONCE)), *batch])
    host.show(dialog)
    dialog.detail.card.buttons[Decision.TOMAR].click()
    qtbot.waitUntil(lambda: bool(dialog.files.list.item(dialog.files.list.count() - 1).text()))
    assert dialog.files.doubts[AT_ONCE] == 1
    assert "18 diferencias · 13 quedan como dudas" in labels(dialog)
