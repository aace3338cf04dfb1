# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lets atheris look for inputs that break a target: `python -m tests.fuzz.guided TARGET`, then libFuzzer's options.

Atheris is no requirement of anything: install it where this is to be run (CPython on Linux, `pip install atheris`).
"""

import sys

import atheris

with atheris.instrument_imports(include=["storage", "desktop"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Run until libFuzzer has had enough; it leaves what broke the target where its options say."""
    name = sys.argv.pop(1)
    target = next(each for each in TARGETS if each.name == name)
    atheris.Setup(sys.argv, target.try_on)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
