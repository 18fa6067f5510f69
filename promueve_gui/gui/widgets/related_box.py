"""The records that belong to the one in a form, listed beneath its fields, with the way to add another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from promueve_gui.domain.cambios import tocadas
from promueve_gui.gui.widgets.parts import column, label, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QPushButton

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm


class RelatedBox(QFrame):
    """Stands below the fields of a form and follows it; what is listed, and how, is said by who builds on this."""

    def __init__(
        self,
        project: Project,
        form: RecordForm,
        tipo: type[Registro],
        title: str,
        add_button: QPushButton,
        hint: QLabel | None = None,
    ) -> None:
        """List records of ``tipo`` under ``title``, once ``form`` shows what they belong to."""
        super().__init__()
        self._project, self._tipo, self._name = project, tipo, title
        self._id: Id | None = None
        self._title = label(title, "subtitulo")
        self._list = column(spacing=2)
        self.lines: list[QWidget] = []
        self.add_button = add_button
        add_button.setEnabled(not project.read_only)
        layout = column(self._title, *([] if hint is None else [hint]))
        layout.addLayout(self._list)
        layout.addLayout(row(add_button, None))
        self.setLayout(layout)
        self.place(form)
        form.shown.connect(self._on_shown)
        project.changed.connect(self._on_changed)

    def place(self, form: RecordForm) -> None:
        """Take the place in a form."""
        form.place_below(self)

    def related(self, identidad: Id) -> Sequence[Registro]:
        """Return the records that belong to the one of the form."""
        raise NotImplementedError

    def line(self, registro: Registro) -> QWidget:
        """Return what stands for one of them."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show them again."""
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        found = [] if self._id is None else self.related(self._id)
        self._title.setText(f"{self._name} ({len(found)})" if found else self._name)
        self.lines = [self.line(registro) for registro in found]
        for line in self.lines:
            self._list.addWidget(line)

        self._follow_with_tab()

    def _follow_with_tab(self) -> None:
        """Have the Tab key go through the lines before the button; what is made last would come last in the window."""
        before: QWidget = self.add_button
        for line in self.lines:
            for part in line.findChildren(QWidget):
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, part)
                    before = part
        if before is not self.add_button:
            QWidget.setTabOrder(before, self.add_button)

    def _on_shown(self, identidad: Id | None) -> None:
        self._id = identidad
        self.refresh()

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if self._id is not None and self._tipo.ENTIDAD in tocadas(cambios):
            self.refresh()
