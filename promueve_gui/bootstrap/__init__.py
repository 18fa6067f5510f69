"""The composition root: the only room that knows all others. It makes adapters and hands them to the use cases.

Heavy libraries are imported by the function that needs them, so that each call pays only for its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.bootstrap.contents import (
    build_lengua,
    check_letterhead,
    check_slide_template,
    compose_content,
    compose_lines,
    letter_template,
    page_estimator,
    render_content,
    serve_spelling,
    share_templates,
)
from promueve_gui.bootstrap.documents import (
    build_exporter,
    build_format_sender,
    build_letter_exporter,
    build_news_maker,
    build_personal_store,
    build_result_saver,
    write_listing,
)
from promueve_gui.bootstrap.places import (
    calls_folder,
    installation,
    is_shared,
    log_crash,
    log_folder,
    now,
    settings_path,
    templates_folder,
    today,
)
from promueve_gui.bootstrap.projects import (
    build_example,
    build_feriados,
    build_opener,
    build_recursos,
    build_similitud,
    make_returns,
    open_untouched,
    read_returned,
    read_source,
    write_older_project,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from promueve_gui.gui.context import Services

__all__ = [
    "build_example",
    "build_exporter",
    "build_feriados",
    "build_format_sender",
    "build_lengua",
    "build_letter_exporter",
    "build_news_maker",
    "build_opener",
    "build_personal_store",
    "build_recursos",
    "build_result_saver",
    "build_services",
    "build_similitud",
    "calls_folder",
    "check_letterhead",
    "check_slide_template",
    "compose_content",
    "compose_lines",
    "installation",
    "is_shared",
    "letter_template",
    "log_crash",
    "log_folder",
    "make_returns",
    "now",
    "open_untouched",
    "page_estimator",
    "read_returned",
    "read_source",
    "render_content",
    "run_window",
    "serve_spelling",
    "settings_path",
    "share_templates",
    "templates_folder",
    "today",
    "try_window",
    "write_listing",
    "write_older_project",
]


def run_window(paths: Sequence[Path]) -> int:
    """Open the window, on the files that were double-clicked or dropped on the icon; return the exit code.

    A lone project that this person has open on this computer already comes to the front instead.
    """
    from promueve_gui.adapters.window_calls import WindowCalls, window_of
    from promueve_gui.application.garbage import set_aside

    owner = window_of(paths[0]) if len(paths) == 1 else None
    if owner is not None and WindowCalls(calls_folder()).call(owner):
        return 0

    with set_aside():
        from promueve_gui.gui import light_qt

        light_qt.load()
        from promueve_gui.gui.app import run

    return run(build_services(), settings_path(), paths)


def try_window(folder: Path, project: Path) -> list[str]:
    """Open the window on a project and go through it; return what went wrong. ``folder`` takes its settings."""
    from promueve_gui.gui.self_test import try_window as walk

    return walk(build_services(), folder, project)


def build_services() -> Services:
    """Return the use cases that the window calls; each imports its heavy libraries when it is first called."""
    from promueve_gui import __version__
    from promueve_gui.adapters.resource_root import find_root
    from promueve_gui.adapters.window_calls import WindowCalls
    from promueve_gui.gui.context import Services

    return Services(
        make_opener=build_opener,
        make_textos=build_recursos,
        feriados=build_feriados(),
        today=today,
        read_source=read_source,
        read_returned=read_returned,
        make_returns=make_returns,
        build_result_saver=build_result_saver,
        open_untouched=open_untouched,
        build_example=build_example,
        build_exporter=build_exporter,
        build_letter_exporter=build_letter_exporter,
        share_templates=share_templates,
        compose_content=compose_content,
        page_estimator=page_estimator,
        build_personal_store=build_personal_store,
        write_listing=write_listing,
        build_format_sender=build_format_sender,
        check_letterhead=check_letterhead,
        build_news_maker=build_news_maker,
        check_slide_template=check_slide_template,
        render_content=render_content,
        build_similitud=build_similitud,
        build_lengua=build_lengua,
        log_crash=log_crash,
        log_folder=log_folder,
        installation=installation,
        is_shared=is_shared,
        window_calls=WindowCalls(calls_folder()),
        recursos=find_root(),
        version=__version__,
    )
