#!/usr/bin/env python3
# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From a fresh checkout to a running Candour, with nothing but Python 3.11 or newer.

    python3 installer/run.py            open Candour with the demonstration school
    python3 installer/run.py test       lint, types, import contracts and all tests

Everything is installed into .venv/ of this checkout from hash-locked lists; a second start only compares one stamp.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "candour-stamp"
LOCKS = {"run": HERE / "requirements" / "run.txt", "test": HERE / "requirements" / "test.txt"}
OLDEST, NEWEST = (3, 11), (3, 14)

# What Qt opens at run time: the file it looks for, and the Debian package that has it.
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# The fault tests stop a program at each of its system calls; that is done with strace.
TEST_PROGRAMS = {"strace": "strace"}


def main(arguments: list[str]) -> int:
    """Prepare what the command needs, then hand over to it. Returns its exit code."""
    if arguments not in ([], ["test"]):
        print(__doc__)
        return 2
    wanted = "test" if arguments else "run"
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        print(f"Candour needs Python 3.11 to 3.14; this is {sys.version.split()[0]}. Start it with another Python.")
        return 1
    if not _system_ready(wanted):
        return 1
    if not _environment_ready(wanted):
        _make_environment(wanted)
    return _run_tests() if wanted == "test" else _open_demonstration()


def _has_display() -> bool:
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _missing_packages(wanted: str) -> list[str]:
    """Name the Debian packages of what cannot be found here, from the cheapest question first."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = dict(OFFSCREEN_LIBRARIES)
    if wanted == "run" and _has_display():
        libraries |= WINDOW_LIBRARIES
    missing = [package for library, package in libraries.items() if not _loads(library)]
    if wanted == "test":
        missing += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _system_ready(wanted: str) -> bool:
    missing = _missing_packages(wanted)
    if not missing:
        return True
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    print("Qt and the tests need these system packages, which are not here:", ", ".join(missing), flush=True)
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        print("Install them as an administrator, then start this again:\n    sudo", " ".join(command))
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*command, "-qq"]):
        if subprocess.run(step, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            print("They could not be installed. Install them by hand, then start this again:\n    ", " ".join(command))
            return False
    return True


def _stamp(wanted: str) -> str:
    digest = hashlib.sha256(LOCKS[wanted].read_bytes() + (ROOT / "pyproject.toml").read_bytes())
    return f"{wanted} {sys.version_info[0]}.{sys.version_info[1]} {ROOT} {digest.hexdigest()}"


def _environment_ready(wanted: str) -> bool:
    """Say whether .venv/ was made from today's lists. The test list holds all of the run list."""
    if not (STAMP.exists() and PYTHON.exists()):
        return False
    stamps = {_stamp("test")} if wanted == "test" else {_stamp("test"), _stamp("run")}
    return STAMP.read_text(encoding="utf-8") in stamps


def _make_environment(wanted: str) -> None:
    print(f"Making {VENV.name}/ from the locked list (once; a few minutes on a slow line)", flush=True)
    STAMP.unlink(missing_ok=True)
    if not PYTHON.exists() or not _venv_matches():
        venv.create(VENV, with_pip=True, clear=True)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    _must([*pip, "--require-hashes", "--only-binary=:all:", "-r", LOCKS[wanted]])
    _must([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT])
    STAMP.write_text(_stamp(wanted), encoding="utf-8")


def _venv_matches() -> bool:
    config = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    return f"version = {sysconfig.get_python_version()}." in config


def _must(command: list[str | Path]) -> None:
    finished = subprocess.run([str(part) for part in command], check=False)
    if finished.returncode:
        print("That step did not work (see above). Nothing of Candour was changed; start this again to carry on.")
        raise SystemExit(1)


def _open_demonstration() -> int:
    home = ROOT / ".demo"
    candour = [str(PYTHON), "-m", "desktop"]
    if _has_display():
        return subprocess.run([*candour, "demo", "--home", str(home), "--open"], cwd=ROOT, check=False).returncode
    print(
        "There is no display here, so Candour walks the journey offscreen and leaves pictures of each step.", flush=True
    )
    words = ["tour", "--home", str(home), "--out", str(ROOT / "build" / "tour")]
    return subprocess.run([*candour, *words], cwd=ROOT, check=False).returncode


def _run_tests() -> int:
    checks = (
        ("lint", [str(BIN / "ruff"), "check", "."]),
        ("format", [str(BIN / "ruff"), "format", "--check", "."]),
        ("types", [str(BIN / "mypy")]),
        ("import contracts", [str(BIN / "lint-imports")]),
        ("tests", [str(PYTHON), "-m", "pytest", "-n", "3", "--dist", "loadfile"]),
    )
    for name, command in checks:
        print(f"== {name}", flush=True)
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
