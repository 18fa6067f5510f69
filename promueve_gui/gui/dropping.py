"""Files dropped on the window: a project is opened or merged, several are merged, and the rest is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.open_project import SUFFIX
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.consolidating import consolidate_files

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.opening import Opening
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell


def take_dropped(window: Shell, opening: Opening, paths: list[Path]) -> None:
    """Open the one project among ``paths`` or merge all of them, after one question, and receive the other files."""
    projects = [path for path in paths if path.suffix.lower() == SUFFIX]
    others = [path for path in paths if path not in projects]
    project = window.project
    if not paths:
        window.messages.tell("Lo que soltó no es un archivo. Suelte aquí archivos, no carpetas.")
    elif not projects:
        window.import_files(others) if project is not None else _ask_where(window, opening, others)
    elif project is None:
        _open_one(window, opening, projects, others)
    else:
        _ask(window, opening, project, [path for path in projects if path.resolve() != project.session.path], others)


def _ask_where(window: Shell, opening: Opening, others: list[Path]) -> None:
    """Ask into which project files go while none is open; the one used last is the one meant."""
    recent = window.context.settings.recent()[:1]
    choices = [*(f"Abrir «{path.name}»" for path in recent), "Abrir otro proyecto…", "Crear un proyecto nuevo…"]
    what = f"«{others[0].name}»" if len(others) == 1 else f"estos {len(others)} archivos"
    if not recent:
        choices[0] = "Abrir un proyecto…"
    choice = window.messages.ask("Archivos recibidos", f"¿A qué proyecto quiere llevar {what}?", choices)
    if choice == len(recent) + 1:
        opening.ask_new(others)
    elif choice >= 0:
        path = recent[choice] if choice < len(recent) else window.messages.open_project()
        if path is not None:
            opening.open(path, others)


def _open_one(window: Shell, opening: Opening, projects: list[Path], others: list[Path]) -> None:
    if len(projects) > 1:
        window.messages.tell(
            f"Soltó {len(projects)} proyectos y no hay ninguno abierto. Abra primero aquel en el que quiere reunirlos "
            "y vuelva a soltar los demás."
        )
        return
    opening.open(projects[0], others)


def _ask(window: Shell, opening: Opening, project: Project, projects: list[Path], others: list[Path]) -> None:
    """Ask once what to do with all the files; the open project itself is not among them."""
    if not projects:
        if others:
            window.import_files(others)
        else:
            window.statusBar().showMessage(f"«{project.path.name}» ya está abierto.", 6000)
        return
    choices = ["Abrir en lugar del actual"] if len(projects) == 1 else []
    if not project.read_only:
        choices.append("Consolidar en este proyecto" if len(projects) == 1 else "Consolidar todo en este proyecto")
    if not choices:
        window.messages.tell(mensaje(UserError("solo_lectura")))
        return
    title = "Proyecto recibido" if len(projects) == 1 else "Proyectos recibidos"
    choice = window.messages.ask(title, _question(projects, others), choices)
    if choice < 0:
        return
    if choice == 0 and len(projects) == 1:
        opening.open(projects[0], others)
        return
    consolidate_files(window, projects, others)


def _question(projects: list[Path], others: list[Path]) -> str:
    if len(projects) == 1:
        question = f"¿Qué quiere hacer con «{projects[0].name}»?"
    else:
        *firsts, last = [f"«{path.name}»" for path in projects]
        question = f"¿Qué quiere hacer con los proyectos {', '.join(firsts)} y {last}?"
    if not others:
        return question
    rest = "El otro archivo se recibirá" if len(others) == 1 else f"Los otros {len(others)} archivos se recibirán"
    return f"{question} {rest} después."
