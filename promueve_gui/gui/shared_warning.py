"""A warning that a project stands in a folder of the network; it can be told not to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.widgets.parts import Banner

SETTING = "avisos/carpeta_compartida"
SENTENCE = (
    "Este proyecto está en una carpeta compartida. Las carpetas de red no siempre avisan que otra persona lo tiene "
    "abierto: trabaje en él una persona a la vez, o cópielo a su equipo."
)


def warn_if_shared(context: Context, banner: Banner, path: Path) -> None:
    """Warn about a project on a drive of the network, unless the user wants no such warning."""
    settings = context.settings
    if not settings.flag(SETTING, default=True) or not context.services.is_shared(path):
        return

    def stop() -> None:
        settings.set_flag(SETTING, value=False)
        banner.hide()

    banner.tell(SENTENCE, button("No volver a avisar", stop))
