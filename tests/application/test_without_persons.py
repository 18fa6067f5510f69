"""A copy without anybody's data: persons go, what they answer for stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.without_persons import SIN_NOMBRE, without_persons
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import Acuerdo, Evento
from promueve_gui.domain.difusion import AvisoAltoValor, Evidencia
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Membrete, Persona
from promueve_gui.domain.personas import BORRADO
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Rol

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

ROSA = Persona(id="p", nombre="Rosa Luna Paz", rol=Rol.ENLACE, cargo="Directora", correo="rosa@se.gob.mx", telefono="5")
RECORDS: tuple[Registro, ...] = (
    Institucion(id="i", nombre="Secretaría", correo_contacto="datos@se.gob.mx"),
    Membrete(id="m", nombre="Rosa.docx", archivo="abc", predeterminado=True),
    AreaGeneradora(id="a", nombre="Caminos", responsable="Luis Vado Roca"),
    ROSA,
    GrupoUsuarios(id="g", nombre="Cooperativas", notas="Las atiende Rosa Luna Paz", area="a"),
    Contacto(id="c", nombre="Petra Vereda", grupo="g", retirado="Se fue"),
    LineaPlan(id="l", nombre="Taller de Petra Vereda", persona="p", grupos=("g",)),
    Evento(id="e", nombre="Mesa", asistencia="Ana\nLuis", convoca="Rosa Luna Paz"),
    Acuerdo(id="u", tarea="Abrir", responsable="Luis Vado Roca", evento="e"),
    AvisoAltoValor(id="v", asunto="Escriban a ana@se.gob.mx", destinatarios="ana@se.gob.mx, luz@se.gob.mx"),
    Evidencia(id="d", nombre="Foto de Petra Vereda.png", sha256="abc", bytes=3),
)


def copy() -> Proyecto:
    proyecto, made = Proyecto(), Proyecto()
    proyecto.apply(map(alta, RECORDS))
    made.apply(map(alta, without_persons(proyecto)))
    return made


def test_contacts_go_and_persons_keep_only_what_they_answer_for() -> None:
    made = copy()
    assert made.todos(Contacto) == []
    assert made.todos(Persona) == [Persona(id="p", nombre=SIN_NOMBRE, rol=Rol.ENLACE, cargo="Directora")]
    assert made.todos(LineaPlan)[0].persona == "p"


def test_personal_fields_are_empty() -> None:
    made = copy()
    assert made.todos(AreaGeneradora)[0].responsable == ""
    assert made.todos(Evento)[0].asistencia == ""
    assert made.todos(AvisoAltoValor)[0].destinatarios == ""


def test_names_go_from_other_texts_too() -> None:
    made = copy()
    assert made.todos(GrupoUsuarios)[0].notas == f"Las atiende {BORRADO}"
    assert made.todos(LineaPlan)[0].nombre == f"Taller de {BORRADO}"
    assert made.todos(Evento)[0].convoca == BORRADO
    assert made.todos(Acuerdo)[0].responsable == BORRADO
    assert made.todos(AvisoAltoValor)[0].asunto == f"Escriban a {BORRADO}"


def test_kept_files_do_not_go_along() -> None:
    made = copy()
    assert made.todos(Membrete) == [Membrete(id="m", nombre=SIN_NOMBRE, predeterminado=True)]
    assert made.todos(Evidencia)[0] == Evidencia(id="d", nombre=f"Foto de {BORRADO}.png", sha256="", bytes=3)


def test_what_is_the_institutions_stays() -> None:
    made = copy()
    institucion = made.unico(Institucion)
    assert institucion is not None
    assert (institucion.nombre, institucion.correo_contacto) == ("Secretaría", "datos@se.gob.mx")
