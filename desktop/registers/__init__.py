# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Registers: lists made of what people declared and what was decided, whole or one line of each (F03, F04)."""
