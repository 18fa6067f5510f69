"""Works on projects until it is killed, and says after each piece of work that it was done.

``python -m tests.e2e.kill_nursery FOLDER`` loads the program once; for each line on its standard input, a task and a
seed, it makes a child that begins with that task and goes on with others, and says when the child is gone.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.adapters.excel import mapa, plan
from promueve_gui.adapters.sources import detection
from promueve_gui.adapters.sqlite import migrations
from promueve_gui.adapters.word import writer
from promueve_gui.application.export_documents import Entrega, documentos
from promueve_gui.application.import_files import apply_import, plan_import
from promueve_gui.domain.cambios import alta, cambio, nuevo_id
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.session import Session

# What each task would load at its first use is loaded here, once.
LOADED = (mapa, plan, detection, migrations, writer)
SOURCES = Path(__file__).parent.parent / "datos" / "fuentes"


def say(*words: object) -> None:
    """Write one line that is on its way before anything else happens."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Worker:
    """Somebody at work in a folder, who never closes the program."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.opener = bootstrap.build_opener()
        self.session = self.opener.open(folder / "plan.promueve")
        self.tasks: dict[str, Callable[[], None]] = {
            "edit": self.edit,
            "undo": self.undo,
            "import": self.import_source,
            "export": self.export,
            "migrate": self.migrate,
            "create": self.create,
            "restore": self.restore,
            "copy": self.copy,
        }

    def work(self, first: str) -> None:
        """Do the first task, and then others without end."""
        self.tasks[first]()
        while True:
            self.tasks[self.chance.choice(list(self.tasks))]()

    def done(self, *words: object) -> None:
        """Say what was done, and the line of the bitácora that the file then had."""
        say(self.session.position, *words)

    def edit(self) -> None:
        for _ in range(self.chance.randint(1, 20)):
            grupos = self.session.proyecto.activos(GrupoUsuarios)
            if grupos and self.chance.random() < 0.7:
                pedido = cambio(self.chance.choice(grupos), notas=f"Nota {self.chance.random()}")
            else:
                pedido = alta(GrupoUsuarios(id=nuevo_id(), nombre=f"Grupo {self.chance.random()}"))
            self.acknowledge(self.session, pedido)

    def acknowledge(self, session: Session, pedido: object) -> None:
        edicion = session.edit("Editar", [pedido])  # type: ignore[list-item]  # a change or nothing, as the case may be
        if edicion is not None:
            self.done("edicion", edicion.id)

    def undo(self) -> None:
        for step in (self.session.undo, self.session.undo, self.session.redo):
            edicion = step()
            if edicion is not None:
                self.done(step.__name__, edicion.id)

    def import_source(self) -> None:
        source = self.chance.choice(sorted(SOURCES.glob("*.csv")))
        propuesta = plan_import(self.session.proyecto, bootstrap.read_source(source))
        edicion = apply_import(self.session, propuesta, source.name)
        if edicion is None:
            self.done("import", source.name)  # its problems are noted all the same
            return
        self.done("edicion", edicion.id)
        self.session.undo()
        self.done("undo", edicion.id)

    def export(self) -> None:
        folder = self.folder / "salidas"
        entrega = Entrega(proyecto=self.session.snapshot(), momento=bootstrap.now())
        asked = documentos(entrega.proyecto)
        for documento in self.chance.sample(asked, min(3, len(asked))):
            found = bootstrap.build_exporter().export_all([documento], entrega, folder)
            for path in found.escritos:
                self.session.record_export(documento.identidad, path.name)
                self.done("export", path.name)

    def migrate(self) -> None:
        for path in sorted(self.folder.glob("viejo-*.promueve")):
            older = self.opener.open(path, upgrade=True)
            older.edit("Agregar", [alta(AreaGeneradora(id=nuevo_id(), nombre="Otra área"))])
            older.close()

    def create(self) -> None:
        registros = self.session.proyecto.todos(AreaGeneradora)
        self.opener.create(self.folder / f"nuevo-{nuevo_id()}.promueve", registros)

    def restore(self) -> None:
        path = self.folder / "otro.promueve"
        other = self.opener.open(path)
        other.backup("importacion")
        other.edit("Agregar", [alta(AreaGeneradora(id=nuevo_id(), nombre="Otra área"))])
        other.close()
        self.opener.restore(path, self.chance.choice(self.opener.backups(path)).path)

    def copy(self) -> None:
        self.session.save_copy(self.folder / "copia.promueve")


def main() -> None:
    """Make one child after another."""
    folder = Path(sys.argv[1])
    for line in sys.stdin:
        task, seed = line.split()
        child = os.fork()
        if not child:
            try:
                say("listo", os.getpid())
                Worker(folder, random.Random(seed)).work(task)  # noqa: S311  # nothing secret
            finally:
                os._exit(1)  # it only gets here by a defect, which its traceback on standard error tells
        _, status = os.waitpid(child, 0)
        say("fin", status)


if __name__ == "__main__":
    main()
