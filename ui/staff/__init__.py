# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The side of the window for everybody who has something to tell: start page, forms, what was sent."""
