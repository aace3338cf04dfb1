# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How large a file is, as people say it."""

_KILO = 1024


def size_words(size: int) -> str:
    """Say a number of bytes: "820 bytes", "14 KB", "2.4 MB". The units are those that systems show."""
    if size < _KILO:
        return f"{size} bytes"
    if size < _KILO * _KILO:
        return f"{round(size / _KILO)} KB"
    return f"{size / _KILO / _KILO:.1f} MB"
