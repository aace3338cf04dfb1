# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small disks of their own, whose power can be cut: ext4 on images behind loop devices. Takes root on Linux.

What a mounted ext4 has handed to its image is what a disk would hold; the rest is in memory only and is gone after a
cut. Home and exchange are two disks, for on one the flush of either would save the other (security.md 4.2).
"""

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_NEW_MOUNTS = 0x00020000
SIZE = "24M"
_MINUTES_LATE = "loop,commit=300,noatime"
"""Nothing reaches the disk by itself while a test runs."""


def why_no_mounts(folder: Path) -> str:
    """Say why this machine cannot do it, or nothing."""
    if os.name == "nt" or os.geteuid() != 0:
        return "mounting disk images takes root"
    if missing := [tool for tool in ("mkfs.ext4", "mount", "umount") if shutil.which(tool) is None]:
        return f"{missing[0]} is not here"
    try:
        with contextlib.ExitStack() as stack:
            disk = Disk(folder / "probe.img", folder / "probe")
            disk.format()
            disk.mount()
            stack.callback(disk.unmount)
    except subprocess.CalledProcessError:
        return "disk images cannot be mounted here"
    return ""


def mount_privately() -> None:
    """See to it that what this process mounts is seen by it and its children alone, and goes when they end.

    Where that cannot be had, nothing happens: `why_no_mounts` says what then cannot be tried.
    """
    if sys.platform == "linux" and os.geteuid() == 0 and ctypes.CDLL(None).unshare(_NEW_MOUNTS) == 0:
        subprocess.run(["mount", "--make-rprivate", "/"], check=False, capture_output=True)


def run(*command: str | Path) -> None:
    """Run a tool, silently."""
    subprocess.run(command, check=True, capture_output=True)


def copy(image: Path, to: Path) -> None:
    """Copy an image, holes and all."""
    run("cp", "--sparse=always", image, to)


@dataclass(frozen=True, slots=True)
class Disk:
    """One disk: its image, and where it is mounted."""

    image: Path
    at: Path

    def format(self) -> None:
        """Make it, empty."""
        run("truncate", f"--size={SIZE}", self.image)
        run("mkfs.ext4", "-q", "-F", "-m", "0", self.image)

    def mount(self) -> None:
        """Put it where it belongs; what a cut left half done is made good, as at every start of a computer."""
        self.at.mkdir(parents=True, exist_ok=True)
        run("mount", "-o", _MINUTES_LATE, self.image, self.at)

    def unmount(self) -> None:
        """Take it away in order."""
        run("umount", self.at)


@contextlib.contextmanager
def small_disk(at: Path, kib: int) -> Iterator[None]:
    """Have a disk of so many KiB here, in memory. Whatever was here is out of sight meanwhile."""
    at.mkdir(parents=True, exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", at)
    try:
        yield
    finally:
        run("umount", at)


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Have a folder that can be read and not written, by root either."""
    run("mount", "--bind", folder, folder)
    try:
        run("mount", "-o", "remount,bind,ro", folder)
        yield
    finally:
        run("umount", folder)


@dataclass(frozen=True, slots=True)
class Disks:
    """The disk of a home, and that of an exchange inside it."""

    folder: Path

    @property
    def home(self) -> Path:
        """The machine's folder."""
        return self.folder / "disk" / "home"

    @property
    def _both(self) -> tuple[Disk, Disk]:
        home = Disk(self.folder / "home.img", self.folder / "disk")
        return home, Disk(self.folder / "exchange.img", self.home / "exchange")

    @contextlib.contextmanager
    def filled(self, source: Path) -> Iterator[None]:
        """Put a home onto new disks; where it goes when this is left, `begin` starts from."""
        with self._mounted(new=True):
            shutil.copytree(source, self.home, dirs_exist_ok=True)
            yield
        for disk in self._both:
            disk.image.rename(_begun(disk.image))

    @contextlib.contextmanager
    def begun(self) -> Iterator[None]:
        """Have the disks as they were filled, for a while."""
        for disk in self._both:
            copy(_begun(disk.image), disk.image)
        with self._mounted():
            yield

    def cut(self) -> None:
        """Cut the power of both at once, and switch it on again."""
        cut = [(disk, disk.image.with_suffix(".cut")) for disk in self._both]
        for disk, image in cut:
            copy(disk.image, image)
        self._unmount(self._both)
        for disk, image in cut:
            image.replace(disk.image)
        for disk, _ in cut:
            disk.mount()

    @contextlib.contextmanager
    def _mounted(self, *, new: bool = False) -> Iterator[None]:
        disks = self._both
        for disk in disks:
            if new:
                disk.format()
            disk.mount()
        try:
            yield
        finally:
            self._unmount(disks)

    def _unmount(self, disks: Sequence[Disk]) -> None:
        for disk in reversed(disks):
            disk.unmount()


def _begun(image: Path) -> Path:
    return image.with_suffix(".begun")
