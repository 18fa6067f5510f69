"""Tells pip the name and version that a source package says of itself; PEP 517 asks for no more to download it."""

from __future__ import annotations

from email.parser import HeaderParser
from pathlib import Path


class NothingIsRun:
    """The two questions that pip asks of a build before it keeps a download."""

    @staticmethod
    def get_requires_for_build_wheel(config_settings: object = None) -> list[str]:  # noqa: ARG004 - PEP 517 names it
        """Return what the build needs: nothing."""
        return []

    @staticmethod
    def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: object = None) -> str:  # noqa: ARG004 - as above
        """Copy name and version from `PKG-INFO` into ``metadata_directory``; return the folder made there."""
        said = HeaderParser().parsestr(Path("PKG-INFO").read_text(encoding="utf-8"))
        name = f"{said['Name'].replace('-', '_')}-{said['Version']}.dist-info"
        folder = Path(metadata_directory, name)
        folder.mkdir()
        text = f"Metadata-Version: 2.1\nName: {said['Name']}\nVersion: {said['Version']}\n"
        (folder / "METADATA").write_text(text, encoding="utf-8")
        return name


__legacy__ = NothingIsRun
