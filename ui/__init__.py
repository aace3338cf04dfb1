# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The face: draws, asks and shows. The only place that knows Qt."""
