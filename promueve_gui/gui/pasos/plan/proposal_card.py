"""The card under the proposals: all that the one with the cursor says, why, and what can be done about those chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.pasos.plan.proposal_model import Column
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.clamped_label import ClampedLabel
from promueve_gui.gui.widgets.parts import Card, button, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.application.proposals import LineaPropuesta
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.proposal_model import ProposalModel

NOTHING = "Elija una propuesta para ver por qué se propone. Nada se agrega al plan hasta que usted lo acepta."
SEVERAL = "{} propuestas elegidas"
TOGETHER = "Puede aceptarlas o descartarlas juntas, y deshacerlo de una vez."


class ProposalCard(Card):
    """Says a proposal in words; its buttons act on all that are chosen."""

    def __init__(
        self,
        context: Context,
        model: ProposalModel,
        accept: Callable[[], object],
        edit: Callable[[], object],
        dismiss: Callable[[], object],
    ) -> None:
        """Take what the buttons do."""
        super().__init__()
        self._model = model
        self.title = ClampedLabel("subtitulo")
        self.what = ClampedLabel("secundario")
        self.why = ClampedLabel(lines=2)
        self.accept = button("Aceptar", accept, "primario", context.icon("check", context.colores.sobre_acento))
        self.edit = button("Aceptar y editar", edit, "", context.icon("pencil-outline"))
        self.dismiss = button("Descartar…", dismiss)
        head = row(self.title, self.accept, self.edit, self.dismiss)
        head.setStretch(0, 1)
        self.body.setSpacing(GRID // 2)
        self.body.addLayout(head)
        for part in (self.what, self.why):
            self.body.addWidget(part)

    def show_chosen(self, chosen: Sequence[LineaPropuesta], *, read_only: bool) -> None:
        """Show what is chosen."""
        one = chosen[0] if len(chosen) == 1 else None
        many = len(chosen)
        self.accept.setText(f"Aceptar {many}" if many > 1 else "Aceptar")
        self.dismiss.setText(f"Descartar {many}…" if many > 1 else "Descartar…")
        for made in (self.accept, self.dismiss):
            made.setEnabled(bool(chosen) and not read_only)
        self.edit.setEnabled(one is not None and not read_only)
        if one is None:
            self.title.say(SEVERAL.format(many) if many else "Ninguna elegida")
            self.what.say("")
            self.why.say(TOGETHER if many else NOTHING)
            return
        columns = (Column.CUANDO, Column.CANAL, Column.TIPO, Column.PAPEL, Column.QUIEN)
        self.title.say(one.linea.nombre)
        self.what.say(" · ".join(filter(None, (self._model.text(one, column) for column in columns))))
        self.why.say(f"Por qué: {one.explicacion}")
