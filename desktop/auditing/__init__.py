# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who did what with the records, as far as one reader may know it. Worked out from entries; it holds no content."""
