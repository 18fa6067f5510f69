"""One person's data: everything that was found, in a tree that can be ticked, handed over, corrected or erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from promueve_gui.application.person_listing import INTERNO, label_of, name_of
from promueve_gui.domain.texto import contado
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.parts import button, label, row
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.personal_data import Expediente
    from promueve_gui.application.traces import Rastro
    from promueve_gui.domain.proyecto import Clave

HINT = (
    "Busca a alguien en el proyecto, en su historia y en sus respaldos. Lo que encuentre puede guardarse para "
    "entregárselo, corregirse en su ficha o borrarse de todas partes."
)
PLACEHOLDER = "Nombre y apellidos, o correo; si son varios, con punto y coma"
SEVERAL = "Coinciden varias personas: marque solo los registros de la que busca, o escriba su nombre completo o correo."
NOTHING = "No hay nada de esa persona en el proyecto, ni en su historia, ni en sus respaldos."
CLAVE = Qt.ItemDataRole.UserRole
WIDE = 300
MUCH = 40  # texts


class PersonDialog(PlainDialog):
    """Shows what was found; it looks for nothing itself and changes nothing."""

    search_asked = Signal(str)
    save_asked = Signal()
    erase_asked = Signal()
    record_chosen = Signal(str, str, str)  # entity, identity, field

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        """Start with nothing looked for; a read-only project can be looked through and not changed."""
        super().__init__(parent, "Datos de una persona", 860, 580, HINT)
        self._read_only = read_only
        self.expediente: Expediente | None = None
        self.line = QLineEdit(clearButtonEnabled=True)
        self.line.setPlaceholderText(PLACEHOLDER)
        self.line.setAccessibleName("Nombre o correo de la persona")
        self.search = button("Buscar", self._ask, "primario")
        self.line.returnPressed.connect(self._ask)
        self.tree = self._make_tree()
        self.summary = label("", "secundario", wrap=True)
        self.save = button("Guardar la lista…", self.save_asked.emit)
        self.visit = button("Ir a la ficha", self._go)
        self.erase = button("Borrar de todas partes…", self.erase_asked.emit)
        for made in (self.save, self.visit, self.erase):
            self.buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
        self.body.addLayout(row(self.line, self.search))
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.summary)
        self.line.setFocus()
        self._allow()

    def show_found(self, expediente: Expediente) -> None:
        """Show what was found of a person; all of it ticked, unless more than one person answers to the name."""
        self.expediente = expediente
        self.tree.clear()
        self.tree.blockSignals(True)
        for rastro in expediente.rastros:
            self.tree.addTopLevelItem(self._record_item(rastro, ticked=not expediente.varias))
        self._add_lines(expediente)
        self._add_copies(expediente)
        self.tree.blockSignals(False)
        self._unfold(expediente)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
            self.tree.setFocus()
        self.tell(NOTHING if expediente.vacio else SEVERAL if expediente.varias else _said(expediente))
        self._allow()

    def tell(self, sentence: str) -> None:
        """Say something under the tree."""
        self.summary.setText(sentence)
        self.summary.setAccessibleName(sentence)

    def chosen(self) -> list[Clave]:
        """Return the records that are ticked."""
        items = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return [
            tuple(item.data(0, CLAVE))
            for item in items
            if item is not None and item.data(0, CLAVE) and item.checkState(0) is Qt.CheckState.Checked
        ]

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(2)
        tree.setHeaderLabels(["Dónde está", "Qué dice"])
        tree.setAccessibleName("Lo que se encontró")
        tree.setObjectName("arbol")
        tree.setUniformRowHeights(True)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        tree.setColumnWidth(0, WIDE)
        tree.itemChanged.connect(lambda *_: self._allow())
        tree.currentItemChanged.connect(lambda *_: self._allow())
        tree.itemActivated.connect(lambda *_: self._go())
        return tree

    def _record_item(self, rastro: Rastro, *, ticked: bool) -> QTreeWidgetItem:
        state = "" if rastro.activo else "retirado o anterior"
        item = _item(name_of(rastro), state)
        item.setData(0, CLAVE, list(rastro.clave))
        item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        for dicho in rastro.dichos:
            name = label_of(rastro.clave, dicho)
            text = dicho.texto or INTERNO
            item.addChild(_item(f"{name} (antes)" if dicho.antes else name, self._excerpt(text), text))
        return item

    def _excerpt(self, text: str) -> str:
        return text if self.expediente is None else self.expediente.busqueda.excerpt(text)

    def _add_lines(self, expediente: Expediente) -> None:
        rastreo = expediente.proyecto
        if not rastreo.renglones and not rastreo.firmas and not rastreo.otros:
            return
        item = _item("Bitácora", "renglones y datos internos que la nombran")
        for renglon in rastreo.renglones:
            item.addChild(_item(f"{renglon.momento.astimezone():%d/%m/%Y %H:%M}", renglon.texto))
        if rastreo.firmas:
            item.addChild(_item("Renglones que firma", str(rastreo.firmas)))
        if rastreo.otros:
            item.addChild(_item("Datos internos", str(rastreo.otros)))
        self.tree.addTopLevelItem(item)

    def _add_copies(self, expediente: Expediente) -> None:
        if expediente.copias or expediente.ilegibles:
            item = _item("Respaldos", "dicen lo mismo, como estaba ese día")
            for path in expediente.copias:
                item.addChild(_item(path.name, "la nombra"))
            for name in expediente.ilegibles:
                item.addChild(_item(name, "no se pudo leer"))
            self.tree.addTopLevelItem(item)

    def _unfold(self, expediente: Expediente) -> None:
        """Open what fits; when it is much, only the person's own records."""
        much = sum(len(rastro.dichos) for rastro in expediente.rastros) > MUCH
        for place, rastro in enumerate(expediente.rastros):
            item = self.tree.topLevelItem(place)
            if item is not None:
                item.setExpanded(rastro.es_persona or not much)

    def _ask(self) -> None:
        self.search_asked.emit(self.line.text())

    def _go(self) -> None:
        rastro = self._current()
        if rastro is not None and rastro.activo:
            self.accept()
            self.record_chosen.emit(*rastro.clave, "")

    def _current(self) -> Rastro | None:
        item = self.tree.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        clave = None if item is None else item.data(0, CLAVE)
        if clave is None or self.expediente is None:
            return None
        return next((rastro for rastro in self.expediente.rastros if list(rastro.clave) == clave), None)

    def _allow(self) -> None:
        rastro, found = self._current(), self.expediente is not None and not self.expediente.vacio
        ticked = bool(self.chosen()) or (found and not (self.expediente and self.expediente.rastros))
        self.save.setEnabled(ticked)
        self.erase.setEnabled(ticked and not self._read_only)
        self.visit.setEnabled(rastro is not None and rastro.activo)


def _item(place: str, text: str, whole: str = "") -> QTreeWidgetItem:
    item = QTreeWidgetItem([place, " ".join(text.split())])
    item.setToolTip(0, plain_tip(place))
    item.setToolTip(1, plain_tip(whole or text))
    return item


def _said(expediente: Expediente) -> str:
    """Say how much was found."""
    parts = [
        _count(len(expediente.rastros), "registro", "registros"),
        _count(len(expediente.proyecto.renglones), "renglón de la bitácora", "renglones de la bitácora"),
        _count(len(expediente.copias), "respaldo", "respaldos"),
    ]
    searched = "; ".join(f"«{termino}»" for termino in expediente.busqueda.terminos)
    return f"{', '.join(filter(None, parts))}. Se buscó {searched}."


def _count(count: int, one: str, several: str) -> str:
    return contado(count, one, several) if count else ""
