"""The log of promotion with its strip of bimestres, and the ways in which a publication gets into it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from promueve_gui.application.publications import desde_contenido, desde_linea, tira_bimestral
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Evidencia, Publicacion
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import contado
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.pasos.promocion.bimester_strip import BimesterStrip
from promueve_gui.gui.pasos.promocion.evidence_box import EvidenceBox
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button
from promueve_gui.gui.widgets.picker import PickerDialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.fechas import Bimestre
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.project import Project

EMPTY = (
    "bullhorn-outline",
    "Todavía no hay publicaciones",
    "Anote aquí cada comunicación que salió, con su URL directa y su evidencia: al menos una por bimestre.",
)


class EvidenceCount:
    """How many files each publication has; counted again only when evidence changes."""

    def __init__(self, project: Project) -> None:
        """Follow a project."""
        self._project = project
        self._count: Counter[Id | None] | None = None
        project.changed.connect(self._on_changed)

    def shown(self, publicacion: Publicacion) -> Shown:
        """Return what the column shows."""
        if self._count is None:
            self._count = Counter(e.publicacion for e in self._project.proyecto.activos(Evidencia))
        count = self._count[publicacion.id]
        text = "" if not count else contado(count, "archivo", "archivos")
        return Shown(text, order=count)

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if any(cambio.entidad == Evidencia.ENTIDAD for cambio in cambios):
            self._count = None


class PublicationLog(QWidget):
    """Strip above, log beneath."""

    registered = Signal(object)  # identity of a publication that was just registered

    def __init__(self, page: StepPage) -> None:
        """Build it for a page."""
        super().__init__()
        self._page, self._project = page, page.project
        self._evidence = EvidenceCount(page.project)
        self.strip = BimesterStrip(page.context)
        self.register_button = button(
            "Registrar publicación ▾",
            self._open_menu,
            "primario",
            page.context.icon("plus", page.context.colores.sobre_acento),
        )
        self.register_button.setEnabled(not page.project.read_only)
        self.menu = self._make_menu()
        self.panel = make_panel(
            page,
            Publicacion,
            columns=self._columns(),
            filters=("canal",),
            empty=EMPTY,
            iniciales=self._iniciales,
            actions=(self.register_button,),
            primary=False,
        )
        self.panel.list.model.set_order(newest_first)
        self.panel.list.add_button.hide()  # its menu does the same, and more
        self.evidence = EvidenceBox(page.context, page.project, page.messages, self.panel.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID + GRID // 2, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.strip)
        layout.addWidget(self.panel, 1)
        self.strip.chosen.connect(self._filter)
        self.panel.list.cleared.connect(self.strip.clear)
        page.project.reviewed.connect(self._on_reviewed)
        self._on_reviewed()

    def register(self, valores: dict[str, Any]) -> Id | None:
        """Put a publication into the log and open its form; returns its identity."""
        nueva = Publicacion(id=nuevo_id(), **valores)
        motivo = f"Registrar la publicación «{nueva.nombre}»" if nueva.nombre else "Registrar una publicación"
        if self._project.edit(motivo, [alta(nueva)]) is None:
            return None
        self.panel.show_record(nueva.id)
        self.registered.emit(nueva.id)
        return nueva.id

    def pick(self, nombre: str) -> PickerDialog:
        """Ask for the content or plan line (``nombre`` is the field) from which to register, over the page."""
        dialog = PickerDialog(self, self._page.context, self._project, campos(Publicacion)[nombre], ())
        dialog.accepted.connect(lambda: self._register_from(nombre, dialog.chosen()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _register_from(self, nombre: str, chosen: tuple[Id, ...]) -> None:
        if not chosen:
            return
        proyecto, hoy = self._project.proyecto, self._page.context.services.today()
        if nombre == "contenido":
            contenido = proyecto.get(Contenido, chosen[0])
            self.register({} if contenido is None else desde_contenido(proyecto, contenido, hoy))
        else:
            linea = proyecto.get(LineaPlan, chosen[0])
            self.register({} if linea is None else desde_linea(proyecto, linea, hoy))

    def _iniciales(self) -> dict[str, Any]:
        return {"fecha": self._page.context.services.today()}

    def _columns(self) -> tuple[str | Derived, ...]:
        evidence = Derived("evidencias", "Evidencia", 12, self._evidence.shown, frozenset({Evidencia.ENTIDAD}))
        first = ("fecha", "nombre", "canal")
        rest = ("conjuntos", "url", "url_publicada", "contenido", "linea", "solicitud", "alcance", "reacciones")
        return (*first, evidence, *rest, "necesidades")

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        entries = (
            ("En blanco", lambda: self.register(self._iniciales())),
            ("Desde un contenido…", lambda: self.pick("contenido")),
            ("Desde una actividad del plan…", lambda: self.pick("linea")),
        )
        for text, call in entries:
            menu.addAction(text).triggered.connect(lambda _=False, call=call: call())
        return menu

    def _open_menu(self) -> None:
        self.menu.popup(self.register_button.mapToGlobal(QPoint(0, self.register_button.height())))

    def _filter(self, bimestre: Bimestre | None) -> None:
        def accepts(registro: Registro) -> bool:
            fecha = registro.fecha if isinstance(registro, Publicacion) else None
            return bimestre is not None and fecha is not None and bimestre.contiene(fecha)

        self.panel.list.model.set_filter("bimestre", None if bimestre is None else accepts)

    def _on_reviewed(self) -> None:
        overview = self._project.overview
        if overview is not None:
            hoy = self._page.context.services.today()
            self.strip.show_year(tira_bimestral(overview.por_bimestre, hoy, overview.inicio))


def newest_first(registro: Registro) -> int:
    """Return what the log is ordered by: the last communication first, after those without a date."""
    fecha = registro.fecha if isinstance(registro, Publicacion) else None
    return -(fecha or date.max).toordinal()
