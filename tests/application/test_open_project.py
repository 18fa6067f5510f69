"""What may be done with a file in each of the states that it can be found in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.open_project import REFUSALS, ProjectOpener
from promueve_gui.application.ports import EstadoArchivo, Inspeccion, Respaldo
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from tests.fakes import AUTOR, Clock, MemoryArchivos

if TYPE_CHECKING:
    from promueve_gui.application.session import Session

PATH = Path("plan.promueve")
AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")


@pytest.fixture
def archivos() -> MemoryArchivos:
    kept = MemoryArchivos()
    kept.projects[PATH] = Proyecto()
    return kept


@pytest.fixture
def opener(archivos: MemoryArchivos) -> ProjectOpener:
    return ProjectOpener(archivos, AUTOR, Clock())


def found(archivos: MemoryArchivos, estado: EstadoArchivo) -> None:
    """Have the file be found in a state."""
    archivos.states[PATH] = Inspeccion(
        estado=estado, esquema=9, programa="9.0", equipo="recepcion", usuario="luis", desde="2026-01-01"
    )


def works(session: Session) -> bool:
    """Tell whether a session takes edits."""
    try:
        session.edit("Agregar", [alta(AREA)])
    except UserError as error:
        return error.code != "solo_lectura"
    return True


def test_a_new_project_holds_its_records_in_any_order(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    grupo = GrupoUsuarios(id="g", nombre="Universidades", area="a")
    opener.create(Path("nuevo.promueve"), [grupo, AREA])
    nuevo = archivos.projects[Path("nuevo.promueve")]
    assert nuevo.todos(GrupoUsuarios) == [grupo]
    assert nuevo.todos(AreaGeneradora) == [AREA]


def test_a_new_project_with_a_broken_link_is_not_written(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    with pytest.raises(UserError, match="referencia_rota"):
        opener.create(Path("nuevo.promueve"), [GrupoUsuarios(id="g", area="z")])
    assert Path("nuevo.promueve") not in archivos.projects


def test_a_new_project_never_takes_the_place_of_another(opener: ProjectOpener) -> None:
    with pytest.raises(UserError, match="ya_existe"):
        opener.create(PATH, [AREA])


def test_a_sound_file_is_opened_to_write(opener: ProjectOpener) -> None:
    assert works(opener.open(PATH))


def test_a_sound_file_may_be_opened_only_to_read(opener: ProjectOpener) -> None:
    assert not works(opener.open(PATH, read_only=True))


@pytest.mark.parametrize(("estado", "code"), REFUSALS.items())
def test_what_cannot_be_opened_says_why(
    opener: ProjectOpener, archivos: MemoryArchivos, estado: EstadoArchivo, code: str
) -> None:
    found(archivos, estado)
    for read_only in (False, True):
        with pytest.raises(UserError) as caught:
            opener.open(PATH, read_only=read_only, upgrade=True)
        assert caught.value.code == code
        assert "plan.promueve" in mensaje(caught.value)


def test_a_newer_file_says_which_program_wrote_it(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    found(archivos, EstadoArchivo.POSTERIOR)
    with pytest.raises(UserError) as caught:
        opener.open(PATH)
    assert "9.0" in mensaje(caught.value)
    archivos.states[PATH] = Inspeccion(estado=EstadoArchivo.POSTERIOR, esquema=9)
    with pytest.raises(UserError) as caught:
        opener.open(PATH)
    assert "(9)" in mensaje(caught.value)


def test_an_older_file_is_upgraded_only_with_leave(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    found(archivos, EstadoArchivo.ANTERIOR)
    with pytest.raises(UserError, match="archivo_anterior"):
        opener.open(PATH)
    assert archivos.migrated == []
    assert works(opener.open(PATH, upgrade=True))
    assert archivos.migrated == [PATH]


def test_an_older_file_is_read_without_upgrading_it(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    found(archivos, EstadoArchivo.ANTERIOR)
    assert not works(opener.open(PATH, read_only=True))
    assert archivos.migrated == []


def test_a_file_that_somebody_has_open_can_only_be_read(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    found(archivos, EstadoArchivo.EN_USO)
    with pytest.raises(UserError) as caught:
        opener.open(PATH, upgrade=True)
    assert caught.value.code == "archivo_en_uso"
    assert (caught.value.data["equipo"], caught.value.data["usuario"]) == ("recepcion", "luis")
    assert archivos.migrated == []
    assert not works(opener.open(PATH, read_only=True))


def test_what_was_looked_at_a_moment_ago_is_not_looked_at_again(
    opener: ProjectOpener, archivos: MemoryArchivos
) -> None:
    before = opener.inspect(PATH)
    found(archivos, EstadoArchivo.DANADO)
    assert works(opener.open(PATH, found=before))


def test_a_lock_that_the_user_knows_to_be_stale_is_cleared(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    found(archivos, EstadoArchivo.EN_USO)
    opener.unlock(PATH)
    assert works(opener.open(PATH))


def test_a_protected_file_is_opened_to_read(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    found(archivos, EstadoArchivo.SOLO_LECTURA)
    assert not works(opener.open(PATH))


def test_every_state_is_decided_on(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    opened = {
        EstadoArchivo.LISTO,
        EstadoArchivo.ANTERIOR,
        EstadoArchivo.EN_USO,
        EstadoArchivo.SOLO_LECTURA,
    }
    assert opened | set(REFUSALS) == set(EstadoArchivo)


def test_looking_is_not_opening(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    assert opener.inspect(PATH).estado is EstadoArchivo.LISTO
    assert opener.inspect(Path("otro.promueve")).estado is EstadoArchivo.NO_EXISTE


def test_a_backup_takes_the_place_of_the_project(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    respaldo = Path("respaldos/plan.promueve")
    archivos.projects[respaldo] = Proyecto()
    archivos.projects[respaldo].apply([alta(AREA)])
    archivos.kept[PATH] = [Respaldo(path=respaldo, momento=datetime(2026, 1, 1), motivo="dia")]  # noqa: DTZ001  # local
    assert [copy.path for copy in opener.backups(PATH)] == [respaldo]
    opener.restore(PATH, respaldo)
    assert archivos.projects[PATH].total() == 1


def test_what_is_saved_of_a_damaged_file_is_counted(opener: ProjectOpener, archivos: MemoryArchivos) -> None:
    archivos.projects[PATH].apply([alta(AREA)])
    assert opener.recover(PATH, Path("rescatado.promueve")) == 1
    assert archivos.projects[Path("rescatado.promueve")].total() == 1
