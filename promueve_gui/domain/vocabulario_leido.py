"""Access, frequency and state as people write them in files, turned into the vocabularies of the Guía."""

from __future__ import annotations

import re
from functools import lru_cache

from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Acceso, ClaseGrupo, EstadoLinea, Frecuencia

# «No» and «Sí» answer the inventory's question «¿Tiene datos privados?»; the English terms are those of DCAT.
_ACCESOS = {
    Acceso.PUBLICO: "publico publica publicos publicas public abierto abiertos no|son publicos|datos publicos",
    Acceso.RESTRINGIDO: "restringido restringida restringidos restricted confidencial reservado|restricted public",
    Acceso.PRIVADO: "privado privada privados private si|non-public|non public",
}
_FRECUENCIAS = {
    Frecuencia.TIEMPO_REAL: "realtime continua continuo continuous|tiempo real|en tiempo real|real time|r/pt1s",
    Frecuencia.HORARIO: "horaria hourly|cada hora",
    Frecuencia.DIARIO: "diaria diariamente daily|cada dia|todos los dias",
    Frecuencia.SEMANAL: "semanalmente weekly|cada semana",
    Frecuencia.QUINCENAL: "quincenalmente|cada quincena|cada 15 dias|cada dos semanas",
    Frecuencia.MENSUAL: "mensualmente monthly|cada mes",
    Frecuencia.BIMESTRAL: "bimestralmente|cada bimestre|cada dos meses|cada 2 meses",
    Frecuencia.TRIMESTRAL: "trimestralmente quarterly|cada trimestre|cada tres meses|cada 3 meses",
    Frecuencia.CUATRIMESTRAL: "cuatrimestralmente|cada cuatrimestre|cada cuatro meses|cada 4 meses",
    Frecuencia.SEMESTRAL: "semestralmente|cada semestre|cada seis meses|cada 6 meses",
    Frecuencia.ANUAL: "anualmente annual annually yearly|cada ano",
    Frecuencia.BIANUAL: "bianualmente bienal bienalmente|cada dos anos|cada 2 anos",
    Frecuencia.QUINQUENAL: "quinquenalmente|cada cinco anos|cada 5 anos|cada quinquenio",
    Frecuencia.DECENAL: "decenalmente|cada diez anos|cada 10 anos|cada decada",
    Frecuencia.IRREGULAR: "irregularmente eventual eventualmente variable|sin periodicidad",
}
# Other words for where a line of the plan stands, some of them nearer in letters to what they do not mean.
_ESTADOS = {
    EstadoLinea.PLANEADA: "planeado planificada programada programado agendada pendiente|por hacer",
    EstadoLinea.EN_ELABORACION: "iniciada|en proceso|en curso|en desarrollo|en preparacion|en revision",
    EstadoLinea.LISTA: "listo preparada preparado aprobada aprobado",
    EstadoLinea.HECHA: (
        "hecho realizada realizado terminada terminado concluida concluido cumplida cumplido finalizada finalizado "
        "publicada publicado enviada enviado"
    ),
    EstadoLinea.CANCELADA: "cancelado suspendida suspendido descartada descartado eliminada eliminado",
}


# How areas call the classes of groups, more briefly than the Guía does.
_CLASES = {
    ClaseGrupo.DENTRO: "interno interna internos internas|de la institucion|de la dependencia|de la secretaria",
    ClaseGrupo.GOBIERNO: "gubernamental gubernamentales dependencia dependencias municipio|sector publico",
    ClaseGrupo.SOCIEDAD: "social civil privado academia academico ciudadania ong osc|sector privado|sector social",
}


def _formas(frases: str) -> list[str]:
    """Take apart a line of the tables above: words first, then phrases after each bar."""
    palabras, *largas = frases.split("|")
    return [*palabras.split(), *largas]


_ACCESO_POR_FORMA = {forma: acceso for acceso, frases in _ACCESOS.items() for forma in _formas(frases)}
_FRECUENCIA_POR_FORMA = {
    forma: frecuencia
    for frecuencia, frases in _FRECUENCIAS.items()
    for forma in (*_formas(frases), plegar(frecuencia.etiqueta), plegar(frecuencia.value))
}
_CLASE_POR_FORMA = {forma: clase for clase, frases in _CLASES.items() for forma in _formas(frases)}
_ESTADO_POR_FORMA = {forma: estado for estado, frases in _ESTADOS.items() for forma in _formas(frases)}

# Other spellings of the same ISO 8601 periods: R/P0.5M is «twice a month» in the official catalogues.
_PERIODO = re.compile(r"(?:r\d*/)?p(t?)(\d{1,4}(?:[.,]\d{1,4})?)([smhdwy])")
_UNIDADES = {"y": ("meses", 12.0), "m": ("meses", 1.0), "w": ("dias", 7.0), "d": ("dias", 1.0)}
_UNIDADES_DE_HORA = {"h": ("horas", 1.0)}
_PERIODOS = {
    ("horas", 1.0): Frecuencia.HORARIO,
    ("horas", 24.0): Frecuencia.DIARIO,
    ("dias", 1.0): Frecuencia.DIARIO,
    ("dias", 7.0): Frecuencia.SEMANAL,
    ("dias", 14.0): Frecuencia.QUINCENAL,
    ("dias", 15.0): Frecuencia.QUINCENAL,
    ("meses", 0.5): Frecuencia.QUINCENAL,
    ("meses", 1.0): Frecuencia.MENSUAL,
    ("meses", 2.0): Frecuencia.BIMESTRAL,
    ("meses", 3.0): Frecuencia.TRIMESTRAL,
    ("meses", 4.0): Frecuencia.CUATRIMESTRAL,
    ("meses", 6.0): Frecuencia.SEMESTRAL,
    ("meses", 12.0): Frecuencia.ANUAL,
    ("meses", 24.0): Frecuencia.BIANUAL,
    ("meses", 60.0): Frecuencia.QUINQUENAL,
    ("meses", 120.0): Frecuencia.DECENAL,
}


@lru_cache(maxsize=1024)
def leer_acceso(texto: str) -> Acceso | None:
    """Return the access that ``texto`` names, accents and capitals aside; ``None`` when it names none."""
    return _ACCESO_POR_FORMA.get(plegar(texto).strip(" ."))


def clase_dicha(texto: str) -> ClaseGrupo | None:
    """Return the class of groups that ``texto`` probably means, in other words than ours; ``None`` for other texts."""
    return _CLASE_POR_FORMA.get(plegar(texto).strip(" ."))


def estado_dicho(texto: str) -> EstadoLinea | None:
    """Return the state of a line that ``texto`` probably means, in other words than ours; ``None`` for other texts."""
    return _ESTADO_POR_FORMA.get(plegar(texto).strip(" ."))


@lru_cache(maxsize=1024)
def leer_frecuencia(texto: str) -> Frecuencia | None:
    """Return the frequency that ``texto`` names, in words or as an ISO 8601 period; ``None`` when it names none."""
    plegado = plegar(texto).strip(" .")
    conocida = _FRECUENCIA_POR_FORMA.get(plegado)
    if conocida:
        return conocida
    periodo = _PERIODO.fullmatch(plegado)
    if not periodo:
        return None
    unidades = _UNIDADES_DE_HORA if periodo[1] else _UNIDADES
    unidad, factor = unidades.get(periodo[3], ("", 0.0))
    return _PERIODOS.get((unidad, float(periodo[2].replace(",", ".")) * factor))
