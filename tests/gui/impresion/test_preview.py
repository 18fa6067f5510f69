"""«Vista previa»: what is shown, printed and saved is the same; nothing waits for it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QPushButton

from promueve_gui.gui.impresion.preview import PreviewDialog, Printable
from tests.gui.desk import press, shown_dialogs
from tests.gui.dialogs.test_accessible import SMALL, controls, named
from tests.gui.impresion.made import document, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from promueve_gui.application.print_model import Impreso
    from tests.gui.desk import Desk

SHORT = document(table(("Enero", [["1", "Boletín", ""]])))
LONG = document(table(("Enero", [[str(n), "Actividad " * 30, "x"] for n in range(60)])))


def opened(desk: Desk, *documents: Impreso | Callable[[], Impreso]) -> PreviewDialog:
    makers = [made if callable(made) else (lambda made=made: made) for made in documents]
    choices = [Printable(f"Forma {n}", make, f"forma {n}.pdf") for n, make in enumerate(makers)]
    dialog = PreviewDialog(desk.window, "Vista previa: Plan", choices)
    dialog.open()
    return dialog


def ready(desk: Desk, dialog: PreviewDialog) -> PreviewDialog:
    desk.qtbot.waitUntil(lambda: dialog.ready)
    desk.qtbot.waitUntil(dialog.save.isEnabled)
    return dialog


def test_pages_come_and_can_be_turned(desk: Desk) -> None:
    dialog = ready(desk, opened(desk, LONG))
    count = dialog.view.count
    assert dialog.total.text() == f"de {count}"
    assert (dialog.before.isEnabled(), dialog.after.isEnabled()) == (False, True)
    dialog.after.click()
    assert (dialog.view.place, dialog.number.value()) == (1, 2)
    dialog.number.setValue(count)
    assert dialog.view.place == count - 1
    assert not dialog.after.isEnabled()
    dialog.before.click()
    assert dialog.view.place == count - 2
    assert dialog.which.isHidden()
    dialog.reject()


def test_while_it_is_made_the_window_lives_and_nothing_can_be_printed_yet(desk: Desk) -> None:
    go = Event()

    def make() -> Impreso:
        go.wait(30)
        return SHORT

    dialog = opened(desk, make)
    desk.qtbot.waitUntil(dialog.progress.isVisible)
    assert not dialog.save.isEnabled()
    assert not dialog.print.isEnabled()
    press(dialog, "Guardar PDF…")
    go.set()
    ready(desk, dialog)
    assert dialog.progress.isHidden()
    dialog.reject()


def test_leaving_stops_what_is_being_made(desk: Desk) -> None:
    go = Event()

    def make() -> Impreso:
        go.wait(30)
        return SHORT

    dialog = opened(desk, make)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    go.set()
    desk.settle()
    desk.qtbot.waitUntil(lambda: gone == [True])
    assert desk.answers.said == []


def test_the_same_can_be_looked_at_in_another_way(desk: Desk) -> None:
    dialog = ready(desk, opened(desk, LONG, SHORT))
    dialog.view.go(3)
    assert [dialog.which.itemText(n) for n in range(2)] == ["Forma 0", "Forma 1"]
    dialog.which.setCurrentIndex(1)
    desk.qtbot.waitUntil(lambda: dialog.view.count == 1)
    ready(desk, dialog)
    assert dialog.total.text() == "de 1"
    dialog.reject()


def test_long_names_do_not_push_the_controls_out(desk: Desk) -> None:
    choices = [Printable(f"Tabla · {'Dirección General ' * 20}{n}", lambda: SHORT, "x.pdf") for n in range(2)]
    dialog = PreviewDialog(desk.window, "Vista previa", choices)
    dialog.open()
    ready(desk, dialog)
    assert dialog.minimumSizeHint().width() <= SMALL[0]
    dialog.reject()


def test_its_size_is_told_and_changed(desk: Desk) -> None:
    dialog = ready(desk, opened(desk, LONG))
    wide = dialog.size_label.text()
    press(dialog, "Página completa")
    assert dialog.size_label.text() != wide
    press(dialog, "Ajustar al ancho")
    assert dialog.size_label.text() == wide
    for made in dialog.findChildren(QPushButton):
        assert made.text() or made.accessibleName()
    dialog.reject()


def test_it_is_saved_where_it_was_asked_and_told(desk: Desk, tmp_path: Path) -> None:
    dialog = ready(desk, opened(desk, LONG))
    desk.answers.answer(None, tmp_path / "plan.pdf")
    press(dialog, "Guardar PDF…")
    desk.qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil((tmp_path / "plan.pdf").exists)
    desk.qtbot.waitUntil(desk.window.banner.isVisible)
    assert desk.answers.said == ["forma 0.pdf", "forma 0.pdf"]
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert desk.window.banner.accessibleName() == "Se exportó el documento «plan.pdf»."
    dialog.reject()


def test_what_cannot_be_saved_is_told(desk: Desk, tmp_path: Path) -> None:
    dialog = ready(desk, opened(desk, SHORT))
    desk.answers.answer(tmp_path / "no" / "plan.pdf")
    press(dialog, "Guardar PDF…")
    desk.qtbot.waitUntil(lambda: len(desk.answers.said) == 2)
    assert desk.answers.said[1].startswith("No se pudo escribir «plan.pdf».")
    dialog.reject()


def test_the_printer_gets_what_is_shown(desk: Desk, tmp_path: Path) -> None:
    dialog = ready(desk, opened(desk, LONG))
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "papel.pdf"))
    dialog.send(printer)
    desk.qtbot.waitUntil(
        lambda: (tmp_path / "papel.pdf").exists() and b"%%EOF" in (tmp_path / "papel.pdf").read_bytes()
    )
    dialog.reject()


def test_a_printer_that_refuses_is_told(desk: Desk, tmp_path: Path) -> None:
    dialog = ready(desk, opened(desk, SHORT))
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "papel.pdf"))
    printer.setFromTo(70, 80)
    dialog.send(printer)
    desk.qtbot.waitUntil(lambda: bool(desk.answers.said))
    assert desk.answers.said[0].startswith("No se pudo imprimir.")
    dialog.reject()


def test_which_printer_is_asked(desk: Desk) -> None:
    dialog = ready(desk, opened(desk, LONG))
    press(dialog, "Imprimir…")
    desk.qtbot.waitUntil(lambda: bool(shown_dialogs(QPrintDialog)))
    (asking,) = shown_dialogs(QPrintDialog)
    assert asking.windowTitle() == "Imprimir"
    assert (asking.minPage(), asking.maxPage()) == (1, dialog.view.count)  # type: ignore[attr-defined]  # a QPrintDialog
    asking.reject()
    dialog.reject()


def test_what_fails_while_it_is_made_is_reported(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[BaseException] = []
    monkeypatch.setattr(desk.window.crash, "report", heard.append)

    def make() -> Impreso:
        raise ValueError("roto")

    dialog = opened(desk, make)
    desk.qtbot.waitUntil(lambda: len(heard) == 1)
    dialog.reject()


def test_it_can_be_used_by_everybody_on_a_small_screen(desk: Desk) -> None:
    dialog = ready(desk, opened(desk, LONG, SHORT))
    assert [widget for widget in controls(dialog) if not named(widget)] == []
    buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisible()]
    assert [b.text() for b in buttons if b.width() < b.fontMetrics().horizontalAdvance(b.text())] == []
    assert [b.text() for b in buttons if b.objectName() == "primario"] == ["Guardar PDF…"]
    assert dialog.minimumSizeHint().width() <= SMALL[0]
    assert dialog.minimumSizeHint().height() <= SMALL[1]
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not shown_dialogs(PreviewDialog))
