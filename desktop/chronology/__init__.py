# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that one reader may see about a person, by when it happened, as it stood on any day."""
