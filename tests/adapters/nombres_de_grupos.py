"""Names of groups as people write them: ways to name one and the same, and others that are only like those."""

from __future__ import annotations

from tests.adapters.otras_maneras import OTRAS_MANERAS

# Ways to name one and the same: initials, abbreviations, order, plural, gender, accents, synonyms, slips.
MISMOS = (
    ("Organismo de Cuenca Golfo Norte", "Org. de Cuenca Golfo Norte"),
    (
        "Departamento de Tecnologías de la Información",
        "Depto. de TI",
        "Dpto. de TIC",
        "Dpto de TI",
    ),
    ("Productores de café", "Cafeticultores", "Productores cafetaleros"),
    ("Universidad Autónoma de Sinaloa", "U. A. de Sinaloa", "Univ Aut de Sinaloa", "UAS"),
    (
        "Investigadores y académicos",
        "Académicos e investigadores",
        "Investigadoras, investigadores y academia",
        "Academia e investigadores",
        "academicos/investigadores",
    ),
    ("Padres de familia", "Madres y padres de familia", "Padres y madres de familia"),
    (
        "Estudiantes de medicina",
        "Alumnos de medicina",
        "Estudiante de Medicina",
        "Estudiantes de la carrera de medicina",
    ),
    ("Hospitales privados", "Hospital privado", "Hospitales particulares"),
    (
        "Agricultores",
        "Productores agrícolas",
        "Agricultores y productores",
        "Productor agrícola",
    ),
    ("Ganaderos", "Productores ganaderos", "Productores pecuarios"),
    (
        "Ayuntamientos",
        "Municipios",
        "Gobiernos municipales",
        "Autoridades municipales",
        "H. Ayuntamientos",
    ),
    (
        "Ayuntamiento de Puebla",
        "H. Ayuntamiento de Puebla",
        "Municipio de Puebla",
        "Gobierno municipal de Puebla",
    ),
    (
        "Gobierno del Estado de Puebla",
        "Gobierno de Puebla",
        "Gob. del Edo. de Puebla",
    ),
    (
        "Órgano Interno de Control",
        "OIC",
        "Organo de Control Interno",
        "Órgano Interno de Control (OIC)",
    ),
    (
        "Universidad Nacional Autónoma de México",
        "UNAM",
        "Univ. Nal. Autónoma de México",
        "U.N.A.M.",
        "Universidad Autónoma Nacional de México",
    ),
    (
        "Cámara de Diputados",
        "Cámara de Diputados del Congreso de la Unión",
        "H. Cámara de Diputados",
    ),
    (
        "Senado de la República",
        "Cámara de Senadores",
        "Senado",
    ),
    (
        "Auditoría Superior de la Federación",
        "ASF",
        "Auditoria Superior Federación",
    ),
    (
        "Cámara Mexicana de la Industria de la Construcción",
        "CMIC",
        "Camara Mexicana de la Industria de Construccion",
    ),
    (
        "Cámara Nacional de la Industria de Restaurantes y Alimentos Condimentados",
        "CANIRAC",
    ),
    (
        "Personas con discapacidad",
        "Discapacitados",
    ),
    (
        "Pueblos indígenas",
        "Pueblos y comunidades indígenas",
        "Comunidades indígenas",
    ),
    (
        "Banco Mundial",
        "World Bank",
        "Banco Mundial (BM)",
    ),
    (
        "Banco Interamericano de Desarrollo",
        "BID",
        "Bco. Interamericano de Desarrollo",
    ),
    (
        "Universidad Autónoma Metropolitana",
        "UAM",
        "Univ. Autonoma Metropolitana",
    ),
    (
        "Banco de México",
        "BANXICO",
        "Banxico",
    ),
    (
        "Organización para la Cooperación y el Desarrollo Económicos",
        "OCDE",
        "OECD",
        "Organización de Cooperación y Desarrollo Económico",
    ),
    (
        "Verificadores de datos",
        "Verificadores de información",
        "Fact-checkers",
    ),
    (
        "Notarios públicos",
        "Notarías públicas",
        "Notario Público",
    ),
    (
        "Abogados",
        "Abogadas y abogados",
    ),
    (
        "Heroico Cuerpo de Bomberos",
        "Cuerpo de bomberos",
        "H. Cuerpo de Bomberos",
    ),
    (
        "Procuraduría Federal del Consumidor",
        "PROFECO",
        "Procuraduria Federal de Consumidores",
        "Profeco (Procuraduría Federal del Consumidor)",
    ),
    (
        "SAT",
        "Serv. de Administración Tributaria",
    ),
    (
        "Instituto Politécnico Nacional",
        "IPN",
        "Inst. Politécnico Nal.",
        "Politécnico Nacional",
    ),
    (
        "Cámara Nacional de Comercio de Guadalajara",
        "CANACO Guadalajara",
    ),
    (
        "Periodistas especializados en economía",
        "Periodistas de economía",
    ),
    (
        "Dir. Gral. de Planeación",
        "DG de Planeación",
    ),
    (
        "Universidad Autónoma de Chapingo",
        "Universidad Autonoma Chapingo",
        "Univ. Autónoma de Chapingo",
    ),
    (
        "Gobierno del Estado de Jalisco",
        "Gob. del Edo. de Jalisco",
        "Gobierno de Jalisco",
    ),
    (
        "Municipio de Zapopan",
        "Ayuntamiento de Zapopan",
        "H. Ayuntamiento de Zapopan",
    ),
    (
        "Delegación Regional Zona Norte",
        "Deleg. Regional Zona Norte",
    ),
    (
        "Distrito 04",
        "Distrito 4",
    ),
    (
        "Pequeñas y medianas empresas",
        "PyMEs",
        "Empresas pequeñas y medianas",
    ),
    (
        "Asociaciones de consumidores",
        "Asociación de consumidores",
        "Asoc. de Consumidores",
    ),
    (
        "Artesanas y artesanos",
        "Artesanos",
    ),
    (
        "Secretaría de Salud de Jalisco",
        "Secretaría de Salud Jalisco",
        "Sría. de Salud del Estado de Jalisco",
    ),
    (
        "Instituto Nacional Electoral",
        "INE",
        "Instituto Nacional Electoral (INE)",
    ),
    (
        "Subdirección de Tecnologías de la Información",
        "Subdir. de Tecnologías de Información",
    ),
    (
        "Organizaciones no gubernamentales",
        "ONG",
        "ONGs",
        "ONGS",
        "ONG's",
    ),
    (
        "Medios de comunicación",
        "Medios de comunicacion masiva",
        "Los medios de comunicación",
    ),
    (
        "Desarrolladores de aplicaciones móviles",
        "Desarrolladores de apps móviles",
        "Programadores de aplicaciones móviles",
    ),
    (
        "Cámaras de comercio locales",
        "Cámara de comercio local",
        "Camaras locales de comercio",
    ),
    (
        "Comisión Federal de Electricidad",
        "CFE",
        "C.F.E.",
        "Comision Federal Electricidad",
    ),
    (
        "Instituto Mexicano de Tecnología del Agua",
        "IMTA",
        "Inst. Mexicano de Tecnología del Agua",
        "Instituto Mexicano de Tecnologia de Agua",
    ),
    (
        "Instituto Nacional de Antropología e Historia",
        "INAH",
        "Instituto Nal. de Antropología e Historia",
        "Instituto Nacional de Historia y Antropología",
    ),
    (
        "Centro Nacional de Prevención de Desastres",
        "CENAPRED",
        "Centro Nal. para la Prevención de Desastres",
    ),
    (
        "Departamento de Estadística",
        "Depto. de Estadística",
        "Dpto. de Estadísticas",
        "Dep. Estadística",
        "Departamento de Estadistica ",
    ),
    (
        "Desarrolladores de software",
        "Desarrolladoras y desarrolladores de software",
        "Desarroladores de software",
        "Programadores de software",
    ),
    (
        "Comisión Nacional del Agua",
        "CONAGUA",
        "Com. Nal. del Agua",
        "Comisión Nacional de Agua",
        "CNA (Comisión Nacional del Agua)",
    ),
    (
        "Periodistas de datos",
        "Periodista de datos",
        "Periodismo de datos",
        "Los periodistas de datos",
    ),
    (
        "Médicos",
        "Personal médico",
        "Medicos y medicas",
    ),
    (
        "Empresas constructoras",
        "Constructoras",
        "Compañías constructoras",
        "Empresa constructora",
    ),
    (
        "Emprendedores",
        "Emprendedoras y emprendedores",
        "Personas emprendedoras",
    ),
    (
        "Ciudadanía en general",
        "Ciudadanos",
        "Ciudadanía",
    ),
    (
        "Instituto Municipal de Investigación y Planeación",
        "IMIP",
        "Inst. Mpal. de Investigación y Planeación",
    ),
    (
        "Instituto Municipal de Planeación",
        "IMPLAN",
        "Institutos municipales de planeación",
    ),
    (
        "Instituto Estatal Electoral de Chihuahua",
        "Instituto Electoral del Estado de Chihuahua",
        "IEE Chihuahua",
    ),
    (
        "Protección Civil estatal",
        "Protección civil de los estados",
        "Unidades estatales de protección civil",
    ),
    (
        "Protección Civil municipal",
        "Unidades municipales de protección civil",
    ),
    (
        "Cámaras empresariales",
        "Cámaras de empresarios",
    ),
    (
        "Dirección de Recursos Humanos",
        "Dirección de RH",
        "Dir. Recursos Humanos",
        "Recursos Humanos",
    ),
    (
        "Dirección de Recursos Materiales",
        "Dirección de Recursos Materiales y Servicios Generales",
    ),
    (
        "Dirección General de Comunicación Social",
        "DGCS",
        "Comunicación Social",
        "Dir. Gral. Comunicación Social",
    ),
    *OTRAS_MANERAS,
)
# Others that are like some of those, and are not the same as any.
OTROS = (
    "Transportistas de pasajeros",
    "Hospital General de México",
    "Hospital General de Mexicali",
    "Comunidad de Estados Unidos en Puebla",
    "Hospitales públicos",
    "Dirección de Recursos Financieros",
    "Cámaras industriales locales",
    "Cámara Nacional de Comercio de Monterrey",
    "Periodistas de salud",
    "Estudiantes universitarios de derecho",
    "Dirección General de Programación",
    "Dirección General de Presupuesto",
    "Comité de Transparencia",
    "Universidad Autónoma del Estado de México",
    "Universidad Autónoma del Estado de Morelos",
    "Gobierno del Estado de Sinaloa",
    "Ayuntamiento de Zapotlán",
    "Delegación Regional Zona Noreste",
    "Delegación Regional Zona Sur",
    "Distrito 14",
    "Grandes empresas exportadoras",
    "Organizaciones civiles ambientalistas",
    "Comisión de Economía del Senado",
    "Auditoría Superior del Estado de Guanajuato",
    "Taxistas",
    "Transportistas",
    "Productores de frijol",
)
NOMBRES = (*(nombre for nombres in MISMOS for nombre in nombres), *OTROS)
