# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candour's own controls. They take plain values, emit typed signals, and know nothing about schools.

Each takes the `ThemeSource` first. Anything that somebody wrote goes through `visible_text` before it is drawn and is
never read as mark-up.
"""
