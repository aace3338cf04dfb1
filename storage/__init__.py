# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The memory: vault, keys, sealing, exchange. Knows bytes, tables and signatures, never what they are about."""
