# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may stand in a reference about somebody, behind its card on the Reports page."""
