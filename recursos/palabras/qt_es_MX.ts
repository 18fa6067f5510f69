<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What qtbase_es says otherwise than Mexican keyboards and desktops, or not at all.
     After a change: pyside6-lrelease recursos/palabras/qt_es_MX.ts -qm recursos/palabras/qt_es_MX.qm -->
<TS version="2.1" language="es_MX">
<context>
    <name>QShortcut</name>
    <message><source>Ctrl</source><translation>Ctrl</translation></message>
    <message><source>Shift</source><translation>Mayús</translation></message>
    <message><source>Ins</source><translation>Insert</translation></message>
    <message><source>Del</source><translation>Supr</translation></message>
    <message><source>Return</source><translation>Entrar</translation></message>
    <message><source>Enter</source><translation>Entrar</translation></message>
    <message><source>Esc</source><translation>Esc</translation></message>
    <message><source>Left</source><translation>←</translation></message>
    <message><source>Right</source><translation>→</translation></message>
    <message><source>Up</source><translation>↑</translation></message>
    <message><source>Down</source><translation>↓</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Folder</source><translation>Carpeta</translation></message>
    <message><source>File Folder</source><translation>Carpeta</translation></message>
    <message><source>Drive</source><translation>Unidad</translation></message>
</context>
</TS>
