"""What is handed to a person about herself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from promueve_gui.application.person_listing import as_text, listing, name_of
from promueve_gui.application.personal_data import Expediente
from promueve_gui.application.traces import Dicho, Rastreo, Rastro, Renglon
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.personas import Busqueda
from promueve_gui.domain.proyecto import Proyecto

MOMENTO = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)
PETRA = Rastro(
    clave=("contacto", "c"),
    titulo="Petra Vereda",
    es_persona=True,
    activo=True,
    dichos=(Dicho("nombre", "Petra Vereda"), Dicho("correo", "vieja@x.org", antes=True)),
)
DUDA = Rastro(clave=("duda", "d"), titulo="", es_persona=False, activo=False, dichos=(Dicho("suyo", ""),))
FUE = Rastro(
    clave=("persona", "p"),
    titulo="Petra Vereda",
    es_persona=True,
    activo=False,
    dichos=(Dicho("nombre", "Petra Vereda", antes=True),),
)


def dossier(*rastros: Rastro, **rest: object) -> Expediente:
    defaults: dict[str, object] = {"copias": {}, "ilegibles": (), "varias": False}
    proyecto = Rastreo(rastros=rastros, **rest.pop("proyecto", {}))  # type: ignore[arg-type]  # fields of the trace
    return Expediente(busqueda=Busqueda(("Petra Vereda",)), proyecto=proyecto, **{**defaults, **rest})  # type: ignore[arg-type]  # as above


def project() -> Proyecto:
    made = Proyecto()
    contacto = Contacto(id="c", nombre="Petra Vereda", grupo="g", correo="petra@x.org", fuente="Directorio")
    duda = Duda(id="d", retirado="Ya no")
    made.apply(alta(registro) for registro in (GrupoUsuarios(id="g", nombre="Cooperativas"), contacto, duda))
    return made


def rows(expediente: Expediente, *rastros: Rastro) -> list[tuple[str, ...]]:
    return [linea.partes for linea in listing(expediente, project(), {rastro.clave for rastro in rastros})]


def test_of_her_own_record_she_gets_every_field_and_what_it_said_before() -> None:
    assert rows(dossier(PETRA), PETRA) == [
        ("Contacto", "Petra Vereda", "Nombre", "Petra Vereda", "Ahora"),
        ("Contacto", "Petra Vereda", "Grupo de usuarios", "Cooperativas", "Ahora"),
        ("Contacto", "Petra Vereda", "Correo institucional", "petra@x.org", "Ahora"),
        ("Contacto", "Petra Vereda", "De dónde se obtuvo", "Directorio", "Ahora"),
        ("Contacto", "Petra Vereda", "No contactar", "No", "Ahora"),
        ("Contacto", "Petra Vereda", "Correo institucional", "vieja@x.org", "Antes"),
    ]


def test_of_other_records_only_what_names_her() -> None:
    assert rows(dossier(DUDA), DUDA) == [("Duda", "", "Valor del archivo", "(dato interno)", "Ahora (retirado)")]


def test_a_record_that_is_gone_is_told_from_its_past() -> None:
    assert rows(dossier(FUE), FUE) == [("Persona", "Petra Vereda", "Nombre", "Petra Vereda", "Antes")]
    only_copies = Rastro(
        clave=("persona", "p"), titulo="P", es_persona=True, activo=True, dichos=(Dicho("nombre", "P"),)
    )
    assert rows(dossier(only_copies), only_copies)[0][4] == "Solo en respaldos"


def test_what_was_not_chosen_is_not_handed_over() -> None:
    assert rows(dossier(PETRA, DUDA)) == []


def test_lines_and_backups_follow() -> None:
    lines = {"renglones": (Renglon(MOMENTO, "Agregar a Petra Vereda"),), "firmas": 2, "otros": 3}
    copies = {Path("respaldos/x.promueve"): Rastreo(rastros=(PETRA,), renglones=(Renglon(MOMENTO, "Algo"),))}
    found = rows(dossier(proyecto=lines, copias=copies))
    assert found[0][:4] == ("Bitácora", "", "", "Agregar a Petra Vereda")
    assert found[0][4] == f"{MOMENTO.astimezone():%d/%m/%Y %H:%M}"
    assert [fila[3] for fila in found[1:]] == [
        "Renglones que firma: 2",
        "Nombres de archivos y datos internos que la mencionan: 3",
        "Lo mismo, como estaba ese día: 3 textos",
    ]
    assert found[-1][:2] == ("Respaldo", "x.promueve")


def test_one_text_in_a_backup_is_one() -> None:
    copies = {Path("respaldos/x.promueve"): Rastreo(renglones=(Renglon(MOMENTO, "Algo"),))}
    assert rows(dossier(copias=copies))[-1][3] == "Lo mismo, como estaba ese día: 1 texto"


def test_as_plain_text_it_can_be_read_anywhere() -> None:
    lineas = listing(dossier(PETRA), project(), {PETRA.clave})
    text = as_text(lineas[-1:], "Datos de una persona", MOMENTO)
    assert text == (
        "Datos de una persona\n02/03/2026 15:30\n\n"
        "Dónde está: Contacto\nRegistro: Petra Vereda\nCampo: Correo institucional\nQué dice: vieja@x.org\n"
        "Cuándo: Antes\n"
    )


def test_a_record_is_called_by_its_kind_and_its_title() -> None:
    assert name_of(PETRA) == "Contacto «Petra Vereda»"
    assert name_of(DUDA) == "Duda sin nombre"
