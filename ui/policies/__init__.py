# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages on which a school's policies are found, read and confirmed (ux.md S9)."""
