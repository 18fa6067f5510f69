"""The call ``--autoprueba``: the installed program tries itself, in a temporary folder, with everything it ships."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.content_formats import FORMATOS, documentos_en
from promueve_gui.application.export_documents import AGENDA, Entrega, documentos
from promueve_gui.application.import_files import apply_import, plan_import
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.plan_documents import plan_documents
from promueve_gui.cli.terminal import DONE, FINDINGS
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.reparto_plan import Reparto

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.application.export_documents import Documento
    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.session import Session
    from promueve_gui.cli.terminal import Terminal

    Step = tuple[str, Callable[["Trial"], None]]

INVENTARIO = (
    "Responsable,Nombre del conjunto,Nombre del recurso,¿De qué es?,¿Tiene datos privados?,"
    "Razón por la cual los datos son privados,"
    '"¿En qué plataforma, tecnología, programa o sistema se albergan?",'
    "Fecha estimada de publicación en datos.gob.mx,Frecuencia con la que actualizan\n"
    "Área de prueba,Conjunto de prueba,Recurso de prueba,Prueba,Público,,CSV,2026-01-31,mensual\n"
)
RECIBIDOS = frozenset({".xlsx", ".docx"})  # what the program takes back of what it writes


class StepFailedError(Exception):
    """A step did not give what it must; the message says what."""


@dataclass(slots=True)
class Trial:
    """One run: its folder, and the project that the steps hand on to each other."""

    folder: Path
    opener: ProjectOpener = field(default_factory=bootstrap.build_opener)

    @property
    def project(self) -> Path:
        """Return where the project of the trial is."""
        return self.folder / "prueba.promueve"

    def create(self) -> None:
        """Write the sample project."""
        self.opener.create(self.project, bootstrap.build_example(bootstrap.today()))

    def edit(self) -> None:
        """Add a group, undo and redo it, and find it after opening again."""
        grupo = GrupoUsuarios(id=nuevo_id(), nombre="Grupo de prueba")
        session = self._open()
        try:
            session.edit("Prueba", [alta(grupo)])
            session.undo()
            session.redo()
        finally:
            session.close()
        session = self._open()
        try:
            _require(session.proyecto.get(GrupoUsuarios, grupo.id) == grupo, "el cambio no quedó guardado")
        finally:
            session.close()

    def export(self) -> None:
        """Write every document of the project, its contents in every format, and the calendar of its plan."""
        session = self._open()
        try:
            proyecto = session.snapshot()
            agenda = plan_documents(proyecto, AGENDA, Reparto.TODO)
            self._write(session, "entregables", [*documentos(proyecto), *agenda])
            for formato in FORMATOS:
                self._write(session, formato.clave, documentos_en(formato, proyecto))
        finally:
            session.close()

    def _write(self, session: Session, carpeta: str, pedidos: Sequence[Documento]) -> None:
        """Write documents to a folder, and note in the project that they left."""
        folder, position = self.folder / carpeta, session.position
        entrega = Entrega(proyecto=session.snapshot(), momento=bootstrap.now())
        hecho = bootstrap.build_exporter().export_all(pedidos, entrega, folder)
        _require(not hecho.fallidos, "; ".join(map(mensaje, hecho.fallidos)))
        _require(bool(hecho.escritos), f"no se escribió nada en «{carpeta}»")
        _require(all(path.stat().st_size for path in hecho.escritos), "un documento quedó vacío")
        identidades = {folder / pedido.carpeta / pedido.archivo: pedido.identidad for pedido in pedidos}
        for path in hecho.escritos:
            documento = identidades[path]
            session.record_export(documento, path.name, position, entrega.exportacion(documento))

    def receive(self) -> None:
        """Take the books of Excel and the documents of Word back: nobody touched them, so they must change nothing."""
        vuelven = [path for path in sorted((self.folder / "entregables").rglob("*")) if path.suffix in RECIBIDOS]
        _require({path.suffix for path in vuelven} == RECIBIDOS, "no hay qué recibir")
        session = self._open()
        try:
            returns = bootstrap.make_returns(session)
            for path in vuelven:
                libro = bootstrap.read_returned(path)
                igual = libro is not None and not returns.compare(libro).diferencias
                _require(igual, f"«{path.name}» no se reconoce, o vuelve distinto de como salió")
        finally:
            session.close()

    def import_file(self) -> None:
        """Import an inventory twice: the second time must change nothing."""
        source = self.folder / "inventario.csv"
        source.write_text(INVENTARIO, encoding="utf-8")
        session = self._open()
        try:
            for nuevos in (1, 0):
                propuesta = plan_import(session.proyecto, bootstrap.read_source(source))
                _require(propuesta.nuevos.get("recurso", 0) == nuevos, "no se importó lo que trae el archivo")
                apply_import(session, propuesta, source.name)
        finally:
            session.close()

    def migrate(self) -> None:
        """Open a project as the first release wrote it."""
        older = self.folder / "anterior.promueve"
        bootstrap.write_older_project(older, "Institución de prueba")
        session = self.opener.open(older, upgrade=True)
        try:
            institucion = session.proyecto.unico(Institucion)
            _require(institucion is not None and institucion.nombre == "Institución de prueba", "se perdieron datos")
        finally:
            session.close()
        _require((older.parent / "respaldos" / "anterior.v1.bak").is_file(), "no se conservó el original")

    def find_resources(self) -> None:
        """Read every text, profile and catalogue that ships."""
        recursos = bootstrap.build_recursos()
        perfiles = [recursos.load_perfil(clave) for clave, _ in recursos.perfiles()]
        _require(bool(perfiles) and all(perfiles), "faltan los perfiles")
        textos = (recursos.manual, recursos.licencias, recursos.pasos, recursos.glosario)
        catalogos = (recursos.sectores, recursos.grupos_tipicos, recursos.mensajes(), recursos.fragmentos())
        _require(all(textos), "faltan textos de ayuda")
        _require(all(catalogos), "faltan catálogos")
        _require(all(map(recursos.load_ayuda, POR_ENTIDAD)), "falta la ayuda de algún registro")

    def spell(self) -> None:
        """Ask the dictionary about a word and a slip. Whoever runs the source may be without one."""
        ortografia = bootstrap.build_lengua().ortografia
        if ortografia is None:
            _require(not getattr(sys, "frozen", False), "falta el diccionario de español")
            return
        try:
            desconocidas = ortografia.desconocidas(["información", "informasion"])
        finally:
            ortografia.close()
        _require(desconocidas == {"informasion"}, "el diccionario no distingue una palabra de una errata")

    def show(self) -> None:
        """Open the window on the sample project, go through its pages, edit and undo."""
        wrong = bootstrap.try_window(self.folder, self.project)
        _require(not wrong, "; ".join(wrong))

    def _open(self) -> Session:
        return self.opener.open(self.project)


STEPS: tuple[Step, ...] = (
    ("Crear un proyecto", Trial.create),
    ("Editar, deshacer, rehacer y volver a abrir", Trial.edit),
    ("Exportar los documentos en todos los formatos", Trial.export),
    ("Recibir de vuelta los libros de Excel y los textos de Word", Trial.receive),
    ("Importar un inventario dos veces", Trial.import_file),
    ("Actualizar un proyecto de la primera versión", Trial.migrate),
    ("Encontrar textos, perfiles y catálogos", Trial.find_resources),
    ("Revisar la ortografía", Trial.spell),
    ("Abrir la ventana y recorrer sus páginas", Trial.show),
)


def self_test(terminal: Terminal, report: Path | None = None, steps: Sequence[Step] = STEPS) -> int:
    """Go through the steps and say how each went; the exit code tells whether all went well.

    The same lines go to the file ``report`` if given: a program for Windows that has a window has no terminal. Raises
    ``UserError("exportacion_fallida")`` when it cannot be written.
    """
    lines = [f"{name}: {value}" for name, value in bootstrap.installation()]
    for line in lines:
        terminal.line(line)
    failed = False
    with TemporaryDirectory(prefix="promueve-", ignore_cleanup_errors=True) as folder:
        trial = Trial(Path(folder))
        for name, step in steps:
            reason = _try(step, trial)
            lines.append(f"✗ {name}: {reason}" if reason else f"✓ {name}")
            terminal.line(lines[-1])
            failed = failed or bool(reason)
    if report is not None:
        _write(report, lines)
    return FINDINGS if failed else DONE


def _write(report: Path, lines: Sequence[str]) -> None:
    try:
        report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise UserError("exportacion_fallida", archivo=report.name) from error


def _try(step: Callable[[Trial], None], trial: Trial) -> str:
    """Return why a step failed, or nothing."""
    try:
        step(trial)
    except UserError as error:
        return mensaje(error)
    except StepFailedError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - whatever fails in a trial is its result
        return f"error inesperado; los detalles están en {bootstrap.log_crash(error)}"
    return ""


def _require(condition: bool, reason: str) -> None:  # noqa: FBT001 - reads like an assertion
    if not condition:
        raise StepFailedError(reason)
