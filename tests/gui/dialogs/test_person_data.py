"""What was found of a person, as it is shown, ticked and asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.application.personal_data import Expediente
from promueve_gui.application.traces import Dicho, Rastreo, Rastro, Renglon
from promueve_gui.domain.personas import Busqueda
from promueve_gui.gui.dialogs.person_data import MUCH, NOTHING, SEVERAL, PersonDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeWidgetItem

    from tests.gui.dialogs.conftest import Host

PETRA = Rastro(
    clave=("contacto", "petra"),
    titulo="Petra <b> Vereda",
    es_persona=True,
    activo=True,
    dichos=(Dicho("nombre", "Petra <b> Vereda"), Dicho("correo", "vieja@x.org", antes=True)),
)
DUDA = Rastro(clave=("duda", "d"), titulo="", es_persona=False, activo=False, dichos=(Dicho("suyo", ""),))
LINE = Renglon(datetime(2026, 3, 2, 15, 30, tzinfo=UTC), "Agregar a Petra Vereda")


def dossier(rastreo: Rastreo, copias: dict[Path, Rastreo] | None = None, **rest: bool) -> Expediente:
    return Expediente(
        busqueda=Busqueda(("Petra Vereda", "vieja@x.org")),
        proyecto=rastreo,
        copias=copias or {},
        ilegibles=("rota.promueve",) if copias else (),
        varias=rest.get("varias", False),
    )


FOUND = dossier(
    Rastreo(rastros=(PETRA, DUDA), renglones=(LINE,), firmas=2, otros=1),
    {Path("respaldos/ayer.promueve"): Rastreo(rastros=(PETRA,))},
)


@pytest.fixture
def dialog(host: Host) -> PersonDialog:
    made = PersonDialog(host.widget, read_only=False)
    host.show(made)
    return made


def item(dialog: PersonDialog, place: int) -> QTreeWidgetItem:
    found = dialog.tree.topLevelItem(place)
    assert found is not None
    return found


def texts(parent: QTreeWidgetItem) -> list[tuple[str, str]]:
    children = [parent.child(place) for place in range(parent.childCount())]
    return [(child.text(0), child.text(1)) for child in children if child is not None]


def test_it_begins_with_nothing_to_do(dialog: PersonDialog) -> None:
    assert dialog.tree.topLevelItemCount() == 0
    assert not dialog.save.isEnabled()
    assert not dialog.visit.isEnabled()
    assert not dialog.erase.isEnabled()


def test_enter_looks_for_what_was_typed(dialog: PersonDialog, host: Host) -> None:
    dialog.line.setText("Petra")
    with host.qtbot.waitSignal(dialog.search_asked) as asked:
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert asked.args == ["Petra"]
    with host.qtbot.waitSignal(dialog.search_asked):
        dialog.search.click()


def test_records_lines_and_backups_are_shown_as_what_they_say(dialog: PersonDialog) -> None:
    dialog.show_found(FOUND)
    tops = [item(dialog, place) for place in range(4)]
    assert [top.text(0) for top in tops] == ["Contacto «Petra <b> Vereda»", "Duda sin nombre", "Bitácora", "Respaldos"]
    assert texts(tops[0]) == [("Nombre", "Petra <b> Vereda"), ("Correo institucional (antes)", "vieja@x.org")]
    assert texts(tops[1]) == [("Valor del archivo", "(dato interno)")]
    assert tops[1].text(1) == "retirado o anterior"
    assert texts(tops[2])[1:] == [("Renglones que firma", "2"), ("Datos internos", "1")]
    assert texts(tops[2])[0][1] == "Agregar a Petra Vereda"
    assert texts(tops[3]) == [("ayer.promueve", "la nombra"), ("rota.promueve", "no se pudo leer")]
    assert "&lt;b&gt;" in tops[0].toolTip(0)
    assert dialog.summary.text() == (
        "2 registros, 1 renglón de la bitácora, 1 respaldo. Se buscó «Petra Vereda»; «vieja@x.org»."
    )


def test_all_of_one_person_is_ticked_and_can_be_left_out(dialog: PersonDialog) -> None:
    dialog.show_found(FOUND)
    assert dialog.chosen() == [PETRA.clave, DUDA.clave]
    assert dialog.save.isEnabled()
    assert dialog.erase.isEnabled()
    item(dialog, 1).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.chosen() == [PETRA.clave]
    item(dialog, 0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.erase.isEnabled()


def test_when_several_answer_to_the_name_the_user_says_which(dialog: PersonDialog) -> None:
    dialog.show_found(dossier(Rastreo(rastros=(PETRA, DUDA)), varias=True))
    assert dialog.chosen() == []
    assert not dialog.erase.isEnabled()
    assert dialog.summary.text() == SEVERAL
    item(dialog, 0).setCheckState(0, Qt.CheckState.Checked)
    assert dialog.erase.isEnabled()


def test_lines_alone_can_be_erased_too(dialog: PersonDialog) -> None:
    dialog.show_found(dossier(Rastreo(renglones=(LINE, LINE))))
    assert dialog.chosen() == []
    assert dialog.erase.isEnabled()
    assert dialog.summary.text().startswith("2 renglones de la bitácora.")


def test_nothing_found_is_said(dialog: PersonDialog) -> None:
    dialog.show_found(FOUND)
    dialog.show_found(dossier(Rastreo()))
    assert dialog.tree.topLevelItemCount() == 0
    assert dialog.summary.text() == NOTHING
    assert dialog.summary.accessibleName() == NOTHING
    assert not dialog.erase.isEnabled()


def test_a_record_in_use_can_be_gone_to_and_corrected(dialog: PersonDialog, host: Host) -> None:
    dialog.show_found(FOUND)
    dialog.tree.setCurrentItem(item(dialog, 1))
    assert not dialog.visit.isEnabled()
    child = item(dialog, 0).child(1)
    assert child is not None
    dialog.tree.setCurrentItem(child)
    assert dialog.visit.isEnabled()
    with host.qtbot.waitSignal(dialog.record_chosen) as chosen:
        dialog.visit.click()
    assert chosen.args == ["contacto", "petra", ""]


def test_enter_on_what_has_no_form_does_nothing(dialog: PersonDialog, host: Host) -> None:
    dialog.show_found(FOUND)
    dialog.tree.setCurrentItem(item(dialog, 3))
    with host.qtbot.assertNotEmitted(dialog.record_chosen):
        dialog.tree.itemActivated.emit(item(dialog, 3), 0)


def test_much_is_shown_folded_but_for_her_own_records(dialog: PersonDialog) -> None:
    many = Rastro(
        clave=("evento", "e"),
        titulo="Mesa",
        es_persona=False,
        activo=True,
        dichos=tuple(Dicho("agenda", f"Petra Vereda {n}") for n in range(MUCH)),
    )
    dialog.show_found(dossier(Rastreo(rastros=(PETRA, many))))
    assert item(dialog, 0).isExpanded()
    assert not item(dialog, 1).isExpanded()
    dialog.show_found(FOUND)
    assert item(dialog, 1).isExpanded()


def test_a_read_only_project_is_looked_through_and_not_changed(host: Host) -> None:
    dialog = PersonDialog(host.widget, read_only=True)
    host.show(dialog)
    dialog.show_found(FOUND)
    assert dialog.save.isEnabled()
    assert not dialog.erase.isEnabled()
