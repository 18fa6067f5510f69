"""The sentence for each error that the user can do something about: what happened, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promueve_gui.domain.errors import UserError

MENSAJES: dict[str, str] = {
    "archivo_ajeno": "«{archivo}» no es un proyecto de Promueve. Elija el archivo .promueve que guardó el programa.",
    "archivo_anterior": (
        "«{archivo}» es de una versión anterior de Promueve. Ábralo desde la ventana para actualizarlo."
    ),
    "archivo_cambiado": (
        "Otro programa o persona cambió «{archivo}» mientras lo tenía abierto. Guarde una copia con otro nombre y "
        "vuelva a abrir el proyecto."
    ),
    "archivo_danado": "«{archivo}» está dañado y no se puede abrir. Ábralo con la ventana de Promueve, que "
    "ofrece restaurar un respaldo o rescatar lo que se pueda.",
    "archivo_en_uso": "«{archivo}» está abierto en otro lugar. Ciérrelo ahí o ábralo solo para leer.",
    "archivo_ilegible": "No se puede leer «{archivo}». Revise que tenga permiso y que la unidad esté conectada.",
    "archivo_movido": (
        "«{archivo}» ya no está donde se abrió. Devuélvalo a su carpeta o conecte su unidad y vuelva a "
        "intentarlo; también puede guardar una copia en otro lugar."
    ),
    "archivo_no_existe": "No se encontró «{archivo}». Revise el nombre y la carpeta.",
    "archivo_ocupado": "Otro programa está usando «{archivo}» en este momento. Espere un poco y vuelva a intentarlo.",
    "archivo_posterior": (
        "«{archivo}» se guardó con una versión más nueva de Promueve ({programa}). Actualice el programa."
    ),
    "area_desconocida": "No hay en el proyecto un área que se llame «{area}». Escriba su nombre como está en Inicio.",
    "area_no_existe": "El área de uno de los formatos ya no está en el proyecto. Revise la lista y vuelva a exportar.",
    "cambio_caduco": "Ese registro ({registro}) cambió o ya no existe. Revise la lista y vuelva a intentarlo.",
    "cambio_no_cabe": "El cambio no se guardó porque contradice otros datos del proyecto. Deshaga el último cambio.",
    "campo_desconocido": "El registro ({registro}) no tiene el campo «{campo}». Actualice el programa.",
    "carpeta_solo_lectura": (
        "No se puede escribir en la carpeta de «{archivo}». Cópielo a otra carpeta o ábralo solo para leer."
    ),
    "consolidar_consigo": "«{archivo}» es el mismo proyecto. Indique otro archivo para consolidar.",
    "consolidar_otro_archivo": (
        "«{archivo}» no es un proyecto ni un libro que Promueve haya enviado. Si es un inventario o un plan de "
        "apertura, impórtelo."
    ),
    "contenido_desconocido": (
        "No hay en el proyecto un solo contenido que se llame «{contenido}». Escriba su título como está en el paso 3."
    ),
    "contenido_en_otro_formato": (
        "«{contenido}» no es de los contenidos que salen como «{formato}». Elija otro formato."
    ),
    "contenido_no_aprobable": (
        "«{titulo}» todavía no se puede aprobar. {falta} Complételo en el paso 3 y vuelva a intentarlo."
    ),
    "contenido_no_existe": (
        "«{contenido}» ya no está en el proyecto. Revise la lista de contenidos y vuelva a exportar."
    ),
    "contenido_no_publicable": (
        "«{titulo}» todavía no se puede marcar como publicado. {falta} Complételo en el paso 3 y vuelva a intentarlo."
    ),
    "copia_sobre_si_misma": "«{archivo}» es el proyecto que tiene abierto. Elija otro nombre para la copia.",
    "devuelto_en_texto": (
        "«{archivo}» es una hoja de un libro de Promueve guardada como texto (.csv), sin las demás hojas. Abra el "
        "libro en Excel o LibreOffice, guárdelo como .xlsx y reciba ese."
    ),
    "devuelto_sin_tablas": (
        "«{archivo}» es un formato de Promueve, pero ya no tiene sus hojas con encabezados. Pida que lo devuelvan "
        "con el renglón de títulos como venía."
    ),
    "diccionario_no_guardado": (
        "Su diccionario no cambió porque no se pudo escribir en «{archivo}», en su carpeta de ajustes. Revise que "
        "tenga permiso y espacio, y vuelva a intentarlo."
    ),
    "disco_lleno": (
        "No se guardó en «{archivo}» porque el disco está lleno. Libere espacio y vuelva a intentarlo, o guarde "
        "una copia en otro lugar."
    ),
    "duda_sin_sentido": (
        "La duda «{duda}» ya no se puede resolver así, porque el registro cambió o ya no está. Elija otra opción."
    ),
    "edicion_con_dependencias": (
        "«{motivo}» ya no se puede deshacer por separado, porque otros cambios dependen de él: {trabas}. Deshaga o "
        "corrija primero esos cambios."
    ),
    "edicion_sin_efecto": "«{motivo}» ya se había deshecho. Revise la bitácora.",
    "entidad_desconocida": "El archivo trae datos de un tipo desconocido («{entidad}»). Actualice el programa.",
    "evidencia_grande": "«{archivo}» pesa más de {maximo} MB. Redúzcalo o divídalo y agréguelo otra vez.",
    "evidencia_ilegible": (
        "No se pudo leer «{archivo}». Revise que exista, que tenga permiso y que no esté abierto en otro programa."
    ),
    "evidencia_no_se_copio": (
        "No se pudo guardar «{archivo}». Revise que haya espacio y que pueda escribir en esa carpeta."
    ),
    "evidencia_vacia": "«{archivo}» está vacío. Elija otro archivo.",
    "exportacion_bloqueada": (
        "No se pudo escribir «{archivo}»; lo que hubiera con ese nombre quedó como estaba. Si lo tiene abierto en otro "
        "programa, ciérrelo; si no, revise que pueda escribir en la carpeta. Después vuelva a exportar."
    ),
    "exportacion_fallida": (
        "No se pudo escribir «{archivo}». Revise que la carpeta exista y que haya espacio en el disco, y vuelva a "
        "exportar."
    ),
    "exportacion_sin_anotar": (
        "Los archivos se escribieron, pero el proyecto no pudo anotar que salieron. {motivo} Después vuelva a exportar."
    ),
    "exportacion_sin_carpeta": "No se pudo crear la carpeta «{carpeta}». Elija otra en la que pueda escribir.",
    "formatos_sin_areas": (
        "El proyecto todavía no tiene áreas a las cuales enviar un formato. Agréguelas en Inicio, o importe el plan de "
        "apertura o el inventario, y vuelva a intentarlo."
    ),
    "fuente_carpeta": "«{archivo}» es una carpeta. Elija un archivo.",
    "fuente_comprimida": (
        "«{archivo}» es un archivo comprimido. Ábralo, guarde en una carpeta los archivos que trae y elija esos."
    ),
    "fuente_con_contrasena": (
        "«{archivo}» está protegido con contraseña. Ábralo en Excel, quítele la contraseña y guárdelo de nuevo."
    ),
    "fuente_correo": (
        "«{archivo}» es un mensaje de correo. Ábralo, guarde en una carpeta el archivo que trae adjunto y elija ese."
    ),
    "fuente_danada": (
        "«{archivo}» está dañado o incompleto. Ábralo en Excel o LibreOffice, guárdelo de nuevo como .xlsx e "
        "inténtelo otra vez."
    ),
    "fuente_demasiadas_celdas": "«{archivo}» tiene más de {limite:,} celdas con datos. Divídalo en varios archivos.",
    "fuente_ilegible": (
        "No se pudo leer «{archivo}». Revise que exista, que tenga permiso y que no esté abierto en otro programa."
    ),
    "fuente_json_invalido": (
        "«{archivo}» no es un JSON válido (renglón {renglon}, carácter {columna}). Descárguelo o genérelo de nuevo."
    ),
    "fuente_json_profundo": (
        "«{archivo}» tiene demasiados niveles de datos anidados. Use el catálogo tal como lo entrega el portal."
    ),
    "fuente_marca_abierto": (
        "«{archivo}» no trae datos: es la marca que Excel, Word o LibreOffice dejan junto a un archivo mientras está "
        "abierto. Elija el archivo mismo."
    ),
    "fuente_muy_grande": "«{archivo}» pesa más de {limite} MB. Divídalo en varios archivos.",
    "fuente_no_reconocida": (
        "No se reconoció el contenido de «{archivo}». Use un plan de apertura, un inventario o un catálogo con "
        "sus encabezados oficiales."
    ),
    "fuente_otro_tipo": (
        "«{archivo}» es {tipo} y no se puede importar. Guarde la tabla como .xlsx o .csv, o el texto como .docx."
    ),
    "fuente_pagina_web": (
        "«{archivo}» es una página web aunque parezca hoja de cálculo. Ábralo en Excel o LibreOffice y guárdelo "
        "como .xlsx."
    ),
    "fuente_peligrosa": (
        "«{archivo}» no se abrió porque su contenido comprimido no es normal y podría ser dañino. Pida el archivo "
        "original."
    ),
    "fuente_proyecto": (
        "«{archivo}» es un proyecto de Promueve y no se importa: se consolida. Elija Importar › Otro proyecto de "
        "Promueve o, en una terminal, use «consolidar»."
    ),
    "fuente_sin_columna": (
        "A «{archivo}» le falta la columna «{columna}», sin la cual no se puede leer. Agréguela con ese título."
    ),
    "fuente_vacia": "«{archivo}» está vacío. Elija otro archivo.",
    "fuente_xls": (
        "«{archivo}» es de un formato antiguo de Excel (.xls). Ábralo en Excel o LibreOffice y guárdelo como .xlsx."
    ),
    "herramienta_no_publicable": (
        "«{titulo}» todavía no se puede marcar como publicada. {falta} Anótelo en la herramienta y vuelva a intentarlo."
    ),
    "historial_ilegible": (
        "El cambio «{motivo}» no se puede deshacer ni rehacer porque su registro está dañado. Corrija los datos a "
        "mano o restaure un respaldo."
    ),
    "impresion_fallida": (
        "No se pudo imprimir. Revise que la impresora esté encendida y conectada, o guarde un PDF e imprímalo después."
    ),
    "institucion_distinta": (
        "El otro proyecto es de «{suya}» y este es de «{nuestra}». Solo se consolidan proyectos de una misma "
        "institución."
    ),
    "libro_de_otra_institucion": (
        "«{archivo}» lo envió «{suya}» y este proyecto es de «{nuestra}». Recíbalo en el proyecto de esa institución, "
        "o pida a su área el libro que usted le envió."
    ),
    "membrete_antiguo": (
        "El membrete es de un Word anterior a 2007 o tiene contraseña. Ábralo en Word, guárdelo como .docx sin "
        "contraseña y elíjalo otra vez."
    ),
    "membrete_danado": (
        "El membrete no es un documento de Word que se pueda leer. Ábralo en Word, guárdelo como .docx y elíjalo "
        "otra vez."
    ),
    "membrete_externo": (
        "El membrete tiene campos u objetos que buscan otros archivos. Quítelos en Word (selecciónelos y presione "
        "Ctrl+Mayús+F9), guárdelo y elíjalo otra vez."
    ),
    "membrete_grande": "El membrete pesa más de {maximo} MB. Reduzca o quite sus imágenes en Word y elíjalo otra vez.",
    "membrete_macros": (
        "El membrete tiene macros o controles, que Promueve no admite. Ábralo en Word, guárdelo como .docx y "
        "elíjalo otra vez."
    ),
    "membrete_no_leido": "No se pudo leer «{archivo}». Revise que exista y que no esté abierto en Word.",
    "membrete_peligroso": (
        "El membrete tiene partes que un documento normal no lleva, y no se usó. Pida otro archivo a quien se lo dio."
    ),
    "nada_en_formato": (
        "El proyecto todavía no tiene contenidos que exportar como «{formato}». Escriba alguno y vuelva a exportar."
    ),
    "nada_que_exportar": ("El proyecto todavía no tiene contenidos. Escriba alguno en el paso 3 y vuelva a exportar."),
    "nada_que_rescatar": "De «{archivo}» no se pudo rescatar ningún dato. Restaure un respaldo.",
    "no_se_actualizo": (
        "No se pudo actualizar «{archivo}»; quedó como estaba. Revise que haya espacio en el disco y que pueda "
        "escribir en su carpeta."
    ),
    "no_se_borro": (
        "No se pudieron borrar los datos de «{archivo}»; quedó como estaba. Revise que haya espacio en el disco y que "
        "pueda escribir en su carpeta."
    ),
    "no_se_creo": "No se pudo crear «{archivo}». Revise que la carpeta exista y que pueda escribir en ella.",
    "no_se_guardo": "No se pudo guardar en «{archivo}». Revise el espacio en el disco y vuelva a intentarlo.",
    "no_se_leyo": "No se pudo leer de «{archivo}». Revise que la unidad esté conectada y vuelva a intentarlo.",
    "no_se_respaldo": (
        "No se pudo hacer el respaldo de «{archivo}». Revise que haya espacio en el disco y que pueda escribir en "
        "su carpeta."
    ),
    "no_se_restauro": (
        "No se pudo restaurar «{archivo}»; quedó como estaba. Revise que haya espacio en el disco y que pueda "
        "escribir en su carpeta."
    ),
    "novedades_sin_contenidos": (
        "No hay contenidos aprobados o publicados en esas fechas. Elija otras, o incluya también los borradores."
    ),
    "novedades_sin_personas": (
        "En los grupos elegidos no hay a quién escribir: hacen falta contactos con correo y aviso de privacidad que no "
        "hayan pedido que no se les contacte. Complételos en el paso 1."
    ),
    "ortografia_detenida": (
        "La revisión de la ortografía se detuvo. Para volver a usarla, cierre Promueve y ábralo de nuevo."
    ),
    "perfil_desconocido": "No existe el perfil «{perfil}». Elija uno de los que trae el programa.",
    "persona_sin_nombre": (
        "Escriba el nombre o el correo de la persona que busca, con tres letras o más; si son varios, sepárelos con "
        "punto y coma."
    ),
    "plantilla_antigua": (
        "La plantilla es de un PowerPoint anterior a 2007 o tiene contraseña. Ábrala en PowerPoint o LibreOffice, "
        "guárdela como .pptx sin contraseña y elíjala otra vez."
    ),
    "plantilla_campos": (
        "La plantilla «{plantilla}» tiene campos que no se conocen y salieron escritos: {campos}. Corríjalos en Word y "
        "exporte otra vez."
    ),
    "plantilla_danada": (
        "La plantilla no es una presentación que se pueda leer. Ábrala en PowerPoint o LibreOffice, guárdela como "
        ".pptx y elíjala otra vez."
    ),
    "plantilla_externo": (
        "La plantilla tiene videos u objetos que están en otros archivos. Quítelos en PowerPoint, guárdela y elíjala "
        "otra vez."
    ),
    "plantilla_grande": (
        "La plantilla pesa más de {maximo} MB. Reduzca o quite sus imágenes en PowerPoint y elíjala otra vez."
    ),
    "plantilla_macros": (
        "La plantilla tiene macros o controles, que Promueve no admite. Ábrala en PowerPoint, guárdela como .pptx y "
        "elíjala otra vez."
    ),
    "plantilla_no_sirve": (
        "La plantilla del oficio no es un documento de Word que se pueda usar, o tiene macros o busca otros archivos. "
        "Guárdela en Word como .docx, o bórrela para usar la de Promueve."
    ),
    "plantilla_peligroso": (
        "La plantilla tiene partes que una presentación normal no lleva, y no se usó. Pida otro archivo a quien se la "
        "dio."
    ),
    "presentacion_larga": (
        "La presentación tendría {laminas:,} láminas, y caben {maximo:,}. Divida su texto en varias presentaciones, o "
        "expórtelo en Word."
    ),
    "referencia_rota": "El registro ({registro}) apunta en «{campo}» a algo que no existe. Elija otro valor.",
    "respaldo_danado": "El respaldo «{archivo}» está dañado o no es de Promueve. Elija otro respaldo.",
    "sin_oficios": (
        "Todavía no hay oficios que escribir: van con los boletines, las historias de uso y las áreas con conjuntos "
        "públicos. Registre alguno y vuelva a exportar."
    ),
    "solo_lectura": "El proyecto está abierto solo para leer. Guarde una copia para hacer cambios.",
    "valor_no_guardable": (
        "Un texto trae caracteres que no se pueden guardar, o un número es demasiado grande. Corríjalo y vuelva a "
        "intentarlo."
    ),
    "word_antiguo": (
        "«{archivo}» es de un formato antiguo de Word (.doc). Ábralo en Word o LibreOffice, guárdelo como .docx y "
        "vuelva a recibirlo."
    ),
    "word_con_contrasena": (
        "«{archivo}» está protegido con contraseña. Ábralo en Word, quítele la contraseña, guárdelo y vuelva a "
        "recibirlo."
    ),
    "word_danado": (
        "«{archivo}» está dañado o incompleto. Ábralo en Word o LibreOffice, guárdelo de nuevo como .docx e inténtelo "
        "otra vez."
    ),
    "word_de_otro_proyecto": (
        "«{archivo}» es de un contenido que no está en este proyecto. Abra el proyecto del que salió y recíbalo ahí."
    ),
    "word_externo": (
        "«{archivo}» traería una plantilla, una imagen o un texto de otro sitio, y no se abrió. Copie su texto a un "
        "documento nuevo, guárdelo como .docx y recíbalo."
    ),
    "word_grande": (
        "«{archivo}» pesa más de {maximo} MB. Quítele las imágenes, que no se toman, guárdelo y vuelva a recibirlo."
    ),
    "word_macros": (
        "«{archivo}» tiene macros y no se abrió. Guárdelo en Word como «Documento de Word (.docx)», que no las lleva, "
        "y vuelva a recibirlo."
    ),
    "word_no_es": (
        "«{archivo}» no es un documento de Word que se pueda leer, aunque su nombre lo diga. Ábralo en Word o "
        "LibreOffice, guárdelo como .docx y recíbalo; si no abre, pida otro a quien se lo envió."
    ),
    "word_odt": (
        "«{archivo}» es un documento de LibreOffice (.odt). Ábralo en LibreOffice, use «Guardar como…», elija el "
        "formato Word (.docx) y recíbalo."
    ),
    "word_otro_formato": (
        "«{archivo}» es un documento de Word guardado como página web o XML. Ábralo en Word, guárdelo como .docx y "
        "vuelva a recibirlo."
    ),
    "word_peligroso": (
        "«{archivo}» no se abrió porque su contenido no es el de un documento normal y podría ser dañino. Pida el "
        "archivo original."
    ),
    "word_rtf": (
        "«{archivo}» es un documento RTF. Ábralo en Word o LibreOffice, guárdelo como .docx y vuelva a recibirlo."
    ),
    "word_sin_contenido": (
        "«{archivo}» no dice de qué contenido es. Recíbalo en la ventana y elija cuál, o indique su título con "
        "--contenido."
    ),
    "ya_existe": "Ya existe «{archivo}». Elija otro nombre o bórrelo primero.",
}

# The file refused an edit that is sound: it waits, and may be tried again or go to a copy.
REINTENTABLES = frozenset({"archivo_cambiado", "archivo_movido", "archivo_ocupado", "disco_lleno", "no_se_guardo"})


def mensaje(error: UserError) -> str:
    """Return the sentence for ``error``."""
    return MENSAJES[error.code].format(**error.data)
