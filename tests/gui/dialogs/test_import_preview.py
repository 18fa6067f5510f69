"""What an import would do, as it is shown before anybody agrees to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QPushButton, QTableWidget, QTabWidget

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.importacion import Formato, Problema
from promueve_gui.domain.propuesta import AreaParecida, Propuesta
from promueve_gui.gui.dialogs.import_preview import SHOWN_CHANGES, ImportPreview
from tests.gui.desk import press
from tests.gui.dialogs.conftest import AREA, GRUPO, INSTITUCION

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.project import Project
    from tests.gui.dialogs.conftest import Host

AFOROS = ConjuntoDatos(id="c", nombre="Aforos de ríos", area="a", descripcion="Caudal diario")
NADA = Propuesta(
    formato=Formato.INVENTARIO, cambios=(), nuevos={}, cambiados={}, iguales={}, problemas=(), parecidas=()
)
PROBLEMAS = (
    Problema("", None, "", "", "El archivo es de «Otra»."),
    Problema("Hoja1", 7, "C", "x", "Hoja «Hoja1», renglón 7: falta el nombre."),
    Problema("", 3, "B", "y", "Renglón 3, columna B: no es una fecha."),
    Problema("", 4, "", "z", "Renglón 4: sobra."),
)
SOME = replace(
    NADA,
    cambios=(alta(AFOROS), *filter(None, [cambio(GRUPO, nombre="Pescadores", notas="Nuevas")])),
    nuevos={"conjunto_datos": 1},
    cambiados={"grupo_usuarios": 1},
    iguales={"area_generadora": 2},
    problemas=PROBLEMAS,
    parecidas=(AreaParecida("Direccion de Agua", "Dirección de Aguas", 2, separadas=False),),
)


@pytest.fixture
def make(host: Host, project: Project) -> Callable[..., ImportPreview]:
    """Return how to show a preview."""

    def made(propuesta: Propuesta, name: str = "inventario.xlsx", over: Project = project) -> ImportPreview:
        dialog = ImportPreview(host.widget, over.proyecto, name, propuesta)
        host.qtbot.addWidget(dialog)
        host.show(dialog)
        return dialog

    return made


def table(dialog: ImportPreview, name: str) -> list[list[str]]:
    """Return the cells of the table with that accessible name."""
    (found,) = [made for made in dialog.findChildren(QTableWidget) if made.accessibleName() == name]
    return [
        [cell.text() if (cell := found.item(place, column)) else "" for column in range(found.columnCount())]
        for place in range(found.rowCount())
    ]


def tab_names(dialog: ImportPreview) -> list[str]:
    tabs = dialog.findChildren(QTabWidget)[0]
    return [tabs.tabText(place) for place in range(tabs.count())]


def combo(dialog: ImportPreview) -> QComboBox:
    return dialog.findChildren(QComboBox)[0]


def test_the_figures_are_of_the_tables_that_the_file_touches(make: Callable[..., ImportPreview]) -> None:
    dialog = make(SOME)
    assert table(dialog, "Registros por tabla") == [
        ["Áreas", "0", "0", "2"],
        ["Grupos", "0", "1", "0"],
        ["Conjuntos de datos", "1", "0", "0"],
    ]
    assert tab_names(dialog) == ["Resumen", "Cambios (2)", "Problemas (4)"]


def test_the_name_and_the_kind_of_file_are_told(make: Callable[..., ImportPreview]) -> None:
    dialog = make(SOME, "<b>inventario</b>.xlsx")
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "<b>inventario</b>.xlsx" in said
    assert "Inventario Institucional · nada cambia hasta que usted lo confirme" in said
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if "<b>" in label.text()
    )


def test_each_change_says_what_was_and_what_would_be(make: Callable[..., ImportPreview]) -> None:
    nuevo, cambiado = table(make(SOME), "Cambios")
    assert nuevo[:2] == ["Nuevo: conjunto de datos", "Aforos de ríos"]
    assert "Conjunto de datos: Aforos de ríos" in nuevo[2]
    assert "Área generadora: Dirección de Aguas" in nuevo[2]
    assert cambiado[:2] == ["Cambia: grupo", "Pescadores de la ribera"]
    assert cambiado[2] == "Grupo de usuarios: Pescadores de la ribera → Pescadores · Notas: Nuevas"


def test_an_area_is_new_in_the_feminine(make: Callable[..., ImportPreview]) -> None:
    propuesta = replace(NADA, cambios=(alta(replace(AREA, id="b", nombre="Dirección de Presas")),))
    assert table(make(propuesta), "Cambios")[0][:2] == ["Nueva: área", "Dirección de Presas"]


def test_thousands_of_changes_are_shown_by_the_first_ones(make: Callable[..., ImportPreview]) -> None:
    muchos = tuple(alta(replace(AFOROS, id=f"c{n}", nombre=f"Aforo {n}")) for n in range(SHOWN_CHANGES + 5))
    rows = table(make(replace(NADA, cambios=muchos)), "Cambios")
    assert len(rows) == SHOWN_CHANGES + 1
    assert rows[-1] == ["…", "y 5 cambios más", ""]


def test_each_problem_says_where_and_can_be_copied(make: Callable[..., ImportPreview]) -> None:
    dialog = make(SOME)
    assert table(dialog, "Problemas") == [
        ["", "El archivo es de «Otra»."],
        ["Hoja1, renglón 7, columna C", "Falta el nombre."],
        ["Renglón 3, columna B", "No es una fecha."],
        ["Renglón 4", "Sobra."],
    ]
    press(dialog, "Copiar problemas")
    assert QGuiApplication.clipboard().text().splitlines() == [problema.mensaje for problema in PROBLEMAS]


def test_what_changes_nothing_cannot_be_imported(make: Callable[..., ImportPreview]) -> None:
    dialog = make(NADA)
    (done,) = [made for made in dialog.findChildren(QPushButton) if made.objectName() == "primario"]
    assert (done.text(), done.isEnabled()) == ("Nada que importar", False)
    assert dialog.findChildren(QCheckBox) == []


@pytest.mark.parametrize(("cambios", "place"), [((), 2), (SOME.cambios, 0)])
def test_a_file_that_brings_nothing_but_problems_shows_those(
    make: Callable[..., ImportPreview], cambios: tuple[Cambio, ...], place: int
) -> None:
    dialog = make(replace(SOME, cambios=cambios, nuevos={}, cambiados={}, iguales={}))
    assert dialog.findChildren(QTabWidget)[0].currentIndex() == place


def test_joining_two_areas_asks_for_another_plan_and_waits_for_it(make: Callable[..., ImportPreview]) -> None:
    dialog = make(SOME)
    asked: list[tuple[dict[str, str], str]] = []
    dialog.replan_asked.connect(lambda uniones, area: asked.append((uniones, area)))
    (box,) = dialog.findChildren(QCheckBox)
    assert box.accessibleName() == "Unir «Direccion de Agua» con «Dirección de Aguas» (queda «Dirección de Aguas»)"
    assert "«Direccion de Agua» con «Dirección de Aguas» (queda «Dirección de Aguas»)" in [
        made.text() for made in dialog.findChildren(QLabel)
    ]
    box.click()
    assert asked == [({"Direccion de Agua": "Dirección de Aguas"}, "")]
    press_is_refused(dialog)
    dialog.show_plan(replace(SOME, problemas=(), parecidas=()))
    assert tab_names(dialog) == ["Resumen", "Cambios (2)", "Problemas (0)"]
    box.click()
    assert asked[1] == ({}, "")


def press_is_refused(dialog: ImportPreview) -> None:
    """Check that a plan which no longer counts cannot be agreed to."""
    press(dialog, "Importar")
    assert dialog.isVisible()


def test_an_area_can_be_given_for_what_the_file_does_not_say(make: Callable[..., ImportPreview]) -> None:
    dialog = make(SOME)
    assert [combo(dialog).itemText(place) for place in range(combo(dialog).count())] == ["(sin área)", AREA.nombre]
    asked: list[str] = []
    dialog.replan_asked.connect(lambda *asking: asked.append(asking[1]))
    combo(dialog).setCurrentIndex(1)
    combo(dialog).activated.emit(1)
    assert asked == [AREA.nombre]


def test_agreeing_and_not_agreeing(make: Callable[..., ImportPreview]) -> None:
    yes, no = make(SOME), make(SOME)
    press(yes, "Importar")
    press(no, "No importar")
    assert (yes.result(), no.result()) == (QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected)


def test_showing_changes_nothing(make: Callable[..., ImportPreview], project: Project) -> None:
    make(SOME)
    assert project.proyecto.get(ConjuntoDatos, "c") is None
    assert project.session.history() == []


def test_without_areas_there_is_none_to_give(
    make: Callable[..., ImportPreview], open_project: Callable[..., Project]
) -> None:
    assert combo(make(NADA, over=open_project(INSTITUCION))).count() == 1


def test_rows_are_as_tall_as_their_sentence_in_the_width_there_is(
    make: Callable[..., ImportPreview], host: Host
) -> None:
    largo = Problema("", 9, "B", "z", f"Renglón 9, columna B: {'no se entiende esta celda, ' * 12}revise.")
    dialog = make(replace(SOME, problemas=(*PROBLEMAS, largo)))
    dialog.findChildren(QTabWidget)[0].setCurrentIndex(2)
    (found,) = [made for made in dialog.findChildren(QTableWidget) if made.accessibleName() == "Problemas"]
    host.qtbot.waitUntil(lambda: found.rowHeight(0) < found.rowHeight(4) < 5 * found.rowHeight(0))
    (changes,) = [made for made in dialog.findChildren(QTableWidget) if made.accessibleName() == "Cambios"]
    assert changes.rowHeight(0) == changes.rowHeight(1)


@pytest.mark.parametrize(
    ("where", "result", "open_still"),
    [("Unir", True, False), ("No importar", False, False), ("Copiar problemas", False, True)],
)
def test_enter_imports_unless_a_button_has_the_focus(
    make: Callable[..., ImportPreview], where: str, result: bool, open_still: bool
) -> None:
    dialog = make(SOME)
    parts = {made.text(): made for made in (*dialog.findChildren(QPushButton), *dialog.findChildren(QCheckBox))}
    QTest.keyClick(next(made for text, made in parts.items() if text.startswith(where)), Qt.Key.Key_Return)
    assert (dialog.result() == QDialog.DialogCode.Accepted, dialog.isVisible()) == (result, open_still)
