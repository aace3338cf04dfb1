# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Asking people at the school to say that they have read an edition of guidance: a setting that two officers sign."""

import re
import unicodedata
from collections.abc import Iterable

import msgspec

from desktop.changing.setting import change_settings
from desktop.faults import DeskFault
from desktop.people import ReadingLine, School
from desktop.policies.reading_rules import guidance_items
from storage.charter import SettingsData
from storage.errors import KnownError

READINGS_MAX = 50
_LONGEST = 40
_BEGINS = "guidance:"


def item_called(title: str) -> str:
    """The id of guidance that only the school knows, from what it is called; nothing where that has no letter."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    word = re.sub(r"[^a-z0-9]+", "-", letters).strip("-0123456789")[:_LONGEST].rstrip("-")
    return f"{_BEGINS}{word}" if word else ""


def asked_for(school: School, line: ReadingLine) -> SettingsData:
    """The change by which an edition is asked for, in place of another of the same guidance.

    What is known of guidance gives its title. Raises KnownError(SETTING_REFUSED) for what no school may ask.
    """
    item = guidance_items().get(line.item_id)
    told = line if line.title or item is None else msgspec.structs.replace(line, title=item.title)
    lines = {each.item_id: each for each in school.settings.readings}
    return _stated([*({**lines, line.item_id: told}).values()])


def no_longer_asked(school: School, item_id: str) -> SettingsData:
    """The change by which it is asked for no longer. Raises KnownError(NO_SUCH_POLICY) where it was not."""
    left = [line for line in school.settings.readings if line.item_id != item_id]
    if len(left) == len(school.settings.readings):
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    return _stated(left)


def _stated(lines: Iterable[ReadingLine]) -> SettingsData:
    listed: list[object] = [msgspec.to_builtins(line) for line in lines]
    if len(listed) > READINGS_MAX:
        raise KnownError(DeskFault.SETTING_REFUSED, name="readings")
    return change_settings({"readings": listed})
