# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make the test vectors that are not there yet: `python -m tests.vectors.make` from the top of the checkout.

A vector that is published is never written again, since sealing is random and others may rely on the bytes. Everything
else is made from fixed seeds.
"""

import sys
from pathlib import Path

from tests.vectors import (
    directory_vectors,
    entry_vectors,
    file_vectors,
    onward_vectors,
    other_vectors,
    parcel_vectors,
    recovery_vectors,
    sealed_vectors,
)
from tests.vectors.vector import Vector, write

FOLDER = Path(__file__).parent


def vectors() -> dict[str, Vector]:
    """Every vector by the name of its file."""
    parts = (
        entry_vectors,
        sealed_vectors,
        file_vectors,
        parcel_vectors,
        onward_vectors,
        directory_vectors,
        other_vectors,
        recovery_vectors,
    )
    made = {name: vector for part in parts for name, vector in part.vectors().items()}
    return dict(sorted(made.items()))


def main() -> None:
    """Write what is missing, and say what it was."""
    for name, vector in vectors().items():
        path = FOLDER / f"{name}.txt"
        if not path.exists():
            path.write_text(write(vector), encoding="utf-8", newline="\n")
            sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
