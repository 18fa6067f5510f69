"""What the words of a name weigh when two names are compared. Spanish as ministries write it; nothing of institutions.

Sets of words are given as people write them; ``raiz`` brings them to the form in which names are compared.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.raiz import raiz
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Mapping

# Articles, prepositions and conjunctions: a name says the same with others. «sin» and «no» are none of these.
VACIAS = frozenset(
    "a al ante con contra de del desde e el en entre hacia hasta la las lo los o para por que segun sobre su sus tras "
    "u un una unas uno unos y".split()
)
# What the law or courtesy adds to a name without telling whose it is.
DE_FORMA = frozenset(
    "ac sc sa sab cv srl sapi scl snc spr rl ri iap abp ibp ipd opd sofom enr honorable benemerita benemerito "
    "constitucional heroico lic".split()
)
# Verbs that tell no more than a preposition: «organizaciones que trabajan con migrantes».
_QUE_APENAS_DICEN = (
    "atienden cuentan dedican ejercen habitan hacen laboran ocupan ofrecen operan padecen participan prestan realizan "
    "tienen trabajan viven"
).split()
FRASES_DE_FORMA = (
    ("asociacion", "civil"),
    ("sociedad", "anonima"),
    ("capital", "variable"),
    ("s", "de", "rl"),
    ("c", "de", "rl"),
    ("libre", "soberano"),
    ("carrera", "de"),  # «estudiantes de la carrera de medicina»
    *(("que", verbo) for verbo in _QUE_APENAS_DICEN),
    *(("que", "se", verbo) for verbo in _QUE_APENAS_DICEN),
    ("especializados", "en"),
    ("especializadas", "en"),
    ("congreso", "de", "la", "union"),
    ("estados", "unidos", "mexicanos"),
    ("de", "la", "region"),
    ("en", "general"),
    ("y", "similares"),
    ("entre", "otros"),
    ("entre", "otras"),
    ("y", "otros"),
    ("y", "otras"),
    ("nacionales", "y", "extranjeros"),
)
_LA_PROPIA = ("secretaria", "dependencia", "institucion", "entidad")
# And what it adds to the name of a body, of the country or of its own: «Unidad de Transparencia de la Secretaría»,
# «Secretaría de Cultura del Gobierno Federal».
FRASES_DE_CUERPO = (
    ("gobierno", "de", "mexico"),
    ("gobierno", "de", "la", "republica"),
    ("gobierno", "federal"),
    *((*antes, cual) for antes in (("de", "la"), ("en", "la")) for cual in _LA_PROPIA),
    ("del", "instituto"),
    ("en", "el", "instituto"),
)
ANTES_DE_NUMERO = frozenset("no num nums numero nro numeros".split())

# What a newspaper is, before or after what it is called: «Revista Proceso», «Reforma (periódico)».
DE_MEDIO = frozenset("periodico diario revista semanario portal noticiero".split())

LIGERA, MEDIA, COLECTIVA, PLENA, LUGAR = 0.2, 0.5, 0.7, 1.0, 1.5


def _raices(palabras: str) -> frozenset[str]:
    return frozenset(raiz(plegar(palabra)) for palabra in palabras.split())


_LIGERAS = _raices(
    "ámbito área asunto colectividad compañía comunidad conjunto cuerpo dedicado despacho dueño empresa enfocado "
    "equipo etnia firma general giro grupo institucional integrante interesado materia mexicano méxico miembro "
    "nacional nivel oficial persona personal población propietario pueblo ramo relacionado representante república "
    "rubro sector tema titular tribu usuario varios vinculado"
)
_MEDIAS = _raices(
    "agencia banco centro comisión coordinación delegación departamento dirección división escuela estado facultad "
    "federal fideicomiso fondo gerencia gobierno hospital industria instancia institución instituto jefatura oficina "
    "organismo órgano país procuraduría programa representación secretaría servicio sistema subdirección subsecretaría "
    "unidad universidad"
)
_COLECTIVAS = _raices(
    "agrupación alianza asociación barra cámara club coalición colectivo colegio comité confederación consejo "
    "cooperativa federación foro frente observatorio organización patronato red sindicato sociedad unión"
)
PESOS: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(_COLECTIVAS, COLECTIVA),
        **dict.fromkeys(_MEDIAS, MEDIA),
        **dict.fromkeys(_LIGERAS, LIGERA),
    }
)
# The bodies of which people say the matter alone: «Comunicación Social» is its «Dirección General».
UNIDADES = _raices("coordinación delegación departamento dirección gerencia jefatura oficina subdirección unidad")
# The offices that every body has: «Órgano Interno de Control», «Comité de Transparencia».
INTERNAS = UNIDADES | _raices("área comité órgano subsecretaría")
# What is said of organisations as a whole, and tells nothing of which: «organizaciones civiles de mujeres».
ORGANIZACIONES = _raices("organización") | {"org."}
DE_ORGANIZACIONES = (("sociedad", "civil"), ("no", "gubernamental"))
# What says of a body that it is the one of all the country: «Coparmex Nacional».
DE_TODO = _raices("nacional central oficina méxico mexicano república")
# What says of a body which kind it is, and is no part of one: «CFE (empresa productiva del Estado)».
QUE_ES = _raices("agrupación cúpula dependencia empresa entidad gremio institución organismo organización")
# What says of an office of a body that it is the one here: «CEPAL (sede subregional en México)».
DE_SEDE = _raices("sede oficina representación país méxico nacional central regional subregional matriz")
# Of two names with words of one family, those whose words differ are two things, however alike the rest.
_FAMILIAS = (
    "público privado mixto",
    "norte sur este oeste oriente poniente noreste noroeste sureste suroeste",
    "federal estatal municipal local regional nacional mexicano internacional intermunicipal metropolitano",
    "rural urbano",
    "hombre mujer",
    "inicial preescolar básica primaria secundaria media superior bachillerato licenciatura posgrado",
    "interno externo",
    "importador exportador",
    "comprador vendedor",
    "patrón trabajador",
    "micro pequeño mediano grande",
    "alto bajo",
    "mayor menor",
    "matutino vespertino nocturno",
    "formal informal",
    "civil militar",
    "niño joven adulto",
    "diputado senador",
    "actual anterior",
    "humano material financiero",
    "legislativo ejecutivo judicial",
    "inmigrante emigrante",
    "maya mayo",
    "popoloca popoluca",
    "tepehua tepehuano",
)
FAMILIA: Mapping[str, int] = MappingProxyType(
    {palabra: numero for numero, familia in enumerate(_FAMILIAS) for palabra in _raices(familia)}
)
# «General» says next to nothing of a body, but of people what they are: «médicos generales».
GENERAL, DE_OFICIO = raiz("general"), "general+"
# Bodies whose kind tells as much as their matter, of which it says next to nothing too.
CON_GENERAL = _raices("archivo auditoría consulado contraloría fiscalía inspección junta registro tesorería")


@lru_cache(maxsize=1 << 15)
def peso(palabra: str) -> float:
    """Return how much a word, as ``raiz`` leaves it, tells of whose name it is in; places begin with «§»."""
    return LUGAR if palabra[0] == "§" else PESOS.get(palabra, PLENA)


def es_cuerpo(plegada: str) -> bool:
    """Tell whether a folded word says what kind of body something is: «secretaría», «colegio»."""
    return peso(raiz(plegada)) in {MEDIA, COLECTIVA}
