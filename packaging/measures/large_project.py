"""A project far larger than any institution's, and a large inventory to import. Made up, and always the same."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import (
    Acceso,
    Canal,
    ClaseGrupo,
    Eje,
    EstadoLinea,
    Frecuencia,
    Rol,
    TipoContenido,
)

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.ficha import Id, Registro

SPACE = UUID("0b5b6a3e-52b4-5d0d-8f0e-2a4c8a7f6d11")
YEAR = 2026
AREAS, DATASETS = 40, 400
ROWS_PER_DATASET = 10
TOPICS = ("Calidad del aire", "Presupuesto ejercido", "Matrícula escolar", "Red hospitalaria", "Obra pública", "Museos")
PLACES = ("Oaxaca", "Nuevo León", "Yucatán", "Jalisco", "Michoacán", "Querétaro", "San Luis Potosí")
PEOPLE = ("Estudiantes", "Periodistas", "Investigadoras", "Organizaciones civiles", "Empresas", "Áreas de planeación")
HEADER = (
    "Responsable",
    "Nombre del conjunto",
    "Nombre del recurso",
    "¿De qué es?",
    "¿Tiene datos privados?",
    "Razón por la cual los datos son privados",
    "¿En qué plataforma, tecnología, programa o sistema se albergan?",
    "Fecha estimada de publicación en datos.gob.mx (en caso de ser datos públicos) (AAAA-MM)",
)


@dataclass(frozen=True)
class Size:
    """How large: groups and plan lines of the project, rows of the inventory."""

    groups: int = 10_000
    lines: int = 20_000
    rows: int = 50_000


TINY = Size(groups=50, lines=80, rows=60)


def size(*, quick: bool) -> Size:
    """Return the size to measure with."""
    return TINY if quick else Size()


def records(wanted: Size) -> list[Registro]:
    """Return the records of the project, each after those it refers to."""
    institution = Institucion(id=identity("institucion", 0), nombre="Secretaría de Ejemplo", siglas="SEJ", anio=YEAR)
    areas = [AreaGeneradora(id=identity("area", n), nombre=f"Dirección General {n}") for n in range(AREAS)]
    datasets = [_dataset(n) for n in range(DATASETS)]
    groups = [_group(n) for n in range(wanted.groups)]
    lines = [_line(n, wanted.groups) for n in range(wanted.lines)]
    return [institution, *areas, *datasets, *groups, *lines]


def write_inventory(path: Path, wanted: Size) -> None:
    """Write an inventory of format B with a row per resource, several to a dataset."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(_row(n) for n in range(wanted.rows))


def identity(kind: str, number: int) -> Id:
    """Return the identity of a made-up record, always the same."""
    return str(uuid5(SPACE, f"{kind}:{number}"))


def _dataset(n: int) -> ConjuntoDatos:
    return ConjuntoDatos(
        id=identity("conjunto", n),
        nombre=f"{TOPICS[n % len(TOPICS)]} de {PLACES[n % len(PLACES)]}, serie {n}",
        area=identity("area", n % AREAS),
        frecuencia=Frecuencia.MENSUAL,
        fecha_publicacion=date(YEAR, 1 + n % 12, 1 + n % 28),
        descripcion="Registros con fecha, lugar y cantidad, por municipio.",
        url=f"https://datos.ejemplo.gob.mx/serie-{n}.csv",
    )


def _group(n: int) -> GrupoUsuarios:
    return GrupoUsuarios(
        id=identity("grupo", n),
        nombre=f"{PEOPLE[n % len(PEOPLE)]} de {PLACES[n % len(PLACES)]} {n}",
        clase=list(ClaseGrupo)[n % len(ClaseGrupo)],
        area=identity("area", n % AREAS),
        ejes=frozenset({list(Eje)[n % len(Eje)]}),
        descripcion="Buscan datos por municipio para sus propios estudios y servicios.",
        poder=1 + n % 5,
        interes=1 + n // 5 % 5,
    )


def _line(n: int, groups: int) -> LineaPlan:
    return LineaPlan(
        id=identity("linea", n),
        nombre=f"Difundir {TOPICS[n % len(TOPICS)].lower()} en {PLACES[n % len(PLACES)]}, entrega {n}",
        conjunto=identity("conjunto", n % DATASETS),
        grupos=(identity("grupo", n % groups), identity("grupo", (n * 7 + 1) % groups)),
        tipo_contenido=list(TipoContenido)[n % len(TipoContenido)],
        canal=list(Canal)[n % len(Canal)],
        fecha=date(YEAR, 1, 1) + timedelta(days=n % 365),
        rol_responsable=list(Rol)[n % len(Rol)],
        estado=list(EstadoLinea)[n % len(EstadoLinea)],
    )


def _row(n: int) -> tuple[str, ...]:
    dataset = n // ROWS_PER_DATASET
    public = n % 10 != 0
    return (
        f"Dirección General {dataset % AREAS}",
        f"{TOPICS[dataset % len(TOPICS)]}, colección {dataset}",
        f"{PLACES[n % len(PLACES)]}, tabla {n}",
        f"Cantidades por municipio de {PLACES[n % len(PLACES)]}, con fecha y unidad de medida",
        Acceso.PUBLICO.etiqueta if public else Acceso.PRIVADO.etiqueta,
        "" if public else "Contiene datos personales",
        "Sistema de registro institucional",
        f"{YEAR}-{1 + n % 12:02d}" if public else "",
    )
