"""To whom a message to an area goes, and what it says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.correos import CAMPOS, correos_del_area, plantilla, redactar
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.catalogos import PlantillaCorreo
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Rol

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

AREA = AreaGeneradora(
    id="a", nombre="Dirección de Puentes", siglas="DP", responsable="Petra Vereda", correo="puentes@ejemplo.gob.mx"
)
INSTITUCION = Institucion(id="i", nombre="Secretaría de Caminos", siglas="SECA", correo_contacto="datos@ejemplo.gob.mx")
ENLACE = Persona(id="p", nombre="Rosalba Puente", rol=Rol.ENLACE, cargo="Directora")
FECHA, VENCE = date(2026, 3, 1), date(2026, 3, 11)


def project(*registros: Registro) -> Proyecto:
    proyecto = Proyecto()
    proyecto.apply(map(alta, registros))
    return proyecto


def message(asunto: str, cuerpo: str, clave: str = "formatos") -> PlantillaCorreo:
    return PlantillaCorreo(id=f"m-{clave}", nombre="Mensaje", clave=clave, asunto=asunto, cuerpo=cuerpo)


@pytest.mark.parametrize(
    ("correo", "hallados"),
    [
        ("puentes@ejemplo.gob.mx", ("puentes@ejemplo.gob.mx",)),
        ("a@ejemplo.mx; b@ejemplo.mx, a@ejemplo.mx", ("a@ejemplo.mx", "b@ejemplo.mx")),
        ("a@ejemplo.mx\nBcc: malo@ejemplo.mx", ("a@ejemplo.mx", "malo@ejemplo.mx")),  # never a header: two addresses
        (
            '"Pérez, Ana" <a@ejemplo.mx>, Luis Ríos <b@ejemplo.mx>;<c@ejemplo.mx>',
            ("a@ejemplo.mx", "b@ejemplo.mx", "c@ejemplo.mx"),
        ),
        ("pendiente", ()),
        ("puéntes@ejemplo.mx", ()),
        ("", ()),
    ],
)
def test_addresses_of_an_area_are_those_well_formed(correo: str, hallados: tuple[str, ...]) -> None:
    area = AreaGeneradora(id="a", nombre="Puentes", correo=correo)
    assert correos_del_area(project(area), area) == hallados


def test_without_its_own_an_area_is_written_to_through_its_responsable() -> None:
    area = AreaGeneradora(id="a", nombre="Puentes", responsable="petra  véreda")
    otra = AreaGeneradora(id="b", nombre="Caminos")
    personas = (
        Persona(id="1", nombre="Petra Vereda", rol=Rol.TECNICO, correo="de-otra@ejemplo.mx", area="b"),
        Persona(id="2", nombre="Petra Vereda", rol=Rol.TECNICO, correo="petra@ejemplo.mx", area="a"),
        Persona(id="3", nombre="Petra Vereda", rol=Rol.TECNICO, area="a"),
    )
    assert correos_del_area(project(area, otra, *personas), area) == ("petra@ejemplo.mx",)
    assert correos_del_area(project(area, otra, personas[0]), area) == ("de-otra@ejemplo.mx",)
    assert correos_del_area(project(area), area) == ()


def test_the_message_of_the_project_comes_before_the_one_that_ships() -> None:
    propio, de_fabrica = message("propio", "x"), PlantillaCorreo(id="f", clave="formatos", asunto="de fábrica")
    assert plantilla(project(propio), "formatos", [de_fabrica]) == propio
    assert plantilla(project(message("otro", "x", "otro")), "formatos", [de_fabrica]) is de_fabrica
    with pytest.raises(LookupError):
        plantilla(project(), "formatos", [])


def test_every_field_is_filled_in() -> None:
    cuerpo = "\n".join(f"{campo}: {{{campo}}}" for campo in CAMPOS)
    dicho = redactar(project(INSTITUCION, ENLACE, AREA), AREA, message("{area}", cuerpo), "DP.xlsx", FECHA, VENCE)
    assert (dicho.desconocidos, dicho.vacios) == ((), ())
    assert dicho.asunto == "Dirección de Puentes"
    assert dicho.texto == (
        "area: Dirección de Puentes\n"
        "siglas_area: DP\n"
        "responsable: Petra Vereda\n"
        "institucion: Secretaría de Caminos\n"
        "siglas: SECA\n"
        "archivo: DP.xlsx\n"
        "fecha: 1 de marzo de 2026\n"
        "vence: 11 de marzo de 2026\n"
        "contacto: datos@ejemplo.gob.mx\n"
        "remitente: Rosalba Puente\nDirectora\nSecretaría de Caminos"
    )


def test_what_is_not_known_is_left_blank_and_said() -> None:
    area = AreaGeneradora(id="a", nombre="Puentes")
    cuerpo = "{responsable}{siglas}{institucion}{contacto}{remitente}{vence}{folio}"
    dicho = redactar(project(area), area, message("{vence} {lugar}", cuerpo), "P.xlsx", FECHA, None)
    assert dicho.texto == "{folio}"
    assert dicho.vacios == ("vence", "responsable", "siglas", "institucion", "contacto", "remitente")
    assert dicho.desconocidos == ("lugar", "folio")


def test_a_subject_is_one_line_whatever_it_holds() -> None:
    area = AreaGeneradora(id="a", nombre="Puentes\r\nBcc: todos@ejemplo.mx")
    dicho = redactar(project(area, ENLACE), area, message("Hola\n {area} {remitente}", "x"), "P.xlsx", FECHA, VENCE)
    assert dicho.asunto == "Hola Puentes Bcc: todos@ejemplo.mx Rosalba Puente Directora"
