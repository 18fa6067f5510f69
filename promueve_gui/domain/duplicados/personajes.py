"""Names of persons after whom bodies are called, as far as it takes to see where they begin: «Dr. Eduardo Liceaga»."""

from __future__ import annotations

TITULOS = frozenset(
    "dr dra doctor doctora lic licenciado ing ingeniero gral general prof profesor mtro maestro don".split()
)
NOMBRES_DE_PILA = frozenset(
    "adolfo agustin alberto alejandro alfonso alfredo ambrosio andres angel antonio arturo aurelio belisario benito "
    "bernardo carlos daniel david diego eduardo efrain emiliano enrique ernesto eugenio federico felipe felix "
    "fernando fray francisco gabriel gabriela gilberto gonzalo guadalupe guillermo gustavo hector hermenegildo "
    "ignacio isidro ismael jaime javier jesus joaquin jorge jose josefa juan juana julio justo lazaro leona leonardo "
    "lucio luis manuel margarita maria mariano mario maximino melchor miguel nicolas octavio pablo pedro rafael ramon "
    "raul ricardo roberto rodolfo rosario ruben salvador santiago sor teodoro tomas valentin venustiano vicente "
    "victor victoria".split()
)
