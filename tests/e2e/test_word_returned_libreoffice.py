"""Documents that LibreOffice saved again before they came back: nothing is lost, and nothing is taken for a change."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.word.returned import read_document
from tests.adapters.word.devueltos import (
    Salida,
    changes,
    delete_tracked,
    insert_tracked,
    paragraph,
    say,
    without_marks,
)
from tests.adapters.word.muestras import BOLETIN, HISTORIA, MEMBRETES, VISOR_CONTENIDO
from tests.adapters.word.test_returned import RICO

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument


pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

CONTENIDOS = {"boletin": BOLETIN, "historia": HISTORIA, "herramienta": VISOR_CONTENIDO, "rico": RICO}
MEMBRETADOS = ("espanol", "logotipos", "marcado", "tabla")


def tracked(document: WordDocument) -> None:
    """Work with tracking on."""
    insert_tracked(paragraph(document, "Durante la etapa"), " Hoy son doce.")
    delete_tracked(paragraph(document, "Con esta publicación"), mark=True)
    delete_tracked(paragraph(document, "«Un puente"))
    document.add_comment(paragraph(document, "El conjunto reúne").runs, text="Revisar", author="Laura")


def plain(document: WordDocument) -> None:
    """Work with tracking off."""
    say(paragraph(document, "Durante la etapa"), "nueve municipios", "doce municipios")


def lost(document: WordDocument) -> None:
    """Lose the bookmarks too."""
    plain(without_marks(document))


WORKS = {"con control": tracked, "sin control": plain, "sin marcas": lost}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Salida, Path]]:
    """Return every file as it left and as LibreOffice saved it; one start of LibreOffice for all."""
    folder = tmp_path_factory.mktemp("vuelta")
    (folder / "otra").mkdir()
    salidas = {nombre: Salida(contenido, folder / f"{nombre}.docx") for nombre, contenido in CONTENIDOS.items()}
    for nombre in MEMBRETADOS:
        salidas[nombre] = Salida(RICO, folder / f"{nombre}.docx", (MEMBRETES / f"{nombre}.docx").read_bytes())
    for nombre, work in WORKS.items():
        salidas[nombre] = Salida(BOLETIN, folder / f"{nombre}.docx")
        document = salidas[nombre].open()
        work(document)
        document.save(str(salidas[nombre].path))
    perfil = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
    orden = ["soffice", perfil, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "otra")]
    archivos = [str(salida.path) for salida in salidas.values()]
    subprocess.run([*orden, *archivos], check=True, capture_output=True, timeout=240)
    return {nombre: (salida, folder / "otra" / salida.path.name) for nombre, salida in salidas.items()}


@pytest.mark.parametrize("nombre", [*CONTENIDOS, *MEMBRETADOS])
def test_saved_again_it_brings_nothing(saved: dict[str, tuple[Salida, Path]], nombre: str) -> None:
    salida, otra = saved[nombre]
    devolucion = salida.back(path=otra)
    assert (changes(devolucion), [p.mensaje for p in devolucion.problemas]) == ({}, [])
    sello = read_document(otra).sello
    assert (sello.exportacion, sello.version) == (f"entrega/contenido:{salida.contenido.id}", 1)


def test_with_tracked_changes_it_brings_exactly_those(saved: dict[str, tuple[Salida, Path]]) -> None:
    salida, otra = saved["con control"]
    devolucion = salida.back(path=otra)
    primero, segundo, tercero, _ = BOLETIN.cuerpo.split("\n")
    assert changes(devolucion) == {"cuerpo": f"{primero}\n{segundo} Hoy son doce.\n{tercero}", "cita": ""}
    texto = next(revisado for revisado in devolucion.revisados if revisado.titulo == "Texto")
    assert [comentario.texto for comentario in texto.comentarios] == ["Revisar"]
    assert {revision.autor for revision in texto.revisiones} == {"Comunicación Social"}
    assert {revision.agregado for revision in texto.revisiones} == {True, False}


@pytest.mark.parametrize("nombre", ["sin control", "sin marcas"])
def test_with_an_edit_it_brings_just_that(saved: dict[str, tuple[Salida, Path]], nombre: str) -> None:
    salida, otra = saved[nombre]
    esperado = BOLETIN.cuerpo.replace("nueve municipios", "doce municipios")
    assert changes(salida.back(path=otra)) == {"cuerpo": esperado}
