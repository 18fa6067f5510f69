"""Schema 1: the tables of the first release. Frozen: it uses the names as they were then, never today's records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# Columns by the shape they are stored in; ``refs`` are single references: column and table.
TABLES: dict[str, dict[str, str]] = {
    "institucion": {
        "text": (
            "retirado nombre siglas sector ciudad direccion_comunicacion correo_contacto "
            "correo_prensa telefono_prensa sitio vision membrete membrete_nombre"
        ),
        "integers": "anio",
    },
    "perfil": {
        "text": (
            "retirado nombre organo_rector siglas_rector correo_asesoria nombre_asesoria portal "
            "sitio_portal seccion_historias seccion_herramientas licencia"
        ),
        "nullable_text": "computo_dias lectura_bimestre",
        "integers": "dias_respuesta caracteres_cuartilla frase_larga",
    },
    "red_social": {
        "text": "retirado nombre",
        "flags": "en_uso",
        "nullable_text": "vigente",
        "integers": "limite cuenta_url",
    },
    "cita_guia": {
        "text": "retirado clave cita",
    },
    "dia_inhabil": {
        "text": "retirado motivo",
        "nullable_text": "fecha",
    },
    "area_generadora": {
        "text": "retirado nombre siglas responsable correo otros_nombres",
    },
    "persona": {
        "text": "retirado nombre cargo correo telefono",
        "nullable_text": "rol",
        "refs": "area:area_generadora",
    },
    "grupo_usuarios": {
        "text": "retirado nombre siglas descripcion notas",
        "lists": "ejes",
        "flags": "prioritario",
        "nullable_text": "clase",
        "integers": "poder interes legitimidad urgencia",
        "refs": "area:area_generadora",
    },
    "contacto": {
        "text": "retirado nombre institucion cargo correo fuente aviso_version",
        "flags": "no_contactar",
        "nullable_text": "aviso_fecha revision",
        "refs": "grupo:grupo_usuarios",
    },
    "conjunto_datos": {
        "text": (
            "retirado nombre razon descripcion url correo_contacto contacto identificador "
            "palabras_clave sector plataforma periodo_cubierto cobertura"
        ),
        "flags": (
            "institucional prioritario alto_valor estrategico solicitado recurso_publico "
            "fecha_cercana interes_nacional ya_publicado programa_nacional"
        ),
        "nullable_text": "acceso frecuencia fecha_publicacion fecha_compromiso modificado",
        "refs": "area:area_generadora",
    },
    "recurso": {
        "text": (
            "retirado nombre descripcion razon url formato plataforma responsable identificador "
            "periodo_cubierto cobertura"
        ),
        "nullable_text": "acceso fecha frecuencia",
        "integers": "bytes",
        "refs": "conjunto:conjunto_datos",
    },
    "uso_datos": {
        "text": "retirado uso",
        "nullable_text": "tipo",
        "refs": "grupo:grupo_usuarios conjunto:conjunto_datos",
    },
    "herramienta": {
        "text": "retirado nombre descripcion url correo_contacto coordinado_persona coordinado_medio",
        "lists": "conjuntos",
        "flags": "liga_portal publicada",
        "nullable_text": "tipo coordinado_fecha",
        "refs": "responsable:persona",
    },
    "evento": {
        "text": (
            "retirado nombre hora_inicio hora_fin lugar modalidad convoca objetivo agenda "
            "asistencia desarrollo encuesta"
        ),
        "lists": "conjuntos grupos",
        "nullable_text": "tipo fecha invitacion proxima",
    },
    "acuerdo": {
        "text": "retirado tarea responsable",
        "nullable_text": "inicio fin estado",
        "refs": "evento:evento",
    },
    "linea_plan": {
        "text": "retirado nombre notas",
        "lists": "grupos",
        "nullable_text": "tipo_contenido canal fecha fecha_fin rol_responsable estado",
        "refs": "conjunto:conjunto_datos herramienta:herramienta evento:evento persona:persona",
    },
    "contenido": {
        "text": (
            "retirado nombre numero lugar autor sector sumarios entrada cuerpo cita antecedentes "
            "retos solucion resultados texto_alternativo url correo_contacto coordinado_persona "
            "coordinado_medio notas"
        ),
        "lists": "conjuntos",
        "nullable_text": "tipo estado fecha coordinado_fecha",
        "refs": "linea:linea_plan herramienta:herramienta red:red_social contacto_tecnico:persona",
    },
    "solicitud_comunicacion": {
        "text": "retirado asunto medio notas",
        "nullable_text": "solicitante fecha",
    },
    "publicacion": {
        "text": "retirado nombre url url_publicada reacciones necesidades",
        "lists": "conjuntos",
        "nullable_text": "fecha canal",
        "integers": "alcance",
        "refs": "contenido:contenido linea:linea_plan solicitud:solicitud_comunicacion",
    },
    "evidencia": {
        "text": "retirado nombre sha256",
        "nullable_text": "fecha",
        "integers": "bytes",
        "refs": "publicacion:publicacion",
    },
    "aviso_alto_valor": {
        "text": "retirado asunto destinatarios medio",
        "nullable_text": "fecha",
        "refs": "conjunto:conjunto_datos",
    },
    "recomendacion": {
        "text": "retirado folio texto remitente fundamento respuesta",
        "nullable_text": "fecha_recepcion origen clase desenlace fecha_estimada fecha_respuesta",
        "integers": "dias_pausa",
        "refs": "conjunto:conjunto_datos area:area_generadora tecnico:persona",
    },
    "accion_mejora": {
        "text": "retirado nombre",
        "nullable_text": "tipo fecha_compromiso fecha_cumplida estado",
        "refs": "recomendacion:recomendacion conjunto:conjunto_datos responsable:persona",
    },
}


def create_tables(db: Database) -> None:
    """Create the tables of records, of editions, of the bitácora and of kept files."""
    for name, shapes in TABLES.items():
        create_record_table(db, name, {shape: columns.split() for shape, columns in shapes.items()})
    db.table("edicion").create(
        {
            "secuencia": int,
            "id": str,
            "momento": str,
            "motivo": str,
            "autor": str,
            "origen": str,
            "estado": str,
            "cambios": str,
        },
        pk="secuencia",
        not_null={"id", "momento", "motivo", "autor", "origen", "estado", "cambios"},
        strict=True,
    )
    db.table("edicion").create_index(["id"], unique=True)
    db.table("edicion").create_index(["estado", "secuencia"])
    db.table("bitacora").create(
        {"secuencia": int, "momento": str, "autor": str, "accion": str, "detalle": str, "edicion": str},
        pk="secuencia",
        not_null={"momento", "autor", "accion", "detalle"},
        strict=True,
    )
    db.table("meta").create({"clave": str, "valor": str}, pk="clave", not_null={"clave", "valor"}, strict=True)
    db.table("archivo").create({"sha256": str, "contenido": bytes}, pk="sha256", not_null={"contenido"}, strict=True)


def create_record_table(db: Database, name: str, shapes: dict[str, list[str]]) -> None:
    """Create the table of one kind of record; ``shapes`` gives its columns by the shape they are stored in."""
    texts, lists, flags = (shapes.get(shape, []) for shape in ("text", "lists", "flags"))
    references = [column.split(":") for column in shapes.get("refs", [])]
    columns: dict[str, type] = {"id": str}
    columns |= dict.fromkeys([*texts, *lists, *shapes.get("nullable_text", [])], str)
    columns |= dict.fromkeys([*flags, *shapes.get("integers", [])], int)
    columns |= {column: str for column, _ in references}
    db.table(name).create(
        columns,
        pk="id",
        not_null={"id", *texts, *lists, *flags},
        defaults={**dict.fromkeys(texts, ""), **dict.fromkeys(lists, "[]"), **dict.fromkeys(flags, 0)},
        foreign_keys=[(column, table, "id") for column, table in references],
        strict=True,
    )
