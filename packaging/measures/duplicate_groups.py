"""Groups to look for duplicates among: those labelled by hand in the test data, and any number of made-up ones."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from collections.abc import Callable

LABELLED = Path(__file__).resolve().parents[2] / "tests" / "datos" / "duplicados"
PARTS = ("afinar", "reserva", "ajena")
SEED = 20260101
REPEATED = 0.2  # of the made-up groups: another group written in another way
BODIES = (
    "Asociación Cámara Centro Colegio Comisión Comité Consejo Cooperativa Dirección Empresa Federación Fundación "
    "Instituto Observatorio Red Secretaría Sindicato Unidad Unión Universidad"
).split()
PEOPLE = (
    "abogados acuicultores apicultores archivistas arquitectos artesanos bibliotecarios biólogos cafetaleros "
    "campesinos cañeros citricultores comerciantes contadores docentes economistas enfermeras estudiantes "
    "floricultores ganaderos geógrafos hoteleros ingenieros investigadores médicos mineros museógrafos notarios "
    "periodistas pescadores porcicultores productores psicólogos químicos restauradores salineros silvicultores "
    "transportistas veterinarios"
).split()
TOPICS = (
    "aeropuertos agua ambiente archivos bibliotecas bosques carreteras ciencia clima comercio cultura danza deporte "
    "derechos educación energía estadística industria justicia juventud lenguas migración minería museos música "
    "patrimonio pesca presupuesto puertos residuos riego salud seguridad suelos tecnología telecomunicaciones "
    "transparencia transporte turismo vivienda"
).split()
STATES = (
    "Chiapas Colima Durango Guanajuato Hidalgo Jalisco Morelos Nayarit Oaxaca Puebla Querétaro Sonora Tabasco Tlaxcala "
    "Yucatán Zacatecas"
).split()
SURNAMES = (
    "Abasolo Aldama Allende Arteaga Bravo Carranza Cárdenas Degollado Escobedo Galeana Juárez Lerdo Madero Matamoros "
    "Mina Obregón Ocampo Rayón Rosales Villa Zapata Zaragoza"
).split()


def labelled(part: str) -> list[tuple[GrupoUsuarios, str]]:
    """Return the groups of one part of the test data, each with the label of what it really is."""
    clases = {clase.value: clase for clase in ClaseGrupo}
    with (LABELLED / f"{part}.csv").open(encoding="utf-8", newline="") as file:
        return [
            (
                GrupoUsuarios(
                    id=f"{part}:{number}",
                    nombre=row["nombre"],
                    siglas=row["siglas"],
                    clase=clases.get(row["clase"]),
                    area=row["area"],
                    descripcion=row["descripcion"],
                    notas=row["notas"],
                ),
                row["cumulo"],
            )
            for number, row in enumerate(csv.DictReader(file))
        ]


def made_up(count: int) -> list[GrupoUsuarios]:
    """Return ``count`` groups, one in five of them another written in another way; always the same."""
    random = Random(SEED)  # noqa: S311 - nothing secret
    names: list[str] = []
    for _ in range(count):
        again = bool(names) and random.random() < REPEATED
        names.append(_spoilt(random, random.choice(names)) if again else _name(random))
    return [
        GrupoUsuarios(
            id=str(number),
            nombre=name,
            clase=random.choice(list(ClaseGrupo)),
            area=str(number % 40),
            descripcion="Buscan datos por municipio para sus propios estudios y servicios.",
        )
        for number, name in enumerate(names)
    ]


def _name(random: Random) -> str:
    body, topic, other = random.choice(BODIES), random.choice(TOPICS), random.choice(TOPICS)
    people, state, surname = random.choice(PEOPLE), random.choice(STATES), random.choice(SURNAMES)
    return random.choice(
        [
            f"{body} de {people} de {state}",
            f"{body} de {topic} y {other} de {state}",
            f"{people.capitalize()} de {topic}",
            f"{body} {surname} de {topic}",
            f"{people.capitalize()} y {random.choice(PEOPLE)} en {topic} {surname} {random.choice(SURNAMES)}",
            f"{body} de {topic} {surname}, {state}",
        ]
    )


def _spoilt(random: Random, name: str) -> str:
    place = random.randrange(1, len(name) - 1)
    words = name.split()
    random.shuffle(words)
    ways: list[Callable[[], str]] = [
        name.upper,
        lambda: name[:place] + name[place + 1 :],
        lambda: name.replace("Asociación", "Asoc.").replace("Universidad", "Univ.").replace("Dirección", "Dir."),
        lambda: f"La {name}",
        lambda: " ".join(words),
    ]
    return random.choice(ways)()
