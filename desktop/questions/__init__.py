# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions that others have asked, with their answers: retyped without names, for everybody at the school."""
