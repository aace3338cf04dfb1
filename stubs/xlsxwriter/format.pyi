# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The part of XlsxWriter that Candour uses. It ships no types."""

class Format: ...
