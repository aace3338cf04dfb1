# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command line: as thin as the windows, over the same services (architecture.md, 'Command line')."""
