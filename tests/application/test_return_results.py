"""The result as a document: its name, and that one that cannot be written does not stop the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.export_documents import Entrega, Exporter, ignore_progress, nombre_de
from promueve_gui.application.return_batch import apply_all, compare_one
from promueve_gui.application.return_results import ResultSaver, result_document
from promueve_gui.application.returns import Returns
from promueve_gui.domain.errors import UserError
from returned.institution import MOMENT, PLAYAS, project
from tests.galeria import EDITED, read, sent_session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.received import Recibido
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


class Shelf:
    """Where documents go (port ``AtomicFiles``); paths in ``locked`` refuse."""

    def __init__(self, *locked: str) -> None:
        self.locked = locked
        self.folders: list[Path] = []
        self.written: list[Path] = []

    def write_atomically(self, path: Path, writer: Callable[[Path], None]) -> None:
        if path.name in self.locked:
            raise PermissionError(path)
        writer(path)
        self.written.append(path)

    def make_folder(self, folder: Path) -> None:
        self.folders.append(folder)


def write(recibido: Recibido, entrega: Entrega, path: Path, progress: Progress) -> None:
    progress(1, 1)


def write_content(
    contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None, exportacion: Id
) -> None:
    raise AssertionError(path)


def write_format(area: str, entrega: Entrega, path: Path, progress: Progress) -> None:
    raise AssertionError(path)


def saver(shelf: Shelf) -> ResultSaver:
    return ResultSaver(Exporter(shelf, {}, write_content, write_format), write)


def applied(*nombres: str) -> Sequence[Recibido]:
    returns = Returns(sent_session())
    comparados = [compare_one(returns, read(nombre)) for nombre in nombres]
    return apply_all(returns, comparados, [{} for _ in nombres], ignore_progress).aplicados


@pytest.fixture
def entrega() -> Entrega:
    return Entrega(proyecto=project(), momento=MOMENT)


def test_it_is_called_after_the_file_and_known_by_the_area() -> None:
    documento = result_document(applied(EDITED)[0])
    assert documento.archivo == "Resultado - Copia de formato (3) FINAL ya revisado.xlsx"
    assert documento.identidad == f"resultado:{PLAYAS}"
    assert nombre_de(documento.identidad, project()) == "Resultado de lo que devolvió «Dirección General de Playas»"
    assert result_document(applied("mapa editado.xlsx")[0]).identidad == "resultado"


def test_several_go_into_a_folder_each_with_its_own_name(entrega: Entrega) -> None:
    shelf = Shelf()
    dichos: list[tuple[int, int]] = []
    aplicados = applied("intacto.xlsx", "con macros.xlsm", "de LibreOffice.xlsx", "de LibreOffice.ods")
    hecho = saver(shelf).save_all(aplicados, entrega, Path("salida"), lambda *avance: dichos.append(avance))
    assert [path.name for path in hecho.escritos] == [
        "Resultado - intacto.xlsx",
        "Resultado - con macros.xlsx",
        "Resultado - de LibreOffice.xlsx",
        "Resultado - de LibreOffice (2).xlsx",
    ]
    assert list(hecho.escritos) == shelf.written
    assert shelf.folders == [Path("salida")]
    assert dichos[-1] == (4000, 4000)


def test_one_that_cannot_be_written_is_told_and_the_others_go_on(entrega: Entrega) -> None:
    shelf = Shelf("Resultado - intacto.xlsx")
    hecho = saver(shelf).save_all(applied("intacto.xlsx", EDITED), entrega, Path("salida"))
    assert [error.code for error in hecho.fallidos] == ["exportacion_bloqueada"]
    assert len(hecho.escritos) == 1


def test_one_alone_goes_where_it_is_told(entrega: Entrega) -> None:
    shelf = Shelf("cerrado.xlsx")
    saver(shelf).save(applied(EDITED)[0], entrega, Path("aquí.xlsx"))
    assert shelf.written == [Path("aquí.xlsx")]
    with pytest.raises(UserError):
        saver(shelf).save(applied(EDITED)[0], entrega, Path("cerrado.xlsx"))
