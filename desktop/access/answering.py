# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A request as the page that answers it shows it, and what is decided there, kept at once."""

import msgspec

from desktop.access.requests import Request, request_of, weighed_of
from desktop.access.weighing import Weighed
from desktop.access.work import Work, keep_work, load_work
from desktop.phrases import reference
from desktop.session import Session


class Answering(msgspec.Struct, frozen=True, kw_only=True):
    """A request, and what was gathered and decided for it."""

    request: Request
    weighed: Weighed

    @property
    def case_id(self) -> str:
        """The request's case."""
        return self.request.case.case_id

    @property
    def reference(self) -> str:
        """The request, as people say it."""
        return reference(self.case_id)


def read_answering(session: Session, case_id: str) -> Answering:
    """Gather for a request, with what was decided so far. Raises KnownError(NOT_A_REQUEST, NO_SUCH_CASE, VAULT_*)."""
    request = request_of(session, session.case(case_id))
    work = load_work(session, request.case.case_id)
    return Answering(request=request, weighed=weighed_of(session, request, work))


def take(session: Session, answering: Answering, work: Work) -> Answering:
    """Keep what was decided. Raises KnownError(DISK_*, VAULT_*)."""
    keep_work(session, answering.case_id, work)
    return msgspec.structs.replace(answering, weighed=answering.weighed.again(work))
