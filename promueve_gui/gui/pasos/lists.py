"""Lists as the pages use them: one call for list, form and registration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.gui.widgets.record_list import RecordList
from promueve_gui.gui.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.models.derived import Derived
    from promueve_gui.gui.pasos.base import StepPage


def make_panel(  # noqa: PLR0913  # what a list may differ in, all by name
    page: StepPage,
    tipo: type[Registro],
    *,
    columns: Sequence[str | Derived] = (),
    filters: Sequence[str] = (),
    empty: tuple[str, str, str] = ("", "", ""),
    iniciales: Callable[[], dict[str, Any]] = dict,
    actions: Sequence[QWidget] = (),
    fields: Sequence[str] = (),
    beside: QWidget | None = None,
    primary: bool = True,
    adds: bool = True,
) -> RecordPanel:
    """Return the list of a kind of record with its form, not yet registered with the page."""
    records = RecordList(
        page.context,
        page.project,
        page.messages,
        tipo,
        columns=columns,
        filters=filters,
        empty=empty,
        iniciales=iniciales,
        extra_actions=actions,
        primary=primary,
        adds=adds,
    )
    return RecordPanel(page.context, page.project, records, tipo, beside=beside, fields=fields)
