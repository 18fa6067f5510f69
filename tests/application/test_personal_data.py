"""The use case of one person's data, on files made up: what is looked for, what is erased, what is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.personal_data import (
    AFUERA,
    MOTIVO_RETIRO,
    Olvidado,
    find_person,
    forget_person,
    told,
)
from promueve_gui.application.traces import Borrado, Dicho, Rastreo, Rastro
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.personas import BORRADO, Busqueda
from promueve_gui.domain.proyecto import Proyecto
from tests.fakes import PATH, MemoryAlmacen, memory_session

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from promueve_gui.domain.olvido import Olvido

PETRA = Rastro(
    clave=("contacto", "petra"),
    titulo="Petra Vereda Monte",
    es_persona=True,
    activo=True,
    dichos=(
        Dicho("nombre", "Petra Vereda Monte"),
        Dicho("correo", "petra@coop.example.org"),
        Dicho("cargo", "Secretaria General"),
        Dicho("nombre", "Petrita", antes=True),
    ),
)
OTRA = Rastro(
    clave=("contacto", "otra"),
    titulo="Petra Luna",
    es_persona=True,
    activo=True,
    dichos=(Dicho("nombre", "Petra Luna"),),
)
MESA = Rastro(
    clave=("evento", "mesa"),
    titulo="Mesa",
    es_persona=False,
    activo=True,
    dichos=(Dicho("asistencia", "Petra Vereda Monte"),),
)
VIEJA, ROTA = Path("vieja.promueve"), Path("rota.promueve")


@dataclass
class Files:
    """A project and its copies, with what each says, and what was asked of them."""

    said: dict[Path, Rastreo]
    searched: list[tuple[Path, tuple[str, ...]]] = field(default_factory=list)
    forgotten: list[tuple[Path, Olvido]] = field(default_factory=list)
    locked: set[Path] = field(default_factory=set)

    def copies(self, path: Path) -> list[Path]:
        return [copy for copy in self.said if copy != path]

    def trace(self, path: Path, busqueda: Busqueda) -> Rastreo:
        self.searched.append((path, busqueda.terminos))
        if path == ROTA:
            raise UserError("no_se_leyo", archivo=path.name)
        return self.said[path]

    def forget(self, path: Path, olvido: Olvido) -> Borrado:
        if path in self.locked:
            raise UserError("no_se_borro", archivo=path.name)
        self.forgotten.append((path, olvido))
        return Borrado(fichas=1)


def session() -> Session:
    proyecto = Proyecto()
    contactos = [
        Contacto(id="petra", nombre="Petra Vereda Monte", grupo="g", correo="petra@coop.example.org"),
        Contacto(id="otra", nombre="Petra Luna", grupo="g"),
    ]
    proyecto.apply(alta(registro) for registro in (GrupoUsuarios(id="g", nombre="Grupo"), *contactos))
    return memory_session(proyecto)


def test_of_one_person_her_other_names_and_addresses_are_looked_for_too() -> None:
    files = Files({PATH: Rastreo(rastros=(PETRA, MESA)), VIEJA: Rastreo(rastros=(PETRA,))})
    expediente = find_person(files, PATH, "petra monte")
    assert expediente.busqueda.terminos == ("petra monte", "Petra Vereda Monte", "petra@coop.example.org")
    assert [path for path, _ in files.searched] == [PATH, PATH, VIEJA]
    assert files.searched[-1][1] == expediente.busqueda.terminos
    assert not expediente.varias
    assert not expediente.vacio


def test_a_name_that_tells_everything_is_looked_for_once() -> None:
    files = Files({PATH: Rastreo(rastros=(OTRA,))})
    assert find_person(files, PATH, "Petra Luna").rastros == [OTRA]
    assert len(files.searched) == 1


def test_when_several_answer_to_a_name_nothing_is_guessed() -> None:
    files = Files({PATH: Rastreo(rastros=(PETRA, OTRA, MESA))})
    expediente = find_person(files, PATH, "Petra")
    assert expediente.varias
    assert expediente.busqueda.terminos == ("Petra",)


def test_copies_that_say_nothing_are_left_alone_and_those_not_read_are_told() -> None:
    files = Files({PATH: Rastreo(rastros=(MESA,)), VIEJA: Rastreo(), ROTA: Rastreo()})
    reported: list[tuple[int, int]] = []
    expediente = find_person(files, PATH, "Petra Vereda Monte", lambda done, total: reported.append((done, total)))
    assert expediente.copias == {}
    assert expediente.ilegibles == (ROTA.name,)
    assert reported == [(0, 3), (1, 3), (2, 3)]


def test_records_that_only_a_backup_knows_are_shown_after_those_of_the_project() -> None:
    files = Files({PATH: Rastreo(rastros=(MESA,)), VIEJA: Rastreo(rastros=(MESA, PETRA))})
    expediente = find_person(files, PATH, "Petra Vereda Monte")
    assert expediente.rastros == [PETRA, MESA]


def test_nothing_found_is_nothing() -> None:
    assert find_person(Files({PATH: Rastreo()}), PATH, "Nadie Conocido").vacio
    assert not find_person(Files({PATH: Rastreo(firmas=1)}), PATH, "Nadie Conocido").vacio


def test_what_is_chosen_is_erased_and_her_records_are_withdrawn() -> None:
    files = Files({PATH: Rastreo(rastros=(PETRA, OTRA)), VIEJA: Rastreo(rastros=(PETRA,))})
    files.said[PATH] = Rastreo(rastros=(PETRA, MESA))
    opened = session()
    expediente = find_person(files, PATH, "Petra Vereda Monte")
    hecho = forget_person(opened, files, expediente, [PETRA.clave])
    petra = opened.proyecto.get(Contacto, "petra")
    assert petra is not None
    assert (petra.nombre, petra.correo, petra.retirado) == (BORRADO, BORRADO, MOTIVO_RETIRO)
    ((path, olvido),) = files.forgotten
    assert path == VIEJA
    assert (set(olvido.propios), set(olvido.ajenos)) == ({PETRA.clave}, {MESA.clave})
    assert (hecho.copias, hecho.fallidas) == (1, ())
    opened.undo()
    petra = opened.proyecto.get(Contacto, "petra")
    assert petra is not None
    assert petra.nombre == BORRADO


def test_undo_and_redo_of_earlier_editions_tell_it_as_it_was_erased() -> None:
    opened = session()
    petra = opened.proyecto.get(Contacto, "petra")
    assert petra is not None
    opened.edit("Cambiar el correo de Petra Vereda Monte", [cambio(petra, correo="pvm@coop.example.org")])
    expediente = find_person(Files({PATH: Rastreo(rastros=(PETRA,))}), PATH, "Petra Vereda Monte")
    forget_person(opened, Files({}), expediente, [PETRA.clave])
    opened.undo()
    pending = opened.next_undo()
    assert pending is not None
    assert pending.motivo == f"Cambiar el correo de {BORRADO}"
    opened.undo()
    opened.redo()
    petra = opened.proyecto.get(Contacto, "petra")
    assert petra is not None
    assert petra.correo == BORRADO


def test_a_backup_that_refuses_is_told_and_the_rest_goes_on() -> None:
    files = Files({PATH: Rastreo(rastros=(PETRA,)), VIEJA: Rastreo(rastros=(PETRA,)), ROTA: Rastreo()})
    files.locked.add(VIEJA)
    expediente = find_person(files, PATH, "Petra Vereda Monte")
    hecho = forget_person(session(), files, expediente, [PETRA.clave])
    assert (hecho.copias, hecho.fallidas) == (0, (ROTA.name, VIEJA.name))


def test_a_project_that_refuses_loses_nothing() -> None:
    proyecto = Proyecto()
    proyecto.apply([alta(Contacto(id="petra", nombre="Petra Vereda Monte"))])
    almacen = MemoryAlmacen(proyecto)
    almacen.refuses = UserError("disco_lleno", archivo="x")
    opened = memory_session(proyecto, almacen)
    files = Files({PATH: Rastreo(rastros=(PETRA,)), VIEJA: Rastreo(rastros=(PETRA,))})
    expediente = find_person(files, PATH, "Petra Vereda Monte")
    with pytest.raises(UserError, match="disco_lleno"):
        forget_person(opened, files, expediente, [PETRA.clave])
    assert files.forgotten == []
    petra = opened.proyecto.get(Contacto, "petra")
    assert petra is not None
    assert petra.nombre == "Petra Vereda Monte"
    with pytest.raises(UserError, match="solo_lectura"):
        forget_person(memory_session(proyecto, read_only=True), files, expediente, [PETRA.clave])


@pytest.mark.parametrize(
    ("olvidado", "frase"),
    [
        (Olvidado(proyecto=Borrado(), copias=0, fallidas=()), "Se borraron sus datos de ningún lugar."),
        (Olvidado(proyecto=Borrado(1), copias=1, fallidas=()), "Se borraron sus datos de 1 ficha, y de 1 respaldo."),
        (
            Olvidado(proyecto=Borrado(2, 1, 1), copias=3, fallidas=()),
            "Se borraron sus datos de 2 fichas, 1 cambio anterior y 1 renglón de la bitácora, y de 3 respaldos.",
        ),
    ],
)
def test_what_was_erased_is_told_in_words(olvidado: Olvidado, frase: str) -> None:
    assert told(olvidado) == f"{frase} {AFUERA}"


def test_what_could_not_be_erased_is_told_with_what_to_do() -> None:
    olvidado = Olvidado(proyecto=Borrado(0, 2, 5, limpio=False), copias=0, fallidas=("a.promueve", "b.bak"))
    sentence = told(olvidado)
    assert "2 cambios anteriores y 5 renglones de la bitácora." in sentence
    assert "No se pudo revisar o cambiar «a.promueve», «b.bak»" in sentence
    assert "libere espacio y repita el borrado" in sentence


def test_the_bitacora_notes_how_much_and_not_of_whom() -> None:
    assert Borrado(1, 2).frase == "Datos de una persona: 1 ficha y 2 cambios anteriores"
    assert Borrado(1, 2, 3).total == 6
