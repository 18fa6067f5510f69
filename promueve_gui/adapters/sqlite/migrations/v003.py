"""Schema 3: formats sent to the areas and what came back, doubts, merges of groups, catalogues. Frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.sqlite.migrations.v001 import create_record_table

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES: dict[str, dict[str, str]] = {
    "sinonimo": {"text": "retirado termino equivale"},
    "plantilla_correo": {"text": "retirado nombre clave asunto cuerpo"},
    "union_grupos": {
        "text": "retirado razon movido",
        "nullable_text": "fecha",
        "refs": "queda:grupo_usuarios sobrante:grupo_usuarios",
    },
    "no_duplicado": {
        "text": "retirado motivo",
        "nullable_text": "fecha",
        "refs": "grupo:grupo_usuarios otro:grupo_usuarios",
    },
    "envio_formato": {
        "text": "retirado archivo notas exportacion",
        "nullable_text": "fecha vence recordado devuelto",
        "integers": "renglones",
        "refs": "area:area_generadora",
    },
    "duda": {
        "text": "retirado nombre fuente lugar texto resolucion entidad registro campo suyo",
        "nullable_text": "tipo fecha estado",
        "refs": "area:area_generadora",
    },
}
PERFIL_TEXTS = "trato_involucrar trato_satisfacer trato_informar trato_monitorear"
PERFIL_INTEGERS = "dias_formato umbral_duplicados"


def receive_formats(db: Database) -> None:
    """Create the tables; ``recepcion`` keeps what each returned workbook said, ``edicion.revierte`` what one undoes.

    A reception counts while its edition is applied and not reverted by another that is.
    """
    for name, shapes in TABLES.items():
        create_record_table(db, name, {shape: columns.split() for shape, columns in shapes.items()})
    perfil = db.table("perfil")
    for column in PERFIL_TEXTS.split():
        perfil.add_column(column, str, not_null_default="")
    for column in PERFIL_INTEGERS.split():
        perfil.add_column(column, int)
    db.table("edicion").add_column("revierte", str)
    db.table("edicion").create_index(["revierte"])
    db.table("recepcion").create(
        {
            "id": str,
            "exportacion": str,
            "momento": str,
            "archivo": str,
            "huella": str,
            "asiento": int,
            "edicion": str,
            "visto": str,
        },
        pk="id",
        not_null={"exportacion", "momento", "archivo", "huella", "asiento", "visto"},
        strict=True,
    )
    db.table("recepcion").create_index(["exportacion"])
