"""A folder of the network is told from one of this computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from promueve_gui.adapters.shared_folder import is_shared

TABLE = r"""
/dev/sda1 / ext4 rw,relatime 0 0
servidor:/datos /mnt/datos nfs4 rw 0 0
//servidor/area /mnt/con\040espacio cifs rw 0 0
/dev/sdb1 /mnt/datos/usb vfat rw 0 0
tmpfs /encima tmpfs rw 0 0
persona@equipo:/ /encima fuse.sshfs rw 0 0
cortada
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    made = tmp_path / "mounts"
    made.write_text(TABLE, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/home/ana/plan.promueve", False),
        ("/mnt/datos/plan.promueve", True),
        ("/mnt/datos2/plan.promueve", False),
        ("/mnt/con espacio/plan.promueve", True),
        ("/mnt/datos/usb/plan.promueve", False),
        ("/encima/plan.promueve", True),
        (r"\\servidor\carpeta\plan.promueve", True),
        ("//servidor/carpeta/plan.promueve", True),
    ],
)
def test_the_drive_that_holds_a_file_counts(mounts: Path, path: str, shared: bool) -> None:
    assert is_shared(Path(path), mounts) is shared


def test_a_system_that_does_not_say_warns_of_nothing(tmp_path: Path) -> None:
    assert not is_shared(Path("/mnt/datos/plan.promueve"), tmp_path / "no existe")


def test_a_folder_of_this_computer_is_not_shared(tmp_path: Path) -> None:
    assert not is_shared(tmp_path / "plan.promueve")
