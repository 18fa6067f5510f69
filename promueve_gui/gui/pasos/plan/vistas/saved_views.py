"""Views with a name: which view it is and what it filters by. They are records, so they travel with the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from promueve_gui.application.plan_filter import FiltroPlan, describe
from promueve_gui.domain.cambios import alta, cambio, nuevo_id, retiro
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vistas import VistaGuardada
from promueve_gui.gui.widgets.tips import plain_caption, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

GONE = "Ya no se usa"
TAKEN = "Ya hay una vista que se llama «{}». Elija otro nombre."
LONGEST = 24  # characters of the button


class SavedViews(QToolButton):
    """A menu of saved views, with the same one chosen in all menus; ``state`` says what the present view is called."""

    view_asked = Signal(str)  # as ``VistaGuardada.vista`` keeps it

    def __init__(self, desk: PlanDesk) -> None:
        """Read the views of the project when the menu is opened."""
        super().__init__()
        self._desk = desk
        self.state: Callable[[], str] = str
        self.setObjectName("boton")
        self.setAccessibleName("Vistas guardadas")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        desk.lines.filter_changed.connect(self._say)
        desk.lines.saved_changed.connect(self._say)
        desk.project.changed.connect(self._on_changed)
        self._say()

    def saved(self) -> list[VistaGuardada]:
        """Return the views of the project, by name."""
        return sorted(self._desk.project.proyecto.activos(VistaGuardada), key=lambda vista: plegar(vista.nombre))

    def current(self) -> VistaGuardada | None:
        """Return the view that was chosen and still is in force."""
        vista = self._desk.project.proyecto.get(VistaGuardada, self._desk.lines.saved)
        return vista if vista is not None and vista.activo else None

    def choose(self, vista: VistaGuardada) -> None:
        """Look at the plan as a saved view does."""
        self._desk.lines.set_filter(FiltroPlan.from_json(vista.filtros))
        self.view_asked.emit(vista.vista)
        self._desk.lines.set_saved(vista.id)

    def save_as(self) -> None:
        """Ask for a name and keep the present view under it; a name that is there already is written over."""
        nombre = self._desk.messages.ask_name("Guardar la vista", "Nombre de la vista", "")
        if not nombre:
            return
        values = {"vista": self.state(), "filtros": self._desk.lines.filtro.to_json()}
        same = self._called(nombre)
        vista = same or VistaGuardada(id=nuevo_id(), nombre=nombre, **values)
        hecho = alta(vista) if same is None else cambio(same, **values)
        self._desk.project.edit(f"Guardar la vista «{nombre}»", [hecho])
        if self._desk.project.proyecto.get(VistaGuardada, vista.id) is not None:
            self._desk.lines.set_saved(vista.id)

    def rename(self, vista: VistaGuardada) -> None:
        """Ask for another name, which no other view has."""
        nombre = self._desk.messages.ask_name("Cambiar el nombre", "Nombre de la vista", vista.nombre)
        other = self._called(nombre, besides=vista)
        if other is not None:
            self._desk.messages.tell(TAKEN.format(other.nombre), "Cambiar el nombre")
        elif nombre:
            self._desk.project.edit(f"Llamar «{nombre}» a la vista «{vista.nombre}»", [cambio(vista, nombre=nombre)])

    def update_saved(self, vista: VistaGuardada) -> None:
        """Keep the present view and filter under the name of a saved one."""
        hecho = cambio(vista, vista=self.state(), filtros=self._desk.lines.filtro.to_json())
        self._desk.project.edit(f"Guardar la vista «{vista.nombre}»", [hecho])

    def remove(self, vista: VistaGuardada) -> None:
        """Withdraw a saved view; that can be undone."""
        self._desk.project.edit(f"Eliminar la vista «{vista.nombre}»", [retiro(vista, GONE)])

    def fill(self) -> None:
        """Offer the views as they are now."""
        menu, current = self._menu, self.current()
        menu.clear()
        for vista in self.saved():
            action = menu.addAction(plain_caption(vista.nombre))
            action.setCheckable(True)
            action.setChecked(current is not None and vista.id == current.id)
            said = describe(FiltroPlan.from_json(vista.filtros), self._desk.project.proyecto)
            action.setToolTip(plain_tip(said or "Todas las actividades"))
            action.triggered.connect(lambda _=False, vista=vista: self.choose(vista))
        if menu.isEmpty():
            menu.addAction("Todavía no hay vistas guardadas").setEnabled(False)
        menu.addSeparator()
        self._offer("Guardar como…", self.save_as)
        if current is not None:
            name = plain_caption(current.nombre)
            self._offer(f"Guardar los cambios en «{name}»", lambda: self.update_saved(current))
            self._offer("Cambiar el nombre…", lambda: self.rename(current))
            self._offer(f"Eliminar «{name}»", lambda: self.remove(current))

    def _called(self, nombre: str, besides: VistaGuardada | None = None) -> VistaGuardada | None:
        """Return the view of a name, other than ``besides``; accents and capitals do not matter."""
        alike = (vista for vista in self.saved() if plegar(vista.nombre) == plegar(nombre))
        return next((vista for vista in alike if besides is None or vista.id != besides.id), None)

    def _offer(self, text: str, call: Callable[[], object]) -> None:
        action = self._menu.addAction(text)
        action.setEnabled(self._desk.editable)
        action.triggered.connect(lambda _=False: call())

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if any(c.entidad == VistaGuardada.ENTIDAD for c in cambios):
            self._say()

    def _say(self) -> None:
        vista = self.current()
        nombre = "" if vista is None else vista.nombre
        if vista is not None and FiltroPlan.from_json(vista.filtros) != self._desk.lines.filtro:
            nombre += " *"  # the filter is another by now
        short = nombre if len(nombre) <= LONGEST else f"{nombre[: LONGEST - 1]}…"
        self.setText(plain_caption(f"Vista: {short}" if nombre else "Vistas") + " ▾")
        self.setAccessibleDescription(nombre)
