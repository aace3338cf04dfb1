# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The school's settings one by one: what each may be, and a change of some as two officers sign it."""

from datetime import date
from typing import Any

import msgspec

from desktop.faults import DeskFault
from desktop.people import Settings
from storage.charter import SettingsData
from storage.errors import KnownError


def setting_names() -> tuple[str, ...]:
    """Every setting that a school has."""
    return Settings.__struct_fields__


def shown_settings(settings: Settings) -> dict[str, Any]:
    """Every setting with its value, as JSON has it."""
    values: dict[str, Any] = msgspec.to_builtins(settings)
    return {name: values.get(name) for name in setting_names()}


def read_value(name: str, typed: str) -> object:
    """Read a value as it was typed: as JSON, or as the words that it is. Raises KnownError(SETTING_REFUSED)."""
    try:
        value: object = msgspec.json.decode(typed)
    except msgspec.DecodeError:
        value = typed
    for each in (value, typed):
        try:
            change_settings({name: each})
        except KnownError:
            continue
        return each
    raise KnownError(DeskFault.SETTING_REFUSED, name=name)


def change_settings(values: dict[str, object]) -> SettingsData:
    """Some settings with their new values, which a school may have. Raises KnownError(SETTING_REFUSED)."""
    shapes = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    read = {}
    for name, value in values.items():
        try:
            meant = msgspec.convert(value, shapes[name])
        except (KeyError, msgspec.ValidationError):
            raise KnownError(DeskFault.SETTING_REFUSED, name=name) from None
        if isinstance(meant, int) and meant < 0:
            raise KnownError(DeskFault.SETTING_REFUSED, name=name)
        read[name] = _tidy(meant)
    return SettingsData(set=read)


def _tidy(meant: object) -> object:
    """The value as the directory keeps it; days in order, each once."""
    if isinstance(meant, tuple) and meant and all(isinstance(each, date) for each in meant):
        return [day.isoformat() for day in sorted(set(meant))]
    kept: object = msgspec.to_builtins(meant)
    return list(kept) if isinstance(kept, tuple) else kept
