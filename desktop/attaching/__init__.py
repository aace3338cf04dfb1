# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that go with what somebody writes: what they are, what they are called, what they tell, and who takes them."""
