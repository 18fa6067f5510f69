"""The page UsuariosPage."""

from promueve_gui.gui.pasos.usuarios.page import UsuariosPage

__all__ = ["UsuariosPage"]
