"""``exportar`` with one content only, or on a letterhead of this time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.adapters.word.container import read_container
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.galeria_membretes import NOMBRES, data_of
from tests.adapters.word.muestras import HISTORIA, MEMBRETES
from tests.e2e.terminal import call, only_line
from tests.returned_word import RECORDS

if TYPE_CHECKING:
    from pathlib import Path

FICHA = Contenido(id="ficha", tipo=TipoContenido.HERRAMIENTA, nombre="Ficha del mapa de puentes")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "puentes.promueve"
    bootstrap.build_opener().create(path, [*RECORDS, FICHA])
    return path


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("nombre", NOMBRES)
def test_documents_leave_on_the_letterhead_of_this_time(project: Path, tmp_path: Path, nombre: str) -> None:
    answer = call("exportar", project, "--word", tmp_path / "salida", "--membrete", MEMBRETES / nombre)
    assert answer.code == 0, answer
    faltas = bootstrap.check_letterhead(data_of(nombre))
    assert answer.out.splitlines()[: len(faltas)] == [f"Membrete «{nombre}»: {falta}" for falta in faltas]
    assert len(files(tmp_path / "salida")) == 3
    (bulletin,) = (tmp_path / "salida").glob("*Comunicado*.docx")
    partes = read_container(bulletin.read_bytes())
    imagenes = {d for n, d in read_container(data_of(nombre)).items() if n.startswith("word/media/")}
    # One letterhead has a picture in its sample text, which gives way.
    assert len(imagenes - set(partes.values())) == (nombre == "logotipos.docx")
    again = call("importar", project, bulletin)
    assert (again.code, "Sin cambios" in again.out) == (0, True), again


def test_one_content_leaves_alone_in_each_format(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "salida"
    asked = [part for name in ("word", "odt", "html", "texto") for part in (f"--{name}", folder / name)]
    answer = call("exportar", project, *asked, "--contenido", HISTORIA.nombre.upper())
    assert answer.code == 0, answer
    assert [len(files(folder / name)) for name in ("word", "odt", "html", "texto")] == [1, 1, 1, 1]
    assert all(HISTORIA.nombre in line for line in answer.out.splitlines())


def test_the_one_asked_for_may_be_of_any_type_that_the_format_serves(project: Path, tmp_path: Path) -> None:
    assert call("exportar", project, "--word", tmp_path / "w", "--contenido", FICHA.nombre).code == 0
    assert len(files(tmp_path / "w")) == 1
    refused = only_line(call("exportar", project, "--pptx", tmp_path / "p", "--contenido", FICHA.nombre))
    assert refused == (
        "«Ficha del mapa de puentes» no es de los contenidos que salen como «Presentaciones (PowerPoint)». Elija otro "
        "formato."
    )
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize(
    ("options", "dicho"),
    [
        (("--contenido", "Puentes"), "falta decir en qué formato"),
        (("--contenido", "Puentes", "--mapa", "m.xlsx"), "falta decir en qué formato"),
        (("--membrete", "m.docx", "--html", "h"), "falta decir cuáles"),
        (("--word", "w", "--contenido", "Puentes"), "«Puentes»"),
        (("--word", "w", "--membrete", "no-hay.docx"), "«no-hay.docx»"),
    ],
)
def test_what_cannot_be_done_is_told(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], dicho: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dicho in only_line(call("exportar", project, *options))
    assert not {"m.xlsx", "h", "w"} & set(files(tmp_path))


def test_two_contents_of_one_title_are_told_apart_by_nobody(project: Path, tmp_path: Path) -> None:
    session = bootstrap.build_opener().open(project)
    session.edit("Otro", [alta(Contenido(id="otro", tipo=TipoContenido.HISTORIA, nombre=HISTORIA.nombre))])
    session.close()
    refused = only_line(call("exportar", project, "--word", tmp_path / "w", "--contenido", HISTORIA.nombre))
    assert HISTORIA.nombre in refused


def test_a_letterhead_that_cannot_serve_leaves_nothing(project: Path, tmp_path: Path) -> None:
    malo = tmp_path / "membrete.docx"
    malo.write_bytes(b"no es un documento")
    refused = only_line(call("exportar", project, "--word", tmp_path / "w", "--membrete", malo))
    assert "El membrete no es un documento de Word" in refused
    assert not (tmp_path / "w").exists()
