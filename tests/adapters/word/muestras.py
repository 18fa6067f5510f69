"""A made-up institution with one content of each kind, and how to write and read them back."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from promueve_gui.adapters.word.writer import WordWriter
from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import Institucion, Persona, RedSocial
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Acceso, Rol, TipoContenido, TipoHerramienta
from tests.arquitectura.fuentes import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

    from promueve_gui.domain.ficha import Registro

MEMBRETE = ROOT / "recursos" / "plantillas" / "membrete.docx"
MEMBRETES = ROOT / "tests" / "datos" / "membretes"
MOMENTO = datetime(2026, 12, 22, 15, 30, tzinfo=UTC)

INSTITUCION = Institucion(
    id="inst",
    nombre="Secretaría de Caminos y Puentes Rurales",
    siglas="SECAPUR",
    ciudad="Ciudad de México",
    direccion_comunicacion="Dirección General de Comunicación Social",
    correo_contacto="datos@secapur.example.org",
    correo_prensa="prensa@secapur.example.org",
    telefono_prensa="55 5000 1234, ext. 101",
    sitio="www.secapur.example.org",
    anio=2026,
)
PERSONA = Persona(
    id="tec",
    nombre="Rosalba Ejemplo Muñoz",
    rol=Rol.TECNICO,
    cargo="Subdirectora de Información Geográfica",
    correo="rosalba.ejemplo@secapur.example.org",
    telefono="55 5000 9999",
)
PUENTES = ConjuntoDatos(
    id="puentes",
    nombre="Inventario de puentes rurales",
    url="https://datos.example.org/dataset/puentes-rurales",
    palabras_clave="puentes, caminos rurales",
)
CAMINOS = ConjuntoDatos(
    id="caminos", nombre="Estado de los caminos", url="https://datos.example.org/dataset/estado-caminos"
)
RESERVADO = ConjuntoDatos(id="reservado", nombre="Bitácora reservada", acceso=Acceso.PRIVADO)
VISOR = Herramienta(
    id="visor", nombre="Visor de puentes", tipo=TipoHerramienta.VISOR, url="https://visor.example.org/p"
)
RED = RedSocial(id="x", nombre="X", limite=280)

ENTRADA = (
    "La Secretaría de Caminos y Puentes Rurales publicó hoy, en formato abierto, el inventario de los 4,812 puentes "
    "que comunican a las localidades rurales del país, con su ubicación, su año de construcción y el resultado de la "
    "inspección más reciente, para que autoridades municipales, empresas de transporte y comunidades sepan por dónde "
    "pasar en temporada de lluvias."
)
CUERPO = (
    "El conjunto reúne lo que hasta ahora guardaban por separado 32 centros regionales. Cada puente aparece con sus "
    "coordenadas, su ancho, la carga máxima que soporta y una calificación de uno a cinco que resume la inspección de "
    "2026. Los datos se actualizarán cada trimestre y pueden descargarse completos, sin registro y sin costo.\n"
    "Durante la etapa de prueba, los protocolos de protección civil de nueve municipios usaron el archivo para decidir "
    "rutas de evacuación. En San Jerónimo de los Vados bastó una tarde para descartar dos puentes que ya no admiten "
    "camiones cisterna y trazar un camino alterno por la carretera vieja.\n"
    "La dependencia invitó a universidades y empresas a proponer mejoras. Los comentarios que se reciban antes del "
    "28 de febrero se considerarán para la siguiente edición, que incluirá además los vados y las pasarelas "
    "peatonales. Quien encuentre un puente mal ubicado puede avisar en {contacto}; el área responsable "
    "contestará en un plazo de treinta días.\n"
    "Con esta publicación la institución cumple el compromiso que hizo en la mesa redonda de septiembre con "
    "organizaciones de transportistas y comités de caminos de siete entidades federativas."
)
CITA = (
    "«Un puente del que nadie sabe cuánto aguanta es un riesgo; uno que está en un mapa abierto es una decisión bien "
    "tomada», dijo la titular de la dependencia, Amparo Inventada Ríos."
)
BOLETIN = Contenido(
    id="boletin",
    nombre="Abre la Secretaría los datos de 4,812 puentes rurales",
    tipo=TipoContenido.BOLETIN,
    conjuntos=("puentes", "reservado"),
    numero="012/2026",
    fecha=date(2026, 12, 22),
    sumarios="- El inventario incluye ubicación, carga máxima y estado de cada puente.\n"
    "- Se actualizará cada trimestre y puede descargarse sin registro.\n"
    "- Nueve municipios ya lo usan para planear rutas de evacuación.",
    entrada=ENTRADA,
    cuerpo=CUERPO,
    cita=CITA,
    url="https://datos.example.org/dataset/puentes-rurales/recurso/inventario-2026.csv",
    correo_contacto="puentes@secapur.example.org",
    contacto_tecnico="tec",
    notas="Avisar antes al enlace.",
)
PARTE = (
    "El comité de caminos de San Jerónimo de los Vados reúne a campesinos, transportistas y maestras de once "
    "localidades. Cada año, entre junio y octubre, las lluvias cierran el paso y los camiones que llevan agua y "
    "medicinas dan rodeos de hasta cuatro horas. Nadie tenía una lista completa de los puentes de la zona ni sabía "
    "cuáles resisten el peso de un camión cargado; las decisiones se tomaban de memoria.\n"
    "Con el archivo de {conjunto} en una hoja de cálculo, el comité marcó los puentes con calificación de uno o dos y "
    "comparó su carga máxima con el peso de cada vehículo. El resultado se pegó en la pared de la comisaría y se "
    "revisa después de cada inspección."
)
HISTORIA = Contenido(
    id="historia",
    nombre="Un mapa de puentes para llegar antes que la lluvia",
    tipo=TipoContenido.HISTORIA,
    conjuntos=("puentes", "caminos"),
    fecha=date(2026, 11, 4),
    autor="Dirección de Conservación Rural",
    sector="Infraestructura",
    antecedentes=PARTE,
    retos=PARTE,
    solucion=PARTE,
    resultados=PARTE,
    correo_contacto="puentes@secapur.example.org",
    contacto_tecnico="tec",
    coordinado_persona="Persona del órgano rector",
)
VISOR_CONTENIDO = Contenido(
    id="herramienta",
    nombre="Visor de puentes rurales",
    tipo=TipoContenido.HERRAMIENTA,
    conjuntos=("puentes",),
    herramienta="visor",
    fecha=date(2026, 10, 1),
    cuerpo="Muestra en un mapa los puentes y su estado.\nFunciona en teléfonos. Más en https://visor.example.org/ayuda.",
    correo_contacto="puentes@secapur.example.org",
    contacto_tecnico="tec",
    coordinado_fecha=date(2026, 9, 15),
    coordinado_persona="Enlace de la coordinación",
)


def project(*registros: Registro) -> Proyecto:
    """Return the institution with its data and people, and whatever more is given."""
    tablas: dict[str, dict[str, Registro]] = {}
    for registro in (INSTITUCION, PERSONA, PUENTES, CAMINOS, RESERVADO, VISOR, RED, *registros):
        tablas.setdefault(registro.ENTIDAD, {})[registro.id] = registro
    return Proyecto(tablas)


def write(path: Path, contenido: Contenido, letterhead: bytes | None = None, proyecto: Proyecto | None = None) -> Path:
    """Write a content as the program does and return where."""
    writer = WordWriter(MEMBRETE, lambda: MOMENTO)
    writer.write_content(contenido, project() if proyecto is None else proyecto, path, letterhead)
    return path


def texts(document: WordDocument) -> list[str]:
    """Return the text of each paragraph of the body."""
    return [parrafo.text for parrafo in document.paragraphs]


def everywhere(document: WordDocument) -> list[Paragraph]:
    """Return every paragraph of the body, those in tables too, in order."""
    return [Paragraph(elemento, document) for elemento in document.element.body.iter(qn("w:p"))]


def read(path: Path) -> WordDocument:
    """Open a document that was written."""
    return Document(str(path))


def links(document: WordDocument) -> dict[str, str]:
    """Return where each link of the body leads, by its text."""
    return {
        "".join(t.text for t in enlace.iter(qn("w:t"))): document.part.rels[enlace.get(qn("r:id"))].target_ref
        for enlace in document.element.body.iter(qn("w:hyperlink"))
    }


def parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a document by name."""
    with zipfile.ZipFile(path) as archivo:
        return {nombre: archivo.read(nombre) for nombre in archivo.namelist()}


def sheet(**campos: Any) -> Contenido:
    """Return a content with these fields and no other."""
    return Contenido(id="c", **campos)
