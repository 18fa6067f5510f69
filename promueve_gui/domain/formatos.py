"""Step 1 by e-mail: the workbook that each area was sent to fill in, and what waits for somebody's decision."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Opcion, Registro
from promueve_gui.domain.frozen import frozen


class TipoDuda(Opcion):
    """Why something that a file says was not simply taken."""

    CONFLICTO = "conflicto", "Se cambió en los dos lados"
    FALTANTE = "faltante", "Ya no viene en el archivo"
    TACHADO = "tachado", "Viene tachado en el archivo"
    VALOR = "valor", "No se entiende"
    RENGLON = "renglon", "Renglón por confirmar"


class EstadoDuda(Opcion):
    """Whether somebody has decided."""

    PENDIENTE = "pendiente", "Pendiente"
    RESUELTA = "resuelta", "Resuelta"


@frozen(kw_only=True)
class EnvioFormato(Registro):
    """One workbook sent to one area: when, until when, and what came back (mini-guide, paso 1, edición 2015).

    ``exportacion`` is the identity that the workbook carries, by which it is recognised when it comes back.
    """

    ENTIDAD: ClassVar[str] = "envio_formato"
    SINGULAR: ClassVar[str] = "formato enviado"
    PLURAL: ClassVar[str] = "formatos enviados"
    TITULO: ClassVar[str] = "archivo"

    archivo: str = ficha.texto("Archivo", requerido=True, ancho=40)
    area: Id | None = ficha.referencia("Área generadora", "area_generadora", requerido=True)
    fecha: date | None = ficha.fecha("Enviado el", requerido=True)
    vence: date | None = ficha.fecha("Se espera el")
    recordado: date | None = ficha.fecha("Último recordatorio")
    devuelto: date | None = ficha.fecha("Devuelto el")
    renglones: int | None = ficha.entero("Renglones")
    notas: str = ficha.texto_largo("Notas", ancho=30)
    exportacion: str = ficha.texto("Exportación", oculto=True)


@frozen(kw_only=True)
class Duda(Registro):
    """Something in a returned file that waits in the project until somebody decides, so that importing never blocks.

    ``entidad``, ``registro`` and ``campo`` say what it is about, ``suyo`` what the file says (as ``codec`` stores it,
    in JSON; empty when nothing can be taken), ``texto`` what stands in the cell.
    """

    ENTIDAD: ClassVar[str] = "duda"
    SINGULAR: ClassVar[str] = "duda"
    PLURAL: ClassVar[str] = "dudas"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Duda", requerido=True, ancho=44)
    tipo: TipoDuda | None = ficha.opcion("Motivo", TipoDuda, requerido=True, ancho=22)
    area: Id | None = ficha.referencia("Área generadora", "area_generadora")
    fuente: str = ficha.texto("Archivo", ancho=30)
    lugar: str = ficha.texto("Dónde", ancho=26)
    texto: str = ficha.texto_largo("Lo que dice el archivo", ancho=30)
    fecha: date | None = ficha.fecha("Recibida el")
    estado: EstadoDuda | None = ficha.opcion("Estado", EstadoDuda, EstadoDuda.PENDIENTE, requerido=True, ancho=12)
    resolucion: str = ficha.texto("Cómo se resolvió", ancho=30)
    entidad: str = ficha.texto("Tabla", oculto=True)
    registro: str = ficha.texto("Registro", oculto=True)
    campo: str = ficha.texto("Campo", oculto=True)
    suyo: str = ficha.texto_largo("Valor del archivo", oculto=True)
