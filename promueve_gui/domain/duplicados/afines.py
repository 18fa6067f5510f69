"""Nouns and the adjectives that say the same of something, where their letters do not tell: «de pesca», «pesquero».

Spanish as it is; nothing of institutions. Those that share most of their letters, «música» and «musical», need no list.
"""

from __future__ import annotations

from promueve_gui.domain.duplicados.raiz import raiz
from promueve_gui.domain.texto import plegar

_GRUPOS = (
    "abeja apícola",
    "aeropuerto aeroportuario",
    "agricultura agrícola",
    "agua hídrico",
    "algodón algodonero",
    "ambiente ambiental ambientalista",
    "arte artístico",
    "ave avícola",
    "azúcar azucarero",
    "banco bancario",
    "bosque forestal",
    "café cafetalero cafetero",
    "caña cañero",
    "cerdo porcino porcícola",
    "cine cinematográfico",
    "clima climático",
    "comunidad comunitario",
    "ecología ecológico ecologista",
    "educación educativo",
    "elección electoral",
    "energía energético",
    "escuela escolar",
    "ferrocarril ferroviario",
    "finanzas financiero",
    "flor florícola",
    "fruta frutícola",
    "impuesto tributario",
    "infancia infantil",
    "joven juventud juvenil",
    "leche lechero lácteo",
    "legal jurídico",
    "maíz maicero",
    "migración migratorio",
    "museo museístico",
    "nutrición nutricional",
    "pesca pesquero",
    "población poblacional",
    "puerto portuario",
    "trabajo laboral",
    "turismo turístico",
    "vecino vecinal",
    "vivienda habitacional",
)
AFINES = tuple(tuple(raiz(plegar(palabra)) for palabra in grupo.split()) for grupo in _GRUPOS)
