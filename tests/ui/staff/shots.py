# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photographs every page of the staff side in every state: `python -m tests.ui.staff.shots OUT_DIR [NAME]`.

Nothing here is a test; the pages are walked by the tests beside it. All people and events are invented. With a NAME,
only the scenes whose names hold it are drawn.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QApplication

from tests.school import SmallSchool, found_small_school
from tests.ui.staff.scenes import SCENES
from tests.ui.staff.stage import Stage
from ui.theme.fonts import load_fonts
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme

LIGHT = Appearance(scheme=Scheme.LIGHT)
LOOKS: dict[str, tuple[Appearance, QSize]] = {
    "light": (LIGHT, QSize(1366, 688)),
    "dark": (Appearance(scheme=Scheme.DARK), QSize(1366, 688)),
    "150": (Appearance(scheme=Scheme.LIGHT, text_scale=1.5), QSize(1366, 688)),
    "small": (LIGHT, QSize(911, 432)),
    "middle": (LIGHT, QSize(1100, 700)),
}


def main(out: Path, name: str = "", looks: str = "") -> None:
    """Draw the scenes into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale("en_GB"))
    app = QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        school = found_small_school(Path(folder) / "home")
        for look, (appearance, size) in LOOKS.items():
            if looks and look not in looks.split(","):
                continue
            theme = ThemeSource(app, appearance)
            for scene in SCENES:
                if name in scene.__name__:
                    _photograph(theme, school, scene, size, out / f"{scene.__name__}-{look}.png")
            theme.deleteLater()


def _photograph(
    theme: ThemeSource, school: SmallSchool, scene: Callable[[Stage], None], size: QSize, file: Path
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(theme, school.copied_to(Path(folder) / "home"), size)
        try:
            scene(stage)
            stage.settle()
            stage.side.grab().save(str(file))
        finally:
            stage.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *sys.argv[2:4])
