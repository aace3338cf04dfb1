# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding records by what is written in them, as far as one reader may see it; and that somebody searched."""
