"""The calls, as data: what each takes and what it does. A new call is one line here and one function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.cli.arguments import Opcion, Orden
from promueve_gui.cli.choosing import CONTENIDO, MEMBRETE
from promueve_gui.cli.consolidating import consolidar
from promueve_gui.cli.exporting import exportar
from promueve_gui.cli.importing import importar
from promueve_gui.cli.projects import ejemplo, nuevo
from promueve_gui.cli.reviewing import revisar

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal

JSON = "--json"
_JSON = Opcion(JSON, "", "escribe el resultado en JSON, para otros programas")
_FECHA = Opcion("--fecha", "AAAA-MM-DD", "usa ese día en lugar de hoy")

CALLS: tuple[tuple[Orden, Callable[[Pedido, Terminal], int]], ...] = (
    (
        Orden(
            "nuevo",
            "crea un proyecto",
            (
                Opcion("--institucion", "NOMBRE", "nombre de la institución", requerida=True),
                Opcion("--siglas", "SIGLAS", "siglas de la institución", requerida=True),
                Opcion("--perfil", "PERFIL", "vigente (si no se indica) o historico-2015-2018"),
            ),
        ),
        nuevo,
    ),
    (Orden("ejemplo", "crea un proyecto completo de una institución inventada", (_FECHA,)), ejemplo),
    (
        Orden(
            "importar",
            "incorpora planes de apertura, inventarios, catálogos, y libros y documentos devueltos",
            (
                Opcion("--area", "ÁREA", "área de los conjuntos para los que el archivo no la dice"),
                Opcion(CONTENIDO, "TÍTULO", "contenido del que es un documento de Word que no lo dice"),
                Opcion("--unir", "", "une las áreas que parecen la misma, escrita de dos maneras"),
                _JSON,
            ),
            fuentes=True,
        ),
        importar,
    ),
    (
        Orden(
            "exportar",
            "escribe los documentos que se entregan",
            (
                Opcion("--mapa", "X.xlsx", "mapa de usuarios"),
                Opcion("--plan", "X.xlsx", "plan de promoción"),
                Opcion("--por-mes", "", "el libro del plan lleva además una hoja por mes"),
                Opcion("--plan-pdf", "X.pdf", "plan de promoción para imprimir, como tabla por meses"),
                Opcion("--calendario-pdf", "X.pdf", "plan de promoción para imprimir, una página por mes"),
                Opcion("--calendario", "X.ics", "actividades para el calendario de otros programas"),
                Opcion("--alarma", "DÍAS", "el calendario recuerda cada actividad esos días antes"),
                Opcion("--eventos", "", "el calendario lleva también eventos y mesas redondas"),
                Opcion("--publicaciones", "", "el calendario lleva también lo que se publica y actualiza en un año"),
                Opcion("--plan-por-area", "CARPETA", "un libro y un calendario con el plan de cada área"),
                Opcion("--plan-por-persona", "CARPETA", "un libro y un calendario con el plan de cada responsable"),
                Opcion(
                    "--formatos", "CARPETA", "un libro y un borrador de correo por área, que se anotan como enviados"
                ),
                Opcion("--word", "CARPETA", "contenidos en Word"),
                Opcion("--oficios", "CARPETA", "oficios a Comunicación Social y cartas, en Word"),
                Opcion("--odt", "CARPETA", "contenidos en OpenDocument"),
                Opcion("--pptx", "CARPETA", "presentaciones en PowerPoint, con sus notas"),
                Opcion("--html", "CARPETA", "contenidos como páginas HTML para un portal"),
                Opcion("--fragmento", "CARPETA", "contenidos como HTML para pegar en la página de un portal"),
                Opcion("--texto", "CARPETA", "contenidos como texto sin formato"),
                Opcion(CONTENIDO, "TÍTULO", "de los contenidos, solo ese, de cualquier tipo"),
                Opcion(MEMBRETE, "X.docx", "los documentos de Word salen esta vez en ese membrete (.docx o .dotx)"),
                Opcion(
                    "--novedades", "CARPETA", "un borrador de correo con lo nuevo por grupo de usuarios; no envía nada"
                ),
                Opcion("--desde", "AAAA-MM-DD", "las novedades empiezan ese día; si no, 60 días antes"),
                Opcion("--hasta", "AAAA-MM-DD", "las novedades llegan hasta ese día; si no, hasta hoy"),
                Opcion(
                    "--borradores", "", "las novedades llevan también lo que no está aprobado, marcado como borrador"
                ),
                Opcion("--todo", "CARPETA", "todos los documentos"),
            ),
        ),
        exportar,
    ),
    (
        Orden(
            "consolidar", "incorpora los libros, documentos y proyectos que devuelven las áreas", (_JSON,), fuentes=True
        ),
        consolidar,
    ),
    (Orden("revisar", "dice qué reglas se cumplen y qué falta", (_FECHA, _JSON)), revisar),
)
