"""Opens somebody else's project to be read, and never changes it: an older one is brought up to date in a copy."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.working_copy import copy_into, temporary_folder
from promueve_gui.application.ports import EstadoArchivo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.session import Session


@contextmanager
def open_untouched(opener: ProjectOpener, path: Path) -> Iterator[Session]:
    """Give a project to be read only.

    A file that somebody has open is read where it stands, because only SQLite knows which of it is settled; any other
    is copied first. Raises ``UserError`` as opening does.
    """
    with ExitStack() as stack:
        source = path
        if path.is_file() and opener.inspect(path).estado is not EstadoArchivo.EN_USO:
            folder = stack.enter_context(temporary_folder())
            with suppress(OSError):  # opening says what is wrong with a file that cannot be copied
                source = copy_into(Path(folder), path)
        session = opener.open(source, upgrade=True, read_only=True)
        stack.callback(session.close)
        yield session
