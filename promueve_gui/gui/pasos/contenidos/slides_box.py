"""The slides of a presentation, in their order: moved by buttons, by Alt and the arrows, or carried by the mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from promueve_gui.application.content_parts import move_slide
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.reglas.estructura import laminas
from promueve_gui.gui.pasos.contenidos.parts_box import PartsBox
from promueve_gui.gui.widgets.carrier import Carrier
from promueve_gui.gui.widgets.parts import LongLink, label, tool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm

SLIDE = ("nombre", "puntos", "notas", "texto_alternativo")  # the order is that of the list
UP, DOWN = -1, 1
STEPS = {UP: ("Subir", "chevron-up", "Alt+Up"), DOWN: ("Bajar", "chevron-down", "Alt+Down")}
HANDLE = "⠿"
MARK_HEIGHT = 2  # pixels


class SlidesBox(PartsBox):
    """Each slide is numbered by its place."""

    nombres = SLIDE

    def __init__(self, context: Context, project: Project, form: RecordForm) -> None:
        """Follow the presentation of ``form``."""
        super().__init__(context, project, form, Lamina, "Láminas", "Agregar lámina")
        self._mark = QFrame(self)
        self._mark.setStyleSheet(f"background: {context.colores.acento};")
        self._mark.hide()
        for step, (_, _, keys) in STEPS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move_focused, step))
        if not project.read_only:
            self.carrier = Carrier(self)
            self.carrier.add_source(self, self._picked)
            self.carrier.add_target(self, self._hover, self._drop)

    def related(self, identidad: Id) -> Sequence[Registro]:
        """Return the slides of a presentation."""
        contenido = self._project.proyecto.get(Contenido, identidad)
        return [] if contenido is None else laminas(self._project.proyecto, contenido)

    def line(self, registro: Registro) -> QWidget:
        """Return the line of a slide: the handle by which it is carried, its title, and the arrows that move it."""
        lamina = cast("Lamina", registro)
        slides = self._slides()
        place, last = slides.index(lamina), len(slides) - 1
        text = f"{place + 1} · {lamina.titulo_breve}"
        handle = label(HANDLE, "secundario")
        handle.setToolTip("Arrastre para cambiar el orden (o Alt+↑ y Alt+↓)")
        handle.setCursor(Qt.CursorShape.OpenHandCursor)
        arrows = [self._arrow(lamina, step, text) for step in STEPS]
        for arrow, end in zip(arrows, (0, last), strict=True):
            arrow.setEnabled(not self._project.read_only and place != end)
        made = self.part_line(lamina, text, *arrows, before=[handle])
        made.setProperty("lamina", lamina.id)
        return made

    def detail(self, registro: Registro) -> str:
        """Return whether a slide has notes for whoever speaks."""
        actual = self._project.proyecto.get(Lamina, registro.id)
        return "con notas" if actual is not None and actual.notas.strip() else ""

    def new(self, contenido: Id) -> Registro:
        """Return a slide after the last."""
        suyas = cast("Sequence[Lamina]", self.related(contenido))
        return Lamina(id=nuevo_id(), contenido=contenido, orden=max((uno.orden or 0 for uno in suyas), default=0) + 1)

    def bring(self, identidad: Id, place: int) -> bool:
        """Bring a slide to a place, counted from 0; false when it stays where it is."""
        contenido = self._project.proyecto.get(Contenido, self._id)
        if contenido is None:
            return False
        self._form.flush()
        motivo, cambios = move_slide(self._project.proyecto, contenido, identidad, place)
        return self._project.edit(motivo, cambios) is not None

    def _slides(self) -> list[Lamina]:
        contenido = self._project.proyecto.get(Contenido, self._id)
        return [] if contenido is None else laminas(self._project.proyecto, contenido)

    def _arrow(self, lamina: Lamina, step: int, text: str) -> QToolButton:
        verb, icon, _ = STEPS[step]
        made = tool(f"{verb}: {text}", self._context.icon(icon), partial(self._step, lamina.id, step))
        made.setProperty("paso", step)
        return made

    def _step(self, identidad: Id, step: int) -> None:
        """Move a slide by one place; the button that did it keeps the keyboard, or its title at the end."""
        if not self._move_by(identidad, step):
            return
        line = self._line_of(identidad)
        arrows = [arrow for arrow in line.findChildren(QToolButton) if arrow.property("paso") == step] if line else []
        if arrows and arrows[0].isEnabled():
            arrows[0].setFocus()
        else:
            self._focus_title(identidad)

    def _move_focused(self, step: int) -> None:
        focused = cast("QWidget | None", self.focusWidget())
        for line in self.lines:
            if focused is not None and line.isAncestorOf(focused):
                identidad = str(line.property("lamina"))
                if self._move_by(identidad, step):
                    self._focus_title(identidad)
                return

    def _move_by(self, identidad: Id, step: int) -> bool:
        places = [slide.id for slide in self._slides()]
        return identidad in places and self.bring(identidad, places.index(identidad) + step)

    def _line_of(self, identidad: Id) -> QWidget | None:
        line = next((line for line in self.lines if line.property("lamina") == identidad), None)
        if line is not None:
            line.show()  # now, and not when Qt gets to it: what is not shown takes no keyboard
        return line

    def _focus_title(self, identidad: Id) -> None:
        line = self._line_of(identidad)
        title = None if line is None else line.findChild(LongLink)
        if title is not None:
            title.setFocus()

    # Carrying

    def _picked(self, place: QPoint) -> tuple[Id, str] | None:
        """Return the slide whose handle is at a place."""
        handle = self.childAt(place)
        if not isinstance(handle, QLabel) or handle.text() != HANDLE:
            return None
        line = next(line for line in self.lines if line.isAncestorOf(handle))
        return str(line.property("lamina")), line.findChildren(LongLink)[0].accessibleName()

    def _place_at(self, place: QPoint) -> int:
        """Return before which slide a place is, counted from 0."""
        return sum(line.geometry().center().y() < place.y() for line in self.lines)

    def _hover(self, place: QPoint | None) -> None:
        self._mark.setVisible(place is not None and bool(self.lines))
        if place is None or not self.lines:
            return
        before = self._place_at(place)
        line = self.lines[min(before, len(self.lines) - 1)]
        top = line.geometry().bottom() if before == len(self.lines) else line.geometry().top() - MARK_HEIGHT
        self._mark.setGeometry(0, top, self.width(), MARK_HEIGHT)
        self._mark.raise_()

    def _drop(self, place: QPoint, identidad: Id) -> None:
        places, before = [slide.id for slide in self._slides()], self._place_at(place)
        if identidad in places:
            self.bring(identidad, before - (places.index(identidad) < before))
