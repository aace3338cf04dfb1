# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school of the other tests is a real one."""

from desktop.services import Candour
from tests.school import SmallSchool


def test_a_walk_ups_report_reaches_the_safeguarding_lead(small_school: SmallSchool, small_candour: Candour) -> None:
    values: dict[str, object] = {"about": small_school.teacher.person_id, "what_happened": "x", "risk_now": "no"}
    small_candour.file_walk_up("concern", values)
    session = small_school.sign_in(small_candour, small_school.dsl)
    try:
        # The report, and the slip of its return phrase.
        assert len(session.sync().ingested.new) == 2
    finally:
        session.close()
