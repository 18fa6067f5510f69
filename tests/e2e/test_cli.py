"""The calls of the terminal on real files: what they do, what they answer, and that a refusal changes nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from promueve_gui import __version__, bootstrap
from promueve_gui.cli.self_test import STEPS
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora, CitaGuia, Institucion, Perfil
from promueve_gui.domain.plan import LineaPlan
from tests.e2e.terminal import call, content, only_line

MAIN = Path(__file__).resolve().parents[2] / "main.py"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "faros.promueve"
    answer = call("nuevo", path, "--institucion", "Secretaría de  Faros", "--siglas", "SF")
    assert answer.code == 0
    return path


def test_a_new_project_has_its_institution_and_a_profile(project: Path) -> None:
    proyecto = content(project)
    (institucion,) = proyecto.todos(Institucion)
    assert (institucion.nombre, institucion.siglas) == ("Secretaría de Faros", "SF")
    assert institucion.anio == bootstrap.today().year
    assert [perfil.nombre for perfil in proyecto.todos(Perfil)] == ["Vigente"]
    assert proyecto.todos(CitaGuia)


def test_another_profile_may_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "historico"
    answer = call("nuevo", path, "--institucion", "X", "--siglas", "X", "--perfil", "historico-2015-2018")
    assert "historico.promueve" in answer.out
    assert content(tmp_path / "historico.promueve").todos(Perfil)[0].nombre.startswith("Histórico")


def test_an_unknown_profile_makes_no_project(tmp_path: Path) -> None:
    answer = call("nuevo", tmp_path / "a.promueve", "--institucion", "X", "--siglas", "X", "--perfil", "../otro")
    assert "No existe el perfil" in only_line(answer)
    assert list(tmp_path.iterdir()) == []


def test_a_project_is_not_written_over(project: Path) -> None:
    before = project.read_bytes()
    assert "Ya existe" in only_line(call("nuevo", project, "--institucion", "X", "--siglas", "X"))
    assert "Ya existe" in only_line(call("ejemplo", project))
    assert project.read_bytes() == before


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    answer = call("ejemplo", tmp_path / "no" / "a.promueve")
    assert "No se pudo crear" in only_line(answer)


def test_a_name_longer_than_any_file_may_have_is_said(tmp_path: Path) -> None:
    answer = call("nuevo", tmp_path / ("a" * 250), "--institucion", "X", "--siglas", "X")
    assert "No se pudo crear" in only_line(answer)


def test_an_institution_is_told_in_letters(tmp_path: Path) -> None:
    path = tmp_path / "a.promueve"
    call("nuevo", path, "--institucion", " Secretaría\n\x07de  Faros", "--siglas", "S\udcffF")
    assert [(i.nombre, i.siglas) for i in content(path).todos(Institucion)] == [("Secretaría de Faros", "SF")]
    answer = call("nuevo", tmp_path / "b.promueve", "--institucion", "X", "--siglas", "\x01\x02")
    assert only_line(answer).startswith("Falta el valor de «--siglas».")


def test_the_sample_moves_with_its_day(tmp_path: Path, sample: Path) -> None:
    other = tmp_path / "otro.promueve"
    call("ejemplo", other, "--fecha", "2026-05-12")
    assert content(other) == content(sample)
    later = tmp_path / "luego.promueve"
    call("ejemplo", later, "--fecha", "2027-05-12")
    assert max(linea.fecha or date.min for linea in content(later).todos(LineaPlan)) > date(2027, 5, 12)


def test_the_review_names_every_rule(sample: Path) -> None:
    before = sample.read_bytes()
    answer = call("revisar", sample, "--fecha", "2026-05-12", "--json")
    assert answer.code == 1
    assert answer.data["fecha"] == "2026-05-12"
    reglas = answer.data["reglas"]
    assert [regla["id"] for regla in reglas] == [f"R{numero}" for numero in range(1, 15)]
    assert all(regla.keys() == {"id", "paso", "estado", "cita", "hallazgos"} for regla in reglas)
    assert {regla["estado"] for regla in reglas} <= {"cumple", "falta", "no_aplica"}
    assert all("edición" in regla["cita"] for regla in reglas)
    assert sample.read_bytes() == before


def test_the_review_can_be_read_by_people(sample: Path, project: Path) -> None:
    answer = call("revisar", sample, "--fecha", "2026-05-12")
    assert answer.out.splitlines()[0] == "Reglas al 12/05/2026"
    assert "R4   Cumple" in answer.out
    assert "     - «" in answer.out
    nuevo = call("revisar", project)
    assert "Todavía no aplica" in nuevo.out


def test_a_project_with_nothing_missing_ends_with_zero(project: Path) -> None:
    answer = call("revisar", project, "--fecha", f"{bootstrap.today().year - 1}-01-01", "--json")
    assert answer.code == (1 if any(r["estado"] == "falta" for r in answer.data["reglas"]) else 0)


def test_every_document_is_exported(tmp_path: Path, sample: Path) -> None:
    answer = call("exportar", sample, "--todo", tmp_path / "entregables")
    assert answer.code == 0, answer.err
    written = [path.suffix for path in (tmp_path / "entregables").rglob("*") if path.is_file()]
    assert written.count(".xlsx") == 2
    assert written.count(".docx") >= 2
    assert len(answer.out.splitlines()) == len(written)


def test_a_document_asked_for_alone_and_among_all_is_written_twice(tmp_path: Path, sample: Path) -> None:
    todo, mapa, word = tmp_path / "todo", tmp_path / "M.xlsx", tmp_path / "word"
    answer = call("exportar", sample, "--mapa", mapa, "--word", word, "--todo", todo)
    assert answer.code == 0, answer.err
    written = [path for path in (mapa, *word.iterdir(), *todo.rglob("*")) if path.is_file()]
    assert len(list(todo.rglob("Mapa*.xlsx"))) == 1
    assert len(answer.out.splitlines()) == len(written)


def test_documents_are_exported_one_by_one(tmp_path: Path, sample: Path) -> None:
    answer = call("exportar", sample, "--mapa", tmp_path / "M.XLSX", "--plan", tmp_path / "P", "--word", tmp_path / "w")
    assert answer.code == 0, answer.err
    assert (tmp_path / "M.XLSX").stat().st_size
    assert (tmp_path / "P.xlsx").stat().st_size
    assert {path.suffix for path in (tmp_path / "w").iterdir()} == {".docx"}


def test_exports_are_noted_in_the_project(tmp_path: Path, sample: Path) -> None:
    call("exportar", sample, "--mapa", tmp_path / "Mapa.xlsx")
    session = bootstrap.build_opener().open(sample)
    try:
        assert any("Mapa.xlsx" in asiento.detalle for asiento in session.history())
    finally:
        session.close()


def test_a_document_that_cannot_be_written_does_not_stop_the_others(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "ocupada.xlsx").mkdir()
    answer = call("exportar", sample, "--mapa", tmp_path / "ocupada.xlsx", "--plan", tmp_path / "Plan.xlsx")
    assert answer.code == 1
    assert "ocupada.xlsx" in answer.err
    assert (tmp_path / "Plan.xlsx").is_file()


def test_when_no_document_can_be_written_nothing_is_done(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "archivo").touch()
    assert "No se pudo crear la carpeta" in only_line(call("exportar", sample, "--todo", tmp_path / "archivo"))
    assert "ocupada" in only_line(call("exportar", sample, "--mapa", _folder(tmp_path / "ocupada.xlsx")))


@pytest.mark.parametrize(
    ("opciones", "cuantos"),
    [(["--todo"], 5), (["--formatos"], 8), (["--borradores", "--desde", "2026-01-01", "--novedades"], 1)],
)
def test_documents_that_the_project_cannot_note_are_written_and_it_is_said(
    tmp_path: Path, sample: Path, opciones: list[str], cuantos: int
) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        connection.execute("CREATE TRIGGER lleno BEFORE INSERT ON exportacion BEGIN SELECT RAISE(FAIL, 'lleno'); END")
    folder = tmp_path / "salida"
    answer = call("exportar", sample, *opciones, folder)
    assert answer.code == 1
    escritos = [path for path in folder.rglob("*") if path.is_file()]
    assert len(escritos) == answer.out.count("Se escribió «") >= cuantos
    (linea,) = answer.err.splitlines()
    assert linea.startswith("Los archivos se escribieron, pero el proyecto no pudo anotar que salieron. ")


def test_every_area_gets_a_workbook_and_a_draft_that_are_noted_as_sent(tmp_path: Path, sample: Path) -> None:
    answer = call("exportar", sample, "--formatos", tmp_path / "Formatos")
    assert answer.code == 0, answer.err
    proyecto = content(sample)
    areas = proyecto.activos(AreaGeneradora)
    written = sorted(path.name for path in (tmp_path / "Formatos").iterdir())
    assert written == sorted(
        f"Grupos de usuarios {area.siglas}.{ending}" for area in areas for ending in ("eml", "xlsx")
    )
    assert len(answer.out.splitlines()) == len(written) + 1  # and by when they are awaited
    today = bootstrap.today()
    envios = [envio for envio in proyecto.activos(EnvioFormato) if envio.fecha == today]
    assert {envio.area for envio in envios} == {area.id for area in areas}
    assert {envio.vence for envio in envios} == {today + timedelta(days=10)}
    assert len({envio.exportacion for envio in envios}) == len(areas)


def test_a_draft_carries_the_workbook_that_lies_beside_it(tmp_path: Path, sample: Path) -> None:
    call("exportar", sample, "--formatos", tmp_path)
    mensaje = message_from_bytes((tmp_path / "Grupos de usuarios DGCM.eml").read_bytes(), policy=default)
    assert mensaje["To"] == "conservacion@ejemplo.gob.mx"
    assert mensaje["Subject"] == "SECAPUR: grupos de usuarios (Dirección General de Conservación y Mantenimiento)"
    (adjunto,) = mensaje.iter_attachments()
    assert adjunto.get_content() == (tmp_path / str(adjunto.get_filename())).read_bytes()


def test_an_area_without_address_is_said_and_gets_its_draft_all_the_same(tmp_path: Path, project: Path) -> None:
    session = bootstrap.build_opener().open(project)
    session.edit("Área", [alta(AreaGeneradora(id="a", nombre="Área de Faros"))])
    session.close()
    answer = call("exportar", project, "--formatos", tmp_path / "f", "--mapa", tmp_path / "m.xlsx")
    assert (answer.code, answer.err) == (0, "")
    assert "Sin correo, su borrador quedó sin destinatario: Área de Faros." in answer.out
    assert (tmp_path / "f" / "Grupos de usuarios Área de Faros.eml").is_file()
    assert (tmp_path / "m.xlsx").is_file()


def test_formats_that_cannot_be_written_do_not_stop_the_rest(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "f").touch()
    answer = call("exportar", sample, "--formatos", tmp_path / "f", "--mapa", tmp_path / "m.xlsx")
    assert answer.code == 1
    assert "No se pudo crear la carpeta" in answer.err
    assert (tmp_path / "m.xlsx").is_file()


def test_two_books_do_not_go_into_one_file(tmp_path: Path, sample: Path) -> None:
    answer = call("exportar", sample, "--mapa", tmp_path / "a.xlsx", "--plan", tmp_path / "x" / ".." / "A")
    assert "dé a cada uno el suyo" in only_line(answer)
    assert not (tmp_path / "a.xlsx").exists()


def test_contents_that_there_are_not_are_said_beside_what_was_written(tmp_path: Path, project: Path) -> None:
    answer = call("exportar", project, "--mapa", tmp_path / "m.xlsx", "--word", tmp_path / "w")
    assert (answer.code, (tmp_path / "m.xlsx").is_file()) == (1, True)
    assert "todavía no tiene contenidos" in answer.err


def test_oficios_and_letters_are_written_and_noted(tmp_path: Path, sample: Path) -> None:
    answer = call("exportar", sample, "--oficios", tmp_path / "o")
    written = sorted(path.name for path in (tmp_path / "o").iterdir())
    assert (answer.code, answer.err) == (0, "")
    assert [name for name in written if name.startswith("Oficio a Comunicación Social - ")]
    assert [name for name in written if name.startswith("Carta al área - ")]
    assert len(answer.out.splitlines()) == len(written)


def test_oficios_about_nothing_are_said(tmp_path: Path, project: Path) -> None:
    assert "no hay oficios que escribir" in only_line(call("exportar", project, "--oficios", tmp_path / "o"))


def test_exporting_what_there_is_not_is_said(tmp_path: Path, project: Path) -> None:
    assert not content(project).todos(Contenido)
    assert "todavía no tiene contenidos" in only_line(call("exportar", project, "--word", tmp_path / "w"))
    assert not (tmp_path / "w").exists()
    assert "Falta decir qué documentos" in only_line(call("exportar", project))
    assert "Falta decir qué documentos" in only_line(call("exportar", project, "--por-mes", "--alarma", "3"))
    assert "«.» es una carpeta" in only_line(call("exportar", project, "--mapa", "."))
    assert "todavía no tiene áreas" in only_line(call("exportar", project, "--formatos", tmp_path / "f"))
    assert not (tmp_path / "f").exists()


def test_somebody_who_has_the_project_open_is_in_the_way_only_of_changes(tmp_path: Path, sample: Path) -> None:
    writing = bootstrap.build_opener().open(sample)
    try:
        source = tmp_path / "plan.csv"
        source.write_text("x", encoding="utf-8")
        assert "está abierto en otro lugar" in only_line(call("importar", sample, source))
        assert call("revisar", sample).code == 1
        assert call("exportar", sample, "--mapa", tmp_path / "m.xlsx").code == 0
        assert "está abierto en otro lugar" in only_line(call("exportar", sample, "--formatos", tmp_path / "f"))
    finally:
        writing.close()


def test_an_older_project_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "anterior.promueve"
    bootstrap.write_older_project(path, "Secretaría de Faros")
    before = path.read_bytes()
    assert call("revisar", path, "--json").data["reglas"]
    assert path.read_bytes() == before


def test_an_older_project_is_brought_up_to_date_before_it_changes_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "anterior.promueve"
    bootstrap.write_older_project(path, "Secretaría de Faros")
    answer = call("exportar", path, "--mapa", tmp_path / "Mapa.xlsx")
    assert "respaldos/anterior.v1.bak" in answer.out.splitlines()[0]
    assert (tmp_path / "respaldos" / "anterior.v1.bak").is_file()
    assert content(path).todos(Institucion)[0].nombre == "Secretaría de Faros"


@pytest.mark.parametrize("orden", ["revisar", "exportar"])
def test_what_is_no_project_is_refused(tmp_path: Path, orden: str) -> None:
    other = tmp_path / "notas.txt"
    other.write_text("hola", encoding="utf-8")
    opciones = ["--mapa", tmp_path / "m.xlsx"] if orden == "exportar" else []
    assert "no es un proyecto" in only_line(call(orden, other, *opciones))
    assert "No se encontró" in only_line(call(orden, tmp_path / "nada.promueve", *opciones))
    assert other.read_text(encoding="utf-8") == "hola"


def test_the_program_tries_itself_and_leaves_a_report(tmp_path: Path) -> None:
    answer = run("--autoprueba", tmp_path / "informe.txt")
    told = answer.stdout.decode().splitlines()
    assert [line for line in told if line.startswith("✗")] == []
    assert answer.returncode == 0
    assert len([line for line in told if line.startswith("✓ ")]) == len(STEPS)
    assert told[0] == f"Promueve: {__version__}"
    assert (tmp_path / "informe.txt").read_text(encoding="utf-8").splitlines() == told


def test_help_and_version() -> None:
    assert call("--version").out == f"Promueve {__version__}\n"
    assert "Órdenes:" in call("--ayuda").out == call("-h").out
    assert "Uso: python main.py revisar ARCHIVO" in call("revisar", "--ayuda").out
    assert "Falta decir qué hacer" in only_line(call())


def run(*argv: object, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """Start the program as a scheduled task does, with its output redirected."""
    return subprocess.run(
        [sys.executable, str(MAIN), *map(str, argv)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


def test_the_installed_program_answers_in_utf8_whatever_the_machine_speaks(project: Path) -> None:
    answer = run("revisar", project, encoding="cp1252")
    assert answer.stdout.decode("utf-8").startswith("Reglas al ")
    assert "edición" in answer.stdout.decode("utf-8")
    assert answer.stderr == b""


def test_the_installed_program_refuses_in_one_line(tmp_path: Path) -> None:
    answer = run("revisar", tmp_path / "no está.promueve")
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert answer.stderr.decode("utf-8").count("\n") == 1


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
