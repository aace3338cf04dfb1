# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The licences of what is shipped with Candour, to be read where Candour runs (ux.md 5.6, Y10)."""

from collections.abc import Mapping
from dataclasses import dataclass

import resources

_OF: Mapping[str, str] = {
    "atkinson-hyperlegible-mono-OFL-1.1.txt": "Atkinson Hyperlegible Mono: SIL Open Font License 1.1",
    "atkinson-hyperlegible-next-OFL-1.1.txt": "Atkinson Hyperlegible Next: SIL Open Font License 1.1",
    "eff-large-wordlist-CC-BY-3.0-US.txt": "EFF large word list: CC BY 3.0 US",
    "inter-OFL-1.1.txt": "Inter: SIL Open Font License 1.1",
    "literata-OFL-1.1.txt": "Literata: SIL Open Font License 1.1",
    "lucide-ISC.txt": "Lucide icons: ISC License",
}


@dataclass(frozen=True, slots=True)
class ShippedLicence:
    """What it is of and what it is called; `file` is its name among the resources."""

    title: str
    file: str

    @property
    def text(self) -> str:
        """The whole licence, as its authors wrote it."""
        return resources.text(f"licences/{self.file}")


def shipped_licences() -> tuple[ShippedLicence, ...]:
    """Name the licences of fonts, icons and words that come with the program."""
    return tuple(ShippedLicence(title, file) for file, title in _OF.items())
