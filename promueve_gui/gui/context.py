"""What every part of the window is given at its making, instead of globals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from promueve_gui.gui import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QIcon

    from promueve_gui.application.ayuda import Ayuda, GrupoTipico, Termino, TextoPaso
    from promueve_gui.application.export_documents import Entrega, Exporter
    from promueve_gui.application.formats import FormatSender
    from promueve_gui.application.letters import LetterExporter
    from promueve_gui.application.newsletters import NewsMaker
    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.page_estimates import PageEstimator
    from promueve_gui.application.person_listing import Linea
    from promueve_gui.application.personal_data import PersonalStore
    from promueve_gui.application.ports import Feriados, Lengua, Progress
    from promueve_gui.application.return_results import ResultSaver
    from promueve_gui.application.returns import Returns
    from promueve_gui.application.session import Session
    from promueve_gui.domain.catalogos import PlantillaCorreo
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.duplicados import Similitud
    from promueve_gui.domain.enriquecido import Tramo
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.importacion import Lectura
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.coming_forward import Calls
    from promueve_gui.gui.icons import Icons
    from promueve_gui.gui.settings import Settings


class Textos(Protocol):
    """The texts and catalogues of ``recursos``."""

    def perfiles(self) -> list[tuple[str, str]]:
        """Return key and name of each profile."""

    def load_perfil(self, clave: str) -> list[Registro]:
        """Return the records that a project copies from a profile."""

    def mensajes(self) -> list[PlantillaCorreo]:
        """Return the messages that ship."""

    def load_ayuda(self, entidad: str) -> Mapping[str, Ayuda]:
        """Return the help of each field of a record."""

    @property
    def pasos(self) -> Mapping[str, TextoPaso]:
        """Return the introduction of each page."""

    @property
    def glosario(self) -> Sequence[Termino]:
        """Return the glossary."""

    @property
    def manual(self) -> str:
        """Return the manual, as Markdown."""

    @property
    def licencias(self) -> str:
        """Return whose work is in the program, as Markdown."""

    @property
    def sectores(self) -> Sequence[str]:
        """Return the sectors."""

    @property
    def grupos_tipicos(self) -> Sequence[GrupoTipico]:
        """Return the starter catalogue of groups."""


# No slots: what is made when first asked for is kept in the instance. No methods that nobody calls: each is compiled.
@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Services:
    """The use cases that the window calls, put together by ``bootstrap``."""

    make_opener: Callable[[], ProjectOpener]
    make_textos: Callable[[], Textos]
    feriados: Feriados
    today: Callable[[], date]
    read_source: Callable[[Path, Progress | None], Lectura]
    read_returned: Callable[[Path, Progress | None], LibroDevuelto | None]
    make_returns: Callable[[Session], Returns]
    build_result_saver: Callable[[], ResultSaver]
    build_example: Callable[[date], list[Registro]]
    open_untouched: Callable[[ProjectOpener, Path], AbstractContextManager[Session]]
    build_exporter: Callable[[], Exporter]
    build_letter_exporter: Callable[[], LetterExporter]
    share_templates: Callable[[], Path]
    compose_content: Callable[[Contenido, Proyecto], list[tuple[str, list[Tramo]]]]
    page_estimator: Callable[[bytes | None, Proyecto], PageEstimator]
    build_personal_store: Callable[[], PersonalStore]
    write_listing: Callable[[Entrega, Sequence[Linea], Path], None]
    build_format_sender: Callable[[], FormatSender]
    check_letterhead: Callable[[bytes], tuple[str, ...]]
    build_news_maker: Callable[[], NewsMaker]
    check_slide_template: Callable[[bytes], list[str]]
    render_content: Callable[[str, Contenido, Proyecto], str]
    build_similitud: Callable[[], Similitud]
    build_lengua: Callable[[], Lengua]
    log_crash: Callable[[BaseException], Path]
    log_folder: Callable[[], Path]
    installation: Callable[[], list[tuple[str, str]]]
    is_shared: Callable[[Path], bool]
    window_calls: Calls
    recursos: Path
    version: str

    @cached_property
    def opener(self) -> ProjectOpener:
        """Start, open and rescue projects; made when first asked for, since SQLite and every record come with it."""
        return self.make_opener()

    @cached_property
    def textos(self) -> Textos:
        """Give the texts of the program; made when first asked for, since the start screen shows none of them."""
        return self.make_textos()

    @cached_property
    def lengua(self) -> Lengua:
        """Give what helps to write Spanish; made when the first text is shown."""
        return self.build_lengua()


class Context(QObject):
    """Services, icons and colours; tells when the colours change."""

    theme_changed = Signal()

    def __init__(self, services: Services, icons: Icons, settings: Settings) -> None:
        """Take the services and start with the colours of the user's theme."""
        super().__init__()
        self.services = services
        self.icons = icons
        self.settings = settings
        self.colores = theme.colores(settings.tema)

    def set_theme(self, tema: theme.Tema) -> None:
        """Use another theme from now on, and remember it."""
        self.settings.tema = tema
        self.colores = theme.colores(tema)
        self.icons.inks.update(theme.inks(self.colores))
        self.theme_changed.emit()

    def follow_system(self) -> None:
        """Look at the desktop again, when the user chose to have its colours."""
        if self.settings.tema is theme.Tema.SISTEMA and theme.colores(theme.Tema.SISTEMA) != self.colores:
            self.set_theme(theme.Tema.SISTEMA)

    def icon(self, name: str, colour: str = "") -> QIcon:
        """Return an icon, in the colour of text unless told otherwise."""
        return self.icons.icon(name, colour or self.colores.texto, self.colores.secundario)
