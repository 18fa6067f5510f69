"""The closed vocabularies of the Guía: stored value and label. What institutions may change is in ``recursos``."""

from __future__ import annotations

from promueve_gui.domain.ficha import Opcion


class Rol(Opcion):
    """Who answers for what (Guía 2017, people of the policy)."""

    AREA_GENERADORA = "area_generadora", "Área Generadora"
    ENLACE = "enlace", "Enlace Institucional"
    ENLACE_COMUNICACION = "enlace_comunicacion", "Enlace de Comunicación Digital"
    ADMINISTRADOR = "administrador", "Administrador de Datos"
    COMUNICACION_SOCIAL = "comunicacion_social", "Comunicación Social"
    TECNICO = "tecnico", "Contacto técnico"


class ClaseGrupo(Opcion):
    """The three classes of user groups (mini-guide, paso 1, edición 2015)."""

    DENTRO = "dentro", "Dentro de la institución"
    GOBIERNO = "gobierno", "Otras instituciones de gobierno"
    SOCIEDAD = "sociedad", "Otros sectores de la sociedad"


class Eje(Opcion):
    """Strategic lines that a group of society follows (mini-guide, paso 1, edición 2015)."""

    CRECIMIENTO = "crecimiento_economico", "Crecimiento económico"
    SERVICIOS = "mejora_servicios_publicos", "Mejora de servicios públicos"
    TRANSPARENCIA = "transparencia_rendicion_cuentas", "Transparencia y rendición de cuentas"
    EFICIENCIA = "eficiencia_gubernamental", "Eficiencia gubernamental"
    COLABORACION = "colaboracion_ciudadana", "Colaboración ciudadana"


class TipoUso(Opcion):
    """Whether a group already uses a dataset or could use it."""

    ACTUAL = "actual", "Actual"
    POTENCIAL = "potencial", "Potencial"


class Acceso(Opcion):
    """Degree of publicity of a dataset or resource (Inventario Institucional)."""

    PUBLICO = "publico", "Público"
    RESTRINGIDO = "restringido", "Restringido"
    PRIVADO = "privado", "Privado"


class Frecuencia(Opcion):
    """How often a dataset is updated, with the ISO 8601 code of the official catalogues as stored value."""

    TIEMPO_REAL = "realtime", "Tiempo real"
    HORARIO = "R/PT1H", "Horario"
    DIARIO = "R/P1D", "Diario"
    SEMANAL = "R/P1W", "Semanal"
    QUINCENAL = "R/P2W", "Quincenal"
    MENSUAL = "R/P1M", "Mensual"
    BIMESTRAL = "R/P2M", "Bimestral"
    TRIMESTRAL = "R/P3M", "Trimestral"
    CUATRIMESTRAL = "R/P4M", "Cuatrimestral"
    SEMESTRAL = "R/P6M", "Semestral"
    ANUAL = "R/P1Y", "Anual"
    BIANUAL = "R/P2Y", "Bianual"
    QUINQUENAL = "R/P5Y", "Quinquenal"
    DECENAL = "R/P10Y", "Decenal"
    IRREGULAR = "irregular", "Irregular"


class TipoHerramienta(Opcion):
    """Kinds of tool that show or use data."""

    VISOR = "visor", "Visor"
    APP = "app", "Aplicación"
    TABLERO = "tablero", "Tablero"
    MAPA = "mapa", "Mapa"
    API = "api", "Servicio de consulta (API)"
    OTRA = "otra", "Otra"


class TipoEvento(Opcion):
    """Kinds of event; the round table has a checklist of its own (R9)."""

    MESA_REDONDA = "mesa_redonda", "Mesa redonda"
    INSTITUCIONAL = "institucional", "Evento institucional"
    ESPECIALIZADO = "especializado", "Evento especializado"
    DATATON = "dataton", "Datatón"
    TALLER = "taller", "Taller"


class TipoContenido(Opcion):
    """The six types of content (mini-guide, paso 3, edición 2015)."""

    REDES = "redes", "Redes sociales"
    BOLETIN = "boletin", "Noticia, comunicado o boletín"
    PRESENTACION = "presentacion", "Presentación"
    HISTORIA = "historia", "Historia de uso"
    HERRAMIENTA = "herramienta", "Herramienta"
    ESTUDIO = "estudio", "Estudio"


class Canal(Opcion):
    """Channels of promotion (mini-guide, paso 4, edición 2015; Paso 4.3, edición 2017)."""

    REDES = "redes", "Redes sociales"
    CORREO = "correo", "Correo electrónico"
    PORTAL_INTERNET = "portal_internet", "Portal institucional (Internet)"
    INTRANET = "intranet", "Portal institucional (Intranet)"
    HERRAMIENTAS = "herramientas", "Herramientas y aplicaciones"
    EVENTOS = "eventos", "Eventos especializados"
    IMPACTO = "impacto", "Portal nacional: historias y noticias"
    HERRAMIENTAS_PORTAL = "herramientas_portal", "Portal nacional: herramientas"
    MESA_REDONDA = "mesa_redonda", "Mesa redonda"


class ObjetoRegla(Opcion):
    """What a rule of the plan watches: something that happens, or a gap that R3 or R8 would find.

    The last three look at what the plan still lacks once all other rules have proposed their lines.
    """

    PUBLICACION = "publicacion", "Un conjunto se publica"
    ACTUALIZACION = "actualizacion", "Un conjunto se actualiza"
    HERRAMIENTA = "herramienta", "Hay una herramienta"
    EVENTO = "evento", "Hay un evento"
    CONJUNTO = "conjunto", "Un conjunto prioritario no tiene actividad"
    GRUPO = "grupo", "Un grupo prioritario no tiene actividad"
    BIMESTRE = "bimestre", "Un bimestre no tiene comunicación"


class PeriodoRegla(Opcion):
    """The stretch of the calendar in which a rule proposes no more than so many lines."""

    BIMESTRE = "bimestre", "Bimestre"
    SEMESTRE = "semestre", "Semestre"
    ANIO = "anio", "Año"


class MomentoRegla(Opcion):
    """Whether a rule counts its days before or after the date that it watches."""

    ANTES = "antes", "Antes"
    DESPUES = "despues", "Después"


class EstadoLinea(Opcion):
    """Where a plan line stands."""

    IDEA = "idea", "Idea"
    PLANEADA = "planeada", "Planeada"
    EN_ELABORACION = "en_elaboracion", "En elaboración"
    LISTA = "lista", "Lista"
    HECHA = "hecha", "Hecha"
    CANCELADA = "cancelada", "Cancelada"


class EstadoContenido(Opcion):
    """Where a content stands on its way to Comunicación Social and the public."""

    BORRADOR = "borrador", "Borrador"
    EN_REVISION = "en_revision", "En revisión"
    CON_COMUNICACION = "con_comunicacion", "Con Comunicación Social"
    APROBADO = "aprobado", "Aprobado"
    PUBLICADO = "publicado", "Publicado"


class Solicitante(Opcion):
    """Who may ask for a communication (Paso 4.3, edición 2017)."""

    UNIDAD = "unidad", "Unidad"
    COORDINACION = "coordinacion", "Coordinación"


class OrigenRecomendacion(Opcion):
    """Where a recommendation came from (mini-guide, paso 5, edición 2015; Paso 4.3, edición 2017)."""

    CIUDADANA = "ciudadana", "Solicitud ciudadana"
    TRANSPARENCIA = "transparencia", "Unidad de Transparencia"
    OIC = "oic", "Órgano Interno de Control"
    RECTOR_LIGAS = "rector_ligas", "Órgano rector: ligas rotas"
    RECTOR_CALIDAD = "rector_calidad", "Órgano rector: calidad"
    RECTOR_INFORME = "rector_informe", "Órgano rector: informe"
    PORTAL = "portal", "Portal"
    CORREO = "correo", "Correo"
    ENCUESTA = "encuesta", "Encuesta"
    MESA_REDONDA = "mesa_redonda", "Mesa redonda"


class ClaseTecnica(Opcion):
    """Technical classes of what is recommended."""

    URL_NO_RESPONDE = "url_no_responde", "La URL no responde"
    URL_ACENTOS = "url_acentos", "Acentos en la URL"
    CODIFICACION = "codificacion", "La codificación no es UTF-8"
    SIN_DESCRIPCION = "sin_descripcion", "Sin descripción"
    RENGLONES_VACIOS = "renglones_vacios", "Renglones vacíos o de totales"
    NUMEROS_SIMBOLOS = "numeros_simbolos", "Números con símbolos"
    TIPOS_MEZCLADOS = "tipos_mezclados", "Tipos mezclados en una columna"
    URL_REPETIDA = "url_repetida", "URL repetida"
    DATOS_NUEVOS = "datos_nuevos", "Datos nuevos"
    OTRA = "otra", "Otra"


class Desenlace(Opcion):
    """What was decided about a recommendation (R10)."""

    PROCEDE = "procede", "Procede"
    NO_PROCEDE = "no_procede", "No procede"


class TipoMejora(Opcion):
    """Kinds of improvement that a recommendation leads to (mini-guide, paso 5, edición 2015)."""

    AGREGAR = "agregar", "Agregar un conjunto de datos"
    AUTOMATIZAR = "automatizar", "Automatizar un recurso"
    INFRAESTRUCTURA = "infraestructura", "Infraestructura"
    LEGIBILIDAD = "legibilidad", "Legibilidad y normalización"
    FRECUENCIA = "frecuencia", "Más frecuencia o detalle"


class EstadoAccion(Opcion):
    """Where a promised improvement, or an agreement of a round table, stands."""

    PENDIENTE = "pendiente", "Pendiente"
    EN_CURSO = "en_curso", "En curso"
    CUMPLIDA = "cumplida", "Cumplida"


class ComputoDias(Opcion):
    """How the days to answer are counted (R11): the 2017 text says both."""

    NATURALES = "naturales", "Días naturales"
    HABILES = "habiles", "Días hábiles"


class LecturaBimestre(Opcion):
    """How «once every bimestre» is read (R8)."""

    CALENDARIO = "calendario", "Bimestre de calendario"
    MOVIL = "movil", "Periodo móvil de 60 días"


class ConteoRed(Opcion):
    """How a network counts the characters of a message; each is worked out in ``domain/conteo.py``."""

    CARACTERES = "caracteres", "Cada carácter cuenta uno"
    PONDERADO = "ponderado", "Como X: letras latinas uno; emojis y otras escrituras, dos"
    VISIBLES = "visibles", "Cada signo que se ve cuenta uno, también un emoji compuesto"
    VISIBLES_SIN_SERVIDOR = "visibles_sin_servidor", "Como Mastodon: lo que se ve, y menciones sin su servidor"
    EMOJI_EN_BYTES = "emoji_en_bytes", "Como Threads: un emoji cuenta los bytes que ocupa"
