"""The sentence for each error that the user can do something about: what happened, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promueve_gui.domain.errors import UserError

MENSAJES: dict[str, str] = {
    "archivo_ajeno": "«{archivo}» no es un proyecto de Promueve. Elija un archivo con terminación .promueve.",
    "archivo_anterior": "«{archivo}» es de una versión anterior de Promueve. Ábralo desde la ventana para actualizarlo.",
    "archivo_danado": "«{archivo}» está dañado y no se puede abrir. Restaure un respaldo desde Archivo › Respaldos.",
    "archivo_en_uso": "«{archivo}» está abierto en otro lugar. Ciérrelo ahí o ábralo solo para leer.",
    "archivo_no_existe": "No se encontró «{archivo}». Revise el nombre y la carpeta.",
    "archivo_posterior": "«{archivo}» se guardó con una versión más nueva de Promueve ({programa}). Actualice el programa.",
    "cambio_caduco": "Ese registro ({registro}) cambió o ya no existe. Revise la lista y vuelva a intentarlo.",
    "cambio_no_cabe": "El cambio no se guardó porque contradice otros datos del proyecto. Deshaga el último cambio.",
    "campo_desconocido": "El registro ({registro}) no tiene el campo «{campo}». Actualice el programa.",
    "carpeta_solo_lectura": "No se puede escribir en la carpeta de «{archivo}». Cópielo a otra carpeta o ábralo solo para leer.",
    "contenido_no_existe": "«{contenido}» ya no está en el proyecto. Revise la lista de contenidos y vuelva a exportar.",
    "entidad_desconocida": "El archivo trae datos de un tipo desconocido («{entidad}»). Actualice el programa.",
    "exportacion_bloqueada": "No se pudo escribir «{archivo}»; quedó como estaba. Si lo tiene abierto en otro programa, ciérrelo y vuelva a exportar.",
    "exportacion_fallida": "No se pudo escribir «{archivo}». Revise que la carpeta exista y que haya espacio en el disco, y vuelva a exportar.",
    "exportacion_sin_carpeta": "No se pudo crear la carpeta «{carpeta}». Elija otra en la que pueda escribir.",
    "no_se_actualizo": "No se pudo actualizar «{archivo}»; quedó como estaba. Revise que haya espacio en el disco. {detalle}",
    "no_se_creo": "No se pudo crear «{archivo}». Revise que la carpeta exista y que pueda escribir en ella.",
    "no_se_guardo": "No se pudo guardar en «{archivo}». Revise el espacio en el disco y vuelva a intentarlo.",
    "no_se_restauro": "No se pudo restaurar «{archivo}»; quedó como estaba. Revise el espacio en el disco.",
    "perfil_desconocido": "No existe el perfil «{perfil}». Elija uno de los que trae el programa.",
    "referencia_rota": "El registro ({registro}) apunta en «{campo}» a algo que no existe. Elija otro valor.",
    "solo_lectura": "El proyecto está abierto solo para leer. Guarde una copia para hacer cambios.",
    "ya_existe": "Ya existe «{archivo}». Elija otro nombre o bórrelo primero.",
}


def mensaje(error: UserError) -> str:
    """Return the sentence for ``error``."""
    return MENSAJES[error.code].format(**error.data)
