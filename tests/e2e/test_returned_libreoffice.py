"""Returned workbooks that LibreOffice really saves: they bring what they brought before, and nothing else."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.application.export_documents import Entrega, ignore_progress
from promueve_gui.application.return_batch import apply_all, compare_one
from promueve_gui.application.returns import Returns
from promueve_gui.domain.errors import UserError
from returned import office
from returned.institution import MOMENT
from tests.galeria import EDITED, FOLDER, read, sent_session

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.devueltos import LibroDevuelto

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

SAVED = (
    "intacto.xlsx",
    EDITED,
    "sin acentos.xlsx",
    "renglones copiados.xlsx",
    "usos llenos.xlsx",
    "con filtro.xlsx",
    "mapa editado.xlsx",
    "plan editado.xlsx",
    "plan por mes trabajado.xlsx",
)
FORMATS = ("xlsx", "ods")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where LibreOffice saved each of them in each format."""
    made = tmp_path_factory.mktemp("devueltos")
    for formato in FORMATS:
        office.save_all([FOLDER / nombre for nombre in SAVED], f".{formato}", made, made / "perfil")
    return made


def brought(libro: LibroDevuelto) -> set[tuple[str, str, str]]:
    diferencias = Returns(sent_session()).compare(libro).diferencias
    return {(diferencia.tipo.value, diferencia.titulo, diferencia.campo) for diferencia in diferencias}


@pytest.mark.parametrize("formato", FORMATS)
@pytest.mark.parametrize("nombre", SAVED)
def test_saved_by_libreoffice_it_brings_the_same(folder: Path, nombre: str, formato: str) -> None:
    guardado = bootstrap.read_returned((folder / nombre).with_suffix(f".{formato}"))
    assert guardado is not None
    assert brought(guardado) == brought(read(nombre))
    assert guardado.sello == read(nombre).sello


@pytest.mark.parametrize("formato", FORMATS)
def test_taken_once_it_brings_nothing_in_any_format(folder: Path, formato: str) -> None:
    session = sent_session()
    returns = Returns(session)
    apply_all(returns, [compare_one(returns, read("usos llenos.xlsx"))], [{}], ignore_progress)
    guardado = bootstrap.read_returned(folder / f"usos llenos.{formato}")
    assert guardado is not None
    assert Returns(session).compare(guardado).diferencias == []


@pytest.mark.parametrize("nombre", ["clave.xlsx", "clave.ods"])
def test_saved_with_a_password_it_is_refused(folder: Path, tmp_path: Path, nombre: str) -> None:
    office.save_with_password(FOLDER / EDITED, tmp_path / nombre, folder / "perfil")
    with pytest.raises(UserError) as refused:
        bootstrap.read_returned(tmp_path / nombre)
    assert refused.value.code == "fuente_con_contrasena"


def test_saved_in_the_old_format_it_is_refused(folder: Path, tmp_path: Path) -> None:
    viejo = office.save_as(FOLDER / EDITED, ".xls", tmp_path, folder / "perfil")
    with pytest.raises(UserError) as refused:
        bootstrap.read_returned(viejo)
    assert refused.value.code == "fuente_xls"


def test_the_result_that_is_mailed_back_prints_on_pages(folder: Path, tmp_path: Path) -> None:
    session = sent_session()
    returns = Returns(session)
    (aplicado,) = apply_all(
        returns, [compare_one(returns, read("valores pegados.xlsx"))], [{}], ignore_progress
    ).aplicados
    entrega = Entrega(proyecto=session.proyecto, momento=MOMENT)
    bootstrap.build_result_saver().save(aplicado, entrega, tmp_path / "resultado.xlsx")
    pdf = office.save_as(tmp_path / "resultado.xlsx", ".pdf", tmp_path, folder / "perfil")
    texto = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    assert "Qué pasó con «valores pegados.xlsx»" in texto
    assert "Queda pendiente" in texto
    assert "Pescadores ribereños" in texto
