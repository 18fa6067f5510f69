"""More ways to name one and the same: abbreviations without period, slips, phrases, what is left out of a name."""

from __future__ import annotations

OTRAS_MANERAS = (
    ("Consejo de Cuenca del Balsas", "Cons de Cuenca del Balsas", "Cons. de Cuenca del Balsas"),
    ("Instituto Nacional de las Mujeres", "Inst. Nal. de las Mujeres", "INMUJERES"),
    ("Cruz Roja Mexicana", "Cruz Roja Mexiicana"),
    ("Organización de las Naciones Unidas", "Organiación de las Naciones Unidas"),
    ("Colegio Nacional de Enfermeras", "Col. Nal. de Enfermeras, A.C.", "Col Nal de Enfermeras"),
    ("Federación Mexicana de Diabetes", "Fed. Mex. de Diabetes"),
    ("Comisión Estatal de Aguas de Querétaro", "Com. Est. de Aguas de Querétaro", "Com Est de Aguas de Qro."),
    ("Consejo Nacional Agropecuario", "Consejo Nacional Agropecuario (CNA)"),
    (
        "Confederación de Cámaras Industriales",
        "Confederación de Cámaras Industriales de los Estados Unidos Mexicanos",
    ),
    ("CEMEX", "Cemex, S.A.B. de C.V."),
    ("Servicios de Salud de Oaxaca", "Servs. de Salud de Oaxaca"),
    ("Productores de maíz", "Prod. de maíz", "Prod de maíz"),
    ("Cooperativas pesqueras", "Sociedades cooperativas de pesca"),
    ("Bancos", "Instituciones bancarias"),
    ("Porcicultores", "Productores porcícolas"),
    ("Prestadores de servicios turísticos", "Prestadores de servicios de turismo"),
    (
        "Organizaciones de migrantes",
        "OSC de migrantes",
        "ONG que trabajan con migrantes",
        "Organizaciones civiles de migrantes",
    ),
    ("Pacientes con diabetes", "Enfermos de diabetes", "Personas que viven con diabetes"),
    ("Familiares de niños con asma", "Familias de niñas y niños con asma"),
    ("Farmacias", "Dueños de farmacias"),
    ("Distrito de Riego 038 Río Mayo", "Distrito de Riego No. 038, Río Mayo, Sonora"),
    ("Cámara Nacional de la Industria de la Leche", "Cámara Nacional Industria Leche"),
    ("Confederación Patronal de la República Mexicana", "Coparmex Nacional", "COPARMEX"),
    ("Gobiernos estatales", "Gobiernos de los estados", "Entidades federativas"),
    ("Unidad de Asuntos Jurídicos", "Unidad Jurídica"),
    ("Docentes de primaria", "Maestros de educación primaria", "Maestras y maestros de nivel primaria"),
    ("Sociedades financieras populares", "SOFIPOS"),
    ("Analistas financieros", "Analistas de finanzas"),
    ("Universidad de Colima", "UNIVERSIDAD DE COLIMA", "Univ. de Col."),
)
